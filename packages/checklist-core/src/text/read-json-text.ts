/** A piece of JSON text that cannot be taken as it stands, with its line and column, both from 1. */
export interface JsonTextFault {
  readonly code: 'not-json' | 'repeated-key' | 'too-deep';
  readonly line: number;
  readonly column: number;
  /** What would have been right there. */
  readonly expected: string;
  /** Keys and indices that lead there. */
  readonly path: readonly (string | number)[];
}

export type JsonText =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: JsonTextFault };

/**
 * Reads JSON text strictly (RFC 8259), where JSON.parse is lenient or silent: a key that stands twice in one object is
 * refused instead of the first being lost, a fault has its line and column in every browser, and nesting beyond
 * `maxNesting` is refused before anything is built. Linear in the length of the text.
 */
export function readJsonText(text: string, maxNesting: number): JsonText {
  const fault = new JsonScan(text, maxNesting).fault();
  return fault === null ? { ok: true, value: JSON.parse(text) } : { ok: false, fault };
}

const BLANK = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON forbids them inside a string.
const STRING = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/y;
const SCALAR = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** An object or list whose end has not been seen yet. */
interface Open {
  /** Keys so far; null for a list. */
  readonly keys: Set<string> | null;
  at: string | number;
}

type Expecting = 'value' | 'first-or-end' | 'next-or-end';

/** Walks over the text once, with a list of what is open instead of recursion. */
class JsonScan {
  readonly #text: string;
  readonly #maxNesting: number;
  readonly #open: Open[] = [];
  #position = 0;
  #expecting: Expecting = 'value';

  constructor(text: string, maxNesting: number) {
    this.#text = text;
    this.#maxNesting = maxNesting;
  }

  fault(): JsonTextFault | null {
    for (;;) {
      this.#take(BLANK);
      const fault = this.#expecting === 'value' ? this.#value() : this.#inside();
      if (fault !== null) return fault;
      if (this.#open.length > 0 || this.#expecting === 'value') continue;
      this.#take(BLANK);
      return this.#position === this.#text.length ? null : this.#fault('not-json', 'the end of the text');
    }
  }

  #value(): JsonTextFault | null {
    const next = this.#text[this.#position];
    if (next === '{' || next === '[') {
      if (this.#open.length >= this.#maxNesting) return this.#fault('too-deep', 'less nesting');
      this.#position++;
      this.#open.push(next === '{' ? { keys: new Set(), at: '' } : { keys: null, at: 0 });
      this.#expecting = 'first-or-end';
      return null;
    }
    if (this.#take(STRING) === null && this.#take(SCALAR) === null) return this.#fault('not-json', 'a value');
    this.#expecting = 'next-or-end';
    return null;
  }

  /** Between two members of what is open, or before the first. */
  #inside(): JsonTextFault | null {
    const open = this.#open.at(-1);
    if (open === undefined) return null;
    const next = this.#text[this.#position];
    const isFirst = this.#expecting === 'first-or-end';
    if (next === (open.keys === null ? ']' : '}')) {
      this.#position++;
      this.#open.pop();
      this.#expecting = 'next-or-end';
      return null;
    }
    if (!isFirst) {
      if (next !== ',') return this.#fault('not-json', open.keys === null ? '"," or "]"' : '"," or "}"');
      this.#position++;
      this.#take(BLANK);
    }
    return open.keys === null ? this.#nextItem(open, isFirst) : this.#nextKey(open, open.keys);
  }

  #nextItem(open: Open, isFirst: boolean): null {
    open.at = isFirst ? 0 : Number(open.at) + 1;
    this.#expecting = 'value';
    return null;
  }

  #nextKey(open: Open, keys: Set<string>): JsonTextFault | null {
    const start = this.#position;
    const written = this.#take(STRING);
    if (written === null) return this.#fault('not-json', 'a key in double quotes');
    const key = String(JSON.parse(written));
    open.at = key;
    if (keys.has(key)) {
      this.#position = start;
      return this.#fault('repeated-key', 'another key');
    }
    keys.add(key);
    this.#take(BLANK);
    if (this.#text[this.#position] !== ':') return this.#fault('not-json', '":"');
    this.#position++;
    this.#expecting = 'value';
    return null;
  }

  #take(pattern: RegExp): string | null {
    pattern.lastIndex = this.#position;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#position += found.length;
    return found;
  }

  #fault(code: JsonTextFault['code'], expected: string): JsonTextFault {
    const before = this.#text.slice(0, this.#position).split(/\r\n|\n|\r/);
    const column = (before.at(-1) ?? '').length + 1;
    return { code, line: before.length, column, expected, path: this.#open.map(({ at }) => at) };
  }
}
