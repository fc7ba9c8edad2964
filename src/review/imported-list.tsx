import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { Button } from '../ui/button.tsx';
import { useTexts } from './language.tsx';
import { shownDay } from './shown-day.ts';
import { shownMoment } from './shown-moment.ts';
import { shownName } from './shown-name.ts';
import type { ImportedFile, Overview } from './worker/requests.ts';

export interface ImportedListProps {
  readonly overview: Overview;
  /** Takes the focus when a row is gone. */
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly onRemove: (file: string) => void;
  readonly onRemoveAll: () => void;
  readonly onDropReceipts: () => void;
}

/** The files that were taken in, each with its way out. Nothing here counts or compares people. */
export function ImportedList({ overview, heading, onRemove, onRemoveAll, onDropReceipts }: ImportedListProps) {
  const t = useTexts();
  const { files, unchecked, logs } = overview;
  const [asked, setAsked] = useState<string | null>(null);
  const isEmpty = files.length === 0 && logs === 0;
  return (
    <section class="card imported" aria-labelledby="imported-head">
      <h2 id="imported-head" tabIndex={-1} ref={heading}>
        {t('importedHead')} {files.length > 0 && <span class="count">{files.length}</span>}
      </h2>
      {files.length === 0 && (
        <p class="soft">
          {t('importedNone')} {t('importedNoneHow')}
        </p>
      )}
      <ul class="files">
        {files.map((file) => (
          <Row
            key={file.file}
            file={file}
            isAsked={asked === file.file}
            onAsk={(isAsked) => setAsked(isAsked ? file.file : null)}
            onRemove={() => onRemove(file.file)}
          />
        ))}
      </ul>
      {files.length > 0 && <p class="soft small">{t('figuresOnce')}</p>}
      {unchecked > 0 && (
        <p class="unchecked">
          {t('uncheckedReceipts', { n: unchecked })}{' '}
          <Button kind="quiet" part="drop-receipts" onPress={onDropReceipts}>
            {t('dropReceipts')}
          </Button>
        </p>
      )}
      {!isEmpty && (
        <footer>
          <p class="soft small">{t('deletionNote')}</p>
          <AskFirst
            part="remove-all"
            text={t('removeAll')}
            question="removeAllAsk"
            isAsked={asked === 'all'}
            onAsk={(isAsked) => setAsked(isAsked ? 'all' : null)}
            onYes={() => onRemoveAll()}
          />
        </footer>
      )}
    </section>
  );
}

interface RowProps {
  readonly file: ImportedFile;
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
  readonly onRemove: () => void;
}

function Row({ file, isAsked, onAsk, onRemove }: RowProps) {
  const t = useTexts();
  const { name, period, lines, unwitnessed, imported, withdrawn } = file;
  const fileName = shownName(file.fileName);
  const facts = [
    t('periodOf', { from: shownDay(period.from), to: shownDay(period.to) }),
    t('importedOn', { day: shownMoment(imported) }),
    ...(unwitnessed > 0 ? [t(unwitnessed === lines ? 'unwitnessedAll' : 'unwitnessedSome', { n: unwitnessed })] : []),
  ];
  return (
    <li data-withdrawn={withdrawn}>
      <div class="file-text">
        <p class="file-name">{name === null ? fileName : `${fileName} (${shownName(name)})`}</p>
        <p class="soft small">{facts.join(' · ')}</p>
        {withdrawn && <p class="withdrawn">{t('withdrawnMark')}</p>}
      </div>
      <AskFirst
        part="remove"
        text={t('remove')}
        label={t('removeOf', { file: fileName })}
        question="removeAsk"
        isAsked={isAsked}
        onAsk={onAsk}
        onYes={onRemove}
      />
    </li>
  );
}

interface AskFirstProps {
  readonly part: string;
  readonly text: string;
  readonly label?: string;
  readonly question: ReviewText;
  readonly isAsked: boolean;
  readonly onAsk: (isAsked: boolean) => void;
  readonly onYes: () => void;
}

/** A button whose act cannot be taken back: the first press asks, in its own place. */
function AskFirst({ part, text, label, question, isAsked, onAsk, onYes }: AskFirstProps) {
  const t = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const wasAsked = useRef(false);
  // The focus goes with the question: to its first answer, and back to the button when it is taken back.
  useEffect(() => {
    if (isAsked || wasAsked.current) place.current?.querySelector('button')?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  return (
    <div class="ask-first" ref={place} data-asked={isAsked}>
      {isAsked ? (
        <fieldset class="ask" aria-label={label ?? text}>
          <p>{t(question)}</p>
          <Button part="keep" onPress={() => onAsk(false)}>
            {t('keep')}
          </Button>
          <Button
            part={`${part}-yes`}
            onPress={() => {
              onAsk(false);
              onYes();
            }}
          >
            {t('yesRemove')}
          </Button>
        </fieldset>
      ) : (
        <Button kind="quiet" part={part} {...(label === undefined ? {} : { label })} onPress={() => onAsk(true)}>
          {text}
        </Button>
      )}
    </div>
  );
}
