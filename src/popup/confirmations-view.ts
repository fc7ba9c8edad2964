import type { LocalizedText, Outcome, Pack } from 'checklist-core';
import type { HalfDay, PrivatePart } from 'checklist-core/journal';
import type { ReadEntry } from '../storage/journal-query.ts';

/** One line of "what I recorded today". */
export interface ConfirmationRow {
  /** Id to undo; of a corrected entry, the correction's. */
  readonly id: string;
  /** `HH:mm`, or null where the exact time cannot be opened. */
  readonly time: string | null;
  readonly half: HalfDay;
  readonly pausePoint: string;
  readonly outcome: Outcome | null;
  readonly cues: number;
  /** Ids of the cues marked as not managed this time. */
  readonly missed: readonly string[];
  readonly skipped: boolean;
  /** An undo is a void of a finish within the same half-day. */
  readonly canUndo: boolean;
}

/** The half-day it is now: what may still be undone. */
export interface CurrentHalf {
  readonly day: string;
  readonly half: HalfDay;
}

/**
 * What was recorded, newest first: an entry that a void took back and the void itself are both left out, a corrected
 * entry is shown as its correction, day pages and practice are not confirmations.
 */
export function confirmations(entries: readonly ReadEntry[], current: CurrentHalf): readonly ConfirmationRow[] {
  const corrected = new Set(
    entries.flatMap(({ entry }) => (entry.service?.kind === 'correction' ? [entry.service.of] : [])),
  );
  return entries
    .filter(({ id, voided }) => !voided && !corrected.has(id))
    .flatMap((read) => confirmationRow(read, current) ?? [])
    .reverse();
}

function confirmationRow({ id, entry }: ReadEntry, current: CurrentHalf): ConfirmationRow | null {
  const { service, conduct } = entry;
  if (service === null || service.kind === 'void' || service.practice) return null;
  return {
    id,
    time: entry.private === null ? null : clockOf(entry.private.at),
    half: service.half,
    pausePoint: service.pausePoint,
    outcome: service.outcome,
    cues: conduct?.cues.length ?? 0,
    missed: conduct?.missed ?? [],
    skipped: conduct?.skipped ?? false,
    canUndo: service.kind === 'finish' && service.day === current.day && service.half === current.half,
  };
}

/** `HH:mm` of a local ISO time. */
function clockOf(at: string): string {
  return at.slice(11, 16);
}

/** Text of each cue of a pack by its id, for rows that name what was not managed. */
export function cueTexts(pack: Pack): ReadonlyMap<string, LocalizedText> {
  return new Map(pack.cues.map(({ id, text }) => [id, text]));
}

/** A day page as it was saved. */
export interface SavedDayPage {
  /** `HH:mm`. */
  readonly clock: string;
  readonly answers: NonNullable<PrivatePart['dayPage']>;
}

/** The newest day page among a day's entries (redoing it is a new entry that takes its place); null if there is none. */
export function latestDayPage(entries: readonly ReadEntry[]): SavedDayPage | null {
  const pages = entries.flatMap(({ entry, voided }) => {
    const answers = entry.private?.dayPage;
    return answers === undefined || voided || entry.private === null
      ? []
      : [{ clock: clockOf(entry.private.at), answers }];
  });
  return pages.at(-1) ?? null;
}
