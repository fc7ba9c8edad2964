import type { ConductReport, CountCell, ConductTable as Figures, Report } from 'checklist-core/report';
import { useState } from 'preact/hooks';
import { Choice } from '../ui/choice.tsx';
import { ConductTable } from './conduct-table.tsx';
import { useLanguage, useTexts } from './language.tsx';
import { ruleWords } from './rule-words.ts';
import { shownNumber } from './shown-number.ts';
import { TrendChart } from './trend-chart.tsx';

export interface ConductSectionProps {
  readonly report: Report;
  readonly conduct: ConductReport;
}

/** Conduct of the team: by rule, by week or month, as a chart and as a table of the same figures. */
export function ConductSection({ report, conduct }: ConductSectionProps) {
  const t = useTexts();
  const [kind, setKind] = useState<Figures['kind']>(() => telling(conduct.tables));
  const table = conduct.tables.find((one) => one.kind === kind);
  return (
    <section class="card" aria-labelledby="conduct-head">
      <div class="section-head">
        <h2 id="conduct-head">{t('conductHead')}</h2>
        <Choice
          name="cut"
          legend={t('cutBy')}
          legendUnseen
          options={[
            { value: 'week', text: t('byWeek') },
            { value: 'month', text: t('byMonth') },
          ]}
          value={kind === 'month' ? 'month' : 'week'}
          onChoose={setKind}
        />
      </div>
      {table === undefined || table.rows.length === 0 ? (
        <p>{t('conductEmpty')}</p>
      ) : (
        <>
          <TrendChart table={table} />
          <p class="soft small">{t('conductHow')}</p>
          <ConductTable table={table} totals={conduct.rules} />
          <Legend report={report} conduct={conduct} table={table} />
        </>
      )}
    </section>
  );
}

/** The shortest kind of period that has something to show: sums of a month say nothing about its weeks. */
function telling(tables: readonly Figures[]): Figures['kind'] {
  const shows = ({ rows }: Figures) => rows.some(({ cells }) => cells.some(({ state }) => state === 'shown'));
  return (tables.find(shows) ?? tables[0])?.kind ?? 'week';
}

function Legend({ report, conduct, table }: ConductSectionProps & { readonly table: Figures }) {
  const t = useTexts();
  const language = useLanguage();
  const cells = [...table.rows.flatMap((row) => row.cells), ...conduct.rules.map(({ total }) => total)];
  const isHidden = cells.some(({ state }) => state === 'withheld');
  const isLow = cells.some((cell) => cell.state === 'shown' && cell.notes.includes('low-n'));
  const ceilings = conduct.rules.flatMap(({ rule, total }) =>
    total.state === 'shown' && total.notes.includes('ceiling') ? [{ rule, n: total.of }] : [],
  );
  return (
    <ul class="legend small">
      {isHidden && <li>{t('cellHiddenWhy', { k: report.minGroup })}</li>}
      {isLow && <li>† {t('lowNMark')}</li>}
      {ceilings.map(({ rule, n }) => (
        <li key={rule}>
          {ruleWords(rule, language)}: {t('ceiling', { n: shownNumber(n, language) })}
        </li>
      ))}
      <li>
        {t('skipped')}: <Count cell={conduct.skipped} /> · {t('bypassed')}: <Count cell={conduct.bypassed} />
      </li>
    </ul>
  );
}

function Count({ cell }: { readonly cell: CountCell }) {
  const t = useTexts();
  const language = useLanguage();
  return <>{cell.state === 'shown' ? t('countTimes', { n: shownNumber(cell.count, language) }) : t('cellHidden')}</>;
}
