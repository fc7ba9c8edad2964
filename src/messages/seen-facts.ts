import type { PageFacts } from 'page-reader';

/** What of a page's facts leaves the page: not a word as printed. */
export type SeenFacts = Omit<PageFacts, 'term' | 'statusText' | 'dueText'>;

/** The facts of a page without what it prints. */
export function seenFacts({ term: _term, statusText: _statusText, dueText: _dueText, ...seen }: PageFacts): SeenFacts {
  return seen;
}
