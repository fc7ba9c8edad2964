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

/** Between the labels of a fact, and between the facts; no folded text holds it. */
const NEXT_LABEL = '\n';
const NEXT_FACT = '\n\n';

/**
 * The labels of dossiers as a site may print them, folded, fact by fact, for `PageMarks`: made once for a site, so that who
 * runs in every page of it needs no vocabulary.
 */
export function pageMarks(profile: PortalProfile | null): string {
  const weak = new Set(spelled(NEED_COLON));
  const keys = [...new Set([...Object.keys(VOCABULARY), ...Object.keys(profile?.labels ?? {})])];
  const facts = keys
    .filter((key) => !MUTE.has(key))
    .map((key) => textsOf(key, profile).filter((text) => !weak.has(text)));
  return facts
    .filter((texts) => texts.length > 0)
    .map((texts) => shortest(texts).flatMap(slashed).join(NEXT_LABEL))
    .join(NEXT_FACT);
}

/** A label and the number of its fact. */
type Mark = readonly [text: string, fact: number];

/**
 * Finds the labels of dossiers in a page's text. An expression of their first words alone goes through it: one of all labels
 * is ten times as large, would be made anew in every page, and most pages hold nothing for it.
 */
export class PageMarks {
  readonly #byWord = new Map<string, Mark[]>();
  readonly #words: RegExp;

  /** `marks`: what `pageMarks` says of the site. */
  constructor(marks: string) {
    marks.split(NEXT_FACT).forEach((texts, fact) => {
      for (const text of texts.split(NEXT_LABEL)) this.#add(text, fact);
    });
    // Of two words that begin alike the longer one is asked first.
    this.#words = new RegExp([...this.#byWord.keys()].sort().reverse().map(literal).join('|'), 'g');
  }

  /** Whether a page is worth reading by its folded text: a dossier's code, or the labels of two different facts. */
  areOn(text: string): boolean {
    if (LOOSE_CODE.test(text)) return true;
    const facts = new Set<number>();
    this.#words.lastIndex = 0;
    for (let at = this.#words.exec(text); at !== null; at = this.#words.exec(text)) {
      const [label, fact] = this.#byWord.get(at[0])?.find(([one]) => text.startsWith(one, at?.index)) ?? NO_MARK;
      if (label !== '') facts.add(fact);
      if (facts.size >= ENOUGH) return true;
      this.#words.lastIndex = at.index + Math.max(1, label.length);
    }
    return false;
  }

  #add(text: string, fact: number): void {
    const [word = text] = text.split(' ', 1);
    const marks = this.#byWord.get(word);
    if (marks === undefined) this.#byWord.set(word, [[text, fact]]);
    else marks.push([text, fact]);
  }
}

const NO_MARK: Mark = ['', 0];

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
