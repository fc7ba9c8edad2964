import type { SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import type { ReleasedOutput } from 'checklist-core/report';
import type { DBSchema } from 'idb';

/*
 * Every store of the team lead's database, declared once, with its rules. One writer: the worker of the lead's page,
 * under a Web Lock (`worker/index.ts`).
 *
 * | store       | key            | rule                                                                               |
 * |-------------|----------------|------------------------------------------------------------------------------------|
 * | handovers   | file           | one row a file that was verified and accepted; `file` is its SHA-256                 |
 * | parts       | [file, from]   | what the file opens, some hundred entries a row; written and deleted with its file   |
 * | heads       | [origin, size] | every signed head seen of a log; never two of one size; without content, so they     |
 * |             |                | stay when a file is deleted and still tell a log that was changed afterwards          |
 * | withdrawals | [file, note]   | files that their official took back; a later import of one is refused                |
 * | settings    | 'settings'     | one row                                                                             |
 * | releases    | id             | figures that this page has shown, for the guard against subtracting one from another |
 *
 * The schema changes only by a new numbered migration (`migrations/`); a published migration is never edited.
 */

export interface StoredHandover {
  /** Standard base64 of SHA-256 of the whole file. */
  readonly file: string;
  /** Name of the file as it was dropped. */
  readonly fileName: string;
  /** Length of the file, so that a second copy of it is recognised before it is read. */
  readonly bytes: number;
  readonly verified: VerifiedHandover;
  /** Epoch ms. */
  readonly imported: number;
}

export interface StoredPart {
  readonly file: string;
  /** Index in the log of the first entry in this row. */
  readonly from: number;
  readonly entries: readonly SharedEntry[];
}

export interface StoredHead {
  readonly origin: string;
  readonly size: number;
  /** C2SP note. */
  readonly note: string;
  /** Verifier key its signature was checked with; null: not yet, a receipt may come before the first hand-over. */
  readonly key: string | null;
  /** Epoch ms at which this page first saw it. */
  readonly seen: number;
}

export interface StoredWithdrawal {
  readonly file: string;
  /** The signed note. */
  readonly note: string;
  /** Verifier key its signature was checked with; null: not yet, it came before any hand-over of its log. */
  readonly key: string | null;
  /** Epoch ms. */
  readonly seen: number;
}

export interface OfficeSettings {
  /** How many people the office has; null: not said yet, and then nothing about conduct is shown. */
  readonly officeSize: number | null;
  /** Fewest people a figure may speak of; 3 or more. */
  readonly minGroup: number;
}

export const DEFAULT_SETTINGS: OfficeSettings = { officeSize: null, minGroup: 5 };

/** Fewest people a minimum group may be set to. */
export const GROUP_FLOOR = 3;

export interface ReviewSchema extends DBSchema {
  handovers: { key: string; value: StoredHandover };
  parts: { key: [string, number]; value: StoredPart };
  heads: { key: [string, number]; value: StoredHead };
  withdrawals: { key: [string, string]; value: StoredWithdrawal };
  settings: { key: 'settings'; value: OfficeSettings };
  releases: { key: string; value: StoredRelease };
}

/** One shown report, as the core's guard keeps it; `id` is a digest of it, so that the same one is kept once. */
export interface StoredRelease {
  readonly id: string;
  readonly output: ReleasedOutput;
}

export const REVIEW_DB = 'review';
