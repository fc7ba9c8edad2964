import { folded } from './folded.ts';
import { isVague, mayMean } from './label-meanings.ts';
import { type Label, labelsOf } from './labels.ts';
import type { PortalProfile } from './portal-profile.ts';
import { faultAt, type ProfileFault } from './profile-fault.ts';
import { vietnameseWords } from './vietnamese-words.ts';

/** Fewer words than this say nothing about where a profile comes from. */
const LEAST_SOURCE_WORDS = 4;
/** A port that no address of its protocol shows. */
const IMPLIED_PORT = /:(?:80|443)$/;
/** How a key ends that says by which way a dossier came in. */
const WAY = /(?:Direct|Online|Post)$/;

/** Advice about a sound profile: what its author should look at. Nothing here keeps it from being used. */
export function lintProfile(profile: PortalProfile): ProfileFault[] {
  return [
    ...profile.hosts.flatMap((host, at) => (IMPLIED_PORT.test(host) ? [faultAt(['hosts', at], 'port-implied')] : [])),
    ...profile.pages.flatMap(({ url, heading }, at) =>
      url === undefined || heading === undefined ? [faultAt(['pages', at], 'one-signal')] : [],
    ),
    ...labelAdvice(profile),
    ...profile.actions.flatMap(({ failure }, at) =>
      failure.length === 0 ? [faultAt(['actions', at, 'failure'], 'no-failure')] : [],
    ),
    ...(folded(profile.source).split(' ').length < LEAST_SOURCE_WORDS ? [faultAt(['source'], 'source-thin')] : []),
  ];
}

/** Labels that may stand beside any day, or that the reader knows with this very meaning, with quite another one, or passes over. */
function labelAdvice(profile: PortalProfile): ProfileFault[] {
  const generic = labelsOf(null, vietnameseWords);
  const special = labelsOf(profile, vietnameseWords);
  return Object.entries(profile.labels).flatMap(([key, texts]) =>
    texts.flatMap((text, at) => {
      if (isVague(key.replace(WAY, ''), text)) return [faultAt(['labels', key, at], 'label-vague', { key })];
      const known = generic.header(folded(text));
      if (known !== null && isSame(known, special.header(folded(text))))
        return [faultAt(['labels', key, at], 'label-known', { key })];
      if (known === null || key === 'never' || mayMean(key.replace(WAY, ''), known.fact)) return [];
      if (known.fact === 'never') return [faultAt(['labels', key, at], 'label-ignored', { key })];
      return [faultAt(['labels', key, at], 'label-turned', { key, known: known.fact })];
    }),
  );
}

function isSame(one: Label, other: Label | null): boolean {
  return one.text === other?.text && one.fact === other.fact && one.channel === other.channel;
}
