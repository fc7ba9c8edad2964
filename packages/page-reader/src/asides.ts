import type { PageNode } from './page-node.ts';
import type { Line } from './page-scan.ts';
import type { AsidePatterns } from './reader-words.ts';
import { isInside } from './value-place.ts';

/** A part of a dossier's page that tells of something else: of one of its steps, or of another thing altogether. */
export interface Aside {
  readonly box: PageNode;
  readonly of: 'step' | 'another';
  /** The level of its title: 1 is a page's own, a greater number stands below. */
  readonly rank: number;
}

/** Titles of the boxes that frameworks part a page into. */
const BOX_TITLE = /(?:card|panel|box|section|portlet|accordion|collapse|expansion|fieldset)[-_]*(?:title|head)/;
const BOX_RANK = 5;

/**
 * The part of the page that a line begins, if it is the title of one that tells of something else; null where the title
 * brings back the dossier's own; the part before where the line is no title or says nothing of it. `around`: how far such
 * a part reaches, null where nobody knows.
 */
export function asideAt(
  line: Line,
  before: Aside | null,
  { opening, step, another, own }: AsidePatterns,
  around: () => PageNode | null,
): Aside | null {
  const rank = titleRank(line);
  if (rank === 0) return before;
  const words = line.folded.replace(opening, '');
  const of = step.test(words) ? 'step' : another.test(words) ? 'another' : null;
  if (of === null) return before !== null && (rank < before.rank || own.test(line.folded)) ? null : before;
  const box = around();
  return box === null ? null : { box, of, rank };
}

/** What a line stands in that is not the dossier's own; null: nothing. */
export function standsIn({ first }: Line, aside: Aside | null): Aside['of'] | null {
  return aside !== null && isInside(first, aside.box) ? aside.of : null;
}

/** Levels of headings, as the page gives them; 0: no title. */
function titleRank({ block, place }: Line): number {
  const level = /^h([1-6])$/.exec(block.tag)?.[1];
  if (level !== undefined) return Number(level);
  if (place !== 'text') return 0;
  const isTitle =
    block.tag === 'legend' ||
    block.attribute('role') === 'heading' ||
    BOX_TITLE.test(block.attribute('class')?.toLowerCase() ?? '');
  return isTitle ? BOX_RANK : 0;
}
