import type { ConductTable as Figures, PeriodCell, RuleRow, TotalCell } from 'checklist-core/report';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useLanguage, useTexts } from './language.tsx';
import { percent } from './percent.ts';
import { periodWords } from './period-words.ts';
import { inRuleOrder, ruleWords } from './rule-words.ts';
import { shownNumber } from './shown-number.ts';

export interface ConductTableProps {
  readonly table: Figures;
  readonly totals: readonly RuleRow[];
}

/** Rule by time. What is hidden says so in words; a figure never stands without its number of occasions. */
export function ConductTable({ table, totals }: ConductTableProps) {
  const t = useTexts();
  const language = useLanguage();
  const box = useRef<HTMLElement>(null);
  // The newest periods stand at the end; they are what one looks for.
  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = box.current.scrollWidth;
  }, [table]);
  const totalOf = new Map(totals.map(({ rule, total }) => [rule, total]));
  return (
    // Many weeks are wider than the page: the table then moves under the arrow keys.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
    <section class="table-box" ref={box} aria-label={t('tableName')} tabIndex={0}>
      <table class="conduct">
        <thead>
          <tr>
            <th scope="col">{t('rule')}</th>
            {table.columns.map((column) => {
              const { name, days } = periodWords(column, t);
              return (
                <th scope="col" key={column.key}>
                  {name}
                  {days !== null && <span class="days">{days}</span>}
                </th>
              );
            })}
            <th scope="col" class="total">
              {t('total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {inRuleOrder(table.rows).map(({ rule, cells }) => (
            <tr key={rule}>
              <th scope="row">{ruleWords(rule, language)}</th>
              {cells.map((cell, index) => (
                <Cell key={table.columns[index]?.key} cell={cell} isBreak={cell.break === true} />
              ))}
              <Cell cell={totalOf.get(rule) ?? { state: 'none' }} isTotal />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface CellProps {
  readonly cell: PeriodCell | TotalCell;
  readonly isBreak?: boolean;
  readonly isTotal?: boolean;
}

function Cell({ cell, isBreak = false, isTotal = false }: CellProps) {
  const t = useTexts();
  const language = useLanguage();
  const share = (value: number) => percent(value, language);
  if (cell.state !== 'shown') {
    return (
      <td data-state={cell.state} class={isTotal ? 'total' : undefined}>
        {t(cell.state === 'withheld' ? 'cellHidden' : 'cellNone')}
      </td>
    );
  }
  const { kept, of, notes } = cell;
  const isPartial = 'partial' in cell && cell.partial === true;
  return (
    <td data-state="shown" class={isTotal ? 'total' : undefined}>
      <span class="rate">
        {t('cellRate', { rate: share(kept.rate) })}
        {notes.includes('low-n') && <abbr title={t('lowNMark')}>†</abbr>}
      </span>
      <span class="fine">{t('cellInterval', { low: share(kept.low), high: share(kept.high) })}</span>
      <span class="fine">{t('cellN', { n: shownNumber(of, language) })}</span>
      {isBreak && <span class="fine">{t('cellBreak')}</span>}
      {isPartial && <span class="fine">{t('partial')}</span>}
    </td>
  );
}
