import type { HandoverFault, SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import { parseWithdrawal, readReceipt, verifyHandover, verifyWithdrawal } from 'checklist-core/handover';
import { parseVerifierKey, type VerifierKey, verifyCheckpoint } from 'checklist-core/journal';
import type { StoredHandover, StoredHead } from '../store/schema.ts';
import type { Claim } from './dropped-file.ts';
import { fileChunks } from './file-chunks.ts';
import type { RejectionKind, StagedFinding, StagedKind } from './requests.ts';
import {
  type Addition,
  headsOf,
  keyOf,
  NO_ADDITION,
  overlapping,
  type Standing,
  unwitnessedLeaves,
} from './standing.ts';
import { isCountable } from './tally-files.ts';

/** What was found about one file, and what it adds if it is accepted. */
export interface StagedFile {
  readonly finding: StagedFinding;
  readonly addition: Addition;
}

export interface StagingAct {
  readonly standing: Standing;
  /** Epoch ms. */
  readonly now: number;
  readonly signal: AbortSignal;
  /** Told of the bytes of this file that were read. */
  readonly onProgress: (bytes: number) => void;
}

/** More faults than a person reads; how many more there are is said. */
export const MOST_REASONS = 20;

/** Verifies one file against what is known. Rejects with the signal's reason, or if the file cannot be read. */
export function stageFile(file: File, claim: Claim, act: StagingAct): Promise<StagedFile> {
  switch (claim.kind) {
    case 'handover':
      return stageHandover(file, act);
    case 'receipt':
      return stageReceipt(claim, act);
    case 'withdrawal':
      return stageWithdrawal(claim, act);
    case 'newer':
      return Promise.resolve(rejected('handover', 'newer'));
    case 'empty':
      return Promise.resolve(rejected('other', 'empty'));
    case 'other':
      return Promise.resolve(rejected('other', 'not-ours'));
  }
}

async function stageHandover(file: File, { standing, now, signal, onProgress }: StagingAct): Promise<StagedFile> {
  if (await isStored(file, standing)) return duplicate('handover');
  const entries: SharedEntry[] = [];
  const verdict = await verifyHandover(fileChunks(file), {
    known: standing.heads.map(({ note }) => note),
    withdrawals: standing.withdrawals.map(({ note }) => note),
    onEntry: (entry) => entries.push(entry),
    onProgress,
    signal,
  });
  if (!verdict.ok) return { finding: rejection(verdict.faults, verdict.more), addition: NO_ADDITION };
  const verified = verdict.handover;
  if (!isCountable(verified, entries)) return rejected('handover', 'not-countable');
  const stored: StoredHandover = {
    file: verified.file,
    fileName: file.name,
    bytes: file.size,
    verified,
    imported: now,
  };
  const heads = headsAfter(standing, verified, now);
  return {
    finding: soundHandover(standing, verified, now),
    addition: { handovers: [{ handover: stored, entries }], heads, withdrawals: [] },
  };
}

function soundHandover(standing: Standing, verified: VerifiedHandover, now: number): StagedFinding {
  const overlaps = overlapping(standing, verified).map(({ fileName }) => fileName);
  return {
    state: overlaps.length === 0 ? 'new' : 'changed',
    kind: 'handover',
    period: verified.header.period,
    named: verified.header.name,
    lines: verified.to - verified.from,
    unwitnessed: unwitnessedLeaves(standing, verified, now),
    closed: verified.closed.service,
    overlaps,
  };
}

/** Its own head, and the heads it agrees with, now that there is a key to check them by. */
function headsAfter(standing: Standing, verified: VerifiedHandover, now: number): StoredHead[] {
  const { header, checkpoint, to, consistentWith } = verified;
  const known = headsOf(standing, header.origin);
  const confirmed = known.filter(({ key, size }) => key === null && consistentWith.includes(size));
  const isKnown = known.some(({ size }) => size === to);
  const own: StoredHead = { origin: header.origin, size: to, note: checkpoint, key: header.key, seen: now };
  return [...confirmed.map((head) => ({ ...head, key: header.key })), ...(isKnown ? [] : [own])];
}

/** A copy of an accepted file, told by its length first, so that only a likely one is hashed as a whole. */
async function isStored(file: File, { handovers }: Standing): Promise<boolean> {
  const sameLength = handovers.filter(({ bytes }) => bytes === file.size);
  if (sameLength.length === 0) return false;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const id = btoa(String.fromCharCode(...digest));
  return sameLength.some((stored) => stored.file === id);
}

async function stageReceipt(claim: Claim & { kind: 'receipt' }, { standing, now }: StagingAct): Promise<StagedFile> {
  const { note, origin, size } = claim;
  const known = headsOf(standing, origin);
  const key = keyOf(standing, origin);
  const verifier = key === null ? null : verifierOf(key);
  if (verifier !== null && !(await verifyCheckpoint(note, verifier)).ok) return rejected('receipt', 'receipt-forged');
  const sameSize = known.find((head) => head.size === size);
  // Others may have signed below it: what counts is the head, not the note.
  if (sameSize !== undefined)
    return isSameHead(sameSize.note, note) ? duplicate('receipt') : rejected('receipt', 'receipt-fork');
  if (known.some((head) => head.size > size)) return rejected('receipt', 'receipt-older');
  const head: StoredHead = { origin, size, note, key, seen: now };
  return {
    finding: { state: 'new', kind: 'receipt', size, checked: key !== null },
    addition: { ...NO_ADDITION, heads: [head] },
  };
}

function isSameHead(one: string, other: string): boolean {
  const [a, b] = [readReceipt(one), readReceipt(other)];
  return a.ok && b.ok && a.value.root === b.value.root;
}

async function stageWithdrawal(
  { note, file }: Claim & { kind: 'withdrawal' },
  { standing, now }: StagingAct,
): Promise<StagedFile> {
  if (standing.withdrawals.some((known) => known.note === note)) return duplicate('withdrawal');
  const imported = standing.handovers.find((stored) => stored.file === file);
  const key = imported?.verified.header.key ?? keyOf(standing, originOf(note));
  const verifier = key === null ? null : verifierOf(key);
  if (verifier !== null && !(await verifyWithdrawal(note, verifier)).ok) {
    return rejected('withdrawal', 'withdrawal-forged');
  }
  return {
    finding: { state: 'new', kind: 'withdrawal', file, imported: imported?.fileName ?? null },
    addition: { ...NO_ADDITION, withdrawals: [{ file, note, key, seen: now }] },
  };
}

function originOf(withdrawal: string): string {
  const said = parseWithdrawal(withdrawal);
  return said.ok ? said.value.origin : '';
}

/** The key of a verified hand-over reads well; null would only say that it does not. */
function verifierOf(key: string): VerifierKey | null {
  const parsed = parseVerifierKey(key);
  return parsed.ok ? parsed.value : null;
}

function rejection(faults: readonly HandoverFault[], more: number): StagedFinding {
  // Two places in one line are one reason to a person.
  const isFirst = ({ kind, line }: HandoverFault, index: number) =>
    faults.findIndex((fault) => fault.kind === kind && fault.line === line) === index;
  const told = faults.filter(isFirst).map(({ kind, line }) => ({ kind, line }));
  const reasons = told.slice(0, MOST_REASONS);
  return { state: 'rejected', kind: 'handover', reasons, more: told.length - reasons.length + more };
}

function rejected(kind: StagedKind, reason: RejectionKind): StagedFile {
  const finding: StagedFinding = { state: 'rejected', kind, reasons: [{ kind: reason, line: null }], more: 0 };
  return { finding, addition: NO_ADDITION };
}

function duplicate(kind: StagedKind): StagedFile {
  return { finding: { state: 'duplicate', kind }, addition: NO_ADDITION };
}

/** A file that could not be read at all. */
export function unreadable(): StagedFile {
  return rejected('other', 'unreadable');
}
