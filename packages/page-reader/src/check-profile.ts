import { isApplicantLabel } from './applicant-label.ts';
import { isCalmPattern, isPattern } from './calm-pattern.ts';
import { labelForm } from './labels.ts';
import type { PortalAction, PortalProfile } from './portal-profile.ts';
import { faultAt, type PathPart, type ProfileFault } from './profile-fault.ts';

/** What is wrong with a profile of the right structure. */
export function checkProfile(profile: PortalProfile): ProfileFault[] {
  return [
    ...repeats(profile.hosts, (host) => host).map((at) => faultAt(['hosts', at], 'repeated-host')),
    ...profile.pages.flatMap(pageFaults),
    ...labelFaults(profile.labels),
    ...repeats(profile.actions, ({ id }) => id).map((at) =>
      faultAt(['actions', at, 'id'], 'repeated-id', { id: profile.actions[at]?.id ?? '' }),
    ),
    ...profile.actions.flatMap(signFaults),
  ];
}

function pageFaults({ url, heading }: PortalProfile['pages'][number], at: number): ProfileFault[] {
  if (url !== undefined) return patternFaults(url, ['pages', at, 'url']);
  return heading === undefined ? [faultAt(['pages', at], 'no-mark')] : [];
}

function signFaults({ success }: PortalAction, at: number): ProfileFault[] {
  return success.flatMap((sign, n) =>
    sign.sign === 'url' ? patternFaults(sign.pattern, ['actions', at, 'success', n, 'pattern']) : [],
  );
}

function patternFaults(pattern: string, path: readonly PathPart[]): ProfileFault[] {
  if (!isPattern(pattern)) return [faultAt(path, 'pattern-form')];
  return isCalmPattern(pattern) ? [] : [faultAt(path, 'pattern-restless')];
}

/** No label twice, and none of the applicant's but under `never`. */
function labelFaults(labels: PortalProfile['labels']): ProfileFault[] {
  const faults: ProfileFault[] = [];
  const keyOf = new Map<string, string>();
  for (const [key, texts] of Object.entries(labels)) {
    for (const [at, text] of texts.entries()) {
      const before = keyOf.get(labelForm(text));
      if (key !== 'never' && isApplicantLabel(text)) faults.push(faultAt(['labels', key, at], 'applicant-label'));
      else if (before !== undefined) faults.push(faultAt(['labels', key, at], 'repeated-label', { key: before }));
      keyOf.set(labelForm(text), key);
    }
  }
  return faults;
}

/** Places of entries whose name an earlier one has. */
function repeats<T>(all: readonly T[], nameOf: (one: T) => string): number[] {
  const names = all.map(nameOf);
  return [...names.keys()].filter((at) => names.indexOf(names[at] ?? '') < at);
}
