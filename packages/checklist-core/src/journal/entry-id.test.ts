import { describe, expect, it } from 'vitest';
import { isEntryId, newEntryId } from './entry-id.ts';
import { newLogOrigin } from './log-identity.ts';
import { draw } from './random-source.ts';
import { isNoteName } from './signed-note.ts';

const counting = (length: number) => Uint8Array.from({ length }, (_, index) => index);

describe('random names', () => {
  it('an entry id is 22 characters of base64url for 128 bits', () => {
    expect(newEntryId(counting)).toBe('AAECAwQFBgcICQoLDA0ODw');
    expect(isEntryId(newEntryId(counting))).toBe(true);
    for (const text of ['', 'AAECAwQFBgcICQoLDA0OD', 'AAECAwQFBgcICQoLDA0ODx', 'AAECAwQFBgcICQoLDA0OD+', 'AAAA']) {
      expect(isEntryId(text), text).toBe(false);
    }
  });

  it("a log's origin can name its key: no space, no plus, nothing but random bits", () => {
    expect(newLogOrigin(counting)).toBe('than-thien-log/000102030405060708090a0b0c0d0e0f');
    expect(isNoteName(newLogOrigin(counting))).toBe(true);
  });

  it('a random source that gives too few bytes is refused', () => {
    expect(() => draw(() => new Uint8Array(3), 16)).toThrow(RangeError);
    expect(() => newEntryId(() => new Uint8Array(0))).toThrow(RangeError);
  });
});
