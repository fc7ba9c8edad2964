import type { LetterKind } from '../journal/entry.ts';
import type { WallDay } from '../time/wall-time.ts';
import { shareNotes } from './conduct-figure.ts';
import type { CountOf, DayTotals, LoggedOnTime, ServiceFigures, ServiceReport } from './report.ts';
import { type DayRange, dayRange, type PeriodKind, periodsShown } from './report-period.ts';
import { addDay, emptyServiceDay, type ServiceDay, type ServiceTally } from './service-tally.ts';
import { wilson } from './wilson.ts';

export interface ServiceRequest {
  readonly tally: ServiceTally;
  readonly range: DayRange | null;
  readonly by: readonly PeriodKind[];
  /** All entries are one person's: then nothing is said of how well they did. */
  readonly isOnePersons: boolean;
}

/** Service figures over a range of days, cut by each kind of period. */
export function buildService({ tally, range, by, isOnePersons }: ServiceRequest): ServiceReport {
  const figures = (sum: ServiceDay) => (isOnePersons ? withoutQuality(figuresOf(sum)) : figuresOf(sum));
  return {
    total: figures(sumOver(tally.days, () => true)),
    byPeriod: by.map((kind) => ({
      kind,
      periods:
        range === null
          ? []
          : sumsByPeriod(tally, kind, range).map(({ period, sum }) => ({ period, figures: figures(sum) })),
    })),
    groups: countsOf(tally.groups),
    outcomes: countsOf(tally.outcomes),
    channels: countsOf(tally.channels),
    pausePoints: countsOf(tally.pausePoints),
  };
}

function sumsByPeriod(tally: ServiceTally, kind: PeriodKind, range: DayRange) {
  return periodsShown(kind, range, tally.days).map((period) => {
    const { first, last } = dayRange(period);
    return { period, sum: sumOver(tally.days, (day) => day >= first && day <= last) };
  });
}

function sumOver(days: ReadonlyMap<WallDay, ServiceDay>, isIn: (day: WallDay) => boolean): ServiceDay {
  const sum = emptyServiceDay();
  for (const [day, sums] of days) if (isIn(day)) addDay(sum, sums);
  return sum;
}

function figuresOf(sum: ServiceDay): ServiceFigures {
  const letters = new Map<LetterKind, number>([
    ['apology', sum.letters.apology],
    ['condolence', sum.letters.condolence],
    ['congratulation', sum.letters.congratulation],
  ]);
  return {
    entries: sum.entries,
    onTime: onTimeOf(sum),
    letters: countsOf(letters).filter(({ count }) => count > 0),
    days: sum.closings === 0 ? null : dayTotalsOf(sum),
  };
}

function withoutQuality(figures: ServiceFigures): ServiceFigures {
  const days = figures.days === null ? null : { ...figures.days, resolved: null, promises: null };
  return { ...figures, onTime: null, days };
}

function onTimeOf({ early, onTime, late }: ServiceDay): LoggedOnTime {
  const n = early + onTime + late;
  const kept = early + onTime;
  return {
    early,
    onTime,
    late,
    n,
    share: wilson(kept, n),
    earlyShare: n === 0 ? null : early / n,
    notes: n === 0 ? ['self-logged'] : [...shareNotes(kept, n), 'self-logged'],
  };
}

function dayTotalsOf(sum: ServiceDay): DayTotals {
  return {
    closings: sum.closings,
    received: sum.received,
    resolved: { ...sum.resolved },
    lettersSent: sum.lettersSent,
    promises: { made: sum.promisesMade, kept: sum.promisesKept },
  };
}

function countsOf<Name extends string>(counts: ReadonlyMap<Name | null, number>): readonly CountOf<Name>[] {
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count || ((a.name ?? '') < (b.name ?? '') ? -1 : 1));
}
