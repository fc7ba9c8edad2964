import { readdirSync, readFileSync } from 'node:fs';
import Ajv from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProfile } from './parse-profile.ts';
import type { ProfileFaultCode } from './profile-fault.ts';
import { publishedSchema, publishedText } from './testing/published-schema.ts';

/** What the parser checks beyond the JSON Schema; the schema's `$comment` says the same. */
const SEMANTIC: ReadonlySet<ProfileFaultCode> = new Set<ProfileFaultCode>([
  'no-mark',
  'pattern-form',
  'pattern-restless',
  'applicant-label',
  'repeated-label',
  'repeated-host',
  'repeated-id',
]);

const folder = new URL('../../../src/rules/portals/', import.meta.url);
const shipped: readonly Json[] = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')));

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Uses every part of the format. */
const rich: Json = {
  format: 'portal-profile/1',
  id: 'vi-du',
  version: '1.2.0',
  title: 'Một cửa (ví dụ)',
  enabled: true,
  hosts: ['motcua.example.vn', '*.example.vn', '10.0.0.5:8080', '[fd00::5]', 'motcua'],
  pack: 'vi-du-don-tiep',
  pages: [{ kind: 'detail', url: '^/ho-so/\\d+$', heading: ['Chi tiết'] }],
  labels: { due: ['Hẹn ngày'], never: ['Người ký duyệt'] },
  actions: [
    {
      id: 'return',
      outcome: 'returned',
      on: ['detail'],
      start: ['Trả'],
      commit: ['Đồng ý'],
      success: [
        { sign: 'text', text: 'Xong' },
        { sign: 'status', status: 10 },
        { sign: 'url', pattern: '/xong$' },
      ],
      failure: ['Chưa được'],
      holdable: true,
    },
  ],
  confidence: 'uncertain',
  source: 'Bịa để minh họa',
};

const valid = new Ajv({ strict: true, strictTypes: false, strictRequired: false }).compile(JSON.parse(publishedText()));

/** null if parser and schema agree on a value, else how they differ. */
function difference(value: Json): string | null {
  const parsed = parseProfile(value);
  if (parsed.ok) return valid(value) ? null : 'only the parser accepts it';
  const structural = parsed.faults.filter(({ code }) => !SEMANTIC.has(code));
  if (valid(value)) return structural.length === 0 ? null : `only the parser refuses it: ${JSON.stringify(structural)}`;
  return structural.length > 0 ? null : 'only the schema refuses it';
}

function copyOf(value: unknown): Json {
  return JSON.parse(JSON.stringify(value));
}

/** A copy with one thing changed, found by its number among all things inside. */
function spoiled(root: Json, at: number, fresh: Json | undefined): Json {
  const copy = copyOf(root);
  const places: (() => void)[] = [];
  const visit = (value: Json): void => {
    if (value === null || typeof value !== 'object') return;
    const holder = value as Record<string, Json>;
    for (const [key, inner] of Object.entries(value)) {
      places.push(() => {
        if (fresh !== undefined) holder[key] = fresh;
        else if (Array.isArray(value)) value.splice(Number(key), 1);
        else delete holder[key];
      });
      visit(inner);
    }
    places.push(() => {
      if (fresh !== undefined && Array.isArray(value)) value.push(fresh);
      else if (fresh !== undefined) holder.extra = fresh;
    });
  };
  visit(copy);
  places[at % places.length]?.();
  return copy;
}

const telling: fc.Arbitrary<Json | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    1,
    10,
    11,
    1.5,
    '',
    ' ',
    'a',
    'A',
    'a-b',
    'vi',
    '1.0.0',
    '01.0.0',
    'detail',
  ),
  fc.constantFrom<Json>(
    '*.vn',
    '*.example.vn',
    'a.vn:0',
    'a.vn:80',
    '[::1]:8080',
    '::1',
    'https://a.vn',
    '(',
    '(a+)+',
    'Họ tên',
    '1234',
    'a 1234',
  ),
  fc.constantFrom<Json>(
    'x'.repeat(60),
    'x'.repeat(61),
    '😀'.repeat(200),
    '😀'.repeat(201),
    'x\ny',
    '\ud800',
    'x'.repeat(1001),
  ),
  fc.constantFrom<Json>([], {}, ['a'], [1], { kind: 'list' }, { sign: 'text', text: 'x' }, { sign: 'status' }),
  fc.jsonValue({ maxDepth: 2 }).map(copyOf),
);

describe('the published JSON Schema', () => {
  it('is what the package makes of its own', () => {
    const committed = readFileSync(new URL('../schema/portal-profile.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(committed)).toEqual(copyOf(publishedSchema()));
  });

  it('accepts every shipped profile, and one that uses every part', () => {
    expect(shipped.length).toBeGreaterThan(3);
    for (const profile of [...shipped, rich]) {
      expect(parseProfile(profile)).toMatchObject({ ok: true });
      expect(valid(profile), JSON.stringify(valid.errors)).toBe(true);
    }
  });

  it('agrees with the parser on three thousand spoiled profiles', () => {
    let refused = 0;
    const change = fc.tuple(fc.nat(), telling);
    fc.assert(
      fc.property(
        fc.constantFrom(...shipped, ...Array.from({ length: 8 }, () => rich)),
        fc.array(change, { minLength: 1, maxLength: 3 }),
        (start, changes) => {
          const value = changes.reduce((now, [at, fresh]) => spoiled(now, at, fresh), start);
          if (!valid(value)) refused += 1;
          expect(difference(value)).toBeNull();
        },
      ),
      { numRuns: 3000 },
    );
    // Neither all good nor all bad: else the agreement would mean nothing.
    expect(refused).toBeGreaterThan(500);
    expect(refused).toBeLessThan(2950);
  });
});
