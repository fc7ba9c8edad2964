import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { antd, liferay } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { isCounted } from './harness/due-on-list.ts';
import { isRead } from './harness/overlay.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

describe('an Ant Design site: the dossier opens as a dialog over the list, the address stays', () => {
  it('reads the list, then the dialog, then the list again', async () => {
    const { page, overlay } = await desk.visit(antd.list());
    await overlay.waitFor('pill', isCounted);
    await page.locator('.ant-table-row [role=button]').first().click();
    await page.getByText('Chi tiết hồ sơ').first().waitFor();
    await overlay.waitFor('chip', isRead);
  });

  it('asks finish after returning a result', async () => {
    const { page, overlay } = await desk.visit(antd.list('toReturn'));
    await overlay.waitFor('pill');
    await returnFirstDirect(page);
    await overlay.waitFor('finish');
    await overlay.click('skip');
    await overlay.waitGone('finish');
  });
});

async function returnFirstDirect(page: import('playwright-core').Page): Promise<void> {
  const row = page.locator('.ant-table-row', { hasText: 'Tiếp nhận trực tiếp' }).first();
  await row.locator('[role=button]').first().click();
  await page.getByText('Chi tiết hồ sơ').first().waitFor();
  await page.waitForTimeout(800);
  await page.getByRole('button', { name: 'Trả kết quả' }).last().click();
  await page.getByText('TRẢ KẾT QUẢ HỒ SƠ').first().waitFor();
  await page
    .locator('[role=dialog]')
    .last()
    .getByRole('button', { name: /Xác nhận|Trả kết quả|Đồng ý/ })
    .last()
    .click();
}

describe('classic Liferay pages: every step is a new page', () => {
  it('reads list and detail, also over plain http', async () => {
    const { page, overlay } = await desk.visit(liferay.list('http'));
    await overlay.waitFor('pill', isCounted);
    await page.goto(liferay.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
  });

  it('asks finish on the page that follows the action', async () => {
    const { page, overlay } = await desk.visit(liferay.detail('birth'));
    await overlay.waitFor('chip', isRead);
    await page
      .getByRole('button', { name: /trả kết quả/i })
      .first()
      .click();
    await overlay.waitFor('finish');
    await overlay.click('confirm');
    await overlay.waitFor('saved');
  });

  it('asks nothing when the portal refused', async () => {
    const { page, overlay } = await desk.visit(liferay.detail('death', true));
    await overlay.waitFor('chip', isRead);
    await page
      .getByRole('button', { name: /trả kết quả/i })
      .first()
      .click();
    await page.waitForLoadState('domcontentloaded');
    await page.waitForTimeout(1_500);
    expect(await overlay.find('finish')).toBeUndefined();
  });
});
