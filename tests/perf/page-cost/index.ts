/*
 * `npm run bench:page [-- --rounds 16 --arms ours,driver --pages detail,list --seed 1]`: what the overlay adds to a page
 * it does not own, beside others. Every arm is an extension that matches only its own host, all in one browser; every
 * visit has a renderer of its own; in each round the arms come in a random order, and each is compared with the page
 * alone in that same round. Medians with 95 % intervals (bootstrap). Not a test: machines differ.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type BrowserContext, chromium } from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { QUIET_FLAGS, SCREEN } from '../../e2e/harness/chromium.ts';
import { installPeers, makeExtension } from './arm-extension.ts';
import { ARMS, type Arm, BASE, OURS } from './arms.ts';
import { COST_PAGES, servePages, takePages } from './cost-pages.ts';
import { type Interval, intervalOf, randomFrom, shuffled } from './paired.ts';
import { readingRounds } from './reading.ts';
import { type Figures, visitForCost, visitForSight, visitSlowly } from './visit.ts';

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '16' },
    arms: { type: 'string' },
    pages: { type: 'string', default: COST_PAGES.join(',') },
    seed: { type: 'string', default: '1' },
    dist: { type: 'string', default: 'dist' },
  },
});
const rounds = Number(options.rounds);
const random = randomFrom(Number(options.seed));
const wanted = options.arms?.split(',');
const arms = ARMS.filter(({ name }) => name === BASE || wanted === undefined || wanted.includes(name));
const pages = COST_PAGES.filter((page) => options.pages.split(',').includes(page));

/** Figures of every round, by arm. */
type Rounds = Map<string, Figures[]>;

async function interleaved(taking: readonly Arm[], visit: (arm: Arm) => Promise<Figures>): Promise<Rounds> {
  const taken: Rounds = new Map(taking.map(({ name }) => [name, []]));
  // The first round only warms the browser up.
  for (let round = -1; round < rounds; round += 1) {
    for (const arm of shuffled(taking, random)) {
      const figures = await visit(arm);
      if (arm.name === OURS) await wakeRules();
      if (round >= 0) taken.get(arm.name)?.push(figures);
    }
  }
  return taken;
}

let rested = 0;

/** On a busy machine our own work may have taken so long that it was switched off: the next visit would cost nothing. */
async function wakeRules(): Promise<void> {
  const worker = context.serviceWorkers().find((each) => each.url().includes('service-worker'));
  const resting = await worker?.evaluate(async () => {
    const { restingRules } = await chrome.storage.local.get('restingRules');
    await chrome.storage.local.remove('restingRules');
    return restingRules !== undefined;
  });
  if (resting === true) rested += 1;
}

/** The arm's figures less those of the page alone in the same round, or as they are. */
function differences(taken: Rounds, arm: string, measure: string, base: string | null): number[] {
  const alone = base === null ? undefined : taken.get(base);
  return (taken.get(arm) ?? []).map((figures, i) => {
    const from = alone === undefined ? 0 : (alone[i]?.[measure] ?? Number.NaN);
    return (figures[measure] ?? Number.NaN) - from;
  });
}

function shown({ median, low, high }: Interval): string {
  const text = (value: number) =>
    Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(Math.abs(value) < 1 ? 2 : 1);
  return `${text(median)} [${text(low)}, ${text(high)}]`;
}

function table(title: string, taken: Rounds, measures: readonly string[], base: string | null): void {
  console.log(`\n### ${title}\n\n| arm | ${measures.join(' | ')} |\n|---|${measures.map(() => '--:|').join('')}`);
  for (const arm of taken.keys()) {
    const from = arm === base ? null : base;
    const cells = measures.map((measure) => shown(intervalOf(differences(taken, arm, measure, from), random)));
    console.log(`| ${arm === base ? `${arm} (whole)` : arm} | ${cells.join(' | ')} |`);
  }
}

const COST = ['cpu', 'script', 'heap', 'nodes', 'shift'];
const MORE: Readonly<Record<string, readonly string[]>> = {
  detail: ['mutations', 'afterwards', 'key', 'keyToFrame'],
  list: ['change', 'words'],
};

/** The reading of the list by itself: merely looking, first in a cold page, the list's next page, after one changed row. */
async function tableOfReading(context: BrowserContext): Promise<void> {
  const costs = await readingRounds(context, rounds);
  console.log('\n### list: reading alone, ms\n\n| look | first | next | change |\n|--:|--:|--:|--:|');
  const cells = (['look', 'first', 'next', 'change'] as const).map((measure) =>
    shown(
      intervalOf(
        costs.map((cost) => cost[measure]),
        random,
      ),
    ),
  );
  console.log(`| ${cells.join(' | ')} |`);
}

async function measure(context: BrowserContext): Promise<void> {
  for (const page of pages) {
    // Beside the peers on the one page that all of them are made for; elsewhere beside the floor.
    const taking = arms.filter(({ name, seen }) => page === 'detail' || seen === undefined || name === OURS);
    const taken = await interleaved(taking, (arm) => visitForCost(context, arm, page));
    table(`${page}: what is added to the page`, taken, [...COST, ...(MORE[page] ?? [])], BASE);
  }
  if (pages.includes('list')) await tableOfReading(context);
  if (pages.includes('detail')) {
    const visible = await interleaved(
      arms.filter(({ seen = '' }) => seen !== ''),
      (arm) => visitForSight(context, arm),
    );
    table('detail: seen, ms after DOMContentLoaded', visible, ['visible'], null);
  }
  for (const page of pages) {
    const slow = await interleaved(
      arms.filter(({ name, seen }) => name === OURS || (page === 'detail' && seen !== undefined)),
      (arm) => visitSlowly(context, arm, page),
    );
    table(`${page}, CPU slowed 6×: the longest that scripts run within one task, ms`, slow, ['slowest'], null);
  }
}

installPeers();
const folder = await mkdtemp(join(tmpdir(), 'page-cost-'));
const server = await servePages(await takePages());
const extensions: string[] = [];
for (const arm of arms) {
  if (arm.script !== undefined) extensions.push(await makeExtension(arm, folder));
  else if (arm.name === OURS) extensions.push(resolve(options.dist));
}
const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: findBrowser('chromium') ?? '',
  viewport: SCREEN,
  ignoreHTTPSErrors: true,
  args: [
    `--disable-extensions-except=${extensions.join(',')}`,
    `--load-extension=${extensions.join(',')}`,
    '--ignore-certificate-errors',
    `--host-resolver-rules=MAP *:443 127.0.0.1:${server.port}, EXCLUDE localhost, EXCLUDE 127.0.0.1`,
    ...QUIET_FLAGS,
  ],
});
try {
  console.log(
    `Chromium ${context.browser()?.version() ?? ''}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${rounds} rounds, seed ${options.seed}`,
  );
  await measure(context);
  console.log(`\nVisits in which our own work switched itself off: ${rested}`);
} finally {
  await context.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
