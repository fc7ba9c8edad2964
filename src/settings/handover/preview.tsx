import type { Pack } from 'checklist-core';
import type { Translate } from '../../platform/i18n.ts';
import type { HandoverText } from '../../platform/texts/handover.ts';
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
      {/* Whoever does not see the page hears what became of a choice. */}
      <p class="unseen" role="status">
        {statusText(draft, t)}
      </p>
      {draft.kind === 'preparing' && <p class="soft">{t('preparing')}</p>}
      {draft.kind === 'empty' && (
        <div class="card empty">
          <p>{t('empty')}</p>
          <p class="soft">{t('emptyHow')}</p>
        </div>
      )}
      {draft.kind === 'fault' && (
        <div class="card empty">
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

function statusText(draft: Draft, t: Translate<HandoverText>): string {
  switch (draft.kind) {
    case 'ready':
      return summaryText(draft.digest, t);
    case 'empty':
      return t('empty');
    case 'fault':
      return t('faultPrepare');
    case 'preparing':
      return '';
  }
}

function summaryText({ acts, header: { period } }: FileDigest, t: Translate<HandoverText>): string {
  return t('summary', { n: acts, from: shownDay(period.from), to: shownDay(period.to) });
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
  const { header, voided, closed } = digest;
  return (
    <div class="summary">
      <p class="figure">{summaryText(digest, t)}</p>
      <p>{header.name === null ? t('summaryNoName') : t('summaryName', { name: header.name })}</p>
      {voided > 0 && <p class="soft">{t('summaryVoided', { n: voided })}</p>}
      {closed > 0 && <p class="soft">{t('summaryClosed', { n: closed })}</p>}
    </div>
  );
}
