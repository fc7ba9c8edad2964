import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vietnameseWords } from 'page-reader';
import type { WordedContext } from 'page-reader/worded';
import type { BrowserContext } from 'playwright-core';
import { procedureNames } from '../../../src/background/house-rules.ts';
import { portalForHost } from '../../../src/rules/portals/index.ts';
import { bundled } from './arm-extension.ts';
import { ARMS, BASE, OURS } from './arms.ts';
import type { ReadingCost } from './content/reading.ts';
import { addressOf, LIST_ROWS } from './cost-pages.ts';

const SCRIPT = join(dirname(fileURLToPath(import.meta.url)), 'content/reading.ts');

/** `look`: what it costs merely to come by what is read, in ms. */
interface ReadingRound extends ReadingCost {
  readonly look: number;
}

/** A row whose dossier has no code yet is no row of ours. */
const MOST = 0.9;

/**
 * What reading the list costs by itself, without anything else of ours, in pages of their own. Rejects where not the whole
 * list is read.
 */
export async function readingRounds(context: BrowserContext, rounds: number): Promise<readonly ReadingRound[]> {
  const script = await bundled(SCRIPT);
  const url = addressOf('list', hostOf(OURS));
  const known: WordedContext = {
    url,
    profile: portalForHost(new URL(url).host),
    procedures: procedureNames,
    words: vietnameseWords,
  };
  const costs: ReadingRound[] = [];
  const inNewPage = async <T>(act: string): Promise<T> => {
    const page = await context.newPage();
    await page.goto(addressOf('list', hostOf(BASE)), { waitUntil: 'load' });
    await page.evaluate(script);
    const found = await page.evaluate<T>(act);
    await page.close();
    return found;
  };
  for (let round = 0; round < rounds; round += 1) {
    const look = await inNewPage<number>('costOfLooking()');
    const cost = await inNewPage<ReadingCost>(`costOfReading(${JSON.stringify(known)})`);
    if (cost.rows < LIST_ROWS * MOST) throw new Error(`of ${LIST_ROWS} rows ${cost.rows} were read`);
    costs.push({ ...cost, look });
  }
  return costs;
}

function hostOf(name: string): string {
  const host = ARMS.find((arm) => arm.name === name)?.host;
  if (host === undefined) throw new Error(`no arm ${name}`);
  return host;
}
