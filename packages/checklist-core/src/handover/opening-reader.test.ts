import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../journal/base64.ts';
import { canonicalText } from '../journal/canonical-json.ts';
import { digestOf, makeDisclosure } from '../journal/disclosure.ts';
import { openEntry } from '../journal/envelope.ts';
import { plainSha256 } from '../journal/sha256.ts';
import { decodeUrlSafe, STANDARD, spells, URL_SAFE } from './base64-bytes.ts';
import { spellLeaf } from './handover-lines.ts';
import { LeafLine } from './leaf-line.ts';
import { OpeningReader } from './opening-reader.ts';
import { finishEntry, TestLog } from './testing/test-log.ts';

const salt = 'AAECAwQFBgcICQoLDA0ODw';
const service = finishEntry(1).service ?? {};
const conduct = finishEntry(1).conduct ?? {};
const encode = (text: string) => toBase64Url(new TextEncoder().encode(text));

/** What a dishonest author may seal: every value near a part, spelt in every way. */
const value = fc.oneof(
  fc.constantFrom<object>(service, conduct, { continues: { origin: 'a/b', size: 1, root: 'A'.repeat(43) } }),
  fc.constantFrom('2026-11-30', '2026-11-31', '2026-02-29', '0000-00-00', 'x').map((day) => ({ ...service, day })),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(service), 'letter', 'note'),
      fc.constantFrom<unknown>(null, 'finish', 'letter', 'apology', '2026-11-30', true, 'am', salt, 1),
    )
    .map(([key, to]) => ({ ...service, [key]: to })),
  fc
    .tuple(
      fc.constantFrom(...Object.keys(conduct), 'bypassed'),
      fc.constantFrom<unknown>([], ['a'], ['a', 'a'], true, false, 'finish-thank', ['finish-thank']),
    )
    .map(([key, to]) => ({ ...conduct, [key]: to })),
);
const disclosure = fc.oneof(
  fc.tuple(fc.constantFrom('s', 'c', 'p'), value).map(([name, part]) => makeDisclosure(salt, name, part)),
  fc.tuple(fc.constantFrom('s', 'c'), value).map(([name, part]) => encode(JSON.stringify([salt, name, part]))),
  fc
    .tuple(fc.constantFrom('s', 'c'), value)
    .map(([name, part]) => encode(`["${salt}","${name}", ${JSON.stringify(part)}]`)),
  fc.constantFrom('', 'short', `${salt}=`).map((other) => makeDisclosure(other, 's', service)),
  fc
    .constantFrom('"day":"2026-11-30"', '|', ',"day":"2026-11-30"', ' ', '}', ',1')
    .map((more) => encode(`["${salt}","c",${canonicalText(conduct)}${more}]`)),
  fc.constant(makeDisclosure(salt, 'c', conduct)),
  fc.constantFrom('A', 'AA', 'AAA', encode('[]'), encode('["'), encode('{}')),
);

describe('openings read fast', () => {
  it('are taken and refused as the library’s own reading does', () => {
    const random = TestLog.of(1).sealed[0]?.leaf;
    if (random === undefined) throw new Error('a leaf');
    const reader = new OpeningReader(plainSha256.digest);
    fc.assert(
      fc.property(disclosure, fc.constantFrom('s' as const, 'c' as const), (text, name) => {
        const leaf = { ...random, [name]: digestOf(text) };
        const spelt = spellLeaf({ h: 'A'.repeat(43).concat('='), leaf, n: 0, open: [text] });
        const line = LeafLine.read(new TextEncoder().encode(spelt), spelt, plainSha256.digest);
        if (line === null) throw new Error('a leaf line');
        const read = reader.read(line);
        const slow = openEntry(leaf, { [name]: text });
        expect('kind' in read).toBe(!slow.ok);
        if (!('kind' in read) && slow.ok) {
          expect(read).toEqual({
            service: slow.value.service,
            conduct: slow.value.conduct,
            continues: slow.value.continues ?? null,
          });
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('base64 read in place', () => {
  it('is what the library reads and writes', () => {
    const into = new Uint8Array(200);
    const texts = fc.oneof(
      fc.uint8Array({ maxLength: 40 }).map(toBase64Url),
      fc.string({ maxLength: 12 }),
      fc.stringMatching(/^[A-Za-z0-9_-]{0,12}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const length = decodeUrlSafe(new TextEncoder().encode(text), into);
        const bytes = fromBase64Url(text);
        expect(length === -1 ? null : [...into.subarray(0, length)]).toEqual(bytes === null ? null : [...bytes]);
      }),
      { numRuns: 3000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.nat(42), (hash, at) => {
        const [standard, safe] = [Buffer.from(hash).toString('base64'), Buffer.from(hash).toString('base64url')];
        const bytes = new TextEncoder().encode(`xx${standard}${safe}`);
        expect([spells(hash, bytes, 2, STANDARD), spells(hash, bytes, 46, URL_SAFE)]).toEqual([true, true]);
        bytes[2 + at] = (bytes[2 + at] ?? 0) ^ 1;
        expect(spells(hash, bytes, 2, STANDARD)).toBe(false);
      }),
    );
  });
});
