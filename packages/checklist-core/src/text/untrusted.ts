import { codePath } from './code-path.ts';
import type { Fault } from './fault.ts';

/** How much of it a format may hold. Both bound the time of a walk, also through a ring. */
export interface HazardLimits {
  /** How deep lists and objects may stand in each other; the outermost is the first level. */
  readonly levels: number;
  /** How many values, the outermost and all inside. */
  readonly values: number;
}

/**
 * Something that no schema should have to think of. `prototype-key`: a key that reaches into every object's prototype.
 * `broken-key`, `broken-text`: half a character, which cannot be written to a file and read back. `too-deep` and
 * `too-large`: beyond the limits; nothing was looked at after it.
 */
export interface Hazard {
  readonly kind: 'prototype-key' | 'broken-key' | 'broken-text' | 'too-deep' | 'too-large';
  /** Keys and indices from the outermost value; of a key that is one, the last is the key itself. */
  readonly path: readonly (string | number)[];
}

/** Keys that mean something to JavaScript's objects; no format of ours has them. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Text that is no Unicode. */
const LONE_SURROGATE = /[\uD800-\uDFFF]/u;

/**
 * What must be known of data from outside (parsed JSON) before a recursive schema may walk it, in the order of the data.
 * Takes the place of no schema and never throws. Goes by a list of its own, so that no depth exhausts the stack; what
 * stands under a prototype key is not looked at.
 */
export function* hazardsIn(input: unknown, { levels, values }: HazardLimits): Generator<Hazard> {
  // The outermost value is taken for the one entry of a list, whose index is no part of a path.
  const open = [entriesOf([input])];
  const keys: (string | number)[] = [];
  const hazard = (kind: Hazard['kind']): Hazard => ({ kind, path: keys.slice(1, open.length) });
  for (let seen = 0, at = open.at(-1); at !== undefined; at = open.at(-1)) {
    const entry = at.next();
    if (entry.done === true) {
      open.pop();
      continue;
    }
    const [key, value] = entry.value;
    keys[open.length - 1] = key;
    if (++seen > values) return yield { kind: 'too-large', path: [] };
    if (typeof key === 'string' && PROTOTYPE_KEYS.has(key)) {
      yield hazard('prototype-key');
      continue;
    }
    if (typeof key === 'string' && LONE_SURROGATE.test(key)) yield hazard('broken-key');
    if (typeof value === 'string' && LONE_SURROGATE.test(value)) yield hazard('broken-text');
    if (typeof value !== 'object' || value === null) continue;
    // A list may claim a length it has no values for; walked, it would keep us for as long.
    if (Array.isArray(value) && value.length > values) return yield hazard('too-large');
    if (open.length > levels) return yield hazard('too-deep');
    open.push(entriesOf(value));
  }
}

function entriesOf(value: object): Iterator<readonly [string | number, unknown], undefined> {
  return Array.isArray(value) ? value.entries() : Object.entries(value).values();
}

/** Deeper than a calendar nests, and more than any holds. */
const LIMITS: HazardLimits = { levels: 32, values: 500_000 };

/** The first hazard as a fault, its path as one would write it in code: `days[3].date`. Null if there is none. */
export function untrustedFault(input: unknown): Fault | null {
  for (const { kind, path } of hazardsIn(input, LIMITS)) {
    const isKey = kind === 'prototype-key' || kind === 'broken-key';
    if (isKey) return { path: codePath(path.slice(0, -1)), message: `unknown key: ${JSON.stringify(path.at(-1))}` };
    return { path: codePath(path), message: MESSAGES[kind] };
  }
  return null;
}

const MESSAGES = {
  'broken-text': 'holds half a character (a lone surrogate)',
  'too-deep': `nests deeper than ${LIMITS.levels} levels`,
  'too-large': `holds more than ${LIMITS.values} values`,
};
