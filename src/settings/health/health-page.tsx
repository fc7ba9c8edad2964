import { useEffect, useRef, useState } from 'preact/hooks';
import type { PortalsView, Reply, RestingRule } from '../../messages/requests.ts';
import { onAccessChange } from '../../platform/site-access.ts';
import { Button } from '../../ui/button.tsx';
import { ask, onBroadcast } from '../background.ts';
import { type Environment, readEnvironment } from './environment.ts';
import { EnvironmentSection } from './environment-section.tsx';
import { LanguageContext, useLanguage, useTexts } from './language.tsx';
import { environmentLines, linesText, portalLines, restingLines, siteLines } from './lines.ts';
import { PortalsSection } from './portals-section.tsx';
import { RulesSection } from './rules-section.tsx';
import { shownMoment } from './shown-moment.ts';
import { readSites, type Sites } from './sites.ts';
import { SitesSection } from './sites-section.tsx';

interface Health {
  readonly environment: Environment;
  readonly sites: Sites;
  /** Null where the background does not answer. */
  readonly portals: PortalsView | null;
  /** What rests on a site, newest first; null where the background does not answer. */
  readonly resting: readonly RestingRule[] | null;
}

/** Minutes east of UTC where no calendar answers: Vietnam's. */
const VIETNAM_MINUTES = 420;

/** The health page: reads, draws, and reads again when something changed or the tab comes to the front. */
export function HealthPage() {
  const [health, setHealth] = useState<Health | null>(null);
  const turn = useRef(0);

  const read = async () => {
    turn.current += 1;
    const mine = turn.current;
    const [environment, sites, portals, resting] = await Promise.all([
      readEnvironment(),
      readSites(),
      ask('portals', {}),
      ask('rulesOff', {}),
    ]);
    if (mine === turn.current)
      setHealth({ environment, sites, portals: answered(portals), resting: answered(resting) });
  };

  useEffect(() => {
    void read();
    const back = () => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', back);
    const deaf = [onAccessChange(back), onBroadcast(back)];
    return () => {
      document.removeEventListener('visibilitychange', back);
      for (const remove of deaf) remove();
    };
  }, []);

  const language = health?.environment.house?.language ?? 'vi';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <LanguageContext.Provider value={language}>
      <Head />
      {health === null ? <Waiting /> : <Sections health={health} onChanged={read} />}
    </LanguageContext.Provider>
  );
}

function answered<T>(reply: Reply<T>): T | null {
  return reply.ok ? reply.value : null;
}

function Head() {
  const t = useTexts();
  const title = t('title');
  useEffect(() => {
    document.title = `${title} · Thân Thiện`;
  }, [title]);
  return (
    <header class="top">
      <img src="/icons/48.png" width="32" height="32" alt="" />
      <h1>{title}</h1>
    </header>
  );
}

function Waiting() {
  const t = useTexts();
  return (
    <main aria-busy="true">
      <p class="unseen">{t('loading')}</p>
    </main>
  );
}

interface SectionsProps {
  readonly health: Health;
  readonly onChanged: () => Promise<void>;
}

function Sections({ health, onChanged }: SectionsProps) {
  const t = useTexts();
  const language = useLanguage();
  const [said, setSaid] = useState('');
  const { environment, sites, portals, resting } = health;
  const offset = environment.house?.calendar.offsetMinutes ?? VIETNAM_MINUTES;
  const time = (ms: number) => shownMoment(ms, offset);
  const parts = environmentLines(environment, t, time);
  const copy = async () => {
    const text = linesText([
      { title: t('environment'), lines: parts },
      { title: t('sites'), lines: siteLines(sites, portals, t) },
      { title: t('portals'), lines: portals ? portalLines(portals, t, language) : [] },
      { title: t('rules'), lines: restingLines(resting ?? [], t, time) },
    ]);
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setSaid(t(done ? 'copied' : 'copyFailed'));
  };
  return (
    <main>
      <p class="lead">{t('lead')}</p>
      {environment.house === null && (
        <div class="fault" role="alert">
          <p>{t('faultAnswer')}</p>
          <Button part="retry" onPress={() => void onChanged()}>
            {t('retry')}
          </Button>
        </div>
      )}
      <div class="columns">
        <div class="column">
          <SitesSection sites={sites} portals={portals} onSay={setSaid} />
          <PortalsSection portals={portals} onSay={setSaid} onChanged={onChanged} />
        </div>
        <div class="column">
          <EnvironmentSection lines={parts} />
          <RulesSection resting={resting} time={time} onSay={setSaid} onChanged={onChanged} />
          <div class="copy">
            <Button part="copy" onPress={() => void copy()}>
              {t('copy')}
            </Button>
            <p class="hint">{t('copyWhat')}</p>
          </div>
        </div>
      </div>
      <p class="said" role="status">
        {said}
      </p>
    </main>
  );
}
