import { boxesOf, cellsIn, headersOf } from './boxed-list.ts';
import { codesIn, FactSheet } from './fact-sheet.ts';
import type { ProcedureNames } from './grammar/procedure-name.ts';
import type { Label, LabelFact, Labels } from './labels.ts';
import { LETTERS } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { type LineReader, withClock } from './line-reader.ts';
import { factCount, type PageFacts } from './page-facts.ts';
import type { PageNode } from './page-node.ts';
import { type Line, linesOf, type PageScan, SEAM } from './page-scan.ts';
import type { PageCell, PageTable } from './page-table.ts';
import { remembered } from './remembered.ts';
import { isInside } from './value-place.ts';

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
  /** Nobody knows its header, but that speaks of an appointment put off. */
  readonly postponed: boolean;
  /** What a line of its cells says: many columns have few different ones. */
  readonly said: (text: string) => FactSheet;
}

/** No code is without it, whatever elements it runs over. */
const CODE = /[-\u2010-\u2015\u2212][ \uFFFC]*\d/;
const LETTER = new RegExp(`[${LETTERS}]`);
const BESIDE = new RegExp(`[${SEAM}()]`);
const NOT_TAKEN: ReadonlyMap<number, LabelFact> = new Map();
/** What was read of rows, by their cells: a list of hundreds of rows changes by a few, and a row that stays has the same. */
const knownRows = new WeakMap<
  readonly PageCell[],
  { labels: Labels; names: ProcedureNames; heads: string; row: RowRead }
>();

/** Reads tables, and boxes that are a table by another name: what stands under each header, a sheet for each row. */
export class RowReader {
  readonly #lexicon: Lexicon;
  readonly #lines: LineReader;
  readonly #unnamed = this.#column(null, true);

  constructor(lexicon: Lexicon, lines: LineReader) {
    this.#lexicon = lexicon;
    this.#lines = lines;
  }

