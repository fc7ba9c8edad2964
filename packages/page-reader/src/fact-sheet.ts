import { channel } from './grammar/channel.ts';
import { dossierCodes } from './grammar/dossier-code.ts';
import { dueState, dueText } from './grammar/due-text.ts';
import { printedDate } from './grammar/printed-date.ts';
import { procedureCode } from './grammar/procedure-code.ts';
import type { ProcedureNames } from './grammar/procedure-name.ts';
import { type PrintedStatus, status } from './grammar/status.ts';
import { term } from './grammar/term.ts';
import type { Label, LabelFact } from './labels.ts';
import type { Doubt, PageChannel, PageFacts } from './page-facts.ts';
import { type Line, SEAM } from './page-scan.ts';

type DateFact = Extract<LabelFact, 'submitted' | 'received' | 'due' | 'newDue' | 'stepDue'>;

/** Something read, with its weight: what is printed outweighs a read-only input, a label outweighs a lonely text. */
interface Read<T> {
  readonly value: T;
  readonly weight: number;
}

/** A text that no label announces. */
export const LONELY = 0;
const INK_WEIGHT: Readonly<Record<Line['ink'], number>> = { print: 4, fixed: 3, draft: 2 };
/** A lonely text that stands as a heading, or whose full form the portal keeps in a title. */
export const PROMINENT = 1;

/**
 * Collects what the labels of one dossier announce. Nothing enters but through a closed grammar, so nothing else can
 * come out: a citizen's name in the place of a value parses as none of them.
 */
export class FactSheet {
  readonly #names: ProcedureNames;
  readonly #codes: Read<string>[] = [];
  readonly #procedureCodes: Read<string>[] = [];
  readonly #procedureNames: Read<string>[] = [];
  readonly #channels: Read<PageChannel>[] = [];
  readonly #terms: Read<string>[] = [];
  readonly #statuses: Read<PrintedStatus>[] = [];
  readonly #dueTexts: Read<string>[] = [];
  readonly #dates: Record<DateFact, Read<string>[]> = { submitted: [], received: [], due: [], newDue: [], stepDue: [] };
  readonly #malformed = new Set<DateFact>();
  readonly #labels = new Set<LabelFact>();

  constructor(names: ProcedureNames) {
    this.#names = names;
  }

  /** True if the page has the label, with or without a value. */
  has(fact: LabelFact): boolean {
    return this.#labels.has(fact);
  }

  /** How many different facts the page has labels for, with or without values. */
  get announced(): number {
    return this.#labels.size - Number(this.has('never')) - Number(this.has('mixed'));
  }

