import { seeded } from './seeded.ts';

/*
 * Random changes of a hand-over's lines, two or three of them on top of each other: what one change hides or shifts of
 * another is where two readings of the format come apart.
 */

type Random = (below: number) => number;
type Lines = readonly string[];

/** One way of changing lines, at a leaf line. */
type Change = (lines: Lines, at: number, random: Random, strangers: Lines) => Lines;

const indexOf = (line: string) => Number(/"n":(\d+)/.exec(line)?.[1] ?? 0);
const renumbered = (line: string, n: number) => line.replace(/"n":\d+/, () => `"n":${n}`);
const picked = (lines: Lines, random: Random) => lines[random(lines.length)] ?? '';

/** Places of leaf lines; the last line where there are none. */
function leafPlace(lines: Lines, random: Random): number {
  const places = lines.flatMap((line, place) => (line.startsWith('{"h"') ? [place] : []));
  return places[random(Math.max(1, places.length))] ?? lines.length - 1;
}

const changes: readonly Change[] = [
  (lines, at, random) => lines.toSpliced(at, 1 + random(3)),
  (lines, at, random) => lines.toSpliced(leafPlace(lines, random), 0, lines[at] ?? ''),
  (lines, at, random) => lines.toSpliced(at, 1).toSpliced(leafPlace(lines, random), 0, lines[at] ?? ''),
  (lines, at, random) => lines.with(at, renumbered(lines[at] ?? '', random(40))),
  (lines, at) => lines.with(at, renumbered(lines[at] ?? '', indexOf(lines[at] ?? '') + 1)),
  (lines, at) => lines.with(at, renumbered(lines[at] ?? '', Number.MAX_SAFE_INTEGER)),
  (lines, at, random) => lines.toSpliced(at, 0, renumbered(lines[at] ?? '', random(40))),
  (lines, at, random, strangers) => lines.toSpliced(at, 0, picked(strangers, random)),
  (lines, at, random, strangers) => lines.with(at, renumbered(picked(strangers, random), indexOf(lines[at] ?? ''))),
  (lines, at, random, strangers) => lines.toSpliced(at, 0, renumbered(picked(strangers, random), random(40))),
  (lines, at) => lines.with(at, (lines[at] ?? '').replace('"v":1', '"v":2')),
  (lines, at) => lines.with(at, (lines[at] ?? '').replace(/"p":"./, '"p":"-')),
  (lines, at) => lines.with(at, (lines[at] ?? '').replace(/"h":"./, '"h":"/')),
  (lines, at) => lines.toSpliced(at, 0, '{"h"'),
  (lines, at) => lines.toSpliced(at, 0, 'x'),
  (lines, at) => lines.toSpliced(at, 0, lines.find((line) => line.startsWith('{"proof"')) ?? ''),
  (lines, at) => lines.toSpliced(at, 0, `\r${'x'.repeat(70_000)}`),
  (lines, _at, random) => lines.toSpliced(random(lines.length), 1),
];

/**
 * Changed copies of a hand-over of at least six leaves.
 * @param strangers lines of other logs.
 */
export function lineMutations(lines: Lines, strangers: Lines, count: number, seed: number): readonly Lines[] {
  const random = seeded(seed);
  return Array.from({ length: count }, () => {
    let copy = lines;
    for (let more = 2 + random(2); more > 0; more -= 1) {
      const change = changes[random(changes.length)];
      if (change !== undefined) copy = change(copy, leafPlace(copy, random), random, strangers);
    }
    return copy;
  });
}
