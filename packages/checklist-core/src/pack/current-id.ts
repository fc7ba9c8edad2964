import type { LastingKind } from './id-change.ts';
import type { PackBody } from './pack.ts';

/** What became of an id that some version of the pack had. */
export type IdNow =
  | { readonly state: 'current'; readonly id: string }
  | { readonly state: 'dropped'; readonly since: string }
  /** Never an id of this pack, as far as it knows. */
  | { readonly state: 'unknown' };

/**
 * The id under which a rule, cue or pause point of an older version is known now, so that a series in a report goes on
 * after a rename. An id that never changed is its own answer.
 */
export function currentId(pack: PackBody<unknown>, kind: LastingKind, id: string): IdNow {
  const inUse = idsByKind(pack, kind);
  const changes = (pack.changedIds ?? []).filter((change) => change.kind === kind);
  let at = id;
  // A sound pack has no circles; counting the steps keeps an unsound one from hanging a report.
  for (let steps = 0; steps <= changes.length; steps++) {
    if (inUse.has(at)) return { state: 'current', id: at };
    const change = changes.find(({ from }) => from === at);
    if (change === undefined) return { state: 'unknown' };
    if (change.to === null) return { state: 'dropped', since: change.since };
    at = change.to;
  }
  return { state: 'unknown' };
}

/** The ids of one kind that a pack has now. */
export function idsByKind(pack: PackBody<unknown>, kind: LastingKind): ReadonlySet<string> {
  const lists = { rule: pack.rules, cue: pack.cues, 'pause-point': pack.pausePoints };
  return new Set(lists[kind].map(({ id }) => id));
}
