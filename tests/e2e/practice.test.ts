import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFaults } from './harness/axe.ts';
import { Desk, SCREEN } from './harness/chromium.ts';
import { readJournal, readJournals } from './harness/journal.ts';
import { Overlay } from './harness/overlay.ts';

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

  it('its records are flagged, kept apart, and left out of everything', async () => {
    const popup = await desk.extensionPage('src/popup/index.html');
    expect((await readJournal(popup)).size).toBe(0);
    const overlay = await Overlay.attach(page, desk.extensionId);
    await page.reload();
    await overlay.waitFor('pill');
    const journals = await readJournals(popup);
    expect(journals.filter(({ kind }) => kind === 'normal').every(({ size }) => size === 0)).toBe(true);
  });
});
