import type { WallDay } from '../time/wall-time.ts';
import { BYPASSED, SKIPPED, type Subject } from './conduct-coder.ts';
import { entryMark } from './conduct-counts.ts';
import { conductFigure } from './conduct-figure.ts';
import type { Contribution } from './contribution.ts';
import type { StatedSource } from './log-tally.ts';
import type { NoteCode } from './note-code.ts';
import { isBreak, PackHistory, type SameRule } from './pack-breaks.ts';
import type { PersonIndex } from './person-index.ts';
import { type Candidate, releaseSubject, type SubjectRelease } from './release-subject.ts';
import type { ReleasedOutput, ReleasedSubject } from './released.ts';
import type { ConductCell, ConductReport, CountCell, NamedCell, PeriodCell, TotalCell } from './report.ts';
import {
  type DayRange,
  dayRange,
  halfMonthOf,
  PERIOD_KINDS,
  type PeriodKind,
  periodsShown,
  type ReportPeriod,
} from './report-period.ts';
import { chooseStated } from './stated-sources.ts';
import { ruleSums } from './stated-sums.ts';
import { SubjectFigures } from './subject-figures.ts';
import type { TallyView } from './tally.ts';

export interface ConductRequest {
  readonly view: TallyView;
  readonly people: PersonIndex;
  /** All days reported on. */
  readonly range: DayRange;
  readonly by: readonly PeriodKind[];
  readonly minGroup: number;
  readonly released: readonly ReleasedOutput[];
  readonly sameRule: SameRule | undefined;
}

export interface BuiltConduct {
  readonly conduct: ConductReport;
  readonly notes: ReadonlySet<NoteCode>;
  /** What to remember, once it is shown. */
  remember(): readonly ReleasedSubject[];
}

/** Conduct figures under the minimum group. */
export function buildConduct(request: ConductRequest): BuiltConduct {
  return new ConductBuilder(request).build();
}

interface Column {
  readonly period: ReportPeriod;
  /** Its days that are reported on. */
  readonly range: DayRange;
}

interface StatedOf {
  readonly person: number;
  readonly source: StatedSource;
}

class ConductBuilder {
  readonly #request: ConductRequest;
  readonly #tables: readonly { readonly kind: PeriodKind; readonly columns: readonly Column[] }[];
  readonly #stated: readonly StatedOf[];
  readonly #leftOut: number;
  readonly #subjects: ReadonlyMap<number, Subject>;
  readonly #history: PackHistory;
  readonly #released = new Map<string, ReleasedSubject[]>();
  readonly #notes = new Set<NoteCode>();
  readonly #releases: SubjectRelease[] = [];
  /** Rules already decided on, by number. */
  readonly #rules = new Map<number, SubjectRelease>();

