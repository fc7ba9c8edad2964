import { type Aside, asideAt, standsIn } from './asides.ts';
import { boxesOf, cellsIn, headersOf, ownBox } from './boxed-list.ts';
import { codesIn, dateIn, FactSheet, type KnownTexts, knownTexts, LONELY, PROMINENT } from './fact-sheet.ts';
import { type Fields, fieldPlace, fieldsOf, floatingOver, labelOf } from './field-place.ts';
import { folded } from './folded.ts';
import { dossierCodes, isDossierCode } from './grammar/dossier-code.ts';
import { type NameIndex, type ProcedureNames, procedureNames } from './grammar/procedure-name.ts';
import { type Label, type LabelFact, type Labelled, type Labels, labelsOf } from './labels.ts';
import { LETTERS } from './letters.ts';
import type { NamedProcedure } from './named-procedure.ts';
import type { PageFacts, PageKind } from './page-facts.ts';
import { dialogKind, isReturnDialog, type KindEvidence, pageKind } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { type Line, linesOf, type PageScan, SEAM, scanOn, scanPage } from './page-scan.ts';
import { isCell, type PageCell, type PageTable } from './page-table.ts';
import type { PortalProfile } from './portal-profile.ts';
import { type KnownPatterns, phrasesOf, type ReaderWords } from './reader-words.ts';
import type { Rejections } from './rejections.ts';
import { remembered } from './remembered.ts';
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

/** The same with the words to read by, and the names of the procedure table ready to be looked up. */
export interface WordedContext extends Omit<PageContext, 'procedures'> {
  readonly procedures: NameIndex;
  readonly words: ReaderWords;
}

/** What was read, before facts are drawn from it: the dossier's sheet, or one for each row that says something. */
export interface SheetsRead {
  readonly kind: PageKind;
  /** The page, or the dialog that wins over it. */
  readonly scan: PageScan;
  /** What besides address, headings and controls speaks for its kind. */
  readonly evidence: KindEvidence;
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

/** Everything that is asked of a page before its kind is known. */
interface Gathered {
  readonly sheet: FactSheet;
  readonly rows: readonly RowRead[];
  readonly evidence: KindEvidence;
}

/** What a column's header announces, and whether a channel or a due text under it is the dossier's. */
interface Column {
  readonly label: Label | null;
  readonly own: boolean;
  /** What a line of its cells says: many columns have few different ones. */
  readonly said: (text: string) => FactSheet;
}

/** Lines of a page and what is being read of them. */
interface Reading {
  readonly lines: readonly Line[];
  readonly sheet: FactSheet;
  /** Whether inputs somebody may be typing in count; they do only on the form that makes the dossier. */
  readonly drafts: boolean;
  /** Lines that hold a label or the value of one, and what that label announces. */
  readonly taken: Map<number, LabelFact>;
  /** Lines behind whose label a code was read. */
  readonly codes: number[];
  /** The box of another dossier's code, once one was met. */
  other: PageNode | null;
  /** The part of the page that tells of something else, once its title was met. */
  aside: Aside | null;
  /** The code of the page's title, which no label announces, and whether the title says that it is about this dossier. */
  readonly headed: string | undefined;
  readonly titled: boolean;
  readonly fields: Fields;
}

const HEADING = /^h[1-4]$/;
/** A search box or two make no form. */
const FORM_INPUTS = 4;
/** So many labels of facts are no by-the-way of another page. */
const LABELS_ALONE = 5;
/** Facts of the dossier itself, not of a step of it. */
const OWN_FACTS: ReadonlySet<LabelFact | undefined> = new Set([
  'code',
  'mixed',
  'received',
  'due',
  'newDue',
  'term',
  'status',
]);
const BESIDE = new RegExp(`[${SEAM}()]`);
/** What names the dossier of a page, besides its code and its procedure: behind it stand its badges, a few lines at most. */
const TITLE = /^(?:xem |thông tin )?(?:chi tiết )?hồ sơ$/;
const NEAR_NAME = 5;
const RUNNING = /^(?:đang (?:thực hiện|xử lý|chờ)|bước hiện tại|hiện tại)$/;
/** No code is without it, whatever elements it runs over. */
const CODE = /[-\u2010-\u2015\u2212][ \uFFFC]*\d/;
const LETTER = new RegExp(`[${LETTERS}]`);
const NOTHING: readonly never[] = [];
const NOT_TAKEN: ReadonlyMap<number, LabelFact> = new Map();
const CLOCK = /^\d{1,2}[:h]\d{2}(?::\d{2})?$/;

/** What was read of rows, by their cells: a list of hundreds of rows changes by a few, and a row that stays has the same. */
const knownRows = new WeakMap<
  readonly PageCell[],
  { labels: Labels; names: ProcedureNames; heads: string; row: RowRead }
>();

export class PageReader {
  readonly labels: Labels;
  readonly #context: WordedContext;
  readonly #newRejections: (() => Rejections) | null;
  readonly #known: KnownTexts;
  readonly #patterns: KnownPatterns;
  /** Sheets of a dossier that stands outside of any table's columns. */
  readonly #wholes = new Set<FactSheet>();
  readonly #unnamed = this.#column(null, true);
  /** A table's heads are asked about for its rows, its kind and its running step. */
  readonly #header = remembered((text) => this.labels.header(text));
  readonly #codesIn = remembered(codesIn);
  readonly #labelsIn = remembered((text) => this.labels.find({ text, folded: text.toLowerCase() }));

