import type { LocalizedText } from 'checklist-core';

/**
 * What ends a step: the receive form was opened, an action was sent, the portal said that the dossier is received, or
 * the self-assessment was written. The trainee can always go on by hand.
 */
export type StepEnd = 'form-opened' | 'sent' | 'received' | 'recorded';

/** One moment of a practice scenario. */
export interface ScenarioStep {
  readonly id: string;
  /** What the invented citizen says. */
  readonly says: LocalizedText;
  /** What the official does now. */
  readonly todo: LocalizedText;
  /** Ids of the national pack's cues that belong to this moment. */
  readonly cues: readonly string[];
  readonly until: StepEnd;
}

/** A short scenario for the practice desk. Its people are invented. */
export interface Scenario {
  readonly format: 'practice-scenario/1';
  readonly id: string;
  readonly title: LocalizedText;
  readonly about: LocalizedText;
  /** National code of the procedure. */
  readonly procedure: string;
  /** Invented name that the trainee types into the form. */
  readonly citizen: string;
  /** How long the practice portal takes to answer an action, in ms: a slow network is a long one. */
  readonly answerMs: number;
  readonly steps: readonly ScenarioStep[];
  readonly closing: LocalizedText;
}
