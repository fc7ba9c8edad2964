import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, isBase64UrlOf, toBase64Url } from './base64.ts';
import { appendLeaf, type CompactRange, emptyRange, hashLeaf, rootOf } from './compact-range.ts';
import { digestOf, makeDisclosure, parseDisclosure } from './disclosure.ts';
import type { ConductPart, Entry, PrivatePart, ServicePart } from './entry.ts';
import { newEntryId } from './entry-id.ts';
import { type EntryClass, leafBytesOf, openEntry, parseLeaf, type SealedEntry, sealEntry } from './envelope.ts';
import { proveInclusion, verifyInclusion } from './merkle-proof.ts';

/** Fresh bytes for every property run; repeatable, because fast-check owns the seed. */
function randomFrom(seed: number) {
  let state = seed >>> 0;
  return (length: number) =>
    Uint8Array.from({ length }, () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return state >>> 24;
    });
}

const id = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,20}$/);
const ids = fc.uniqueArray(id, { maxLength: 8 });
const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const entryId = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64Url);
const service: fc.Arbitrary<ServicePart> = fc
  .record({
    day,
    half: fc.constantFrom('am', 'pm'),
    pack: fc.constantFrom('vn.4-xin-4-luon-5-khong@1.0.0', 'a@2.0.0-rc.1+b'),
    pausePoint: id,
    outcome: fc.constantFrom('received', 'returned', 'supplement', 'refused', null),
    group: fc.option(id),
    channel: fc.constantFrom('direct', 'online', 'post', null),
    onTime: fc.constantFrom('early', 'on-time', 'late', null),
    practice: fc.boolean(),
    of: fc.option(entryId),
  })
  .map((part): ServicePart => ({ ...part, kind: part.of === null ? 'finish' : 'void' }));
const conduct: fc.Arbitrary<ConductPart> = fc
  .record({ rules: ids, cues: ids, count: fc.nat(), skipped: fc.boolean() })
  .map(({ rules, cues, count, skipped }) => ({
    rules,
    cues,
    missed: cues.slice(0, count % (cues.length + 1)),
    skipped,
  }));
const personal: fc.Arbitrary<PrivatePart> = fc
  .tuple(day, fc.option(fc.constantFrom('1.001193', '2.000986.01')))
  .map(([date, procedure]) => ({ at: `${date}T09:15:04`, procedure }));
const dayPage: fc.Arbitrary<PrivatePart> = fc
  .tuple(personal, fc.dictionary(id, fc.constantFrom('kept', 'forgot', 'none', 'review'), { maxKeys: 13 }))
  .map(([part, answers]) => ({ ...part, dayPage: { ...answers } }));
const entry: fc.Arbitrary<Entry> = fc.oneof(
  fc.record({ service, conduct: fc.option(conduct), private: fc.option(personal) }),
  fc.record({ service: fc.constant(null), conduct: fc.constant(null), private: dayPage }),
);
const sealed = fc.tuple(entry, fc.integer()).map(([content, seed]) => {
  const random = randomFrom(seed);
  return { content, sealed: sealEntry(content, newEntryId(random), random) };
});

const CLASSES: readonly EntryClass[] = ['s', 'c', 'p'];
const example: Entry = {
  service: {
    kind: 'finish',
    day: '2026-11-23',
    half: 'am',
    pack: 'pack@1.0.0',
    pausePoint: 'finish',
    outcome: 'received',
    group: 'ho-tich',
    channel: 'direct',
    onTime: null,
    practice: false,
    of: null,
  },
  conduct: { rules: ['xin-chao'], cues: ['greet'], missed: [], skipped: false },
  private: { at: '2026-11-23T09:15:04', procedure: '1.001193' },
};
const sealExample = (content: Entry = example, seed = 1): SealedEntry =>
  sealEntry(content, newEntryId(randomFrom(seed)), randomFrom(seed + 1));
const faultOf = (result: ReturnType<typeof openEntry>) => (result.ok ? null : result.fault);
const rootOfLeaves = (entries: readonly SealedEntry[]) =>
  rootOf(
    entries.reduce<CompactRange>((range, one) => appendLeaf(range, hashLeaf(leafBytesOf(one.leaf))), emptyRange()),
  );

