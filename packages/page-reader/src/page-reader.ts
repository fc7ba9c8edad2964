import { FactSheet, LONELY, PROMINENT } from './fact-sheet.ts';
import { folded } from './folded.ts';
import { dossierCodes } from './grammar/dossier-code.ts';
import { type ProcedureNames, procedureNames } from './grammar/procedure-name.ts';
import { type Label, type Labels, labelsOf } from './labels.ts';
import type { NamedProcedure } from './named-procedure.ts';
import type { PageFacts, PageKind } from './page-facts.ts';
import { dialogKind, isReturnDialog, type KindEvidence, pageKind } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { type Line, linesOf, type PageScan, SEAM, scanPage } from './page-scan.ts';
import type { PageCell, PageTable } from './page-table.ts';
import type { PortalProfile } from './portal-profile.ts';
import { isInside, type ValuePlace, valuePlace } from './value-place.ts';

/** What the reader has to know besides the page itself. */
export interface PageContext {
  /** Full URL of the page. */
  readonly url: string;
  /** Profile of this host; null: the generic reader. */
  readonly profile: PortalProfile | null;
  /** The procedure table: a procedure's name is read only if it equals a row. */
  readonly procedures: readonly NamedProcedure[];
  /** What the official said that this page is; overrides recognition. */
  readonly kind?: PageKind;
}

/** What was read, before facts are drawn from it: the dossier's sheet, or one for each row that says something. */
export interface SheetsRead {
  readonly kind: PageKind;
  /** The page, or the dialog that wins over it. */
  readonly scan: PageScan;
  readonly sheet: FactSheet | null;
  readonly rows: readonly RowRead[];
  /** No page we know, but it shows the code of a dossier or labels that we know. */
  readonly familiar: boolean;
}

/** A row of a list: its sheet and the facts drawn from it. */
export interface RowRead {
  readonly sheet: FactSheet;
  readonly facts: PageFacts;
  readonly node: PageNode | null;
}

/** What a column's header announces, and whether a channel or a due text under it is the dossier's. */
interface Column {
  readonly label: Label | null;
  readonly own: boolean;
}

const UNNAMED: Column = { label: null, own: true };

/**
 * Lines of inputs by the id that a `<label for>` names (`#…`), and by the id of the text that labels them (`@…`). Null: an id
 * that stands twice tells nobody's input, and one of the two may be the applicant's.
 */
type Fields = ReadonlyMap<string, number | null>;

/** Lines of a page and what is being read of them. */
interface Reading {
  readonly lines: readonly Line[];
  readonly sheet: FactSheet;
  /** Whether inputs somebody may be typing in count; they do only on the form that makes the dossier. */
  readonly drafts: boolean;
  /** Lines that hold a label or the value of one. */
  readonly taken: Set<number>;
  /** Lines behind whose label a code was read. */
  readonly codes: number[];
  readonly fields: Fields;
}

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);
/** A search box or two make no form. */
const FORM_INPUTS = 4;
const CLOCK = /^\d{1,2}[:h]\d{2}(?::\d{2})?$/;

/** What was read of rows, by their nodes: a list of hundreds of rows changes by a few, and a node that stays says the same. */
const knownRows = new WeakMap<PageNode, { labels: Labels; names: ProcedureNames; heads: string; row: RowRead }>();

export class PageReader {
  readonly labels: Labels;
  readonly #context: PageContext;
  readonly #explained: boolean;
  readonly #names: ProcedureNames;
  readonly #sheets = new Map<PageScan, FactSheet>();
  readonly #rowsRead = new Map<PageScan, readonly RowRead[]>();

  /** `explained`: whether sheets remember what was not taken, and why. */
  constructor(context: PageContext, explained: boolean) {
    this.#context = context;
    this.#explained = explained;
    this.labels = labelsOf(context.profile);
    this.#names = procedureNames(context.procedures);
  }

