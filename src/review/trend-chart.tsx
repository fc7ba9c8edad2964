import type { ConductTable, PeriodCell, ReportPeriod } from 'checklist-core/report';
import { useId } from 'preact/hooks';
import { chartFrame, FRAME } from './chart-frame.ts';
import { useLanguage, useTexts } from './language.tsx';
import { periodTick } from './period-words.ts';
import { inRuleOrder, ruleWords } from './rule-words.ts';

/** The table drawn: one frame a rule, so that no line needs a colour of its own to be told from another. */
export function TrendChart({ table }: { readonly table: ConductTable }) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  return (
    <figure class="chart" aria-labelledby={`${id}-title`}>
      <figcaption>
        <p class="chart-title" id={`${id}-title`}>
          {t('chartTitle')}
        </p>
        <p class="soft small">{t('chartDesc')}</p>
      </figcaption>
      <div class="frames">
        {inRuleOrder(table.rows).map(({ rule, cells }) => (
          <Frame key={rule} name={ruleWords(rule, language)} columns={table.columns} cells={cells} />
        ))}
      </div>
    </figure>
  );
}

interface FrameProps {
  readonly name: string;
  readonly columns: readonly ReportPeriod[];
  readonly cells: readonly PeriodCell[];
}

function Frame({ name, columns, cells }: FrameProps) {
  const t = useTexts();
  const id = useId();
  const frame = chartFrame(columns, cells);
  const bottom = FRAME.height - FRAME.bottom;
  return (
    <svg
      class="frame"
      viewBox={`0 -22 ${FRAME.width} ${FRAME.height + 22}`}
      role="img"
      aria-labelledby={`${id}-name`}
      aria-describedby={`${id}-what`}
    >
      <title id={`${id}-name`}>{name}</title>
      <desc id={`${id}-what`}>{t('chartTitle')}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect class="hatch-back" width="6" height="6" />
          <line class="hatch-line" x1="0" y1="0" x2="0" y2="6" />
        </pattern>
      </defs>
      <text class="frame-name" x="0" y="-8">
        {name}
      </text>
      {frame.hidden.map(({ x, width }) => (
        <rect key={x} x={x} y={FRAME.top} width={width} height={bottom - FRAME.top} fill={`url(#${id}-hatch)`} />
      ))}
      {frame.levels.map(({ y, share }) => (
        <g key={share}>
          <line class="level" x1={FRAME.left} x2={FRAME.width - FRAME.right} y1={y} y2={y} />
          <text class="level-name" x={FRAME.left - 6} y={y + 4}>
            {share * 100}%
          </text>
        </g>
      ))}
      {frame.breaks.map((x) => (
        <line key={x} class="break" x1={x} x2={x} y1={FRAME.top} y2={bottom} />
      ))}
      {frame.lines.map((path) => (
        <path key={path} class="trend" d={path} />
      ))}
      {frame.dots.map(({ x, y, low, high }) => (
        <g key={x}>
          <line class="interval" x1={x} x2={x} y1={low} y2={high} />
          <circle class="dot" cx={x} cy={y} r="3.5" />
        </g>
      ))}
      {frame.ticks.map(({ x, column }) => {
        const period = columns[column];
        return (
          period && (
            <text key={column} class="tick" x={x} y={FRAME.height - 8}>
              {periodTick(period)}
            </text>
          )
        );
      })}
    </svg>
  );
}