describe('sealing and opening', () => {
  it('gives back what was sealed', () => {
    fc.assert(
      fc.property(sealed, ({ content, sealed: { leaf, leafBytes, disclosures } }) => {
        expect(openEntry(leaf, disclosures)).toEqual({ ok: true, value: content });
        const read: unknown = JSON.parse(new TextDecoder().decode(leafBytes));
        expect(openEntry(read, disclosures)).toEqual({ ok: true, value: content });
      }),
    );
  });

  it('writes a leaf that says nothing: five keys in canonical order, digests and an id', () => {
    fc.assert(
      fc.property(sealed, ({ sealed: { leaf, leafBytes, leafHash } }) => {
        const { c, id: leafId, p, s } = leaf;
        const text = `{"c":"${c}","id":"${leafId}","p":"${p}","s":"${s}","v":1}`;
        expect(new TextDecoder().decode(leafBytes)).toBe(text);
        expect(leafBytes).toHaveLength(187);
        expect(leafHash).toEqual(hashLeaf(leafBytes));
      }),
    );
  });

  it('opens each class alone: a closed one comes back empty', () => {
    fc.assert(
      fc.property(sealed, ({ content, sealed: { leaf, disclosures } }) => {
        const { s, c, p } = disclosures;
        expect(openEntry(leaf, {})).toEqual({ ok: true, value: { service: null, conduct: null, private: null } });
        expect(openEntry(leaf, s === undefined ? {} : { s })).toEqual({
          ok: true,
          value: { service: content.service, conduct: null, private: null },
        });
        expect(openEntry(leaf, c === undefined ? {} : { c })).toEqual({
          ok: true,
          value: { service: null, conduct: content.conduct, private: null },
        });
        expect(openEntry(leaf, p === undefined ? {} : { p })).toEqual({
          ok: true,
          value: { service: null, conduct: null, private: content.private },
        });
      }),
    );
  });

  it('draws a fresh 128-bit salt for each class, and 32 bytes for a decoy', () => {
    const drawn: number[] = [];
    const random = randomFrom(7);
    const recording = (length: number) => {
      drawn.push(length);
      return random(length);
    };
    const { disclosures } = sealEntry(example, newEntryId(random), recording);
    expect(drawn).toEqual([16, 16, 16]);
    const salts = Object.values(disclosures).map((disclosure) => {
      const read = parseDisclosure(disclosure);
      return read.ok ? read.value.salt : '';
    });
    expect(new Set(salts).size).toBe(3);
    expect(salts.every((salt) => isBase64UrlOf(salt, 16))).toBe(true);
    drawn.length = 0;
    sealEntry({ ...example, conduct: null }, newEntryId(random), recording);
    expect(drawn).toEqual([16, 32, 16]);
  });

  it('seals the same entry differently each time', () => {
    const [one, two] = [sealExample(example, 1), sealExample(example, 2)];
    for (const name of CLASSES) expect(one.leaf[name]).not.toBe(two.leaf[name]);
  });

  it('makes a decoy no reader can tell from the digest of a withheld class', () => {
    const digests = { closed: [] as string[], decoy: [] as string[] };
    for (let seed = 0; seed < 400; seed += 1) {
      digests.closed.push(sealExample(example, seed).leaf.c);
      digests.decoy.push(sealExample({ ...example, conduct: null }, seed).leaf.c);
    }
    for (const list of [digests.closed, digests.decoy]) {
      expect(list.every((digest) => isBase64UrlOf(digest, 32))).toBe(true);
      expect(new Set(list).size).toBe(list.length);
      // 102,400 fair bits: half of them set, within six standard deviations.
      const set = list.flatMap((digest) => [...(fromBase64Url(digest) ?? [])]).join(' ');
      const ones = set.split(' ').reduce((sum, byte) => sum + Number(byte).toString(2).replaceAll('0', '').length, 0);
      expect(Math.abs(ones - 51_200)).toBeLessThan(960);
    }
    const [withheld, empty] = [sealExample(), sealExample({ ...example, conduct: null })];
    const { s = '' } = withheld.disclosures;
    expect(openEntry(withheld.leaf, { s })).toEqual(openEntry(empty.leaf, { s: empty.disclosures.s ?? '' }));
  });

  it('refuses to seal what breaks the schema, a foreign id, and a weak source', () => {
    const random = randomFrom(1);
    const bad: Entry = { ...example, private: { at: 'yesterday', procedure: null } };
    expect(() => sealEntry(bad, newEntryId(random), random)).toThrow('private.at');
    expect(() => sealEntry(example, 'short', random)).toThrow('entry id');
    expect(() => sealEntry(example, newEntryId(random), () => new Uint8Array(4))).toThrow('random source');
  });
});

