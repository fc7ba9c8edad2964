import type { Broadcast } from '../messages/requests.ts';
import type { StoredProfile } from '../storage/schema.ts';
import type { DeskStore } from './desk-state.ts';
import type { PortalSource } from './portal-source.ts';

/** What the handlers use of the browser and of the clock, so that they run as they are in a test. */
export interface Services {
  readonly desks: DeskStore;
  readonly portals: PortalSource;
  /** Epoch ms. */
  readonly now: () => number;
  /** 128 random bits, base64url. */
  readonly newId: () => string;
  /** Tells every surface of this profile, and waits for none of them. */
  readonly tell: (profile: StoredProfile, broadcast: Broadcast) => void;
  /** What is due may have changed: look at badge and alarm again. */
  readonly dueChanged: () => void;
}

/** Who sent a request and for whom; made on admission. */
export interface RequestContext {
  readonly profile: StoredProfile;
  readonly tier: 'content' | 'page' | 'practice';
  /** Tells one page that waits for the sign of a pressed action from another; a page of ours outside of tabs has its own. */
  readonly tab: string;
  /** Address of the page it came from, as the tab shows it now. */
  readonly url: string;
  /** Origin of that page. */
  readonly origin: string;
  /** Host of that page; for a page of ours its path's own host, the extension's id. */
  readonly host: string;
}
