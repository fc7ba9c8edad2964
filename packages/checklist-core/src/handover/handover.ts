import type { CompactRangeJson } from '../journal/compact-range.ts';
import type { ConductPart, ContinuedLog, ServicePart } from '../journal/entry.ts';
import type { Leaf } from '../journal/envelope.ts';

/** Name and version of the file format, first line of the file and of its signature. */
export const HANDOVER_FORMAT = 'checklist-handover/1';

/** Longest line of a hand-over in bytes, its LF included. */
export const MAX_LINE_BYTES = 64 * 1024;

/** Local days, `YYYY-MM-DD`, both included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** How often one rule was asked about in the period, and how often it was missed. */
export interface RuleSum {
  readonly missed: number;
  readonly of: number;
}

/** Conduct of the period as sums: said by the official, not proven by the leaves. */
export interface StatedConduct {
  /** By rule id; positive rules only. */
  readonly rules: Readonly<Record<string, RuleSum>>;
  readonly skipped: number;
  readonly bypassed: number;
}

/** Line 1. */
export interface HandoverHeader {
  readonly format: typeof HANDOVER_FORMAT;
  /** Name of the log. */
  readonly origin: string;
  /** C2SP verifier key of the log. */
  readonly key: string;
  /** Random id of the person (128 bits, base64url): one person may have had several logs. */
  readonly author: string;
  /** Only if the official wants to be named. */
  readonly name: string | null;
  readonly period: Period;
  /** Compact range of the leaves before the first one listed. */
  readonly before: CompactRangeJson;
  readonly stated: StatedConduct | null;
  /** Signed note of the newest head given away beyond this file's own. */
  readonly later: string | null;
}

/** An RFC 9162 consistency proof between two sizes of this log; hashes in standard base64. */
export interface HandoverProof {
  readonly from: number;
  readonly to: number;
  readonly hashes: readonly string[];
}

/** One leaf, in the order of the log. */
export interface HandoverLeaf {
  /** Leaf hash, standard base64. */
  readonly h: string;
  readonly leaf: Leaf;
  /** Index in the log. */
  readonly n: number;
  /** The disclosures that are opened, service before conduct; a private one is refused. */
  readonly open: readonly string[];
}

/** What a hand-over says of one leaf, after its digests were checked. Provisional until the whole file is verified. */
export interface SharedEntry {
  readonly n: number;
  /** Random id of the entry. */
  readonly id: string;
  /** Line of the file, from 1. */
  readonly line: number;
  readonly service: ServicePart | null;
  readonly conduct: ConductPart | null;
  /** Only at the beginning of a log that goes on from another. */
  readonly continues: ContinuedLog | null;
}

/**
 * What can be wrong with a hand-over. `malformed`: not this format (with a path into the line). `root-differs`: the
 * leaves do not give the signed root and no line can be named. `not-comparable`: a known head can be neither confirmed
 * nor refuted by this file; that is never "ok".
 */
export type HandoverFaultKind =
  | 'malformed'
  | 'converted-line-ends'
  | 'edit'
  | 'gap'
  | 'reorder'
  | 'duplicate'
  | 'foreign-leaf'
  | 'root-differs'
  | 'wrong-signature'
  | 'cut-tail'
  | 'fork'
  | 'not-comparable'
  | 'withdrawn';

/** One thing wrong with a hand-over, and where. */
export interface HandoverFault {
  readonly kind: HandoverFaultKind;
  /** Line of the file, from 1; null where it cannot be known. */
  readonly line: number | null;
  /** Place in the line, JSON pointer; empty for the whole line. */
  readonly path: string;
  /** In English, and what to do next. Pages have their own words by `kind`. */
  readonly message: string;
}

/** What a verified hand-over is. */
export interface VerifiedHandover {
  readonly header: HandoverHeader;
  /** The signed head at the end of the file, as a C2SP note. */
  readonly checkpoint: string;
  /** Leaves of the log before and after: the file lists `from` up to, not including, `to`. */
  readonly from: number;
  readonly to: number;
  /** Standard base64 of SHA-256 of the whole file: its name in receipts and withdrawals. */
  readonly file: string;
  /** Leaves whose class is closed; closed says nothing about why. */
  readonly closed: { readonly service: number; readonly conduct: number };
  /** Sizes of known heads of this log that the file was found consistent with. */
  readonly consistentWith: readonly number[];
  /** At least one known head of this log vouches for it. What is older than the first head given away never is. */
  readonly witnessed: boolean;
}

/** What verifying comes to: all of the file can be believed, or none of it. */
export type HandoverVerdict =
  | { readonly ok: true; readonly handover: VerifiedHandover }
  | {
      readonly ok: false;
      /** By line, those without a line last; at most 100. */
      readonly faults: readonly HandoverFault[];
      /** How many more were counted but not listed. */
      readonly more: number;
      /** What the first line says, if it could be read; not to be believed. */
      readonly header: HandoverHeader | null;
    };
