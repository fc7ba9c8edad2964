import { evenTone, folded } from './folded.ts';
import { firstWord, isFigure, isLetter, LETTERS } from './letters.ts';
import type { PageChannel } from './page-facts.ts';
import { type Line, SEAM } from './page-scan.ts';
import type { PortalProfile } from './portal-profile.ts';
import { phrasesOf, type ReaderPhrases, type ReaderWords } from './reader-words.ts';
import type { VocabularyKey } from './vocabulary.ts';

/** What a label announces. `never`: its value is not looked at, and it ends the value before it. */
export type LabelFact =
  | 'code'
  | 'procedureCode'
  | 'procedureName'
  | 'channel'
  | 'submitted'
  | 'received'
  | 'due'
  | 'newDue'
  | 'stepDue'
  | 'term'
  | 'status'
  | 'dueText'
  | 'mixed'
  | 'never';

export interface Label {
  readonly fact: LabelFact;
  /** Said by the label itself: `Ngày gửi trực tuyến:`. */
  readonly channel?: PageChannel;
  /** Its value is in somebody's own words: labels in it are theirs, not the page's. */
  readonly prose?: true;
  /** As the vocabulary or the profile spells it, folded: never a page's text. */
  readonly text: string;
}

/** A label found in a line and what stands behind it there; `value` is empty if the line ends with the label. */
export interface Labelled {
  readonly label: Label;
  readonly value: string;
  /** A common word without a colon: a label only if a value of its kind stands behind it. */
  readonly weak: boolean;
  /** Told in a sentence. */
  readonly told: boolean;
}

/** Keys whose label says the channel too. */
const SAYING: Readonly<Partial<Record<VocabularyKey, readonly [LabelFact, PageChannel]>>> = {
  submittedDirect: ['submitted', 'direct'],
  submittedOnline: ['submitted', 'online'],
  receivedDirect: ['received', 'direct'],
  receivedOnline: ['received', 'online'],
  receivedPost: ['received', 'post'],
};

/** Where a label may end: its colon, or the end of its element. */
const ENDS = new RegExp(`[:：${SEAM}]|$`, 'g');
/** In a sentence also before its figures: `hồ sơ được tiếp nhận lúc 8 giờ …, hẹn trả ngày …`. */
const ENDS_OR_WHEN = new RegExp(`(?<= lúc| ngày)(?= ?${SEAM}?\\d)|${ENDS.source}`, 'g');
/** Where a remark of its own begins, as behind a seam. */
const BREAK = new RegExp(`[${SEAM}(|•·]`);
/**
 * Words between the last such break and a label make it part of a sentence, unless they are a code or a number. Each of these
 * is taken whole: cut in every possible way, a line of numbers would keep the expression busy for minutes.
 */
const FIGURES = new RegExp(
  `^(?:[^${LETTERS}\\d.]|[a-z]{0,5}[\\d.][\\w.]*(?![\\w.])(?:-[\\w.]+(?![\\w.]))*(?!-[\\w.]))*$`,
);
/** Not what counts something: `Hẹn trả lần 2`. */
const LABEL_THEN_FIGURE = /^[^\d:]{4,60}?(?<! lần| thứ)(?= (?:\d|[a-y]\d\d[.-]))/;
const LONGEST_LABEL = 60;
const ICONS = ['info', 'help', 'sort', 'event', 'today', 'schedule', 'edit', 'search', 'lock', 'check', 'error'];

/** The labels of a portal: the reader's own and, before them, those its profile adds. */
export class Labels {
  readonly #generic: GenericPhrases;
  readonly #added = new Map<string, Label>();
  readonly #addedWords = new Set<string>();

