import type { NameIndex } from './grammar/procedure-name.ts';
import type { NamedProcedure } from './named-procedure.ts';
import type { PageKind } from './page-facts.ts';
import type { PortalProfile } from './portal-profile.ts';
import type { ReaderWords } from './reader-words.ts';

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

/** The same with the words to read by, and the names of the procedure table ready to be looked up. */
export interface WordedContext extends Omit<PageContext, 'procedures'> {
  readonly procedures: NameIndex;
  readonly words: ReaderWords;
}
