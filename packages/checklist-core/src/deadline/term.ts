/** A length of time as a term gives it. `n` is more than 0; days and hours of work may be quarters (2.5), the others are whole. */
export interface TermLength {
  readonly kind: 'working-days' | 'working-hours' | 'calendar-days' | 'hours' | 'months';
  readonly n: number;
}

/**
 * The ordinary case of a term. `same-day`: on the day of receipt; `immediate`: as soon as the dossier is complete;
 * `unspecified`: the wording names no length for the ordinary case.
 */
export type TermSpan = TermLength | { readonly kind: 'same-day' | 'immediate' | 'unspecified' };

/** What the wording grants under a condition. It is never applied by itself: a person knows whether the condition holds. */
export interface TermCase {
  /** The condition in the words of the text, folded to lower case. */
  readonly condition: string;
  /** `added` to the ordinary length, or standing `instead` of it. */
  readonly how: 'instead' | 'added';
  readonly length: TermLength;
  /** The wording allows still more by agreement. */
  readonly orLonger: boolean;
}

/** A term as its wording gives it, e.g. a statutory one: the ordinary case and what may change it. */
export type Term = TermSpan & {
  /** The lower end of a printed range ("from 3 to 5 days"), in the same unit; `n` is the upper one. */
  readonly shortest?: number;
  /**
   * Time of day `HH:mm`: a dossier received later than this minute counts as received on the next working day.
   * Only where the wording says so.
   */
  readonly lateAfter?: string;
  readonly cases?: readonly TermCase[];
};

/** Whether the ordinary case is a length and not a moment or nothing. */
export function isLength(span: TermSpan): span is TermLength {
  return 'n' in span;
}

/**
 * The term that holds if the condition of `chosen` is met, without further cases. A length added to `same-day` or
 * `immediate` is that length, because the ordinary case takes no day. Null if lengths of two units would have to be
 * added, or a length to a term that names none.
 */
export function termInCase(term: Term, chosen: TermCase): Term | null {
  const late = term.lateAfter === undefined ? {} : { lateAfter: term.lateAfter };
  const { kind, n } = chosen.length;
  if (chosen.how === 'instead' || term.kind === 'same-day' || term.kind === 'immediate') return { kind, n, ...late };
  if (!isLength(term) || term.kind !== kind) return null;
  return { kind, n: term.n + n, ...late };
}