  constructor(profile: PortalProfile | null, generic: GenericPhrases) {
    this.#generic = generic;
    for (const [key, texts] of entries(profile?.labels ?? {})) {
      for (const text of texts ?? []) this.#learn(key, labelForm(text));
    }
    for (const text of this.#added.keys()) this.#addedWords.add(firstWord(text));
  }

  /** The label that a column's header is, or null. `text`: folded. */
  header(text: string): Label | null {
    if (!this.#mayBeLabel(text)) return null;
    const bare = evenTone(bareLabel(text));
    const label = this.#label(bare);
    if (label !== null || !bare.includes('/')) return label;
    // Two names for one thing, or a Vietnamese one and an English one.
    const [one, other = '', more] = bare.split('/');
    const known = this.#label(one ?? '');
    const same = this.#label(other)?.fact === known?.fact || /^[a-z. ]+$/.test(other);
    return same && more === undefined ? known : null;
  }

  /** All labels of a line with what stands behind each. */
  find(line: Pick<Line, 'text' | 'folded'>): readonly Labelled[] {
    const { text, folded: lower } = line;
    const found: Place[] = [];
    let piece = 0;
    const told = lower.includes(' lúc') || lower.includes(' ngày');
    for (const { 0: mark, index } of lower.matchAll(told ? ENDS_OR_WHEN : ENDS)) {
      const from = found.at(-1)?.end ?? 0;
      const colon = mark === ':' || mark === '：';
      if (colon && isFigure(lower.charCodeAt(index - 1)) && isFigure(lower.charCodeAt(index + 1))) continue;
      const when = mark === '' && index < lower.length;
      const place =
        colon || when ? this.#before(text, lower, from, index, when) : this.#piece(lower, Math.max(piece, from), index);
      if (place !== null) found.push(place);
      if (place?.label.prose) break;
      if (!colon && !when) piece = index + 1;
    }
    return found.map(({ label, end, weak, told = false }, i) => ({
      label,
      value: bareValue(text.slice(end, found[i + 1]?.start)),
      weak,
      told,
    }));
  }

  /** Most texts are no labels and begin with no word of one; an icon's name may stand first. */
  #mayBeLabel(text: string): boolean {
    const word = firstWord(text);
    return (
      this.#generic.labels.begins(word) || this.#addedWords.has(word) || text.includes('_') || ICONS.includes(word)
    );
  }

  #label(text: string): Label | null {
    const added = this.#added.get(text);
    if (added !== undefined) return added;
    const phrase = this.#generic.labels.find(text);
    return phrase === null ? null : labelOf(phrase.meaning, phrase.text);
  }

  #learn(key: VocabularyKey, text: string): void {
    const label = labelOf(key, text);
    const known = this.#label(text);
    // A profile may say of what is known as prose that it is never read: it stays prose.
    if (known?.fact !== label.fact || known.channel !== label.channel) this.#added.set(text, label);
  }

  /** The longest label that ends at a colon, or before a sentence's figures; it may run over several elements. */
  #before(text: string, lower: string, from: number, colon: number, when: boolean): Place | null {
    for (let start = Math.max(from, colon - LONGEST_LABEL); start < colon; start += 1) {
      // Behind a value a label begins with a capital, if nothing else parts them.
      const capital = from > 0 && lower[start - 1] === ' ' && lower[start] !== text[start];
      const inside = when && lower[start - 1] === ' ' && isLetter(lower.charCodeAt(start));
      if (!capital && !inside && !mayBegin(lower, start)) continue;
      const label = this.header(lower.slice(start, colon));
      if (label === null) continue;
      if (when && !this.#generic.patterns.sentence.test(lower.slice(0, start))) continue;
      if (when) return { label, start, end: colon, weak: true, told: true };
      const begins = from > 0 || start === 0 || FIGURES.test(lower.slice(0, start).split(BREAK).at(-1) ?? '');
      return begins ? { label, start, end: colon + 1, weak: false } : null;
    }
    return null;
  }

  /** A whole element that is a label without a colon, or such a label and a value that begins with a figure. */
  #piece(lower: string, start: number, end: number): Place | null {
    if (end === start) return null;
    const text = lower.slice(start, end);
    if (!this.#mayBeLabel(text)) return null;
    const words = LABEL_THEN_FIGURE.exec(text)?.[0];
    const before = words === undefined ? null : this.header(words);
    if (before !== null) return { label: before, start, end: start + (words?.length ?? 0), weak: true };
    const label = text.length > LONGEST_LABEL ? null : this.header(text);
    return label === null ? null : { label, start, end, weak: this.#generic.needColon.find(label.text) !== null };
  }
}

/** A label and where it stands in its line. */
interface Place {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
  readonly weak: boolean;
  readonly told?: true;
}

function mayBegin(lower: string, start: number): boolean {
  if (!isLetter(lower.charCodeAt(start))) return false;
  let before = start - 1;
  while (lower[before] === ' ') before -= 1;
  return before < 0 || !isLetter(lower.charCodeAt(before));
}

