import { labelForm } from './labels.ts';
import type { LabelKey, PortalProfile } from './portal-profile.ts';

/**
 * One profile laid over another of the same host: its pages come first, its labels are added and their meaning wins, its
 * actions and its pack take the place of those below where it has any.
 */
export function layOver(upper: PortalProfile, below: PortalProfile): PortalProfile {
  const pack = upper.pack ?? below.pack;
  return {
    ...upper,
    ...(pack === undefined ? {} : { pack }),
    pages: [...upper.pages, ...below.pages],
    labels: laidLabels(upper.labels, below.labels),
    actions: upper.actions.length > 0 ? upper.actions : below.actions,
  };
}

type LabelLists = PortalProfile['labels'];

function laidLabels(upper: LabelLists, below: LabelLists): LabelLists {
  const taken = new Set(Object.values(upper).flatMap((texts) => texts.map(labelForm)));
  const keys = new Set([...Object.keys(upper), ...Object.keys(below)]) as ReadonlySet<LabelKey>;
  const laid = [...keys].map((key) => {
    const left = (below[key] ?? []).filter((text) => !taken.has(labelForm(text)));
    return [key, [...(upper[key] ?? []), ...left]] as const;
  });
  return Object.fromEntries(laid.filter(([, texts]) => texts.length > 0));
}
