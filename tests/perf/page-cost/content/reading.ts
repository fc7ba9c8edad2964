import { LiveTree } from 'page-reader/dom';
import { readInSteps, type WordedContext } from 'page-reader/worded';

/** What reading a list costs by itself, in ms. */
export interface ReadingCost {
  /** In a page that was never read, with code that never ran. */
  readonly first: number;
  /** The list's next page, drawn in place of the first: all its elements are new, and so are its codes. */
  readonly next: number;
  /** After other words in one row of a list that was read before. */
  readonly change: number;
  readonly rows: number;
}

const CHANGES = 8;

/** What it costs, in ms, to come by all that is to be read in a page that was never looked at: no word of it is made out. */
function costOfLooking(): number {
  const begun = performance.now();
  let letters = 0;
  const look = (element: Element) => {
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return;
    for (let node = element.firstChild; node !== null; node = node.nextSibling) {
      if (node.nodeType === Node.TEXT_NODE) letters += node.nodeValue?.length ?? 0;
      else if (node.nodeType === Node.ELEMENT_NODE) look(node as Element);
    }
  };
  look(document.body);
  const cost = performance.now() - begun;
  if (letters === 0) throw new Error('the page has no text');
  return cost;
}

/** Reads the page as the overlay does, but in one go. */
function costOf(context: WordedContext): ReadingCost {
  const tree = new LiveTree({ stirred: () => false });
  const observer = new MutationObserver(() => undefined);
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const read = () => {
    const begun = performance.now();
    tree.touch(observer.takeRecords());
    const steps = readInSteps(tree.root(document.body), context);
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return { ms: performance.now() - begun, rows: value.rows.length };
    }
  };
  const first = read();
  turnPage();
  const next = read();
  const status = statusIn(document.querySelector('tbody tr:nth-child(3)') ?? document);
  const changes = Array.from({ length: CHANGES }, (_, at) => {
    status.nodeValue = at % 2 === 0 ? 'Chờ bổ sung' : 'Đang xử lý';
    return read().ms;
  });
  const change = changes.toSorted((a, b) => a - b)[CHANGES / 2] ?? Number.NaN;
  return { first: first.ms, next: next.ms, change, rows: Math.min(first.rows, next.rows) };
}

/** New elements for the whole list, each dossier's running number another one; laid out, as before a reading. */
function turnPage(): void {
  const list = document.querySelector('tbody');
  if (list === null) throw new Error('the page has no list');
  const markup = list.innerHTML;
  list.innerHTML = markup.replaceAll(/(-\d{6,8}-)(\d{3})/g, (_, day, number) => `${day}${Number(number) + 100}`);
  if (list.innerHTML === markup) throw new Error('the list has no codes');
  list.getBoundingClientRect();
}

function statusIn(row: Node): Node {
  const texts = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (text.nodeValue?.trim() === 'Đang xử lý') return text;
  }
  throw new Error('the row has no status');
}

Reflect.set(globalThis, 'costOfReading', costOf);
Reflect.set(globalThis, 'costOfLooking', costOfLooking);
