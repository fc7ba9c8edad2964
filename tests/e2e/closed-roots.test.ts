import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { sealed } from '../pages/routes.ts';
import type { SealedElement } from '../pages/sealed/sealed-element.ts';
import { Desk } from './harness/chromium.ts';
import { dueOnList, isCounted } from './harness/due-on-list.ts';
import { defineLate } from './harness/late-component.ts';
import { isRead } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

/*
 * What stands in closed shadow roots of the page: an official sees it, so it is read like everything else.
 */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

const NEXT = `<h2>Chi tiết hồ sơ</h2><dl><dt>Mã hồ sơ</dt><dd>H27.128.14-261021-0013</dd>
  <dt>Ngày tiếp nhận</dt><dd>21/10/2026 08:00</dd><dt>Ngày hẹn trả</dt><dd>31/12/2099 16:00</dd></dl>`;

function write(page: Page, label: string, value: string): Promise<void> {
  return page.evaluate(
    ([name, text]) => document.querySelector<SealedElement>('phieu-kin, so-kin')?.write(name, text),
    [label, value] as const,
  );
}

async function pointAt(page: Page, label: string): Promise<void> {
  const box = await page.evaluate((name) => document.querySelector<SealedElement>('phieu-kin')?.boxOf(name), label);
  if (box === undefined) throw new Error(`"${label}" is not there`);
  await page.mouse.click(box.x + 30, box.y + box.height / 2);
}

describe('a page of closed shadow roots', () => {
  it('its list is read, and read again', async () => {
    const { page, overlay } = await desk.visit(sealed.list());
    const due = dueOnList(await overlay.waitFor('pill', isCounted));
    await overlay.waitFor('row-chip');
    await write(page, 'Ngày hẹn trả', '31/12/2099 16:00:00');
    await overlay.waitFor('pill', (pill) => dueOnList(pill) === Number(due) - 1);
    await page.close();
  });

  it('its dossier is read, and read again when something changes in there', async () => {
    const { page, overlay } = await desk.visit(sealed.detail('overdue'));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    await write(page, 'Ngày hẹn trả', '31/12/2099 16:00:00');
    await overlay.waitFor('chip', (chip) => isRead(chip) && !chip.text.startsWith('Quá hạn'));
    await page.close();
  });

  it('a press in there is heard, and its sign of success asks the finish', async () => {
    const { page, overlay } = await desk.visit(sealed.detail('birth'));
    await overlay.waitFor('chip', isRead);
    await pointAt(page, 'Trả kết quả');
    await pointAt(page, 'Xác nhận');
    await overlay.waitFor('finish');
    await overlay.click('skip');
    await page.close();
  });

  it.each(['closed', 'open'] as const)('the next dossier is read where its component comes late: %s', async (mode) => {
    const { page, overlay } = await desk.visit(sealed.detail('overdue'));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    await page.evaluate(defineLate, [NEXT, mode] as const);
    await overlay.waitFor('chip', (chip) => isRead(chip) && !chip.text.startsWith('Quá hạn'));
    await page.close();
  });

  it('is taught by pointing into it, and what is of the applicant is refused there, too', async () => {
    const { page, overlay } = await desk.visit(sealed.oddDetail('overdue'));
    await until('the script is there', async () => (await overlay.evaluate('1')) === 1);
    await page.waitForLoadState('load');
    await overlay.evaluate("chrome.runtime.sendMessage({ type: 'teach', body: {} })");
    await overlay.click('picker-kind', 'detail');
    await pointAt(page, 'Chủ hồ sơ');
    await overlay.waitFor('refusal', ({ text }) => text.includes('thông tin của người dân'));
    for (const label of ['Mã theo dõi nội bộ', 'Ngày vào sổ', 'Ngày xong việc', 'Loại việc']) {
      await overlay.waitFor('spot', ({ text }) => text.includes(label));
      await pointAt(page, label);
    }
    await overlay.click('save');
    await overlay.waitFor('picker-saved');
    await overlay.click('done');
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    await page.close();
  });
});
