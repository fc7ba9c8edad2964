import { isApplicantLabel } from '../applicant-label.ts';
import { originOf } from '../fact-origin.ts';
import type { FactSheet, Read } from '../fact-sheet.ts';
import { folded } from '../folded.ts';
import { isVague, mayMean } from '../label-meanings.ts';
import { type Labels, labelForm, labelsOf } from '../labels.ts';
import { layOver } from '../lay-over.ts';
import type { PageContext } from '../page-context.ts';
import type { PageReading } from '../page-facts.ts';
import type { PageNode } from '../page-node.ts';
import { PageReader, type SheetsRead } from '../page-reader.ts';
import { type Line, linesOf, type PageScan, SEAM, scanPage } from '../page-scan.ts';
import type { PortalProfile } from '../portal-profile.ts';
import { readPage, worded } from '../read-page.ts';
import { phrasesOf } from '../reader-words.ts';
import { remembered } from '../remembered.ts';
import { isInside } from '../value-place.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { beginsLabel, capital, isNeverRead, isOneOfTwo, labelsAbove, linesAbove } from './label-lines.ts';
import { elementOfPiece, type Piece, piecesOf } from './labelled-piece.ts';
import { type Choice, labelsFrom } from './lesson.ts';
import { safeLabel } from './safe-label.ts';
import type { Refusal, Spot } from './spot.ts';
import { FACT_OF, type TaughtKey } from './taught-fact.ts';
import { Values } from './values.ts';

/** What teaching has to know besides the page: as the reader, and which kind the official says it is. */
export type LessonContext = PageContext & Required<Pick<PageContext, 'kind'>>;

