import { expect, it } from 'vitest';
import type { Condition } from './condition.ts';
import { crowdFaults } from './crowd-faults.ts';

const cue = (id: string, when: Condition) => ({ id, pausePoint: 'greet', text: { en: 'Greet' }, serves: [], when });

it('names the worst case in values that an author would write', () => {
  const cues = [
    cue('a', { op: 'ne', fact: 'tone', value: 'grief' }),
    cue('b', { op: 'in', fact: 'tone', values: ['joy', 'neutral'] }),
    cue('c', { op: 'gt', fact: 'waitMinutes', value: 15 }),
    cue('d', { op: 'gt', fact: 'size', value: Number.MAX_VALUE }),
  ];
  expect(crowdFaults(cues.slice(0, 3), 2, ['pausePoints', 0])).toMatchObject([
    { values: { found: 3, facts: 'tone = "joy", waitMinutes = 16' } },
  ]);
  expect(crowdFaults(cues.slice(3), 0, [])).toMatchObject([{ values: { facts: 'size = Infinity' } }]);
});
