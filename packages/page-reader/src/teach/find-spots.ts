import { isApplicantLabel } from '../applicant-label.ts';
import { originOf } from '../fact-origin.ts';
import type { Read } from '../fact-sheet.ts';
import { folded } from '../folded.ts';
import { mayMean } from '../label-meanings.ts';
import { type Labels, labelForm, labelsOf } from '../labels.ts';
import { layOver } from '../lay-over.ts';
import type { PageReading } from '../page-facts.ts';
import type { PageNode } from '../page-node.ts';
import { type PageContext, PageReader, type SheetsRead } from '../page-reader.ts';
import { type Line, linesOf, type PageScan, scanPage } from '../page-scan.ts';
import type { PortalProfile } from '../portal-profile.ts';
import { readPage, worded } from '../read-page.ts';
import { remembered } from '../remembered.ts';
import { isInside } from '../value-place.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { elementOfPiece, type Piece, piecesOf } from './labelled-piece.ts';
import { type Choice, isHeading, labelsFrom } from './lesson.ts';
import { bare, safeLabel } from './safe-label.ts';
import type { Refusal, Spot } from './spot.ts';
import { FACT_OF, type TaughtKey } from './taught-fact.ts';
import { Values } from './values.ts';

/** What teaching has to know besides the page: as the reader, and which kind the official says it is. */
export type LessonContext = PageContext & Required<Pick<PageContext, 'kind'>>;

/** A label may stand in a line of its own, some lines before its value. */
const LINES_BACK = 3;
/** Rows beyond this are like those before. */
const MOST_ROWS = 300;
/** A longer text before a value is prose, not a label, and is not looked at. */
const LONGEST_LABEL = 60;

/**
 * All places of a page where this fact may stand, in reading order: every text that its grammar takes. A label is
 * learnt by trial: only if the reader, given it, reads what stands there. `taught`: what was chosen before.
 */
export function spotsOf(
  root: PageNode,
  context: LessonContext,
  key: TaughtKey,
  taught: readonly Choice[] = [],
): readonly Spot[] {
  return new Finder(root, context, key, taught).spots();
}

/** Why what stands at a node that is none of the spots cannot be what was asked for. */
export function refusalAt(root: PageNode, context: LessonContext, node: PageNode): Refusal {
  const labels = labelsOf(context.profile, vietnameseWords);
  const lines = allLines(scanPage(root), context);
  const at = lines.findIndex(({ line }) => isInside(line.block, node) || isInside(node, line.block));
  const here = lines[at];
  if (here === undefined) return 'no-such-value';
  const before = lines.slice(0, at).map(({ line }) => line);
  const said = [here.header ?? '', here.line.text.split(/[:：]/)[0] ?? '', labelAbove(before)];
  if (said.some((text) => isNeverRead(text, labels))) return 'never-read';
  return here.line.ink === 'draft' ? 'draft' : 'no-such-value';
}

/** What the reader reads on this page once these labels are taught. */
export function readTaught(root: PageNode, context: LessonContext, choices: readonly Choice[]): PageReading {
  return readPage(root, { ...context, profile: withChoices(choices, context.profile) });
}

/** What was read on trial, each dossier's facts with where they came from. */
type Trial = Pick<SheetsRead, 'sheet' | 'rows'>;

/** The head of the column that a cell stands in. */
interface Header {
  readonly column: number;
  /** Folded. */
  readonly text: string;
}

/** A value of the right form, with what stands around it. */
interface Place {
  readonly line: Line;
  readonly piece: Piece;
  readonly value: string;
  /** The lines right before it, in the same cell if there is one. */
  readonly before: readonly Line[];
  /** The line behind it there. */
  readonly after: Line | undefined;
  readonly header: Header | null;
}

class Finder {
  readonly #root: PageNode;
  readonly #context: LessonContext;
  readonly #key: TaughtKey;
  readonly #taught: readonly Choice[];
  readonly #labels: Labels;
  readonly #values: Values;
  readonly #known: Trial;
  /** A page is read once for each label that it has, however many places stand beside it. */
  readonly #with = remembered((label) => this.#read(this.#profileWith([{ key: this.#key, label }])));
  readonly #without = remembered((label) => this.#read(withLabels({ never: [label] }, this.#profileWith())));

