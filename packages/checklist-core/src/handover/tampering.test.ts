import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandoverLeaf } from './handover.ts';
import { spellLeaf } from './handover-lines.ts';
import { faultsOf, fileOf, TestLog, verdictOf } from './testing/test-log.ts';

const SIZE = 40;
const log = TestLog.of(SIZE);
const stranger = TestLog.of(SIZE, 'than-thien-log/ffffffffffffffffffffffffffffffff');

/** A hand-over of random bounds, its lines, and places in it. */
interface Given {
  readonly lines: readonly string[];
  readonly from: number;
  readonly to: number;
  /** Line number (from 1) of the first leaf and of the closing line. */
  readonly first: number;
  readonly closing: number;
}

const made = new Map<string, Promise<Given>>();

function given(from: number, to: number, heads: readonly number[]): Promise<Given> {
  const key = `${from} ${to} ${heads}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const fresh = log.lines(from, to, heads).then((lines) => {
    const first = lines.findIndex((line) => line.startsWith('{"h"')) + 1;
    return { lines, from, to, first, closing: lines.length };
  });
  made.set(key, fresh);
  return fresh;
}

/** At least six leaves, so that there is room on both sides. */
const bounds = fc
  .tuple(fc.constantFrom(0, 3, 8, 17), fc.constantFrom(6, 7, 12, 20), fc.constantFrom([], [2, 5, 30], [1, 40]))
  .map(([from, count, heads]) => [from, from + count, heads] as const);

/** Runs a property over hand-overs and two random numbers. */
async function forAll(check: (file: Given, a: number, b: number) => Promise<void>): Promise<void> {
  const property = fc.asyncProperty(bounds, fc.nat(), fc.nat(), async ([from, to, heads], a, b) =>
    check(await given(from, to, heads), a, b),
  );
  await fc.assert(property, { numRuns: 60 });
}

const leafOn = (line: string): HandoverLeaf => JSON.parse(line);
const renumbered = (line: string, n: number) => spellLeaf({ ...leafOn(line), n });
const lineOf = ({ lines }: Given, place: number) => lines[place - 1] ?? '';
/** A random line that holds a leaf. */
const leafLine = ({ first, from, to }: Given, random: number) => first + (random % (to - from));
const replaced = ({ lines }: Given, place: number, line: string) => lines.with(place - 1, line);
const answer = async (lines: readonly string[]) => faultsOf(await verdictOf(lines));

/** Another character of base64 in place of the one at `at`. */
function flipped(line: string, at: number): string {
  return `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`;
}

describe('a hand-over that was tampered with', () => {
  it('names the line of a changed leaf, hash or opening', () =>
    forAll(async (file, a, b) => {
      const place = leafLine(file, a);
      const line = lineOf(file, place);
      const openAt = line.indexOf('"open":["') + 9;
      for (const at of [6 + (b % 42), 65 + (b % 42), 145 + (b % 42), openAt + (b % 200)]) {
        const changed = flipped(line, at);
        if (changed !== line) expect(await answer(replaced(file, place, changed))).toEqual([`edit ${place}`]);
      }
    }));

  it('names every changed line, up to the limit', () =>
    forAll(async (file, a, b) => {
      const places = [...new Set([leafLine(file, a), leafLine(file, b)])].toSorted((x, y) => x - y);
      const lines = file.lines.map((line, index) => (places.includes(index + 1) ? flipped(line, 70) : line));
      expect(await answer(lines)).toEqual(places.map((place) => `edit ${place}`));
    }));

  it('names the line of a changed index', () =>
    forAll(async (file, a, b) => {
      const place = leafLine(file, a);
      const { n } = leafOn(lineOf(file, place));
      const other = b % 60 === n ? n + 1 : b % 60;
      expect(await answer(replaced(file, place, renumbered(lineOf(file, place), other)))).toEqual([`edit ${place}`]);
    }));

  it('names where leaves are missing', () =>
    forAll(async (file, a, b) => {
      const place = leafLine(file, a);
      const count = 1 + (b % (file.closing - place));
      const lines = file.lines.toSpliced(place - 1, count);
      if (count === file.to - file.from) return;
      expect(await answer(lines)).toEqual([`gap ${place}`]);
    }));

  it('names a leaf that was moved', () =>
    forAll(async (file, a, b) => {
      const [from, to] = [leafLine(file, a), leafLine(file, b)];
      if (from === to) return;
      const lines = file.lines.toSpliced(from - 1, 1).toSpliced(to - 1, 0, lineOf(file, from));
      // Of two neighbours exchanged nobody can tell which was moved: the later leaf is named.
      const place = to === from + 1 ? from : to;
      expect(await answer(lines)).toEqual([`reorder ${place}`]);
    }));

  it('names a leaf that is listed twice, renumbered or not', () =>
    forAll(async (file, a, b) => {
      const [from, at] = [leafLine(file, a), leafLine(file, b) + (b % 2)];
      const lines = file.lines.toSpliced(at - 1, 0, lineOf(file, from));
      // Before its own place the copy is the same as the leaf: the second of the two is named.
      const place = at === from ? at + 1 : at;
      expect(await answer(lines)).toEqual([`duplicate ${place}`]);
      let n = file.from;
      const inSequence = lines.map((line) => (line.startsWith('{"h"') ? renumbered(line, n++) : line));
      expect(await answer(inSequence)).toEqual([`duplicate ${Math.max(at, from + (at <= from ? 1 : 0))}`]);
    }));

  it('names a foreign leaf with an index of its own', () =>
    forAll(async (file, a, b) => {
      const at = file.first + (a % (file.to - file.from + 1));
      const expected = file.from + at - file.first;
      const n = b % 90 === expected ? 91 : b % 90;
      const line = renumbered((await stranger.lines(0, SIZE))[5] ?? '', n);
      expect(await answer(file.lines.toSpliced(at - 1, 0, line))).toEqual([`foreign-leaf ${at}`]);
      const place = leafLine(file, a);
      const instead = n === file.from + place - file.first ? 92 : n;
      const inPlace = await answer(replaced(file, place, renumbered(line, instead)));
      expect(inPlace).toContain(`foreign-leaf ${place}`);
    }));

  it('says that no line can be named where nothing tells which', () =>
    forAll(async (file, a, b) => {
      const place = leafLine(file, a);
      const { n } = leafOn(lineOf(file, place));
      const line = renumbered((await stranger.lines(0, SIZE))[5] ?? '', n);
      expect(await answer(replaced(file, place, line))).toEqual(['root-differs -']);
      const other = leafLine(file, b);
      if (other === place) return;
      const exchanged = file.lines
        .with(place - 1, renumbered(lineOf(file, other), n))
        .with(other - 1, renumbered(lineOf(file, place), leafOn(lineOf(file, other)).n));
      expect(await answer(exchanged)).toEqual(['root-differs -']);
    }));

  it('is never ok with one byte changed, added or taken out', () =>
    forAll(async (file, a, b) => {
      const bytes = fileOf(file.lines);
      const at = a % bytes.length;
      const byte = bytes[at] === b % 256 ? (b + 1) % 256 : b % 256;
      for (const changed of [
        bytes.with(at, byte),
        Uint8Array.of(...bytes.subarray(0, at), ...bytes.subarray(at + 1)),
        Uint8Array.of(...bytes.subarray(0, at), byte, ...bytes.subarray(at)),
        bytes.slice(0, at),
      ]) {
        const verdict = await verdictOf(changed);
        expect(verdict.ok, `${at} ${byte}`).toBe(false);
        expect(faultsOf(verdict).length).toBeGreaterThan(0);
      }
    }));

  it('names a hundred faults and counts the rest', async () => {
    const many = TestLog.of(300);
    const lines = await many.lines(0, 300);
    const verdict = await verdictOf(lines.map((line) => (line.startsWith('{"h"') ? flipped(line, 70) : line)));
    expect(verdict.ok).toBe(false);
    expect(faultsOf(verdict)).toHaveLength(100);
    const shuffled = [lines[0] ?? '', ...lines.slice(1, -1).toReversed(), lines.at(-1) ?? ''];
    const other = await verdictOf(shuffled);
    expect(!other.ok && [other.faults.length, other.more > 0]).toEqual([100, true]);
    expect(new Set(faultsOf(other).map((fault) => fault.split(' ')[0]))).toEqual(new Set(['reorder']));
  });
});
