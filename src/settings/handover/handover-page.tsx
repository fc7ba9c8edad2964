import { useEffect, useRef, useState } from 'preact/hooks';
import { now } from '../../platform/clock.ts';
import { Button } from '../../ui/button.tsx';
import { GivePage } from './give-page.tsx';
import { type HandoverData, readHandoverData } from './handover-data.ts';
import { LanguageContext, useTexts } from './language.tsx';

type Reading = { readonly kind: 'reading' | 'closed' } | { readonly kind: 'read'; readonly data: HandoverData };

/** The hand-over page: reads what there is, draws, and reads again after every act. */
export function HandoverPage() {
  const [reading, setReading] = useState<Reading>({ kind: 'reading' });
  const turn = useRef(0);

  const read = async () => {
    turn.current += 1;
    const mine = turn.current;
    const found = await readHandoverData(now()).then(
      (data): Reading => ({ kind: 'read', data }),
      (error: unknown): Reading => {
        console.warn('hand-over: the journal could not be read', error);
        return { kind: 'closed' };
      },
    );
    if (mine === turn.current) setReading(found);
  };

  useEffect(() => {
    void read();
    // A tab left open overnight comes back to another day, perhaps to another language.
    const back = () => {
      if (document.visibilityState === 'visible') void read();
    };
    document.addEventListener('visibilitychange', back);
    return () => document.removeEventListener('visibilitychange', back);
  }, []);

  const language = reading.kind === 'read' ? reading.data.house.language : 'vi';
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <LanguageContext.Provider value={language}>
      <Head />
      {reading.kind === 'read' ? (
        <GivePage data={reading.data} onChanged={read} />
      ) : (
        <Waiting closed={reading.kind === 'closed'} onRetry={() => void read()} />
      )}
    </LanguageContext.Provider>
  );
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

function Waiting({ closed, onRetry }: { readonly closed: boolean; readonly onRetry: () => void }) {
  const t = useTexts();
  if (!closed) {
    return (
      <main aria-busy="true">
        <p class="unseen">{t('loading')}</p>
      </main>
    );
  }
  return (
    <main class="closed">
      <p role="alert">{t('faultOpen')}</p>
      <Button part="retry" onPress={onRetry}>
        {t('retry')}
      </Button>
    </main>
  );
}
