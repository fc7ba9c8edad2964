import { HOSTS } from '../../pages/families.ts';

/** One browser extension, or none, on a host of its own. */
export interface Arm {
  readonly name: string;
  /** Host that this arm's pages are served under; its extension matches no other. */
  readonly host: string;
  /** Where the content script begins, under `content/`; none: a page without any, or our own build. */
  readonly script?: string;
  /** It has a background that answers whatever is asked. */
  readonly answers?: boolean;
  /** Run before the page is parsed, as our own is; else when the browser thinks best. */
  readonly early?: boolean;
  /** Style sheets of the peer, below its `node_modules`. */
  readonly css?: readonly string[];
  /** Elements that are the arm's own: visible as soon as one of them is hit in a frame. Empty: it shows nothing by itself. */
  readonly seen?: string;
}

/** The page by itself: what every other arm is compared with, round by round. */
export const BASE = 'none';
export const OURS = 'ours';

/** Each a site of its own, under the same suffix as ours: a browser does more to open a page under a suffix of two parts. */
function guest(name: string, more: Omit<Arm, 'name' | 'host' | 'script'> = {}): Arm {
  return { name, host: `${name}-vi-du.gov.vn`, script: `${name}.ts`, ...more };
}

/** All arms. `none2` is `none` once more: the difference that is none. */
export const ARMS: readonly Arm[] = [
  { name: BASE, host: 'none-vi-du.gov.vn' },
  { name: 'none2', host: 'none2-vi-du.gov.vn' },
  guest('empty'),
  guest('observer'),
  guest('asks', { answers: true, early: true }),
  guest('reads', { seen: 'reads-once' }),
  // As built: its manifest lists this host.
  { name: OURS, host: HOSTS.opencps, seen: 'than-thien' },
  guest('driver', { css: ['driver.js/dist/driver.css'], seen: '.driver-popover' }),
  guest('shepherd', { css: ['shepherd.js/dist/css/shepherd.css'], seen: '.shepherd-element' }),
  // Its own element stays hidden until the sidebar, a page of another process, has answered.
  guest('hypothesis', { css: ['hypothesis/build/styles/highlights.css'], seen: '' }),
  guest('survey', { css: ['survey-core/survey-core.min.css'], seen: '#survey-place' }),
];