  constructor(request: ConductRequest) {
    this.#request = request;
    const { view, people, by, range } = request;
    this.#tables = by.map((kind) => ({
      kind,
      columns: periodsShown(kind, range, view.service.days).map((period) => ({
        period,
        range: this.#reported(dayRange(period)),
      })),
    }));
    const choices = view.logs.map(({ log }) => chooseStated(log, range));
    this.#stated = choices.flatMap(({ counted }, index) =>
      counted.map((source) => ({ person: people.ofLog[index] ?? 0, source })),
    );
    this.#leftOut = choices.reduce((sum, { leftOut }) => sum + leftOut, 0);
    for (const { source } of this.#stated) {
      for (const rule of source.sums.rules) view.ruleOf(source.packs, rule);
    }
    this.#subjects = view.subjects();
    this.#history = new PackHistory(view.packs);
    for (const subject of request.released.flatMap(({ subjects }) => subjects)) {
      const known = this.#released.get(subject.key) ?? [];
      this.#released.set(subject.key, known);
      known.push(subject);
    }
  }

  build(): BuiltConduct {
    const rules = this.#subjectsOf('rule:').flatMap(([number, subject]) => this.#buildRule(number, subject) ?? []);
    const conduct: ConductReport = {
      rules: rules.map(({ rule, total }) => ({ rule, total })),
      tables: this.#tables.map(({ kind, columns }, table) => ({
        kind,
        columns: columns.map(({ period }) => period),
        rows: rules.map(({ rule, tables }) => ({ rule, cells: tables[table] ?? [] })),
      })),
      cues: this.#named('cue:'),
      pausePoints: this.#named('pause:'),
      skipped: this.#countOf(SKIPPED),
      bypassed: this.#countOf(BYPASSED),
      stated: { counted: this.#stated.length, unplaced: this.#unplaced(), leftOut: this.#leftOut },
    };
    if (conduct.stated.counted > 0) this.#notes.add('stated');
    if (conduct.stated.unplaced > 0) this.#notes.add('stated-unplaced');
    if (conduct.stated.leftOut > 0) this.#notes.add('stated-left-out');
    const remember = () => this.#releases.flatMap((release) => release.remember() ?? []);
    return { conduct, notes: this.#notes, remember };
  }

  #buildRule(number: number, subject: Subject) {
    const rule = subject.slice('rule:'.length);
    const columns = this.#tables.flatMap(({ kind, columns: own }) =>
      own.map(({ range }) => ({ range, rank: PERIOD_KINDS.length - PERIOD_KINDS.indexOf(kind) })),
    );
    const candidates: readonly Candidate[] = [{ range: this.#request.range, rank: 0 }, ...columns];
    const figures = this.#figures(number, subject, candidates);
    if (figures.sumOf(this.#request.range).of === 0) return null;
    const release = this.#release(number, subject, figures, candidates);
    this.#rules.set(number, release);
    this.#keep(release);
    let at = 0;
    const cells = candidates.map(({ range }, index) => cellOf(release, figures, range, index));
    const tables = this.#tables.map(({ columns: own }) => {
      const mine = cells.slice(at + 1, at + 1 + own.length);
      at += own.length;
      return this.#withBreaks(mine, own, number, rule);
    });
    return { rule, total: this.#total(cells[0] ?? { state: 'none' }, tables[0] ?? []), tables };
  }

  /** A total that must be withheld is replaced by the sum of what is shown: that tells nothing new. */
  #total(total: ConductCell, cells: readonly PeriodCell[]): TotalCell {
    if (total.state !== 'withheld') return total;
    const shown = cells.flatMap((cell) => (cell.state === 'shown' ? [cell] : []));
    const sum = (of: (cell: { missed: number; of: number }) => number) =>
      shown.reduce((all, cell) => all + of(cell), 0);
    const figure = conductFigure(
      sum(({ missed }) => missed),
      sum(({ of }) => of),
    );
    if (figure === null) return total;
    this.#notes.add('partial-total');
    return { state: 'shown', ...figure, partial: true };
  }

  #withBreaks(cells: readonly ConductCell[], columns: readonly Column[], number: number, rule: string): PeriodCell[] {
    let before: ReadonlySet<string> = new Set();
    return cells.map((cell, index) => {
      const range = columns[index]?.range;
      if (cell.state === 'none' || range === undefined) return cell;
      const packs = this.#packsOf(range, number);
      const broken = isBreak(new Set([...before, ...packs]), packs, rule, this.#request.sameRule);
      before = packs;
      if (!broken) return cell;
      this.#notes.add('not-comparable');
      return { ...cell, break: true };
    });
  }

  #packsOf(range: DayRange, number: number): ReadonlySet<string> {
    const stated = this.#stated.filter(
      ({ source }) => source.first >= range.first && source.last <= range.last && this.#statesRule(source, number),
    );
    return new Set([...this.#history.packsIn(range, number), ...stated.flatMap(({ source }) => source.packs)]);
  }

  #statesRule({ sums, packs }: StatedSource, number: number): boolean {
    return sums.rules.some((rule) => this.#request.view.ruleOf(packs, rule) === number);
  }

  #named(prefix: string): readonly NamedCell[] {
    return this.#subjectsOf(prefix).flatMap(([number, subject]) => {
      const cell = this.#wholeCell(number, subject);
      return cell.state === 'none' ? [] : [{ name: subject.slice(prefix.length), ...cell }];
    });
  }

  #countOf(subject: Subject): CountCell {
    const [entry] = this.#subjectsOf(subject);
    const cell = entry === undefined ? ({ state: 'none' } as const) : this.#wholeCell(...entry);
    if (cell.state === 'withheld') return cell;
    return { state: 'shown', count: cell.state === 'shown' ? cell.missed : 0 };
  }

  /** A figure over all days reported on. Its lines are counted by half-month, so it is said to cover whole ones. */
  #wholeCell(number: number, subject: Subject): ConductCell {
    const { first, last } = this.#request.range;
    const range = { first: halfMonthOf(first).first, last: halfMonthOf(last).last };
    const candidates = [{ range, rank: 0 }];
    const figures = this.#figures(number, subject, candidates);
    const release = this.#release(number, subject, figures, candidates);
    const cell = cellOf(release, figures, range, 0);
    if (cell.state === 'shown' && !this.#mayTellLines(number)) {
      this.#notes.add('complementary');
      return { state: 'withheld' };
    }
    this.#keep(release);
    return cell;
  }

  /**
   * A cue is counted from lines only. Where it is the one cue of a rule, the rule's total less the cue is what was
   * stated for the rule: that must be no small group's either.
   */
  #mayTellLines(cue: number): boolean {
    const served = [...(this.#request.view.served.get(cue) ?? [])];
    return served.every((rule) => this.#rules.get(rule)?.allowLines() ?? true);
  }

  #figures(number: number, subject: Subject, candidates: readonly Candidate[]): SubjectFigures {
    const past = (this.#released.get(subject) ?? []).flatMap(({ shown }) => shown.map(dayRange));
    const figures = new SubjectFigures([...candidates.map(({ range }) => range), ...past], this.#request.people.count);
    this.#forLines(number, (person, day, missed, of) => figures.addLines(person, day, missed, of));
    for (const { person, source } of this.#stated) {
      const sum = this.#statedSum(source, number, subject);
      if (sum.of === 0) continue;
      const { first, last, file } = source;
      figures.stated.push({ person, first, last, ...sum, mark: entryMark(file) });
    }
    return figures;
  }

  #forLines(
    number: number,
    take: (person: number, day: WallDay, ...counts: [missed: number, of: number, mark: number]) => void,
  ) {
    const { view, people } = this.#request;
    for (const [index, { counts }] of view.logs.entries()) {
      const person = people.ofLog[index] ?? 0;
      for (const part of counts) {
        part.forSubject(number, (day, missed, of, mark) => take(person, day, missed, of, mark));
      }
    }
  }

  #contributions(number: number, { stated }: SubjectFigures): readonly Contribution[] {
    const found: Contribution[] = [];
    this.#forLines(number, (person, day, _missed, _of, mark) =>
      found.push({ first: day, last: day, person, mark, stated: false }),
    );
    for (const { first, last, person, mark } of stated) found.push({ first, last, person, mark, stated: true });
    return found;
  }

  #statedSum({ sums, packs }: StatedSource, number: number, subject: Subject): { missed: number; of: number } {
    // Of how many confirmations is not stated; that the person is among those counted is what matters.
    if (subject === SKIPPED) return { missed: sums.skipped, of: 1 };
    if (subject === BYPASSED) return { missed: sums.bypassed, of: 1 };
    const sum = { missed: 0, of: 0 };
    if (!subject.startsWith('rule:')) return sum;
    for (const [rule, { missed, of }] of ruleSums(sums)) {
      if (this.#request.view.ruleOf(packs, rule) !== number) continue;
      sum.missed += missed;
      sum.of += of;
    }
    return sum;
  }

  #release(number: number, key: Subject, figures: SubjectFigures, candidates: readonly Candidate[]): SubjectRelease {
    const { minGroup, people } = this.#request;
    const released = this.#released.get(key) ?? [];
    const contributions = () => this.#contributions(number, figures);
    return releaseSubject({ key, figures, contributions, candidates, released, minGroup, tags: people.tags });
  }

  #keep(release: SubjectRelease): void {
    for (const note of release.notes) this.#notes.add(note);
    this.#releases.push(release);
  }

  #unplaced(): number {
    return this.#stated.filter(({ source }) =>
      this.#tables.some(
        ({ columns }) => !columns.some(({ range }) => source.first >= range.first && source.last <= range.last),
      ),
    ).length;
  }

  #reported({ first, last }: DayRange): DayRange {
    const limits = this.#request.view.range;
    return limits === null
      ? { first, last }
      : { first: Math.max(first, limits.first), last: Math.min(last, limits.last) };
  }

  #subjectsOf(prefix: string): readonly (readonly [number, Subject])[] {
    return [...this.#subjects]
      .filter(([, subject]) => subject.startsWith(prefix))
      .sort(([, a], [, b]) => (a < b ? -1 : 1));
  }
}

function cellOf(release: SubjectRelease, figures: SubjectFigures, range: DayRange, index: number): ConductCell {
  const state = release.states[index] ?? 'none';
  if (state !== 'shown') return { state };
  const { missed, of } = figures.sumOf(range);
  const figure = conductFigure(missed, of);
  return figure === null ? { state: 'none' } : { state: 'shown', ...figure };
}
