import type { PageReading } from 'page-reader';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import type { Visit } from '../pages/corpus/browser-entry.ts';
import { readingPage } from '../pages/corpus/bundle.ts';
import { contextOf } from '../pages/corpus/context.ts';
import { faults, score, scoreTable } from '../pages/corpus/score.ts';
import { type CorpusServer, serveCorpus } from '../pages/corpus/server.ts';
import { corpus } from '../pages/corpus/state.ts';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';

/** One tab of a browser, as far as the corpus needs it; both drivers have it. */
interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
}

const states = corpus();
let server: CorpusServer;
beforeAll(async () => {
  server = await serveCorpus(states, await readingPage(SCREEN));
});
afterAll(() => server.close());

/** All in one frame of one tab: a navigation of the whole tab for each page would take four times as long. */
async function expectAllRead(tab: Tab): Promise<void> {
  await tab.goto(server.readingPage);
  const visits: Visit[] = states.map((state) => ({
    url: server.urlOf(state),
    context: contextOf(state),
    afterwards: state.afterwards ?? null,
  }));
  // As one text: a driver that hands 5,000 rows over as objects takes seconds for it.
  const text = String(await tab.evaluate(`window.readCorpus(${JSON.stringify(visits)})`));
  const readings: readonly PageReading[] = JSON.parse(text);
  const scores = states.map((state, i) => score(state, readings[i] ?? { kind: 'other', facts: null, rows: [] }));
  console.log(scoreTable(scores));
  expect(readings).toHaveLength(states.length);
  expect(scores.flatMap(faults)).toEqual([]);
}

// On a computer that has other work besides, these are slow.
describe('every page of the corpus, read as a person reads it', { timeout: 150_000 }, () => {
  it('in Chromium', async () => {
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
    const browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
    try {
      await expectAllRead(await browser.newPage());
    } finally {
      await browser.close();
    }
  });

  it('in Firefox', async () => {
    const executablePath = findBrowser('firefox');
    if (executablePath === null) throw new Error('no Firefox found; run "npm test" once, it installs or names it');
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    try {
      await expectAllRead(await browser.newPage());
    } finally {
      await browser.close();
    }
  });
});