  read(root: PageNode): SheetsRead {
    const scan = scanPage(root);
    if (this.#context.kind !== undefined) return this.#readAs(this.#context.kind, scan);
    return this.#readDialogs(scan) ?? this.#readPage(scan);
  }

  /** What besides address, headings and controls speaks for the kind of a page. */
  evidence(scan: PageScan): KindEvidence {
    const sheet = this.#dossier(scan);
    const facts = sheet.facts();
    const others = factCount(facts) - Number(facts.code !== undefined);
    return {
      dossier: facts.code !== undefined && others >= 2,
      uncoded: facts.code === undefined && sheet.has('code') && others >= 2,
      table: scan.tables.some((table) => this.#isDossierTable(table)),
      rows: this.#rows(scan).some((row) => row.facts.code !== undefined),
      procedure: facts.procedureCode !== undefined,
      form: scan.lines.filter(({ ink }) => ink === 'draft').length >= FORM_INPUTS,
    };
  }

  /** The topmost dialog that shows a dossier, or null. A small dialog above it may say that its result is being returned. */
  #readDialogs(scan: PageScan): SheetsRead | null {
    let returning = false;
    for (const dialog of scan.dialogs.toReversed()) {
      const kind = dialogKind(dialog, this.evidence(dialog), this.#context.profile);
      if (kind !== 'other') return this.#readAs(returning && kind === 'detail' ? 'return' : kind, dialog);
      returning ||= isReturnDialog(dialog, this.#context.profile);
    }
    return null;
  }

  #readPage(scan: PageScan): SheetsRead {
    const evidence = this.evidence(scan);
    const kind = pageKind(scan, evidence, this.#context.profile, this.#context.url);
    return { ...this.#readAs(kind, scan), familiar: kind === 'other' && this.#isFamiliar(scan, evidence) };
  }

  #isFamiliar(scan: PageScan, { table, rows }: KindEvidence): boolean {
    const sheet = this.#dossier(scan);
    return table || rows || sheet.announced >= 2 || sheet.facts().code !== undefined;
  }

  #readAs(kind: PageKind, scan: PageScan): SheetsRead {
    const nothing = { kind, scan, sheet: null, rows: [], familiar: false };
    switch (kind) {
      case 'list':
        return { ...nothing, rows: this.#rows(scan) };
      case 'detail':
      case 'return':
        return { ...nothing, sheet: this.#dossier(scan) };
      case 'receive':
        return { ...nothing, sheet: this.#readLines(scan, scan.lines, true).sheet };
      case 'procedure':
        return { ...nothing, sheet: this.#readLines(scan, scan.lines, false).sheet };
      default:
        return nothing;
    }
  }

  #dossier(scan: PageScan): FactSheet {
    return remembered(this.#sheets, scan, () => this.#readDossier(scan));
  }

  /** The one dossier of a page: read from its labels and, where it is laid out as a table, from its only row. */
  #readDossier(scan: PageScan): FactSheet {
    const reading = this.#readLines(scan, scan.lines, false);
    const { code, doubts } = reading.sheet.facts();
    if (doubts.includes('codes-disagree')) return this.#readOwn(scan, reading).markShared();
    const rows =
      code === undefined ? scan.tables.flatMap(({ headers, rows }) => rows.map((cells) => ({ headers, cells }))) : [];
    const [row] = rows;
    if (row !== undefined && rows.length === 1) this.#cells(row.cells, this.#columns(row.headers), reading.sheet);
    return reading.sheet;
  }

  /**
   * Of a page with several codes one dossier: the first part that holds facts, be it the box of the first code, all
   * before the second code, or what begins with it.
   */
  #readOwn(scan: PageScan, { lines, codes, sheet }: Reading): FactSheet {
    const [code] = sheet.reads('code');
    const second = codes[sheet.reads('code').findIndex(({ value }) => value !== code?.value)] ?? lines.length;
    const line = lines[codes[0] ?? 0];
    const box = line === undefined ? null : ownBox(line.first, lines.slice(second, second + 1));
    const boxed = box === null ? [] : lines.filter(({ first }) => isInside(first, box));
    const parts = [boxed, lines.slice(0, second), lines.slice(second)].map(
      (part) => this.#readLines(scan, part, false).sheet,
    );
    return parts.find((part) => factCount(part.facts()) > 2) ?? sheet;
  }

  #readLines(scan: PageScan, lines: readonly Line[], drafts: boolean): Reading {
    const reading = this.#readLabels(lines, new FactSheet(this.#names, this.#explained), drafts);
    const { sheet, taken } = reading;
    lines.forEach((line, i) => {
      if (taken.has(i) || line.ink !== 'print' || line.place !== 'text') return;
      sheet.addLonely(line, HEADINGS.has(line.block.tag) ? PROMINENT : LONELY);
    });
    for (const { headers, rows, turns } of scan.tables) {
      if (turns) for (const cells of rows) this.#cells(cells, this.#columns(headers), sheet);
    }
    return reading;
  }

  #readLabels(lines: readonly Line[], sheet: FactSheet, drafts: boolean): Reading {
    const reading: Reading = { lines, sheet, drafts, taken: new Set(), codes: [], fields: fieldsOf(lines) };
    lines.forEach((line, i) => {
      if (line.ink === 'print') this.#readLine(line, i, reading);
      else this.#readField(line, i, reading);
    });
    return reading;
  }

  #readLine(line: Line, i: number, reading: Reading): void {
    const { sheet, taken, codes } = reading;
    if (line.place !== 'text' || taken.has(i)) return;
    const found = this.labels.find(line);
    for (const { label, value, weak } of found) {
      if (!weak) taken.add(i);
      if (value === '') this.#readBeside(label, i, reading, weak);
      else if (sheet.add(label, value, { relation: found.length > 1 ? 'sentence' : 'same-line', ink: 'print', weak })) {
        taken.add(i);
        if (label.fact === 'code') codes.push(i);
      }
    }
  }

  /** An input that says its own label. */
  #readField(line: Line, i: number, { sheet, taken, drafts }: Reading): void {
    const label = taken.has(i) ? null : this.labels.header(folded(line.block.attribute('aria-label') ?? ''));
    if (label === null) return;
    taken.add(i);
    if (line.ink === 'fixed' || drafts) sheet.add(label, line.text, { relation: 'field', ink: line.ink });
    else sheet.refuse(label, 'field', 'draft');
  }

