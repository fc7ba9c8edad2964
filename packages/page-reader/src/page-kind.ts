import type { KindSignal } from './explanation.ts';
import { folded } from './folded.ts';
import type { PageKind } from './page-facts.ts';
import { type Line, type PageScan, SEAM } from './page-scan.ts';
import type { Phrases } from './phrases.ts';
import type { PagePattern, PortalProfile } from './portal-profile.ts';
import { phrasesOf, type ReaderWords } from './reader-words.ts';

/** What besides its address and headings speaks for a kind: found by the reader. */
export interface KindEvidence {
  /** At least three printed facts, the code among them. */
  readonly dossier: boolean;
  /** Its labels alone, outside of any table's columns, say nearly everything: tables beside it are of other dossiers. */
  readonly whole: boolean;
  /** A dossier's labels, at least five, its facts and no other's: enough without an address or a heading. */
  readonly alone: boolean;
  /** A few printed facts, the code's place empty: an online dossier not yet received. */
  readonly uncoded: boolean;
  /** A table with the headers of dossiers; and rows with codes in it. */
  readonly table: boolean;
  readonly rows: boolean;
  /** A labelled procedure code. */
  readonly procedure: boolean;
  /** Several inputs that somebody may be typing in. */
  readonly form: boolean;
  /** One of them, beside rows, for the appointment. */
  readonly appoints: boolean;
}

/** What is known of a site. */
interface SiteContext {
  readonly profile: PortalProfile | null;
  readonly words: ReaderWords;
}

interface KindContext extends SiteContext {
  readonly url: string;
}

/** The signals for each kind that has any. */
export type KindSignals = { readonly [K in PageKind]?: readonly KindSignal[] };

