import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DeskLink } from '../../content/desk-link.ts';
import { mountOverlay } from '../../content/mount.ts';
// Nobody runs scripts in pages of ours: the chips over the rows come with the page.
import '../../content/cards/index.ts';
import '../../content/rows/index.ts';
import { type Language, translator } from '../../platform/i18n.ts';
import { practiceTexts } from '../../platform/texts/practice.ts';
import type { StepEnd } from '../../rules/scenario.ts';
import { scenarios } from '../../rules/scenarios/index.ts';
import { Chooser, Steps } from './guide.tsx';
import { PracticePortal } from './practice-portal.tsx';
import { afterEvent, nextStep, type ScenarioProgress, startScenario } from './scenario-progress.ts';

/** What the practice pages pretend to be, so that the overlay recognises them as it does the real ones. */
const PRETENDED = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs';
const QUICK_MS = 700;

/** Language of the interface and the sign that something was recorded, both from the background. */
function useBackground(link: DeskLink, onRecorded: () => void): Language {
  const [language, setLanguage] = useState<Language>('vi');
  useEffect(() => {
    const gone = new AbortController();
    const ask = () =>
      void link.request('open', {}).then((reply) => {
        if (reply.ok && !gone.signal.aborted) setLanguage(reply.value.language);
      });
    link.onBroadcast((broadcast) => {
      if (broadcast.type === 'rules') ask();
      // What is recorded at the real desk meanwhile is none of this page's business.
      if (broadcast.type === 'desk' && broadcast.desk.practice && broadcast.desk.undoable !== null) onRecorded();
    }, gone.signal);
    ask();
    return () => gone.abort();
  }, [link, onRecorded]);
  return language;
}

/** The practice desk: a guide on the left, the practice portal with the real overlay on the right. */
export function PracticeDesk({ link }: { readonly link: DeskLink }) {
  const [progress, setProgress] = useState<ScenarioProgress | null>(null);
  const [run, setRun] = useState(0);
  const happened = useCallback((event: StepEnd) => setProgress((current) => current && afterEvent(current, event)), []);
  const recorded = useCallback(() => happened('recorded'), [happened]);
  const language = useBackground(link, recorded);
  const t = translator(practiceTexts, language);

  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('tab');
  }, [language]);

  const begin = (next: ScenarioProgress | null) => {
    setRun((count) => count + 1);
    setProgress(next);
  };
  const mount = useCallback(() => {
    const overlay = mountOverlay({ document, window, link, url: () => PRETENDED + window.location.hash });
    return () => overlay.destroy();
  }, [link]);

  return (
    <div class="practice">
      <header class="banner">{t('banner')}</header>
      <aside class="guide" aria-label={t('guide')}>
        <h1>{t('title')}</h1>
        {progress === null ? (
          <Chooser
            t={t}
            language={language}
            scenarios={scenarios}
            onChoose={(chosen) => begin(startScenario(chosen))}
          />
        ) : (
          <Steps
            t={t}
            language={language}
            progress={progress}
            onNext={() => setProgress(nextStep(progress))}
            onAgain={() => begin(startScenario(progress.scenario))}
            onOther={() => begin(null)}
          />
        )}
      </aside>
      <PracticePortal
        run={String(run)}
        answerMs={progress?.scenario.answerMs ?? QUICK_MS}
        label={t('portal')}
        onHappened={happened}
        mountOverlay={mount}
      />
    </div>
  );
}