  /** The value of a label alone: in the input that belongs to it, or in the place right behind it. */
  #readBeside(label: Label, i: number, reading: Reading, weak: boolean): void {
    const { lines, sheet, drafts, taken, codes } = reading;
    const place = fieldPlace(lines[i], reading.fields) ?? valuePlace(lines, i) ?? floatingOver(lines, i, taken);
    const line = place === null ? undefined : lines[place.from];
    if (label.prose && place !== null) for (let at = place.from; at < place.to; at += 1) taken.add(at);
    if (place === null || line === undefined || (line.ink === 'print' && this.#beginsLabel(line))) {
      if (!weak) sheet.add(label, '', { relation: 'beside', ink: 'print' });
      return;
    }
    const stand = { relation: line.ink === 'print' ? ('beside' as const) : ('field' as const), ink: line.ink, weak };
    if (!weak) taken.add(place.from);
    if (line.ink === 'draft' && !drafts) {
      if (!weak) sheet.refuse(label, stand.relation, 'draft');
    } else if (sheet.add(label, withClock(lines, place), stand)) {
      taken.add(i).add(place.from);
      if (label.fact === 'code') codes.push(i);
    }
    const below = place.from + 1 < place.to && label.fact === 'due' ? lines[place.from + 1] : undefined;
    if (below !== undefined)
      sheet.add({ ...label, fact: 'dueText' }, below.text, { ...stand, ink: below.ink, weak: true });
  }

  #beginsLabel(line: Line): boolean {
    return this.labels.find(line).some(({ weak }) => !weak);
  }

  #isDossierTable(table: PageTable): boolean {
    const facts = new Set(table.headers.map((header) => this.labels.header(header)?.fact));
    facts.delete(undefined);
    return !table.turns && facts.size >= 2 && (facts.has('code') || facts.has('mixed'));
  }

  #rows(scan: PageScan): readonly RowRead[] {
    return remembered(this.#rowsRead, scan, () => {
      const rows = scan.tables.flatMap((table) => this.#readRows(table));
      return rows.length > 0 ? rows : this.#readCards(scan);
    });
  }

  /** A list without a table: boxes side by side, each with the code of one dossier and facts of its own. */
  #readCards(scan: PageScan): readonly RowRead[] {
    const coded = scan.lines.filter(
      ({ text, ink }) => ink === 'print' && dossierCodes(text.replaceAll(SEAM, '')).length === 1,
    );
    const boxes = coded.map(({ first }) => ownBox(first, coded));
    if (boxes.length < 2 || boxes.some((box) => box.parent !== boxes[0]?.parent)) return [];
    return boxes.map((node) => {
      const sheet = new FactSheet(this.#names, this.#explained);
      this.#cell(
        null,
        scan.lines.filter(({ first }) => isInside(first, node)),
        sheet,
        true,
      );
      return { sheet, facts: sheet.facts(), node };
    });
  }

  /**
   * Reads the rows of the page's tables one by one, so that they are known when the page is read: between two of them
   * somebody else may work.
   */
  *readAhead(root: PageNode): Generator<void, void> {
    for (const { headers, rows, turns } of scanPage(root).tables) {
      if (turns) continue;
      const columns = this.#columns(headers);
      const heads = headers.join('|');
      for (const cells of rows) {
        this.#row(cells, columns, heads);
        yield;
      }
    }
  }

  #readRows({ headers, rows, turns }: PageTable): readonly RowRead[] {
    if (turns) return [];
    const columns = this.#columns(headers);
    const heads = headers.join('|');
    return rows.map((cells) => this.#row(cells, columns, heads)).filter(({ facts }) => factCount(facts) >= 2);
  }

  /** A row as it was read before, if its node has stayed; a cell that spans rows belongs to another one's node. */
  #row(cells: readonly PageCell[], columns: readonly Column[], heads: string): RowRead {
    const node = cells.at(-1)?.node.parent ?? null;
    if (node === null || this.#explained || cells.some((cell) => cell.node.parent !== node)) {
      return this.#readRow(cells, columns, node);
    }
    const known = knownRows.get(node);
    if (known?.labels === this.labels && known.names === this.#names && known.heads === heads) return known.row;
    const row = this.#readRow(cells, columns, node);
    knownRows.set(node, { labels: this.labels, names: this.#names, heads, row });
    return row;
  }

  /** One row: what its cells say under their headers, and nothing else. */
  #readRow(cells: readonly PageCell[], columns: readonly Column[], node: PageNode | null): RowRead {
    const sheet = new FactSheet(this.#names, this.#explained);
    this.#cells(cells, columns, sheet);
    return { sheet, facts: sheet.facts(), node };
  }

  #columns(headers: readonly string[]): readonly Column[] {
    return headers.map((header = '') => {
      const label = this.labels.header(header);
      // Under a header nobody knows a channel or a due text may be anything's.
      return { label, own: label === null ? header === '' : label.fact !== 'stepDue' };
    });
  }

  #cells(cells: readonly PageCell[], columns: readonly Column[], sheet: FactSheet): void {
    for (const { column, node } of cells) {
      const { label, own } = columns[column] ?? UNNAMED;
      if (label?.fact !== 'never') this.#cell(label, linesOf(node), sheet, own);
    }
  }

  /** Lines with labels speak for themselves; the others are the column's value or stand alone. */
  #cell(column: Label | null, lines: readonly Line[], sheet: FactSheet, own: boolean): void {
    const { taken } = this.#readLabels(lines, sheet, false);
    if (column !== null && lines.length === 0) sheet.add(column, '', { relation: 'column', ink: 'print' });
    lines.forEach((line, i) => {
      if (taken.has(i) || line.ink === 'draft') return;
      const text = withClock(lines, { from: i, to: lines.length });
      if (column !== null && sheet.add(column, text, { relation: 'column', ink: line.ink })) return;
      if (column?.fact !== 'stepDue') sheet.addInRow(line, own);
    });
  }
}

