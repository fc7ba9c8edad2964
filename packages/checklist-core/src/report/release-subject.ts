import { formatDay } from '../time/wall-time.ts';
import { groupBy } from './group-by.ts';
import type { NoteCode } from './note-code.ts';
import { type AtomPeople, type AtomVector, ReleaseSystem } from './release-system.ts';
import type { ReleasedCell } from './released.ts';
import { type DayRange, dayRange } from './report-period.ts';
import type { SubjectFigures } from './subject-figures.ts';

/** A figure that might be shown. */
export interface Candidate {
  /** Days it covers. */
  readonly range: DayRange;
  /** What is released first: smaller first. A figure shown may cost others that would give away a small one. */
  readonly rank: number;
}

/** What is decided on the figures of one subject. */
export interface SubjectRelease {
  /** One per candidate, in the order given. */
  readonly states: readonly ('shown' | 'withheld' | 'none')[];
  readonly notes: ReadonlySet<NoteCode>;
  readonly cells: readonly ReleasedCell[];
  /** Whether the sum of all its lines, without what was stated, may be known; if so, it then is. */
  allowLines(): boolean;
}

export interface ReleaseRequest {
  readonly key: string;
  readonly figures: SubjectFigures;
  readonly candidates: readonly Candidate[];
  /** What was released of this subject before. */
  readonly released: readonly ReleasedCell[];
  readonly minGroup: number;
  /** Digest of each person. */
  readonly tags: readonly string[];
}

/** Decides which figures of one subject may be shown: as many as are safe together and with all released before. */
export function releaseSubject(request: ReleaseRequest): SubjectRelease {
  const { figures, candidates, minGroup, tags, key } = request;
  const parts = cutIntoAtoms(request);
  const alone = new ReleaseSystem(parts.atoms, minGroup);
  const withPast = new ReleaseSystem(parts.atoms, minGroup);
  for (const vector of parts.past) withPast.add(vector);
  const notes = new Set<NoteCode>();
  const cells: ReleasedCell[] = [];
  const states = candidates.map((): 'shown' | 'withheld' | 'none' => 'none');
  const decide = (vector: AtomVector): boolean => {
    const reason = !alone.accepts(vector) ? 'complementary' : withPast.accepts(vector) ? null : 'differencing';
    if (reason !== null) {
      notes.add(reason);
      return false;
    }
    alone.add(vector);
    withPast.add(vector);
    return true;
  };
  for (const { index, candidate, people } of inOrderOfRelease(figures, candidates)) {
    if (people.size === 0) continue;
    if (people.size < minGroup) notes.add('min-group');
    const shown = people.size >= minGroup && decide(parts.vectorOf(candidate.range));
    states[index] = shown ? 'shown' : 'withheld';
    if (shown) cells.push(releasedCell(key, candidate.range, people, tags));
  }
  return { states, notes, cells, allowLines: () => decide(parts.lines) };
}

function inOrderOfRelease(figures: SubjectFigures, candidates: readonly Candidate[]) {
  return candidates
    .map((candidate, index) => ({
      index,
      candidate,
      people: figures.peopleIn(candidate.range),
      of: figures.sumOf(candidate.range).of,
    }))
    .sort(
      (a, b) =>
        a.candidate.rank - b.candidate.rank || b.people.size - a.people.size || b.of - a.of || a.index - b.index,
    );
}

