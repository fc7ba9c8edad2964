import { folded } from './folded.ts';
import type { PortalProfile } from './portal-profile.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

/** Labels that say nothing of a dossier by themselves. */
const MUTE = new Set(['mixed', 'never', 'prose']);

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
/** After a head, a fact and the rest of a label; no squeezed text holds it. */
const GAP = ' ';
const NEXT_HEAD = '\n';

/**
 * The labels of dossiers as a site may print them, squeezed, for `bearsMarks`: made once for a site, so that who runs in
 * every page of it needs no vocabulary. First an expression of all heads, then a line for each: the head, then of each label
 * that begins with it the number of the fact and what follows the head.
 */
export function pageMarks(profile: PortalProfile | null): string {
  const byHead = new Map<string, string>();
  labelsOf(profile).forEach((texts, fact) => {
    for (const text of texts) {
      const head = text.slice(0, HEAD);
      byHead.set(head, [byHead.get(head) ?? head, fact, text.slice(HEAD)].join(GAP));
    }
  });
  // Of two heads that begin alike the longer one is asked first.
  const heads = [...byHead.keys()].sort().reverse();
  return [heads.map(literal).join('|'), ...byHead.values()].join(NEXT_HEAD);
}

/** Labels, fact by fact. */
function labelsOf(profile: PortalProfile | null): readonly (readonly string[])[] {
  const weak = new Set(spelled(NEED_COLON));
  const keys = [...new Set([...Object.keys(VOCABULARY), ...Object.keys(profile?.labels ?? {})])];
  const facts = keys
    .filter((key) => !MUTE.has(key))
    .map((key) => textsOf(key, profile).filter((text) => !weak.has(text)));
  return facts.map((texts) => shortest(texts.map(squeezed)));
}

/**
 * Whether a page is worth reading by its text and the marks of its site (`pageMarks`): a dossier's code, or the labels of
 * two different facts. A label within another one is no second label.
 */
export function bearsMarks(pageText: string, marks: string): boolean {
  const text = squeezed(pageText);
  if (LOOSE_CODE.test(text)) return true;
  const [heads = '', ...lines] = marks.split(NEXT_HEAD);
  const head = new RegExp(heads, 'g');
  let first: string | null = null;
  for (let at = head.exec(text); at !== null; at = head.exec(text)) {
    const line = lines.find((one) => one.startsWith(at[0] + GAP)) ?? '';
    const label = labelAt(text, at.index, line);
    head.lastIndex = label?.end ?? at.index + 1;
    if (label === null) continue;
    first ??= label.fact;
    if (label.fact !== first) return true;
  }
  return false;
}

/** The number of the fact whose label begins here, and where that ends. */
function labelAt(text: string, at: number, line: string): { readonly fact: string; readonly end: number } | null {
  const [head = '', ...labels] = line.split(GAP);
  for (let i = 0; i < labels.length; i += 2) {
    const [fact = '', rest = ''] = labels.slice(i, i + 2);
    if (text.startsWith(rest, at + head.length)) return { fact, end: at + head.length + rest.length };
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