  /** Its heads announce a code and another fact of dossiers. */
  isDossierTable(table: PageTable): boolean {
    const facts = new Set(table.headers.map((header) => this.#lexicon.header(header)?.fact));
    facts.delete(undefined);
    return !table.turns && facts.size >= 2 && (facts.has('code') || facts.has('mixed'));
  }

  /** The rows that say something, a row at a step. */
  *read(scan: PageScan): Generator<void, readonly RowRead[]> {
    const rows: RowRead[] = [];
    for (const { headers, rows: all, turns } of scan.tables) {
      if (turns) continue;
      const columns = this.#columns(headers);
      const heads = headers.join('|');
      for (const cells of all) {
        const row = this.#row(cells, columns, heads);
        if (factCount(row.facts) + row.facts.doubts.length >= 2) rows.push(row);
        yield;
      }
    }
    return rows.length > 0 ? rows : this.#readCards(scan);
  }

  /** The deadline of the one step that a table of steps marks as running. */
  readRunningStep({ headers, rows, turns }: PageTable, sheet: FactSheet): void {
    const labels = headers.map((header) => this.#lexicon.header(header ?? ''));
    const due = labels.findIndex((label) => label?.fact === 'stepDue');
    const label = labels[due];
    if (turns || label == null || labels.some((one) => one?.fact === 'code')) return;
    const { running: words } = this.#lexicon.known.patterns;
    const running = rows.filter((cells) =>
      cells.some(({ node }) => this.#linesOf(node).some((line) => says(words, line))),
    );
    const cell = running.length === 1 ? running[0]?.find(({ column }) => column === due) : undefined;
    const [line] = cell === undefined ? [] : this.#linesOf(cell.node);
    if (line !== undefined) sheet.add(label, line.text, { relation: 'column', ink: line.ink });
  }

  /** What a table of postponements, which gives no code, says of the dossier it stands below. */
  readPostponed({ headers, rows, turns }: PageTable, sheet: FactSheet): void {
    // More time is given for permits, fees and cards, too.
    const appoints = this.#columns(headers).map(
      ({ label, postponed }, at) => (postponed || label?.fact === 'newDue') && headers[at]?.includes('hẹn'),
    );
    // The heads are asked first: a list of hundreds of rows is not gone through for nothing at each reading.
    if (turns || !appoints.includes(true) || rows.flat().some((cell) => this.#holdsCode(cell))) return;
    for (const { column, node } of rows.flat()) {
      if (appoints[column]) for (const { text } of this.#linesOf(node)) sheet.notePostponed(text);
    }
  }

  /** A list without a table: boxes side by side, each with the code of one dossier and facts of its own. */
  #readCards(scan: PageScan): readonly RowRead[] {
    const coded = new Map<string, Line>();
    for (const line of scan.lines) {
      const [code, second] = line.ink === 'print' ? codesIn(line.text) : [];
      if (code === undefined || second !== undefined || coded.has(code)) continue;
      if (this.#lexicon.labels.find(line).every(({ label }) => label.fact !== 'never')) coded.set(code, line);
    }
    const boxes = boxesOf([...coded.values()]);
    if (boxes === null) return [];
    const headers = headersOf(boxes, this.#lexicon);
    if (headers !== null) {
      const columns = this.#columns(headers);
      return boxes.map((node) => this.#readRow(cellsIn(node), columns, node));
    }
    return boxes.map((node) => {
      const sheet = this.#lexicon.newSheet();
      this.#cell(
        this.#unnamed,
        scan.lines.filter(({ first }) => isInside(first, node)),
        sheet,
      );
      return { sheet, facts: sheet.facts(), node };
    });
  }

  /** A row as it was read before, if all its cells have stayed. */
  #row(cells: readonly PageCell[], columns: readonly Column[], heads: string): RowRead {
    const known = this.#lexicon.isNoting ? undefined : knownRows.get(cells);
    if (known?.labels === this.#lexicon.labels && known.names === this.#lexicon.known.names && known.heads === heads)
      return known.row;
    const row = this.#readRow(cells, columns, nodeOf(cells, columns));
    knownRows.set(cells, { labels: this.#lexicon.labels, names: this.#lexicon.known.names, heads, row });
    return row;
  }

  /** One row: what its cells say under their headers, and nothing else. */
  #readRow(cells: readonly PageCell[], columns: readonly Column[], node: PageNode | null): RowRead {
    const sheet = this.#lexicon.newSheet();
    this.#cells(cells, columns, sheet);
    const facts = sheet.facts();
    const isNamed = sheet.reads('code').some(({ label }) => label !== null);
    if (isNamed || !this.#isShifted(cells, columns)) return { sheet, facts, node };
    return { sheet: this.#lexicon.newSheet(), facts: { doubts: [] }, node };
  }

  /** Its code stands below another head than that of codes: nobody knows what else stands where it should. */
  #isShifted(cells: readonly PageCell[], columns: readonly Column[]): boolean {
    const labelAt = ({ column }: PageCell) => columns[column]?.label ?? null;
    const isNamed = columns.some(({ label }) => label?.fact === 'code');
    const isElsewhere = (cell: PageCell) =>
      labelAt(cell) !== null && labelAt(cell)?.fact !== 'never' && this.#holdsCode(cell);
    return isNamed && cells.some(isElsewhere);
  }

  #columns(headers: readonly string[]): readonly Column[] {
    const { postponed } = this.#lexicon.known.patterns;
    return headers.map((header = '') => {
      const label = this.#lexicon.header(header);
      // Under a header nobody knows a channel or a due text may be anything's.
      const own = label === null ? header === '' : label.fact !== 'stepDue';
      return { ...this.#column(label, own), postponed: label === null && postponed.test(header) };
    });
  }

  /** Reads cells under these heads into the sheet of the dossier they are all about. */
  readInto(sheet: FactSheet, headers: readonly string[], cells: readonly PageCell[]): void {
    this.#cells(cells, this.#columns(headers), sheet);
  }

  #cells(cells: readonly PageCell[], columns: readonly Column[], sheet: FactSheet): void {
    const { patterns, saying } = this.#lexicon.known;
    for (const { column: at, node } of cells) {
      const column = columns[at] ?? this.#unnamed;
      // What can be pressed pauses a dossier: where no head says otherwise it does not say that this one is paused.
      const isSaid = ({ place, folded }: Line) =>
        column.label !== null || place === 'text' || !patterns.paused.test(saying(folded) ?? '');
      const lines = this.#linesOf(node).filter(isSaid);
      if (column.label?.fact !== 'never') this.#cell(column, lines, sheet);
    }
  }

  /** Lines with labels speak for themselves; the others are the column's value or stand alone. */
  #cell(column: Column, lines: readonly Line[], sheet: FactSheet): void {
    const { label, own } = column;
    const { patterns, saying } = this.#lexicon.known;
    const isLabelled = lines.some((line) => line.ink !== 'print' || this.#lexicon.find(line).length > 0);
    const taken = isLabelled ? this.#lines.readLabels(lines, sheet) : NOT_TAKEN;
    const step = lines.findIndex(({ folded }) => patterns.ofStep.test(folded));
    if (label !== null && lines.length === 0) sheet.add(label, '', { relation: 'column', ink: 'print' });
    lines.forEach((line, i) => {
      // Before the first label of its line a channel stands for itself.
      if (own && taken.has(i) && line.text.includes(SEAM)) sheet.addChannel(line);
      if (column.postponed) sheet.notePostponed(line.text);
      else if (lines.length > 1 && !taken.has(i)) sheet.addPostponed(line, lines[i + 1]);
      // Below a step a clock is the step's.
      const isOfStep = step >= 0 && i > step && saying(line.text) !== null;
      if (!taken.has(i) && line.ink !== 'draft' && !isOfStep)
        this.#unlabelled(column, line, withClock(lines, { from: i, to: lines.length }), sheet);
    });
  }

  #holdsCode({ node }: PageCell): boolean {
    return this.#linesOf(node).some(({ text }) => codesIn(text).length > 0);
  }

  #linesOf(cell: PageNode): readonly Line[] {
    return linesOf(cell, this.#lexicon.known.patterns);
  }

  #unlabelled(column: Column, line: Line, text: string, sheet: FactSheet): void {
    const isPlain = line.ink === 'print' && line.place === 'text' && !line.titled && text === line.text;
    // A code is read beside the other codes of its row.
    if (this.#lexicon.isNoting || !isPlain || CODE.test(text)) readInColumn(column, line, text, sheet);
    // Figures say nothing where nothing announces them.
    else if (column.label !== null || LETTER.test(text)) sheet.addAll(column.said(text));
  }

  #column(label: Label | null, own: boolean): Column {
    const said = remembered((text) => {
      const sheet = new FactSheet(this.#lexicon.known);
      readInColumn({ label, own }, { text, ink: 'print', place: 'text', titled: false }, text, sheet);
      return sheet;
    });
    return { label, own, postponed: false, said };
  }
}

/** The row that cells stand in; of one that a grid draws in several places the part that shows the code. */
function nodeOf(cells: readonly PageCell[], columns: readonly Column[]): PageNode | null {
  const last = cells.at(-1)?.node.parent ?? null;
  const coded = cells.find(({ column }) => columns[column]?.label?.fact === 'code')?.node.parent ?? last;
  return coded?.parent === last?.parent ? last : coded;
}

function readInColumn(
  { label, own }: Pick<Column, 'label' | 'own'>,
  line: Pick<Line, 'text' | 'ink' | 'place' | 'titled'>,
  text: string,
  sheet: FactSheet,
): void {
  if (label !== null && sheet.add(label, text, { relation: 'column', ink: line.ink })) return;
  if (label?.fact !== 'stepDue') sheet.addInRow(line, own);
}

/** In an element or in brackets of its own. */
function says(words: RegExp, { folded: text }: Line): boolean {
  return text.split(BESIDE).some((part) => words.test(part.trim()));
}
