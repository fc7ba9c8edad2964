import { readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { describe, expect, it } from 'vitest';
import { contextOf } from './context.ts';
import { faults, type Score, score, scoreTable } from './score.ts';
import { corpus } from './state.ts';

/** As saved files; what only a browser can say is read in `tests/e2e/corpus.test.ts`. */
const states = corpus().filter(({ browserOnly }) => browserOnly !== true);
const scores: readonly Score[] = states.map((state) =>
  score(state, readPage(savedPage(state.bytes), contextOf(state))),
);

describe('every saved page of the corpus, read as a person reads it', () => {
  it.each(scores.map((one) => [`${one.state.family}/${one.state.name}`, one]))('%s', (_, one) => {
    expect(faults(one)).toEqual([]);
  });

  it('printed as a table', () => {
    console.log(scoreTable(scores));
    expect(scores.length).toBeGreaterThan(0);
  });
});
