import { formatDay } from '../time/wall-time.ts';
import { type AtomRequest, cutIntoAtoms } from './atoms.ts';
import { releasedPeople } from './contribution.ts';
import type { NoteCode } from './note-code.ts';
import { type AtomVector, ReleaseSystem } from './release-system.ts';
import type { ReleasedSubject } from './released.ts';
import type { DayRange } from './report-period.ts';
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
  /** Whether the sum of all its lines, without what was stated, may be known; if so, it then is. */
  allowLines(): boolean;
  /** What to remember of it; null if nothing is shown. */
  remember(): ReleasedSubject | null;
}

export interface ReleaseRequest extends AtomRequest {
  readonly key: string;
  readonly candidates: readonly Candidate[];
}

/** Decides which figures of one subject may be shown: as many as are safe together and with all released before. */
export function releaseSubject(request: ReleaseRequest): SubjectRelease {
  const { figures, candidates, minGroup } = request;
  const atoms = cutIntoAtoms(request);
  const alone = new ReleaseSystem(atoms.people, minGroup);
  const withPast = new ReleaseSystem(atoms.people, minGroup);
  for (const vector of atoms.past) withPast.add(vector);
  const notes = new Set<NoteCode>();
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
  const states = candidates.map((): 'shown' | 'withheld' | 'none' => 'none');
  for (const { index, range, people } of inOrderOfRelease(figures, candidates)) {
    if (people === 0) continue;
    if (people < minGroup) notes.add('min-group');
    states[index] = people >= minGroup && decide(atoms.vectorOf(range)) ? 'shown' : 'withheld';
  }
  let lines = false;
  return {
    states,
    notes,
    allowLines: () => {
      lines ||= decide(atoms.lines);
      return lines;
    },
    remember: () => remember(request, states, lines),
  };
}

function remember(
  { key, candidates, contributions, tags }: ReleaseRequest,
  states: SubjectRelease['states'],
  lines: boolean,
): ReleasedSubject | null {
  const ranges = candidates.flatMap(({ range }, index) => (states[index] === 'shown' ? [range] : []));
  if (ranges.length === 0 && !lines) return null;
  const isShown = ({ first, last, stated }: DayRange & { readonly stated: boolean }) =>
    (lines && !stated) || ranges.some((range) => first >= range.first && last <= range.last);
  return {
    key,
    shown: ranges.map(({ first, last }) => ({ from: formatDay(first), to: formatDay(last) })),
    lines,
    people: releasedPeople(contributions().filter(isShown), tags),
  };
}

function inOrderOfRelease(figures: SubjectFigures, candidates: readonly Candidate[]) {
  return candidates
    .map(({ range, rank }, index) => ({
      index,
      range,
      rank,
      people: figures.countPeopleIn(range),
      of: figures.sumOf(range).of,
    }))
    .sort((a, b) => a.rank - b.rank || b.people - a.people || b.of - a.of || a.index - b.index);
}
