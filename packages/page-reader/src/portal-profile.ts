import type { PageKind } from './page-facts.ts';

/** Outcome of a portal action; same words as checklist-core's `Outcome`. */
export type ActionOutcome = 'received' | 'returned' | 'supplement' | 'refused';

/** An action of the portal: which control commits it and how its success shows. Texts are compared folded, without icon words. */
export interface PortalAction {
  readonly id: string;
  readonly outcome: ActionOutcome;
  /** Page kinds on which the action can be pressed. */
  readonly on: readonly PageKind[];
  /** Text of the control that starts the action (it may unfold a form), e.g. `Trả kết quả`. */
  readonly start: readonly string[];
  /** Text of the control that commits it; empty when `start` commits at once. */
  readonly commit: readonly string[];
  /** Any one of these, appearing after the press, is the sign of success. */
  readonly success: readonly SuccessSign[];
  /** Any of these texts, appearing after the press, says that the portal refused: the pressed action is forgotten. */
  readonly failure: readonly string[];
  /**
   * Pressing the commit control twice is the same as pressing it once, so its first press may be held back where an
   * office wants the finish before. Never where the control goes away with the press, as in a menu. Default: false.
   */
  readonly holdable?: boolean;
}

export type SuccessSign =
  | { readonly sign: 'text'; readonly text: string }
  | { readonly sign: 'status'; readonly status: number }
  | { readonly sign: 'url'; readonly pattern: string };

/** Tells a page kind by URL and by what is on the page. A kind is believed when two independent signals agree. */
export interface PagePattern {
  readonly kind: PageKind;
  /** Regular expression over path + search + hash; a calm one (`isCalmPattern`). */
  readonly url?: string;
  /** Folded heading texts, any of which marks this kind. */
  readonly heading?: readonly string[];
}

/**
 * What a label of a portal announces. `submitted…` and `received…` may also say the channel; `newDue` replaces the
 * appointment, `stepDue` is the deadline of a step or a person; `mixed` heads a column of cells that hold several
 * facts; the value of a `never` label is not looked at.
 */
export type LabelKey =
  | 'code'
  | 'procedureCode'
  | 'procedureName'
  | 'channel'
  | 'submitted'
  | 'submittedDirect'
  | 'submittedOnline'
  | 'received'
  | 'receivedDirect'
  | 'receivedOnline'
  | 'receivedPost'
  | 'due'
  | 'newDue'
  | 'stepDue'
  | 'term'
  | 'status'
  | 'dueText'
  | 'mixed'
  | 'never';

/** All knowledge of one portal family, as data (`src/rules/portals`). Nothing else may name a label or URL of a portal. */
export interface PortalProfile {
  readonly format: 'portal-profile/1';
  /** A profile that comes by file or policy takes the place of one below it with the same id. */
  readonly id: string;
  /** Tells two files of one profile apart, e.g. `1.2.0`. */
  readonly version?: string;
  readonly title: string;
  /** The kill switch: `false` keeps the overlay off all hosts of this profile. Default: true. */
  readonly enabled?: boolean;
  /**
   * Hosts this profile belongs to, lower case: exact (`motcua.example.vn`, `10.0.0.5`), with a port (`10.0.0.5:8080`) or
   * every host below a name (`*.example.vn`). http and https alike.
   */
  readonly hosts: readonly string[];
  /** Id of the rule pack that goes with these hosts; without it, and where there is no such pack, the default one. */
  readonly pack?: string;
  readonly pages: readonly PagePattern[];
  /** Labels this portal adds to the reader's own synonyms; one that the reader knows gets the meaning given here. */
  readonly labels: Readonly<Partial<Record<LabelKey, readonly string[]>>>;
  readonly actions: readonly PortalAction[];
  /** `verified`: seen or read in a source; `recalled`: from memory; `uncertain`: a guess, or partly one. */
  readonly confidence: 'verified' | 'recalled' | 'uncertain';
  /** Where the facts come from and which of them are guesses. */
  readonly source: string;
}
