import { describe, expect, it } from 'vitest';
import { type Term, type TermCase, termInCase } from './term.ts';

const added: TermCase = {
  condition: 'the files must be checked',
  how: 'added',
  length: { kind: 'working-days', n: 5 },
  orLonger: false,
};
const instead: TermCase = { ...added, how: 'instead', length: { kind: 'calendar-days', n: 23 } };

describe('termInCase', () => {
  it.each<[Term, TermCase, Term | null]>([
    [{ kind: 'working-days', n: 3, shortest: 2, cases: [added] }, added, { kind: 'working-days', n: 8 }],
    [{ kind: 'working-days', n: 3, cases: [instead] }, instead, { kind: 'calendar-days', n: 23 }],
    [{ kind: 'same-day', lateAfter: '15:00' }, added, { kind: 'working-days', n: 5, lateAfter: '15:00' }],
    [{ kind: 'immediate' }, added, { kind: 'working-days', n: 5 }],
    [{ kind: 'unspecified' }, instead, { kind: 'calendar-days', n: 23 }],
    [{ kind: 'unspecified' }, added, null],
    [{ kind: 'calendar-days', n: 3 }, added, null],
  ])('%j in the case %j: %j', (term, chosen, expected) => {
    expect(termInCase(term, chosen)).toEqual(expected);
  });
});
