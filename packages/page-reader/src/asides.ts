import type { PageNode } from './page-node.ts';
import type { Line } from './page-scan.ts';
import type { KnownPatterns } from './reader-words.ts';
import { isInside } from './value-place.ts';

/** A part of a dossier's page that tells of something else: of one of its steps, or of another thing altogether. */
export interface Aside {
  readonly box: PageNode;
  readonly of: 'step' | 'another';
  /** The level of its title: 1 is a page's own, a greater number stands below. */
  readonly rank: number;
}

/** Titles of the boxes that frameworks part a page into. */
const BOX_TITLE =
  /(?:card|panel|box|section|portlet|accordion|collapse|descriptions|group)[-_a-z]*(?:title|head|caption)/i;
const BOX_RANK = 5;
/**
 * The part of the page that a line begins, if it is the title of one that tells of something else; null where another
 * title of its level ends that; the part before where the line is no title, or one within it. Titles in a row are the
 * captions of tabs or steps. `around`: how far such a part reaches, null where nobody knows.
 */
export function asideAt(
  lines: readonly Line[],
  at: number,
  before: Aside | null,
  { opening, step, another }: KnownPatterns,
  around: (of: Aside['of']) => PageNode | null,
): Aside | null {
  const line = lines[at];
  if (line === undefined) return before;
  const words = line.folded.replace(opening, '');
  const of = step.test(words) ? 'step' : another.test(words) ? 'another' : null;
  // Most lines are neither within such a part nor begin one: nothing is asked of their elements.
  const rank = of === null && before === null ? 0 : titleRank(line);
  if (rank === 0) return before;
  const beside = [lines[at - 1], lines[at + 1]];
  // A button beside a title does something with what stands below it.
  if (line.place === 'control' && beside.some((one) => one?.place === 'text' && titleRank(one) > 0)) return before;
  const isCaption = beside.some((one) => titleRank(one) === rank);
  if (of === null || isCaption) return before !== null && rank <= before.rank ? null : before;
  const box = around(of);
  return box === null ? null : { box, of, rank };
}

/** What a line stands in that is not the dossier's own; null: nothing. */
export function standsIn({ first }: Line, aside: Aside | null): Aside['of'] | null {
  return aside !== null && isInside(first, aside.box) ? aside.of : null;
}

/** Levels of headings, as the page gives them; 0: no title. */
function titleRank(line: Line | undefined): number {
  if (line === undefined || line.place === 'menu') return 0;
  const { block } = line;
  const level = /^h([1-6])$/.exec(block.tag)?.[1];
  if (level !== undefined) return Number(level);
  return isBoxTitle(block) || (block.parent !== null && isBoxTitle(block.parent)) ? BOX_RANK : 0;
}

function isBoxTitle(node: PageNode): boolean {
  if (/^(?:legend|summary|.*-title)$/.test(node.tag) || node.attribute('role') === 'heading') return true;
  return BOX_TITLE.test(node.attribute('class') ?? '');
}
