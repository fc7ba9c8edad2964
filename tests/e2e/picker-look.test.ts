import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { axeFaults } from './harness/axe.ts';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { panelPage } from './panel-page/bundle.ts';

/** WCAG 2.5.8, CSS pixels. */
const TARGET_PX = 24;

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

/** Parts of the card that stick out of it or of the window sideways, a card higher than the window, small buttons. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate((side) => {
    const root = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null)?.shadowRoot;
    const card = root?.querySelector('.card')?.getBoundingClientRect();
    if (root == null || card === undefined) return ['no card'];
    const faults =
      card.top < 0 || card.bottom > innerHeight || card.left < 0 || card.right > innerWidth ? ['card'] : [];
    for (const element of root.querySelectorAll<HTMLElement>('.card *:not(svg, svg *, .spoken)')) {
      const box = element.getBoundingClientRect();
      const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
      if (isWide || box.left < card.left - 1 || box.right > card.right + 1) faults.push(`wide: ${element.innerText}`);
      const isSmall = element.localName === 'button' && (box.width < side || box.height < side);
      if (isSmall) faults.push(`small: ${element.innerText}`);
    }
    return faults;
  }, TARGET_PX);
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
    expect(await inEveryView(page, misfits)).toEqual([]);
    await page.close();
  });
});
