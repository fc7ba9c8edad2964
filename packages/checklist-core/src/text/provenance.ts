/** How far a fact can be trusted; carried from the source documents into the data and onto the page that shows it. */
export type Confidence = 'verified' | 'recalled' | 'uncertain';

/** Where a rule, a day off or a term comes from. */
export interface Source {
  /** Short id that other parts of the same file cite, e.g. `qd-1847-2018`. */
  readonly id: string;
  /** Title with number and date, as a reader would look it up. */
  readonly title: string;
  readonly confidence: Confidence;
  /** What a reader should know before relying on it. */
  readonly note?: string;
}
