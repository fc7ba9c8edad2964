import type { Relation } from './explanation.ts';
import { channel } from './grammar/channel.ts';
import { announcedCode, dossierCodes } from './grammar/dossier-code.ts';
import { dueState, dueText } from './grammar/due-text.ts';
import { type KnownDates, type PrintedDate, printedDate } from './grammar/printed-date.ts';
import { codeAndName, procedureCode } from './grammar/procedure-code.ts';
import type { ProcedureNames } from './grammar/procedure-name.ts';
import { type PrintedStatus, status } from './grammar/status.ts';
import { term } from './grammar/term.ts';
import type { Label, LabelFact } from './labels.ts';
import { LETTERS } from './letters.ts';
import type { Doubt, PageChannel, PageFacts } from './page-facts.ts';
import { type Line, SEAM } from './page-scan.ts';
import type { KnownPatterns, ReaderPhrases } from './reader-words.ts';
import type { Rejections } from './rejections.ts';
import { remembered } from './remembered.ts';

/** What a value may equal, besides what the grammars of codes, dates and terms say. */
export interface KnownTexts extends Pick<ReaderPhrases, 'dueTexts'> {
  readonly names: ProcedureNames;
  readonly patterns: KnownPatterns;
  /** The status that a plain text is. */
  readonly status: (text: string) => PrintedStatus | null;
  /** The due text that a plain text is where no label says so. */
  readonly saying: (text: string) => string | null;
}

/** The known texts of one reading: a list prints a few of them in all its rows. */
export function knownTexts({ statuses, dueTexts, patterns }: ReaderPhrases, names: ProcedureNames): KnownTexts {
  return {
    names,
    patterns,
    dueTexts,
    status: remembered((text) => status(text, { statuses, patterns })),
    saying: remembered((text) => dueText(text, { dueTexts, patterns })),
  };
}

type DateFact = Extract<LabelFact, 'submitted' | 'received' | 'due' | 'newDue' | 'stepDue'>;
/** Under what a value is kept until the facts are drawn from it. */
export type Slot = Exclude<LabelFact, 'mixed' | 'never'>;

/** Something read, with its weight: what is printed outweighs a read-only input, a label outweighs a lonely text. */
export interface Read {
  readonly value: string;
  readonly weight: number;
  readonly label: Label | null;
  readonly relation: Relation;
}

/** How a value stands to its label, and in what it is written. */
export interface Stand {
  readonly relation: Relation;
  readonly ink: Line['ink'];
  /** A common word that is a label only if the value is one of its kind; any other label outweighs it. */
  readonly weak?: boolean;
}

/** A text that no label announces. */
export const LONELY = 0;
/** A lonely text that stands as a heading, or whose full form the portal keeps in a title. */
export const PROMINENT = 1;
const WEAK = 1.5;
const INK_WEIGHT: Readonly<Record<Line['ink'], number>> = { print: 4, fixed: 3, draft: 2 };
/** What a text is read as that no label announces. */
const UNANNOUNCED: Omit<Read, 'value'> = { label: null, relation: 'form', weight: LONELY };
const NAMED: Pick<Read, 'label' | 'relation'> = { label: null, relation: 'name' };

const NONE: readonly never[] = [];
const FIGURE = /\d/;
/** No procedure's code is without it; asked first, of every line. */
const NUMBER = /\d\.\d{6}/;
/** Where a remark behind a status begins or ends. */
const REMARK = new RegExp(`[${SEAM}(),;|–-]`);
const BEHIND_DATE = new RegExp(`\\d[\\s,;(–-]+([${LETTERS}].*?)\\)?$`);
const DAYS = /\d{1,2}([/.-])\d{1,2}\1\d{4}/g;
const CODE_BEFORE = /^[\w.-]+\d[\s:–-]+/;

/**
 * Collects what the labels of one dossier announce. Nothing enters but through a closed grammar, so nothing else can
 * come out: a citizen's name in the place of a value parses as none of them.
 */
export class FactSheet {
  readonly #known: KnownTexts;
  readonly #reads = new Map<Slot, Read[]>();
  readonly #malformed: DateFact[] = [];
  /** Days on which something may have been put off to, in words that nobody knows. */
  readonly #postponed: string[] = [];
  readonly #labels: LabelFact[] = [];
  /** Codes of the page's headings. */
  readonly #headed: string[] = [];
  #shared = false;
  /** What could have been a fact and was not taken, where somebody wants to know. */
  readonly rejections: Rejections | null;

