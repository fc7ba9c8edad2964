import { type PageContext, type PageNode, type PageReading, readPage } from 'page-reader';
import { type PageScan, scanPage } from '../../../packages/page-reader/src/page-scan.ts';
import { patterns } from '../../../packages/page-reader/src/testing/vietnamese-patterns.ts';

/** A reading with everything it rests on: every line that can be seen. */
export interface WholeReading {
  readonly reading: PageReading;
  readonly lines: readonly string[];
}

export function wholeReading(root: PageNode, context: PageContext): WholeReading {
  return { reading: readPage(root, context), lines: linesIn(scanPage(root, patterns)) };
}

function linesIn(scan: PageScan): readonly string[] {
  const lines = scan.lines.map(({ text, place, ink, titled }) => JSON.stringify([text, place, ink, titled]));
  const heads = scan.tables.map(({ headers, rows }) => JSON.stringify([headers, rows.length]));
  return [...lines, ...heads, ...scan.dialogs.flatMap((dialog) => ['dialog', ...linesIn(dialog)])];
}
