import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe.ts';
import { Desk, SCREEN } from './harness/chromium.ts';
import { readJournals } from './harness/journal.ts';
import { Overlay } from './harness/overlay.ts';
import { openReceiveForm, receive } from './harness/steps.ts';

let desk: Desk;
let page: Page;
beforeAll(async () => {
  desk = await Desk.open();
  page = await desk.extensionPage('src/training/practice/index.html', SCREEN);
});
afterAll(() => desk.close());

describe('the practice desk', () => {
  it('says that nothing there is real', async () => {
    await page.getByText('Đang thực hành: hồ sơ không có thật, không tính vào đâu cả.').first().waitFor();
  });

  it('works offline', async () => {
    await desk.context.setOffline(true);
    await page.reload();
    await page.getByText('Đang thực hành').first().waitFor();
    await desk.context.setOffline(false);
  });

  it('axe finds no fault', async () => {
    // The practised portal is drawn like the real ones, which are not ours to mend.
    expect(await axeFaults(page)).toEqual([]);
  });

  it('its list has the deadlines of its rows, and its pages can be named, never taught', async () => {
    const overlay = await Overlay.attach(page, desk.extensionId);
    await page.reload();
    await page.getByRole('button', { name: 'Bắt đầu' }).first().click();
    await overlay.waitFor('row-chip', ({ text }) => text.startsWith('Quá hạn'));
    await overlay.click('icon');
    await overlay.click('what-page');
    await overlay.waitFor('page-kind');
    expect(await overlay.find('teach')).toBeUndefined();
    const asked = await page.evaluate(() => chrome.runtime.sendMessage({ type: 'teach', body: {} }));
    expect(asked).toMatchObject({ ok: false, error: { code: 'not-allowed' } });
    expect(await page.locator('than-thien-picker').count()).toBe(0);
    expect(await page.locator('than-thien').count()).toBe(1);
  });

  it('its records are flagged, kept apart, and left out of everything', async () => {
    const overlay = await Overlay.attach(page, desk.extensionId);
    await page.reload();
    await page.getByRole('button', { name: 'Bắt đầu' }).first().click();
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    await overlay.waitFor('finish');
    await overlay.click('confirm');
    await overlay.waitFor('saved');

    const popup = await desk.extensionPage('src/popup/index.html');
    const journals = await readJournals(popup);
    expect(journals.map(({ kind, size }) => [kind, size]).filter(([, size]) => size !== 0)).toEqual([['practice', 1]]);
    await popup.getByRole('tab', { name: 'Đã ghi' }).click();
    await popup.getByText('Hôm nay chưa ghi lần nào.').waitFor();
    expect(await (await desk.worker()).evaluate(() => chrome.action.getBadgeText({}))).toBe('');
  });
});
