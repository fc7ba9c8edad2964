import type { PageReading } from 'page-reader';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { readerScript } from '../pages/corpus/bundle.ts';
import { contextOf } from '../pages/corpus/context.ts';
import { faults, score, scoreTable } from '../pages/corpus/score.ts';
import { type CorpusServer, serveCorpus } from '../pages/corpus/server.ts';
import { type CorpusState, corpus } from '../pages/corpus/state.ts';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';

/** One tab of a browser, as far as the corpus needs it; both drivers have it. */
interface Tab {
  goto(url: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
}

const states = corpus();
let script: string;
let server: CorpusServer;
beforeAll(async () => {
  script = await readerScript();
  server = await serveCorpus(states);
});
afterAll(() => server.close());

async function readingIn(tab: Tab, state: CorpusState): Promise<PageReading> {
  await tab.goto(server.urlOf(state));
  const read = `window.readCorpusPage(${JSON.stringify(contextOf(state))}, ${JSON.stringify(state.frame ?? null)})`;
  const steps = state.then === undefined ? [read] : [read, state.then, read];
  // As one text: a driver that hands 5,000 rows over as objects takes seconds for it.
  return JSON.parse(String(await tab.evaluate(`${steps.join(';')}`)));
}

async function expectAllRead(tab: Tab): Promise<void> {
  const scores = [];
  for (const state of states) scores.push(score(state, await readingIn(tab, state)));
  console.log(scoreTable(scores));
  expect(scores.flatMap(faults)).toEqual([]);
}

describe('every page of the corpus, read as a person reads it', () => {
  it('in Chromium', async () => {
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
    const browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
    try {
      const page = await browser.newPage({ viewport: SCREEN });
      await page.addInitScript(script);
      await expectAllRead(page);
    } finally {
      await browser.close();
    }
  });

  it('in Firefox', async () => {
    const executablePath = findBrowser('firefox');
    if (executablePath === null) throw new Error('no Firefox found; run "npm test" once, it installs or names it');
    const browser = await puppeteer.launch({ browser: 'firefox', executablePath, headless: true });
    try {
      const page = await browser.newPage();
      await page.setViewport(SCREEN);
      await page.evaluateOnNewDocument(script);
      await expectAllRead(page);
    } finally {
      await browser.close();
    }
  });
});
