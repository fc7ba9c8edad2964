import type { DayCounts, EntryKind, HalfDay, LetterKind } from '../journal/entry.ts';
import type { CountedService } from './service-tally.ts';

/** An entry as far as it can count. Kept small: those at the edges of a file wait for its neighbour. */
export interface RunEntry extends CountedService {
  readonly n: number;
  readonly id: string;
  readonly kind: EntryKind;
  readonly half: HalfDay;
  readonly pack: string;
  readonly practice: boolean;
  /** Id of the entry that a void or correction speaks of. */
  readonly of: string | null;
  readonly letter: LetterKind | null;
  readonly counts: DayCounts | null;
  /** Its conduct, see `ConductCoder`; null if closed. */
  codes: Uint32Array | null;
  /** Not counted from another file yet. */
  newService: boolean;
  newConduct: boolean;
}

/** What entries of one day do to one another. */
export interface Netting {
  /** Taken back by a void of the same half-day. */
  readonly voided: ReadonlySet<RunEntry>;
  /** Replaced by a correction. */
  readonly corrected: ReadonlySet<RunEntry>;
  /** The last day counts: a day that was closed twice counts once. */
  readonly closing: RunEntry | null;
}

/** Nets out the entries of one day of one log, in the order of the log. */
export function netOut(run: readonly RunEntry[]): Netting {
  const voided = new Set<RunEntry>();
  const corrected = new Set<RunEntry>();
  for (const [entry, target] of targetsIn(run)) {
    if (entry.kind === 'correction') corrected.add(target);
    else if (target.half === entry.half) voided.add(target);
  }
  const closings = run.filter((entry) => entry.kind === 'day-counts' && !entry.practice && !voided.has(entry));
  return { voided, corrected, closing: closings.at(-1) ?? null };
}

/** Whether a correction has what it corrects in the same run: one that speaks of another day does not count. */
export function correctsIn(run: readonly RunEntry[]): ReadonlySet<RunEntry> {
  return new Set(targetsIn(run).map(([entry]) => entry));
}

function targetsIn(run: readonly RunEntry[]): readonly (readonly [RunEntry, RunEntry])[] {
  const speaking = run.filter(({ of }) => of !== null);
  if (speaking.length === 0) return [];
  const byId = new Map(run.map((entry) => [entry.id, entry]));
  return speaking.flatMap((entry) => {
    const target = byId.get(entry.of ?? '');
    const fits = target !== undefined && target.n < entry.n && target.kind !== 'void';
    return fits && target.practice === entry.practice ? [[entry, target] as const] : [];
  });
}
