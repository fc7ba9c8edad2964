import { type Outcome, type Pack, textIn } from 'checklist-core';
import type { PopupText } from '../platform/texts/popup.ts';
import { type ConfirmationRow, cueTexts } from './confirmations-view.ts';
import { Sign } from './icons.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { type Roving, useRoving } from './use-roving.ts';

export interface RecordedPageProps {
  readonly rows: readonly ConfirmationRow[];
  readonly pack: Pack;
  /** Id of the row whose undo is on its way. */
  readonly busyRow: string | null;
  readonly onUndo: (row: ConfirmationRow) => void;
}

const OUTCOMES: Readonly<Record<Outcome, PopupText>> = {
  received: 'outcomeReceived',
  returned: 'outcomeReturned',
  supplement: 'outcomeSupplement',
  refused: 'outcomeRefused',
};

const PAUSE_POINTS: Readonly<Record<string, PopupText>> = {
  greet: 'pauseGreet',
  work: 'pauseWork',
  finish: 'pauseFinish',
};

/** What I recorded today, for my own eyes, with an undo within the half-day. */
export function RecordedPage({ rows, pack, busyRow, onUndo }: RecordedPageProps) {
  const t = useTexts();
  const undoable = rows.filter(({ canUndo }) => canUndo);
  const roving = useRoving({ rows: undoable.length, columns: 1 });
  return (
    <div class="scroll" ref={roving.box} tabIndex={undoable.length === 0 ? 0 : -1}>
      <div class="page-head">
        <h2>{t('recordedHead')}</h2>
        <p class="soft">{t('recordedPrivate')}</p>
      </div>
      {rows.length === 0 ? (
        <div class="empty">
          <img src="/icons/48.png" width="40" height="40" alt="" />
          <p>{t('recordedNone')}</p>
          <p class="soft">{t('recordedNoneHow')}</p>
        </div>
      ) : (
        <ol class="rows timeline">
          {rows.map((row) => (
            <RecordedRow
              key={row.id}
              row={row}
              pack={pack}
              busy={busyRow !== null}
              place={undoable.indexOf(row)}
              roving={roving}
              onUndo={onUndo}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface RecordedRowProps {
  readonly row: ConfirmationRow;
  readonly pack: Pack;
  readonly busy: boolean;
  /** Place among the rows that can be undone. */
  readonly place: number;
  readonly roving: Roving;
  readonly onUndo: (row: ConfirmationRow) => void;
}

function RecordedRow({ row, pack, busy, place, roving, onUndo }: RecordedRowProps) {
  const t = useTexts();
  const time = row.time ?? t(row.half === 'am' ? 'morning' : 'afternoon');
  const undo = () => {
    if (busy) return;
    roving.keepFocus();
    onUndo(row);
  };
  return (
    <li class="row card">
      <div class="row-head">
        <span class="clock">{time}</span>
        <span class="what">{whatOf(row, t)}</span>
        {row.canUndo && (
          <button
            type="button"
            class="tt-button small"
            data-kind="quiet"
            aria-label={t('undoOf', { time })}
            onClick={undo}
            {...roving.buttonAt({ row: place, column: 0 })}
          >
            {t('undo')}
          </button>
        )}
      </div>
      <Result row={row} pack={pack} />
    </li>
  );
}

function Result({ row, pack }: { readonly row: ConfirmationRow; readonly pack: Pack }) {
  const t = useTexts();
  const language = useLanguage();
  if (row.skipped) return <p class="result soft">{t('skipped')}</p>;
  if (row.missed.length === 0)
    return (
      <p class="result kept">
        <Sign name="check" />
        {t('allDone')}
      </p>
    );
  const cues = cueTexts(pack);
  return (
    <div class="result">
      <span class="soft">{t('notThisTime')}: </span>
      {row.missed
        .map((id) => cues.get(id))
        .flatMap((text) => (text === undefined ? [] : [textIn(text, language)]))
        .join(' · ')}
    </div>
  );
}

function whatOf(row: ConfirmationRow, t: (key: PopupText) => string): string {
  if (row.outcome !== null) return t(OUTCOMES[row.outcome]);
  const known = PAUSE_POINTS[row.pausePoint];
  return known === undefined ? row.pausePoint : t(known);
}