  /** Takes the value behind a label; `text` may hold seams. Answers whether it said anything. */
  add(label: Label, text: string, ink: Line['ink']): boolean {
    this.#labels.add(label.fact);
    const weight = INK_WEIGHT[ink];
    switch (label.fact) {
      case 'code':
        return keep(this.#codes, startingCode(text), weight);
      case 'procedureCode':
        return keep(this.#procedureCodes, first(text, procedureCode), weight);
      case 'procedureName':
        return this.#addProcedure(text, weight);
      case 'channel':
        return keep(this.#channels, firstFolded(text, channel), weight);
      case 'term':
        return keep(this.#terms, first(text, term), weight);
      case 'status':
        return keep(this.#statuses, first(text, status), weight) || keep(this.#dueTexts, first(text, dueText), weight);
      case 'dueText':
        return keep(this.#dueTexts, first(text, dueText), weight);
      case 'mixed':
      case 'never':
        return false;
      default:
        return this.#addDate(label.fact, label.channel, text, ink);
    }
  }

  /** Takes the code or the procedure's name that a text without a label is or holds. */
  addLonely(line: Pick<Line, 'text' | 'title'>, weight: number): boolean {
    const codes = codesIn(line.text);
    for (const code of codes) keep(this.#codes, code, LONELY);
    const title = line.title === null ? null : this.#names(line.title);
    const named =
      keep(this.#procedureNames, title, PROMINENT) || keep(this.#procedureNames, first(line.text, this.#names), weight);
    return named || codes.length > 0;
  }

  /** As `addLonely`, in a row of a list: there a due text or a channel, alone or behind the code, is the dossier's too. */
  addInRow(line: Pick<Line, 'text' | 'title'>): boolean {
    const found = this.addLonely(line, LONELY);
    const code = codesIn(line.text)[0];
    const text = spaced(line.text, code === undefined ? ' ' : '');
    const rest = text.slice(code?.length ?? 0).replace(/^[\s\-–]+/, '');
    const due = keep(this.#dueTexts, dueText(rest), LONELY);
    return keep(this.#channels, channel(rest.toLowerCase()), LONELY) || due || found;
  }

  /** What was read, and the doubts about it. */
  facts(): PageFacts {
    const doubts: Doubt[] = [];
    const code = this.#code(doubts);
    const statusRead = heaviest(this.#statuses)[0];
    const channelRead = heaviest(this.#channels)[0];
    const due = this.#due(doubts);
    const received = this.#received(channelRead, statusRead);
    const duePrinted = heaviest(this.#dueTexts)[0];
    if (this.#malformed.has('received') && received === undefined) doubts.push('received-malformed');
    if (due !== undefined && received !== undefined && isBefore(due, received)) doubts.push('due-before-received');
    return {
      ...given('code', code),
      ...given('procedureCode', heaviest(this.#procedureCodes)[0]),
      ...given('procedureName', only(heaviest(this.#procedureNames))),
      ...given('channel', channelRead),
      ...given('received', received),
      ...given('due', due),
      ...given('stepDue', heaviest(this.#dates.stepDue)[0]),
      ...given('term', heaviest(this.#terms)[0]),
      ...given('statusText', statusRead?.text),
      ...given('status', statusRead?.status ?? undefined),
      ...given('dueText', duePrinted),
      ...given('dueState', duePrinted === undefined ? undefined : dueState(duePrinted)),
      doubts,
    };
  }

  #addProcedure(text: string, weight: number): boolean {
    const code = first(text, procedureCode);
    const name = first(code === null ? text : text.replace(/^[\d.]+[\w.-]*[\s\-–:]+/, ''), this.#names);
    const codeRead = keep(this.#procedureCodes, code, weight);
    return keep(this.#procedureNames, name, weight) || codeRead;
  }

  #addDate(fact: DateFact, said: PageChannel | undefined, text: string, ink: Line['ink']): boolean {
    // A new appointment that stands in an input is being typed, not given.
    if (fact === 'newDue' && ink !== 'print') return false;
    const date = dateIn(text);
    if (date === 'malformed') this.#malformed.add(fact);
    if (date === null || date === 'malformed') return date !== null;
    keep(this.#dates[fact], date.iso, INK_WEIGHT[ink]);
    if (said !== undefined) keep(this.#channels, said, LONELY);
    return true;
  }

  /** A labelled code, the first if several disagree; without a label only the one code there is. */
  #code(doubts: Doubt[]): string | undefined {
    const codes = heaviest(this.#codes);
    if (codes.length < 2) return codes[0];
    if (this.#codes.every(({ weight }) => weight === LONELY)) return undefined;
    doubts.push('codes-disagree');
    return codes[0];
  }

  #due(doubts: Doubt[]): string | undefined {
    const again = mostPrecise(heaviest(this.#dates.newDue));
    const dues = mostPrecise(heaviest(this.#dates.due));
    const due = again[0] ?? dues[0];
    if (again.length > 1 || (again.length === 0 && dues.length > 1)) doubts.push('dues-disagree');
    if (this.#malformed.has('newDue') || (this.#malformed.has('due') && due === undefined))
      doubts.push('due-malformed');
    return due;
  }

  /** The day of filing stands in for the day of receipt only where a page knows no other and the dossier was taken in. */
  #received(said: PageChannel | undefined, at: PrintedStatus | undefined): string | undefined {
    const received = mostPrecise(heaviest(this.#dates.received))[0];
    if (received !== undefined || this.has('received')) return received;
    return said === 'online' || at?.status === 1 ? undefined : mostPrecise(heaviest(this.#dates.submitted))[0];
  }
}

/** The date a value starts with; words of a date may be spread over elements with or without a space between. */
function dateIn(text: string): ReturnType<typeof printedDate> {
  const joined = printedDate(spaced(text, '').toLowerCase());
  if (joined !== null && joined !== 'malformed') return joined;
  return printedDate(spaced(text, ' ').toLowerCase()) ?? joined;
}

/** The code a value starts with. */
function startingCode(text: string): string | null {
  const [code] = codesIn(text);
  return code !== undefined && spaced(text, '').toUpperCase().startsWith(code) ? code : null;
}

/** Codes of a text, whether they run over several elements or end with one. */
function codesIn(text: string): readonly string[] {
  const joined = dossierCodes(spaced(text, ''));
  return joined.length > 0 || !text.includes(SEAM) ? joined : dossierCodes(spaced(text, ' '));
}

/** Tries a grammar on the whole value, its elements joined or spaced, then on its first element alone. */
function first<T>(text: string, grammar: (text: string) => T | null): T | null {
  if (!text.includes(SEAM)) return grammar(text);
  return grammar(spaced(text, '')) ?? grammar(spaced(text, ' ')) ?? grammar(text.slice(0, text.indexOf(SEAM)).trim());
}

function firstFolded<T>(text: string, grammar: (text: string) => T | null): T | null {
  return first(text.toLowerCase(), grammar);
}

function spaced(text: string, seam: '' | ' '): string {
  return text.replaceAll(SEAM, seam).replace(/ +/g, ' ').trim();
}

function keep<T>(reads: Read<T>[], value: T | null, weight: number): boolean {
  if (value === null) return false;
  reads.push({ value, weight });
  return true;
}

/** The distinct values of the greatest weight, in order of appearance. */
function heaviest<T>(reads: readonly Read<T>[]): readonly T[] {
  const most = Math.max(...reads.map(({ weight }) => weight));
  return [...new Set(reads.filter(({ weight }) => weight === most).map(({ value }) => value))];
}

/** Drops dates that another date says more precisely. */
function mostPrecise(dates: readonly string[]): readonly string[] {
  return dates.filter((date) => !dates.some((other) => other !== date && other.startsWith(date)));
}

function only<T>(values: readonly T[]): T | undefined {
  return values.length === 1 ? values[0] : undefined;
}

/** Compared as precisely as both are printed. */
function isBefore(a: string, b: string): boolean {
  const precision = Math.min(a.length, b.length);
  return a.slice(0, precision) < b.slice(0, precision);
}

function given<K extends string, T>(key: K, value: T | undefined): { [P in K]?: T } {
  // A computed key widens to string; the record has exactly this key or none.
  return value === undefined ? {} : ({ [key]: value } as { [P in K]?: T });
}
