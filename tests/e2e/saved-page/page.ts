import type { PageContext } from 'page-reader';
import { pageNode } from 'page-reader/dom';
import { type WholeReading, wholeReading } from './whole-reading.ts';

declare global {
  interface Window {
    wholeReadingHere(context: PageContext): WholeReading;
  }
}

window.wholeReadingHere = (context) => wholeReading(pageNode(document.body), context);
