import type {
  ConductCell,
  ConductReport,
  CountCell,
  CountOf,
  LoggedOnTime,
  PeriodCell,
  Report,
  ReportPeriod,
  ServiceFigures,
} from 'checklist-core/report';
import type { ReportCell, ReportTable } from './report-table.ts';
import type { ReportTexts } from './report-texts.ts';

/** A report as tables in one language; the order is that of reading. */
export function reportTables(report: Report, texts: ReportTexts): readonly ReportTable[] {
  const { service, conduct } = report;
  const { words } = texts;
  const { tables, columns } = words;
  const count = (id: 'groups' | 'outcomes' | 'channels', name: (id: string) => string) =>
    countTable(id, tables[id], service[id], name, words);
  return [
    coverageTable(report, texts),
    ...periodTable('months', 'month', report, texts),
    ...periodTable('reportingMonths', 'reporting-month', report, texts),
    count('groups', texts.group),
    count('outcomes', (id) => nameIn(words.outcomes, id)),
    count('channels', (id) => nameIn(words.channels, id)),
    ...(conduct === null ? [] : conductTables(conduct, texts)),
    {
      id: 'notes',
      title: tables.notes,
      columns: [columns.item],
      rows: report.notes.map((note) => [nameIn(words.notes, note)]),
    },
  ].filter(({ rows }) => rows.length > 0);
}

/** `03/2025` for a month, `2025-W10` for a week. */
export function periodName({ key }: ReportPeriod): string {
  const [, year, month] = /^(\d{4})-(\d{2})$/.exec(key) ?? [];
  return month === undefined ? key : `${month}/${year}`;
}

type Words = ReportTexts['words'];

/** The text of a closed list; an id that the list does not have yet stands for itself. */
function nameIn(names: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(names, id) ? (names[id] ?? id) : id;
}

function coverageTable({ coverage, period, minGroup }: Report, { words, day }: ReportTexts): ReportTable {
  const { handovers, authors, officials, logs, entries, left } = coverage;
  const said = words.coverage;
  const rows: ReportCell[][] = [
    [said.period, period === null ? words.none : `${day(period.from)} – ${day(period.to)}`],
    [said.handovers, handovers],
    [said.authors, authors],
    [said.officials, officials ?? said.unknown],
    [said.logs, logs],
    [said.entries, entries],
    [said.practice, left.practice],
    [said.voided, left.voided],
    [said.corrected, left.corrected],
    [said.minGroup, minGroup],
  ];
  return { id: 'coverage', title: words.tables.coverage, columns: [words.columns.item, words.columns.value], rows };
}

function periodTable(
  id: 'months' | 'reportingMonths',
  kind: 'month' | 'reporting-month',
  { service }: Report,
  { words }: ReportTexts,
): readonly ReportTable[] {
  const periods = service.byPeriod.find((each) => each.kind === kind)?.periods ?? [];
  const { columns } = words;
  const names = [columns.period, columns.entries, columns.early, columns.onTime, columns.late, columns.returned];
  const letters = [columns.congratulation, columns.condolence, columns.apology];
  return [
    {
      id,
      title: words.tables[id],
      columns: [
        ...names,
        columns.share,
        words.interval,
        columns.earlyShare,
        ...letters,
        columns.closings,
        columns.received,
      ],
      rows: [
        ...periods.map(({ period, figures }) => [periodName(period), ...serviceCells(figures, words)]),
        [words.total, ...serviceCells(service.total, words)],
      ],
    },
  ];
}

function serviceCells({ entries, onTime, letters, days }: ServiceFigures, words: Words): readonly ReportCell[] {
  const letter = (kind: string) => letters.find(({ name }) => name === kind)?.count ?? 0;
  return [
    entries,
    ...onTimeCells(onTime, words),
    letter('congratulation'),
    letter('condolence'),
    letter('apology'),
    days?.closings ?? 0,
    days?.received ?? 0,
  ];
}

/** Withheld where they would be one person's. */
function onTimeCells(onTime: LoggedOnTime | null, words: Words): readonly ReportCell[] {
  if (onTime === null) return Array.from({ length: 7 }, () => words.withheld);
  const { early, late, n, share, earlyShare } = onTime;
  return [
    early,
    onTime.onTime,
    late,
    n,
    share === null ? words.none : { share: share.rate },
    share === null ? words.none : { low: share.low, high: share.high },
    earlyShare === null ? words.none : { share: earlyShare },
  ];
}

function countTable(
  id: string,
  title: string,
  counts: readonly CountOf[],
  name: (id: string) => string,
  { columns, other }: Words,
): ReportTable {
  const rows = counts.map((each) => [each.name === null ? other : name(each.name), each.count]);
  return { id, title, columns: [columns.name, columns.count], rows };
}

function conductTables(conduct: ConductReport, texts: ReportTexts): readonly ReportTable[] {
  const { words } = texts;
  const { columns, tables } = words;
  const figures = [columns.kept, words.interval, columns.missed, columns.of];
  const months = conduct.tables.find(({ kind }) => kind === 'month');
  const rules = conduct.rules.map(({ rule, total }) => {
    const row = months?.rows.find((each) => each.rule === rule)?.cells ?? [];
    const label =
      total.state === 'shown' && total.partial === true ? `${texts.rule(rule)} (${words.partial})` : texts.rule(rule);
    return [label, ...row.map((cell) => periodCell(cell, words)), ...conductCells(total, words)];
  });
  const named = (id: 'cues' | 'pausePoints', column: string, name: (id: string) => string): ReportTable => ({
    id,
    title: tables[id],
    columns: [column, ...figures],
    rows: conduct[id].map((cell) => [name(cell.name), ...conductCells(cell, words)]),
  });
  return [
    {
      id: 'rules',
      title: tables.rules,
      columns: [columns.rule, ...(months?.columns.map(periodName) ?? []), ...figures],
      rows: rules,
    },
    // A table of nothing but withheld figures says no more than the notes do.
    ...(isAnyShown(conduct.cues) ? [named('cues', columns.cue, texts.cue)] : []),
    ...(isAnyShown(conduct.pausePoints)
      ? [named('pausePoints', columns.pausePoint, (id) => nameIn(words.pausePoints, id))]
      : []),
    {
      id: 'conduct',
      title: tables.conduct,
      columns: [columns.item, columns.count],
      rows: [
        [words.conduct.skipped, countText(conduct.skipped, words)],
        [words.conduct.bypassed, countText(conduct.bypassed, words)],
        [words.conduct.stated, conduct.stated.counted],
      ],
    },
  ];
}

function isAnyShown(cells: readonly ConductCell[]): boolean {
  return cells.some(({ state }) => state === 'shown');
}

function conductCells(cell: ConductCell, words: Words): readonly ReportCell[] {
  if (cell.state !== 'shown') return [words[cell.state], null, null, null];
  return [{ share: cell.kept.rate }, { low: cell.kept.low, high: cell.kept.high }, cell.missed, cell.of];
}

function periodCell(cell: PeriodCell, words: Words): ReportCell {
  if (cell.state !== 'shown') return words[cell.state];
  return cell.break === true ? { share: cell.kept.rate, break: true } : { share: cell.kept.rate };
}

function countText(cell: CountCell, words: Words): ReportCell {
  return cell.state === 'shown' ? cell.count : words.withheld;
}