describe('tampering', () => {
  it('is seen in any character of a disclosure', () => {
    fc.assert(
      fc.property(sealed, fc.nat(), fc.nat(), fc.stringMatching(/^[A-Za-z0-9_=. -]$/), (made, which, where, letter) => {
        const present = CLASSES.filter((name) => made.sealed.disclosures[name] !== undefined);
        const name = present[which % present.length] ?? 's';
        const text = made.sealed.disclosures[name] ?? '';
        const position = where % text.length;
        fc.pre(text[position] !== letter);
        const changed = text.slice(0, position) + letter + text.slice(position + 1);
        const result = openEntry(made.sealed.leaf, { ...made.sealed.disclosures, [name]: changed });
        expect(faultOf(result)).toEqual({ code: 'digest-differs', class: name });
      }),
    );
  });

  it('is seen in any byte of a leaf: its hash no longer gives the root', () => {
    fc.assert(
      fc.property(fc.array(sealed, { minLength: 1, maxLength: 9 }), fc.nat(), fc.nat(), (made, which, bit) => {
        const entries = made.map((one) => one.sealed);
        const hashes = entries.map((one) => one.leafHash);
        const head = { size: entries.length, root: rootOfLeaves(entries) };
        const index = which % entries.length;
        const bytes = Uint8Array.from(entries[index]?.leafBytes ?? []);
        const place = (bit >> 3) % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << (bit & 7));
        const proof = proveInclusion(hashes, index);
        expect(verifyInclusion({ index, leafHash: hashLeaf(bytes), head }, proof)).toBe(false);
      }),
    );
  });

  it('is seen in any changed digest: the opening no longer belongs to the leaf', () => {
    const { leaf, disclosures } = sealExample();
    for (const name of CLASSES) {
      const changed = { ...leaf, [name]: digestOf('other') };
      expect(faultOf(openEntry(changed, disclosures))).toEqual({ code: 'digest-differs', class: name });
    }
  });

  it('keeps openings in their own class and their own leaf', () => {
    const [one, two] = [sealExample(example, 1), sealExample(example, 9)];
    const { s = '', p = '' } = one.disclosures;
    expect(faultOf(openEntry(one.leaf, { s: p }))?.code).toBe('digest-differs');
    expect(faultOf(openEntry(two.leaf, { s }))?.code).toBe('digest-differs');
  });

  it('puts what a log continues where the service part would stand', () => {
    const root = '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=';
    const continues = { origin: 'than-thien-log/9f86d081884c7d659a2feaa0c55ad015', size: 41, root };
    const content: Entry = { service: null, conduct: null, private: null, continues };
    const { leaf, disclosures } = sealExample(content);
    expect(Object.keys(disclosures)).toEqual(['s']);
    const opened = parseDisclosure(disclosures.s ?? '');
    expect(opened.ok && opened.value.value).toEqual({ continues });
    expect(openEntry(leaf, disclosures)).toEqual({ ok: true, value: content });
    expect(openEntry(leaf, {})).toEqual({ ok: true, value: { service: null, conduct: null, private: null } });
  });

  it('tells apart what a dishonest author could have signed', () => {
    const { leaf } = sealExample();
    const salt = toBase64Url(randomFrom(3)(16));
    const encode = (text: string) => toBase64Url(new TextEncoder().encode(text));
    const part = JSON.stringify(example.private);
    const cases: readonly (readonly [string, string])[] = [
      ['not base64url!', 'not-disclosure'],
      [encode('{}'), 'not-disclosure'],
      [makeDisclosure(salt, 's', example.private ?? {}), 'wrong-class'],
      [makeDisclosure(salt, 'p', { at: '2026-11-23T09:15:04', procedure: null, note: 'x' }), 'bad-part'],
      [makeDisclosure(salt, 'p', []), 'bad-part'],
      [makeDisclosure('short', 'p', example.private ?? {}), 'not-canonical'],
      [encode(`["${salt}", "p", ${part}]`), 'not-canonical'],
      [encode(`["${salt}","p",{"at":"2026-11-23T10:00:00",${part.slice(1)}]`), 'not-canonical'],
    ];
    for (const [p, code] of cases) {
      expect(faultOf(openEntry({ ...leaf, p: digestOf(p) }, { p }))?.code, p).toBe(code);
    }
  });

  it('refuses a leaf of another shape', () => {
    const { leaf } = sealExample();
    const { c: _c, ...noConduct } = leaf;
    const leaves: readonly unknown[] = [
      null,
      'leaf',
      noConduct,
      { ...leaf, v: 2 },
      { ...leaf, v: '1' },
      { ...leaf, n: 0 },
      { ...leaf, id: 'short' },
      { ...leaf, s: `${leaf.s}=` },
      { ...leaf, s: leaf.s.slice(1) },
    ];
    for (const one of leaves) {
      expect(faultOf(openEntry(one, {}))?.code).toBe('bad-leaf');
      expect(parseLeaf(one).ok).toBe(false);
    }
  });
});

describe('forgetting', () => {
  it('leaves the tree as it was when an opening is deleted', () => {
    const entries = Array.from({ length: 5 }, (_, seed) => sealExample(example, seed));
    const root = rootOfLeaves(entries);
    const head = { size: entries.length, root };
    const forgotten = entries.map((one, index): SealedEntry => (index === 2 ? { ...one, disclosures: {} } : one));
    expect(rootOfLeaves(forgotten)).toEqual(root);
    for (const [index, one] of forgotten.entries()) {
      const proof = proveInclusion(
        forgotten.map(({ leafHash }) => leafHash),
        index,
      );
      expect(verifyInclusion({ index, leafHash: one.leafHash, head }, proof)).toBe(true);
      const opened = openEntry(one.leaf, one.disclosures);
      expect(opened.ok && opened.value.service !== null).toBe(index !== 2);
    }
  });
});
