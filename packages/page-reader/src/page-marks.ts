import { folded } from './folded.ts';
import { KIND_WORDS } from './kind-words.ts';
import type { PortalProfile } from './portal-profile.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

/** Labels that say nothing of a dossier by themselves. */
const MUTE = new Set(['mixed', 'never', 'prose']);

/**
 * What a form asks of whoever brings a dossier, as forms print it: articles and menus speak of `người nộp`, and of papers
 * such as `căn cước`, without the words around.
 */
const ASKED = ['tên+người nộp~chủ hồ sơ', 'số+cccd~cmnd~căn cước~định danh|cccd/cmnd|cmnd/cccd'];

/** What a mark is of: of a dossier, or of the form that makes one. */
const DOSSIER = 'd';
const SORTS = [DOSSIER, 'f'];

/**
 * As the reader's own, but with anything around it: where the text of a whole page is taken in one piece, the cells of a
 * table touch each other.
 */
const LOOSE_CODE = /[a-y]\d{2}(?:\.\d{1,3}){0,4}[-\u2010-\u2015\u2212]\d{6}[-\u2010-\u2015\u2212]\d{4}/;

/** White space, and what nobody sees (as in `plain`). */
const BLANK = /[\s\u200b-\u200f\u2060\u00ad\ue000-\uf8ff]+/g;

/**
 * Labels are sent by so many first letters: few of these stand on a page, and of the others nothing is looked for. With one
 * more the expression would take a page twice as long to make.
 */
const HEAD = 4;
/** After a head, a mark and the rest of a label; no squeezed text holds it. */
const GAP = ' ';
const NEXT_HEAD = '\n';

/**
 * The labels of dossiers as a site may print them, and of the form that makes one, squeezed, for `bearsMarks`: made once for
 * a site, so that who runs in every page of it needs no vocabulary. First an expression of all heads, then a line for each:
 * the head, then of each label that begins with it the name of its mark and what follows the head.
 */
export function pageMarks(profile: PortalProfile | null): string {
  const byHead = new Map<string, string>();
  [labelsOf(profile), formWords()].forEach((marks, sort) => {
    marks.forEach((texts, i) => {
      for (const text of shortest(texts.map(squeezed))) {
        const head = text.slice(0, HEAD);
        byHead.set(head, [byHead.get(head) ?? head, `${SORTS[sort]}${i}`, text.slice(HEAD)].join(GAP));
      }
    });
  });
  // Of two heads that begin alike the longer one is asked first.
  const heads = [...byHead.keys()].sort().reverse();
  return [heads.map(literal).join('|'), ...byHead.values()].join(NEXT_HEAD);
}

/** Labels, fact by fact. */
function labelsOf(profile: PortalProfile | null): readonly (readonly string[])[] {
  const weak = new Set(spelled(NEED_COLON));
  const keys = [...new Set([...Object.keys(VOCABULARY), ...Object.keys(profile?.labels ?? {})])];
  return keys
    .filter((key) => !MUTE.has(key))
    .map((key) => textsOf(key, profile).flatMap((text) => (weak.has(text) ? withColon(text, key) : [text])));
}

/** By other weak labels, and their colon, a dashboard counts (`Tiếp nhận: 120`), and an article names its source. */
function withColon(text: string, key: string): readonly string[] {
  return key === 'procedureName' ? [`${text}:`] : [];
}

/** A form that is being filled in prints next to nothing of a dossier: its title, and what is asked of whoever brings one. */
function formWords(): readonly (readonly string[])[] {
  const titles = KIND_WORDS.flatMap(({ kind, heading }) => (kind === 'receive' ? spelled(heading) : []));
  return [titles, ...ASKED.map(spelled)];
}

/**
 * Whether a page is worth reading by its text and the marks of its site (`pageMarks`): a dossier's code, the labels of two
 * different facts, or three marks of any sort: an official's menu has the form's title on every page, and a list of citizens
 * the number of their papers. A label within another one is no second label.
 */
export function bearsMarks(pageText: string, marks: string): boolean {
  const text = squeezed(pageText);
  if (LOOSE_CODE.test(text)) return true;
  const [heads = '', ...lines] = marks.split(NEXT_HEAD);
  const head = new RegExp(heads, 'g');
  const found = new Set<string>();
  const count = (sort: string) => [...found].filter((mark) => mark.startsWith(sort)).length;
  for (let at = head.exec(text); at !== null; at = head.exec(text)) {
    const line = lines.find((one) => one.startsWith(at[0] + GAP)) ?? '';
    const label = labelAt(text, at.index, line);
    head.lastIndex = label?.end ?? at.index + 1;
    if (label === null) continue;
    found.add(label.mark);
    if (count(DOSSIER) > 1 || found.size > 2) return true;
  }
  return false;
}

/** The mark whose label begins here, and where that ends. */
function labelAt(text: string, at: number, line: string): { readonly mark: string; readonly end: number } | null {
  const [head = '', ...labels] = line.split(GAP);
  for (let i = 0; i < labels.length; i += 2) {
    const [mark = '', rest = ''] = labels.slice(i, i + 2);
    if (text.startsWith(rest, at + head.length)) return { mark, end: at + head.length + rest.length };
  }
  return null;
}

/**
 * A text without any white space, in lower case: however a page breaks and spaces its labels, or lets the cells of a table
 * touch each other, they read alike.
 */
function squeezed(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(BLANK, '');
}

function textsOf(key: string, profile: PortalProfile | null): readonly string[] {
  const own: Readonly<Record<string, string | undefined>> = VOCABULARY;
  const added: Readonly<Record<string, readonly string[] | undefined>> = profile?.labels ?? {};
  return [...spelled(own[key] ?? ''), ...(added[key] ?? []).map(folded)].filter((text) => text !== '');
}

/** Whoever finds the shorter of two texts has found the longer one. */
function shortest(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
    .filter((text, _, all) => !all.some((other) => other !== text && text.includes(other)))
    .sort();
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