  /** `newRejections`: where sheets note what was not taken, and why. */
  constructor(context: WordedContext, newRejections: (() => Rejections) | null = null) {
    this.#context = context;
    this.#newRejections = newRejections;
    this.labels = labelsOf(context.profile, context.words);
    const phrases = phrasesOf(context.words);
    this.#patterns = phrases.patterns;
    this.#known = knownTexts(phrases, procedureNames(context.procedures));
  }

  read(root: PageNode): SheetsRead {
    return atOnce(this.readInSteps(root));
  }

  /** As `read`, a little at a step: between two of them somebody else may work. */
  *readInSteps(root: PageNode): Generator<void, SheetsRead> {
    while (scanOn(root)) yield;
    const scan = scanPage(root);
    const { kind } = this.#context;
    if (kind !== undefined) return yield* this.#readAs(kind, scan, yield* this.#gather(scan));
    return (yield* this.#readDialogs(scan)) ?? (yield* this.#readPage(scan));
  }

  /** The topmost dialog that shows a dossier, or null. A small dialog above it may say that its result is being returned. */
  *#readDialogs(scan: PageScan): Generator<void, SheetsRead | null> {
    let returning = false;
    for (const dialog of scan.dialogs.toReversed()) {
      const gathered = yield* this.#gather(dialog);
      const kind = dialogKind(dialog, gathered.evidence, this.#context);
      if (kind !== 'other')
        return yield* this.#readAs(returning && kind === 'detail' ? 'return' : kind, dialog, gathered);
      returning ||= isReturnDialog(dialog, this.#context);
    }
    return null;
  }

  *#readPage(scan: PageScan): Generator<void, SheetsRead> {
    const gathered = yield* this.#gather(scan);
    const kind = pageKind(scan, gathered.evidence, this.#context);
    yield;
    return { ...(yield* this.#readAs(kind, scan, gathered)), familiar: kind === 'other' && isFamiliar(gathered) };
  }

  *#readAs(kind: PageKind, scan: PageScan, { sheet, rows, evidence }: Gathered): Generator<void, SheetsRead> {
    const nothing = { kind, scan, evidence, sheet: null, rows: [], familiar: false };
    switch (kind) {
      case 'list':
        return { ...nothing, rows };
      case 'detail':
      case 'return':
        return { ...nothing, sheet };
      case 'receive':
      case 'procedure':
        return { ...nothing, sheet: (yield* this.#readLines(scan, scan.lines, kind === 'receive')).sheet };
      default:
        return nothing;
    }
  }

  *#gather(scan: PageScan): Generator<void, Gathered> {
    const sheet = yield* this.#readDossier(scan);
    const rows = yield* this.#rows(scan);
    const evidence = this.#evidence(scan, sheet, rows);
    yield;
    return { sheet, rows, evidence };
  }

  /** What besides address, headings and controls speaks for the kind of a page. */
  #evidence(scan: PageScan, sheet: FactSheet, rows: readonly RowRead[]): KindEvidence {
    const facts = sheet.facts();
    const others = factCount(facts) - Number(facts.code !== undefined);
    const whole = this.#wholes.has(sheet);
    const table = scan.tables.some((one) => this.#isDossierTable(one)) || isRepeated(scan, rows);
    const coded = rows.some((row) => row.facts.code !== undefined);
    const form = scan.lines.filter(({ ink }) => ink === 'draft').length >= FORM_INPUTS;
    return {
      dossier: facts.code !== undefined && others >= 2,
      whole,
      alone: whole && sheet.announced >= LABELS_ALONE && !table && !coded && !form,
      uncoded: facts.code === undefined && sheet.has('code') && others >= 2,
      table,
      rows: coded,
      procedure: facts.procedureCode !== undefined,
      form,
    };
  }

  /** The one dossier of a page: read from its labels and, where it is laid out as a table, from its only row. */
  *#readDossier(scan: PageScan): Generator<void, FactSheet> {
    const reading = yield* this.#readLines(scan, scan.lines, false);
    const facts = reading.sheet.facts();
    const { code } = facts;
    if (facts.doubts.includes('codes-disagree')) return (yield* this.#readOwn(scan, reading)).markShared();
    if (code !== undefined && factCount(facts) > 4) this.#wholes.add(reading.sheet);
    // A row below a label whose place is empty is another dossier's; one without a code is a step's or a paper's.
    const tables =
      code !== undefined || reading.sheet.has('code') ? [] : scan.tables.filter((table) => this.#isDossierTable(table));
    const rows = tables.flatMap(({ headers, rows }) => rows.map((cells) => ({ headers, cells })));
    const [row] = rows;
    if (row !== undefined && rows.length === 1) this.#cells(row.cells, this.#columns(row.headers), reading.sheet);
    for (const table of scan.tables) this.#readRunningStep(table, reading.sheet);
    return reading.sheet;
  }

  /** The deadline of the one step that a table of steps marks as running. */
  #readRunningStep({ headers, rows, turns }: PageTable, sheet: FactSheet): void {
    const labels = headers.map((header) => this.#header(header ?? ''));
    const due = labels.findIndex((label) => label?.fact === 'stepDue');
    const label = labels[due];
    if (turns || label == null || labels.some((one) => one?.fact === 'code')) return;
    const running = rows.filter((cells) => cells.some(({ node }) => linesOf(node).some(saysRunning)));
    const cell = running.length === 1 ? running[0]?.find(({ column }) => column === due) : undefined;
    const [line] = cell === undefined ? [] : linesOf(cell.node);
    if (line !== undefined) sheet.add(label, line.text, { relation: 'column', ink: line.ink });
  }

  /**
   * Of a page with several codes one dossier: the first part that holds facts, be it the box of the first code, all
   * before the second code, or what begins with it.
   */
  *#readOwn(scan: PageScan, { lines, codes, sheet, headed }: Reading): Generator<void, FactSheet> {
    const reads = sheet.reads('code');
    const place = Math.max(
      0,
      reads.findIndex(({ value }) => value === headed),
    );
    const own = reads[place]?.value;
    const others = codes.filter((_, at) => reads[at]?.value !== own);
    const line = lines[codes[place] ?? 0];
    const second = others[0] ?? lines.length;
    const otherLines = others.flatMap((at) => lines[at] ?? []);
    const box = line === undefined ? null : ownBox(line.first, otherLines);
    const boxed = box === null ? [] : lines.filter(({ first }) => isInside(first, box));
    for (const part of [boxed, lines.slice(0, second), lines.slice(second)]) {
      const own = (yield* this.#readLines(scan, part, false)).sheet;
      if (factCount(own.facts()) > 2) return own;
    }
    return sheet;
  }

  *#readLines(scan: PageScan, lines: readonly Line[], drafts: boolean): Generator<void, Reading> {
    const reading = { ...this.#newReading(lines, this.#newSheet(), drafts), ...headedCode(lines) };
    const { sheet, taken } = reading;
    for (const [i, line] of lines.entries()) {
      this.#enterAside(line, i, reading);
      if (standsIn(line, reading.aside) === 'another') {
        taken.set(i, 'never');
        sheet.rejections?.elsewhere(this.#find(line));
      } else if (!this.#isAnothers(line, reading)) this.#readLabelsOf(line, i, reading);
      yield;
    }
    let name = -NEAR_NAME;
    for (const [i, line] of lines.entries()) {
      if (taken.has(i) || line.ink !== 'print' || line.place !== 'text') continue;
      const names = sheet.addLonely(line, isHeading(line) ? PROMINENT : LONELY);
      if (names || TITLE.test(line.folded)) name = i;
      // Below another dossier's code all is the other's.
      else if (dossierCodes(line.text).length > 0) name = Number.NEGATIVE_INFINITY;
      else if (i - name < NEAR_NAME && line.block.tag !== 'li' && isNear(line, lines[name])) sheet.addBadges(line);
      // Below a step it is the step's, elsewhere somebody's: only right below a line of the dossier it is the dossier's.
      const isBelow = OWN_FACTS.has(taken.get(i - 1)) && lines[i - 1]?.block.parent === line.block.parent;
      if (isBelow && !isHeading(line)) sheet.addDueText(line.text);
      yield;
    }
    for (const { headers, rows, turns } of scan.tables) {
      if (turns) for (const cells of rows) this.#cells(cells, this.#columns(headers), sheet);
    }
    return reading;
  }

  #readLabels(lines: readonly Line[], sheet: FactSheet, drafts: boolean): Reading {
    const reading = this.#newReading(lines, sheet, drafts);
    lines.forEach((line, i) => {
      this.#readLabelsOf(line, i, reading);
    });
    return reading;
  }

  #newReading(lines: readonly Line[], sheet: FactSheet, drafts: boolean): Reading {
    return {
      lines,
      sheet,
      drafts,
      taken: new Map(),
      codes: [],
      other: null,
      aside: null,
      headed: undefined,
      titled: false,
      fields: fieldsOf(lines),
    };
  }

  #readLabelsOf(line: Line, i: number, reading: Reading): void {
    if (line.ink === 'print') this.#readLine(line, i, reading);
    else this.#readField(line, i, reading);
  }

  /**
   * A title stands over its own part of the page, as far as that holds no code of the dossier, on a form without one over
   * its box. What is about another thing may begin with a title side by side with the dossier's own.
   */
  #enterAside(line: Line, i: number, reading: Reading): void {
    reading.aside = asideAt(reading.lines, i, reading.aside, this.#patterns, (of) => {
      const named = namedBy(ownCode(reading), reading);
      if (named.length === 0 && !reading.drafts) return null;
      const next = reading.lines[i + 1]?.first;
      let box: PageNode | null = named.length > 0 ? ownBox(line.first, named) : line.block;
      while (of === 'another' && box && next && !isInside(next, box)) box = box.parent;
      return box;
    });
  }

  /** Below another dossier's code all is the other's, as far as the box of that code reaches; notes the box of such a code. */
  #isAnothers(line: Line, reading: Reading): boolean {
    const { other } = reading;
    if (other !== null && isInside(line.first, other)) return true;
    const own = ownCode(reading);
    const names = own !== undefined && this.#codesIn(line.text).some((code) => code !== own);
    // A label and nothing but its code, or a label whose value is another's besides.
    if (!names || this.#find(line).some(({ weak, value }) => !weak || isDossierCode(value))) return false;
    reading.other = ownBox(line.first, namedBy(own, reading));
    return true;
  }

  #readLine(line: Line, i: number, reading: Reading): void {
    const { lines, sheet, taken, codes } = reading;
    if (line.place !== 'text' || taken.has(i)) return;
    const found = this.#find(line);
    // What stands behind a code that no label announces is that dossier's, whichever it is.
    const [named] = found.length > 0 && !found.some(({ label }) => isCode(label)) ? dossierCodes(line.text) : [];
    const another = named !== undefined;
    const isOfStep = standsIn(line, reading.aside) === 'step';
    const foreign = another && lines.some(({ text }) => this.#codesIn(text).some((code) => code !== named));
    for (const { label: said, value, weak: common, told } of found) {
      const label = isOfStep ? ofStep(said) : said;
      if (label === null || (told && foreign)) continue;
      const weak = common || another;
      if (!weak) taken.set(i, label.fact);
      if (value === '') this.#readBeside(label, i, reading, weak);
      else if (sheet.add(label, value, { relation: found.length > 1 ? 'sentence' : 'same-line', ink: 'print', weak })) {
        taken.set(i, label.fact);
        if (label.fact === 'code') codes.push(i);
      }
    }
  }

  /** An input that says its own label. */
  #readField(line: Line, i: number, { sheet, taken, drafts }: Reading): void {
    const label = taken.has(i)
      ? null
      : this.labels.header(folded(line.block.attribute('aria-label') ?? labelOf(line.block)));
    if (label === null) return;
    taken.set(i, label.fact);
    if (line.ink === 'fixed' || drafts) sheet.add(label, line.text, { relation: 'field', ink: line.ink });
    else sheet.rejections?.draft(label, 'field');
  }

  /** The value of a label alone: in the input that belongs to it, or in the place right behind it. */
  #readBeside(label: Label, i: number, reading: Reading, weak: boolean): void {
    const { lines, sheet, drafts, taken, codes } = reading;
    const beside = fieldPlace(lines[i], reading.fields) ?? valuePlace(lines, i) ?? floatingOver(lines, i, taken);
    const place = beside === null ? null : withoutEmptyFields(lines, beside);
    const line = place === null ? undefined : lines[place.from];
    if (label.prose && place !== null) for (let at = place.from; at < place.to; at += 1) taken.set(at, label.fact);
    if (place === null || line === undefined || (line.ink === 'print' && this.#beginsLabel(line))) {
      if (!weak) sheet.add(label, '', { relation: 'beside', ink: 'print' });
      return;
    }
    const stand = { relation: line.ink === 'print' ? ('beside' as const) : ('field' as const), ink: line.ink, weak };
    if (!weak) taken.set(place.from, label.fact);
    if (line.ink === 'draft' && !drafts) {
      if (!weak) sheet.rejections?.draft(label, stand.relation);
    } else if (sheet.add(label, withClock(lines, place), stand)) {
      taken.set(i, label.fact).set(place.from, label.fact);
      if (label.fact === 'code') codes.push(i);
    }
    if (label.fact === 'due') this.#readMoved(label, line, lines[place.to], sheet);
    const below = place.from + 1 < place.to && label.fact === 'due' ? lines[place.from + 1] : undefined;
    if (below === undefined) return;
    const under = { ...stand, ink: below.ink };
    sheet.add({ ...label, fact: 'dueText' }, below.text, { ...under, weak: true });
    // One of two days in one place was struck out, or holds no longer: nobody knows which.
    if (!taken.has(place.from + 1) && dateIn(below.text) !== null) sheet.add(label, below.text, under);
  }

  /** A table of what was before and what is now has two days in the row of one label: nobody knows which holds. */
  #readMoved(label: Label, value: Line, next: Line | undefined, sheet: FactSheet): void {
    if (
      next?.block.parent !== value.block.parent ||
      !isCell(next.block) ||
      dateIn(next.text) === null ||
      this.#find(next).length > 0
    )
      return;
    sheet.add(label, next.text, { relation: 'beside', ink: next.ink });
  }

