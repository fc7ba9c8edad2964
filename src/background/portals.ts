import { readPackText } from 'checklist-core/pack';
import type { PortalProfile } from 'page-reader';
import { isTaughtId, layOver, parseProfile, taughtId } from 'page-reader/profile';
import type { DeskRequests, PageRequests, PortalsView } from '../messages/requests.ts';
import { portalById } from '../rules/portals/index.ts';
import { changeKept, switchedOn, withoutProfile, withProfile } from './kept-portals.ts';
import { portalInForce, portalLayers } from './portal-layers.ts';
import type { KeptPortals } from './portal-source.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext, Services } from './services.ts';

/** The portal family that the practice desk imitates. */
const PRACTICE_PORTAL = 'opencps';

/**
 * The profile in force where a request comes from, all layers in one; null: the generic reader, and on pages of ours.
 * Rejects with `RequestError` where a kill switch keeps the overlay away: it leaves the page and says nothing.
 */
export async function portalOf({ portals }: Services, context: RequestContext): Promise<PortalProfile | null> {
  if (context.tier === 'practice') return portalById(PRACTICE_PORTAL);
  if (context.tier === 'page') return null;
  const portal = portalInForce(await portalLayers(portals), hostOf(context));
  if (portal === 'off') throw new RequestError('not-allowed', 'switched off on this host');
  return portal;
}

/** Every profile, where it comes from and whether it acts. */
export function viewPortals({ portals }: Services): Promise<PortalsView> {
  return portalLayers(portals);
}

/**
 * Takes a profile from a file, in the place of one with the same id; what a colleague was shown of a host is added to what
 * was shown of it here. A faulty one changes nothing, nor does one that is older than what is kept.
 */
export async function importPortal(
  services: Services,
  context: RequestContext,
  text: string,
): Promise<PageRequests['importPortal']['value']> {
  const read = readPackText(text);
  if (!read.ok) return { faults: read.faults };
  const parsed = parseProfile(read.value);
  if (!parsed.ok) return { faults: parsed.faults };
  const { profile } = parsed;
  const { id, title, hosts, version: given } = profile;
  const newer = await newerVersion(services, profile);
  if (newer !== null && given !== undefined) return { older: { title, given, kept: newer } };
  const add = isTaughtId(id) ? withLesson : withProfile;
  await changeKept(services.portals, (kept) => add(kept, profile));
  services.tell(context.profile, { type: 'rules' });
  const { rows } = await portalLayers(services.portals);
  const row = rows.find((each) => each.origin !== 'policy' && each.profile.id === id);
  return { imported: { id, title, hosts, replacedBy: row?.replacedBy ?? null } };
}

/** The version that is kept under the id of this profile, if it is newer; null: none is. */
async function newerVersion({ portals }: Services, { id, version }: PortalProfile): Promise<string | null> {
  const { rows } = await portalLayers(portals);
  const kept = rows.find(({ origin, profile }) => origin === 'imported' && profile.id === id)?.profile.version;
  return version !== undefined && kept !== undefined && isNewer(kept, version) ? kept : null;
}

function isNewer(one: string, other: string): boolean {
  return new Intl.Collator('en', { numeric: true }).compare(one, other) > 0;
}

/** Forgets a profile that was imported or taught, and that it was switched off; one that ships or comes by policy stays. */
export async function removePortal(services: Services, context: RequestContext, id: string): Promise<void> {
  await changeKept(services.portals, (kept) => withoutProfile(kept, id));
  const { rows } = await portalLayers(services.portals);
  // Of its namesake below, which acts from now on, the official said so too.
  if (rows.every(({ profile }) => profile.id !== id))
    await changeKept(services.portals, (kept) => switchedOn(kept, id));
  services.tell(context.profile, { type: 'rules' });
}

/** The official's own kill switch. What the policy or the file switches off stays off. */
export async function setPortalEnabled(
  services: Services,
  context: RequestContext,
  { id, enabled }: PageRequests['setPortalEnabled']['body'],
): Promise<void> {
  await changeKept(services.portals, (kept) => {
    const on = switchedOn(kept, id);
    return enabled ? on : { ...on, off: [...on.off, id] };
  });
  services.tell(context.profile, { type: 'rules' });
}

/**
 * Adds pages and labels that the official showed us to what was taught for this host before. A lesson speaks of the
 * host it was given on and of nothing but pages and labels. Rejects with `RequestError`; nothing was kept then.
 */
export async function teachPortal(
  services: Services,
  context: RequestContext,
  { profile }: DeskRequests['teachPortal']['body'],
): Promise<void> {
  if (context.tier !== 'content' || !isLesson(profile, hostOf(context))) {
    throw new RequestError('not-allowed', 'a lesson holds pages and labels of its own host only');
  }
  await changeKept(services.portals, (kept) => withLesson(kept, profile));
  services.tell(context.profile, { type: 'rules' });
}

/** Host with its port: profiles may name either. */
export function hostOf({ origin }: RequestContext): string {
  return new URL(origin).host;
}

function isLesson(profile: PortalProfile, host: string): boolean {
  const { id, hosts, actions, pack, enabled } = profile;
  const isBare = actions.length === 0 && pack === undefined && enabled === undefined;
  return isBare && id === taughtId(host) && hosts.length === 1 && hosts[0] === host;
}

/** With a lesson laid over what was taught under its id before, here or elsewhere. Throws `RequestError` where that is too much. */
function withLesson(kept: KeptPortals, lesson: PortalProfile): KeptPortals {
  const read = kept.profiles.map(parseProfile).find((each) => each.ok && each.profile.id === lesson.id);
  const before = read?.ok ? read.profile : lesson;
  const hosts = [...new Set([...lesson.hosts, ...before.hosts])];
  // Switched off in an older file is not switched off in this one.
  const { version = before.version } = lesson;
  const both = { ...layOver(lesson, before), hosts, ...(version === undefined ? {} : { version }) };
  const laid = parseProfile(withoutDoubles(both));
  if (!laid.ok) throw new RequestError('bad-message', `too much for one host: ${laid.faults[0]?.path}`);
  return withProfile(kept, laid.profile);
}

/** The same page taught twice is one. */
function withoutDoubles(profile: PortalProfile): PortalProfile {
  const shapes = profile.pages.map((page) => JSON.stringify(page));
  return { ...profile, pages: profile.pages.filter((_, at) => shapes.indexOf(shapes[at] ?? '') === at) };
}
