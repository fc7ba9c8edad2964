import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { until } from './harness/steps.ts';

/*
 * A choice leaves no trace in the tree of a page: it has to be noticed all the same.
 */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** Shows a receive form whose channel is asked for by `field`. */
function show(page: Page, field: string): Promise<void> {
  return page.evaluate(
    (html) => {
      document.body.innerHTML = html;
    },
    `<h1>Thêm mới hồ sơ</h1><p>Mã hồ sơ: <input readonly value="H27.128.14-261021-0013"></p>
  <p>Hình thức tiếp nhận: ${field}</p><p>Ngày tiếp nhận: <input value="21/10/2026 08:00"></p>
  <p>Ngày hẹn trả: <input value="28/10/2026 16:00"></p><p>Họ và tên: <input value="NGUYỄN VĂN VÍ DỤ"></p>
  <p><label><input type="radio" name="gt" checked> Nam</label> <label><input type="radio" name="gt"> Nữ</label></p>
  <button>Tiếp nhận</button>`,
  );
}

/** The desk in the background has the form in view, filed in this way. */
function filed(channel: 'direct' | 'online'): Promise<void> {
  return until(channel, async () =>
    (await desk.worker()).evaluate(async (way) => {
      const kept = JSON.stringify(await chrome.storage.session.get(null));
      return new RegExp(`"inView":\\{[^{}]*"channel":"${way}"`).test(kept);
    }, channel),
  );
}

describe('the channel of a receive form', () => {
  it('is that of the radio button that is chosen', async () => {
    const { page } = await desk.visit(opencps.unknown());
    await show(
      page,
      `<label><input type="radio" name="k" id="a"> Trực tiếp</label>
       <label><input type="radio" name="k" checked> Trực tuyến</label>`,
    );
    await filed('online');
    await page.check('#a');
    await filed('direct');
    await page.close();
  });

  it('is what is chosen in a list', async () => {
    const { page } = await desk.visit(opencps.unknown());
    await show(page, '<select id="k"><option>Trực tiếp</option><option selected>Trực tuyến</option></select>');
    await filed('online');
    await page.selectOption('#k', 'Trực tiếp');
    await filed('direct');
    await page.close();
  });
});