const TITLES = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'legend', 'mat-card-title']);
const CODE_TAIL = / *[(#]?[a-y]?\d[\d.]*-.*$/;
const LONGEST_HEADING = 120;
/** A line of more elements is a menu. */
const MOST_PARTS = 6;
/** Two independent signals make a kind. */
const ENOUGH = 2;

/** Kinds in the order of preference where the evidence is equally strong. */
const ORDER = ['receive', 'detail', 'procedure', 'rating', 'filing', 'list'] as const;

/** The kind that the address alone speaks for, or null: enough for a neutral chip while the facts load, no more. */
export function kindFromUrl(profile: PortalProfile | null, url: string): PageKind | null {
  const path = pathOf(url);
  return profile?.pages.find((page) => page.url !== undefined && pattern(page.url).test(path))?.kind ?? null;
}

/** The kind of page facing a citizen that the words of the address alone speak for, on any portal, or null. */
export function citizensKind(words: ReaderWords | null, url: string): PageKind | null {
  const path = pathOf(url).toLowerCase();
  const isCitizens = (kind: PageKind) => kind === 'rating' || kind === 'filing';
  return words?.kinds.find(({ kind, url: known }) => isCitizens(kind) && pattern(known).test(path))?.kind ?? null;
}

/** What speaks for each kind a page could be. */
export function kindSignals(scan: PageScan, evidence: KindEvidence, context: KindContext): KindSignals {
  const marks = new Marks(scan, context, context.url);
  const kinds = ORDER.filter((kind) => marks.allows(kind)).map(
    (kind) => [kind, signals(kind, marks, evidence)] as const,
  );
  const signs: { [K in PageKind]?: readonly KindSignal[] } = Object.fromEntries(
    kinds.filter(([, of]) => of.length > 0),
  );
  const returning = marks.returning();
  if ((signs.detail?.length ?? 0) >= ENOUGH && returning.length > 0) signs.return = ['facts', ...returning];
  return signs;
}

/**
 * The kind of a page. Believed only when two independent signals agree: address, heading, three facts with a code,
 * table of dossiers, rows with codes, control that acts. An address that the portal's profile knows as another
 * kind's is not argued with: the page has moved on and still shows what was there before.
 */
export function pageKind(scan: PageScan, evidence: KindEvidence, context: KindContext): PageKind {
  const signs = kindSignals(scan, evidence, context);
  const count = (kind: PageKind) => signs[kind]?.length ?? 0;
  const best = ORDER.reduce((a, b) => (count(b) > count(a) ? b : a));
  if (count(best) < ENOUGH) return 'other';
  return best === 'detail' && signs.return !== undefined ? 'return' : best;
}

/** The kind of what a dialog shows; the address belongs to the page below it. `other`: not a dossier's dialog. */
export function dialogKind(dialog: PageScan, evidence: KindEvidence, context: SiteContext): PageKind {
  const marks = new Marks(dialog, context, null);
  if (!evidence.dossier) return asksCitizen(dialog, marks, context) ? 'rating' : 'other';
  if (marks.has('heading', 'return')) return 'return';
  // Steps of the way have such names too; the title says what the dialog is.
  if (marks.has('heading', 'receive') && !/chi tiết/.test(dialog.lines[0]?.folded ?? '')) return 'receive';
  return marks.has('heading', 'detail') || marks.has('control', 'detail') || namesDossier(dialog) ? 'detail' : 'other';
}

/** A dialog whose title asks how it was. Who hands a result over may have to say how content the citizen is, too. */
function asksCitizen(dialog: PageScan, marks: Marks, context: SiteContext): boolean {
  const title = dialog.lines.find(({ place }) => place === 'text');
  const lines = title === undefined ? [] : [title];
  return marks.has('control', 'rating') && new Marks({ ...dialog, lines }, context, null).has('heading', 'rating');
}

/** A dialog whose title speaks of a dossier. */
function namesDossier({ lines }: PageScan): boolean {
  return lines.slice(0, 2).some((line) => line.place === 'text' && seamless(line.folded).includes('hồ sơ'));
}

/** True for a dialog in which a result is being returned, whether it shows the dossier's facts or not. */
export function isReturnDialog(dialog: PageScan, context: SiteContext): boolean {
  return new Marks(dialog, context, null).has('heading', 'return');
}

function signals(kind: (typeof ORDER)[number], marks: Marks, evidence: KindEvidence): readonly KindSignal[] {
  const place = (['address', 'heading'] as const).filter((sign) => marks.has(sign, kind));
  const control = marks.has('control', kind) ? (['control'] as const) : [];
  switch (kind) {
    case 'detail':
      if (marks.isForeign && !marks.has('heading', 'detail')) return [];
      if (evidence.dossier)
        return [
          'facts',
          ...said('labels', evidence.alone),
          ...place,
          ...(marks.has('heading', 'return') ? (['heading'] as const) : []),
          ...control,
        ];
      // An online dossier not yet received has no code; then address and heading must say that this is it.
      return evidence.uncoded && place.length === 2 ? place : [];
    case 'receive':
      // A list with its filter is a form with rows just as well, but gives no appointment.
      if (place.length === 0) return [];
      if (evidence.rows && !marks.isAt(kind) && (!evidence.appoints || marks.has('control', 'list'))) return [];
      return [
        ...place,
        ...control,
        ...said('facts', evidence.dossier),
        // Words of an address and a form are a list with its filter just as well.
        ...said('control', evidence.form && control.length === 0 && (marks.isAt(kind) || marks.has('heading', kind))),
      ];
    case 'list':
      if (evidence.whole && !marks.isAt(kind)) return place.length < 2 ? [] : place;
      if (!evidence.table && !evidence.rows && place.length < 2) return [];
      return [...place, ...said('table', evidence.table), ...said('rows', evidence.rows), ...control];
    case 'procedure':
      return place.length === 0 && !evidence.procedure
        ? []
        : [...place, ...said('procedure', evidence.procedure), ...control];
    case 'filing':
      return place.length === 0 || evidence.dossier
        ? []
        : [...place, ...control, ...said('control', evidence.form && control.length === 0)];
    default:
      return [...place, ...control];
  }
}

function said(signal: KindSignal, there: boolean): readonly KindSignal[] {
  return there ? [signal] : [];
}

/** Which signals of address, heading and controls a page shows. */
class Marks {
  readonly #profile: PortalProfile | null;
  readonly #words: ReaderWords;
  readonly #path: string | null;
  readonly #headings = new Set<string>();
  readonly #controls = new Set<string>();
  /** Kinds that headings and controls speak for on any portal. */
  readonly #headed = new Set<PageKind>();
  readonly #controlled = new Set<PageKind>();
  readonly #atUrl: ReadonlySet<PageKind>;
  /** The page's first title. */
  #title: string | null = null;

  constructor(scan: PageScan, { profile, words }: SiteContext, url: string | null) {
    this.#profile = profile;
    this.#words = words;
    this.#path = url === null ? null : pathOf(url);
    for (const line of scan.lines) this.#note(line);
    // A dialog begins with its title, in whatever element.
    if (url === null) for (const line of scan.lines.slice(0, 2)) this.#note(line, true);
    this.#atUrl = new Set((profile?.pages ?? []).filter((page) => this.#matches(page)).map(({ kind }) => kind));
  }

  allows(kind: PageKind): boolean {
    return this.#atUrl.size === 0 || this.#atUrl.has(kind) || (kind === 'detail' && this.#atUrl.has('return'));
  }

  has(signal: 'address' | 'heading' | 'control', kind: PageKind): boolean {
    switch (signal) {
      case 'address':
        return this.#atUrl.has(kind) || this.#isAtGeneric(kind);
      case 'heading':
        return (
          this.#headed.has(kind) ||
          (this.#profile?.pages ?? []).some(
            (page) => page.kind === kind && page.heading?.some((text) => this.#headings.has(folded(text))),
          )
        );
      default:
        return this.#controlled.has(kind) || this.#actionTexts(kind).some((text) => this.#controls.has(folded(text)));
    }
  }

  /** True where the page's title names something else than a dossier. */
  get isForeign(): boolean {
    return this.#title !== null && phrasesOf(this.#words).patterns.foreignTitle.test(this.#title);
  }

  /** True where the profile knows the address as this kind's. */
  isAt(kind: PageKind): boolean {
    return this.#atUrl.has(kind);
  }

  /** What says that a result is being returned: a title of its own, or an address with the word on the page. */
  returning(): readonly KindSignal[] {
    const signs = (['heading', 'control'] as const).filter((sign) => this.has(sign, 'return'));
    const word = this.#headings.has('trả kết quả') || this.#controls.has('trả kết quả');
    const address = this.isAt('return') || (this.has('address', 'return') && (word || signs.length > 0));
    return address ? ['address', ...signs] : signs;
  }

  #note(line: Line, isTitle = false): void {
    if (line.folded.length > LONGEST_HEADING) return;
    const known = phrasesOf(this.#words);
    if (line.place === 'control') learn(seamless(line.folded), this.#controls, known.controls, this.#controlled);
    if (line.place !== 'text' || line.ink !== 'print' || line.folded.split(SEAM).length > MOST_PARTS) return;
    const titled = isTitle || TITLES.has(line.block.tag);
    if (titled) this.#title ??= seamless(line.folded);
    for (const text of headingsOf(line)) {
      learn(text, this.#headings, known.headings, this.#headed);
      for (const { kind, words } of this.#words.kinds) {
        if (words !== undefined && text.includes(words.with) && pattern(words.pattern).test(text))
          this.#headed.add(kind);
      }
      if (titled) for (const kind of known.weakHeadings.meanings(text)) this.#headed.add(kind);
    }
  }

  #isAtGeneric(kind: PageKind): boolean {
    const url = this.#words.kinds.find((one) => one.kind === kind)?.url;
    return this.#path !== null && url !== undefined && pattern(url).test(this.#path.toLowerCase());
  }

  /** What the profile's actions are pressed by; the press that begins a return stands on every detail. */
  #actionTexts(kind: PageKind): readonly string[] {
    const actions = kind === 'return' ? [] : (this.#profile?.actions.filter(({ on }) => on.includes(kind)) ?? []);
    return actions.flatMap(({ start, commit }) => [...start, ...commit]);
  }

  #matches(page: PagePattern): boolean {
    return this.#path !== null && page.url !== undefined && pattern(page.url).test(this.#path);
  }
}

function learn(text: string, texts: Set<string>, known: Phrases<PageKind>, kinds: Set<PageKind>): void {
  if (texts.has(text)) return;
  texts.add(text);
  for (const kind of known.meanings(text)) kinds.add(kind);
}

/** A heading may share its line with the procedure's name, or end in a colon or a code. */
function headingsOf(line: Line): readonly string[] {
  const parts = line.folded.includes(SEAM) ? [line.folded, ...line.folded.split(SEAM)] : [line.folded];
  return parts.map((part) => {
    const text = seamless(part);
    const colon = text.indexOf(':');
    const head = colon < 0 ? text : text.slice(0, colon).trimEnd();
    return head.includes('-') ? head.replace(CODE_TAIL, '') : head;
  });
}

function seamless(text: string): string {
  return text.replaceAll(SEAM, '').trim();
}

const patterns = new Map<string, RegExp>();

function pattern(source: string): RegExp {
  const made = patterns.get(source) ?? new RegExp(source);
  patterns.set(source, made);
  return made;
}

/** What names a page's kind stands at the beginning; a longer address would only keep the patterns busy. */
const LONGEST_ADDRESS = 2_000;
const ORIGIN = /^[A-Za-z-]+:\/\/[^/?#]*/;

function pathOf(url: string): string {
  return url.slice(ORIGIN.exec(url)?.[0].length ?? 0).slice(0, LONGEST_ADDRESS);
}
