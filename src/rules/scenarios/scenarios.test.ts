import type { LocalizedText } from 'checklist-core';
import { describe, expect, it } from 'vitest';
import { defaultPack } from '../packs/index.ts';
import { procedures } from '../procedures/index.ts';
import type { Scenario } from '../scenario.ts';
import { scenarios } from './index.ts';

const ENDS = ['form-opened', 'sent', 'received', 'recorded'];
const cueIds = new Set(defaultPack.cues.map(({ id }) => id));

function textsOf({ title, about, closing, steps }: Scenario): LocalizedText[] {
  return [title, about, closing, ...steps.flatMap(({ says, todo }) => [says, todo])];
}

describe('the shipped scenarios', () => {
  it('are two, with ids of their own', () => {
    expect(new Set(scenarios.map(({ id }) => id)).size).toBe(2);
  });

  it.each(scenarios)('$id names a known procedure, known cues and known step ends', (scenario) => {
    expect(scenario.format).toBe('practice-scenario/1');
    expect(procedures.map(({ code }) => code)).toContain(scenario.procedure);
    for (const step of scenario.steps) {
      expect(step.cues.filter((cue) => !cueIds.has(cue))).toEqual([]);
      expect(ENDS).toContain(step.until);
    }
  });

  it.each(scenarios)('$id speaks both languages, in composed form', (scenario) => {
    for (const text of textsOf(scenario)) {
      expect(Object.keys(text)).toEqual(['vi', 'en']);
      expect(Object.values(text).map((words) => words.normalize('NFC'))).toEqual(Object.values(text));
    }
  });

  it.each(scenarios)('$id ends with the self-assessment', (scenario) => {
    expect(scenario.steps.at(-1)?.until).toBe('recorded');
  });

  it('keep the apology for the slow network', () => {
    const slow = scenarios.find(({ answerMs }) => answerMs > 5_000);
    expect(slow?.steps.flatMap(({ cues }) => cues)).toContain('work-slow');
  });
});
