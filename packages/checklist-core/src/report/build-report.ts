import { formatDay } from '../time/wall-time.ts';
import { buildConduct } from './build-conduct.ts';
import { buildService } from './build-service.ts';
import { COUNTED_DAYS } from './conduct-counts.ts';
import type { NoteCode } from './note-code.ts';
import { indexPeople } from './person-index.ts';
import { RELEASE_FORMAT, type ReleasedOutput } from './released.ts';
import { type Coverage, REPORT_FORMAT, type Report } from './report.ts';
import type { DayRange } from './report-period.ts';
import type { SumTally } from './sum-tally.ts';
import type { Tally, TallyView } from './tally.ts';
import type { ReportOptions } from './tally-options.ts';

/** How many people a conduct figure stands for at least, if nobody says otherwise. */
export const DEFAULT_MIN_GROUP = 5;
/** The smallest minimum group that is taken: in a figure of two people each knows the other's. */
export const LEAST_MIN_GROUP = 3;

/** Days before and after all entries that stated sums may still speak of: a year, of which little may be in the journal. */
const STATED_REACH = 366;

/** A report, and what to remember of it if it is shown or given away. */
export interface BuiltReport {
  readonly report: Report;
  /** Made when it is asked for: of a province it is large. */
  readonly release: ReleasedOutput;
}

/**
 * Makes a report from what a tally counted. The same hand-overs give the same report in whatever order they came.
 * Conduct figures stand for at least `minGroup` people, also when figures of this report and of those `released` before
 * are added and subtracted. What no minimum group can prevent: all but one of a group who put their own figures together
 * know the last one's; a group in which everybody is alike tells about each; who hands over under made-up ids and keys
 * counts as several; and `released` is only as complete as the caller keeps it.
 * @throws RangeError for a minimum group under 3 or an office size that is no count.
 */
export function buildReport(tally: Tally | SumTally, options: ReportOptions = {}): BuiltReport {
  const minGroup = checkedMinGroup(options.minGroup ?? DEFAULT_MIN_GROUP);
  const officials = checkedOfficeSize(options.officeSize ?? null);
  const by = options.by ?? ['week', 'month'];
  const view = tally.view();
  const people = indexPeople(view.logs.map(({ log }) => log));
  const range = view.range ?? rangeOfData(view);
  const small = officials === null ? people.count < minGroup : officials < minGroup + 1;
  const overfull = officials !== null && people.count > officials;
  const released = options.released ?? [];
  const built =
    small || overfull || range === null
      ? null
      : buildConduct({ view, people, range, by, minGroup, released, sameRule: options.sameRule });
  const notes = new Set<NoteCode>(built?.notes);
  if (view.sums.entries > 0) notes.add('self-logged');
  if (view.sums.withoutRules > 0 && built !== null) notes.add('unknown-cues');
  if (small) notes.add('small-office');
  if (people.count === 1) notes.add('one-person');
  if (officials === null) notes.add('unknown-office-size');
  if (overfull) notes.add('more-authors-than-officials');
  return {
    report: {
      format: REPORT_FORMAT,
      period: range === null ? null : { from: formatDay(range.first), to: formatDay(range.last) },
      minGroup,
      coverage: coverageOf(view, people.count, officials),
      small,
      service: buildService({ tally: view.service, range, by, isOnePersons: people.count === 1 }),
      conduct: built?.conduct ?? null,
      notes: [...notes].sort(),
    },
    get release(): ReleasedOutput {
      return { format: RELEASE_FORMAT, subjects: built?.remember() ?? [] };
    },
  };
}

function checkedMinGroup(minGroup: number): number {
  if (Number.isSafeInteger(minGroup) && minGroup >= LEAST_MIN_GROUP) return minGroup;
  throw new RangeError(`minimum group ${minGroup}: must be a whole number, ${LEAST_MIN_GROUP} or more`);
}

function checkedOfficeSize(size: number | null): number | null {
  if (size === null || (Number.isSafeInteger(size) && size >= 1)) return size;
  throw new RangeError(`office size ${size}: must be a whole number, 1 or more`);
}

/**
 * The days that entries speak of, and those of stated sums that lie around them: a hand-over may say any period, and one
 * over centuries must not make a table of centuries.
 */
function rangeOfData({ service, logs }: TallyView): DayRange | null {
  const days = [...service.days.keys()].map((day) => ({ first: day, last: day }));
  const entries = around(days);
  const { first, last } = entries ?? COUNTED_DAYS;
  const stated = logs
    .flatMap(({ log }) => log.stated)
    .filter((source) => source.first >= first - STATED_REACH && source.last <= last + STATED_REACH);
  return around(entries === null ? stated : [entries, ...stated]);
}

function around(ranges: readonly DayRange[]): DayRange | null {
  let all: DayRange | null = null;
  for (const { first, last } of ranges) {
    all = all === null ? { first, last } : { first: Math.min(all.first, first), last: Math.max(all.last, last) };
  }
  return all;
}

function coverageOf(view: TallyView, authors: number, officials: number | null): Coverage {
  const { entries, practice, voided, corrected, closedService, closedConduct } = view.sums;
  return {
    handovers: view.handovers,
    authors,
    officials,
    logs: view.logs.length,
    entries,
    left: { practice, voided, corrected },
    closed: { service: closedService, conduct: closedConduct },
  };
}
