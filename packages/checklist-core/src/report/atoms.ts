import { type Contribution, rangeOfPlace, releasedPeople } from './contribution.ts';
import { groupBy } from './group-by.ts';
import type { AtomPeople, AtomVector } from './release-system.ts';
import type { ReleasedSubject } from './released.ts';
import { type DayRange, dayRange } from './report-period.ts';
import type { SubjectFigures } from './subject-figures.ts';

/** The parts that figures of one subject are sums of. */
export interface Atoms {
  readonly people: readonly AtomPeople[];
  /** Figures shown before. */
  readonly past: readonly AtomVector[];
  /** Today's figure of a range of days. */
  vectorOf(range: DayRange): AtomVector;
  /** The sum of all of today's lines, without what was stated. */
  readonly lines: AtomVector;
}

export interface AtomRequest {
  readonly figures: SubjectFigures;
  /** Today's contributions, for comparing them with those released. */
  readonly contributions: () => readonly Contribution[];
  /** What was released of this subject before. */
  readonly released: readonly ReleasedSubject[];
  readonly minGroup: number;
  /** Digest of each person. */
  readonly tags: readonly string[];
}

interface Atom {
  readonly people: ReadonlySet<number>;
  readonly range: DayRange;
  readonly stated: boolean;
  /** Which data it is part of: today's (0) and those of each release (from 1). */
  readonly versions: ReadonlySet<number>;
}

const TODAY = 0;

/**
 * Cuts the data into parts that every figure, of today or released, holds whole or not at all: by span of days or stated
 * period, and by the versions of the data that a contribution is in.
 */
export function cutIntoAtoms(request: AtomRequest): Atoms {
  const { released, minGroup } = request;
  const atoms = released.length === 0 ? atomsOfToday(request) : atomsOfVersions(request);
  const pick = (isIn: (atom: Atom) => boolean) => Float64Array.from(atoms, (atom) => (isIn(atom) ? 1 : 0));
  const pickRange = (version: number, { first, last }: DayRange) =>
    pick((atom) => atom.versions.has(version) && atom.range.first >= first && atom.range.last <= last);
  const pickLines = (version: number) => pick((atom) => atom.versions.has(version) && !atom.stated);
  return {
    people: atoms.map(({ people }) => (people.size >= minGroup ? 'many' : people)),
    past: eachOnce(
      released.flatMap(({ shown, lines }, index) => [
        ...shown.map((period) => pickRange(index + 1, dayRange(period))),
        ...(lines ? [pickLines(index + 1)] : []),
      ]),
    ),
    vectorOf: (range) => pickRange(TODAY, range),
    lines: pickLines(TODAY),
  };
}

/** Most figures are released again and again, unchanged. */
function eachOnce(vectors: readonly AtomVector[]): readonly AtomVector[] {
  return [...new Map(vectors.map((vector) => [vector.join(''), vector])).values()];
}

/** Without a past, spans need not be looked into; of many people it does not matter who they are. */
function atomsOfToday({ figures, minGroup }: AtomRequest): readonly Atom[] {
  const versions = new Set([TODAY]);
  const lines = figures.spans.map(({ span, start }) => ({
    people: figures.peopleOfSpan(span, minGroup),
    range: { first: start, last: start },
    stated: false,
    versions,
  }));
  const stated = groupBy(figures.stated, ({ first, last }) => `${first} ${last}`).map((counts) => ({
    people: new Set(counts.map(({ person }) => person)),
    range: { first: counts[0].first, last: counts[0].last },
    stated: true,
    versions,
  }));
  return [...lines, ...stated].filter(({ people }) => people.size > 0);
}

interface Known {
  readonly person: number;
  readonly range: DayRange;
  readonly stated: boolean;
  readonly versions: number[];
}

function atomsOfVersions({ figures, contributions, released, tags }: AtomRequest): readonly Atom[] {
  const versions = [releasedPeople(contributions(), tags), ...released.map(({ people }) => people)];
  const known = new Map<string, Known>();
  const places = new Map<string, ReturnType<typeof rangeOfPlace>>();
  const rangeOf = (place: string) => {
    const range = places.get(place) ?? rangeOfPlace(place);
    places.set(place, range);
    return range;
  };
  for (const [version, people] of versions.entries()) {
    const personOf = peopleOfVersion(Object.keys(people), tags);
    for (const [tag, marks] of Object.entries(people)) {
      for (const [place, mark] of Object.entries(marks)) {
        // A span's first day stands for all its days: they lie in the same ranges.
        const { stated, first, last } = rangeOf(place);
        const range = stated ? { first, last } : figures.spanAround(first);
        const id = `${tag} ${place} ${mark}`;
        const contribution = known.get(id) ?? { person: personOf(tag), range, stated, versions: [] };
        known.set(id, contribution);
        contribution.versions.push(version);
      }
    }
  }
  const keyOf = ({ range, stated, versions: of }: Known) => `${range.first} ${range.last} ${stated} ${of.join(',')}`;
  return groupBy(known.values(), keyOf).map((group) => ({
    people: new Set(group.map(({ person }) => person)),
    range: group[0].range,
    stated: group[0].stated,
    versions: new Set(group[0].versions),
  }));
}

/**
 * Numbers of the people of a version. Whoever is not known today may be one of those who joined since, under a new
 * digest (a second log shows two people to be one): not counted twice.
 */
function peopleOfVersion(present: readonly string[], tags: readonly string[]): (tag: string) => number {
  const numbers = new Map(tags.map((tag, person) => [tag, person]));
  const inVersion = new Set(present);
  const joined = tags.flatMap((tag, person) => (inVersion.has(tag) ? [] : [person]));
  const gone = present.filter((tag) => !numbers.has(tag));
  for (const [index, tag] of gone.entries()) numbers.set(tag, joined[index] ?? tags.length + index);
  return (tag) => numbers.get(tag) ?? 0;
}
