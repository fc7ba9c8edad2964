import { textIn } from 'checklist-core';
import { useEffect, useRef } from 'preact/hooks';
import type { Language, Translate } from '../../platform/i18n.ts';
import type { PracticeText } from '../../platform/texts/practice.ts';
import { defaultPack } from '../../rules/packs/index.ts';
import type { Scenario, ScenarioStep } from '../../rules/scenario.ts';
import { Button } from '../../ui/button.tsx';
import { currentStep, type ScenarioProgress } from './scenario-progress.ts';

interface Spoken {
  readonly t: Translate<PracticeText>;
  readonly language: Language;
}

export interface ChooserProps extends Spoken {
  readonly scenarios: readonly Scenario[];
  readonly onChoose: (scenario: Scenario) => void;
}

/** The choice of a scenario. */
export function Chooser({ t, language, scenarios, onChoose }: ChooserProps) {
  return (
    <>
      <p>{t('intro')}</p>
      <h2>{t('choose')}</h2>
      <ul class="scenarios">
        {scenarios.map((scenario) => (
          <li key={scenario.id}>
            <h3>{textIn(scenario.title, language)}</h3>
            <p>{textIn(scenario.about, language)}</p>
            <Button
              kind="primary"
              part={`start-${scenario.id}`}
              label={`${t('start')}: ${textIn(scenario.title, language)}`}
              onPress={() => onChoose(scenario)}
            >
              {t('start')}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}

export interface StepsProps extends Spoken {
  readonly progress: ScenarioProgress;
  readonly onNext: () => void;
  readonly onAgain: () => void;
  readonly onOther: () => void;
}

/** The running scenario: where we are, what the citizen says, what to do now. */
export function Steps({ t, language, progress, onNext, onAgain, onOther }: StepsProps) {
  const { scenario, index } = progress;
  const step = currentStep(progress);
  const heading = useRef<HTMLHeadingElement>(null);
  // Only a new scenario takes the focus; a step that changes while somebody types must not.
  useEffect(() => heading.current?.focus(), [scenario.id]);
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {textIn(scenario.title, language)}
      </h2>
      <p class="citizen">{t('citizen', { name: scenario.citizen })}</p>
      <div aria-live="polite">
        <p class="step" data-part="step">
          {step === null ? t('done') : t('step', { n: index + 1, all: scenario.steps.length })}
        </p>
        {step === null ? (
          <p class="closing">{textIn(scenario.closing, language)}</p>
        ) : (
          <Step t={t} language={language} step={step} />
        )}
      </div>
      <div class="buttons">
        <Button part="again" kind="quiet" onPress={onAgain}>
          {t('again')}
        </Button>
        <Button part="other" kind="quiet" onPress={onOther}>
          {t('other')}
        </Button>
        {step !== null && (
          <Button part="next" onPress={onNext}>
            {t('next')}
          </Button>
        )}
      </div>
    </>
  );
}

function Step({ t, language, step }: Spoken & { readonly step: ScenarioStep }) {
  const cues = defaultPack.cues.filter(({ id }) => step.cues.includes(id));
  return (
    <>
      <h3>{t('citizenSays')}</h3>
      <blockquote>{textIn(step.says, language)}</blockquote>
      <h3>{t('todo')}</h3>
      <p>{textIn(step.todo, language)}</p>
      <h3>{t('cues')}</h3>
      <ul class="cues">
        {cues.map((cue) => (
          <li key={cue.id}>{textIn(cue.text, language)}</li>
        ))}
      </ul>
    </>
  );
}
