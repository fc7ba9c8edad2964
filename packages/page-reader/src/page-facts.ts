/** Every kind of page, most frequent first. */
export const PAGE_KINDS = ['list', 'detail', 'receive', 'return', 'procedure', 'filing', 'rating', 'other'] as const;

/** What kind of page the official is looking at. */
export type PageKind = (typeof PAGE_KINDS)[number];

/** How the dossier came in; a page that does not say leaves it out. */
export type PageChannel = 'direct' | 'online' | 'post';

/** What a portal's own due text says: still running, late, paused; or how a finished dossier was resolved. */
export type DueState = 'running' | 'late' | 'paused' | 'on-time' | 'early';

/** Something the reader noticed and does not decide on its own. */
export type Doubt = 'due-before-received' | 'due-malformed' | 'received-malformed' | 'codes-disagree' | 'dues-disagree';

/**
 * Facts of one dossier as printed. NEVER the applicant: a value gets here only if it parses in a closed grammar
 * (code, date, term, status, due text) or equals a name or code of the procedure table (docs/architecture.md).
 */
export interface PageFacts {
  readonly code?: string;
  readonly procedureCode?: string;
  readonly procedureName?: string;
  readonly channel?: PageChannel;
  /** ISO local time as precise as printed: `2026-10-21T07:34:24`, `2026-10-21T07:34` or `2026-10-21`. */
  readonly received?: string;
  /** Appointment as printed: authoritative. Same form as `received`. */
  readonly due?: string;
  /** Deadline of the current step or the person; never mixed with `due`. */
  readonly stepDue?: string;
  /** Term as printed, e.g. `3 ngày làm việc`. */
  readonly term?: string;
  /** Status as printed, only if it is a known status text. */
  readonly statusText?: string;
  /** National status 1–10; see `national-status.ts`. */
  readonly status?: number;
  /** Due text as printed, e.g. `Quá 1.25 ngày`. */
  readonly dueText?: string;
  /** What the due text says, apart from its words. */
  readonly dueState?: DueState;
  readonly doubts: readonly Doubt[];
}

/** How many facts are known; doubts are none. */
export function factCount(facts: PageFacts): number {
  return Object.keys(facts).length - 1;
}

/** What was read on a page. `facts` belongs to detail, receive, return and procedure pages, `rows` to lists. */
export interface PageReading {
  readonly kind: PageKind;
  readonly facts: PageFacts | null;
  readonly rows: readonly PageFacts[];
  /** Only with kind `other`: it is no page we know, but it shows the code of a dossier or labels that we know. */
  readonly familiar?: true;
}
