import type { PageNode } from '../page-node.ts';
import { type Line, SEAM } from '../page-scan.ts';
import { bare } from './safe-label.ts';

/** A part of a line where a value may begin. */
export interface Piece {
  /** From there to the next label of the line, or to its end. */
  readonly text: string;
  /** The words right before it in the line, back to the value before them; empty where the line begins with it. */
  readonly before: string;
  /** The same with what the elements before those words say: `Ngày <b>vào sổ</b>`. Holds seams. */
  readonly joined: string;
  /** All of the line before it. */
  readonly prior: string;
}

/**
 * Where a value may begin: at the line's beginning, at another element, behind a colon or another mark; or with the first
 * figure behind the words that begin a line or an element.
 */
const BEGINNINGS = new RegExp(
  `^|[${SEAM}:：,;|•(]| [-–] |(?<=(?:^|[${SEAM}]) ?\\p{L}[^${SEAM}:：,;|•(\\d]{3,59}) (?=\\d)`,
  'gu',
);
/** What stands between that place and the value itself. */
const GAP = new RegExp(`^[\\s${SEAM}:：–-]+`);
/** Words with a colon behind a mark: another label, whose value is another. */
const NEXT_LABEL = new RegExp(`[${SEAM},;|•(][\\s${SEAM}–-]*\\p{L}[^${SEAM}:：,;|•\\d]*[:：].*$`, 'u');
const LABEL_END = new RegExp(`[\\s${SEAM}:：*(–-]+$`);
/** The words of a label, back from its end: no digit, no mark that ends what stood before it. */
const LABEL_TAIL = new RegExp(`(?:[^${SEAM}:：,;|•()+*/\\d]|(?<=\\p{L})/(?=\\p{L}))+$`, 'u');
const JOINED_TAIL = /(?:[^:：,;|•()+*/\d]|(?<=\p{L})\/(?=\p{L}))+$/u;

/** All parts of a line where a value may begin, in order. */
export function piecesOf(line: string): readonly Piece[] {
  const pieces = new Map<number, Piece>();
  for (const { 0: mark, index } of line.matchAll(BEGINNINGS)) {
    const text = line.slice(index + mark.length).replace(GAP, '');
    const from = line.length - text.length;
    if (text !== '') pieces.set(from, { text: text.replace(NEXT_LABEL, ''), ...labelsBefore(line.slice(0, from)) });
  }
  return [...pieces.values()];
}

function labelsBefore(prior: string): Omit<Piece, 'text'> {
  const words = withoutRemark(prior.replace(LABEL_END, ''));
  const tail = (pattern: RegExp) => pattern.exec(words)?.[0].trim() ?? '';
  return { before: tail(LABEL_TAIL), joined: tail(JOINED_TAIL), prior };
}

/** The seams of a line stay: they tell where a label begins. */
function withoutRemark(words: string): string {
  const open = words.endsWith(')') ? words.lastIndexOf('(') : -1;
  const isRemark = open >= 0 && bare(words.slice(0, open)) === bare(words);
  return isRemark ? words.slice(0, open).replace(LABEL_END, '') : words;
}

/** The smallest element of a line that holds the words a value begins with. */
export function elementOfPiece(line: Line, text: string): PageNode {
  const words = text.split(SEAM)[0]?.trim() ?? '';
  let element = line.block;
  for (;;) {
    const inner = element.children.find((child) => child.tag !== '#text' && printed(child).includes(words));
    if (inner === undefined) return element;
    element = inner;
  }
}

function printed(node: PageNode): string {
  if (node.tag === '#text') return node.visible ? node.text.replace(/\s+/g, ' ') : '';
  return node.children.map(printed).join('');
}
