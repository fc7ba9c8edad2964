import { readdirSync, readFileSync } from 'node:fs';
import Ajv, { type ValidateFunction } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseOverlay } from './apply-overlay.ts';
import type { PackFaultCode } from './pack-fault-code.ts';
import { parsePack } from './parse-pack.ts';
import { publishedSchemas, textOf } from './testing/published-schema.ts';
import { richOverlay, richPack } from './testing/rich-pack.ts';

/** What the library checks beyond the JSON Schema; the schema's `$comment` says the same to whoever uses only that. */
const SEMANTIC: ReadonlySet<PackFaultCode> = new Set<PackFaultCode>([
  'repeated-id',
  'no-source',
  'no-group',
  'no-pause-point',
  'no-rule',
  'no-param',
  'dont-at-pause-point',
  'no-language',
  'not-composed',
  'cue-too-long',
  'crowded',
  'crowd-unproven',
  'condition-too-deep',
  'unknown-fact',
  'fact-type',
  'fact-value',
  'fact-unordered',
  'placeholder-form',
  'param-bounds',
  'param-low',
  'param-high',
  'day-form',
  'period-reversed',
  'old-id-in-use',
  'old-id-twice',
  'ids-merged',
  'id-leads-nowhere',
  'id-cycle',
]);

/** The packs that ship with the extension, read as files: the library imports nothing of the house. */
const shippedFolder = new URL('../../../../src/rules/packs/', import.meta.url);
const shipped: readonly unknown[] = readdirSync(shippedFolder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, shippedFolder), 'utf8')))
  .filter((file) => file.format === 'checklist-pack/1');

const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
const validatorOf = (wanted: string): ValidateFunction => {
  const found = publishedSchemas.find(({ file }) => file === wanted);
  if (found === undefined) throw new Error(`no schema ${wanted} is published`);
  return ajv.compile(JSON.parse(textOf(found)));
};
const packValid = validatorOf('pack-1.schema.json');
const overlayValid = validatorOf('pack-overlay-1.schema.json');

/** null if library and schema agree on a value, else how they differ. */
function difference(value: unknown, kind: 'pack' | 'overlay'): string | null {
  const bySchema = kind === 'pack' ? packValid(value) : overlayValid(value);
  const parsed = kind === 'pack' ? parsePack(value, []) : parseOverlay(value);
  if (parsed.ok) return bySchema ? null : 'only the library accepts it';
  if (!bySchema) {
    return parsed.faults.some(({ code }) => !SEMANTIC.has(code) || code === 'day-form')
      ? null
      : 'only the schema refuses it';
  }
  const structural = parsed.faults.filter(({ code }) => !SEMANTIC.has(code));
  return structural.length === 0 ? null : `only the library refuses it: ${JSON.stringify(structural)}`;
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function copyOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

/** Every place in a value, as a way to reach it. */
function placesIn(value: Json, path: (string | number)[] = []): (string | number)[][] {
  const inner = value === null || typeof value !== 'object' ? [] : Object.entries(value);
  return [path, ...inner.flatMap(([key, one]) => placesIn(one, [...path, Array.isArray(value) ? Number(key) : key]))];
}

function setAt(
  root: Json,
  path: readonly (string | number)[],
  change: (old: Json | undefined) => Json | undefined,
): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change(root) ?? null;
  if (root === null || typeof root !== 'object') return root;
  const copy: Record<string, Json> = Object.fromEntries(Object.entries(root));
  const inner = rest.length === 0 ? change(copy[key]) : setAt(copy[key] ?? null, rest, change);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return Array.isArray(root) ? Object.values(copy) : copy;
}

function valueAt(root: Json, path: readonly (string | number)[]): Json {
  return path.reduce<Json>(
    (value, key) => Object.entries(value ?? {}).find(([at]) => at === String(key))?.[1] ?? null,
    root,
  );
}

