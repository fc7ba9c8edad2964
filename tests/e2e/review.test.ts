import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExampleLog, exampleFinish } from '../../src/review/testing/example-log.ts';
import { axeFaults } from './harness/axe.ts';
import { Desk, SCREEN } from './harness/chromium.ts';

const PAGE = 'src/review/index.html';
const PERIOD = { from: '2026-08-01', to: '2026-11-30' };
/** Weeks without an entry lie between them: the table is wider than the page. */
const DAYS = ['2026-08-03', '2026-11-03', '2026-11-09', '2026-11-10', '2026-11-17'];
const TEAM = 6;

let desk: Desk;
let page: Page;
let logs: ExampleLog[];
let texts: string[];

beforeAll(async () => {
  desk = await Desk.open();
  page = await desk.extensionPage(PAGE, SCREEN);
  logs = await Promise.all(
    Array.from({ length: TEAM }, async (_, person) => {
      const entries = DAYS.flatMap((day, index) => [
        exampleFinish(day, index === person ? ['finish-more'] : []),
        exampleFinish(day),
      ]);
      return (await ExampleLog.begin()).add(...entries);
    }),
  );
  texts = await Promise.all(logs.map((log) => log.handover({ period: PERIOD, conduct: 'lines' })));
});
afterAll(() => desk.close());

interface Dropped {
  readonly name: string;
  readonly text: string;
}

async function pick(...files: readonly Dropped[]): Promise<void> {
  const buffers = files.map(({ name, text }) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) }));
  await page.locator('[data-part=pick]').setInputFiles(buffers);
}

async function stage(...files: readonly Dropped[]): Promise<void> {
  await pick(...files);
  await page.locator('.staging').waitFor();
}

async function takeIn(...files: readonly Dropped[]): Promise<void> {
  await stage(...files);
  await page.locator('[data-part=accept]').click();
  await page.locator('.staging').waitFor({ state: 'detached' });
}

/** One line a staged file: its state and the page's words about it. */
function stagedRows(): Promise<string[]> {
  return page.locator('.staging tbody tr').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText));
}

const imported = () => page.locator('.files > li .file-name').allInnerTexts();

async function show(name: 'Nhận tệp' | 'Số liệu của tổ'): Promise<void> {
  await page.getByRole('tab', { name, exact: true }).click();
}

async function setOffice(size: number): Promise<void> {
  await page.locator('[data-part=office-size]').fill(String(size));
  await page.keyboard.press('Enter');
  await page.getByText('Đã lưu.', { exact: true }).waitFor();
}

async function removeAll(): Promise<void> {
  await show('Nhận tệp');
  await page.locator('[data-part=remove-all]').click();
  await page.locator('[data-part=remove-all-yes]').click();
  await page.getByText('Đã xóa hết.').waitFor();
}

