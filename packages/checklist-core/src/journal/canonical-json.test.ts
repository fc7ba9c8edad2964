import { describe, expect, it } from 'vitest';
import { canonicalBytes, canonicalText } from './canonical-json.ts';

describe('canonical JSON (RFC 8785)', () => {
  it('sorts keys by UTF-16 code units, at every depth, and writes no space', () => {
    // The example of RFC 8785 §3.2.3: € (20ac), emoji (d83d de00), הּ (fb33), ö, control, digit, CR.
    const keys = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\ud83d\ude00': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonicalText(keys)).toBe('{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\ud83d\ude00":5,"\ufb33":3}');
    expect(canonicalText({ b: [{ d: 1, c: null }], a: true })).toBe('{"a":true,"b":[{"c":null,"d":1}]}');
  });

  it('writes numbers and strings as ECMAScript does', () => {
    expect(canonicalText([1e21, 0.000001, -0, 1e-7, 'Đ "\n\u0007'])).toBe('[1e+21,0.000001,0,1e-7,"Đ \\"\\n\\u0007"]');
  });

  it('gives UTF-8 bytes', () => {
    expect(Buffer.from(canonicalBytes({ a: 'ệ' })).toString('hex')).toBe(Buffer.from('{"a":"ệ"}').toString('hex'));
  });

  it('refuses what JSON cannot say instead of leaving it out', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const values: readonly object[] = [
      { a: undefined },
      { a: { b: undefined } },
      [undefined],
      new Array<string>(1),
      { a: () => 1 },
      { a: Symbol('a') },
      { a: 1n },
      { a: Number.NaN },
      { a: Number.POSITIVE_INFINITY },
      { a: '\ud800' },
      { '\udc00': 1 },
      new Date(0),
      { a: new Map() },
      Uint8Array.of(1),
      circle,
    ];
    for (const value of values) expect(() => canonicalBytes(value)).toThrow();
  });
});
