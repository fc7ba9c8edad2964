import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { axeFaults } from './harness/axe.ts';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { panelMisfits, TARGET_PX } from './harness/panel-misfits.ts';
import { panelPage } from './panel-page/bundle.ts';

let browser: Browser;
let html: string;
beforeAll(async () => {
  html = await panelPage('picker-entry.tsx');
  const executablePath = findBrowser('chromium');
  if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
  browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
});
afterAll(() => browser.close());

/** The plain page, at a zoom of the promised screen. */
async function openPage(zoom: number, forcedColors: 'active' | 'none'): Promise<Page> {
  const page = await browser.newPage({
    viewport: { width: Math.floor(SCREEN.width / zoom), height: Math.floor(SCREEN.height / zoom) },
    deviceScaleFactor: zoom,
    forcedColors,
    reducedMotion: 'reduce',
  });
  await page.setContent(html, { waitUntil: 'load' });
  return page;
}

/** What `check` finds in each view, each line with the view's name; both languages. */
async function inEveryView(page: Page, check: (page: Page) => Promise<readonly string[]>): Promise<string[]> {
  const found: string[] = [];
  const views = await page.evaluate(() => window.pickerViews);
  expect(views.length).toBeGreaterThan(10);
  for (const language of ['vi', 'en'] as const) {
    for (const name of views) {
      await page.evaluate(([view, words]) => window.showPicker(view, words), [name, language] as const);
      found.push(...(await check(page)).map((fault) => `${name} (${language}): ${fault}`));
    }
  }
  return found;
}

describe.each([
  ['as it is', 1, 'none'],
  ['with forced colours', 1, 'active'],
  ['at 200 % zoom', 2, 'none'],
] as const)('the picker, %s', (_how, zoom, forcedColors) => {
  it('has no fault that axe knows, in any state', async () => {
    const page = await openPage(zoom, forcedColors);
    expect(await inEveryView(page, (shown) => axeFaults(shown))).toEqual([]);
    await page.close();
  });

  it('fits the window and the finger, in any state', async () => {
    const page = await openPage(zoom, forcedColors);
    expect(await inEveryView(page, () => page.evaluate(panelMisfits, TARGET_PX))).toEqual([]);
    await page.close();
  });
});
