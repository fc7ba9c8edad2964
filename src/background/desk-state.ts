import { type Desk, emptyDesk } from 'checklist-core/desk';
import type { TabPress, TabView } from './tab-desk.ts';

/**
 * What the background remembers of one profile's desk between two messages. It lies in `storage.session`: in memory,
 * through page loads and deaths of the worker, gone with the browser.
 */
export interface DeskState {
  /** Its own `pressed` and `inView` are always null here: they are those of a tab, and stand in `presses` and `views`. */
  readonly desk: Desk;
  /** Pressed actions that await their sign: one of a tab on a site. */
  readonly presses: readonly TabPress[];
  /** The dossier pages in view, one of a tab; the tab that spoke last stands last. */
  readonly views: readonly TabView[];
  /** Ids of the events that came last: a page that got no answer in time sends one again. */
  readonly heard: readonly string[];
  /**
   * The act that is being written for a session. If the worker dies between the journal and this state, it tells the
   * next act for the same session that there is an entry already.
   */
  readonly claim: { readonly sessionId: string; readonly entryId: string } | null;
}

export const emptyDeskState: DeskState = { desk: emptyDesk, presses: [], views: [], heard: [], claim: null };

/** Where desk states are kept. */
export interface DeskStore {
  load(profileId: string): Promise<DeskState>;
  save(profileId: string, state: DeskState): Promise<void>;
}
