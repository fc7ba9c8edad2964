import { isControl } from './controls.ts';
import { plain } from './folded.ts';
import { LETTERS } from './letters.ts';
import type { PageNode } from './page-node.ts';
import {
  type HeadWords,
  isCell,
  isSeen,
  isTable,
  type PageTable,
  type Row,
  rowOf,
  rowsSoFar,
  tablesOf,
} from './page-table.ts';
import { withoutParts } from './pinned-columns.ts';

/**
 * Stands between the words of two elements of one line: a place where a label may end, or nothing at all. The invisible
 * separator: pages do not print it. No "noncharacter" such as U+FDD0 may stand here: Chromium refuses a content script
 * that holds one ("It isn't UTF-8 encoded").
 */
export const SEAM = '\uFFFC';

/** A line as a person sees it: the words between two block edges or line breaks. */
export interface Line {
  /** NFC, one space; `SEAM` where one element ends and another begins. Empty only for an empty input. */
  readonly text: string;
  readonly folded: string;
  /** The element whose line it is. */
  readonly block: PageNode;
  /** `control` and `menu` lines never hold labels, headings or facts without a label. */
  readonly place: Place;
  /** `print`: words of the page; `fixed`: a read-only input; `draft`: an input somebody may be typing in. */
  readonly ink: 'print' | 'fixed' | 'draft';
  /** Text node or input that the line begins with, and the one it ends with. */
  readonly first: PageNode;
  readonly last: PageNode;
  /** The element around the words has them in its `title` too: the portal keeps there what it cuts off. */
  readonly titled: boolean;
}

export type Place = 'text' | 'control' | 'menu';

/** What is visible on a page or in a dialog, read once. */
export interface PageScan {
  readonly lines: readonly Line[];
  readonly tables: readonly PageTable[];
  /** Dialogs in document order: the last one lies on top. Their content is in no other scan. */
  readonly dialogs: readonly PageScan[];
}