function labelOf(key: VocabularyKey, text: string): Label {
  if (key === 'prose') return { fact: 'never', text, prose: true };
  const [fact, channel] = SAYING[key] ?? [key as LabelFact];
  return channel === undefined ? { fact, text } : { fact, text, channel };
}

type GenericPhrases = Pick<ReaderPhrases, 'labels' | 'needColon' | 'patterns'>;

/** The labels made of words, once: without a profile, and of each profile. */
interface Compiled {
  readonly unprofiled: Labels;
  readonly byProfile: WeakMap<PortalProfile, Labels>;
}

const compiled = new WeakMap<ReaderWords, Compiled>();

/** The labels of a portal; null: of any. Made once for the same words and the same profile. */
export function labelsOf(profile: PortalProfile | null, words: ReaderWords): Labels {
  let of = compiled.get(words);
  if (of === undefined) {
    of = { unprofiled: new Labels(null, phrasesOf(words)), byProfile: new WeakMap() };
    compiled.set(words, of);
  }
  if (profile === null) return of.unprofiled;
  let labels = of.byProfile.get(profile);
  if (labels === undefined) {
    labels = new Labels(profile, phrasesOf(words));
    of.byProfile.set(profile, labels);
  }
  return labels;
}

/** Names of icons that an icon font spells out: `arrow_downward`, and single words in an element of their own. */
const ICON_WORDS = new RegExp(`[a-z]+(?:_[a-z0-9]+)+|(?<=^|[ ${SEAM}])(?:${ICONS.join('|')})(?=$|[ ${SEAM}])`, 'g');
/** What stands in brackets behind a label: `(*)`, `(nếu có)`. */
export const REMARK = new RegExp(
  `[^${LETTERS})]*\\( ?(?:[*?dmyh/: .-]+|bắt buộc|nếu có|dự kiến|ngày(?: làm việc)?|giờ) ?\\)$`,
);
/** What stands between a label and its value, and behind the value; the sign of an amount is the value's. */
const AROUND_VALUE = new RegExp(
  `^(?:(?![-\\u2212][\\d.,]+ ?[${LETTERS}])[^${LETTERS}\\d([]|[([](?![${LETTERS}\\d]))+|[\\s\\uFFFC;,|•·–-]+$`,
  'g',
);

/** A label as labels are compared: folded, one spelling, without its colon, number, mark and remark. */
export function labelForm(text: string): string {
  return evenTone(bareLabel(folded(text)));
}

/** A label's own words. */
function bareLabel(text: string): string {
  if (text.length > 2 * LONGEST_LABEL) return '';
  const bare = unmarked(mayHoldIcon(text) ? text.replace(ICON_WORDS, ' ') : text);
  const isEven = !bare.includes(SEAM) && !bare.includes('/') && !bare.includes('  ');
  return isEven ? bare : bare.replace(/[ \uFFFC]+/g, ' ').replace(/ ?\/ ?/g, '/');
}

/** Without number, bullet and arrow before a label; and without colon, required mark, arrow and remark behind it. */
function unmarked(text: string): string {
  let from = 0;
  while (from < text.length && !isLetter(text.charCodeAt(from))) from += 1;
  let to = text.length;
  while (to > from && !isLetter(text.charCodeAt(to - 1)) && text[to - 1] !== ')') to -= 1;
  const words = text.slice(from, to);
  return words.endsWith(')') ? words.replace(REMARK, '') : words;
}

function mayHoldIcon(text: string): boolean {
  return text.includes('_') || ICONS.some((icon) => text.includes(icon));
}

function bareValue(text: string): string {
  let from = 0;
  while (text[from] === ' ' || text[from] === SEAM) from += 1;
  const value = text.slice(from);
  const last = value.charCodeAt(value.length - 1);
  const isBare = value === '' || (isWordly(value.charCodeAt(0)) && (isWordly(last) || value.endsWith(')')));
  return isBare ? value : value.replace(AROUND_VALUE, '');
}

function isWordly(code: number): boolean {
  return isLetter(code) || isFigure(code);
}

function entries<K extends string, T>(of: Partial<Record<K, T>>): [K, T][] {
  // Object.entries forgets the key type that the record was declared with.
  return Object.entries(of) as [K, T][];
}
