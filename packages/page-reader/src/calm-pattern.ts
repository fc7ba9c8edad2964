/*
 * Regular expressions of profiles come from outside and run on every address: only those are taken whose time grows
 * with the address and not with the number of ways to divide it.
 */

/** Most places in one pattern at which the engine may have to choose: `|` and `?`. */
export const MAX_CHOICES = 10;

const TOKEN = /\\u\{[^}]*\}|\\[pP]\{[^}]*\}|\\[\s\S]|\[(?:\\[\s\S]|[^\]\\])*\]|\(\?:|\(\?|[\s\S]/g;
const REPEAT = /^(?:([*+])|\{(\d+)(?:(,)(\d*))?\})/;
const MAX_COUNT = 99;

/** Whether a text is a regular expression at all. */
export function isPattern(source: string): boolean {
  return compiled(source) !== null;
}

/**
 * Whether no address can keep this pattern busy: it repeats single characters and classes only, never a group; between
 * two repeats stands a character that ends the first; it looks neither around nor back, and has few choices.
 */
export function isCalmPattern(source: string): boolean {
  const open = new OpenRepeats();
  let choices = 0;
  let atom = '';
  for (let rest = source; rest !== ''; ) {
    const repeat = atom === '' ? null : REPEAT.exec(rest);
    if (repeat !== null) {
      if (!isCalmRepeat(atom, repeat) || (!isFixed(repeat) && !open.begin(atom))) return false;
      rest = rest.slice(repeat[0].length);
      atom = '';
      continue;
    }
    const token = firstToken(rest);
    if (token === '(?' || /^\\[1-9k]/.test(token)) return false;
    if (token === '|' || token === '?') choices += 1;
    rest = rest.slice(token.length);
    open.pass(token, rest);
    atom = /^(?:\((?:\?:)?|\|)$/.test(token) ? '' : token;
  }
  return choices <= MAX_CHOICES;
}

/** Which repeat nothing has ended yet, on every way through the groups of a pattern. */
class OpenRepeats {
  /** The atom repeated last; null: none, or a character ended it. */
  #repeated: string | null = null;
  /** What was open before each group around this place, and after its alternatives so far. */
  readonly #groups: { readonly before: string | null; after: string | null }[] = [{ before: null, after: null }];
  /** What was open before the group that ended right here. */
  #beforeLast: string | null = null;

  /** False if another repeat is open. */
  begin(atom: string): boolean {
    if (this.#repeated !== null) return false;
    this.#repeated = atom;
    return true;
  }

  pass(token: string, rest: string): void {
    const group = this.#groups.at(-1);
    if (token === '(' || token === '(?:') this.#groups.push({ before: this.#repeated, after: null });
    else if (token === '|' && group !== undefined) {
      group.after ??= this.#repeated;
      this.#repeated = group.before;
    } else if (token === ')' && group !== undefined) {
      this.#groups.pop();
      this.#repeated ??= group.after;
      this.#beforeLast = group.before;
      return;
    } else if (token === '?') this.#repeated ??= this.#beforeLast;
    else if (ends(token, rest, this.#repeated)) this.#repeated = null;
    this.#beforeLast = null;
  }
}

/** A character that must come here and cannot belong to the repeat before it. */
function ends(token: string, rest: string, repeated: string | null): boolean {
  if (repeated === null || rest.startsWith('?') || REPEAT.test(rest)) return false;
  const character = /^\\[/.?$^|()[\]{}*+\\-]$/.test(token) ? token.slice(1) : token;
  if (character.length !== 1 || (character === token && /[.^$|()[\]]/.test(character))) return false;
  return compiled(`^(?:${repeated})$`)?.test(character) === false;
}

function isCalmRepeat(atom: string, [, , count = '1', , most = '']: RegExpExecArray): boolean {
  return atom !== ')' && atom !== '?' && Number(count) <= MAX_COUNT && Number(most) <= MAX_COUNT;
}

/** `{8}`: always as many. */
function isFixed([, sign, , comma]: RegExpExecArray): boolean {
  return sign === undefined && comma === undefined;
}

function firstToken(rest: string): string {
  TOKEN.lastIndex = 0;
  return TOKEN.exec(rest)?.[0] ?? rest;
}

function compiled(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
