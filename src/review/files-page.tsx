import { useRef, useState } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportedList } from './imported-list.tsx';
import { useTexts } from './language.tsx';
import { OfficeForm } from './office-form.tsx';
import { StagingTable } from './staging-table.tsx';
import type { ReviewWorker } from './use-worker.ts';
import { MOST_FILES, type Overview, type Staging } from './worker/requests.ts';

export interface FilesPageProps {
  readonly overview: Overview;
  readonly worker: ReviewWorker;
  /** Does something and says what it came to; false where it was refused. */
  readonly act: (deed: () => Promise<ReviewText>) => Promise<boolean>;
}

/** Files in, looked at first; what was taken in; the size of the office. */
export function FilesPage({ overview, worker, act }: FilesPageProps) {
  const t = useTexts();
  const { link, progress } = worker;
  const [isReading, setReading] = useState(false);
  const [isStoring, setStoring] = useState(false);
  const [staging, setStaging] = useState<Staging | null>(null);
  const list = useRef<HTMLHeadingElement>(null);

  const stage = async (files: readonly File[]) => {
    const isOdd = files.length === 0 || files.length > MOST_FILES;
    if (isOdd) return void act(async () => (files.length === 0 ? 'nothingDropped' : 'tooMany'));
    setStaging(null);
    setReading(true);
    // The reading is over with its answer, not with what is said about it: what is dropped onto the answer counts.
    const read = () => link.ask('stage', { files }).finally(() => setReading(false));
    await act(async () => {
      const staged = await read();
      setStaging(staged.stopped ? null : staged);
      return staged.stopped ? 'stopped' : 'staged';
    });
  };

  /** Changes what is stored. What was staged was compared with the old state, so it is over, too. */
  const change = async (deed: () => Promise<null>, done: ReviewText) => {
    const pressed = document.activeElement;
    setStoring(true);
    const isDone = await act(async () => {
      await deed();
      return done;
    });
    setStoring(false);
    if (!isDone) return;
    // Files dropped meanwhile were compared with the new state.
    setStaging((now) => (now === staging ? null : now));
    // What was pressed is gone, and the list is what changed; but whoever went on to a field stays there.
    const now = document.activeElement;
    if (now === pressed || now === document.body) list.current?.focus();
  };

  return (
    <div class="columns">
      <div class="wide">
        <DropZone
          isReading={isReading}
          progress={progress}
          onFiles={(files) => void stage(files)}
          onStop={() => void link.ask('stop', null)}
        />
        {staging !== null && (
          <StagingTable
            rows={staging.rows}
            isStoring={isStoring}
            onAccept={(remove) => void change(() => link.ask('accept', { remove }), 'accepted')}
            onDiscard={() => void change(() => link.ask('discard', null), 'discarded')}
          />
        )}
        <ImportedList
          overview={overview}
          heading={list}
          onRemove={(file) => void change(() => link.ask('remove', { file }), 'removed')}
          onRemoveAll={() => void change(() => link.ask('removeAll', null), 'removedAll')}
          onDropReceipts={() => void change(() => link.ask('removeUnchecked', null), 'removed')}
        />
      </div>
      <aside class="side">
        <OfficeForm
          settings={overview.settings}
          onSave={(settings) =>
            void act(async () => {
              await link.ask('saveSettings', settings);
              return 'officeSaved';
            })
          }
        />
        <section class="card">
          <h2>{t('provenHead')}</h2>
          <p class="soft">{t('proven')}</p>
        </section>
      </aside>
    </div>
  );
}
