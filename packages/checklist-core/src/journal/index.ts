/**
 * A journal that shows any later change: entries, sealed leaves (RFC 8785, RFC 9901), the tree over them and its proofs
 * (RFC 6962, RFC 9162), signed notes and heads (C2SP). Content never enters the tree.
 *
 * @module checklist-core/journal
 */

export type { Checked } from './checked.ts';
export {
  type Checkpoint,
  type CheckpointFault,
  parseCheckpoint,
  signCheckpoint,
  verifyCheckpoint,
} from './checkpoint.ts';
export {
  appendLeaf,
  type CompactRange,
  type CompactRangeJson,
  emptyRange,
  hashLeaf,
  hashLeafWith,
  type RangeFault,
  rangeFromJson,
  rangeToJson,
  rootOf,
} from './compact-range.ts';
export type {
  ConductPart,
  ContinuedLog,
  DayAnswer,
  DayCounts,
  Entry,
  EntryKind,
  HalfDay,
  LetterKind,
  OnTimeClass,
  PrivatePart,
  ServicePart,
} from './entry.ts';
export { type EntryFate, fatesOf, type SpeakingEntry } from './entry-fates.ts';
export { isEntryId, newEntryId } from './entry-id.ts';
export { type EntryFault, parseEntry } from './entry-schema.ts';
export {
  type Disclosures,
  type EntryClass,
  type Leaf,
  leafBytesOf,
  type OpenFault,
  openEntry,
  parseLeaf,
  type SealedEntry,
  sealEntry,
} from './envelope.ts';
export { newLogOrigin } from './log-identity.ts';
export { createLogKey, type LogKeyPair, webCryptoSigner } from './log-key.ts';
export { LogTree, type SubtreeListener } from './log-tree.ts';
export {
  type InclusionClaim,
  proveConsistency,
  proveInclusion,
  type TreeHead,
  verifyConsistency,
  verifyInclusion,
} from './merkle-proof.ts';
export type { NoteSigner } from './note-signer.ts';
export type { RandomSource } from './random-source.ts';
export { type HashBytes, plainSha256, type RunningSha256, type Sha256 } from './sha256.ts';
export {
  formatVerifierKey,
  type NoteFault,
  type NoteShapeFault,
  type NoteSignature,
  parseVerifierKey,
  type SignedNote,
  signNote,
  type VerifierKey,
  type VerifierKeyFault,
  verifierKeyOf,
  verifyNote,
} from './signed-note.ts';
