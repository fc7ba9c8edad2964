import type { RequestMessage } from '../messages/requests.ts';
import { mayRecord, maySend, type SenderTier, tierOf } from '../messages/sender.ts';
import { type MessageSender, ownRoot, runtime } from '../platform/browser.ts';
import { now } from '../platform/clock.ts';
import { grantsOf, isAllowed, isListed } from '../platform/site-access.ts';
import { siteOf } from '../platform/site-address.ts';
import { createProfile } from '../storage/keys.ts';
import { ensureProfile } from '../storage/profiles.ts';
import type { ProfileKind, StoredProfile } from '../storage/schema.ts';
import { RequestError } from './request-error.ts';
import type { RequestContext } from './services.ts';

/**
 * Lets a request in: known sender, on a host that is listed or was granted, allowed to say this. Rejects with
 * `RequestError`. The practice desk gets the practice profile, made when it is first needed; everyone else the default.
 */
export async function admit(message: RequestMessage, sender: MessageSender): Promise<RequestContext> {
  const tier = tierOf(sender, { id: runtime.id, root: ownRoot() });
  if (tier === null) throw new RequestError('not-allowed', 'unknown sender');
  if (!maySend(tier, message.type) || !mayRecordThis(tier, message)) {
    throw new RequestError('not-allowed', `${tier.tier} may not send this ${message.type}`);
  }
  const place = tier.tier === 'content' ? tier : { origin: new URL(ownRoot()).origin, host: new URL(ownRoot()).host };
  if (tier.tier === 'content' && !(await isOpen(tier.origin))) {
    throw new RequestError('not-allowed', 'a host that is neither listed nor granted');
  }
  const profile = await profileFor(message, tier.tier === 'practice' ? 'practice' : 'normal');
  return {
    profile,
    tier: tier.tier,
    tab: `${sender.tab?.id ?? 'own'}`,
    // Of a page that changes its address in place the sender's own is the one it was loaded under.
    url: sender.tab?.url ?? sender.url ?? '',
    origin: place.origin,
    host: place.host,
  };
}

/** A lookout is answered even where nothing can be stored, as for a profile that nobody keeps: the overlay says what is wrong. */
function profileFor({ type }: RequestMessage, kind: ProfileKind): Promise<StoredProfile> {
  const profile = ensureProfile(kind, now());
  return type === 'peek' || type === 'wake' ? profile.catch(() => createProfile(kind, now())) : profile;
}

function mayRecordThis(tier: SenderTier, message: RequestMessage): boolean {
  return message.type !== 'record' || mayRecord(tier, message.body.intent.kind);
}

/** Whether a site is listed, or was granted by itself: a wider grant, as a browser's own settings can give it, is not used. */
async function isOpen(origin: string): Promise<boolean> {
  const site = siteOf(origin);
  if (site === null) return false;
  return isListed(site) ? isAllowed(site) : (await grantsOf(site)).length > 0;
}
