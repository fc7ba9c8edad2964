import { isClosedStatus, type PageFacts, type PageReading } from 'page-reader';
import { MOST_ROWS } from '../messages/most-rows.ts';
import type { DeadlineCount, DeskRequests, DueMarks } from '../messages/requests.ts';

/** So long what was counted is believed after its time, while nobody answers. */
const BELIEVED_MS = 120_000;

type Counting = DeskRequests['count'];

const OVER: DeadlineCount = { chip: null, due: null };
/** A page of which nothing was read may still say so. */
const NO_FACTS: PageFacts = { doubts: [] };

/**
 * What the background has counted for this page. Many dossiers of a list have the same due date and status, so each such
 * set of marks is asked for once; what was counted stands until something new is known in its place.
 */
export class Deadlines {
  readonly #ask: (body: Counting['body']) => Promise<Counting['value'] | null>;
  #counts: ReadonlyMap<string, DeadlineCount> = new Map();
  #until = Number.POSITIVE_INFINITY;
  /** Until when it held by the last answer, whatever has expired since. */
  #heldUntil = Number.POSITIVE_INFINITY;
  /** What the page shows by now: an answer may be overtaken by a newer one. */
  #wanted: ReadonlySet<string> = new Set();
  /** By rows: those of a list that stay are asked about at every reading. */
  readonly #keys = new WeakMap<PageFacts, string>();

  /** `ask`: null where nobody answers. */
  constructor(ask: (body: Counting['body']) => Promise<Counting['value'] | null>) {
    this.#ask = ask;
  }

  /** How the dossier of a page stands; null while that is not counted. `returnedAt`: epoch ms, if it was returned here. */
  ofDossier(facts: PageFacts | null, returnedAt: number | null): DeadlineCount | null {
    return this.#counts.get(this.#keyOf(facts ?? NO_FACTS, returnedAt)) ?? null;
  }

  /** How a dossier of a list stands; null while that is not counted. */
  ofRow(facts: PageFacts): DeadlineCount | null {
    return isClosedStatus(facts.status) ? OVER : this.ofDossier(facts, null);
  }

  /** True once what is known may be true no more; `now` in epoch ms. */
  isStale(now: number): boolean {
    return now >= this.#until;
  }

  /**
   * Has counted what a reading shows and is not known yet, or all of it where that is stale. Where nobody answers for
   * long, what was counted is forgotten: its words are wrong by then.
   */
  async count(reading: PageReading, returnedAt: number | null, now: number): Promise<void> {
    const wanted = new Map(dossiersOf(reading).map((facts) => [this.#keyOf(facts, returnedAt), facts]));
    this.#wanted = new Set(wanted.keys());
    const isStale = this.isStale(now);
    const until = this.#until;
    const asked = [...wanted].filter(([key]) => isStale || !this.#counts.has(key)).slice(0, MOST_ROWS);
    if (asked.length === 0) return;
    const answer = await this.#ask({ marks: asked.map(([, facts]) => marksOf(facts)), returnedAt });
    if (answer === null) {
      if (now > this.#heldUntil + BELIEVED_MS) this.#counts = new Map();
      return;
    }
    // All that was stale is counted anew, unless another answer has done so meanwhile.
    const isKept = !isStale || this.#until !== until;
    const kept = isKept ? [...this.#counts].filter(([key]) => this.#wanted.has(key)) : [];
    this.#counts = new Map([...kept, ...asked.map(([key], i) => [key, answer.counts[i] ?? OVER] as const)]);
    this.#until = kept.length === 0 ? answer.until : Math.min(this.#until, answer.until);
    this.#heldUntil = this.#until;
  }

  /** The rules changed, or the language: all is to be counted anew. What is known stands until then. */
  expire(): void {
    this.#until = 0;
  }

  #keyOf(facts: PageFacts, returnedAt: number | null): string {
    if (returnedAt !== null) return keyOf(facts, returnedAt);
    const known = this.#keys.get(facts) ?? keyOf(facts, null);
    this.#keys.set(facts, known);
    return known;
  }
}

/** The dossiers of a reading whose deadline is worth counting. */
function dossiersOf({ kind, facts, rows }: PageReading): readonly PageFacts[] {
  return kind === 'list' ? rows.filter(({ status }) => !isClosedStatus(status)) : [facts ?? NO_FACTS];
}

function marksOf({ due, dueState, status, doubts }: PageFacts): DueMarks {
  return {
    ...(due === undefined ? {} : { due }),
    ...(dueState === undefined ? {} : { dueState }),
    ...(status === undefined ? {} : { status }),
    doubts,
  };
}

function keyOf(facts: PageFacts, returnedAt: number | null): string {
  return JSON.stringify([marksOf(facts), returnedAt]);
}