export function factCount(facts: PageFacts): number {
  return Object.keys(facts).length - 1;
}

/** The text of a place; a day and its hour may stand on two lines, either first. */
function withClock(lines: readonly Line[], { from, to }: ValuePlace): string {
  const text = lines[from]?.text ?? '';
  const next = from + 1 < to ? (lines[from + 1]?.text ?? '') : '';
  return CLOCK.test(next) || (CLOCK.test(text) && next !== '') ? `${text} ${next}` : text;
}

/** The largest box around a node that holds no other of these lines. */
function ownBox(node: PageNode, others: readonly Line[]): PageNode {
  let box = node;
  while (
    box.parent !== null &&
    !others.some(({ first }) => first !== node && box.parent !== null && isInside(first, box.parent))
  ) {
    box = box.parent;
  }
  return box;
}

const NO_FIELDS: Fields = new Map();

function fieldsOf(lines: readonly Line[]): Fields {
  if (lines.every(({ ink }) => ink === 'print')) return NO_FIELDS;
  const fields = new Map<string, number | null>();
  const learn = (name: string, i: number) => fields.set(name, fields.has(name) ? null : i);
  lines.forEach(({ ink, place, block }, i) => {
    if (ink === 'print' || place === 'menu') return;
    learn(`#${block.attribute('id')}`, i);
    for (const id of block.attribute('aria-labelledby')?.split(' ') ?? []) learn(`@${id}`, i);
  });
  return fields;
}

/** Material floats a label over its input from behind: the two alone in their box, and nothing beside them. */
function floatingOver(lines: readonly Line[], i: number, taken: ReadonlySet<number>): ValuePlace | null {
  const input = lines[i - 1];
  const label = lines[i];
  if (input === undefined || label === undefined || input.ink === 'print' || taken.has(i - 1)) return null;
  let box = input.block.parent;
  for (let height = 0; box !== null && height < 3 && !isInside(label.first, box); height += 1) box = box.parent;
  const others = [lines[i - 2], lines[i + 1]];
  if (box === null || !isInside(label.first, box)) return null;
  return others.some((other) => other !== undefined && isInside(other.first, box)) ? null : { from: i - 1, to: i };
}

/** The input that names the label's element as its label, or that the label names as its own. */
function fieldPlace(label: Line | undefined, fields: Fields): ValuePlace | null {
  if (fields.size === 0) return null;
  let node = label?.last.parent ?? null;
  for (let height = 0; node !== null && height < 3; height += 1, node = node.parent) {
    const named = node.tag === 'label' ? node.attribute('for') : null;
    const id = node.attribute('id');
    const from =
      (named === null ? undefined : fields.get(`#${named}`)) ?? (id === null ? undefined : fields.get(`@${id}`));
    if (from != null) return { from, to: from + 1 };
  }
  return null;
}

function remembered<T>(known: Map<PageScan, T>, scan: PageScan, read: () => T): T {
  let value = known.get(scan);
  if (value === undefined) {
    value = read();
    known.set(scan, value);
  }
  return value;
}
