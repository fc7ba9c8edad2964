import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { framed, frameset, liferay, odd, unlisted } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { isCounted } from './harness/due-on-list.ts';
import { type Box, isRead, type Part } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const LONGER_THAN_PATIENCE_MS = 3_500;
/** CSS pixels. */
const EDGE = 8;

/** Elements of ours in each frame of the tab, the page itself first. */
function hosts(page: Page): Promise<number[]> {
  return Promise.all(page.frames().map((frame) => frame.locator('than-thien, than-thien-picker').count()));
}

/** An outline begins where its value does, but for its own edge. */
function liesOver(outline: Box, value: Box): boolean {
  return Math.abs(outline.x - value.x) < EDGE && Math.abs(outline.y - value.y) < EDGE;
}

async function boxOf(page: Page, label: string): Promise<Box> {
  const box = await page.frameLocator('iframe').first().locator(`dt:text-is("${label}") + dd`).boundingBox();
  if (box === null) throw new Error(`"${label}" is not there`);
  return box;
}

describe('a page of frames', () => {
  it('a dossier in a frame of the same site is read, by one overlay in the tab', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', '', liferay.detail('overdue')));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    expect(await hosts(page)).toEqual([1, 0, 0]);
    await page.close();
  });

  it('and so is one in a frame in a frame', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', framed('liferay', liferay.detail('overdue'))));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    expect(await hosts(page)).toEqual([1, 0, 0]);
    await page.close();
  });

  it('a press in the frame is heard, and its sign of success asks the finish', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', liferay.detail('birth')));
    await overlay.waitFor('chip', isRead);
    const frame = page.frameLocator('iframe').first();
    await frame
      .getByRole('button', { name: /trả kết quả/i })
      .first()
      .click();
    await overlay.waitFor('finish');
    await overlay.click('confirm');
    await overlay.waitFor('saved');
    await page.close();
  });

  it('the next dossier in the same frame is read anew', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', liferay.detail('overdue')));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    const next = liferay.detail('dueTomorrow');
    await page.evaluate((url) => {
      const frame = document.querySelector('iframe');
      if (frame !== null) frame.src = url;
    }, next);
    await overlay.waitFor('chip', (chip) => isRead(chip) && !chip.text.startsWith('Quá hạn'));
    await page.close();
  });

  it('empty frames and those of another site are no part of the page', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', '', unlisted.detail('overdue')));
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    expect(await overlay.find('chip')).toBeUndefined();
    expect((await hosts(page)).slice(1)).toEqual([0, 0]);
    await page.close();
  });

  it('a dossier in a set of frames is read, in a set within such a page too, and the overlay can be pressed there', async () => {
    for (const inside of [liferay.detail('overdue'), frameset('liferay', liferay.detail('overdue'))]) {
      const { page, overlay } = await desk.visit(frameset('liferay', inside));
      await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
      expect((await hosts(page)).filter((count) => count > 0)).toEqual([1]);
      await overlay.click('icon');
      await overlay.waitFor('details');
      await page.close();
    }
  });

  it('the next dossier in a set of frames is read anew, and a press there is heard', async () => {
    await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
    const { page, overlay } = await desk.visit(frameset('liferay', liferay.detail('overdue')));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    const frame = page.frames().at(-1);
    await frame?.goto(liferay.detail('dueTomorrow'));
    await overlay.waitFor('chip', (chip) => isRead(chip) && !chip.text.startsWith('Quá hạn'));
    const act = frame?.getByRole('button', { name: /trả kết quả/i }).first();
    await act?.click({ timeout: 5_000 });
    await overlay.waitFor('finish');
    await page.close();
  });

  it('a list in a frame is counted, by one overlay in the tab', async () => {
    const { page, overlay } = await desk.visit(framed('liferay', liferay.list()));
    await overlay.waitFor('pill', isCounted);
    await overlay.waitFor('row-chip');
    expect(await hosts(page)).toEqual([1, 0]);
    await page.close();
  });
});

describe('teaching a page whose dossier stands in a frame', () => {
  const LABELS = ['Mã theo dõi nội bộ', 'Ngày vào sổ', 'Ngày xong việc', 'Loại việc'];

  it('outlines lie over the values, follow when the frame scrolls, and are picked by pointing', async () => {
    const { page, overlay } = await desk.visit(framed('opencps', odd.detail('overdue')));
    await until('the script is there', async () => (await overlay.evaluate('1')) === 1);
    await page.waitForLoadState('load');
    await overlay.evaluate("chrome.runtime.sendMessage({ type: 'teach', body: {} })");
    await overlay.click('picker-kind', 'detail');
    const outline = () => overlay.waitFor('outline');
    const code = await boxOf(page, 'Mã theo dõi nội bộ');
    expect(liesOver(await outline(), code)).toBe(true);

    const frame = page.frames()[1];
    await frame?.evaluate(() => {
      document.body.style.height = '3000px';
      window.scrollTo(0, 30);
    });
    const moved = await overlay.waitFor('outline', ({ y }) => Math.abs(y - code.y) > 20);
    expect(liesOver(moved, await boxOf(page, 'Mã theo dõi nội bộ'))).toBe(true);
    await frame?.evaluate(() => window.scrollTo(0, 1500));
    await overlay.waitGone('outline');
    await page.mouse.move(300, 400);
    await page.mouse.wheel(0, -1500);
    await outline();

    for (const label of LABELS) {
      await overlay.waitFor('spot', ({ text }: Part) => text.includes(label));
      const box = await boxOf(page, label);
      await page.mouse.click(box.x + 30, box.y + box.height / 2);
    }
    await overlay.click('save');
    await overlay.waitFor('picker-saved');
    await overlay.click('done');
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    expect(await hosts(page)).toEqual([1, 0]);
    await page.close();
  });
});
