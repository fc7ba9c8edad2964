import { ownBox } from './boxed-list.ts';
import type { FactSheet } from './fact-sheet.ts';
import type { Labels } from './labels.ts';
import { Lexicon } from './lexicon.ts';
import { LineReader, type Reading } from './line-reader.ts';
import type { WordedContext } from './page-context.ts';
import { factCount, type PageKind } from './page-facts.ts';
import { dialogKind, isReturnDialog, type KindEvidence, pageKind } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { type Line, type PageScan, scanOn, scanPage } from './page-scan.ts';
import type { Rejections } from './rejections.ts';
import { type RowRead, RowReader } from './row-reader.ts';
import { isInside } from './value-place.ts';

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

/** Everything that is asked of a page before its kind is known. */
interface Gathered {
  readonly sheet: FactSheet;
  readonly rows: readonly RowRead[];
  readonly evidence: KindEvidence;
}

/** A search box or two make no form. */
const FORM_INPUTS = 4;
/** So many labels of facts are no by-the-way of another page. */
const LABELS_ALONE = 5;

export class PageReader {
  readonly #context: WordedContext;
  readonly #lexicon: Lexicon;
  readonly #lines: LineReader;
  readonly #rows: RowReader;
  /** Sheets of a dossier that stands outside of any table's columns. */
  readonly #wholes = new Set<FactSheet>();

  /** `newRejections`: where sheets note what was not taken, and why. */
  constructor(context: WordedContext, newRejections: (() => Rejections) | null = null) {
    this.#context = context;
    this.#lexicon = new Lexicon(context, newRejections);
    this.#lines = new LineReader(this.#lexicon);
    this.#rows = new RowReader(this.#lexicon, this.#lines);
  }

  get labels(): Labels {
    return this.#lexicon.labels;
  }

  read(root: PageNode): SheetsRead {
    return atOnce(this.readInSteps(root));
  }

  /** As `read`, a little at a step: between two of them somebody else may work. */
  *readInSteps(root: PageNode): Generator<void, SheetsRead> {
    const { patterns } = this.#lexicon.known;
    while (scanOn(root, patterns)) yield;
    const scan = scanPage(root, patterns);
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
    const rows = yield* this.#rows.read(scan);
    const evidence = this.#evidence(scan, sheet, rows);
    yield;
    const appoints = evidence.form && evidence.rows && (yield* this.#appoints(scan));
    return { sheet, rows, evidence: { ...evidence, appoints } };
  }

  /** Somebody is typing both days of a dossier, as on the form that makes one. */
  *#appoints(scan: PageScan): Generator<void, boolean> {
    const { sheet } = yield* this.#readLines(scan, scan.lines, true);
    const isTyped = (slot: 'received' | 'due') => sheet.reads(slot).some(({ relation }) => relation === 'field');
    return isTyped('received') && isTyped('due');
  }

  /** What besides address, headings and controls speaks for the kind of a page. */
  #evidence(scan: PageScan, sheet: FactSheet, rows: readonly RowRead[]): Omit<KindEvidence, 'appoints'> {
    const facts = sheet.facts();
    // A deadline that cannot be read is there, too.
    const unread = facts.due === undefined && facts.doubts.includes('due-malformed');
    const others = factCount(facts) - Number(facts.code !== undefined) + Number(unread);
    const whole = this.#wholes.has(sheet);
    const table = scan.tables.some((one) => this.#rows.isDossierTable(one)) || isRepeated(scan, rows);
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
      code !== undefined || reading.sheet.has('code')
        ? []
        : scan.tables.filter((table) => this.#rows.isDossierTable(table));
    const rows = tables.flatMap(({ headers, rows }) => rows.map((cells) => ({ headers, cells })));
    const [row] = rows;
    if (row !== undefined && rows.length === 1) this.#rows.readInto(reading.sheet, row.headers, row.cells);
    for (const table of scan.tables) {
      this.#rows.readRunningStep(table, reading.sheet);
      this.#rows.readPostponed(table, reading.sheet);
    }
    return reading.sheet;
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

  /** The labels of lines, and what tables say in which labels and values lie in turns. */
  *#readLines({ tables }: PageScan, lines: readonly Line[], drafts: boolean): Generator<void, Reading> {
    const reading = yield* this.#lines.read(lines, drafts);
    for (const { headers, rows, turns } of tables) {
      if (turns) for (const cells of rows) this.#rows.readInto(reading.sheet, headers, cells);
    }
    return reading;
  }
}

/** Boxes that each say much about one dossier are a table by another name. */
function isRepeated({ tables }: PageScan, rows: readonly RowRead[]): boolean {
  return tables.length === 0 && rows.length > 1 && rows.every(({ facts }) => factCount(facts) >= 4);
}

function isFamiliar({ sheet, evidence: { table, rows } }: Gathered): boolean {
  return table || rows || sheet.announced >= 2 || sheet.facts().code !== undefined;
}

/** Takes all steps. */
function atOnce<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
