import type { Scenario, ScenarioStep, StepEnd } from '../../rules/scenario.ts';

/** How far a trainee is: the index of the current step; as many as there are steps when the scenario is over. */
export interface ScenarioProgress {
  readonly scenario: Scenario;
  readonly index: number;
}

/** Order in which things happen at the desk. */
const ORDER: readonly StepEnd[] = ['form-opened', 'sent', 'received', 'recorded'];

export function startScenario(scenario: Scenario): ScenarioProgress {
  return { scenario, index: 0 };
}

/** The step to do now; null when the scenario is over. */
export function currentStep({ scenario, index }: ScenarioProgress): ScenarioStep | null {
  return scenario.steps[index] ?? null;
}

/** Goes to the next step by hand; stays at the end. */
export function nextStep({ scenario, index }: ScenarioProgress): ScenarioProgress {
  return { scenario, index: Math.min(index + 1, scenario.steps.length) };
}

/**
 * Something happened at the desk. Every step that it (or something before it) ends is passed, so that a trainee who is
 * faster than the guide is not left behind; something earlier than the current step changes nothing.
 */
export function afterEvent(progress: ScenarioProgress, happened: StepEnd): ScenarioProgress {
  let { index } = progress;
  const { steps } = progress.scenario;
  for (let step = steps[index]; step && ORDER.indexOf(step.until) <= ORDER.indexOf(happened); step = steps[index])
    index++;
  return { scenario: progress.scenario, index };
}
