import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { isWhole, readJournal } from './harness/journal.ts';
import { isRead } from './harness/overlay.ts';
import { act, askedFinish, openReceiveForm, receive, until } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  // A citizen of one test must not still be at the desk in the next.
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
  await Promise.all(
    desk.context
      .pages()
      .slice(1)
      .map((page) => page.close()),
  );
});

async function entries(): Promise<number> {
  const page = await desk.extensionPage('src/popup/index.html');
  const journal = await readJournal(page);
  expect(isWhole(journal)).toBe(true);
  await page.close();
  return journal.size;
}

const QUIET_MS = 1_500;

describe('finish, on the OpenCPS-shaped portal', () => {
  it('comes on the sign of success of receiving, and one click writes one entry', async () => {
    const before = await entries();
    const { overlay } = await askedFinish(desk);
    const cues = (await overlay.parts()).filter(({ name }) => name === 'cue');
    expect(cues.map(({ text }) => text)).toEqual([
      'Nói rõ ngày, giờ và nơi nhận kết quả',
      'Trao giấy hẹn, trả lại giấy tờ gốc',
      'Hỏi còn cần giúp gì nữa không',
      'Cảm ơn và chào',
    ]);
    expect(await overlay.textOf('confirm')).toBe('Đã làm đủ');
    await overlay.click('confirm');
    const saved = await overlay.waitFor('saved');
    expect(saved.text).toContain('Đã ghi trên máy này');
    expect(await entries()).toBe(before + 1);
  });

  it('is not asked on the press, only when the portal says that it succeeded', async () => {
    const { page, overlay } = await desk.visit(opencps.list({ answer: 1_200 }));
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    await page.waitForTimeout(700);
    expect(await overlay.find('finish')).toBeUndefined();
    await overlay.waitFor('finish');
  });

  it('is not asked when the portal refuses the form', async () => {
    const { page, overlay } = await desk.visit(opencps.list({ fail: 1 }));
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    await page.getByText('Yêu cầu của bạn thực hiện thất bại.').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    expect(await overlay.find('finish')).toBeUndefined();
  });

  it('is not asked when the portal wants a field filled first', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
    await page.getByText('Vui lòng nhập đầy đủ thông tin bắt buộc').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    expect(await overlay.find('finish')).toBeUndefined();
  });

  it.each([
    ['Trả kết quả', 'birth', 'Chúc mừng người dân'],
    ['Trả kết quả', 'death', 'Chia buồn cùng gia đình'],
    ['Trả kết quả', 'marriage', 'Trả sau hẹn: xin lỗi, nói lý do'],
    ['Yêu cầu bổ sung', 'dueTomorrow', 'Ghi đủ mọi thứ cần bổ sung vào một phiếu'],
    ['Từ chối', 'dueInAnHour', 'Nói rõ lý do và căn cứ'],
  ] as const)('after "%s" of a %s dossier it has the cues of that outcome', async (action, dossier, cue) => {
    const { page, overlay } = await desk.visit(opencps.detail(dossier));
    await overlay.waitFor('chip', isRead);
    await act(page, action);
    await overlay.waitFor('finish');
    const texts = (await overlay.parts()).filter(({ name }) => name === 'cue').map(({ text }) => text);
    expect(texts).toContain(cue);
    expect(texts.length).toBeLessThanOrEqual(5);
    if (dossier === 'death') expect(texts.join(' ')).not.toMatch(/mỉm cười|chúc mừng/i);
    await overlay.click('skip');
    await overlay.waitGone('finish');
  });

  it('a click on a cue marks it, and the confirmation says how many', async () => {
    const { overlay } = await askedFinish(desk);
    const [first] = (await overlay.parts()).filter(({ name }) => name === 'cue');
    await overlay.click('cue', first?.id ?? '');
    const marked = await overlay.waitFor('cue', ({ id, pressed }) => id === first?.id && pressed);
    expect(marked.text).toContain('Lần này chưa kịp');
    expect(await overlay.textOf('confirm')).toBe('Ghi lại, 1 điều chưa kịp');
    await overlay.click('cue', first?.id ?? '');
    await overlay.waitFor('confirm', ({ text }) => text === 'Đã làm đủ');
    await overlay.click('skip');
    await overlay.waitGone('finish');
  });

  it('skipping is as easy as confirming: one click, a button of the same height beside it', async () => {
    const before = await entries();
    const { overlay } = await askedFinish(desk);
    const confirm = await overlay.waitFor('confirm');
    const skip = await overlay.waitFor('skip');
    expect(Math.abs(confirm.height - skip.height)).toBeLessThanOrEqual(1);
    await overlay.click('skip');
    await overlay.waitGone('finish');
    expect(await entries()).toBe(before + 1);
  });

  it('both answers can be seen whole on a screen enlarged to 200 %', async () => {
    const { page, overlay } = await askedFinish(desk);
    await overlay.waitFor('chip', isRead);
    const [first] = (await overlay.parts()).filter(({ name }) => name === 'cue');
    await overlay.click('cue', first?.id ?? '');
    await page.setViewportSize({ width: 683, height: 384 });
    await page.waitForTimeout(QUIET_MS);
    const card = await overlay.waitFor('finish');
    for (const answer of ['confirm', 'skip']) {
      const { x, y, width, height } = await overlay.waitFor(answer);
      expect(x).toBeGreaterThanOrEqual(card.x);
      expect(x + width).toBeLessThanOrEqual(card.x + card.width);
      expect(y).toBeGreaterThanOrEqual(Math.max(0, card.y));
      expect(y + height).toBeLessThanOrEqual(Math.min(384, card.y + card.height));
    }
    await overlay.click('skip');
    await overlay.waitGone('finish');
  });

  it('undo within five seconds appends a void and asks again', async () => {
    const before = await entries();
    const { overlay } = await askedFinish(desk);
    await overlay.click('confirm');
    await overlay.click('undo');
    await overlay.waitFor('finish');
    expect(await entries()).toBe(before + 2);
    await overlay.click('confirm');
    await overlay.waitFor('saved');
    expect(await entries()).toBe(before + 3);
  });

  it('is asked once per citizen: a second action within three minutes joins', async () => {
    const { page, overlay } = await askedFinish(desk);
    await overlay.click('confirm');
    await overlay.waitFor('saved');
    await page.goto(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    await page.getByText('Thực hiện thành công!').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    expect(await overlay.find('finish')).toBeUndefined();
  });

  it('asks nothing for a dossier that came online', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('online'));
    await overlay.waitFor('chip', isRead);
    await act(page, 'Trả kết quả');
    await page.getByText('Thực hiện thành công!').first().waitFor();
    await page.waitForTimeout(QUIET_MS);
    expect(await overlay.find('finish')).toBeUndefined();
    expect(await overlay.find('cues')).toBeUndefined();
  });

  it('survives a page load between success and answer', async () => {
    const { page, overlay } = await askedFinish(desk);
    await page.goto(opencps.detail('dueTomorrow'));
    await overlay.waitFor('finish');
    await overlay.waitFor('chip', isRead);
    await overlay.click('confirm');
    await overlay.waitFor('saved');
  });

  it('is shown in every tab, and one answer settles it everywhere', async () => {
    const before = await entries();
    const first = await askedFinish(desk);
    const second = await desk.visit(opencps.detail('dueTomorrow'));
    await second.overlay.waitFor('finish');
    await first.page.bringToFront();
    await first.overlay.click('confirm');
    await first.overlay.waitFor('saved');
    await second.page.bringToFront();
    await second.overlay.waitGone('finish');
    await until('one entry', async () => (await entries()) === before + 1);
  });

  it('goes when nobody has been at the desk for twenty minutes', async () => {
    const { page, overlay } = await askedFinish(desk);
    // The portal opens the dossier's own page now; that this was seen must not come after.
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(QUIET_MS);
    await (await desk.worker()).evaluate(async () => {
      const kept = (await chrome.storage.session.get()) as Record<string, unknown>;
      const aged = JSON.stringify(kept).replace(
        /"lastActivityAt":\d+/g,
        `"lastActivityAt":${Date.now() - 20 * 60_000 + 5_000}`,
      );
      await chrome.storage.session.set(JSON.parse(aged));
    });
    await page.goto(opencps.list());
    await overlay.waitFor('finish');
    await overlay.waitGone('finish');
    await overlay.waitFor('waiting');
  });

  it('can be put away when the background has forgotten the citizen, with one sentence about it', async () => {
    const { page, overlay } = await askedFinish(desk);
    // The dossier's own page, which the portal opens now, has been told of.
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(QUIET_MS);
    await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
    await overlay.click('confirm');
    await overlay.waitFor('fault', ({ text }) => text.startsWith('Lượt này đã khép lại nên không ghi thêm.'));
    await overlay.waitGone('fault', 10_000);
  });

  it('beckons with a dot only on an unknown page, and is answered there when the official opens it', async () => {
    const { page, overlay } = await askedFinish(desk);
    await page.goto(opencps.unknown());
    await overlay.waitFor('what-page');
    expect(await overlay.find('finish')).toBeUndefined();
    await overlay.click('icon');
    await overlay.waitFor('finish');
    await overlay.click('confirm');
    await overlay.waitFor('saved');
  });
});
