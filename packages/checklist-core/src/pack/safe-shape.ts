import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';

/** A pack nests about 20 levels; whatever goes far beyond is a mistake or an attack. */
export const MAX_NESTING = 64;
/** Values, counting every one inside. The largest pack a schema allows and people write stays far below. */
const MAX_PARTS = 200_000;
/** Names that mean something to JavaScript's objects; no file of ours has them. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * What must be known of unknown data before a recursive schema may walk it: that it ends, and that no key of it reaches
 * into the language. Walks with a list of its own, so neither depth nor circles can exhaust the stack.
 */
export function shapeFaults(value: unknown): PackFault[] {
  const faults: PackFault[] = [];
  const open: { readonly value: unknown; readonly path: PathTrail | null; readonly depth: number }[] = [
    { value, path: null, depth: 0 },
  ];
  for (let parts = 0; open.length > 0; parts++) {
    const at = open.pop();
    if (at === undefined || typeof at.value !== 'object' || at.value === null) continue;
    // A list may claim a length it has no values for; asked for its entries, it would make them all.
    const isVast = Array.isArray(at.value) && at.value.length > MAX_PARTS;
    if (parts > MAX_PARTS || isVast) return [faultAt([], 'too-large', { limit: MAX_PARTS })];
    if (at.depth >= MAX_NESTING) return [faultAt(pathOf(at.path), 'too-deep', { limit: MAX_NESTING })];
    for (const [key, inner] of entriesOf(at.value)) {
      const path: PathTrail = { key, before: at.path };
      if (typeof key === 'string' && FORBIDDEN.has(key)) faults.push(faultAt(pathOf(path), 'forbidden-key'));
      else open.push({ value: inner, path, depth: at.depth + 1 });
    }
  }
  return faults;
}

interface PathTrail {
  readonly key: PathPart;
  readonly before: PathTrail | null;
}

function pathOf(trail: PathTrail | null): PathPart[] {
  const path: PathPart[] = [];
  for (let at = trail; at !== null; at = at.before) path.unshift(at.key);
  return path;
}

function entriesOf(value: object): Iterable<readonly [PathPart, unknown]> {
  return Array.isArray(value) ? value.entries() : Object.entries(value);
}
