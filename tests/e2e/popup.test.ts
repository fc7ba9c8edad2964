import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { axeFaults } from './harness/axe.ts';
import { Desk } from './harness/chromium.ts';
import { readJournal } from './harness/journal.ts';
import { isRead } from './harness/overlay.ts';
import { askedFinish } from './harness/steps.ts';

const POPUP = { width: 400, height: 500 };
let desk: Desk;
let popup: Page;

beforeAll(async () => {
  desk = await Desk.open();
  for (const dossier of ['overdue', 'dueTomorrow', 'online'] as const) {
    const { page, overlay } = await desk.visit(opencps.detail(dossier));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(400);
    await page.close();
  }
  const { page, overlay } = await askedFinish(desk);
  const [cue] = (await overlay.parts()).filter(({ name }) => name === 'cue');
  await overlay.click('cue', cue?.id ?? '');
  await overlay.click('confirm');
  await overlay.waitFor('saved');
  await page.close();
  popup = await desk.extensionPage('src/popup/index.html', POPUP);
  await popup.getByText('Đã quá hạn').waitFor();
});
afterAll(() => desk.close());

async function showView(name: 'Hôm nay' | 'Đã ghi' | 'Nhìn lại một ngày'): Promise<void> {
  await popup.getByRole('tab', { name, exact: true }).click();
}

describe('Today', () => {
  it('groups what was opened here by working time left, the late one first, with the caveat', async () => {
    const text = await popup.locator('body').innerText();
    expect(text).toContain('Chỉ gồm hồ sơ đã mở trên máy này. Số liệu chính thức xem ở hệ thống một cửa.');
    expect(text).toMatch(/Quá hạn \d/);
    expect(text.indexOf('Đã quá hạn')).toBeLessThan(text.indexOf('Sắp đến hạn'));
    expect(text).toMatch(/thấy lần cuối/);
  });

  it('agrees with the badge', async () => {
    const badge = await (await desk.worker()).evaluate(() => chrome.action.getBadgeText({}));
    const counts = await popup.evaluate(() => {
      const sections = [...document.querySelectorAll('section')];
      const of = (title: string): number =>
        sections
          .filter((section) => section.textContent?.startsWith(title))
          .reduce((sum, section) => sum + section.querySelectorAll('[data-part=done]').length, 0);
      return of('Đã quá hạn') + of('Đến hạn hôm nay');
    });
    expect(Number.parseInt(badge, 10)).toBe(counts);
    expect(counts).toBeGreaterThan(0);
  });

  it('lets one say that a dossier is done, and take it back', async () => {
    const rows = popup.getByRole('button', { name: /Đã xong/ });
    const before = await rows.count();
    await rows.first().click();
    await expect.poll(() => rows.count()).toBe(before - 1);
    await popup.getByRole('button', { name: 'Hoàn tác', exact: true }).click();
    await expect.poll(() => rows.count()).toBe(before);
  });
});

describe("the day's confirmations", () => {
  it('show what was recorded, with what was not done this time, and can be undone', async () => {
    await showView('Đã ghi');
    const body = popup.locator('body');
    await popup.getByText('Hôm nay mình đã ghi').waitFor();
    expect(await body.innerText()).toMatch(/Tiếp nhận[\s\S]*Lần này chưa kịp/);
    const before = (await readJournal(popup)).size;
    await popup
      .getByRole('button', { name: /Hoàn tác/ })
      .first()
      .click();
    await expect.poll(async () => (await readJournal(popup)).size).toBe(before + 1);
    await expect.poll(() => body.innerText()).toContain('Hôm nay chưa ghi lần nào.');
  });
});

describe('the day page', () => {
  it('takes all 13 rules by keyboard alone, in a few keys, and keeps them private', async () => {
    const before = (await readJournal(popup)).size;
    await showView('Nhìn lại một ngày');
    await popup.getByText('Chỉ mình xem. Khoảng 20 giây, bỏ qua cũng được.').waitFor();
    const text = await popup.locator('body').innerText();
    expect(text).toContain('Năm điều giữ mình');
    expect(text).toContain('Chỉ mình đọc, không bao giờ nằm trong phần chia sẻ');
    expect(text).toContain('Lời văn dịch ngược, cần đối chiếu văn bản của tỉnh');
    await popup.getByRole('tab', { name: 'Nhìn lại một ngày' }).focus();
    let keys = 0;
    const press = async (key: string): Promise<void> => {
      keys += 1;
      await popup.keyboard.press(key);
    };
    for (const name of ['Giữ được cả', 'Giữ được cả', 'Không có gì đặc biệt', 'Lưu trên máy này']) {
      for (let step = 0; step < 40; step += 1) {
        const focused = (await popup.evaluate(() => document.activeElement?.textContent)) ?? '';
        if (focused.includes(name)) break;
        await press('Tab');
      }
      await press('Enter');
    }
    await popup.getByText('Đã ghi trên máy này').waitFor();
    const journal = await readJournal(popup);
    expect(journal.size).toBe(before + 1);
    // About 0.28 s a key and 1.35 s a decision: four decisions and these keys stay under 20 s.
    expect(keys * 0.28 + 4 * 1.35).toBeLessThan(20);
  });

  it('closing without saving records nothing', async () => {
    const other = await desk.extensionPage('src/popup/index.html', POPUP);
    await other.getByRole('tab', { name: 'Nhìn lại một ngày' }).click();
    const before = (await readJournal(popup)).size;
    await other.close();
    expect((await readJournal(popup)).size).toBe(before);
  });
});

describe('for everyone', () => {
  it.each(['Hôm nay', 'Đã ghi', 'Nhìn lại một ngày'] as const)('axe finds no fault in "%s"', async (view) => {
    await showView(view);
    await popup.waitForTimeout(300);
    expect(await axeFaults(popup)).toEqual([]);
  });

  it('speaks English when asked, and so does the overlay', async () => {
    await showView('Hôm nay');
    await popup
      .getByRole('radio', { name: /EN/ })
      .or(popup.getByRole('button', { name: /EN/ }))
      .first()
      .click();
    await popup.getByRole('tab', { name: 'Today' }).waitFor();
    const { page, overlay } = await desk.visit(opencps.detail('overdue'));
    await overlay.waitFor('chip', ({ text }) => /overdue|late/i.test(text));
    await page.close();
    await popup
      .getByRole('radio', { name: /VI/ })
      .or(popup.getByRole('button', { name: /VI/ }))
      .first()
      .click();
    await popup.getByRole('tab', { name: 'Hôm nay' }).waitFor();
  });
});
