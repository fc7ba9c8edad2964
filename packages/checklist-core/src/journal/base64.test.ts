import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromBase64, fromBase64Url, isBase64UrlOf, toBase64, toBase64Url } from './base64.ts';

describe('base64', () => {
  it('writes what Node writes and reads it back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const buffer = Buffer.from(bytes);
        expect(toBase64(bytes)).toBe(buffer.toString('base64'));
        expect(toBase64Url(bytes)).toBe(buffer.toString('base64url'));
        expect(fromBase64(toBase64(bytes))).toEqual(Uint8Array.from(bytes));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it('reads nothing that it would not have written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), (text) => {
        const bytes = fromBase64(text);
        if (bytes !== null) expect(toBase64(bytes)).toBe(text);
        const urlBytes = fromBase64Url(text);
        if (urlBytes !== null) expect(toBase64Url(urlBytes)).toBe(text);
      }),
    );
    for (const text of ['AA', 'AA=', 'AB==', 'AAA\n', ' AAAA', 'AA==AAAA', 'A-_A', '====']) {
      expect(fromBase64(text), JSON.stringify(text)).toBeNull();
    }
    for (const text of ['A', 'AAAAA', 'AB', 'AA==', 'A+/A', 'AA\n', ' AA']) {
      expect(fromBase64Url(text), JSON.stringify(text)).toBeNull();
    }
  });

  it('knows how many bytes a text stands for', () => {
    expect(isBase64UrlOf('AAAAAAAAAAAAAAAAAAAAAA', 16)).toBe(true);
    expect(isBase64UrlOf('AAAAAAAAAAAAAAAAAAAAAB', 16)).toBe(false);
    expect(isBase64UrlOf('AAAA', 16)).toBe(false);
  });
});
