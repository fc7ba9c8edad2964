import { useEffect, useRef, useState } from 'preact/hooks';
import type { ReviewText } from '../platform/texts/review.ts';
import { Button } from '../ui/button.tsx';
import { useTexts } from './language.tsx';
import { REJECTION_WORDS } from './rejection-words.ts';
import { shownDay } from './shown-day.ts';
import { shownName } from './shown-name.ts';
import { StateSign } from './state-sign.tsx';
import type { Rejection, StagedKind, StagedRow } from './worker/requests.ts';

export interface StagingTableProps {
  readonly rows: readonly StagedRow[];
  /** An acceptance is on its way. */
  readonly isStoring: boolean;
  /** `remove`: accepted files whose withdrawal is among the rows, to be deleted with it. */
  readonly onAccept: (remove: readonly string[]) => void;
  readonly onDiscard: () => void;
}

const STATES: Readonly<Record<StagedRow['state'], ReviewText>> = {
  new: 'stateNew',
  changed: 'stateChanged',
  duplicate: 'stateDuplicate',
  rejected: 'stateRejected',
};

const KINDS: Readonly<Record<StagedKind, ReviewText>> = {
  handover: 'kindHandover',
  receipt: 'kindReceipt',
  withdrawal: 'kindWithdrawal',
  other: 'kindOther',
};

/** What each file is, before anything is stored. */
export function StagingTable({ rows, isStoring, onAccept, onDiscard }: StagingTableProps) {
  const t = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  // Withdrawn files are deleted unless the lead says otherwise.
  const [kept, setKept] = useState<readonly string[]>([]);
  useEffect(() => heading.current?.focus(), [rows]);
  const takes = rows.filter(({ state }) => state === 'new' || state === 'changed').length;
  const withdrawn = rows.flatMap((row) =>
    row.state === 'new' && row.kind === 'withdrawal' && row.imported !== null ? [row.file] : [],
  );
  const toggle = (file: string) =>
    setKept((before) => (before.includes(file) ? before.filter((one) => one !== file) : [...before, file]));
  return (
    <section class="card staging" aria-labelledby="staging-head">
      <div class="section-head">
        <div>
          <h2 id="staging-head" tabIndex={-1} ref={heading}>
            {t('stagedHead')}
          </h2>
          <p class="soft">
            {takes === 0 ? t('stagedNothing') : t('stagedSummary', { take: takes, skip: rows.length - takes })}
          </p>
        </div>
        <div class="acts">
          {takes > 0 && (
            <Button
              kind="primary"
              part="accept"
              busy={isStoring}
              onPress={() => onAccept(withdrawn.filter((file) => !kept.includes(file)))}
            >
              {t('accept')}
            </Button>
          )}
          <Button part="later" busy={isStoring} onPress={onDiscard}>
            {t('later')}
          </Button>
        </div>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('columnFile')}</th>
            <th scope="col">{t('columnState')}</th>
            <th scope="col">{t('columnDetail')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // Two files may have one name; rows never change places.
            <tr key={index} data-state={row.state} data-kind={row.kind}>
              <th scope="row">
                {shownName(row.name)}
                <span class="kind">{t(KINDS[row.kind])}</span>
              </th>
              <td class="state-cell">
                <StateSign state={row.state} />
                {t(STATES[row.state])}
              </td>
              <td>
                <Details row={row} kept={kept} onToggle={toggle} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface DetailsProps {
  readonly row: StagedRow;
  readonly kept: readonly string[];
  readonly onToggle: (file: string) => void;
}

function Details({ row, kept, onToggle }: DetailsProps) {
  const t = useTexts();
  if (row.state === 'duplicate') return <>{t('duplicateHow')}</>;
  if (row.state === 'rejected') return <Reasons reasons={row.reasons} more={row.more} />;
  if (row.kind === 'receipt') return <>{t(row.checked ? 'receiptChecked' : 'receiptUnchecked', { n: row.size })}</>;
  if (row.kind === 'handover') return <HandoverDetails row={row} />;
  if (row.imported === null) return <>{t('withdrawalUnknown')}</>;
  return (
    <>
      {t('withdrawalKnown', { file: shownName(row.imported) })}
      <label class="check">
        <input type="checkbox" checked={!kept.includes(row.file)} onChange={() => onToggle(row.file)} />
        {t('withdrawalDelete')}
      </label>
    </>
  );
}

function HandoverDetails({ row }: { readonly row: StagedRow & { kind: 'handover'; state: 'new' | 'changed' } }) {
  const t = useTexts();
  const { period, lines, closed, unwitnessed, overlaps, named } = row;
  const facts = [
    t('periodOf', { from: shownDay(period.from), to: shownDay(period.to) }),
    t('linesOf', { n: lines }),
    ...(closed > 0 ? [t('closedOf', { n: closed })] : []),
    ...(unwitnessed > 0 ? [t(unwitnessed === lines ? 'unwitnessedAll' : 'unwitnessedSome', { n: unwitnessed })] : []),
    ...(named === null ? [] : [t('namedAs', { name: shownName(named) })]),
  ];
  return (
    <>
      {facts.join(' · ')}
      {overlaps.length > 0 && <p>{t('overlapsWith', { files: overlaps.map(shownName).join(', ') })}</p>}
    </>
  );
}

function Reasons({ reasons, more }: { readonly reasons: readonly Rejection[]; readonly more: number }) {
  const t = useTexts();
  return (
    <ul class="reasons">
      {reasons.map(({ kind, line }, index) => (
        <li key={index}>
          {line === null ? t(REJECTION_WORDS[kind]) : t('atLine', { line, reason: t(REJECTION_WORDS[kind]) })}
        </li>
      ))}
      {more > 0 && <li>{t('moreReasons', { n: more })}</li>}
    </ul>
  );
}
