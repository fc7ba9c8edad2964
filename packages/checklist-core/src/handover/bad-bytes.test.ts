import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_LINE_BYTES } from './handover.ts';
import { faultsOf, fileOf, TestLog, verdictOf } from './testing/test-log.ts';
import { verifyHandover } from './verify-handover.ts';

const log = TestLog.of(4);
const whole = await log.lines(1, 3, [1, 4]);
const bytes = fileOf(whole);
const [header = '', proof = ''] = whole;
const leaf = whole.find((line) => line.startsWith('{"h"')) ?? '';

/** What a line may be made of, to come close to the format and miss it. */
const piece = fc.oneof(
  fc.constantFrom(...whole),
  fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\\',
    '\\ud800',
    '\\u0000',
    '\n',
    '\r\n',
    '\r',
    '\uFEFF',
    '__proto__',
  ),
  fc.constantFrom(
    '"n":1e400',
    '"n":-0',
    '"n":9007199254740993',
    '"__proto__":{"h":1}',
    '"constructor":1',
    '{"h"',
    '{"checkpoint"',
  ),
  fc.string({ maxLength: 12, unit: 'binary' }),
);
const pieces = fc.array(piece, { maxLength: 6 }).map((parts) => new TextEncoder().encode(parts.join('')));
const edited = fc
  .tuple(fc.nat(header.length), fc.nat(3), fc.string({ maxLength: 4 }))
  .map(([at, count, text]) =>
    new TextEncoder().encode(`${header.slice(0, at)}${text}${header.slice(at + count)}\n${proof}\n`),
  );
const junk = fc.oneof(fc.uint8Array({ maxLength: 40 }), pieces, edited);

describe('bytes that are no hand-over', () => {
  it('are refused with a reason, whatever they are', async () => {
    // Cheap cases by the thousand in one property run: a run of its own for each costs more than the verification.
    const many = fc.array(junk, { minLength: 1000, maxLength: 1000, size: 'max' });
    await fc.assert(
      fc.asyncProperty(many, async (cases) => {
        for (const each of cases) {
          const verdict = await verifyHandover([each]);
          if (verdict.ok || verdict.faults.length === 0) throw new Error(JSON.stringify([...each]));
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  }, 60_000);

  it('are refused when they were a hand-over before', async () => {
    const change = fc.record({ at: fc.nat(bytes.length - 1), cut: fc.nat(40), put: fc.uint8Array({ maxLength: 5 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 3 }), async (changes) => {
        const changed = changes.reduce(
          (file, { at, cut, put }) => Buffer.concat([file.subarray(0, at), put, file.subarray(at + cut)]),
          Buffer.from(bytes),
        );
        if (changed.equals(bytes)) return;
        const verdict = await verdictOf(new Uint8Array(changed), { known: [await log.head(4)] });
        expect(verdict.ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  it('are each answered by name', async () => {
    const leafWith = (from: string, to: string) => whole.map((line) => (line === leaf ? line.replace(from, to) : line));
    const headerWith = (from: string, to: string) => [header.replace(from, to), ...whole.slice(1)];
    const deep = '['.repeat(60_000);
    const cases: readonly (readonly [string, readonly string[] | Uint8Array, string])[] = [
      ['nothing', [], 'malformed -'],
      ['an empty line', [''], 'malformed 1'],
      ['two files after each other', [...whole, ...whole], `malformed ${whole.length + 1}`],
      ['a number that is not exact', leafWith('"n":1', '"n":9007199254740993'), 'malformed 4'],
      ['a number beyond all', leafWith('"n":1', '"n":1e400'), 'malformed 4'],
      ['a number spelt otherwise', leafWith('"n":1', '"n":1.0'), 'malformed 4'],
      ['a prototype', leafWith('"n":1', '"__proto__":{"n":1},"n":1'), 'malformed 4'],
      ['a prototype in the sums', headerWith('"xin-chao":', '"__proto__":'), 'malformed 1'],
      ['a rule named as Object’s own', headerWith('"xin-chao":', '"__proto__":'), 'malformed 1'],
      ['a lone surrogate', headerWith('"name":null', '"name":"\\ud800"'), 'malformed 1'],
      ['a control character', headerWith('"name":null', '"name":"\\u0007"'), 'malformed 1'],
      ['deep nesting', [deep, ...whole.slice(1)], 'malformed 1'],
      ['deep nesting in a leaf', leafWith('"open":[', `"open":[${'['.repeat(50_000)}`), 'malformed 4'],
      ['a line that is too long', leafWith('"open":[', `"open":["${'A'.repeat(MAX_LINE_BYTES)}",`), 'malformed 4'],
      ['a line that is too long, of nothing', new Uint8Array(200_000), 'malformed 1'],
      ['one long line of CR', fileOf(whole).map((byte) => (byte === 10 ? 13 : byte)), 'converted-line-ends 1'],
      ['a CR after the last line', Uint8Array.of(...bytes, 0x0d), `malformed ${whole.length + 1}`],
      ['a period that ends before it begins', headerWith('"to":"2026-11-30"', '"to":"2026-10-01"'), 'malformed 1'],
      ['a day that does not exist', headerWith('"to":"2026-11-30"', '"to":"2026-11-31"'), 'malformed 1'],
      ['another version', headerWith('handover/1', 'handover/2'), 'malformed 1'],
      ['the key of another log', headerWith('"origin":"than', '"origin":"then'), 'malformed 1'],
    ];
    for (const [what, file, fault] of cases) expect(faultsOf(await verdictOf(file))[0], what).toBe(fault);
  });

  it('name the place in the line', async () => {
    const line = header.replace('"missed":1', '"missed":-1');
    const verdict = await verdictOf([line, ...whole.slice(1)]);
    expect(!verdict.ok && verdict.faults[0]).toMatchObject({
      kind: 'malformed',
      line: 1,
      path: '/stated/rules/xin-chao/missed',
    });
    expect(!verdict.ok && verdict.header).toBe(null);
  });
});
