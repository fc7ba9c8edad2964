import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { national, opencps, unlisted } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { dueOnList, isCounted } from './harness/due-on-list.ts';
import { isRead } from './harness/overlay.ts';
import { remainingWords } from './harness/remaining-words.ts';
import { pressChord } from './harness/steps.ts';

/** So long a page that shows nothing may be slow; then it is taken for what it is. */
const LONGER_THAN_PATIENCE_MS = 3_200;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  // A page that is still open may tell of its dossier once more, and so begin a session in the next test.
  const [, ...opened] = desk.context.pages();
  await Promise.all(opened.map((page) => page.close()));
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

/** What the chip should say for a due date printed as dd/MM/yyyy HH:mm:ss, counted by the library now. */
function expectedWords(printed: string): string {
  const [day = '', month = '', year = '', hour = '', minute = ''] = printed.split(/[/ :]/);
  return remainingWords(`${year}-${month}-${day}T${hour}:${minute}`);
}

describe('the deadline chip', () => {
  it.each(['dueInAnHour', 'dueTomorrow', 'overdue'] as const)(
    'counts working time to the printed date (%s)',
    async (dossier) => {
      const { page, overlay } = await desk.visit(opencps.detail(dossier));
      const row = page.locator('.fact', { hasText: 'Ngày hẹn trả:' });
      const printed = (await row.locator('span').last().textContent())?.trim() ?? '';
      const chip = await overlay.waitFor('chip', isRead);
      expect(chip.text).toContain(expectedWords(printed));
    },
  );

  it.each([
    ['paused', 'Tạm dừng, chờ bổ sung'],
    ['withoutDue', 'Chưa thấy ngày hẹn'],
    ['malformedDue', 'Ngày hẹn cần xem lại'],
    ['dueBeforeReceived', 'Ngày hẹn cần xem lại'],
  ] as const)('says what it cannot count (%s)', async (dossier, words) => {
    const { overlay } = await desk.visit(opencps.detail(dossier));
    await overlay.waitFor('chip', ({ text }) => text.includes(words));
  });

  it('is neutral after a navigation in the page until the new facts are there: never the previous dossier', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('overdue', { slow: 900 }));
    await overlay.waitFor('chip', ({ text }) => text.includes('Quá hạn'));
    // To another dossier by the portal's own router: back to the list, then a click on its row.
    const seen: string[] = [];
    const watching = (async () => {
      for (let round = 0; round < 60; round += 1) {
        const facts = await page.locator('.facts').count();
        const chip = await overlay.textOf('chip');
        if (facts === 0 && chip) seen.push(chip);
        await page.waitForTimeout(25);
      }
    })();
    await page.getByRole('button', { name: 'Quay lại', exact: true }).first().click();
    await watching;
    expect(seen.filter((text) => /Quá hạn/.test(text))).toEqual([]);
  });

  it('is drawn again after every navigation inside the page', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('overdue'));
    await overlay.waitFor('chip', ({ text }) => text.includes('Quá hạn'));
    await page.getByRole('button', { name: 'Quay lại', exact: true }).first().click();
    await page.locator('#table-dossier').waitFor();
    await overlay.waitFor('pill', isCounted);
    await page.locator('#table-dossier tbody tr').nth(1).locator('td').nth(2).locator('div, span, b').first().click();
    await page.getByText('CHI TIẾT HỒ SƠ').waitFor();
    await overlay.waitFor('chip', isRead);
  });
});

describe('a slow page', () => {
  it.each([
    ['list', opencps.list({ slow: 4_500 })],
    ['detail', opencps.detail('dueTomorrow', { slow: 4_500 })],
  ])('is called nothing that it may not be, until it is there (%s)', async (kind, url) => {
    const { overlay } = await desk.visit(url);
    const seen = new Set<string>();
    const end = Date.now() + 4_000;
    while (Date.now() < end) {
      for (const { name, text } of await overlay.parts()) {
        if (['chip', 'pill-text', 'what-page'].includes(name)) seen.add(text);
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect([...seen]).toEqual(['Đang đọc trang…']);
    if (kind === 'list') await overlay.waitFor('pill', isCounted);
    else await overlay.waitFor('chip', isRead);
  });
});

describe('other pages', () => {
  it('a list: how many are overdue or due today', async () => {
    const { overlay } = await desk.visit(opencps.list());
    const pill = await overlay.waitFor('pill', isCounted);
    expect(dueOnList(pill)).toBeGreaterThan(0);
  });

  it("the national portal's procedure page: the term of filing at the desk, and nothing of a dossier", async () => {
    const { overlay } = await desk.visit(national.procedure('birth'));
    await overlay.waitFor('chip', ({ text }) => text === 'Hạn: 1 ngày làm việc');
    await overlay.waitFor('waiting');
    expect(await overlay.find('finish')).toBeUndefined();
  });

  it('an unknown page: nothing, until the official asks for "Trang này là gì?"', async () => {
    const { page, overlay } = await desk.visit(opencps.unknown());
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    expect(await page.locator('than-thien').count()).toBe(0);
    await pressChord(desk, page);
    const question = await overlay.waitFor('what-page');
    expect(question.text).toContain('Trang này là gì?');
    const names = new Set((await overlay.parts()).map(({ name }) => name));
    for (const other of ['chip', 'cues', 'waiting', 'finish', 'pill-text']) expect(names).not.toContain(other);
    await overlay.waitFor('page-kind');
    expect((await overlay.parts()).filter(({ name }) => name === 'page-kind').map(({ text }) => text)).toEqual([
      'Danh sách',
      'Hồ sơ',
      'Tiếp nhận',
      'Trả kết quả',
      'Thủ tục',
      'Người dân nộp hồ sơ',
      'Người dân đánh giá',
      'Không phải trang một cửa',
    ]);
  });

  it('what the official says of a page is remembered for the pages of that address', async () => {
    const { page, overlay } = await desk.visit(opencps.unknown());
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    await pressChord(desk, page);
    await overlay.click('page-kind', 'list');
    await overlay.waitGone('page-kind');
    await page.reload();
    await overlay.waitFor('waiting');
    await pressChord(desk, page);
    await overlay.click('what-page');
    await overlay.click('page-kind', 'other');
    await overlay.waitGone('icon', 20_000);
    await page.reload();
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    expect(await page.locator('than-thien').count()).toBe(0);
  });

  it('a site on no list: nothing at all', async () => {
    const { page } = await desk.visit(unlisted.home());
    await page.waitForTimeout(1_000);
    expect(await page.locator('than-thien').count()).toBe(0);
  });
});
