import type { Pack } from 'checklist-core';
import { Button } from '../../ui/button.tsx';
import { ConductSums } from './conduct-sums.tsx';
import { DayTable } from './day-table.tsx';
import type { FileDigest } from './file-digest.ts';
import { FileText } from './file-text.tsx';
import { useTexts } from './language.tsx';
import { LineTable } from './line-table.tsx';
import { shownDay } from './shown-day.ts';
import type { Draft, ReadyDraft } from './use-draft.ts';

export interface PreviewProps {
  readonly draft: Draft;
  readonly pack: Pack;
  readonly onRetry: () => void;
}

/** What a reader will be able to read: first in words and figures, then line by line, then the very bytes. */
export function Preview({ draft, pack, onRetry }: PreviewProps) {
  const t = useTexts();
  return (
    <section class="preview" aria-labelledby="preview" aria-busy={draft.kind === 'preparing'}>
      <h2 id="preview">{t('preview')}</h2>
      {draft.kind === 'preparing' && <p class="soft">{t('preparing')}</p>}
      {draft.kind === 'empty' && (
        <div class="card empty">
          <p>{t('empty')}</p>
          <p class="soft">{t('emptyHow')}</p>
        </div>
      )}
      {draft.kind === 'fault' && (
        <div class="card empty" role="alert">
          <p>{t('faultPrepare')}</p>
          <Button part="retry" onPress={onRetry}>
            {t('retry')}
          </Button>
        </div>
      )}
      {draft.kind === 'ready' && <ReadyPreview draft={draft} pack={pack} />}
    </section>
  );
}

function ReadyPreview({ draft, pack }: { readonly draft: ReadyDraft; readonly pack: Pack }) {
  const { digest, text } = draft;
  return (
    <div class="card">
      <Summary digest={digest} />
      {digest.acts > 0 && <DayTable digest={digest} />}
      <ConductSums digest={digest} pack={pack} />
      <LineTable digest={digest} pack={pack} />
      <FileText text={text} />
    </div>
  );
}

function Summary({ digest }: { readonly digest: FileDigest }) {
  const t = useTexts();
  const { header, acts, voided, closed } = digest;
  const { from, to } = header.period;
  return (
    <div class="summary">
      <p class="figure">{t('summary', { n: acts, from: shownDay(from), to: shownDay(to) })}</p>
      <p>{header.name === null ? t('summaryNoName') : t('summaryName', { name: header.name })}</p>
      {voided > 0 && <p class="soft">{t('summaryVoided', { n: voided })}</p>}
      {closed > 0 && <p class="soft">{t('summaryClosed', { n: closed })}</p>}
    </div>
  );
}
