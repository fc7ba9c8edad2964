import { folded } from './folded.ts';
import type { PortalProfile } from './portal-profile.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

/** Labels that say nothing of a dossier by themselves. */
const MUTE = new Set(['mixed', 'never', 'prose']);
/** A page that shows so many different facts is worth reading. */
const ENOUGH = 2;

/**
 * As the reader's own, but with anything around it: where the text of a whole page is taken in one piece, the cells of a
 * table touch each other.
 */
const LOOSE_CODE = /[a-y]\d{2}(?:\.\d{1,3}){0,4} ?[-\u2010-\u2015\u2212] ?\d{6} ?[-\u2010-\u2015\u2212] ?\d{4}/;

/** Between the first words and the marks of each, between the marks of one word; no folded text holds them. */
const NEXT_WORD = '\n';
const NEXT_MARK = '\t';

/**
 * The labels of dossiers as a site may print them, folded, for `PageMarks`: made once for a site, so that who runs in every
 * page of it needs no vocabulary. First an expression of all their first words, then for each of these the labels that begin
 * with it, each behind the number of its fact.
 */
export function pageMarks(profile: PortalProfile | null): string {
  const byWord = new Map<string, string[]>();
  labelsOf(profile).forEach((texts, fact) => {
    for (const text of texts) {
      const [word = text] = text.split(' ', 1);
      byWord.set(word, [...(byWord.get(word) ?? []), `${fact} ${text}`]);
    }
  });
  // Of two words that begin alike the longer one is asked first.
  const words = [...byWord.keys()].sort().reverse();
  const marks = words.map((word) => [word, ...(byWord.get(word) ?? [])].join(NEXT_MARK));
  return [words.map(literal).join('|'), ...marks].join(NEXT_WORD);
}

/** Labels, fact by fact. */
function labelsOf(profile: PortalProfile | null): readonly (readonly string[])[] {
  const weak = new Set(spelled(NEED_COLON));
  const keys = [...new Set([...Object.keys(VOCABULARY), ...Object.keys(profile?.labels ?? {})])];
  const facts = keys
    .filter((key) => !MUTE.has(key))
    .map((key) => textsOf(key, profile).filter((text) => !weak.has(text)));
  return facts.map((texts) => shortest(texts).flatMap(slashed));
}

/** A label and the number of its fact. */
type Mark = readonly [fact: string, text: string];

/**
 * Finds the labels of dossiers in a page's text. An expression of their first words alone goes through it: one of all labels
 * is ten times as large, would be made anew in every page, and most pages hold nothing for it.
 */
export class PageMarks {
  readonly #words: RegExp;
  readonly #lines: readonly string[];
  /** Of the words that stand on the page: the marks of all the others are never taken apart. */
  readonly #known = new Map<string, readonly Mark[]>();

  /** `marks`: what `pageMarks` says of the site. */
  constructor(marks: string) {
    const [words = '', ...lines] = marks.split(NEXT_WORD);
    this.#words = new RegExp(words, 'g');
    this.#lines = lines;
  }

  /** Whether a page is worth reading by its folded text: a dossier's code, or the labels of two different facts. */
  areOn(text: string): boolean {
    if (LOOSE_CODE.test(text)) return true;
    const facts = new Set<string>();
    this.#words.lastIndex = 0;
    for (let at = this.#words.exec(text); at !== null; at = this.#words.exec(text)) {
      const { index } = at;
      const [fact, label] = this.#marksOf(at[0]).find(([, one]) => text.startsWith(one, index)) ?? NO_MARK;
      if (label !== '') facts.add(fact);
      if (facts.size >= ENOUGH) return true;
      this.#words.lastIndex = index + Math.max(1, label.length);
    }
    return false;
  }

  #marksOf(word: string): readonly Mark[] {
    let marks = this.#known.get(word);
    if (marks === undefined) {
      const line = this.#lines.find((one) => one.startsWith(word + NEXT_MARK)) ?? '';
      marks = line.split(NEXT_MARK).slice(1).map(markIn);
      this.#known.set(word, marks);
    }
    return marks;
  }
}

const NO_MARK: Mark = ['', ''];

function markIn(said: string): Mark {
  const at = said.indexOf(' ');
  return [said.slice(0, at), said.slice(at + 1)];
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

/** A stroke may stand with spaces around it. */
function slashed(text: string): readonly string[] {
  const [first = '', ...others] = text.split(/ ?\/ ?/);
  return others.reduce<readonly string[]>(
    (heads, other) => heads.flatMap((head) => ['/', ' / ', ' /', '/ '].map((stroke) => head + stroke + other)),
    [first],
  );
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
