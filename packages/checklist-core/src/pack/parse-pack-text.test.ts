import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJsonText } from '../text/read-json-text.ts';
import { applyOverlayText, MAX_PACK_TEXT, parseOverlayText, parsePackText, readPackText } from './parse-pack-text.ts';
import { richOverlay, richPack } from './testing/rich-pack.ts';

const packText = JSON.stringify(richPack());
const overlayText = JSON.stringify(richOverlay());

function faultsIn(text: string): readonly (readonly [string, string])[] {
  const parsed = parsePackText(text, []);
  return parsed.ok ? [] : parsed.faults.map(({ path, message }) => [path, message]);
}

function parsesAsJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function withoutMark(text: string): string {
  return text.replace(/^\ufeff/, '');
}

/** The machine that runs this may be busy; nothing here waits. */
const PATIENCE_MS = 60_000;

describe('parsePackText', () => {
  it('reads a pack, with a byte order mark, CRLF and blank space around it', () => {
    expect(faultsIn(packText)).toEqual([]);
    expect(faultsIn(`\ufeff\r\n${JSON.stringify(richPack(), null, 2).replaceAll('\n', '\r\n')}\t\n`)).toEqual([]);
  });

  it.each([
    ['an empty text', '', '', 'is not JSON: line 1, column 1: expected a value'],
    ['a key twice', '{"id": "a",\n "id": "b"}', '/id', 'the key stands twice in one object: line 2, column 2'],
    [
      'a key twice, once escaped',
      '{"a":{"b":1,"\\u0062":2}}',
      '/a/b',
      'the key stands twice in one object: line 1, column 13',
    ],
    ['a comma too many', '{"a": [1, 2,]}', '/a/2', 'is not JSON: line 1, column 13: expected a value'],
    ['two values', '{"a": 1} {}', '', 'is not JSON: line 1, column 10: expected the end of the text'],
    ['a colon too few', '{"a" 1}', '/a', 'is not JSON: line 1, column 6: expected ":"'],
    ['single quotes', "{'a': 1}", '/', 'is not JSON: line 1, column 2: expected a key in double quotes'],
    ['a comma too few', '[1\r\n2]', '/0', 'is not JSON: line 2, column 1: expected "," or "]"'],
    ['an open end', '{"a": "b', '/a', 'is not JSON: line 1, column 7: expected a value'],
    ['two byte order marks', '\ufeff\ufeff{}', '', 'is not JSON: line 1, column 1: expected a value'],
    ['a text too long', ' '.repeat(MAX_PACK_TEXT + 1), '', 'the text has 2000001 characters, more than 2000000'],
    ['lists without end', '['.repeat(300_000), '/0'.repeat(64), 'is nested deeper than 64'],
    ['objects without end', '{"a":'.repeat(300_000), '/a'.repeat(64), 'is nested deeper than 64'],
    ['a poisoned key', '{"__proto__": {"id": "x"}}', '/__proto__', 'this key is not allowed in any file'],
  ])('says where %s is', (_, text, path, message) => {
    expect(faultsIn(text)).toEqual([[path, message]]);
  });

  it('refuses what JSON lets through: half a letter, a number too large, a key that reaches into the language', () => {
    const spoiled = (from: string, to: string) => faultsIn(packText.replace(from, to)).map(([path]) => path);
    expect(spoiled('Chào, nói tên mình', 'Ch\\ud800o')).toEqual(['/cues/0/text/vi']);
    expect(spoiled('"default":30', '"default":1e999')).toEqual(['/params/0/default']);
    expect(spoiled('"default":30', '"default":12345678901234567890')).toEqual(['/params/0/default']);
    expect(spoiled('"en":"Greet, say your name"', '"constructor":"x"')).toEqual(['/cues/0/text/constructor']);
  });

  it('leaves no trace on other objects', () => {
    parsePackText('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}');
    expect('polluted' in {}).toBe(false);
  });

  it('stays linear on text made to be slow', () => {
    for (const text of [`"${'\\'.repeat(500_000)}`, `${'['.repeat(60)}${'1,'.repeat(900_000)}`, '-'.repeat(999_999)]) {
      expect(parsePackText(text).ok).toBe(false);
    }
  });
});