function releasedCell(
  key: string,
  { first, last }: DayRange,
  people: ReadonlyMap<number, number>,
  tags: readonly string[],
): ReleasedCell {
  const marks = [...people].map(([person, mark]) => [tags[person] ?? '', mark.toString(36)] as const);
  return {
    key,
    period: { from: formatDay(first), to: formatDay(last) },
    people: Object.fromEntries(marks.sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface Atoms {
  readonly atoms: readonly AtomPeople[];
  readonly past: readonly AtomVector[];
  /** All lines, nothing stated. */
  readonly lines: AtomVector;
  vectorOf(range: DayRange): AtomVector;
}

/** A figure released before, as seen from today's data. */
interface PastCell {
  readonly range: DayRange;
  /** People who contributed then what they contribute now. */
  readonly same: ReadonlySet<number>;
  /** People who were in it with something else. */
  readonly changed: ReadonlySet<number>;
}

interface Atom {
  readonly people: ReadonlySet<number>;
  /** Where its data lie. */
  readonly range: DayRange;
  readonly stated: boolean;
  /** Of a past figure only: data that are not among today's. */
  readonly past: PastCell | null;
}

/**
 * Cuts the data into parts that every figure holds whole or not at all: by span of days or stated period, and by
 * whether the same contribution was in each past figure.
 */
function cutIntoAtoms(request: ReleaseRequest): Atoms {
  const { figures, released, tags, minGroup } = request;
  const past = released.map((cell) => pastCell(cell, figures, tags));
  const atoms: Atom[] = [
    ...lineAtoms(request, past),
    ...statedAtoms(figures, past),
    ...past
      .filter(({ changed }) => changed.size > 0)
      .map((cell) => ({ people: cell.changed, range: cell.range, stated: false, past: cell })),
  ];
  const pick = (isIn: (atom: Atom) => boolean) => Float64Array.from(atoms, (atom) => (isIn(atom) ? 1 : 0));
  return {
    atoms: atoms.map(({ people }) => (people.size >= minGroup ? 'many' : people)),
    past: past.map((cell) =>
      pick((atom) =>
        atom.past === null ? isWithin(atom.range, cell.range) && isSame(atom, cell) : atom.past === cell,
      ),
    ),
    lines: pick((atom) => atom.past === null && !atom.stated),
    vectorOf: (range) => pick((atom) => atom.past === null && isWithin(atom.range, range)),
  };
}

function isWithin(inner: DayRange, outer: DayRange): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

function isSame({ people }: Atom, { same }: PastCell): boolean {
  const [first] = people;
  return first !== undefined && same.has(first);
}

/** Every day of a span lies in the same ranges, so its first day stands for all. */
function lineAtoms({ figures }: ReleaseRequest, past: readonly PastCell[]): readonly Atom[] {
  return figures.spans.flatMap(({ span, start }) => {
    const range = { first: start, last: start };
    const people = [...figures.peopleOfSpan(span)].map(([person]) => person);
    return byPast(people, past).map((group) => ({ people: group, range, stated: false, past: null }));
  });
}

function statedAtoms({ stated }: SubjectFigures, past: readonly PastCell[]): readonly Atom[] {
  return groupBy(stated, ({ first, last }) => `${first} ${last}`).flatMap((counts) => {
    const range = { first: counts[0].first, last: counts[0].last };
    const people = new Set(counts.map(({ person }) => person));
    return byPast([...people], past).map((group) => ({ people: group, range, stated: true, past: null }));
  });
}

function byPast(people: readonly number[], past: readonly PastCell[]): readonly ReadonlySet<number>[] {
  const pattern = (person: number) => past.map(({ same }) => (same.has(person) ? '1' : '0')).join('');
  return groupBy(people, pattern).map((group) => new Set(group));
}

function pastCell({ period, people }: ReleasedCell, figures: SubjectFigures, tags: readonly string[]): PastCell {
  const range = dayRange(period);
  const now = figures.peopleIn(range);
  const markNow = (person: number) => now.get(person)?.toString(36);
  const marks = new Map(Object.entries(people));
  const same = new Set<number>();
  const changed = new Set<number>();
  const joined: number[] = [];
  for (const [person, tag] of tags.entries()) {
    const mark = marks.get(tag);
    marks.delete(tag);
    if (mark === markNow(person)) same.add(person);
    else if (mark === undefined) joined.push(person);
    else changed.add(person);
  }
  // Whoever is in it and not known today may be one of those who joined, under a new digest: not counted twice.
  for (const [index] of [...marks.keys()].entries()) changed.add(joined[index] ?? tags.length + index);
  return { range, same, changed };
}
