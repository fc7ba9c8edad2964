import { FactSheet, LONELY, PROMINENT } from './fact-sheet.ts';
import { directTerm } from './filing-ways.ts';
import { type ProcedureNames, procedureNames } from './grammar/procedure-name.ts';
import { type Label, type Labels, labelsOf } from './labels.ts';
import type { NamedProcedure } from './named-procedure.ts';
import type { PageFacts, PageKind, PageReading } from './page-facts.ts';
import { dialogKind, isReturnDialog, type KindEvidence, pageKind } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { type Line, linesOf, type PageScan, scanPage } from './page-scan.ts';
import type { PageCell, PageTable } from './page-table.ts';
import type { PortalProfile } from './portal-profile.ts';
import { valueLine } from './value-line.ts';

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

const HEADINGS = new Set(['h1', 'h2', 'h3', 'h4']);
const NOTHING: PageReading = { kind: 'other', facts: null, rows: [] };

const rowNodes = new WeakMap<PageFacts, PageNode>();

/** What was read of rows, by their nodes: a list of hundreds of rows changes by a few, and a node that stays says the same. */
const readRows = new WeakMap<PageNode, { labels: Labels; names: ProcedureNames; headers: string; facts: PageFacts }>();

/** The node of the row that these facts of a list were read from, for who draws beside it; null for any other facts. */
export function rowNode(row: PageFacts): PageNode | null {
  return rowNodes.get(row) ?? null;
}

/**
 * Reads a page by its labels: what kind it is and the facts of its dossier or dossiers. A dialog that shows a dossier
 * wins over the page below it; a list's facts come from its table only. Every value has passed a closed grammar
 * or equals a name of the procedure table. `root`: the page's body, one fresh tree a reading; reading the same root
 * again costs nothing new.
 */
export function readPage(root: PageNode, context: PageContext): PageReading {
  const scan = scanPage(root);
  const reader = new Reader(context);
  if (context.kind !== undefined) return reader.readAs(context.kind, scan);
  return reader.readDialogs(scan) ?? reader.readScan(scan);
}

class Reader {
  readonly #context: PageContext;
  readonly #labels: Labels;
  readonly #names: ProcedureNames;
  readonly #sheets = new Map<PageScan, FactSheet>();
  readonly #rowsRead = new Map<PageScan, readonly PageFacts[]>();

  constructor(context: PageContext) {
    this.#context = context;
    this.#labels = labelsOf(context.profile);
    this.#names = procedureNames(context.procedures);
  }

