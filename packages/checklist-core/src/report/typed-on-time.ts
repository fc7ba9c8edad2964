import { shareNotes } from './conduct-figure.ts';
import type { NoteCode } from './note-code.ts';
import type { Share } from './report.ts';
import { wilson } from './wilson.ts';

/** Figures that a reader typed from the portal's statistics of one period. */
export interface TypedFigures {
  readonly received: number;
  readonly resolved: number;
  /** Of those resolved. */
  readonly early: number;
  readonly onTime: number;
}

/** On-time figures as typed. They stand apart from those of journals and are never added to them. */
export interface TypedOnTime extends TypedFigures {
  readonly source: 'typed';
  readonly late: number;
  /** (early + on time) ÷ resolved; null if nothing was resolved. */
  readonly share: Share | null;
  /** early ÷ resolved; null if nothing was resolved. */
  readonly earlyShare: number | null;
  /** resolved ÷ received: may be over 1, as dossiers of the period before are resolved too; null if none came. */
  readonly resolvedShare: number | null;
  readonly notes: readonly NoteCode[];
}

/**
 * On-time rate = (on time + early) ÷ resolved: 227,488 of 231,840 are 98.12 %.
 * @throws RangeError for a number that is not whole, is negative, or if early and on time are more than resolved.
 */
export function typedOnTime(figures: TypedFigures): TypedOnTime {
  const { received, resolved, early, onTime } = figures;
  for (const [name, value] of Object.entries({ received, resolved, early, onTime })) {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`${name}: ${value} is not a count`);
  }
  const kept = early + onTime;
  if (kept > resolved) throw new RangeError(`early + onTime: ${kept} is more than the ${resolved} resolved`);
  return {
    received,
    resolved,
    early,
    onTime,
    source: 'typed',
    late: resolved - kept,
    share: wilson(kept, resolved),
    earlyShare: resolved === 0 ? null : early / resolved,
    resolvedShare: received === 0 ? null : resolved / received,
    notes: shareNotes(kept, resolved),
  };
}
