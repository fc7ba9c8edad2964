import type { HandoverFaultKind, Period } from 'checklist-core/handover';
import type { Report } from 'checklist-core/report';
import type { OfficeSettings } from '../store/schema.ts';

/*
 * What the page may ask its worker, one typed map; schemas that check it on receipt: `answer.ts`. The worker answers
 * with a `Reply` under the same id and tells events by itself.
 */
export interface Requests {
  /** What is stored here. */
  overview: { body: null; value: Overview };
  /** Reads and verifies files; stores nothing. A later one takes the place of an earlier one. */
  stage: { body: { readonly files: readonly File[] }; value: Staging };
  /** Stops reading; `stage` then answers with `stopped`. */
  stop: { body: null; value: null };
  /** Stores what was staged, in one transaction. `remove`: withdrawn files whose content is deleted with it. */
  accept: { body: { readonly remove: readonly string[] }; value: null };
  /** Forgets what was staged. */
  discard: { body: null; value: null };
  saveSettings: { body: OfficeSettings; value: null };
  /** Deletes one accepted file and all that came from it. */
  remove: { body: { readonly file: string }; value: null };
  /** Deletes the receipts that no key could check: a stranger's would keep a log from being compared. */
  removeUnchecked: { body: null; value: null };
  /** Drops the database. */
  removeAll: { body: null; value: null };
  /** The figures of everything accepted. Asking for them is showing them: the guard against differences remembers. */
  report: { body: null; value: Report };
}

export type RequestType = keyof Requests;

/** A request on its way; `id` is chosen by the page. */
export interface WorkerRequest<T extends RequestType = RequestType> {
  readonly id: number;
  readonly type: T;
  readonly body: Requests[T]['body'];
}

export interface WorkerFault {
  readonly code: 'bad-message' | 'storage-full' | 'storage-refused' | 'newer-version' | 'nothing-staged' | 'internal';
  /** English, for the console. */
  readonly detail: string;
}

export type Reply<T> = { readonly id: number } & (
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: WorkerFault }
);

/** Files that are read at a time; a team hands over some dozens. The page says this number (`tooMany`). */
export const MOST_FILES = 1000;

/** How far the reading of files is. */
export interface Progress {
  /** Files read, of how many. */
  readonly file: number;
  readonly files: number;
  /** Bytes read of all files, and their sum. */
  readonly bytes: number;
  readonly of: number;
}

export type WorkerEvent =
  /** Another tab of this page is the writer. */
  | { readonly event: 'waiting' }
  /** This one is. */
  | { readonly event: 'ready' }
  | ({ readonly event: 'progress' } & Progress);

export interface Overview {
  readonly settings: OfficeSettings;
  readonly files: readonly ImportedFile[];
  /** How many different people handed over something; never who. */
  readonly authors: number;
  /** Logs of which a signed head is known. */
  readonly logs: number;
  /** Receipts whose signature no hand-over's key could check yet. */
  readonly unchecked: number;
}

export interface ImportedFile {
  readonly file: string;
  readonly fileName: string;
  /** Only if its official wanted to be named. */
  readonly name: string | null;
  readonly period: Period;
  readonly lines: number;
  /** Of them, lines that were written before the first receipt of their log came. */
  readonly unwitnessed: number;
  /** Epoch ms. */
  readonly imported: number;
  /** Its official took it back. */
  readonly withdrawn: boolean;
}

/** Why a dropped file is not taken: a fault of a hand-over, or of a receipt, a withdrawal, or of any file. */
export type RejectionKind =
  | HandoverFaultKind
  | 'not-ours'
  /** A hand-over in a later form than this release reads. */
  | 'newer'
  | 'empty'
  | 'unreadable'
  /** Sound, but of days or rules that no report can count. */
  | 'not-countable'
  | 'receipt-fork'
  | 'receipt-older'
  | 'receipt-forged'
  | 'withdrawal-forged';

export interface Rejection {
  readonly kind: RejectionKind;
  /** Line of the file, from 1; null where it cannot be known. */
  readonly line: number | null;
}

export type StagedKind = 'handover' | 'receipt' | 'withdrawal' | 'other';

export type StagedRow = { readonly name: string; readonly kind: StagedKind } & StagedFinding;

export type StagedFinding =
  /** A hand-over that brings something new. `overlaps`: accepted files of the same log that have some of its lines. */
  | {
      readonly state: 'new' | 'changed';
      readonly kind: 'handover';
      readonly period: Period;
      readonly named: string | null;
      readonly lines: number;
      readonly unwitnessed: number;
      /** Leaves whose service part is closed. */
      readonly closed: number;
      readonly overlaps: readonly string[];
    }
  | { readonly state: 'new'; readonly kind: 'receipt'; readonly size: number; readonly checked: boolean }
  /** `imported`: name of the accepted file that it takes back. */
  | { readonly state: 'new'; readonly kind: 'withdrawal'; readonly file: string; readonly imported: string | null }
  | { readonly state: 'duplicate'; readonly kind: StagedKind }
  | {
      readonly state: 'rejected';
      readonly kind: StagedKind;
      readonly reasons: readonly Rejection[] /** Faults beyond those listed. */;
      readonly more: number;
    };

export interface Staging {
  /** The reading was stopped; there are no rows then. */
  readonly stopped: boolean;
  readonly rows: readonly StagedRow[];
}
