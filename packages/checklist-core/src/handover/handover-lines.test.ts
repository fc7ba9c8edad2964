import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64, toBase64Url } from '../journal/base64.ts';
import { canonicalText } from '../journal/canonical-json.ts';
import { readLeafLine, spellLeaf } from './handover-lines.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
const digest = bytes(32).map(toBase64Url);
const line = fc.record({
  h: bytes(32).map(toBase64),
  leaf: fc.record({ c: digest, id: bytes(16).map(toBase64Url), p: digest, s: digest, v: fc.constant(1 as const) }),
  n: fc.nat({ max: Number.MAX_SAFE_INTEGER }),
  open: fc.array(fc.uint8Array({ minLength: 1, maxLength: 200 }).map(toBase64Url), { maxLength: 2 }),
});

describe('spelling a leaf line', () => {
  it('gives the very bytes of the library for RFC 8785, and reads them back', () => {
    fc.assert(
      fc.property(line, (leafLine) => {
        const spelt = spellLeaf(leafLine);
        expect(spelt).toBe(canonicalText(leafLine));
        expect(readLeafLine(spelt)).toEqual({ ok: true, value: leafLine });
      }),
      { numRuns: 5_000 },
    );
  });
});