const telling: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e21, 2 ** 53, '', ' ', 'a', 'A', 'a-b', 'a--b', 'été', 'vi'),
  fc.constantFrom<Json>('1.0.0', '01.0.0', '1.x', '2026-02-30', '2026-13-01', '1\n2', 'a\u2028b', '\ud800', '{a}'),
  fc.constantFrom<Json>('x'.repeat(64), 'x'.repeat(65), '😀'.repeat(500), '😀'.repeat(501), 'e\u0301', '-1', 'draft'),
  fc.constantFrom<Json>([], {}, [1, 'a'], ['a', 'b'], { vi: 'Chào' }, { op: 'known', fact: 'tone' }, { op: 'eq' }),
  fc.constantFrom<Json>(
    { op: 'eq', fact: 'a', value: 'b', param: 'c' },
    { op: 'all', of: [] },
    { op: 'le', fact: 'a', param: 'long-wait' },
  ),
  fc.jsonValue({ maxDepth: 3 }).map(copyOf),
);
const anyKey = fc.constantFrom('vi', 'en-GB', 'VI', 'note', 'when', 'value', 'param', 'whne', 'title', 'extra', 'id');

/** A sound value with one to three things changed: replaced, taken out, added, doubled, or moved in from elsewhere. */
function spoiled(sound: readonly Json[]): fc.Arbitrary<Json> {
  const step = fc.record({
    at: fc.nat(),
    from: fc.nat(),
    how: fc.constantFrom('replace', 'remove', 'add', 'double', 'graft' as const),
    key: anyKey,
    value: telling,
  });
  return fc.tuple(fc.constantFrom(...sound), fc.array(step, { minLength: 1, maxLength: 3 })).map(([start, steps]) =>
    steps.reduce((value, { at, from, how, key, value: fresh }) => {
      const places = placesIn(value);
      const place = places[at % places.length] ?? [];
      const origin = places[from % places.length] ?? [];
      const grafted = valueAt(value, origin);
      return setAt(value, place, (old) => {
        if (how === 'replace') return fresh;
        if (how === 'remove') return undefined;
        if (how === 'graft') return copyOf(grafted);
        if (Array.isArray(old)) return how === 'add' ? [...old, fresh] : [...old, ...old];
        return old !== null && typeof old === 'object' ? { ...old, [key]: fresh } : old;
      });
    }, start),
  );
}

/** The machine that runs this may be busy; nothing here waits. */
const PATIENCE_MS = 60_000;

describe('the published JSON Schemas', () => {
  it.each(publishedSchemas)('in $file are what the library makes of its own', ({ file, schema }) => {
    const committed = readFileSync(new URL(`../../schema/${file}`, import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(copyOf(schema));
  });

  it('accept every shipped pack, and packs that use every part', () => {
    expect(shipped.length).toBeGreaterThan(1);
    for (const file of [...shipped, richPack()]) {
      expect(packValid(file), JSON.stringify(packValid.errors)).toBe(true);
      expect(difference(file, 'pack')).toBeNull();
    }
    expect(overlayValid(richOverlay())).toBe(true);
    expect(difference(richOverlay(), 'overlay')).toBeNull();
  });

  it(
    'agree with the library on five thousand spoiled packs',
    () => {
      const sound = [...Array.from({ length: 20 }, richPack), ...shipped].map(copyOf);
      let refused = 0;
      fc.assert(
        fc.property(spoiled(sound), (value) => {
          if (!packValid(value)) refused++;
          expect(difference(value, 'pack')).toBeNull();
        }),
        { numRuns: 5000 },
      );
      // Neither all good nor all bad: else the agreement would mean nothing.
      expect(refused).toBeGreaterThan(1500);
      expect(refused).toBeLessThan(4900);
    },
    PATIENCE_MS,
  );

  it(
    'agree with the library on a thousand spoiled overlays',
    () => {
      fc.assert(
        fc.property(spoiled([copyOf(richOverlay())]), (value) => {
          expect(difference(value, 'overlay')).toBeNull();
        }),
        { numRuns: 1000 },
      );
    },
    PATIENCE_MS,
  );

  it('agree on numbers that are none in JSON', () => {
    for (const text of ['1e999', '-1e999', '12345678901234567890']) {
      const value = setAt(copyOf(richPack()), ['params', 0, 'default'], () => JSON.parse(text));
      expect(packValid(value)).toBe(false);
      expect(difference(value, 'pack')).toBeNull();
    }
  });
});
