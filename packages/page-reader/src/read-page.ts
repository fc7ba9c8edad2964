import type { NamedProcedure } from './named-procedure.ts';
import type { PageKind } from './page-facts.ts';
import type { PortalProfile } from './portal-profile.ts';

/** What the reader has to know besides the page itself. */
export interface PageContext {
  /** Full URL of the page. */
  readonly url: string;
  /** Profile of this host; null: the generic reader. */
  readonly profile: PortalProfile | null;
  /** The procedure table: a procedure's name is read only if it equals a row. */
  readonly procedures: readonly NamedProcedure[];
  /** What the official said that this page is; overrides recognition. */
  readonly kind?: PageKind;
}
