import type { PageFacts, PageKind } from './page-facts.ts';

/** How a value stands to the label that announces it. */
export type Relation =
  /** Behind the label, in one line with it. */
  | 'same-line'
  /** One of several labelled values of one line or sentence. */
  | 'sentence'
  /** In the element beside or below the label's. */
  | 'beside'
  /** In a cell under the label as the column's header. */
  | 'column'
  /** In a read-only or disabled input beside the label. */
  | 'field'
  /** No label: the text itself has the form of the fact. */
  | 'form'
  /** No label: the text or its `title` equals a name of the procedure table. */
  | 'name';

/** How sure the reader is: `sure` printed behind its own label, `likely` in a field or several agree, `guess` without a label. */
export type Confidence = 'sure' | 'likely' | 'guess';

/** Why something that could have been a fact was not taken. Never says what stood there. */
export type RejectReason =
  /** The label has nothing behind it. */
  | 'empty'
  /** What stands behind the label parses as nothing the label can mean. */
  | 'no-such-value'
  /** It looks like a date or a code, and is none: a day that does not exist, digits glued to it. */
  | 'malformed'
  /** It stands in an input that somebody may be typing in. */
  | 'draft'
  /** It stands under a title about something else: a payment, another dossier. */
  | 'elsewhere'
  /** Another place says it with more weight. */
  | 'outweighed'
  /** As likely as another value that differs. */
  | 'disagrees';

export interface Rejection {
  /** The label as our own vocabulary or the profile spells it, folded; null where there was none. Never page text. */
  readonly label: string | null;
  readonly relation: Relation;
  readonly reason: RejectReason;
}

/** One fact with where it came from and how sure it is. */
export interface ExplainedFact<T = string> {
  readonly value: T;
  /** The label as our own vocabulary or the profile spells it, folded; null where there was none. Never page text. */
  readonly label: string | null;
  readonly relation: Relation;
  readonly confidence: Confidence;
  readonly rejected: readonly Rejection[];
}

/** The names under which facts are explained: those of `PageFacts` but the doubts. */
export type FactName = Exclude<keyof PageFacts, 'doubts'>;

/** A dossier's facts, each explained; `rejected` at the end holds labels under which nothing at all was read. */
export interface ExplainedFacts {
  readonly facts: { readonly [K in FactName]?: ExplainedFact<NonNullable<PageFacts[K]>> };
  readonly missing: { readonly [K in FactName]?: readonly Rejection[] };
  readonly doubts: PageFacts['doubts'];
}

/** Something that speaks for the kind of the page. */
export type KindSignal =
  | 'address'
  | 'heading'
  | 'facts'
  | 'labels'
  | 'table'
  | 'rows'
  | 'control'
  | 'procedure'
  | 'dialog';

/** What the author of a portal profile could add. Says where on the page by structure, never what is written there. */
export interface ProfileHint {
  readonly hint: /** A value of this form stands beside or under a text that is no label anybody knows. */
    | 'unknown-label'
    /** The label is there, what stands behind it is no status the reader knows. */
    | 'unknown-status'
    /** The page's kind has one signal only: an address pattern or a heading would settle it. */
    | 'kind-needs-signal'
    /** No action of the profile has its control on this page. */
    | 'no-action';
  /** The fact that would be read, or the kind that would be believed. */
  readonly about: FactName | PageKind | null;
  /** Path of tags from the body, `main > div:2 > table > td:4`; null where it concerns the whole page. */
  readonly at: string | null;
}

/** Why a page was read as it was. Holds labels, relations and reasons; never page text. */
export interface PageExplanation {
  readonly kind: PageKind;
  /** Signals for each kind that had any. */
  readonly signals: { readonly [K in PageKind]?: readonly KindSignal[] };
  readonly facts: ExplainedFacts | null;
  readonly rows: readonly ExplainedFacts[];
  readonly hints: readonly ProfileHint[];
}
