import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyHandover } from 'checklist-core/handover';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExampleLog, exampleFinish } from '../../src/review/testing/example-log.ts';
import { framed, liferay, odd, opencps, sealed } from '../pages/routes.ts';
import type { SealedElement } from '../pages/sealed/sealed-element.ts';
import { isCounted } from './harness/due-on-list.ts';
import { FirefoxDesk } from './harness/firefox.ts';
import { inkOf } from './harness/printed-ink.ts';

let desk: FirefoxDesk;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
});
afterAll(() => desk.close());

async function press(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(
    `::-p-xpath(//*[@id="app"]//button[normalize-space(.)="${name}" and not(@disabled)])`,
    { visible: true },
  );
  await button?.click();
}

/** The one file that was saved, as far as it has come. */
async function savedFile(): Promise<{ name: string; text: string } | null> {
  const [name] = await readdir(desk.saved).catch(() => []);
  return name === undefined ? null : { name, text: await readFile(join(desk.saved, name), 'utf8') };
}

describe('Firefox', () => {
  it('the overlay counts the time left on a dossier', async () => {
    const page = await desk.visit(opencps.detail('overdue'));
    const chip = await desk.waitFor(page, 'chip', ({ text }) => text.includes('Quá hạn'));
    expect(chip.text).toMatch(/Quá hạn/);
    await page.close();
  });

  it('the rows of a list show their own deadlines', async () => {
    const page = await desk.visit(opencps.list());
    await desk.waitFor(page, 'row-chip', ({ text }) => text.startsWith('Quá hạn'));
    await page.evaluate(() => window.scrollBy(0, 20));
    await desk.waitFor(page, 'row-chip', ({ text }) => text.startsWith('Quá hạn'));
    await page.close();
  });

  it('and so do those of a list in a frame, wherever that is scrolled to', async () => {
    const page = await desk.visit(framed('liferay', liferay.list()));
    const rowUnder = ({ x, y }: { x: number; y: number }) =>
      page.evaluate(
        (left, top) => {
          const frame = document.querySelector('iframe') as HTMLIFrameElement;
          const { x, y } = frame.getBoundingClientRect();
          const inside = [left - x - frame.clientLeft, top - y - frame.clientTop] as const;
          return frame.contentDocument?.elementFromPoint(...inside)?.closest('tr')?.textContent ?? '';
        },
        x,
        y,
      );
    const chip = await desk.waitFor(page, 'row-chip', ({ text }) => text.startsWith('Tạm dừng'));
    const row = await rowUnder(chip);
    expect(row).toContain('Yêu cầu bổ sung giấy tờ');
    await page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollBy(0, 30));
    const moved = await desk.waitFor(page, 'row-chip', ({ text, y }) => text === chip.text && y === chip.y - 30);
    expect(await rowUnder(moved)).toBe(row);
    await page.close();
  });

  it('a dossier in a frame is read, by one overlay in the tab; a rating screen is left alone', async () => {
    const page = await desk.visit(framed('liferay', '', liferay.detail('overdue')));
    await desk.waitFor(page, 'chip', ({ text }) => text.includes('Quá hạn'));
    const counts = page.frames().map((frame) => frame.evaluate(() => document.querySelectorAll('than-thien').length));
    expect((await Promise.all(counts)).reduce((sum, count) => sum + count, 0)).toBe(1);
    await page.goto(opencps.rating());
    await new Promise((passed) => setTimeout(passed, 3_500));
    expect(await desk.parts(page)).toEqual([]);
    await page.close();
  });

  it('what stands in a closed shadow root of the page is read, and read again when it changes in there', async () => {
    const page = await desk.visit(sealed.list());
    await desk.waitFor(page, 'pill', isCounted);
    await desk.waitFor(page, 'row-chip');
    await page.goto(sealed.detail('overdue'));
    await desk.waitFor(page, 'chip', ({ text }) => text.startsWith('Quá hạn'));
    await page.evaluate(() =>
      document.querySelector<SealedElement>('phieu-kin')?.write('Ngày hẹn trả', '31/12/2099 16:00:00'),
    );
    await desk.waitFor(page, 'chip', ({ text }) => text !== '' && !/^(Quá hạn|Đang đọc)/.test(text));
    await page.close();
  });

  it('nothing of ours is on paper', async () => {
    const page = await desk.visit(liferay.list());
    await desk.waitFor(page, 'row-chip');
    const withUs = inkOf(await page.pdf());
    expect(withUs.length).toBeGreaterThan(0);
    await page.evaluate(() => document.querySelector('than-thien')?.remove());
    expect(inkOf(await page.pdf())).toEqual(withUs);
    await page.evaluate(() => document.body.append('Dấu'));
    expect(inkOf(await page.pdf())).not.toEqual(withUs);
    await page.close();
  });

  it('finish comes after the sign of success; one click saves, one undoes', async () => {
    const page = await desk.visit(opencps.detail('birth'));
    await desk.waitFor(page, 'chip', ({ text }) => !text.startsWith('Đang đọc'));
    await press(page, 'Trả kết quả');
    await press(page, 'Xác nhận');
    await desk.waitFor(page, 'finish');
    await desk.click(page, 'confirm');
    const saved = await desk.waitFor(page, 'saved');
    expect(saved.text).toContain('Đã ghi trên máy này');
    await desk.click(page, 'undo');
    await desk.waitFor(page, 'finish');
    await desk.click(page, 'confirm');
    await desk.waitFor(page, 'saved');
    await page.close();
  });

  it('teaches a page by pointing: what was kept makes it read', async () => {
    const page = await desk.visit(odd.detail('overdue'));
    await desk.click(page, 'what-page');
    await desk.click(page, 'teach');
    await desk.click(page, 'picker-kind', 'detail');
    for (const label of ['Mã theo dõi nội bộ', 'Ngày vào sổ', 'Ngày xong việc', 'Loại việc']) {
      await desk.waitFor(page, 'spot', ({ text }) => text.includes(label));
      const value = await page.waitForSelector(`::-p-xpath(//dt[.="${label}"]/following-sibling::dd[1])`);
      await value?.click({ offset: { x: 30, y: 8 } });
    }
    await desk.click(page, 'save');
    await desk.waitFor(page, 'picker-saved', ({ text }) => text.includes('Đã ghi trên máy này'));
    await desk.click(page, 'done');
    await desk.waitFor(page, 'chip', ({ text }) => text.includes('Quá hạn'));
    await page.close();
  });

  it('the popup shows Today and what was recorded', async () => {
    const popup = await desk.extensionPage('src/popup/index.html');
    await popup.waitForFunction(() => document.body.innerText.includes('Đã quá hạn'));
    const recorded = await popup.waitForSelector('::-p-xpath(//*[@role="tab"][contains(., "Đã ghi")])');
    await recorded?.click();
    await popup.waitForFunction(() => document.body.innerText.includes('Trả kết quả'));
    expect(await popup.evaluate(() => document.body.innerText)).toContain('Đã làm đủ');
    await popup.close();
  });

  it('the hand-over page saves what it shows, signed by a key that stays in the browser', async () => {
    const page = await desk.extensionPage('src/settings/handover/index.html');
    await page.waitForSelector('.file pre');
    const shown = await page.$eval('.file pre', ({ textContent }) => textContent ?? '');
    await (await page.waitForSelector('[data-part=create][aria-disabled=false]'))?.click();
    await page.waitForSelector('[data-given=handover]');
    const isWhole = async () => (await savedFile())?.text === shown;
    await expect.poll(isWhole, { timeout: 5_000 }).toBe(true);
    const file = await savedFile();
    expect(file?.name).toMatch(/^chia-se-.*\.jsonl$/);
    expect(await verifyHandover([new TextEncoder().encode(file?.text)])).toMatchObject({
      ok: true,
      // The finish, its undo, and the finish as it stayed.
      handover: { from: 0, to: 3, header: { stated: { skipped: 0 } } },
    });
    await page.close();
  });

  it("the team lead's page takes a file in through its worker", async () => {
    const period = { from: '2026-11-01', to: '2026-11-30' };
    const log = (await ExampleLog.begin()).add(exampleFinish('2026-11-02'));
    const folder = await mkdtemp(join(tmpdir(), 'than-thien-'));
    const file = join(folder, 'example.jsonl');
    await writeFile(file, await log.handover({ period }));
    const page = await desk.extensionPage('src/review/index.html');
    const picker = await page.waitForSelector('input[data-part=pick]');
    await picker?.uploadFile(file);
    await (await page.waitForSelector('[data-part=accept]'))?.click();
    await page.waitForFunction(() => document.querySelector('.files .file-name')?.textContent === 'example.jsonl');
    await page.close();
    await rm(folder, { recursive: true });
  });
});
