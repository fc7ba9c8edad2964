import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { Desk, SCREEN } from './harness/chromium.ts';
import { isRead } from './harness/overlay.ts';
import { act, openReceiveForm, receive, welcome } from './harness/steps.ts';

/*
 * The whole circle with three computers, each a browser profile of its own: two officials serve people on the portal,
 * record it through the overlay and hand it over; their lead takes the files in. Only files go between them.
 */

const PROVEN_BY = 'chữ ký và thứ tự đều khớp';
const CAVEAT =
  'Đây là điều mọi người tự ghi và tự nguyện chia sẻ, để cùng trao đổi và giúp nhau. Không dùng để chấm điểm, xếp loại hay kỷ luật.';
const SMALL = 'Nhóm nhỏ: không hiện số liệu ứng xử để không ai bị nhận ra. Cùng viết phiếu tổ thay cho con số.';

let portal: PracticePortal;
let desks: Desk[];
let pages: Page[];
let lead: Page;

beforeAll(async () => {
  portal = await startPracticePortal();
  desks = await Promise.all(Array.from({ length: 3 }, () => Desk.open({ portal })));
});
afterAll(async () => {
  await Promise.all(desks.map((desk) => desk.close()));
  await portal.close();
});

interface Saved {
  readonly name: string;
  readonly text: string;
}

/** A person at the desk hands in a dossier; `missed`: the goodbye is marked as not managed this time. */
async function receiveSomebody(desk: Desk, missed = false): Promise<void> {
  const { page, overlay } = await desk.visit(opencps.list());
  await welcome(overlay);
  await openReceiveForm(page);
  await receive(page);
  await overlay.waitFor('finish');
  const goodbye = (await overlay.parts()).filter(({ name }) => name === 'cue').at(-1);
  if (missed) await overlay.click('cue', goodbye?.id ?? '');
  if (missed) await overlay.waitFor('cue', ({ id, pressed }) => id === goodbye?.id && pressed);
  await overlay.click('confirm');
  await overlay.waitFor('saved');
  await page.close();
}

/** A result is given back. */
async function returnResult(desk: Desk): Promise<void> {
  const { page, overlay } = await desk.visit(opencps.detail('birth'));
  await overlay.waitFor('chip', isRead);
  await act(page, 'Trả kết quả');
  await overlay.waitFor('finish');
  await overlay.click('confirm');
  await overlay.waitFor('saved');
  await page.close();
}

/** The page of an official with a period that holds today, whatever the weekday and the hour of this run. */
async function handoverPage(desk: Desk): Promise<Page> {
  const page = await desk.extensionPage('src/settings/handover/index.html', SCREEN);
  await page.getByRole('radio', { name: 'Tự chọn' }).check();
  const to = page.getByLabel('Đến ngày');
  const today = (await to.getAttribute('max')) ?? '';
  const weekBefore = new Date(Date.parse(today) - 7 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Từ ngày').fill(weekBefore);
  await to.fill(today);
  const shown = weekBefore.split('-').reverse().join('/');
  await page.locator('.summary', { hasText: `lượt, từ ${shown} đến` }).waitFor();
  return page;
}

async function saved(page: Page, press: () => Promise<void>): Promise<Saved> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

function handOver(page: Page): Promise<Saved> {
  return saved(page, () => page.getByRole('button', { name: 'Tạo tệp chia sẻ' }).click());
}

/** Drops files on the lead's page, as a mouse lets go of them over it. */
async function drop(...files: readonly Saved[]): Promise<void> {
  const transfer = await lead.evaluateHandle((dropped) => {
    const data = new DataTransfer();
    for (const { name, text } of dropped) data.items.add(new File([text], name));
    return data;
  }, files);
  await lead.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
  await lead.locator('.staging').waitFor();
}

/** State and words of each staged file, in the order in which they were dropped. */
function staged(): Promise<string[]> {
  return lead.locator('.staging tbody tr').evaluateAll((rows) => rows.map((row) => (row as HTMLElement).innerText));
}

async function accept(): Promise<void> {
  await lead.getByRole('button', { name: 'Nhận vào' }).click();
  await lead.locator('.staging').waitFor({ state: 'detached' });
}

async function setAside(): Promise<void> {
  await lead.getByRole('button', { name: 'Để sau' }).click();
  await lead.locator('.staging').waitFor({ state: 'detached' });
}

async function show(name: 'Nhận tệp' | 'Số liệu của tổ'): Promise<void> {
  await lead.getByRole('tab', { name, exact: true }).click();
}

const imported = () => lead.locator('.files > li .file-name').allInnerTexts();

/** Figures of the service part by their names, as the lead reads them. */
async function served(): Promise<Record<string, string>> {
  const rows = await lead.locator('table.counts').first().locator('tbody tr').allInnerTexts();
  return Object.fromEntries(rows.map((row) => row.split(/\t|\n/).map((cell) => cell.trim())));
}

/** Everything the lead's browser keeps of what was taken in, as text. */
function databaseDump(): Promise<string> {
  return lead.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name === undefined ? [] : [name]));
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows: unknown[] = [names];
    for (const name of names) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        rows.push(await settled(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    return JSON.stringify(rows);
  });
}

let files: Saved[];