  constructor(known: KnownTexts, rejections: Rejections | null = null) {
    this.#known = known;
    this.rejections = rejections;
  }

  /** True if the page has the label, with or without a value. */
  has(fact: LabelFact): boolean {
    return this.#labels.includes(fact);
  }

  /** How many different facts the page has labels for, with or without values. */
  get announced(): number {
    return this.#labels.filter((fact) => fact !== 'mixed' && fact !== 'never').length;
  }

  /** The page holds another dossier's code too: its other facts were left out as far as they could be told apart. */
  markShared(): this {
    this.#shared = true;
    return this;
  }

  /** All that was read for a slot, in order of appearance. */
  reads(slot: Slot): readonly Read[] {
    return this.#reads.get(slot) ?? NONE;
  }

  /** Takes the value behind a label; `text` may hold seams. Answers whether it said anything. */
  add(label: Label, text: string, { relation, ink, weak = false }: Stand): boolean {
    const { fact } = label;
    if (!weak) this.#announce(fact);
    if (fact === 'never' || (fact === 'mixed' && relation === 'column')) return false;
    const read = { weight: weak ? WEAK : INK_WEIGHT[ink], label, relation };
    const slot = fact === 'mixed' ? 'code' : fact;
    const taken = this.#take(slot, text, read, ink);
    if (!taken && !weak) this.rejections?.untaken(label, relation, text);
    return taken;
  }

