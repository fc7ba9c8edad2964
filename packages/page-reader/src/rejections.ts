import type { FactName, Rejection, RejectReason, Relation } from './explanation.ts';
import { dateIn, type Slot } from './fact-sheet.ts';
import type { KnownDates } from './grammar/printed-date.ts';
import type { Label, Labelled } from './labels.ts';

/** The fact that a slot's values become. */
const FACT_OF: Readonly<Record<Slot, FactName>> = {
  code: 'code',
  procedureCode: 'procedureCode',
  procedureName: 'procedureName',
  channel: 'channel',
  submitted: 'received',
  received: 'received',
  due: 'due',
  newDue: 'due',
  stepDue: 'stepDue',
  term: 'term',
  status: 'statusText',
  dueText: 'dueText',
};

const DATES: ReadonlySet<FactName> = new Set(['received', 'due', 'stepDue']);

/** What could have been a fact of a dossier and was not taken, and why. */
export class Rejections {
  readonly #byFact = new Map<FactName, readonly Rejection[]>();
  readonly #dates: KnownDates;

  constructor(dates: KnownDates) {
    this.#dates = dates;
  }

  of(fact: FactName): readonly Rejection[] {
    return this.#byFact.get(fact) ?? [];
  }

  /** Notes a label whose value somebody may be typing: that of a search box, say, announces nothing of this dossier. */
  draft(label: Label, relation: Relation): void {
    this.#note(label, relation, () => 'draft');
  }

  /** Notes the labels of a line under a title about something else. */
  elsewhere(found: readonly Labelled[]): void {
    for (const { label, value } of found) this.#note(label, value === '' ? 'beside' : 'same-line', () => 'elsewhere');
  }

  /** Notes a label whose value is none of its kind. */
  untaken(label: Label, relation: Relation, text: string): void {
    this.#note(label, relation, (fact) => this.#whyNot(fact, text));
  }

  #whyNot(fact: FactName, text: string): RejectReason {
    if (text === '') return 'empty';
    return DATES.has(fact) && dateIn(text, this.#dates) === 'malformed' ? 'malformed' : 'no-such-value';
  }

  #note({ fact, text }: Label, relation: Relation, why: (fact: FactName) => RejectReason): void {
    if (fact === 'mixed' || fact === 'never') return;
    const name = FACT_OF[fact];
    this.#byFact.set(name, [...this.of(name), { label: text, relation, reason: why(name) }]);
  }
}