  constructor(root: PageNode, context: LessonContext, key: TaughtKey, taught: readonly Choice[]) {
    this.#root = root;
    this.#context = context;
    this.#key = key;
    this.#taught = taught;
    this.#labels = labelsOf(context.profile, vietnameseWords);
    this.#values = new Values(context.procedures);
    this.#known = this.#read(this.#profileWith());
  }

  /** The portal's profile with all that was taught before, and this besides. */
  #profileWith(more: readonly Choice[] = []): PortalProfile | null {
    return withChoices([...this.#taught, ...more], this.#context.profile);
  }

  #read(profile: PortalProfile | null): Trial {
    return new PageReader(worded({ ...this.#context, profile })).read(this.#root);
  }

  spots(): readonly Spot[] {
    const scan = scanPage(this.#root);
    if (this.#context.kind !== 'list') return this.#placesIn(scan.lines, null).map((place) => this.#spot([place]));
    if (scan.tables.length === 0) return this.#columns(this.#placesIn(scan.lines, null));
    return scan.tables.flatMap(({ headers, rows }) =>
      this.#columns(
        rows
          .slice(0, MOST_ROWS)
          .flat()
          .flatMap(({ column, node }) => this.#placesIn(linesOf(node), { column, text: headers[column] ?? '' })),
      ),
    );
  }

  /** Of a list what stands under one header or behind the same words is one spot: its rows are read by one label. */
  #columns(places: readonly Place[]): readonly Spot[] {
    const columns = new Map<string, [Place, ...Place[]]>();
    for (const place of places) {
      const name = `${place.header?.column} ${folded(place.piece.before)}`;
      const column = columns.get(name);
      if (column === undefined) columns.set(name, [place]);
      else column.push(place);
    }
    return [...columns.values()].map((column) => this.#spot(column));
  }

  #placesIn(lines: readonly Line[], header: Header | null): readonly Place[] {
    return lines.flatMap((line, at) => {
      if (line.place === 'menu') return [];
      const before = lines.slice(Math.max(0, at - LINES_BACK), at);
      const after = lines[at + 1];
      return this.#piecesWithValue(line).map((found) => ({ ...found, line, before, after, header }));
    });
  }

  /** The first value of a line, and those behind a label of their own. */
  #piecesWithValue({ text }: Line): readonly { readonly piece: Piece; readonly value: string }[] {
    const found: { readonly piece: Piece; readonly value: string }[] = [];
    for (const piece of piecesOf(text)) {
      if (found.length > 0 && piece.before === '') continue;
      const value = this.#values.of(piece.text, this.#key);
      if (value !== undefined) found.push({ piece, value });
    }
    return found;
  }

  #spot(places: readonly [Place, ...Place[]]): Spot {
    const [first] = places;
    const { value, piece } = first;
    const nodes = places.map((place) => elementOfPiece(place.line, place.piece.text));
    return { key: this.#key, nodes, value, print: piece.text, ...this.#judge(places) };
  }

  #judge(places: readonly [Place, ...Place[]]): Pick<Spot, 'standing' | 'label'> {
    const [{ line, piece, before, header }] = places;
    const said = piece.before === '' ? [header?.text ?? '', labelAbove(before)] : [piece.before];
    if (said.some((text) => isNeverRead(text, this.#labels))) return { standing: 'never-read', label: null };
    const guesses = this.#guesses(places[0]);
    if (line.ink === 'draft' && this.#context.kind !== 'receive') return { standing: 'draft', label: null };
    const isRead = places.every((place) => this.#readAt(this.#known, place) !== null);
    let refusal: Refusal = 'no-label';
    for (const label of guesses) {
      const meaning = this.#meaningOf(label);
      if (isRead && meaning !== null) break;
      if (meaning !== null && !mayMean(this.#key, meaning)) refusal = 'other-meaning';
      else if (this.#governs(label, places) || this.#learns(label, places)) return { standing: 'new', label };
      else if (refusal === 'no-label') refusal = 'not-read';
    }
    return { standing: isRead ? 'known' : refusal, label: guesses[0] ?? null };
  }

  /** Labels that may announce a value, the likeliest first: in its own line, else above it or at the head of its column. */
  #guesses({ piece, line, before, after, header }: Place): readonly string[] {
    const above = isOneOfTwo(line, before, after) ? [] : linesAbove(before);
    const texts = piece.before === '' ? [capital(header?.text ?? ''), ...above] : [piece.before];
    return texts.flatMap((text) => {
      const label = safeLabel(text);
      return label === null || (this.#meaningOf(label) === null && this.#values.isSaying(label)) ? [] : [label];
    });
  }

  /** What a label means already: as it was just taught, else as the reader or the portal's profile knows it. */
  #meaningOf(label: string): string | null {
    const taught = this.#taught.find((choice) => folded(choice.label) === folded(label));
    if (taught !== undefined) return taught.key === this.#key ? null : 'taught';
    return this.#labels.header(folded(label))?.fact ?? null;
  }

  /** A value known by its form alone belongs to a label if, with the label forbidden, it is no longer read. */
  #governs(label: string, places: readonly Place[]): boolean {
    return places.every(
      (place) => this.#readAt(this.#known, place)?.label === null && this.#readAt(this.#without(label), place) === null,
    );
  }

  /** Everywhere under or behind this label the reader takes what stands there, and takes it for its sake. */
  #learns(label: string, places: readonly Place[]): boolean {
    const form = labelForm(label);
    return places.every((place) => this.#readAt(this.#with(label), place)?.label?.text === form);
  }

  /** What made the reader take the value of a place, in the dossier that it belongs to; null: it took another, or none. */
  #readAt({ sheet, rows }: Trial, { line, value }: Place): Read | null {
    const name = FACT_OF[this.#key];
    const row = rows.find(({ node }) => node !== null && isInside(line.first, node));
    const own = this.#context.kind === 'list' ? row?.sheet : sheet;
    const facts = own?.facts();
    return own == null || facts?.[name] !== value ? null : originOf(name, facts, own);
  }
}

/**
 * Two labels in a row, and two values: which of them belongs to which nobody knows from their order alone.
 */
function isOneOfTwo({ block }: Line, before: readonly Line[], after: Line | undefined): boolean {
  const [further, nearer] = before.slice(-2);
  if (further === undefined || nearer === undefined || after === undefined) return false;
  const isSideBySide = [further, nearer, after].every((line) => line.block.parent === block.parent);
  return (
    isSideBySide && [further, nearer].every(({ text }) => safeLabel(text) !== null) && safeLabel(after.text) === null
  );
}

/** Headers of columns come folded. */
function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function linesAbove(before: readonly Line[]): readonly string[] {
  return before
    .toReversed()
    .filter(({ text, block, place }) => place === 'text' && text.length <= LONGEST_LABEL && !isHeading(block))
    .map(({ text }) => text);
}

/** The line right above if it is nothing but a label. */
function labelAbove(before: readonly Line[]): string {
  const text = bare(before.at(-1)?.text ?? '');
  return text.length > LONGEST_LABEL || /[:：]/.test(text) ? '' : text;
}

function isNeverRead(text: string, labels: Labels): boolean {
  const label = bare(text);
  return label !== '' && (isApplicantLabel(label) || labels.header(folded(label))?.fact === 'never');
}

function allLines(scan: PageScan, { kind }: LessonContext): readonly { line: Line; header: string | null }[] {
  const cells = scan.tables.flatMap(({ headers, rows }) =>
    rows.flat().flatMap(({ column, node }) => linesOf(node).map((line) => ({ line, header: headers[column] ?? null }))),
  );
  const lines = scan.lines.map((line) => ({ line, header: null }));
  return kind === 'list' ? [...cells, ...lines] : [...lines, ...cells];
}

/** A profile that lives only for a trial; it is never kept. */
function withLabels(labels: PortalProfile['labels'], profile: PortalProfile | null): PortalProfile {
  const trial: PortalProfile = { ...TRIAL, labels };
  return profile === null ? trial : layOver(trial, profile);
}

function withChoices(choices: readonly Choice[], profile: PortalProfile | null): PortalProfile | null {
  return choices.length === 0 ? profile : withLabels(labelsFrom(choices), profile);
}

const TRIAL: PortalProfile = {
  format: 'portal-profile/1',
  id: 'trial',
  title: 'trial',
  hosts: ['trial'],
  pages: [],
  labels: {},
  actions: [],
  confidence: 'uncertain',
  source: 'trial',
};
