import * as v from 'valibot';
import { checkProfile } from './check-profile.ts';
import type { PortalProfile } from './portal-profile.ts';
import { faultAt, faultsOf, type PathPart, type ProfileFault } from './profile-fault.ts';
import { profileSchema } from './profile-schema.ts';

export type ParsedProfile =
  | { readonly ok: true; readonly profile: PortalProfile }
  | { readonly ok: false; readonly faults: readonly ProfileFault[] };

/** A profile nests five levels and has some hundred parts; whatever goes far beyond is a mistake or an attack. */
const MAX_LEVELS = 12;
const MAX_PARTS = 20_000;
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads a portal profile out of unknown JSON. All faults are reported, each with a JSON pointer (RFC 6901) such as
 * `/actions/0/outcome`; a faulty profile gives nothing at all. Objects are strict: a misspelt key is a fault.
 */
export function parseProfile(value: unknown): ParsedProfile {
  const shape = shapeFaults(value);
  if (shape.length > 0) return { ok: false, faults: shape };
  const parsed = v.safeParse(profileSchema, value);
  if (!parsed.success) return { ok: false, faults: faultsOf(parsed.issues) };
  const faults = checkProfile(parsed.output);
  return faults.length === 0 ? { ok: true, profile: parsed.output } : { ok: false, faults };
}

/** What a schema does not see: keys that no file may have, a list in place of labels, a value too large to look through. */
function shapeFaults(value: unknown): ProfileFault[] {
  const faults: ProfileFault[] = [];
  const waiting: { readonly value: unknown; readonly path: readonly PathPart[] }[] = [{ value, path: [] }];
  for (let parts = 1; waiting.length > 0; parts += 1) {
    const next = waiting.pop();
    if (next === undefined || typeof next.value !== 'object' || next.value === null) continue;
    const entries = Object.entries(next.value);
    if (parts + waiting.length + entries.length > MAX_PARTS || next.path.length >= MAX_LEVELS) {
      return [faultAt([], 'too-large', { limit: MAX_PARTS })];
    }
    for (const [key, inner] of entries) {
      const path = [...next.path, key];
      if (FORBIDDEN_KEYS.has(key)) faults.push(faultAt(path, 'forbidden-key'));
      // The schema takes an empty list for an object without keys.
      if (key === 'labels' && Array.isArray(inner)) faults.push(faultAt(path, 'unexpected', { expected: 'Object' }));
      waiting.push({ value: inner, path });
    }
  }
  return faults;
}