/** A label may stand in a line of its own, some lines before its value. */
const LINES_BACK = 3;
/** Rows beyond this are like those before. */
const MOST_ROWS = 300;

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
  const lines = allLines(scanPage(root, HEADS), context);
  const at = lines.findIndex(({ line }) => isInside(line.block, node) || isInside(node, line.block));
  const here = lines[at];
  if (here === undefined) return 'no-such-value';
  const before = lines.slice(0, at).map(({ line }) => line);
  const said = [here.header ?? '', here.line.text.split(/[:：]/)[0] ?? '', ...labelsAbove(before, labels)];
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
  /** In place of what a profile says that this fact stands behind. */
  readonly #instead = remembered((label) =>
    this.#read(this.#profileWith([{ key: this.#key, label, insteadOf: this.#formerFor(label) }])),
  );
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
    const scan = scanPage(this.#root, HEADS);
    if (this.#context.kind !== 'list') return this.#placesIn(scan.lines, null).map((place) => this.#spot([place]));
    if (scan.tables.length === 0) return this.#columns(this.#placesIn(scan.lines, null));
    return scan.tables.flatMap(({ headers, rows }) =>
      this.#columns(
        rows
          .slice(0, MOST_ROWS)
          .flat()
          .flatMap(({ column, node }) => this.#placesIn(linesOf(node, HEADS), { column, text: headers[column] ?? '' })),
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
      // The words before a figure may be a part of the value: `ngày 27/10/2023`.
      const isAgain = found.some((one) => one.value === value && one.piece.text.endsWith(piece.text));
      if (value !== undefined && !isAgain) found.push({ piece, value });
    }
    return found;
  }

  #spot(places: readonly [Place, ...Place[]]): Spot {
    const [first] = places;
    const { value, piece } = first;
    const nodes = places.map((place) => elementOfPiece(place.line, place.piece.text));
    return { key: this.#key, nodes, value, print: piece.text, insteadOf: [], ...this.#judge(places) };
  }

  #judge(places: readonly [Place, ...Place[]]): Pick<Spot, 'standing' | 'label'> & Partial<Pick<Spot, 'insteadOf'>> {
    const [first] = places;
    if (this.#isNeverRead(first)) return { standing: 'never-read', label: null };
    if (first.line.ink === 'draft' && this.#context.kind !== 'receive') return { standing: 'draft', label: null };
    const guesses = this.#guesses(first);
    const isRead = places.every((place) => this.#readAt(this.#known, place) !== null);
    /** What the likeliest label was refused for. */
    let refusal: Refusal | null = null;
    for (const label of guesses) {
      const meaning = this.#meaningOf(label);
      if (isRead && meaning !== null) break;
      if (meaning !== null && !mayMean(this.#key, meaning)) refusal ??= 'other-meaning';
      else if (this.#governs(label, places) || this.#learns(this.#with, label, places))
        return { standing: 'new', label };
      else if (!isRead && this.#formerFor(label).length > 0 && this.#learns(this.#instead, label, places))
        return { standing: 'new', label, insteadOf: this.#formerFor(label) };
      else refusal ??= 'not-read';
    }
    // What is read for itself needs no label: the likeliest may be that of the line above.
    const label = isRead ? this.#labelRead(first) : (guesses[0] ?? null);
    return { standing: isRead ? 'known' : (refusal ?? 'no-label'), label };
  }

  /** Whether anything that may announce the value says that it is the applicant's, or is never read. */
  #isNeverRead({ piece, before, header }: Place): boolean {
    if (piece.before === '')
      return [header?.text ?? '', ...labelsAbove(before, this.#labels)].some((text) => isNeverRead(text, this.#labels));
    const { joined, prior } = piece;
    const said = beginsLabel(piece.before) ? [piece.before] : [piece.before, joined, ...joined.split(SEAM)];
    const near = prior.split(/[|•;]/).at(-1) ?? '';
    return isApplicantLabel(near) || said.some((text) => isNeverRead(text, this.#labels));
  }

  /** The label by which the reader takes what stands there, as it is spelt in its vocabulary. */
  #labelRead(place: Place): string | null {
    const label = this.#readAt(this.#known, place)?.label?.text;
    return label === undefined ? null : capital(label);
  }

  /** Labels that may announce a value, the likeliest first: in its own line, else above it or at the head of its column. */
  #guesses({ piece, line, before, after, header }: Place): readonly string[] {
    const above = isOneOfTwo(line, before, after) ? [] : linesAbove(before);
    const own = beginsLabel(piece.before) ? [piece.before, piece.joined] : [this.#withoutSayings(piece.joined)];
    const texts = piece.before === '' ? [capital(header?.text ?? ''), ...above] : own;
    const labels = texts.flatMap((text) => {
      const label = safeLabel(text);
      if (label === null || isVague(this.#key, label)) return [];
      return this.#meaningOf(label) === null && this.#values.isSaying(label) ? [] : [label];
    });
    return [...new Set(labels)];
  }

  /** A status or a badge that happens to stand before a label is none of it. */
  #withoutSayings(joined: string): string {
    const parts = joined.split(SEAM);
    const from = parts.findIndex((part) => part.trim() !== '' && !this.#values.isSaying(part.trim()));
    return parts.slice(Math.max(0, from)).join(SEAM);
  }

  /**
   * What a label means already: as it was just taught, else as the reader knows it, else as the portal's profile does.
   * What a profile says otherwise than the reader may have been taught by mistake.
   */
  #meaningOf(label: string): string | null {
    const taught = this.#taught.find((choice) => folded(choice.label) === folded(label));
    if (taught !== undefined) return taught.key === this.#key ? null : 'taught';
    const text = folded(label);
    return (GENERIC.header(text) ?? this.#labels.header(text))?.fact ?? null;
  }

  /** Labels by which this page is read for what is asked, as the profile says, except this one. */
  #formerFor(label: string): readonly string[] {
    const { sheet, rows } = this.#known;
    const sheets = this.#context.kind === 'list' ? rows.map((row) => row.sheet) : [sheet];
    const read = new Set(sheets.flatMap((one) => one?.reads(this.#key) ?? []).map((one) => one.label?.text));
    const former = this.#context.profile?.labels[this.#key] ?? [];
    return former.filter((text) => {
      const form = labelForm(text);
      return read.has(form) && form !== labelForm(label) && GENERIC.header(form)?.fact !== this.#key;
    });
  }

  /** A value known by its form alone belongs to a label if, with the label forbidden, it is no longer read. */
  #governs(label: string, places: readonly Place[]): boolean {
    return places.every(
      (place) => this.#readAt(this.#known, place)?.label === null && this.#readAt(this.#without(label), place) === null,
    );
  }

  /**
   * Everywhere under or behind this label the reader takes what stands there, takes it for its sake, and is in no doubt
   * about it that it was not in before.
   */
  #learns(read: (label: string) => Trial, label: string, places: readonly Place[]): boolean {
    const form = labelForm(label);
    return places.every((place) => {
      const isTaken = this.#readAt(read(label), place)?.label?.text === form;
      return isTaken && (!this.#isTorn(read(label), place) || this.#isTorn(this.#known, place));
    });
  }

  /** Two places say two things of the same. */
  #isTorn(trial: Trial, place: Place): boolean {
    const doubts = this.#sheetAt(trial, place)?.facts().doubts ?? [];
    return doubts.includes('dues-disagree') || doubts.includes('codes-disagree');
  }

  /** What made the reader take the value of a place, in the dossier that it belongs to; null: it took another, or none. */
  #readAt(trial: Trial, place: Place): Read | null {
    const name = FACT_OF[this.#key];
    const own = this.#sheetAt(trial, place);
    const facts = own?.facts();
    return own == null || facts?.[name] !== place.value ? null : originOf(name, facts, own);
  }

  #sheetAt({ sheet, rows }: Trial, { line }: Place): FactSheet | null | undefined {
    const row = rows.find(({ node }) => node !== null && isInside(line.first, node));
    return this.#context.kind === 'list' ? row?.sheet : sheet;
  }
}

function allLines(scan: PageScan, { kind }: LessonContext): readonly { line: Line; header: string | null }[] {
  const cells = scan.tables.flatMap(({ headers, rows }) =>
    rows
      .flat()
      .flatMap(({ column, node }) => linesOf(node, HEADS).map((line) => ({ line, header: headers[column] ?? null }))),
  );
  const lines = scan.lines.map((line) => ({ line, header: null }));
  return kind === 'list' ? [...cells, ...lines] : [...lines, ...cells];
}

const GENERIC = labelsOf(null, vietnameseWords);
const { patterns: HEADS } = phrasesOf(vietnameseWords);

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
