import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StepEnd } from '../../rules/scenario.ts';
import { scenarios } from '../../rules/scenarios/index.ts';
import { afterEvent, currentStep, nextStep, startScenario } from './scenario-progress.ts';

const ENDS: readonly StepEnd[] = ['form-opened', 'sent', 'received', 'recorded'];
const [birth, marriage] = scenarios;

function play(scenario: (typeof scenarios)[number] | undefined, events: readonly StepEnd[]): (string | null)[] {
  if (!scenario) throw new Error('no scenario');
  let progress = startScenario(scenario);
  const seen: (string | null)[] = [currentStep(progress)?.id ?? null];
  for (const event of events) {
    progress = afterEvent(progress, event);
    seen.push(currentStep(progress)?.id ?? null);
  }
  return seen;
}

describe('a scenario', () => {
  it('follows what happens at the desk', () => {
    expect(play(marriage, ENDS)).toEqual(['greet', 'work', 'slow', 'finish', null]);
    expect(play(birth, ENDS)).toEqual(['greet', 'work', 'work', 'finish', null]);
  });

  it('stays where it is when something earlier happens again', () => {
    expect(play(birth, ['form-opened', 'form-opened', 'received', 'sent'])).toEqual([
      'greet',
      'work',
      'work',
      'finish',
      'finish',
    ]);
  });

  it('never goes back and never past its end, whatever happens', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenarios),
        fc.array(fc.constantFrom(...ENDS, 'next' as const)),
        (scenario, acts) => {
          let progress = startScenario(scenario);
          for (const act of acts) {
            const after = act === 'next' ? nextStep(progress) : afterEvent(progress, act);
            expect(after.index).toBeGreaterThanOrEqual(progress.index);
            expect(after.index).toBeLessThanOrEqual(scenario.steps.length);
            progress = after;
          }
        },
      ),
    );
  });
});
