import { canonicalText } from '../journal/canonical-json.ts';
import type { ConductPart, ContinuedLog, ServicePart } from '../journal/entry.ts';
import { parseWith } from '../journal/entry-schema.ts';
import { classSchemas, openEntry } from '../journal/envelope.ts';
import type { HashBytes } from '../journal/sha256.ts';
import { parseDay } from '../time/wall-time.ts';
import { decodeUrlSafe, URL_SAFE } from './base64-bytes.ts';
import { type HandoverFaultKind, MAX_LINE_BYTES } from './handover.ts';
import type { LeafLine } from './leaf-line.ts';

/** What a line opens. */
export interface OpenedParts {
  readonly service: ServicePart | null;
  readonly conduct: ConductPart | null;
  readonly continues: ContinuedLog | null;
}

/** Why what a line opens cannot be taken. */
export interface OpeningFault {
  readonly kind: HandoverFaultKind;
  readonly path: string;
  readonly message: string;
}

type Part = NonNullable<OpenedParts['service'] | OpenedParts['conduct']> | { readonly continues: ContinuedLog };
type SharedClass = 's' | 'c';

/** `["`, 128 bits, `","s",`, value, `]`: the disclosure as this format spells it. */
const DISCLOSURE = /^\["[A-Za-z0-9_-]{21}[AQgw]","([sc])",/;
const VALUE_AT = '["0123456789012345678901","s",'.length;
const DAY = /"day":"([^"]{10})"/;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Values kept so that the next line that says the same need not be judged anew. */
const KEPT = 1024;
const LONGEST_KEPT = 1024;

/**
 * Checks and reads the openings of leaf lines. Parts repeat: a desk's entries of one day differ in few fields. So what
 * the schema and RFC 8785 said about a value is remembered by its text, the day left out; a few hundred texts answer for
 * a million lines.
 */
export class OpeningReader {
  readonly #hash: HashBytes;
  #bytes = new Uint8Array(0);
  readonly #known = new Map<string, Part>();
  readonly #days = new Set<string>();

  constructor(hash: HashBytes) {
    this.#hash = hash;
  }

  /** The parts that the line opens, each behind its digest; or what is wrong, with the first opening it is wrong in. */
  read(line: LeafLine): OpenedParts | OpeningFault {
    let service: Part | null = null;
    let conduct: Part | null = null;
    for (let index = 0; index < line.openings; index += 1) {
      const name = this.#classOf(line, index);
      const fault = name === null || name === 'p' ? undisclosed(name, index) : null;
      if (fault !== null || name === null || name === 'p') return fault ?? undisclosed(null, index);
      if (index > 0 && (name === 's' || conduct !== null)) return misplaced(index);
      const part = this.#partOf(line, index, name);
      if (part === null) return whyNot(line, index, name);
      if ('continues' in part && line.n !== 0) return continuesLate(index);
      if (name === 's') service = part;
      else conduct = part;
    }
    return opened(service, conduct);
  }

  #classOf(line: LeafLine, index: number): SharedClass | 'p' | null {
    const digest = this.#hash(line.opening(index));
    if (line.hasDigest('s', digest, URL_SAFE)) return 's';
    if (line.hasDigest('c', digest, URL_SAFE)) return 'c';
    return line.hasDigest('p', digest, URL_SAFE) ? 'p' : null;
  }

  #partOf(line: LeafLine, index: number, name: SharedClass): Part | null {
    const text = this.#textOf(line.opening(index));
    if (text === null || !text.endsWith(']') || DISCLOSURE.exec(text)?.[1] !== name) return null;
    const value = text.slice(VALUE_AT, -1);
    return value.length > LONGEST_KEPT ? judge(name, value) : this.#remembered(name, value);
  }

  #textOf(opening: Uint8Array): string | null {
    if (this.#bytes.length < opening.length) this.#bytes = new Uint8Array(roomFor(opening.length));
    const length = decodeUrlSafe(opening, this.#bytes);
    if (length < 0) return null;
    try {
      return utf8.decode(this.#bytes.subarray(0, length));
    } catch {
      return null;
    }
  }

  #remembered(name: SharedClass, value: string): Part | null {
    const day = DAY.exec(value);
    const shape = day === null ? `${name}=${value}` : `${name}|${withoutDay(value, day)}`;
    const known = this.#known.get(shape);
    if (known !== undefined && (day === null || this.#isDay(day[1] ?? ''))) return onDay(known, day?.[1]);
    const part = judge(name, value);
    if (part !== null) this.#remember(shape, part);
    return part;
  }

  #remember(shape: string, part: Part): void {
    if (this.#known.size >= KEPT) this.#known.clear();
    this.#known.set(shape, part);
  }

  #isDay(text: string): boolean {
    if (this.#days.has(text)) return true;
    if (parseDay(text) === null) return false;
    if (this.#days.size >= KEPT) this.#days.clear();
    this.#days.add(text);
    return true;
  }
}

/** With a bar for the day. A value that has a bar itself is another shape: no value that was found good has one. */
function withoutDay(value: string, day: RegExpExecArray): string {
  return `${value.slice(0, day.index)}|${value.slice(day.index + day[0].length)}`;
}

function roomFor(length: number): number {
  return length <= LONGEST_KEPT ? 2 * LONGEST_KEPT : MAX_LINE_BYTES;
}

/** The part that a value's text spells; null if it is no such part, or not in its RFC 8785 form. */
function judge(name: SharedClass, text: string): Part | null {
  try {
    const part = parseWith<Part>(classSchemas[name], JSON.parse(text));
    return part.ok && canonicalText(part.value) === text ? part.value : null;
  } catch {
    return null;
  }
}

function onDay(part: Part, day: string | undefined): Part {
  return day === undefined || !('day' in part) || part.day === day ? part : { ...part, day };
}

function opened(service: Part | null, conduct: Part | null): OpenedParts {
  return {
    service: service !== null && 'kind' in service ? service : null,
    conduct: conduct !== null && 'rules' in conduct ? conduct : null,
    continues: service !== null && 'continues' in service ? service.continues : null,
  };
}

function undisclosed(name: 'p' | null, index: number): OpeningFault {
  const path = `/open/${index}`;
  if (name === null) return { kind: 'edit', path, message: 'the opening fits no digest of its leaf: one was changed' };
  return { kind: 'malformed', path, message: 'opens the private class, for which the format has no place' };
}

function misplaced(index: number): OpeningFault {
  return {
    kind: 'malformed',
    path: `/open/${index}`,
    message: 'openings stand in the order service, conduct, each once',
  };
}

function continuesLate(index: number): OpeningFault {
  const message = 'only the first leaf of a log can say what it continues';
  return { kind: 'malformed', path: `/open/${index}`, message };
}

/** The digest fits, so the author sealed it so: not a change, but not of this format either. */
function whyNot(line: LeafLine, index: number, name: SharedClass): OpeningFault {
  const checked = openEntry(line.leaf(), { [name]: line.openingText(index) });
  const why = checked.ok ? 'not-canonical' : checked.fault.code;
  const detail = checked.ok ? undefined : checked.fault.detail;
  const where = detail === undefined ? '' : ` at ${detail.path || 'its root'}: ${detail.message}`;
  return { kind: 'malformed', path: `/open/${index}`, message: `sealed in another form (${why})${where}` };
}
