import type { DossierDesk, PracticeOutcome } from '../dossier.ts';
import type { WallTime } from '../wall-time.ts';
import type { Route } from './route.ts';

/** What happened on the practice portal, for whoever mounted it. */
export type PortalEvent =
  | { readonly type: 'page'; readonly page: Route['page'] }
  | { readonly type: 'sent'; readonly outcome: PracticeOutcome }
  | { readonly type: 'action'; readonly outcome: PracticeOutcome; readonly success: boolean };

export interface OpenCpsOptions {
  readonly desk: DossierDesk;
  readonly now: () => WallTime;
  /** How long a page shows its skeleton before the facts come, in ms. */
  readonly slow: number;
  /** How long the portal takes to answer an action, in ms. */
  readonly answer: () => number;
  /** True: the portal refuses every action. */
  readonly fails: boolean;
  readonly onEvent?: (event: PortalEvent) => void;
}

/** What a page of the portal works with. `signal` ends when the official leaves the page. */
export interface Portal {
  readonly options: OpenCpsOptions;
  readonly app: HTMLElement;
  readonly signal: AbortSignal;
  navigate(route: Route): void;
  /** Asks the portal's server to apply an outcome; resolves to false where it refuses. Never rejects. */
  act(id: number, outcome: PracticeOutcome, applicant?: string): Promise<boolean>;
  toast(kind: 'success' | 'error', text: string): void;
}

/** Waits, unless the official leaves the page first: then it never goes on. */
export function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}
