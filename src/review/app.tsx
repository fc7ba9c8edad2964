import type { Report } from 'checklist-core/report';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { panelId, Tabs, tabId } from '../ui/tabs.tsx';
import { FiguresPage } from './figures-page.tsx';
import { FilesPage } from './files-page.tsx';
import { LanguageContext, useTexts } from './language.tsx';
import { Closed, Waiting } from './page-states.tsx';
import { useLanguageChoice } from './use-language-choice.ts';
import { type ReviewWorker, useWorker } from './use-worker.ts';
import type { Overview, WorkerFault } from './worker/requests.ts';
import { WorkerRefusal } from './worker-link.ts';

type View = 'files' | 'figures';

/** The team lead's page: one worker, two views. */
export function App() {
  const language = useLanguageChoice();
  useEffect(keepPage, []);
  const worker = useWorker();
  return (
    <LanguageContext.Provider value={language}>
      <Head />
      {worker !== null && worker.state === 'ready' ? (
        <Desk worker={worker} />
      ) : (
        <Waiting elsewhere={worker?.state === 'waiting'} />
      )}
    </LanguageContext.Provider>
  );
}

/** A file dropped beside its place would take the page's own place in the tab. Returns the remover. */
function keepPage(): () => void {
  const end = new AbortController();
  const refuse = (event: Event) => event.preventDefault();
  document.addEventListener('dragover', refuse, { signal: end.signal });
  document.addEventListener('drop', refuse, { signal: end.signal });
  return () => end.abort();
}

function Head() {
  const t = useTexts();
  const title = t('title');
  useEffect(() => {
    document.title = `${title} · ${t('name')}`;
  }, [title]);
  return (
    <header class="top">
      <img src="/icons/48.png" width="32" height="32" alt="" />
      <h1>{title}</h1>
      <p class="lead">{t('caveat')}</p>
    </header>
  );
}

/** What the page has read from its worker. */
interface Known {
  readonly overview: Overview;
  readonly report: Report | null;
}

function Desk({ worker }: { readonly worker: ReviewWorker }) {
  const t = useTexts();
  const { link } = worker;
  const [view, setView] = useState<View>('files');
  const [known, setKnown] = useState<Known | null>(null);
  const [fault, setFault] = useState<WorkerFault['code'] | null>(null);
  const [said, setSaid] = useState('');
  const turn = useRef(0);
  const acts = useRef(0);

  /** Reads everything again; figures only where they are looked at, because showing them is remembered. */
  const read = useCallback(
    async (shown: View) => {
      turn.current += 1;
      const mine = turn.current;
      try {
        const overview = await link.ask('overview', null);
        const report = shown === 'figures' && overview.files.length > 0 ? await link.ask('report', null) : null;
        if (mine !== turn.current) return;
        setKnown({ overview, report });
        setFault(null);
      } catch (error) {
        if (mine === turn.current) setFault(codeOf(error));
      }
    },
    [link],
  );

  useEffect(() => void read(view), [read, view]);

  /** Does one thing, reads again, and says what happened, unless something else was begun meanwhile. */
  const act = async (deed: () => Promise<ReviewText>): Promise<boolean> => {
    acts.current += 1;
    const mine = acts.current;
    const say = (text: string) => mine === acts.current && setSaid(text);
    setSaid('');
    try {
      const done = await deed();
      await read(view);
      say(t(done));
      return true;
    } catch (error) {
      say(t(sentenceOf(codeOf(error))));
      return false;
    }
  };

  if (known === null) {
    if (fault !== null) return <Closed sentence={sentenceOf(fault, true)} onRetry={() => void read(view)} />;
    return <Waiting elsewhere={false} />;
  }
  return (
    <main>
      <Tabs
        label={t('views')}
        tabs={[
          { id: 'files', text: t('viewFiles') },
          { id: 'figures', text: t('viewFigures') },
        ]}
        current={view}
        onSelect={(next: View) => {
          setSaid('');
          setView(next);
        }}
      />
      <p class="said" role="status" data-shown={said !== ''}>
        {said}
      </p>
      <div id={panelId(view)} role="tabpanel" aria-labelledby={tabId(view)} key={view}>
        {view === 'files' ? (
          <FilesPage overview={known.overview} worker={worker} act={act} />
        ) : (
          <FiguresPage overview={known.overview} report={known.report} onFiles={() => setView('files')} />
        )}
      </div>
    </main>
  );
}

function codeOf(error: unknown): WorkerFault['code'] {
  if (error instanceof WorkerRefusal && error.code !== 'internal') return error.code;
  console.warn('review: the worker did not do what was asked', error);
  return 'internal';
}

function sentenceOf(code: WorkerFault['code'], opening = false): ReviewText {
  if (code === 'newer-version') return 'faultNewer';
  if (code === 'storage-full') return 'faultFull';
  return opening ? 'faultOpen' : 'faultSave';
}
