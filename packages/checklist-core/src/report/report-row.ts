import type { Channel, Outcome } from '../assessment/outcome.ts';
import type { SharedEntry } from '../handover/handover.ts';
import type { DayCounts, EntryKind, HalfDay, LetterKind, OnTimeClass } from '../journal/entry.ts';
import { ConductCoder, decode, type Subject } from './conduct-coder.ts';
import { Numbering } from './numbering.ts';
import type { TallyOptions } from './tally-options.ts';

/**
 * One entry as a flat row for a warehouse: one row an entry whose service part is open. Rows are raw. Whoever sums them
 * up does what the tally does: keeps one row per (`log`, `n`), one with open conduct before one without; drops
 * `practice`; drops a `void`, and the row whose `id` is its `of` if that is earlier in the same `log`, `day` and `half`;
 * drops the row that a `correction` of the same `log` and `day` speaks of, and a correction without one; keeps the last
 * `day-counts` of a `log` and `day`; and counts people by `person`, never by `log`. Rows hold persons by number, so they
 * are for the holder of the hand-overs only, and figures from them must go through the report's minimum group.
 */
export interface ReportRow {
  readonly log: number;
  readonly n: number;
  readonly id: string;
  readonly person: number;
  readonly kind: EntryKind;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly half: HalfDay;
  readonly pack: string;
  readonly pausePoint: string;
  readonly outcome: Outcome | null;
  readonly group: string | null;
  readonly channel: Channel | null;
  readonly onTime: OnTimeClass;
  readonly practice: boolean;
  readonly of: string | null;
  readonly letter: LetterKind | null;
  readonly counts: DayCounts | null;
  /** Null where the conduct part is closed. */
  readonly conduct: RowConduct | null;
}

/** Present ids. Of a skipped or bypassed confirmation the lists are empty: it is in no rate. */
export interface RowConduct {
  readonly skipped: boolean;
  readonly bypassed: boolean;
  /** Empty too where a cue's rules are not known. */
  readonly rules: readonly string[];
  readonly missedRules: readonly string[];
  readonly cues: readonly string[];
  readonly missedCues: readonly string[];
}

/** Which log and whose; numbers of the caller's own. */
export interface RowSource {
  readonly log: number;
  readonly person: number;
}

/** Makes rows that mean by rule and cue what a tally with the same options counts. */
export class RowMaker {
  readonly #subjects = new Numbering<Subject>('rules, cues and pause points');
  readonly #coder: ConductCoder;

  constructor(options: TallyOptions = {}) {
    this.#coder = new ConductCoder(options, this.#subjects);
  }

  /** Null where the service part is closed: nothing can be counted of such an entry. */
  rowOf({ log, person }: RowSource, { n, id, service, conduct }: SharedEntry): ReportRow | null {
    if (service === null) return null;
    const { pack, pausePoint, letter = null, counts = null, ...rest } = service;
    const codes = conduct === null ? null : this.#coder.codesOf(pack, pausePoint, conduct);
    return {
      ...rest,
      log,
      n,
      id,
      person,
      pack,
      pausePoint,
      letter,
      counts,
      conduct:
        conduct === null || codes === null
          ? null
          : { skipped: conduct.skipped, bypassed: conduct.bypassed === true, ...this.#listsOf(codes) },
    };
  }

  #listsOf(codes: Uint32Array): Omit<RowConduct, 'skipped' | 'bypassed'> {
    const counted = Array.from(codes, decode).map(({ subject, missed }) => ({
      missed,
      subject: this.#subjects.nameOf(subject) ?? '',
    }));
    const named = (prefix: string, onlyMissed: boolean) =>
      counted
        .filter(({ subject, missed }) => subject.startsWith(prefix) && (missed || !onlyMissed))
        .map(({ subject }) => subject.slice(prefix.length));
    return {
      rules: named('rule:', false),
      missedRules: named('rule:', true),
      cues: named('cue:', false),
      missedCues: named('cue:', true),
    };
  }
}
