import type { Fault } from './fault.ts';

/** Deeper than any format of ours nests. */
const DEEPEST = 32;
/** More values than any file of ours holds; a larger one is refused before it is looked at piece by piece. */
const MOST_VALUES = 500_000;
/** Keys that reach into every object's prototype; no format of ours has them. */
const PROTOTYPE_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
/** Text that is no Unicode: it cannot be written to a file and read back. */
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * The first thing in data from outside (parsed JSON) that no schema should have to think of: a key that reaches a
 * prototype, nesting without end (also a ring), too many values, half a character. Null if there is none. Takes the
 * place of no schema; never throws, and its time is bounded by 500,000 values.
 */
export function untrustedFault(input: unknown): Fault | null {
  let values = 0;
  let level: readonly Place[] = [{ path: '', value: input }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) return { path: level[0]?.path ?? '', message: `nests deeper than ${DEEPEST} levels` };
    const next: Place[] = [];
    for (const { path, value } of level) {
      if (++values > MOST_VALUES) return { path: '', message: `holds more than ${MOST_VALUES} values` };
      if (typeof value === 'string' && LONE_SURROGATE.test(value)) {
        return { path, message: 'holds half a character (a lone surrogate)' };
      }
      if (typeof value !== 'object' || value === null) continue;
      if (Array.isArray(value) && value.length > MOST_VALUES) {
        return { path, message: `holds more than ${MOST_VALUES} values` };
      }
      for (const [key, inner] of Object.entries(value)) {
        if (PROTOTYPE_KEYS.has(key) || LONE_SURROGATE.test(key)) {
          return { path, message: `unknown key: ${JSON.stringify(key)}` };
        }
        next.push({
          path: Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`,
          value: inner,
        });
      }
    }
    level = next;
  }
  return null;
}

/** A value and where it stands. */
interface Place {
  readonly path: string;
  readonly value: unknown;
}
