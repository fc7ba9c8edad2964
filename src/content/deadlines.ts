import { isClosedStatus, type PageFacts, type PageReading } from 'page-reader';
import type { DeadlineCount, DeskRequests, DueMarks } from '../messages/requests.ts';

type Counting = DeskRequests['count'];

const OVER: DeadlineCount = { chip: null, due: null };
/** No list is longer; the background takes no more. */
const MOST_AT_ONCE = 5_000;
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

  /** `ask`: null where nobody answers. */
  constructor(ask: (body: Counting['body']) => Promise<Counting['value'] | null>) {
    this.#ask = ask;
  }

  /** How the dossier of a page stands; null while that is not counted. `returnedAt`: epoch ms, if it was returned here. */
  ofDossier(facts: PageFacts | null, returnedAt: number | null): DeadlineCount | null {
    return this.#counts.get(keyOf(marksOf(facts ?? NO_FACTS), returnedAt)) ?? null;
  }

  /** How a dossier of a list stands; null while that is not counted. */
  ofRow(facts: PageFacts): DeadlineCount | null {
    return isClosedStatus(facts.status) ? OVER : this.ofDossier(facts, null);
  }

  /** True once what is known may be true no more; `now` in epoch ms. */
  isStale(now: number): boolean {
    return now >= this.#until;
  }

  /** Has counted what a reading shows and is not known yet, or all of it where that is stale. */
  async count(reading: PageReading, returnedAt: number | null, now: number): Promise<void> {
    const wanted = new Map(dossiersOf(reading).map((facts) => markedBy(facts, returnedAt)));
    const isStale = this.isStale(now);
    const asked = [...wanted].filter(([key]) => isStale || !this.#counts.has(key)).slice(0, MOST_AT_ONCE);
    if (asked.length === 0) return;
    const answer = await this.#ask({ marks: asked.map(([, marks]) => marks), returnedAt });
    if (answer === null) return;
    const kept = isStale ? [] : [...this.#counts].filter(([key]) => wanted.has(key));
    this.#counts = new Map([...kept, ...asked.map(([key], i) => [key, answer.counts[i] ?? OVER] as const)]);
    this.#until = kept.length === 0 ? answer.until : Math.min(this.#until, answer.until);
  }

  /** The rules changed, or the language: all is to be counted anew. What is known stands until then. */
  expire(): void {
    this.#until = 0;
  }
}

/** The dossiers of a reading whose deadline is worth counting. */
function dossiersOf({ kind, facts, rows }: PageReading): readonly PageFacts[] {
  return kind === 'list' ? rows.filter(({ status }) => !isClosedStatus(status)) : [facts ?? NO_FACTS];
}

function markedBy(facts: PageFacts, returnedAt: number | null): [string, DueMarks] {
  const marks = marksOf(facts);
  return [keyOf(marks, returnedAt), marks];
}

function marksOf({ due, dueState, status, doubts }: PageFacts): DueMarks {
  return {
    ...(due === undefined ? {} : { due }),
    ...(dueState === undefined ? {} : { dueState }),
    ...(status === undefined ? {} : { status }),
    doubts,
  };
}

function keyOf(marks: DueMarks, returnedAt: number | null): string {
  return JSON.stringify([marks, returnedAt]);
}