const BLOCKS = new Set(
  (
    'address article aside blockquote body button center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
const MENUS = new Set(['nav', 'aside', 'menu']);
const MENU_ROLES = new Set(['navigation', 'menu', 'menubar', 'tablist', 'listbox']);
const DIALOG_ROLES = new Set(['dialog', 'alertdialog']);
/** Dialog boxes of the frameworks that give them no role (Vuetify 1, Bootstrap, AUI, jQuery UI, Kendo). */
const DIALOGS = ['v-dialog', 'modal-dialog', 'aui-dialog', 'ui-dialog', 'yui3-widget-modal', 'k-window'];
/** Tooltips of the frameworks that give them no role: often another row's, left where the pointer was. */
const TIPS = ['v-tooltip__content', 'tippy-box', 'qtip', 'ui-tooltip', 'tooltip-inner'];
const STRUCK_OUT = new Set(['s', 'del', 'strike']);
/** No such class is without it; asked first, of every element. */
const BOX_HINT = /dialog|modal|window|tip/;
/** Custom elements that stand in a line of text; all others are boxes. */
const INLINE_CUSTOM = /^(mat-label|mat-hint|mat-error|mat-chip|nz-tag)$/;
const WORD = new RegExp(`[${LETTERS}\\d]`);
/** How a cut text ends. */
const CUT = / ?(…|\.\.\.)$/;
/** Half of a figure would be another one. */
const CUT_WORD = /[^ \uFFFC]+$/;
/** Long prose is no line of facts; only its beginning is kept. */
const LONGEST_LINE = 400;
/** No page nests its elements so deep; one that does must not overflow the stack. */
const DEEPEST = 800;

const NONE: readonly never[] = [];

/** So many elements are looked at in one go, where somebody reads a little at a step. */
const PIECE = 32;
/** A row of a table's columns counts as so many: little is asked of each cell. */
const ROW = 3;

/** What is visible below a node, and what that hangs on besides the node itself. */
interface Part extends PageScan {
  /** Where the element stands. */
  readonly outer: Place;
  /** The table before it, which may lend it its headers. */
  readonly before: PageTable | undefined;
}

const scans = new WeakMap<PageNode, PageScan>();
/** Parts of what is looked at a little at a step: what is done, and what has stayed since, is not looked at again. */
const parts = new WeakMap<PageNode, Part>();

/** Reads what is visible below `root`, once per root: asking again is free. `depth`: how many elements of what is being read stand around it. */
export function scanPage(root: PageNode, heads: HeadWords, depth = 0): PageScan {
  return scans.get(root) ?? whole(root, new Scanner(root, heads, depth));
}

/** Looks at a little more of what is below `root`. True if there is more; then `scanPage` has less left to do. */
export function scanOn(root: PageNode, heads: HeadWords): boolean {
  if (scans.has(root)) return false;
  const scanner = new Scanner(root, heads, 0, PIECE);
  if (!scanner.isCut) whole(root, scanner);
  return scanner.isCut;
}

function whole(root: PageNode, { scan }: Scanner): PageScan {
  const all = { ...scan, tables: withoutParts(scan.tables) };
  scans.set(root, all);
  return all;
}

/** All lines of a cell or another part of a page, in the order of the page; read anew, for who reads them once. */
export function linesOf(part: PageNode, heads: HeadWords): readonly Line[] {
  return (scans.get(part) ?? new Scanner(part, heads).scan).lines;
}

class Scanner {
  readonly scan: { lines: Line[]; tables: PageTable[]; dialogs: PageScan[] } = { lines: [], tables: [], dialogs: [] };
  readonly #heads: HeadWords;
  #words = '';
  #first: PageNode | null = null;
  #last: PageNode | null = null;
  #titled = false;
  #place: Place = 'text';
  #plainWords = false;
  /** How many elements of what is being read stand around the root. */
  #depth: number;
  /** So many elements may still be looked at; what is done by then is kept, so that the next one gets further. */
  #patience: number;
  #hasKept = false;
  /** It ran out of patience: there is more to see. */
  isCut = false;

  constructor(root: PageNode, heads: HeadWords, depth = 0, patience = Number.POSITIVE_INFINITY) {
    this.#heads = heads;
    this.#depth = depth;
    this.#patience = patience;
    this.#walk(root, root, 'text');
    this.#endLine(root);
  }

  /** Answers whether that many elements may still be looked at. */
  #mayLook(elements: number): boolean {
    this.isCut ||= this.#patience <= 0 && this.#hasKept;
    this.#patience -= elements;
    return !this.isCut;
  }

  #walk(node: PageNode, block: PageNode, place: Place): void {
    if (this.#depth > DEEPEST) return;
    this.#depth += 1;
    for (const child of node.children) {
      if (this.isCut) break;
      if (child.tag === '#text') this.#addWords(child, place);
      else this.#element(child, block, place);
    }
    this.#depth -= 1;
  }

  #addWords(node: PageNode, place: Place): void {
    const words = node.text;
    if (words.trim() === '') {
      this.#words += words === '' ? '' : ' ';
    } else if (node.visible) {
      if (place === 'text') this.#plainWords = true;
      this.#place = place;
      this.#first ??= node;
      this.#last = node;
      this.#words += this.#uncut(words, node.parent?.attribute('title') ?? null);
    }
  }

  /** The words, or the title that they are or begin: a title that says something else belongs to something else. */
  #uncut(words: string, title: string | null): string {
    if (title === null || title.length > LONGEST_LINE) return words;
    const shown = plain(words.replaceAll(SEAM, ''));
    const whole = plain(title);
    const cut = CUT.test(shown) && whole.startsWith(shown.replace(CUT, ''));
    this.#titled ||= cut || whole === shown;
    return cut ? title : words;
  }

  #element(element: PageNode, block: PageNode, outer: Place): void {
    const known = parts.get(element);
    if (known?.outer === outer && known.before === this.scan.tables.at(-1)) {
      this.#endLine(block);
      this.#take(known);
    } else if (this.#mayLook(1)) this.#newElement(element, block, outer);
  }

  #take({ lines, tables, dialogs }: PageScan): void {
    this.scan.lines.push(...lines);
    this.scan.tables.push(...tables);
    this.scan.dialogs.push(...dialogs);
  }

  #keep(element: PageNode, part: Part): void {
    parts.set(element, part);
    this.#hasKept = true;
  }

  #newElement(element: PageNode, block: PageNode, outer: Place): void {
    const { tag } = element;
    const role = element.attribute('role');
    if (isPutAway(element, role)) return;
    const place = placeOf(element, role, outer);
    if (tag === 'br' || tag === 'hr') this.#endLine(block);
    else if (element.value !== null) this.#input(element, block, place);
    else if (isDialog(element, role)) this.#dialog(element, block);
    else if (isTable(element, role) && this.#table(element, block, outer)) return;
    else if (BLOCKS.has(tag) || isCell(element, role) || (tag.includes('-') && !INLINE_CUSTOM.test(tag))) {
      this.#endLine(block);
      this.#block(element, place, outer);
    } else {
      this.#words += SEAM;
      this.#walk(element, block, place);
      this.#words += SEAM;
    }
  }

  /** Looks at a block, and keeps what it saw if that was more than words. */
  #block(element: PageNode, place: Place, outer: Place): void {
    const { lines, tables, dialogs } = this.scan;
    const line = lines.length;
    const table = tables.length;
    const dialog = dialogs.length;
    const before = tables.at(-1);
    const patience = this.#patience;
    this.#walk(element, element, place);
    this.#endLine(element);
    if (this.isCut || patience === this.#patience) return;
    this.#keep(element, {
      lines: lines.slice(line),
      tables: tables.slice(table),
      dialogs: dialogs.slice(dialog),
      outer,
      before,
    });
  }

  #input(input: PageNode, block: PageNode, place: Place): void {
    if (!input.visible) return;
    this.#endLine(block);
    if (isControl(input)) {
      this.#push(input.value ?? '', input, 'control', 'print');
    } else {
      const fixed = input.attribute('readonly') !== null || input.attribute('disabled') !== null;
      this.#push(input.value ?? '', input, place, fixed ? 'fixed' : 'draft');
    }
  }

  #dialog(dialog: PageNode, block: PageNode): void {
    this.#endLine(block);
    const inside = scanPage(dialog, this.#heads, this.#depth);
    if (inside.lines.length > 0 || inside.tables.length > 0) this.scan.dialogs.push(inside);
    // A dialog opened from within a dialog lies above it.
    this.scan.dialogs.push(...inside.dialogs);
  }

  /** True if the table has columns; a table that only lays labels and values out is read like any other block. */
  #table(element: PageNode, block: PageNode, outer: Place): boolean {
    const before = this.scan.tables.at(-1);
    const rows = this.#rows(element);
    if (this.isCut) return true;
    const tables = tablesOf(element, rows, before, this.#heads);
    if (tables === null) return false;
    this.#endLine(block);
    const part = { lines: NONE, tables: element.visible ? tables : NONE, dialogs: NONE, outer, before };
    this.#keep(element, part);
    this.#take(part);
    return true;
  }

  #rows(table: PageNode): readonly Row[] {
    const { nodes, rows } = rowsSoFar(table);
    for (const node of nodes.slice(rows.length)) {
      if (!isSeen(node)) {
        if (!this.#mayLook(ROW)) break;
        this.#hasKept = true;
      }
      rows.push(rowOf(node));
    }
    return rows;
  }

  #endLine(block: PageNode): void {
    if (this.#words === '') return;
    if (WORD.test(this.#words)) {
      const words = this.#titled ? this.#words : this.#uncut(this.#words, block.attribute('title'));
      this.#push(words, block, this.#plainWords ? 'text' : this.#place, 'print');
    }
    this.#words = '';
    this.#first = null;
    this.#last = null;
    this.#titled = false;
    this.#plainWords = false;
  }

  #push(words: string, block: PageNode, place: Place, ink: Line['ink']): void {
    const text = tidy(words.length > LONGEST_LINE ? words.slice(0, LONGEST_LINE).replace(CUT_WORD, '') : words);
    const first = this.#first ?? block;
    const last = this.#last ?? block;
    this.scan.lines.push({ text, folded: text.toLowerCase(), block, first, last, place, ink, titled: this.#titled });
  }
}

/** One seam where elements meet, one space elsewhere, none at the ends. */
function tidy(words: string): string {
  const spaced = plain(words);
  if (!spaced.includes(SEAM)) return spaced;
  return spaced
    .replace(/ ?\uFFFC[ \uFFFC]*/g, (run) => (run.includes(' ') ? ` ${SEAM}` : SEAM))
    .replace(/^[ \uFFFC]+|[ \uFFFC]+$/g, '');
}

function placeOf(element: PageNode, role: string | null, outer: Place): Place {
  // An accordion is a list of tabs with their panels in it.
  if (role === 'tabpanel' && outer === 'menu') return 'text';
  if (outer === 'menu' || MENUS.has(element.tag) || (role !== null && MENU_ROLES.has(role))) return 'menu';
  return outer === 'control' || element.tag === 'a' || isControl(element, role) ? 'control' : outer;
}

function isDialog(element: PageNode, role: string | null): boolean {
  if (element.tag === 'dialog' || (role !== null && DIALOG_ROLES.has(role))) return true;
  if (element.attribute('aria-modal') === 'true') return true;
  return element.tag === 'div' && hasClass(element, DIALOGS);
}

/**
 * What was struck out, tooltips, and panels that their own roles and attributes put away: tabs and steps that are not the
 * current one.
 */
function isPutAway(element: PageNode, role: string | null): boolean {
  if (STRUCK_OUT.has(element.tag) || role === 'tooltip' || element.attribute('inert') !== null) return true;
  if (role === 'tabpanel') return isTrue(element, 'aria-hidden') || element.attribute('aria-expanded') === 'false';
  return element.tag === 'div' && hasClass(element, TIPS);
}

function hasClass(element: PageNode, names: readonly string[]): boolean {
  const all = element.attribute('class');
  return all !== null && BOX_HINT.test(all) && all.split(/\s+/).some((one) => names.includes(one));
}

function isTrue(element: PageNode, name: string): boolean {
  return element.attribute(name) === 'true';
}
