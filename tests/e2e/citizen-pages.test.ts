import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { national, opencps } from '../pages/routes.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import { countOurs } from './harness/count-ours.ts';
import { pressChord, until } from './harness/steps.ts';

/* Pages that a citizen looks at: nothing of ours is there, before the page is read, while it is, and after. */

const LONGER_THAN_PATIENCE_MS = 3_500;
const STEPS = 9;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

/** Opens a page and counts every element of ours that it was ever given. */
async function watched(url: string): Promise<DeskPage> {
  const tab = await desk.visit('about:blank');
  await tab.page.addInitScript(countOurs);
  await tab.page.goto(url);
  await tab.page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
  return tab;
}

function everThere(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, '__ours') as number);
}

async function isGone(page: Page): Promise<void> {
  await until('nothing of ours is there', async () => (await page.locator('than-thien').count()) === 0);
}

describe('a page that faces a citizen', () => {
  it.each([
    ['their own filing', national.filing()],
    ['rating the desk', opencps.rating()],
  ])('is never given anything of ours: %s', async (_, url) => {
    const { page } = await watched(url);
    // A person types, the page changes: still nothing.
    await page.evaluate(() => document.querySelector('main')?.append('Đang lưu…'));
    await page.waitForTimeout(800);
    expect(await everThere(page)).toBe(0);
    await page.close();
  });

  it('filing: the chord brings the steps of helping, read one by one; then nothing again', async () => {
    const { page, overlay } = await watched(national.filing());
    await pressChord(desk, page);
    await overlay.waitFor('assisted', ({ text }) => text.includes(`1/${STEPS}`));
    expect(await overlay.find('pill')).toBeUndefined();
    const typed = await page.locator('input').first().inputValue();
    for (let step = 2; step <= STEPS; step += 1) {
      await overlay.click('next-step');
      await overlay.waitFor('assisted', ({ text }) => text.includes(`${step}/${STEPS}`));
    }
    await overlay.click('next-step');
    await isGone(page);
    expect(await page.locator('input').first().inputValue()).toBe(typed);
    await page.close();
  });

  it('filing: Esc, the chord and the close button each put the card away', async () => {
    const { page, overlay } = await watched(national.filing());
    const call = async () => {
      await page.waitForTimeout(700);
      await pressChord(desk, page);
      await overlay.waitFor('assisted');
    };
    await call();
    await overlay.evaluate(`(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      root.querySelector('[data-part="next-step"]').focus();
    })()`);
    await page.keyboard.press('Escape');
    await isGone(page);
    await call();
    await page.waitForTimeout(700);
    await pressChord(desk, page);
    await isGone(page);
    await call();
    await overlay.click('close');
    await isGone(page);
    await page.close();
  });

  it('rating: the chord only asks what the page is, and goes again', async () => {
    const { page, overlay } = await watched(opencps.rating());
    await pressChord(desk, page);
    await overlay.waitFor('page-kind');
    expect(await overlay.find('pill')).toBeUndefined();
    expect(await overlay.find('assisted')).toBeUndefined();
    await page.waitForTimeout(700);
    await pressChord(desk, page);
    await isGone(page);
    await page.close();
  });

  it.each([
    ['a dossier', opencps.detail('overdue')],
    ['a list', opencps.list()],
  ])('is one while a dialog over %s asks them how it was', async (_, url) => {
    const { page, overlay } = await desk.visit(url);
    await overlay.waitFor('pill');
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      const texts = ['Rất hài lòng', 'Hài lòng', 'Không hài lòng'];
      dialog.innerHTML = `<h1>Đánh giá mức độ hài lòng</h1>${texts.map((text) => `<button>${text}</button>`).join('')}`;
      document.body.append(dialog);
      dialog.showModal();
    });
    await isGone(page);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await overlay.waitFor('pill');
    await page.close();
  });

  it('is one from the moment that the address of a page without a profile says so', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('overdue'));
    await overlay.waitFor('pill');
    await page.evaluate(() => {
      history.pushState(null, '', '/web/mot-cua/danh-gia-can-bo');
      document.body.innerHTML = '<p>Đang tải…</p>';
    });
    await isGone(page);
    const left = page.evaluate(countOurs);
    await page.evaluate(() => {
      document.body.innerHTML =
        '<h1>Đánh giá mức độ hài lòng</h1><button>Rất hài lòng</button><button>Hài lòng</button>';
    });
    await left;
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    expect(await everThere(page)).toBe(0);
    await page.close();
  });
});
