import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { type Box, isRead } from './harness/overlay.ts';
import { openReceiveForm, receive } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

const LARGEST_PILL = { width: 220, height: 44 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

async function actionButtons(page: Page): Promise<Box[]> {
  const found: Box[] = [];
  for (const button of await page.locator('#app button:visible').all()) {
    const box = await button.boundingBox();
    if (box && box.y < 768 && box.y + box.height > 0) found.push(box);
  }
  return found;
}

describe('size and place', () => {
  it.each([
    ['list', opencps.list()],
    ['detail', opencps.detail('dueTomorrow')],
    ['receive', opencps.receive()],
  ])('the pill is small and on no action button (%s)', async (_, url) => {
    const { page, overlay } = await desk.visit(url);
    await overlay.waitFor('pill');
    await page.waitForTimeout(1_200);
    const pill = await overlay.waitFor('pill');
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    const buttons = await actionButtons(page);
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.filter((button) => overlap(button, pill))).toEqual([]);
  });

  it('makes way for a message of the portal', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(800);
    const { x, y, width, height } = await overlay.waitFor('pill');
    const message = { x: x + 10, y, width: width - 20, height };
    await page.evaluate((box) => {
      const told = document.createElement('div');
      told.setAttribute('role', 'alert');
      told.textContent = 'Thông báo';
      told.style.cssText = `position: fixed; left: ${box.x}px; top: ${box.y}px; width: ${box.width}px; height: ${box.height}px`;
      document.body.append(told);
    }, message);
    await overlay.waitFor('pill', (pill) => !overlap(pill, message));
  });

  it('never covers the field that has the focus', async () => {
    const { page, overlay } = await desk.visit(opencps.receive());
    await overlay.waitFor('pill');
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab');
      await page.waitForTimeout(150);
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element?.matches('input, textarea, select')) return null;
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
      const pill = (await overlay.find('pill')) ?? (await overlay.find('icon'));
      if (focused && pill) expect(overlap(focused, pill)).toBe(false);
    }
  });

  it('moves nothing on the page', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    const moved = await page.evaluate(() => {
      const entries = performance.getEntriesByType('layout-shift') as (PerformanceEntry & { value: number })[];
      return {
        shift: entries.reduce((sum, { value }) => sum + value, 0),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    expect(moved.wide).toBe(false);
    const before = await page.evaluate(() => document.querySelector('.facts')?.getBoundingClientRect().top);
    await page.evaluate(() => document.querySelector('than-thien')?.remove());
    expect(await page.evaluate(() => document.querySelector('.facts')?.getBoundingClientRect().top)).toBe(before);
  });
});

describe('pages that are hard to live with', () => {
  it.each(['csp', 'hostile', 'modal', 'replace', 'rewrite'])('works on the page that is "%s"', async (variant) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow', { variant }));
    if (variant === 'replace' || variant === 'rewrite') await page.waitForTimeout(1_800);
    await overlay.waitFor('chip', isRead, 15_000);
    const pill = await overlay.waitFor('pill');
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    // What is drawn can also be clicked: nothing of the page lies over it.
    const middle = { x: pill.x + pill.width / 2, y: pill.y + pill.height / 2 };
    const top = await page.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName, middle);
    expect(top).toBe('than-thien');
  });

  it('the page sees a closed host and nothing of what is in it', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('than-thien');
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent ?? '',
        own: Object.keys(window).filter((key) => /than|thien|checklist/i.test(key)),
      };
    });
    expect(seen).toEqual({ root: null, text: '', own: [] });
  });

  it('keeps to one overlay in a page with empty frames', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    const counts = await Promise.all(page.frames().map((frame) => frame.locator('than-thien').count()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('stays away from paper', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    await page.emulateMedia({ media: 'print' });
    expect(await overlay.find('pill')).toBeUndefined();
  });
});

describe('typing in the portal', () => {
  it('is undisturbed: every key arrives, the focus stays, at every state of the overlay', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow', { variant: 'keys' }));
    await overlay.waitFor('chip');
    const text = 'Tieengs Vieetj ddaaus';
    await page.locator('#typing').click();
    await page.keyboard.type(text, { delay: 15 });
    await page.keyboard.press('Backspace');
    expect(await page.locator('#typing').inputValue()).toBe(text.slice(0, -1));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    const typed = await page.evaluate(() => (window as unknown as { __typed: unknown[] }).__typed.length);
    expect(typed).toBeGreaterThanOrEqual(text.length + 1);
  });

  it("the panel keeps the focus that a page's focus trap would take back", async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const inside = document.createElement('input');
      document.body.append(inside);
      document.addEventListener('focusin', ({ target }) => {
        if (target !== inside) inside.focus();
      });
    });
    await overlay.evaluate(`(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      root.querySelector('[data-part="icon"]').focus();
    })()`);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('than-thien');
  });

  it('finish arriving takes no focus', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    const focusedBefore = await page.evaluate(() => document.activeElement?.localName);
    await overlay.waitFor('finish');
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('than-thien');
    expect(focusedBefore).not.toBe('than-thien');
  });

  it('work cues go as soon as a field has the focus', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await page.locator('.layout.row', { hasText: 'Họ và tên *:' }).locator('input').click();
    await overlay.waitGone('cues', 3_000);
  });
});
