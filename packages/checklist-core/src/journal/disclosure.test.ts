import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64Url } from './base64.ts';
import { digestOf, makeDisclosure, parseDisclosure } from './disclosure.ts';

const encode = (text: string) => toBase64Url(new TextEncoder().encode(text));

describe('disclosure (RFC 9901)', () => {
  it('agrees with the example of the RFC, §4.2.1 and §4.2.3', () => {
    const disclosure = 'WyJfMjZiYzRMVC1hYzZxMktJNmNCVzVlcyIsICJmYW1pbHlfbmFtZSIsICJNw7ZiaXVzIl0';
    expect(digestOf(disclosure)).toBe('X9yH0Ajrdm1Oij4tWso9UzzKJvPoDxwmuEcO3XAdRC0');
    expect(parseDisclosure(disclosure)).toEqual({
      ok: true,
      value: { salt: '_26bc4LT-ac6q2KI6cBW5es', name: 'family_name', value: 'Möbius' },
    });
  });

  it('reads every spelling of the same content the RFC lists as allowed, each with its own digest', () => {
    // RFC 9901 §4.2.1: without the space, with an escaped letter.
    const spellings = [
      '["_26bc4LT-ac6q2KI6cBW5es","family_name","Möbius"]',
      '["_26bc4LT-ac6q2KI6cBW5es", "family_name", "M\\u00f6bius"]',
    ].map(encode);
    for (const spelling of spellings) {
      const read = parseDisclosure(spelling);
      expect(read.ok && read.value.value).toBe('Möbius');
    }
    expect(new Set(spellings.map(digestOf)).size).toBe(2);
    expect(makeDisclosure('_26bc4LT-ac6q2KI6cBW5es', 'family_name', 'Möbius')).toBe(spellings[0]);
  });

  it('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), fc.jsonValue(), (salt, name, value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        const written = makeDisclosure(salt, name, [value]);
        expect(parseDisclosure(written)).toEqual({ ok: true, value: { salt, name, value: [plain] } });
      }),
    );
  });

  it('is refused from the outside in, each with its own fault', () => {
    const cases: readonly (readonly [string, string])[] = [
      ['WyJh=', 'not-base64url'],
      ['Wy Jh', 'not-base64url'],
      [toBase64Url(Uint8Array.of(0x5b, 0xff, 0x5d)), 'not-utf8'],
      ['', 'not-json'],
      [encode('\ufeff["salt","s",1]'), 'not-json'],
      [encode('["salt","s",1'), 'not-json'],
      [encode('{"salt":"s"}'), 'not-disclosure'],
      [encode('["salt","s"]'), 'not-disclosure'],
      [encode('["salt","s",1,2]'), 'not-disclosure'],
      [encode('[1,"s",1]'), 'not-disclosure'],
      [encode('["salt",null,1]'), 'not-disclosure'],
      [encode('null'), 'not-disclosure'],
    ];
    for (const [text, fault] of cases) expect(parseDisclosure(text), text).toEqual({ ok: false, fault });
  });
});
