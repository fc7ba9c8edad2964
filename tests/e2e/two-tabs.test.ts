import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { isRead } from './harness/overlay.ts';
import { act } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
  await Promise.all(
    desk.context
      .pages()
      .slice(1)
      .map((page) => page.close()),
  );
});

const SUCCESS = 'Thực hiện thành công!';
const QUIET_MS = 1_500;
/** Long enough to do something in another tab before the portal answers. */
const ANSWER_MS = 4_000;

describe('two tabs of the same portal', () => {
  it('an action in one does not lose the finish of the action that still waits in the other', async () => {
    const other = await desk.visit(opencps.detail('online'));
    await other.overlay.waitFor('chip', isRead);
    const first = await desk.visit(opencps.detail('overdue', { answer: ANSWER_MS }));
    await first.overlay.waitFor('chip', isRead);
    await act(first.page, 'Trả kết quả');
    await other.page.bringToFront();
    await act(other.page, 'Yêu cầu bổ sung');
    await other.page.getByText(SUCCESS).first().waitFor();
    expect(await first.page.getByText(SUCCESS).count()).toBe(0);
    await first.page.bringToFront();
    await first.page.getByText(SUCCESS).first().waitFor();
    await first.overlay.waitFor('finish');
    const cues = (await first.overlay.parts()).filter(({ name }) => name === 'cue').map(({ text }) => text);
    expect(cues).toContain('Trả sau hẹn: xin lỗi, nói lý do');
  });

  it('a sign of success in one never answers for the action that waits in the other', async () => {
    const first = await desk.visit(opencps.detail('overdue', { answer: ANSWER_MS, fail: 1 }));
    await first.overlay.waitFor('chip', isRead);
    await act(first.page, 'Trả kết quả');
    const other = await desk.visit(opencps.detail('dueTomorrow'));
    await other.overlay.waitFor('chip', isRead);
    await other.page.evaluate((text) => {
      document.body.append(Object.assign(document.createElement('p'), { textContent: text }));
    }, SUCCESS);
    await first.page.bringToFront();
    await first.page.getByText('Yêu cầu của bạn thực hiện thất bại.').first().waitFor();
    await first.page.waitForTimeout(QUIET_MS);
    expect(await first.overlay.find('finish')).toBeUndefined();
    expect(await other.overlay.find('finish')).toBeUndefined();
  });

  it('one whose page asks something with alert holds up neither the finish in the other nor its acknowledgement', async () => {
    const asking = await desk.visit(opencps.detail('online'));
    await asking.overlay.waitFor('chip', isRead);
    const alerted = new Promise<void>((done) => asking.page.once('dialog', () => done()));
    await asking.page.evaluate((text) => void setTimeout(() => alert(text)), 'Phiên làm việc sắp hết hạn');
    await alerted;
    const first = await desk.visit(opencps.detail('overdue'));
    await first.overlay.waitFor('chip', isRead);
    await act(first.page, 'Trả kết quả');
    await first.overlay.waitFor('finish');
    await first.overlay.click('confirm');
    expect((await first.overlay.waitFor('saved')).text).toContain('Đã ghi trên máy này');
  });
});
