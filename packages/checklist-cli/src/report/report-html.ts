import type { Report } from 'checklist-core/report';
import { escaped } from './escaped.ts';
import { type Bar, barChart } from './report-chart.ts';
import { BREAK_MARK, cellText, type ReportCell, type ReportTable, shareText } from './report-table.ts';
import { periodName, reportTables } from './report-tables.ts';
import type { ReportTexts } from './report-texts.ts';

const STYLE = `
@page { size: A4; margin: 14mm }
body { font: 14px/1.45 system-ui, sans-serif; color: #1a1a1a; background: #fff; max-width: 182mm; margin: 16px auto; padding: 0 12px }
h1 { font-size: 20px } h2 { font-size: 16px; margin: 22px 0 6px; break-after: avoid }
.caveat { border-left: 4px solid #0b6b5d; padding: 4px 12px; background: #eef6f4 }
.scroll { overflow-x: auto }
table { border-collapse: collapse; font-size: 12px }
th, td { border: 1px solid #b8c2c0; padding: 3px 6px; text-align: right; vertical-align: top }
td { white-space: nowrap } td:first-child { white-space: normal }
th { background: #eef1f0 } th:first-child, td:first-child { text-align: left }
tr { break-inside: avoid }
svg { max-width: 100%; height: auto; font: 12px system-ui, sans-serif }
svg text { dominant-baseline: middle; fill: #1a1a1a } svg .label { text-anchor: end }
svg rect { fill: #0b6b5d } svg .interval { stroke: #1a1a1a; stroke-width: 1.5; fill: none }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11px } .scroll { overflow: visible } table { font-size: 9px } svg rect, th, .caveat { print-color-adjust: exact } }
`;

/**
 * The report as one page that needs nothing else: no script, no network, readable on paper (A4). What the chart shows
 * stands in the table below it too.
 */
export function htmlOfReport(report: Report, texts: ReportTexts): string {
  const { words } = texts;
  const tables = reportTables(report, texts);
  const parts = tables.map((table) => htmlOfTable(table, chartFor(table.id, report, texts), words.break));
  const small = report.small ? `<p>${escaped(words.small)}</p>` : '';
  return `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(words.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(words.title)}</h1>
<p class="caveat">${escaped(words.caveat)}</p>
${small}
${parts.join('\n')}
</body>
</html>
`;
}

function chartFor(id: string, report: Report, texts: ReportTexts): string {
  if (id === 'rules') return chart(texts.words.columns.kept, ruleBars(report, texts));
  if (id === 'months' && report.conduct === null) return chart(texts.words.tables.months, monthBars(report));
  return '';
}

function chart(title: string, bars: readonly Bar[]): string {
  return bars.length === 0 ? '' : `<p>${barChart(title, bars)}</p>\n`;
}

function ruleBars({ conduct }: Report, texts: ReportTexts): readonly Bar[] {
  return (conduct?.rules ?? []).map(({ rule, total }) => {
    const label = texts.rule(rule);
    if (total.state !== 'shown') return { label, length: 0, text: texts.words[total.state] };
    const { rate, low, high } = total.kept;
    return { label, length: rate, text: shareText(rate, ','), interval: { low, high } };
  });
}

function monthBars({ service }: Report): readonly Bar[] {
  const periods = service.byPeriod.find(({ kind }) => kind === 'month')?.periods ?? [];
  const most = Math.max(1, ...periods.map(({ figures }) => figures.entries));
  return periods.map(({ period, figures: { entries } }) => ({
    label: periodName(period),
    length: entries / most,
    text: String(entries),
  }));
}

function htmlOfTable({ title, columns, rows }: ReportTable, picture: string, breakWords: string): string {
  const heading = `<h2>${escaped(title)}</h2>`;
  if (columns.length === 1) {
    return `${heading}\n<ul>${rows.map((row) => `<li>${escaped(cellText(row[0] ?? null, ','))}</li>`).join('')}</ul>`;
  }
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join('');
  const body = rows
    .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cellText(cell, ','))}</td>`).join('')}</tr>`)
    .join('\n');
  const hasBreak = rows.some((row) => row.some(isBreak));
  const note = hasBreak ? `<p>${BREAK_MARK} ${escaped(breakWords)}</p>` : '';
  return `${heading}\n${picture}<div class="scroll"><table><thead><tr>${head}</tr></thead>\n<tbody>${body}</tbody></table></div>${note}`;
}

function isBreak(cell: ReportCell): boolean {
  return typeof cell === 'object' && cell !== null && 'break' in cell;
}
