import type { HandoverText } from '../../platform/texts/handover.ts';
import type { ActCounts, FileDigest } from './file-digest.ts';
import { useTexts } from './language.tsx';
import { shownDay } from './shown-day.ts';

const COLUMNS: readonly (readonly [keyof ActCounts, HandoverText])[] = [
  ['am', 'morning'],
  ['pm', 'afternoon'],
  ['received', 'received'],
  ['returned', 'returned'],
  ['supplement', 'supplement'],
  ['refused', 'refused'],
  ['early', 'early'],
  ['onTime', 'onTime'],
  ['late', 'late'],
];

/** Acts by day, undone ones taken off. */
export function DayTable({ digest }: { readonly digest: FileDigest }) {
  const t = useTexts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="wide" tabIndex={0} aria-label={t('byDay')}>
      <table class="figures">
        <caption>{t('byDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('day')}</th>
            {COLUMNS.map(([key, text]) => (
              <th key={key} scope="col">
                {t(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {digest.days.map((counts) => (
            <Row key={counts.day} name={shownDay(counts.day)} counts={counts} />
          ))}
        </tbody>
        {digest.days.length > 1 && (
          <tfoot>
            <Row name={t('total')} counts={digest.total} />
          </tfoot>
        )}
      </table>
    </section>
  );
}

function Row({ name, counts }: { readonly name: string; readonly counts: ActCounts }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map(([key]) => (
        <td key={key} data-zero={counts[key] === 0}>
          {counts[key]}
        </td>
      ))}
    </tr>
  );
}