describe('two officials hand over to their lead: the files', () => {
  it('hold what was recorded through the overlay, as it stood in the preview', async () => {
    const [one, two, third] = desks as [Desk, Desk, Desk];
    await Promise.all([
      (async () => {
        await receiveSomebody(one, true);
        await receiveSomebody(one);
        await receiveSomebody(one);
      })(),
      (async () => {
        await returnResult(two);
        await receiveSomebody(two);
      })(),
    ]);
    pages = await Promise.all([one, two].map(handoverPage));
    const shown = await Promise.all(pages.map((page) => page.locator('.file pre').textContent()));
    files = await Promise.all(pages.map(handOver));
    expect(files.map(({ text }) => text)).toEqual(shown);
    lead = await third.extensionPage('src/review/index.html', SCREEN);
  });

  it('are new to the lead, looked at before anything is stored, and taken in', async () => {
    await lead.getByText(CAVEAT, { exact: true }).waitFor();
    await drop(...files);
    expect(await staged()).toEqual([
      expect.stringMatching(new RegExp(`Mới[\\s\\S]*3 dòng, ${PROVEN_BY}`)),
      expect.stringMatching(new RegExp(`Mới[\\s\\S]*2 dòng, ${PROVEN_BY}`)),
    ]);
    expect(await imported()).toEqual([]);
    await accept();
    expect((await imported()).sort()).toEqual(files.map(({ name }) => name).sort());
  });

  it('are too few for a figure of conduct: what was done is counted, and a sheet is written together', async () => {
    await lead.getByLabel('Số người trong tổ').fill('2');
    await lead.keyboard.press('Enter');
    await lead.getByText('Đã lưu.', { exact: true }).waitFor();
    await show('Số liệu của tổ');
    await lead.getByText('2 trong 2 người đã chia sẻ').waitFor();
    expect(await served()).toEqual({ 'Tiếp nhận': '4', 'Trả kết quả': '1' });
    await lead.getByText(SMALL, { exact: true }).waitFor();
    await lead.getByText(CAVEAT, { exact: true }).waitFor();
    expect(await lead.locator('table.conduct, .frame').count()).toBe(0);
    // One goodbye was not managed: nothing on the page says so, and no rule is named.
    expect(await lead.locator('main').innerText()).not.toMatch(/chưa kịp|xin cảm ơn|xin chào/i);
    await show('Nhận tệp');
  });

  it('bring no name, code or minute with them: not in a file name, the lead’s database, a title or an address', async () => {
    const stored = await databaseDump();
    expect(stored).toContain('"kind":"finish"');
    const addresses = [...pages, lead].map((page) => page.url());
    const titles = await Promise.all([...pages, lead].map((page) => page.title()));
    const left = [stored, ...files.map(({ name }) => name), ...addresses, ...titles].join('\n');
    expect(left).not.toContain('Người Ví Dụ');
    expect(left).not.toMatch(/\b\d{6}-\d{4}\b|\b\d\.\d{6}\b/);
    expect(left).not.toMatch(/\d{2}:\d{2}/);
    expect(titles).toEqual(['Phần chia sẻ · Thân Thiện', 'Phần chia sẻ · Thân Thiện', 'Trang tổ trưởng · Thân Thiện']);
    expect(addresses.filter((address) => /[?#]/.test(address))).toEqual([]);
  });

  it('stand no change: a copy with one other byte, or without a line, is refused and its line named', async () => {
    const [{ name, text }] = files as [Saved];
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith('{"h":')) + 1;
    const oneByte = lines.with(
      at,
      (lines[at] ?? '').replace(/"s":"(.)/, (_, first) => `"s":"${first === 'A' ? 'B' : 'A'}`),
    );
    expect(oneByte.join('\n')).toHaveLength(text.length);
    await drop(
      { name: 'sửa.jsonl', text: oneByte.join('\n') },
      { name: 'bớt.jsonl', text: lines.toSpliced(at, 1).join('\n') },
    );
    const [edited, cut] = await staged();
    expect(edited).toMatch(new RegExp(`Chưa nhận được[\\s\\S]*Dòng ${at + 1}: nội dung đã khác lúc ký\\.`));
    expect(cut).toMatch(new RegExp(`Chưa nhận được[\\s\\S]*Dòng ${at + 1}: thiếu dòng ở ngay trước chỗ này\\.`));
    expect(await lead.locator('.staging').innerText()).not.toMatch(/lỗi|vi phạm|giả mạo|không đạt/i);
    expect(await lead.getByRole('button', { name: 'Nhận vào' }).count()).toBe(0);
    await setAside();
    expect(await imported()).toContain(name);
  });

  it('are known again when their file comes a second time', async () => {
    await drop({ name: 'lần hai.jsonl', text: files[1]?.text ?? '' });
    expect(await staged()).toEqual([expect.stringMatching(/lần hai\.jsonl[\s\S]*Trùng/)]);
    await setAside();
  });

  it('can take a file back: what came from it goes, and it is not taken in again', async () => {
    const [page] = pages as [Page];
    const [first, second] = files as [Saved, Saved];
    await page.getByRole('button', { name: /^Thu hồi phần chia sẻ/ }).click();
    const withdrawal = await saved(page, () => page.getByRole('button', { name: 'Thu hồi thật' }).click());
    await drop(withdrawal);
    expect(await staged()).toEqual([expect.stringContaining(`Thu hồi tệp ${first.name} đã nhận.`)]);
    await accept();
    expect(await imported()).toEqual([second.name]);
    await show('Số liệu của tổ');
    await lead.getByText('1 trong 2 người đã chia sẻ').waitFor();
    expect(await served()).toEqual({ 'Tiếp nhận': '1', 'Trả kết quả': '1' });
    await show('Nhận tệp');
    await drop(first);
    expect(await staged()).toEqual([expect.stringMatching(/Chưa nhận được[\s\S]*người chia sẻ đã thu hồi tệp này/i)]);
    expect(withdrawal.name).toMatch(/^thu-hoi-/);
  });
});
