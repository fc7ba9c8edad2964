import { useTexts } from './language.tsx';

export interface DataNoteProps {
  /** No PIN: the key lies beside the data, and that is said. */
  readonly keyBesideData: boolean;
}

/** Addresses of pages of ours, from this one. */
const PRACTICE_DESK = '/src/training/practice/index.html';
const HANDOVER = '/src/settings/handover/index.html';
const REVIEW = '/src/review/index.html';
export const HEALTH = '/src/settings/health/index.html';

/** Foot of every view: where the data lies, what is shared of it, and the way to the practice desk. */
export function DataNote({ keyBesideData }: DataNoteProps) {
  const t = useTexts();
  return (
    <footer class="foot">
      <details>
        <summary>{t('whereData')}</summary>
        <div class="where">
          <p>{t('firstRun')}</p>
          {keyBesideData && <p>{t('whereDataKey')}</p>}
          <p>
            {t('reviewWhat')}{' '}
            <a href={REVIEW} target="_blank" rel="noreferrer">
              {t('reviewPage')}
            </a>
          </p>
          <p>
            <a href={HEALTH} target="_blank" rel="noreferrer">
              {t('health')}
            </a>
          </p>
        </div>
      </details>
      <a href={HANDOVER} target="_blank" rel="noreferrer" title={t('handoverWhat')}>
        {t('handover')}
      </a>
      <a href={PRACTICE_DESK} target="_blank" rel="noreferrer" title={t('practiceWhat')}>
        {t('practice')}
      </a>
    </footer>
  );
}
