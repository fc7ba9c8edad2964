import { useState } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { DropZone } from './drop-zone.tsx';
import { ImportedList } from './imported-list.tsx';
import { useTexts } from './language.tsx';
import { OfficeForm } from './office-form.tsx';
import { StagingTable } from './staging-table.tsx';
import type { ReviewWorker } from './use-worker.ts';
import type { Overview, Staging } from './worker/requests.ts';

export interface FilesPageProps {
  readonly overview: Overview;
  readonly worker: ReviewWorker;
  /** Does something and says so; false where it was refused. */
  readonly act: (deed: () => Promise<unknown>, done: ReviewText) => Promise<boolean>;
  readonly say: (text: string) => void;
}

/** Files in, looked at first; what was taken in; the size of the office. */
export function FilesPage({ overview, worker, act, say }: FilesPageProps) {
  const t = useTexts();
  const { link, progress } = worker;
  const [isReading, setReading] = useState(false);
  const [staging, setStaging] = useState<Staging | null>(null);

  const stage = async (files: readonly File[]) => {
    if (files.length === 0) return;
    say('');
    setStaging(null);
    setReading(true);
    // What could not be staged at all is said like any other refusal.
    await act(async () => {
      const staged = await link.ask('stage', { files });
      setStaging(staged.stopped ? null : staged);
      if (staged.stopped) say(t('stopped'));
    }, 'staged');
    setReading(false);
  };

  const accept = async (remove: readonly string[]) => {
    if (await act(() => link.ask('accept', { remove }), 'accepted')) setStaging(null);
  };
  const discard = async () => {
    setStaging(null);
    await act(() => link.ask('discard', null), 'discarded');
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
            onAccept={(remove) => void accept(remove)}
            onDiscard={() => void discard()}
          />
        )}
        <ImportedList
          overview={overview}
          onRemove={(file) => act(() => link.ask('remove', { file }), 'removed')}
          onRemoveAll={() => act(() => link.ask('removeAll', null), 'removedAll')}
          onDropReceipts={() => void act(() => link.ask('removeUnchecked', null), 'removed')}
        />
      </div>
      <aside class="side">
        <OfficeForm
          settings={overview.settings}
          onSave={(settings) => void act(() => link.ask('saveSettings', settings), 'officeSaved')}
        />
        <section class="card">
          <h2>{t('provenHead')}</h2>
          <p class="soft">{t('proven')}</p>
        </section>
      </aside>
    </div>
  );
}
