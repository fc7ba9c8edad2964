import type { Intent, RequestType } from './requests.ts';

/** What the browser tells about who sent a message, as far as we look at it. */
export interface SenderFacts {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
}

/** Who we are ourselves. */
export interface OwnPlace {
  /** The extension's id. */
  readonly id: string;
  /** Root of our own pages, ending with a slash. */
  readonly root: string;
}

/**
 * Who may say what depends on where it was said: the overlay on a portal's page, a page of ours, or the practice desk,
 * which is both, and only ever speaks for the practice profile.
 */
export type SenderTier =
  | { readonly tier: 'content'; readonly origin: string; readonly host: string }
  | { readonly tier: 'page' }
  | { readonly tier: 'practice' };

/** Path of the practice desk under our root. */
const PRACTICE = 'src/training/practice/';

const FROM_CONTENT: ReadonlySet<RequestType> = new Set([
  'peek',
  'wake',
  'open',
  'see',
  'count',
  'waiting',
  'press',
  'settle',
  'finishCues',
  'bring',
  'record',
  'correctPage',
  'fold',
  'ruleOff',
  'teach',
  'teachPortal',
]);
const FROM_PAGE: ReadonlySet<RequestType> = new Set(['house', 'mark', 'setLanguage', 'desk', 'record']);
/** Pages of ours, but not the practice desk: what was practised is never given away. */
const TO_GIVE_AWAY: ReadonlySet<RequestType> = new Set([
  'prepareHandover',
  'giveHandover',
  'withdrawHandover',
  'receipt',
]);

/** Pages of ours, but not the practice desk: portals are real. */
const OF_PORTALS: ReadonlySet<RequestType> = new Set(['portals', 'importPortal', 'removePortal', 'setPortalEnabled']);

/** The tier of a sender, or null for a stranger. Whether a content script's host is listed or granted is asked apart. */
export function tierOf(sender: SenderFacts, own: OwnPlace): SenderTier | null {
  if (sender.id !== own.id || sender.url === undefined) return null;
  if (sender.url.startsWith(own.root)) {
    return sender.url.slice(own.root.length).startsWith(PRACTICE) ? { tier: 'practice' } : { tier: 'page' };
  }
  // The overlay runs in the top frame only; a frame inside a portal may be anyone's.
  if (sender.tab === undefined || (sender.frameId ?? 0) !== 0 || !URL.canParse(sender.url)) return null;
  const { protocol, origin, hostname } = new URL(sender.url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { tier: 'content', origin, host: hostname };
}

/** Pages of ours that speak of this computer; on the practice desk nothing is switched off. */
const OF_HEALTH: ReadonlySet<RequestType> = new Set(['rulesOff', 'clearRuleOff']);

/** Whether a tier may send a request of this type at all. */
export function maySend({ tier }: SenderTier, type: RequestType): boolean {
  if (tier === 'practice') return FROM_CONTENT.has(type) || FROM_PAGE.has(type);
  if (tier === 'content') return FROM_CONTENT.has(type);
  return FROM_PAGE.has(type) || TO_GIVE_AWAY.has(type) || OF_PORTALS.has(type) || OF_HEALTH.has(type);
}

/** Whether a tier may make this kind of entry: the day page never stands on a portal's page, a finish nowhere else. */
export function mayRecord({ tier }: SenderTier, kind: Intent['kind']): boolean {
  if (kind === 'void' || tier === 'practice') return true;
  return kind === (tier === 'content' ? 'finish' : 'day-page');
}
