import { formatDay } from '../time/wall-time.ts';
import type { ReleasedSubject } from './released.ts';
import { type DayRange, dayRange } from './report-period.ts';

/** What one person contributed to a subject on one day by lines, or stated of some days together. */
export interface Contribution extends DayRange {
  readonly person: number;
  readonly stated: boolean;
  /** Of its entries. */
  readonly mark: number;
}

/** The days of a contribution in a release. */
export function placeOf({ first, last, stated }: Contribution): string {
  return stated ? `${formatDay(first)}/${formatDay(last)}` : formatDay(first);
}

/** Contributions by person and place, as a release keeps them. */
export function releasedPeople(
  contributions: Iterable<Contribution>,
  tags: readonly string[],
): ReleasedSubject['people'] {
  const people = new Map<string, Map<string, number>>();
  for (const contribution of contributions) {
    const tag = tags[contribution.person] ?? '';
    const places = people.get(tag) ?? new Map<string, number>();
    people.set(tag, places);
    const place = placeOf(contribution);
    places.set(place, (places.get(place) ?? 0) ^ contribution.mark);
  }
  return Object.fromEntries(
    [...people]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([tag, places]) => [
        tag,
        Object.fromEntries([...places].map(([place, mark]) => [place, (mark >>> 0).toString(36)])),
      ]),
  );
}

/** The days of a place in a release. */
export function rangeOfPlace(place: string): DayRange & { readonly stated: boolean } {
  const [from = '', to] = place.split('/');
  return { ...dayRange({ from, to: to ?? from }), stated: to !== undefined };
}
