import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Button } from '../ui/button.tsx';
import { droppedFiles } from './dropped-files.ts';
import { useTexts } from './language.tsx';
import { MOST_FILES, type Progress } from './worker/requests.ts';

export interface DropZoneProps {
  readonly isReading: boolean;
  readonly progress: Progress | null;
  readonly onFiles: (files: readonly File[]) => void;
  readonly onStop: () => void;
}

/** Where files are dropped or picked, and how far their reading is. */
export function DropZone({ isReading, progress, onFiles, onStop }: DropZoneProps) {
  const t = useTexts();
  const [isOver, setOver] = useState(false);
  const heading = useId();
  const zone = useRef<HTMLElement>(null);
  const wasReading = useRef(isReading);
  // The button that stopped the reading is gone: the focus goes to the one in its place, unless it has gone on already.
  useEffect(() => {
    const isLost = wasReading.current && !isReading && document.activeElement === document.body;
    if (isLost) zone.current?.querySelector('input')?.focus();
    wasReading.current = isReading;
  }, [isReading]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!isReading && event.dataTransfer !== null) void droppedFiles(event.dataTransfer, MOST_FILES + 1).then(onFiles);
  };
  return (
    <section
      class="drop card"
      ref={zone}
      aria-labelledby={heading}
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 id={heading}>{t('dropHead')}</h2>
      <p class="soft">{t('dropHow')}</p>
      {isReading ? <Reading progress={progress} onStop={onStop} /> : <FilePicker onFiles={onFiles} />}
    </section>
  );
}

function FilePicker({ onFiles }: Pick<DropZoneProps, 'onFiles'>) {
  const t = useTexts();
  return (
    <label class="tt-button pick" data-kind="primary">
      <input
        type="file"
        class="unseen"
        multiple
        data-part="pick"
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // The same files may be picked again.
          currentTarget.value = '';
          onFiles(files);
        }}
      />
      {t('pick')}
    </label>
  );
}

function Reading({ progress, onStop }: Pick<DropZoneProps, 'progress' | 'onStop'>) {
  const t = useTexts();
  const id = useId();
  const share = progress === null || progress.of === 0 ? 0 : progress.bytes / progress.of;
  return (
    <div class="reading">
      <label for={id} aria-live="polite">
        {t('reading', { file: progress?.file ?? 1, files: progress?.files ?? 1 })}
      </label>
      <progress id={id} value={share} max={1}>
        {t('readingShare', { percent: Math.round(share * 100) })}
      </progress>
      <Button part="stop" onPress={onStop}>
        {t('stop')}
      </Button>
    </div>
  );
}