  #beginsLabel(line: Line): boolean {
    return this.#find(line).some(({ weak }) => !weak);
  }

  /** The labels of a line; many lines of a list have the same words. */
  #find({ text }: Line): readonly Labelled[] {
    return LETTER.test(text) ? this.#labelsIn(text) : NOTHING;
  }

  #isDossierTable(table: PageTable): boolean {
    const facts = new Set(table.headers.map((header) => this.#header(header)?.fact));
    facts.delete(undefined);
    return !table.turns && facts.size >= 2 && (facts.has('code') || facts.has('mixed'));
  }

  *#rows(scan: PageScan): Generator<void, readonly RowRead[]> {
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

  /** A list without a table: boxes side by side, each with the code of one dossier and facts of its own. */
  #readCards(scan: PageScan): readonly RowRead[] {
    const coded = new Map<string, Line>();
    for (const line of scan.lines) {
      const [code, second] = line.ink === 'print' ? codesIn(line.text) : [];
      if (code === undefined || second !== undefined || coded.has(code)) continue;
      if (this.labels.find(line).every(({ label }) => label.fact !== 'never')) coded.set(code, line);
    }
    const boxes = boxesOf([...coded.values()]);
    if (boxes === null) return [];
    const headers = headersOf(boxes, this.labels);
    if (headers !== null) {
      const columns = this.#columns(headers);
      return boxes.map((node) => this.#readRow(cellsIn(node), columns, node));
    }
    return boxes.map((node) => {
      const sheet = this.#newSheet();
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
    const known = this.#newRejections !== null ? undefined : knownRows.get(cells);
    if (known?.labels === this.labels && known.names === this.#known.names && known.heads === heads) return known.row;
    const row = this.#readRow(cells, columns, nodeOf(cells, columns));
    knownRows.set(cells, { labels: this.labels, names: this.#known.names, heads, row });
    return row;
  }

  /** One row: what its cells say under their headers, and nothing else. */
  #readRow(cells: readonly PageCell[], columns: readonly Column[], node: PageNode | null): RowRead {
    const sheet = this.#newSheet();
    this.#cells(cells, columns, sheet);
    const facts = sheet.facts();
    const isNamed = sheet.reads('code').some(({ label }) => label !== null);
    if (isNamed || !this.#isShifted(cells, columns)) return { sheet, facts, node };
    return { sheet: this.#newSheet(), facts: { doubts: [] }, node };
  }

  /** Its code stands below another head than that of codes: nobody knows what else stands where it should. */
  #isShifted(cells: readonly PageCell[], columns: readonly Column[]): boolean {
    const labelAt = ({ column }: PageCell) => columns[column]?.label ?? null;
    const isNamed = columns.some(({ label }) => label?.fact === 'code');
    const isElsewhere = (cell: PageCell) =>
      labelAt(cell) !== null &&
      labelAt(cell)?.fact !== 'never' &&
      linesOf(cell.node).some(({ text }) => codesIn(text).length > 0);
    return isNamed && cells.some(isElsewhere);
  }

  #columns(headers: readonly string[]): readonly Column[] {
    return headers.map((header = '') => {
      const label = this.#header(header);
      // Under a header nobody knows a channel or a due text may be anything's.
      return this.#column(label, label === null ? header === '' : label.fact !== 'stepDue');
    });
  }

  #cells(cells: readonly PageCell[], columns: readonly Column[], sheet: FactSheet): void {
    for (const { column: at, node } of cells) {
      const column = columns[at] ?? this.#unnamed;
      if (column.label?.fact !== 'never') this.#cell(column, linesOf(node), sheet);
    }
  }

  /** Lines with labels speak for themselves; the others are the column's value or stand alone. */
  #cell(column: Column, lines: readonly Line[], sheet: FactSheet): void {
    const { label, own } = column;
    const isLabelled = lines.some((line) => line.ink !== 'print' || this.#find(line).length > 0);
    const taken = isLabelled ? this.#readLabels(lines, sheet, false).taken : NOT_TAKEN;
    if (label !== null && lines.length === 0) sheet.add(label, '', { relation: 'column', ink: 'print' });
    lines.forEach((line, i) => {
      // Before the first label of its line a channel stands for itself.
      if (own && taken.has(i) && line.text.includes(SEAM)) sheet.addChannel(line);
      if (!taken.has(i) && line.ink !== 'draft')
        this.#unlabelled(column, line, withClock(lines, { from: i, to: lines.length }), sheet);
    });
  }

  #unlabelled(column: Column, line: Line, text: string, sheet: FactSheet): void {
    const isPlain = line.ink === 'print' && line.place === 'text' && !line.titled && text === line.text;
    // A code is read beside the other codes of its row.
    if (this.#newRejections !== null || !isPlain || CODE.test(text)) readInColumn(column, line, text, sheet);
    // Figures say nothing where nothing announces them.
    else if (column.label !== null || LETTER.test(text)) sheet.addAll(column.said(text));
  }

  #newSheet(): FactSheet {
    return new FactSheet(this.#known, this.#newRejections?.());
  }

  #column(label: Label | null, own: boolean): Column {
    const said = remembered((text) => {
      const sheet = new FactSheet(this.#known);
      readInColumn({ label, own }, { text, ink: 'print', place: 'text', titled: false }, text, sheet);
      return sheet;
    });
    return { label, own, said };
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

/** The lines that name the dossier of this code: behind a label, or as a heading. */
function namedBy(own: string | undefined, { lines, codes }: Reading): readonly Line[] {
  return lines.filter(
    (line, at) => codes.includes(at) || (own !== undefined && isHeading(line) && line.text.includes(own)),
  );
}

/** What a label announces where a step is told of; null: nothing of the dossier. */
function ofStep(label: Label): Label | null {
  if (label.fact === 'due') return { ...label, fact: 'stepDue' };
  return OWN_FACTS.has(label.fact) && !isCode(label) ? null : label;
}

function isHeading({ block }: Line): boolean {
  return HEADING.test(block.tag);
}

/** The one code of the first heading that has any. */
function headedCode(lines: readonly Line[]): Pick<Reading, 'headed' | 'titled'> {
  const line = lines.find((one) => isHeading(one) && codesIn(one.text).length > 0);
  const [code, second] = codesIn(line?.text ?? '');
  if (line === undefined || code === undefined || second !== undefined) return { headed: undefined, titled: false };
  const [words = ''] = line.folded.replaceAll(SEAM, ' ').split(code.toLowerCase());
  return { headed: code, titled: TITLE.test(words.trim()) };
}

/** The code of the dossier that the page is about, as far as it is known by now. */
function ownCode({ sheet, headed, titled }: Reading): string | undefined {
  return titled ? headed : (sheet.reads('code')[0]?.value ?? headed);
}

function isCode({ fact }: Label): boolean {
  return fact === 'code' || fact === 'mixed';
}

/** Boxes that each say much about one dossier are a table by another name. */
function isRepeated({ tables }: PageScan, rows: readonly RowRead[]): boolean {
  return tables.length === 0 && rows.length > 1 && rows.every(({ facts }) => factCount(facts) >= 4);
}

function isFamiliar({ sheet, evidence: { table, rows } }: Gathered): boolean {
  return table || rows || sheet.announced >= 2 || sheet.facts().code !== undefined;
}

export function factCount(facts: PageFacts): number {
  return Object.keys(facts).length - 1;
}

/** A step that is not done yet, in an element or in brackets of its own. */
function saysRunning({ folded: text }: Line): boolean {
  return text.split(BESIDE).some((part) => RUNNING.test(part.trim()));
}

/** A select's own input is empty where the words chosen stand behind it. */
function withoutEmptyFields(lines: readonly Line[], { from, to }: ValuePlace): ValuePlace {
  let at = from;
  while (at + 1 < to && lines[at]?.text === '') at += 1;
  return { from: at, to };
}

/** The text of a place; a day and its hour may stand on two lines, either first. */
function withClock(lines: readonly Line[], { from, to }: ValuePlace): string {
  const text = lines[from]?.text ?? '';
  const next = from + 1 < to ? (lines[from + 1]?.text ?? '') : '';
  return CLOCK.test(next) || (CLOCK.test(text) && next !== '') ? `${text} ${next}` : text;
}

/** In the box of a name or not far above it. */
function isNear({ first }: Line, name: Line | undefined): boolean {
  let box = name?.block;
  for (let up = 0; up < 3; up += 1) box = box?.parent ?? box;
  return box !== undefined && isInside(first, box);
}

/** Takes all steps. */
function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