describe("the team lead's page", () => {
  it('says above everything what it is not for', async () => {
    const caveat =
      'Đây là điều mọi người tự ghi và tự nguyện chia sẻ, để cùng trao đổi và giúp nhau. Không dùng để chấm điểm, xếp loại hay kỷ luật.';
    await page.getByText(caveat, { exact: true }).waitFor();
    await page.getByText('Chưa nhận tệp nào.').waitFor();
  });

  it('looks at files before it stores anything: leaving them for later changes nothing', async () => {
    await stage({ name: '1.jsonl', text: texts[0] ?? '' });
    expect(await stagedRows()).toEqual([expect.stringMatching(/1\.jsonl[\s\S]*Mới[\s\S]*10 dòng/)]);
    expect(await axeFaults(page)).toEqual([]);
    await page.locator('[data-part=later]').click();
    await page.getByText('Đã để sau. Không có gì thay đổi.').waitFor();
    expect(await imported()).toEqual([]);
    await page.reload();
    await page.getByText('Chưa nhận tệp nào.').waitFor();
  });

  it('takes in the sound files of a batch and names the line at which another was changed', async () => {
    const changed = (texts[0] ?? '').split('\n');
    changed[4] = changed[4]?.replace(/"s":"(.)/, (_, first) => `"s":"${first === 'A' ? 'B' : 'A'}`) ?? '';
    await takeInAndCheck(changed.join('\n'));
    expect(await imported()).toEqual(texts.map((_, person) => `${person + 1}.jsonl`));
  });

  it('takes a dropped folder apart and says of each file in it what it is', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'than-thien-drop-'));
    try {
      await mkdir(join(folder, 'tổ', 'tháng 11'), { recursive: true });
      const newer = (texts[0] ?? '').replace('checklist-handover/1', 'checklist-handover/2');
      await writeFile(join(folder, 'tổ', 'bản mới.jsonl'), newer);
      await writeFile(join(folder, 'tổ', 'tháng 11', 'đang chép.jsonl'), '');
      await writeFile(join(folder, 'ảnh.png'), Buffer.alloc(100_000, 0x89));
      await dropFromDisk(join(folder, 'tổ'), join(folder, 'ảnh.png'));
      await page.locator('.staging').waitFor();
      const rows = (await stagedRows()).sort();
      expect(rows).toEqual([
        expect.stringMatching(/bản mới\.jsonl[\s\S]*do bản Thân Thiện mới hơn tạo ra/),
        expect.stringMatching(/đang chép\.jsonl[\s\S]*đang trống/),
        expect.stringMatching(/ảnh\.png[\s\S]*không phải tệp của Thân Thiện/i),
      ]);
      await page.locator('[data-part=later]').click();
      // Its sentence moves the page below; whoever drags something there sees where that is.
      await page.getByText('Đã để sau. Không có gì thay đổi.').waitFor();
      await dropFromDisk(await mkdtemp(join(folder, 'không có gì-')));
      await page.getByText('Chưa thấy tệp nào ở đó.').waitFor();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('keeps what it took in, and knows it again', async () => {
    await page.reload();
    await expect.poll(imported).toHaveLength(TEAM);
    await stage({ name: 'again.jsonl', text: texts[2] ?? '' });
    expect(await stagedRows()).toEqual([expect.stringMatching(/again\.jsonl[\s\S]*Trùng/)]);
    await page.locator('[data-part=later]').click();
  });

  it('leaves the focus with whoever went on to a field, else brings it to the list', async () => {
    const later = async (next: string | null) => {
      await stage({ name: 'again.jsonl', text: texts[2] ?? '' });
      // In one go: the page answers only afterwards.
      await page.evaluate((selector) => {
        document.querySelector<HTMLElement>('[data-part=later]')?.click();
        if (selector !== null) document.querySelector<HTMLElement>(selector)?.focus();
      }, next);
      await page.locator('.staging').waitFor({ state: 'detached' });
      await page.getByText('Đã để sau. Không có gì thay đổi.').waitFor();
      return await page.evaluate(
        () => document.activeElement?.getAttribute('data-part') ?? document.activeElement?.localName,
      );
    };
    expect(await later('[data-part=office-size]')).toBe('office-size');
    expect(await later(null)).toBe('h2');
  });

  it('says what was done last, also where something before it takes longer', async () => {
    // As soon as the answer stands there: the page still reads what it says about it.
    await page.evaluate(() => {
      const watch = new MutationObserver(() => {
        const later = document.querySelector<HTMLElement>('[data-part=later]');
        if (later === null) return;
        watch.disconnect();
        later.click();
        // A drop of nothing is answered without the worker.
        document.querySelector('.drop')?.dispatchEvent(new DragEvent('drop', { dataTransfer: new DataTransfer() }));
      });
      watch.observe(document, { childList: true, subtree: true });
    });
    await pick({ name: 'again.jsonl', text: texts[2] ?? '' });
    await page.getByText('Chưa thấy tệp nào ở đó.').waitFor();
    await page.locator('.staging').waitFor({ state: 'detached' });
    await page.waitForTimeout(300);
    expect(await page.locator('.said').innerText()).toBe('Chưa thấy tệp nào ở đó.');
  });

  it('refuses another history of a log whose head it knows', async () => {
    const fork = logs[0]?.fork(3).add(...DAYS.flatMap((day) => [exampleFinish(day), exampleFinish(day)]));
    const text = (await fork?.handover({ period: PERIOD, heads: [10] })) ?? '';
    await stage({ name: 'fork.jsonl', text });
    expect((await stagedRows())[0]).toMatch(/Chưa nhận được[\s\S]*không khớp với mốc đã nhận/i);
    await page.locator('[data-part=later]').click();
  });

  it('shows the figures of the team: the same in the chart and in the table, never of a person', async () => {
    await setOffice(8);
    await show('Số liệu của tổ');
    await page.getByText('6 trong 8 người đã chia sẻ').waitFor();
    const table = page.locator('table.conduct');
    const cells = await table
      .locator('tbody td:not(.total)')
      .evaluateAll((all) => all.map((cell) => (cell as HTMLElement).dataset.state));
    const count = (state: string) => cells.filter((one) => one === state).length;
    expect(count('shown')).toBeGreaterThan(0);
    expect(await page.locator('.frame .dot').count()).toBe(count('shown'));
    expect(await page.locator('.frame rect[fill^=url]').count()).toBe(count('withheld'));
    expect(await page.locator('.figures').innerText()).toContain('theo nhật ký tự ghi (60 lượt)');
    expect(await page.locator('body').innerText()).not.toMatch(/\d\.jsonl/);
  });

  it('has no accessibility fault, and nothing hangs over at 200 %', async () => {
    expect(await axeFaults(page)).toEqual([]);
    await page.setViewportSize({ width: SCREEN.width / 2, height: SCREEN.height / 2 });
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await show('Nhận tệp');
    expect(await axeFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    await page.setViewportSize(SCREEN);
  });

  it('goes by keyboard alone from the files to the figures', async () => {
    await page.getByRole('tab', { name: 'Nhận tệp' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-part'))).toBe('pick');
    await page.getByRole('tab', { name: 'Nhận tệp' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.locator('.figures').waitFor();
    await show('Nhận tệp');
  });

  it('lets a second tab wait until the first is closed', async () => {
    const second = await desk.extensionPage(PAGE, SCREEN);
    await second.getByText('Trang này đang mở ở một thẻ khác.').waitFor();
    await page.close();
    await second.locator('.files > li').first().waitFor();
    page = second;
  });

  it('deletes what came from a file that was taken back, and refuses it afterwards', async () => {
    const text = texts[5] ?? '';
    await takeIn({ name: 'withdrawal.txt', text: (await logs[5]?.withdrawal(text)) ?? '' });
    await expect.poll(imported).not.toContain('6.jsonl');
    await stage({ name: '6.jsonl', text });
    expect((await stagedRows())[0]).toMatch(/người chia sẻ đã thu hồi tệp này/i);
    await page.locator('[data-part=later]').click();
  });

  it('deletes everything, database and all', async () => {
    await removeAll();
    expect(await imported()).toEqual([]);
    const held = await page.evaluate(async () => {
      const names = (await indexedDB.databases()).map(({ name }) => name);
      if (!names.includes('review')) return 0;
      // The page has read its new, empty database by now.
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('review');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const stores = [...database.objectStoreNames];
      const counts = stores.map(
        (store) =>
          new Promise<number>((resolve, reject) => {
            const request = database.transaction(store).objectStore(store).count();
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          }),
      );
      const rows = await Promise.all(counts);
      database.close();
      return rows.reduce((sum, rowCount) => sum + rowCount, 0);
    });
    expect(held).toBe(0);
  });

  it('gives a small office a sheet to write together instead of figures', async () => {
    await takeIn({ name: '1.jsonl', text: texts[0] ?? '' }, { name: '2.jsonl', text: texts[1] ?? '' });
    await setOffice(3);
    await show('Số liệu của tổ');
    const small = 'Nhóm nhỏ: không hiện số liệu ứng xử để không ai bị nhận ra. Cùng viết phiếu tổ thay cho con số.';
    await page.getByText(small, { exact: true }).waitFor();
    for (const line of ['Giữ', 'Vướng', 'Thử tháng này']) await page.getByLabel(line, { exact: true }).waitFor();
    expect(await page.locator('table.conduct, .frame').count()).toBe(0);
    expect(await page.locator('.figures').innerText()).toContain('theo nhật ký tự ghi (20 lượt)');
    expect(await axeFaults(page)).toEqual([]);
    const pdf = await page.pdf({ format: 'A4' });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});

/** Files and folders as a person drags them from a window of the system. */
async function dropFromDisk(...paths: readonly string[]): Promise<void> {
  const place = await page.locator('.drop').boundingBox();
  const session = await desk.context.newCDPSession(page);
  if (place === null) throw new Error('nowhere to drop');
  const at = { x: place.x + place.width / 2, y: place.y + place.height / 2 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [...paths], dragOperationsMask: 1 },
    });
  }
  await session.detach();
}

async function takeInAndCheck(changed: string): Promise<void> {
  await stage(
    { name: 'changed.jsonl', text: changed },
    ...texts.map((text, person) => ({ name: `${person + 1}.jsonl`, text })),
  );
  expect((await stagedRows())[0]).toMatch(/changed\.jsonl[\s\S]*Chưa nhận được[\s\S]*Dòng 5: nội dung đã khác lúc ký/i);
  await page.getByText(`Sẽ nhận ${TEAM} tệp · bỏ qua 1 tệp`).waitFor();
  await page.locator('[data-part=accept]').click();
  await page.locator('.staging').waitFor({ state: 'detached' });
}