describe('readJsonText', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '""',
      '1',
      '-0',
      '1.5e3',
      '01',
      'true',
      'null',
      ' ',
      '\n',
      '\\',
      '\u0001',
      '"\\u00e9"',
      '"\\x"',
    ),
    { maxLength: 12 },
  );

  it(
    'takes exactly what JSON.parse takes, but for keys that stand twice',
    () => {
      const text = fc.oneof(
        pieces.map((list) => list.join('')),
        fc.json(),
        fc.string({ unit: 'binary', maxLength: 8 }),
      );
      fc.assert(
        fc.property(text, (one) => {
          const read = readJsonText(one, 1000);
          const isRight = read.ok
            ? isDeepStrictEqual(read.value, JSON.parse(one))
            : parsesAsJson(one) === (read.fault.code !== 'not-json');
          if (!isRight) throw new Error(JSON.stringify(one));
        }),
        { numRuns: 45_000 },
      );
    },
    PATIENCE_MS,
  );
});

/** Text of a sound file with something cut, doubled, swapped or put in, where a careless editor or an attacker would. */
function damaged(sound: string): fc.Arbitrary<string> {
  const insert = fc.constantFrom(
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\\',
    '\u0000',
    '\ufeff',
    '\ud800',
    '\u202e',
    '1e999',
    '-',
    'null',
    '"__proto__":1,',
    '\r\n',
    'é',
    '{long-wait}',
  );
  return fc
    .record({ at: fc.nat(sound.length), length: fc.nat(40), insert, how: fc.nat(3) })
    .map(({ at, length, insert: put, how }) => {
      const [head, piece, tail] = [sound.slice(0, at), sound.slice(at, at + length), sound.slice(at + length)];
      if (how === 0) return head + tail;
      if (how === 1) return head + put + piece + tail;
      return how === 2 ? head + piece + piece + tail : head;
    });
}

describe('damaged files', () => {
  const below = parsePackText(packText, []);
  if (!below.ok) throw new Error('the invented pack is sound');

  it(
    'of packs are refused with a place, or are sound packs: thirty thousand',
    () => {
      fc.assert(
        fc.property(damaged(packText), (text) => {
          const parsed = parsePackText(text, []);
          const isFine = parsed.ok
            ? parsed.pack.cues.length > 0
            : parsed.faults.length > 0 && !parsed.faults.some(isEmpty);
          if (!isFine || (parsed.ok && !parsesAsJson(withoutMark(text)))) throw new Error(text);
        }),
        { numRuns: 30_000 },
      );
    },
    PATIENCE_MS,
  );

  it(
    'of overlays change nothing below: twenty thousand',
    () => {
      const before = JSON.stringify(below.written);
      fc.assert(
        fc.property(damaged(overlayText), (text) => {
          const applied = applyOverlayText(below.written, text, []);
          if (applied.ok ? applied.written.id === '' : applied.faults.length === 0) throw new Error(text);
          if (!applied.ok && parseOverlayText(text).ok && applied.faults.some(isEmpty)) throw new Error(text);
        }),
        { numRuns: 20_000 },
      );
      expect(JSON.stringify(below.written)).toBe(before);
    },
    PATIENCE_MS,
  );

  it(
    'of any kind are told apart from JSON: ten thousand',
    () => {
      fc.assert(
        fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
          const read = readPackText(text);
          if (read.ok !== parsesAsJson(withoutMark(text))) throw new Error(JSON.stringify(text));
        }),
        { numRuns: 10_000 },
      );
    },
    PATIENCE_MS,
  );
});

function isEmpty({ message }: { readonly message: string }): boolean {
  return message === '' || message.includes('undefined') || message.includes('[object');
}
