import { folded } from './folded.ts';
import type { PageKind } from './page-facts.ts';
import { type Line, type PageScan, SEAM } from './page-scan.ts';
import type { PagePattern, PortalProfile } from './portal-profile.ts';

/** Headings and URLs that mark a kind of page on any portal. */
const GENERIC: readonly PagePattern[] = [
  {
    kind: 'detail',
    url: '/(chi-tiet|xem)-ho-so(/|\\?|$)',
    heading: [
      'Chi tiết hồ sơ',
      'Thông tin chung hồ sơ',
      'Thông tin chi tiết hồ sơ',
      'Thông tin hồ sơ',
      'Xem chi tiết hồ sơ',
    ],
  },
  { kind: 'return', heading: ['Trả kết quả hồ sơ', 'Trả kết quả'] },
  { kind: 'receive', heading: ['Tiếp nhận hồ sơ', 'Thêm mới hồ sơ'] },
  {
    kind: 'procedure',
    url: '/thu-tuc-hanh-chinh/',
    heading: ['Trình tự thực hiện', 'Cách thức thực hiện', 'Chi tiết thủ tục hành chính'],
  },
  { kind: 'rating', heading: ['Xin vui lòng đánh giá chất lượng dịch vụ', 'Đánh giá mức độ hài lòng'] },
  { kind: 'filing', heading: ['Nộp hồ sơ trực tuyến', 'Kê khai hồ sơ'] },
];

/** What besides its address and headings speaks for a kind: found by the reader. */
export interface KindEvidence {
  /** At least three printed facts, the code among them. */
  readonly dossier: boolean;
  /** A few printed facts, the code's place empty: an online dossier not yet received. */
  readonly uncoded: boolean;
  /** A table with the headers of dossiers; and rows with codes in it. */
  readonly table: boolean;
  readonly rows: boolean;
  /** A labelled procedure code. */
  readonly procedure: boolean;
}

/** Kinds in the order of preference where the evidence is equally strong. */
const ORDER = ['receive', 'detail', 'procedure', 'rating', 'filing', 'list'] as const;

/** The kind that the address alone speaks for, or null: enough for a neutral chip while the facts load, no more. */
export function kindFromUrl(profile: PortalProfile | null, url: string): PageKind | null {
  const path = pathOf(url);
  return profile?.pages.find((page) => page.url !== undefined && pattern(page.url).test(path))?.kind ?? null;
}

/**
 * The kind of a page. Believed only when two independent signals agree: address, heading, three facts with a code,
 * table of dossiers, rows with codes, control that acts. An address that the portal's profile knows as another
 * kind's is not argued with: the page has moved on and still shows what was there before.
 */
export function pageKind(scan: PageScan, evidence: KindEvidence, profile: PortalProfile | null, url: string): PageKind {
  const marks = new Marks(scan, profile, url);
  const scores = ORDER.map((kind) => ({ kind, score: marks.allows(kind) ? score(kind, marks, evidence) : 0 }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score < 2) return 'other';
  return best.kind === 'detail' && marks.address('return') + marks.heading('return') > 0 ? 'return' : best.kind;
}

/** The kind of what a dialog shows; the address belongs to the page below it. `other`: not a dossier's dialog. */
export function dialogKind(dialog: PageScan, evidence: KindEvidence, profile: PortalProfile | null): PageKind {
  const marks = new Marks(dialog, profile, null);
  if (!evidence.dossier) return 'other';
  if (marks.heading('return') > 0) return 'return';
  if (marks.heading('receive') > 0) return 'receive';
  return marks.heading('detail') > 0 ? 'detail' : 'other';
}

/** True for a dialog in which a result is being returned, whether it shows the dossier's facts or not. */
export function isReturnDialog(dialog: PageScan, profile: PortalProfile | null): boolean {
  return new Marks(dialog, profile, null).heading('return') > 0;
}

function score(kind: (typeof ORDER)[number], marks: Marks, evidence: KindEvidence): number {
  const place = marks.address(kind) + marks.heading(kind);
  switch (kind) {
    case 'detail':
      if (evidence.dossier) return place + 1 + Math.min(1, marks.heading('return'));
      return evidence.uncoded && place === 2 ? 2 : 0;
    case 'receive':
      return place === 0 ? 0 : place + marks.control(kind) + Number(evidence.dossier);
    case 'list':
      return evidence.table || evidence.rows || place === 2
        ? place + Number(evidence.table) + Number(evidence.rows)
        : 0;
    case 'procedure':
      return place + Number(evidence.procedure);
    default:
      return place;
  }
}

/** Which signals of address, heading and controls a page shows. */
class Marks {
  readonly #pages: readonly PagePattern[];
  readonly #headings: ReadonlySet<string>;
  readonly #controls: ReadonlySet<string>;
  readonly #path: string | null;
  readonly #profile: PortalProfile | null;
  readonly #atUrl: ReadonlySet<PageKind>;

  constructor(scan: PageScan, profile: PortalProfile | null, url: string | null) {
    this.#profile = profile;
    this.#pages = [...(profile?.pages ?? []), ...GENERIC];
    this.#path = url === null ? null : pathOf(url);
    this.#headings = new Set(
      scan.lines.filter(({ place, ink }) => place === 'text' && ink === 'print').flatMap(headingsOf),
    );
    this.#controls = new Set(
      scan.lines.filter(({ place }) => place === 'control').map((line) => seamless(line.folded)),
    );
    this.#atUrl = new Set((profile?.pages ?? []).filter((page) => this.#isAt(page)).map(({ kind }) => kind));
  }

  allows(kind: PageKind): boolean {
    return this.#atUrl.size === 0 || this.#atUrl.has(kind) || (kind === 'detail' && this.#atUrl.has('return'));
  }

  address(kind: PageKind): number {
    return Number(this.#pages.some((page) => page.kind === kind && this.#isAt(page)));
  }

  heading(kind: PageKind): number {
    const texts = this.#pages.flatMap((page) => (page.kind === kind ? (page.heading ?? []) : []));
    return Number(texts.some((text) => this.#headings.has(folded(text))));
  }

  control(kind: PageKind): number {
    const actions = this.#profile?.actions.filter(({ on }) => on.includes(kind)) ?? [];
    const texts = actions.flatMap(({ start, commit }) => [...start, ...commit]);
    return Number(texts.some((text) => this.#controls.has(folded(text))));
  }

  #isAt(page: PagePattern): boolean {
    return this.#path !== null && page.url !== undefined && pattern(page.url).test(this.#path);
  }
}

/** A heading may share its line with the procedure's name, or end in a colon and a code. */
function headingsOf(line: Line): readonly string[] {
  return [line.folded, ...line.folded.split(SEAM)].map((text) => seamless(text).split(/\s*:/)[0]?.trim() ?? '');
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

function pathOf(url: string): string {
  return /^[a-z-]+:\/\/[^/?#]*(.*)$/i.exec(url)?.[1] ?? url;
}
