import { type PageContext, readPage } from 'page-reader';
import { pageNode } from 'page-reader/dom';

declare global {
  interface Window {
    /** Reads the page, or the document of its frame, as it stands now; the reading as JSON. */
    readCorpusPage(context: PageContext, frame: string | null): string;
  }
}

window.readCorpusPage = (context, frame) => {
  const held = frame === null ? document : document.querySelector<HTMLIFrameElement>(frame)?.contentDocument;
  if (!held) throw new Error('the frame holds no document');
  return JSON.stringify(readPage(pageNode(held.body), context));
};