  /** Takes what a part of the dossier says by itself. */
  addAll(part: FactSheet): void {
    part.#reads.forEach((reads, slot) => {
      for (const read of reads) this.#push(slot, read);
    });
    for (const fact of part.#labels) this.#announce(fact);
    this.#malformed.push(...part.#malformed);
    this.#postponed.push(...part.#postponed);
  }

  /** Takes the code or the procedure's name that a text without a label is or holds; answers whether it names this dossier. */
  addLonely({ text, titled }: Pick<Line, 'text' | 'titled'>, weight: number): boolean {
    const codes = codesIn(text);
    const [code] = codes;
    const before = code === undefined ? '' : text.slice(0, text.toUpperCase().indexOf(code.slice(0, 3)));
    if (!this.#known.patterns.anothersCode.test(before.toLowerCase()))
      for (const one of codes) {
        this.#keep('code', one, UNANNOUNCED);
        if (weight === PROMINENT) this.#headed.push(one);
      }
    const own = code !== undefined && code === this.reads('code')[0]?.value;
    if (own) this.#badges(text);
    const parts = code === undefined ? [] : text.split(SEAM).map((part) => part.replace(CODE_BEFORE, ''));
    const { names } = this.#known;
    const numbered = NUMBER.test(text) ? codeAndName(spaced(text, ' ')) : { code: null, name: '' };
    const named = numbered.code === null ? null : names(numbered.name);
    if (named !== null) this.#keep('procedureCode', numbered.code, { ...UNANNOUNCED, weight });
    const name = named ?? first(text, names) ?? only(parts.flatMap((part) => names(part) ?? []));
    return this.#keep('procedureName', name ?? null, { ...NAMED, weight: titled ? PROMINENT : weight }) || own;
  }

  /** Takes the status and the due text of a line that holds nothing else. */
  addBadges({ text }: Pick<Line, 'text'>): void {
    const parts = text.split(SEAM).map((part) => part.trim());
    if (
      parts.every(
        (part) =>
          (this.#known.patterns.stated.test(part.toLowerCase()) && this.#known.status(part)?.text === part) ||
          this.#known.saying(part) !== null,
      )
    )
      this.#badges(text);
  }

  /** As `addLonely`, in a row of a list: there a channel or, where `due` says so, a due text is the dossier's too. */
  addInRow(line: Pick<Line, 'text' | 'titled' | 'place'>, due: boolean): boolean {
    const found = this.addLonely(line, LONELY);
    const code = codesIn(line.text)[0];
    const text = spaced(line.text, code === undefined ? ' ' : '');
    const rest = text.slice(code?.length ?? 0).replace(/^[\s\-–]+/, '');
    const dueRead = due && (this.addDueText(rest) || (line.place === 'text' && this.#badges(rest)));
    return this.#keepChannel(rest.toLowerCase()) || dueRead || found;
  }

  /** Takes the channel that a line begins with, in an element of its own. */
  addChannel({ folded }: Pick<Line, 'folded'>): void {
    this.#keepChannel(folded.slice(0, folded.indexOf(SEAM)).trim());
  }

  #keepChannel(text: string): boolean {
    return this.#keep('channel', channel(text, this.#known.patterns), UNANNOUNCED);
  }

  /** Takes a due text that no label announces. */
  addDueText(text: string): boolean {
    return this.#keep('dueText', this.#known.saying(spaced(text, ' ')), UNANNOUNCED);
  }

  /** Notes the days of a line that speaks of an appointment put off, or else the one right behind it. */
  addPostponed({ folded }: Pick<Line, 'folded'>, next: Pick<Line, 'text'> | undefined): void {
    const { patterns } = this.#known;
    if (!patterns.postponed.test(folded)) return;
    // A label alone, and a day behind it: any other line is about something else.
    const isLabel = patterns.dayLabel.test(folded) && next !== undefined && dateIn(next.text, patterns) !== null;
    this.notePostponed(isLabel ? next.text : folded);
  }

  /** Notes the days of a text that stands where an appointment put off would stand. */
  notePostponed(text: string): void {
    for (const [day] of text.matchAll(DAYS)) {
      const date = printedDate(day, this.#known.patterns);
      if (date !== null && date !== 'malformed') this.#postponed.push(date.iso);
    }
  }

  /** Takes the status and the due text that stand as badges beside a code, each in an element of its own. */
  #badges(text: string): boolean {
    return text
      .split(SEAM)
      .map((part) => {
        const stated =
          this.#known.patterns.stated.test(part.toLowerCase()) &&
          this.#keep('status', this.#known.status(part.trim())?.text ?? null, UNANNOUNCED);
        return stated || this.addDueText(part);
      })
      .includes(true);
  }

  /** What was read, and the doubts about it. */
  facts(): PageFacts {
    const doubts: Doubt[] = [];
    const code = this.#code(doubts);
    const statuses = this.#disagree('status') ? this.#said('status') : this.#best('status');
    // A pause is printed below the status too: there it says how the deadline stands.
    const firm = statuses.filter((text) => this.#known.saying(text) === null);
    const statusText = only(firm.length > 0 ? firm : statuses);
    const number = this.#known.status(statusText ?? '')?.status ?? undefined;
    const channelRead = only(this.#best('channel')) as PageChannel | undefined;
    const due = this.#due(doubts);
    const received = this.#received(channelRead, number);
    const duePrinted = this.#dueText(doubts) ?? statuses.find((text) => !firm.includes(text));
    if (this.#malformed.includes('received') && received === undefined) doubts.push('received-malformed');
    if (due !== undefined && received !== undefined && isBefore(due, received)) doubts.push('due-before-received');
    return given({
      code,
      procedureCode: only(this.#best('procedureCode')),
      procedureName: this.#procedureName(),
      channel: channelRead,
      received,
      due,
      stepDue: this.#stepDue(),
      term: only(this.#best('term')),
      statusText,
      status: number,
      dueText: duePrinted,
      dueState: duePrinted === undefined ? undefined : dueState(duePrinted, this.#known.patterns),
      doubts,
    });
  }

  #take(slot: Slot, text: string, read: Omit<Read, 'value'>, ink: Line['ink']): boolean {
    switch (slot) {
      case 'code':
        return (
          this.#keep(slot, first(text, announcedCode), read) && (!text.includes(SEAM) || this.#badges(text) || true)
        );
      case 'procedureCode':
        return this.#keep(slot, first(text, procedureCode), read);
      case 'procedureName':
        return this.#takeProcedure(text, read);
      case 'channel':
        return this.#keep(
          slot,
          first(text.toLowerCase(), (words) => channel(words, this.#known.patterns)),
          read,
        );
      case 'term':
        return this.#keep(
          slot,
          first(text, (words) => term(words, this.#known.patterns)),
          read,
        );
      case 'status':
        return this.#takeStatus(text, read);
      case 'dueText':
        return this.#keep(
          slot,
          first(text, (words) => dueText(words, this.#known, read.label?.text)),
          read,
        );
      default:
        return this.#takeDate(slot, text, read, ink);
    }
  }

  /** A status, how the deadline stands, or both. */
  #takeStatus(text: string, read: Omit<Read, 'value'>): boolean {
    const said = first(text, (words) => this.#known.status(words)?.text ?? null);
    if (said === null)
      return this.#keep(
        'dueText',
        first(text, (words) => this.#known.saying(words)),
        read,
      );
    for (const part of text.split(REMARK).slice(1)) this.addDueText(part);
    return this.#keep('status', said, read);
  }

  #takeProcedure(text: string, read: Omit<Read, 'value'>): boolean {
    const { names } = this.#known;
    const { code, name } = codeAndName(spaced(text, ' '));
    const codeRead = this.#keep('procedureCode', code, read);
    return this.#keep('procedureName', first(text, names) ?? names(name), read) || codeRead;
  }

  #takeDate(fact: DateFact, text: string, read: Omit<Read, 'value'>, ink: Line['ink']): boolean {
    // A new appointment that stands in an input is being typed, not given.
    if (fact === 'newDue' && ink !== 'print') return false;
    const date = dateIn(text, this.#known.patterns);
    const isDue = fact === 'due' || fact === 'newDue';
    // Of several days behind a label nobody knows which one holds.
    if (date === 'malformed' || (date === null && isDue && /^\d/.test(text) && (text.match(DAYS)?.length ?? 0) > 1))
      this.#malformed.push(fact);
    if (date === null || date === 'malformed') return false;
    this.#keep(fact, date.iso, read);
    const aside = { ...read, weight: read.weight / 10 };
    const said = read.label?.channel;
    if (said !== undefined) this.#keep('channel', said, aside);
    if (isDue) {
      const behind = textBehindDate(text);
      this.#keep('dueText', behind === null ? null : this.#known.saying(behind), aside);
    }
    return true;
  }

  #keep(slot: Slot, value: string | null, read: Omit<Read, 'value'>): boolean {
    if (value === null) return false;
    this.#push(slot, { ...read, value });
    return true;
  }

  #announce(fact: LabelFact): void {
    if (!this.#labels.includes(fact)) this.#labels.push(fact);
  }

  #push(slot: Slot, read: Read): void {
    const reads = this.#reads.get(slot);
    if (reads === undefined) this.#reads.set(slot, [read]);
    else reads.push(read);
  }

  /** The distinct values of the greatest weight, in order of appearance. */
  #best(slot: Slot): readonly string[] {
    const reads = this.reads(slot);
    if (reads.length < 2) return reads.length === 0 ? NONE : reads.map(valueRead);
    const most = Math.max(...reads.map(({ weight }) => weight));
    return [...new Set(reads.filter(({ weight }) => weight === most).map(({ value }) => value))];
  }

  /** A labelled code, the first if several disagree; without a label only the one code there is. */
  #code(doubts: Doubt[]): string | undefined {
    const codes = this.#best('code');
    const lonely = this.reads('code').every(({ weight }) => weight === LONELY);
    // The label's place is empty or says something else: whose code that is, nobody knows.
    if (lonely && this.has('code')) return undefined;
    const said = this.reads('code').filter(
      ({ weight, relation }) => weight > WEAK || (weight === WEAK && relation === 'beside'),
    );
    const isShared = [...said.map(valueRead), ...this.#headed].some((one) => one !== codes[0]);
    if (this.#shared || (!lonely && isShared)) doubts.push('codes-disagree');
    return lonely ? only(codes) : codes[0];
  }

  /** Two places say two things behind a label of theirs, be it in print or in a field. */
  #disagree(slot: Slot): boolean {
    return this.reads(slot).length > 1 && mostPrecise(this.#said(slot)).length > 1;
  }

  /** All that stands behind a label of its own, each value once. */
  #said(slot: Slot): readonly string[] {
    const said = this.reads(slot).filter(({ weight }) => weight >= INK_WEIGHT.draft);
    return [...new Set(said.map(valueRead))];
  }

  #procedureName(): string | undefined {
    const lonely = this.reads('procedureName').every(({ weight }) => weight <= PROMINENT);
    return lonely && this.has('procedureName') ? undefined : only(this.#best('procedureName'));
  }

  /** Steps print their deadlines in running lines: only the one that stands in a place of its own is the dossier's now. */
  #stepDue(): string | undefined {
    const dates = mostPrecise(this.#best('stepDue'));
    if (dates.length < 2) return dates[0];
    const beside = this.reads('stepDue').filter(({ relation }) => relation === 'beside');
    return only(mostPrecise([...new Set(beside.map(({ value }) => value))]));
  }

  #due(doubts: Doubt[]): string | undefined {
    const again = mostPrecise(this.#best('newDue'));
    const dues = mostPrecise(this.#best('due'));
    // Of several the last one holds.
    const said = again.length > 0 ? again.toSorted().reverse() : dues;
    const [due] = said;
    // An earlier day beside the word may be the one on which more time was given; one far behind is a permit's or a paper's.
    const isMoved =
      due !== undefined &&
      (dues.some((one) => isBefore(due, one) || isFarBehind(due, one)) ||
        this.#postponed.some((day) => isBefore(due, day) && !isFarBehind(day, due)));
    if (said.length > 1 || isMoved || (again.length === 0 && this.#disagree('due'))) doubts.push('dues-disagree');
    if (this.#malformed.includes('newDue') || (this.#malformed.includes('due') && due === undefined))
      doubts.push('due-malformed');
    return due;
  }

  /** The due text that says most; none, and a doubt, where one says late and another running. */
  #dueText(doubts: Doubt[]): string | undefined {
    const texts = this.#best('dueText');
    if (texts.length < 2) return texts[0];
    if (new Set(texts.map((text) => dueState(text, this.#known.patterns))).size < 2)
      return texts.toSorted((a, b) => b.length - a.length)[0];
    if (!doubts.includes('dues-disagree')) doubts.push('dues-disagree');
    return undefined;
  }

  /** The day of filing stands in for the day of receipt only where a page knows no other and the dossier was taken in. */
  #received(said: PageChannel | undefined, at: number | undefined): string | undefined {
    const received = this.#disagree('received') ? undefined : only(mostPrecise(this.#best('received')));
    if (received !== undefined || this.has('received')) return received;
    return said === 'online' || at === 1 ? undefined : only(mostPrecise(this.#best('submitted')));
  }
}

function valueRead({ value }: Read): string {
  return value;
}

/** The date a value starts with; words of a date may be spread over elements with or without a space between. */
export function dateIn(text: string, words: KnownDates): PrintedDate {
  const joined = printedDate(spaced(text, '').toLowerCase(), words);
  if ((joined !== null && joined !== 'malformed') || !text.includes(SEAM)) return joined;
  return printedDate(spaced(text, ' ').toLowerCase(), words) ?? joined;
}

/** What a portal prints right behind an appointment: `23/11/2026 09:25 (Còn 2 ngày)`. */
function textBehindDate(text: string): string | null {
  return BEHIND_DATE.exec(spaced(text, ' '))?.[1] ?? null;
}

/** Codes of a text, whether they end with an element or run over several: figures that touch a whole code are another's. */
export function codesIn(text: string): readonly string[] {
  if (!FIGURE.test(text)) return [];
  const joined = dossierCodes(spaced(text, ''));
  const apart = text.includes(SEAM) ? dossierCodes(spaced(text, ' ')) : joined;
  return apart.length < joined.length ? joined : apart;
}

/**
 * Tries a grammar on the whole value, its elements spaced or joined, then on its first element alone, if no other says
 * something else: of several choices that are all printed nobody knows which one was made.
 */
function first(text: string, grammar: (text: string) => string | null): string | null {
  if (!text.includes(SEAM)) return grammar(text);
  const whole = grammar(spaced(text, ' ')) ?? grammar(spaced(text, ''));
  if (whole !== null) return whole;
  const [said, ...others] = text.split(SEAM).map((part) => grammar(part.trim()));
  return said != null && others.every((other) => other === null || other === said) ? said : null;
}

function spaced(text: string, seam: '' | ' '): string {
  return (text.includes(SEAM) ? text.replaceAll(SEAM, seam).replace(/ +/g, ' ') : text).trim();
}

/** Drops dates that another date says more precisely. */
function mostPrecise(dates: readonly string[]): readonly string[] {
  return dates.length < 2
    ? dates
    : dates.filter((date) => !dates.some((other) => other !== date && other.startsWith(date)));
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** Compared as precisely as both are printed. */
function isBefore(a: string, b: string): boolean {
  const precision = Math.min(a.length, b.length);
  return a.slice(0, precision) < b.slice(0, precision);
}

/** More than three months later. */
function isFarBehind(a: string, b: string): boolean {
  return monthsOf(a) - monthsOf(b) > 3;
}

function monthsOf(iso: string): number {
  return Number(iso.slice(0, 4)) * 12 + Number(iso.slice(5, 7));
}

/** What is known of an object. */
function given<T extends object>(all: { [K in keyof T]: T[K] | undefined }): T {
  const known: Partial<T> = {};
  for (const key in all) if (all[key] !== undefined) known[key] = all[key];
  // Whatever is not optional is not undefined.
  return known as T;
}
