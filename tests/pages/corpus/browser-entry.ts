import { type PageContext, type PageReading, readPage } from 'page-reader';
import { LiveTree, pageNode } from 'page-reader/dom';

/** One state to be read: where it is served, and what its expectation names. */
export interface Visit {
  readonly url: string;
  readonly context: PageContext;
  /** Script run after a first reading. */
  readonly afterwards: string | null;
}

declare global {
  interface Window {
    /** Reads the page as it is now; what did not change since the last reading is not looked at again. */
    readCorpusPage(context: PageContext): PageReading;
    /** Opens every state in the frame of this page, one after the other; the readings as JSON. */
    readCorpus(visits: readonly Visit[]): Promise<string>;
  }
}

const WATCHED = { subtree: true, childList: true, characterData: true, attributes: true };
const observer = new MutationObserver(() => undefined);
const tree = new LiveTree({ onRoot: (root) => observer.observe(root, WATCHED) });
observer.observe(document, WATCHED);

window.readCorpusPage = (context) => {
  tree.touch(observer.takeRecords());
  const reading = readPage(tree.root(document.body), context);
  const afresh = readPage(pageNode(document.body), context);
  if (JSON.stringify(reading) !== JSON.stringify(afresh)) throw new Error('what was remembered is not true any more');
  return reading;
};

window.readCorpus = async (visits) => {
  const frame = document.querySelector('iframe');
  const reader = document.querySelector('script')?.text;
  if (frame === null || reader === undefined) throw new Error('this is not the page that reads the corpus');
  const readings: PageReading[] = [];
  for (const { url, context, afterwards } of visits) {
    await opened(frame, url);
    run(frame, reader);
    if (afterwards !== null) {
      frame.contentWindow?.readCorpusPage(context);
      run(frame, afterwards);
    }
    const reading = frame.contentWindow?.readCorpusPage(context);
    if (reading !== undefined) readings.push(reading);
  }
  return JSON.stringify(readings);
};

function opened(frame: HTMLIFrameElement, url: string): Promise<void> {
  return new Promise((loaded) => {
    frame.addEventListener('load', () => loaded(), { once: true });
    frame.src = url;
  });
}

/** Runs a script in the frame's own page and leaves no trace of it there. */
function run(frame: HTMLIFrameElement, text: string): void {
  const script = document.createElement('script');
  const page = frame.contentDocument;
  const adopted = page?.adoptNode(script) ?? script;
  adopted.text = text;
  page?.head.append(adopted);
  adopted.remove();
}