  /** The topmost dialog that shows a dossier, or null. A small dialog above it may say that its result is being returned. */
  readDialogs(scan: PageScan): PageReading | null {
    let returning = false;
    for (const dialog of scan.dialogs.toReversed()) {
      const kind = dialogKind(dialog, this.#evidence(dialog, []), this.#context.profile);
      if (kind !== 'other') return this.readAs(returning && kind === 'detail' ? 'return' : kind, dialog);
      returning ||= isReturnDialog(dialog, this.#context.profile);
    }
    return null;
  }

  readScan(scan: PageScan): PageReading {
    const evidence = this.#evidence(scan, this.#rows(scan));
    const kind = pageKind(scan, evidence, this.#context.profile, this.#context.url);
    const reading = this.readAs(kind, scan);
    return kind === 'other' && this.#isFamiliar(scan, evidence) ? { ...reading, familiar: true } : reading;
  }

  #isFamiliar(scan: PageScan, { table, rows }: KindEvidence): boolean {
    const sheet = this.#sheet(scan);
    return table || rows || sheet.announced >= 2 || sheet.facts().code !== undefined;
  }

  readAs(kind: PageKind, scan: PageScan): PageReading {
    switch (kind) {
      case 'list':
        return { kind, facts: null, rows: this.#rows(scan) };
      case 'detail':
      case 'return':
        return { kind, facts: this.#dossier(scan), rows: [] };
      case 'receive':
        return { kind, facts: this.#readSheet(scan, true).facts(), rows: [] };
      case 'procedure':
        return { kind, facts: procedureOnly(this.#sheet(scan).facts(), directTerm(scan.tables)), rows: [] };
      default:
        return { ...NOTHING, kind };
    }
  }

  #evidence(scan: PageScan, rows: readonly PageFacts[]): KindEvidence {
    const sheet = this.#sheet(scan);
    const facts = this.#dossier(scan);
    const others = factCount(facts) - Number(facts.code !== undefined);
    return {
      dossier: facts.code !== undefined && others >= 2,
      uncoded: facts.code === undefined && sheet.has('code') && others >= 2,
      table: scan.tables.some((table) => this.#isDossierTable(table)),
      rows: rows.some(({ code }) => code !== undefined),
      procedure: facts.procedureCode !== undefined,
    };
  }

  /** Facts of the one dossier of a page: from its labels or, where it is laid out as a table, from its only row. */
  #dossier(scan: PageScan): PageFacts {
    const facts = this.#sheet(scan).facts();
    if (facts.code !== undefined) return facts;
    const rows = this.#rows(scan);
    return rows.length === 1 && rows[0]?.code !== undefined ? { ...facts, ...rows[0] } : facts;
  }

  #sheet(scan: PageScan): FactSheet {
    return remembered(this.#sheets, scan, () => this.#readSheet(scan, false));
  }

  /** `drafts`: whether inputs somebody may be typing in count; they do only on the form that makes the dossier. */
  #readSheet(scan: PageScan, drafts: boolean): FactSheet {
    const sheet = new FactSheet(this.#names);
    const taken = this.#readLabels(scan.lines, sheet, drafts);
    scan.lines.forEach((line, i) => {
      if (taken.has(i) || line.ink !== 'print' || line.place !== 'text') return;
      sheet.addLonely(line, HEADINGS.has(line.block.tag) ? PROMINENT : LONELY);
    });
    return sheet;
  }

  /** Reads every label; answers which lines hold a label or the value of one. */
  #readLabels(lines: readonly Line[], sheet: FactSheet, drafts: boolean): ReadonlySet<number> {
    const taken = new Set<number>();
    lines.forEach((line, i) => {
      if (line.place !== 'text' || line.ink !== 'print' || taken.has(i)) return;
      for (const { label, value } of this.#labels.find(line.text, line.folded)) {
        taken.add(i);
        if (value !== '') sheet.add(label, value, 'print');
        else this.#readBeside(label, lines, i, sheet, drafts, taken);
      }
    });
    return taken;
  }

  #readBeside(
    label: Label,
    lines: readonly Line[],
    i: number,
    sheet: FactSheet,
    drafts: boolean,
    taken: Set<number>,
  ): void {
    const beside = valueLine(lines, i);
    const line = beside === null ? undefined : lines[beside];
    if (beside === null || line === undefined || this.#labels.find(line.text, line.folded).length > 0) {
      sheet.add(label, '', 'print');
      return;
    }
    taken.add(beside);
    if (line.ink !== 'draft' || drafts) sheet.add(label, line.text, line.ink);
  }

  #isDossierTable(table: PageTable): boolean {
    const facts = new Set(table.headers.map((header) => this.#labels.header(header)?.fact));
    facts.delete(undefined);
    return facts.size >= 2 && (facts.has('code') || facts.has('mixed'));
  }

  #rows(scan: PageScan): readonly PageFacts[] {
    return remembered(this.#rowsRead, scan, () => this.#readRows(scan));
  }

  #readRows(scan: PageScan): readonly PageFacts[] {
    return scan.tables.flatMap((table) =>
      table.rows
        .map((cells) => {
          const node = cells[0]?.node.parent ?? null;
          const facts = (node && this.#knownRow(node, table.headers)) ?? this.#row(cells, table.headers);
          if (node !== null) {
            rowNodes.set(facts, node);
            readRows.set(node, { labels: this.#labels, names: this.#names, headers: table.headers.join('|'), facts });
          }
          return facts;
        })
        .filter((facts) => factCount(facts) >= 2),
    );
  }

  #knownRow(node: PageNode, headers: readonly string[]): PageFacts | null {
    const known = readRows.get(node);
    if (known === undefined || known.labels !== this.#labels || known.names !== this.#names) return null;
    return known.headers === headers.join('|') ? known.facts : null;
  }

  #row(cells: readonly PageCell[], headers: readonly string[]): PageFacts {
    const sheet = new FactSheet(this.#names);
    for (const { column, node } of cells) {
      const label = this.#labels.header(headers[column] ?? '');
      if (label?.fact !== 'never') this.#cell(label, linesOf(node), sheet);
    }
    return sheet.facts();
  }

  /** Lines with labels speak for themselves; the others are the column's value or stand alone. */
  #cell(column: Label | null, lines: readonly Line[], sheet: FactSheet): void {
    const taken = this.#readLabels(lines, sheet, false);
    if (column !== null && lines.length === 0) sheet.add(column, '', 'print');
    lines.forEach((line, i) => {
      if (taken.has(i) || line.ink === 'draft') return;
      if (column !== null && sheet.add(column, line.text, line.ink)) return;
      if (column?.fact !== 'stepDue') sheet.addInRow(line);
    });
  }
}

function remembered<T>(known: Map<PageScan, T>, scan: PageScan, read: () => T): T {
  let value = known.get(scan);
  if (value === undefined) {
    value = read();
    known.set(scan, value);
  }
  return value;
}

function factCount(facts: PageFacts): number {
  return Object.keys(facts).length - 1;
}

function procedureOnly(facts: PageFacts, tableTerm: string | undefined): PageFacts {
  const { procedureCode, procedureName, term = tableTerm, doubts } = facts;
  return {
    ...(procedureCode === undefined ? {} : { procedureCode }),
    ...(procedureName === undefined ? {} : { procedureName }),
    ...(term === undefined ? {} : { term }),
    doubts,
  };
}
