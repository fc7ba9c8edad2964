/**
 * The file by which a part of a journal is given away: written, verified as it streams in, taken back. docs/journal-format.md
 * has its format, for those who verify it without this library.
 *
 * @module checklist-core/handover
 */

export { type CutLog, cutPrefix, type LeafHashes, type LogRemains, proofsFor } from './consistency-proofs.ts';
export { MAX_FAULTS } from './fault-list.ts';
export {
  HANDOVER_FORMAT,
  type HandoverFault,
  type HandoverFaultKind,
  type HandoverHeader,
  type HandoverLeaf,
  type HandoverProof,
  type HandoverVerdict,
  MAX_LINE_BYTES,
  type Period,
  type RuleSum,
  type SharedEntry,
  type StatedConduct,
  type VerifiedHandover,
} from './handover.ts';
export { type NettableEntry, netEntries } from './net-entries.ts';
export { type Receipt, readReceipt, splitNotes } from './receipt.ts';
export { type ConductEntry, statedConduct } from './stated-conduct.ts';
export { type VerifyOptions, verifyHandover } from './verify-handover.ts';
export {
  parseWithdrawal,
  verifyWithdrawal,
  WITHDRAWAL_FORMAT,
  type Withdrawal,
  type WithdrawalFault,
  writeWithdrawal,
} from './withdrawal.ts';
export { type HandoverContent, type SharedLeaf, writeHandover } from './write-handover.ts';
