import { useTexts } from './language.tsx';

export interface DataNoteProps {
  /** No PIN: the key lies beside the data, and that is said. */
  readonly keyBesideData: boolean;
}

/** Address of the practice desk, from this page. */
const PRACTICE_DESK = '/src/training/practice/index.html';

/** Foot of every view: where the data lies, and the way to the practice desk. */
export function DataNote({ keyBesideData }: DataNoteProps) {
  const t = useTexts();
  return (
    <footer class="foot">
      <details>
        <summary>{t('whereData')}</summary>
        <div class="where">
          <p>{t('firstRun')}</p>
          {keyBesideData && <p>{t('whereDataKey')}</p>}
        </div>
      </details>
      <a href={PRACTICE_DESK} target="_blank" rel="noreferrer" title={t('practiceWhat')}>
        {t('practice')}
      </a>
    </footer>
  );
}
