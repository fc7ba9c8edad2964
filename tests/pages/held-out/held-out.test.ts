import { fileURLToPath } from 'node:url';
import { readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { describe, expect, it } from 'vitest';
import { contextOf } from '../corpus/context.ts';
import { type Score, score, scoreTable } from '../corpus/score.ts';
import { statesIn } from '../corpus/state.ts';

/** Families that nobody who works on the reader may look at: what is asked of a site on its first day. */
const scores: readonly Score[] = statesIn(fileURLToPath(new URL('.', import.meta.url))).map((state) =>
  score(state, readPage(savedPage(state.bytes), contextOf(state))),
);

describe('families that were held out while the reader was built', () => {
  it('are read at 95 % of their facts, and none of them wrong', () => {
    const right = scores.reduce((sum, one) => sum + one.right, 0);
    const missed = scores.reduce((sum, one) => sum + one.missed.length, 0);
    console.log(scoreTable(scores));
    expect(scores.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(right / (right + missed)).toBeGreaterThanOrEqual(0.95);
  });

  it('are taken for what they are', () => {
    expect(scores.filter(({ kind }) => !kind).map(({ state }) => `${state.family}/${state.name}`)).toEqual([]);
  });
});
