import { readFile } from 'node:fs/promises';
import { type HandoverVerdict, type SharedEntry, verifyHandover } from 'checklist-core/handover';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { axeFaults } from './harness/axe.ts';
import { Desk, type DeskPage, SCREEN } from './harness/chromium.ts';
import { openReceiveForm, receive, welcome } from './harness/steps.ts';

/* From the overlay's finish to a file that somebody else verifies, in the shipped build. */

const PAGE = 'src/settings/handover/index.html';
let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await Desk.open();
  await serve(async ({ overlay }) => {
    // The last one thanks and says goodbye: it serves two rules.
    const cue = (await overlay.parts()).filter(({ name }) => name === 'cue').at(-1);
    await overlay.click('cue', cue?.id ?? '');
  });
  page = await desk.extensionPage(PAGE, SCREEN);
  await ready();
});
afterAll(() => desk.close());

/** A citizen who says so is served, and the finish confirmed. */
async function serve(before: (tab: DeskPage) => Promise<void> = async () => undefined): Promise<void> {
  const tab = await desk.visit(opencps.list());
  await welcome(tab.overlay);
  await openReceiveForm(tab.page);
  await receive(tab.page);
  await tab.overlay.waitFor('finish');
  await before(tab);
  await tab.overlay.click('confirm');
  await tab.overlay.waitFor('saved');
  await tab.page.close();
}

const create = () => page.getByRole('button', { name: 'Tạo tệp chia sẻ' });

/** Waits until a file stands in the preview. */
async function ready(): Promise<void> {
  await page.getByText('Nguyên văn tệp').waitFor();
}

async function previewed(): Promise<string> {
  return (await page.locator('.file pre').textContent()) ?? '';
}

/** What a press on a button has the browser save. */
async function saved(press: () => Promise<void>): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

interface Read {
  readonly verdict: HandoverVerdict;
  readonly entries: readonly SharedEntry[];
}

/** Reads a file as a stranger would. */
async function read(text: string, known: readonly string[] = [], withdrawals: readonly string[] = []): Promise<Read> {
  const entries: SharedEntry[] = [];
  const chunks = [new TextEncoder().encode(text)];
  const verdict = await verifyHandover(chunks, { known, withdrawals, onEntry: (entry) => entries.push(entry) });
  return { verdict, entries };
}

function verified({ verdict }: Read) {
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.faults));
  return verdict.handover;
}

/** Everything the file says, its disclosures decoded. */
function spokenBy(text: string): string {
  const disclosures = [...text.matchAll(/"open":\[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => list.match(/[\w-]+/g) ?? [],
  );
  return [text, ...disclosures.map((each) => Buffer.from(each, 'base64url').toString('utf8'))].join('\n');
}

/** Rows of the list of what was given, as they lie in the browser. */
async function givenRows(): Promise<{ id: string; note: string; size: number }[]> {
  return page.evaluate(async () => {
    const names = (await indexedDB.databases()).flatMap(({ name }) => (name?.startsWith('profile-') ? [name] : []));
    const rows = names.map(
      (name) =>
        new Promise<{ id: string; note: string; size: number }[]>((resolve, reject) => {
          const request = indexedDB.open(name);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const all = request.result.transaction('given').objectStore('given').getAll();
            all.onsuccess = () => resolve(all.result.map(({ id, note, size }) => ({ id, note, size })));
            all.onerror = () => reject(all.error);
          };
        }),
    );
    return (await Promise.all(rows)).flat();
  });
}

let first: { name: string; text: string };

describe('a hand-over', () => {
  it('is saved byte for byte as it was previewed, and recorded before', async () => {
    const shown = await previewed();
    expect(await givenRows()).toEqual([]);
    first = await saved(() => create().click());
    expect(first.text).toBe(shown);
    const handover = verified(await read(first.text));
    expect(await givenRows()).toEqual([{ id: handover.file, note: handover.checkpoint, size: handover.to }]);
    expect(first.name).toMatch(/^chia-se-\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d-[0-9a-f]{8}\.jsonl$/);
    expect(first.name).toContain(handover.header.origin.split('/')[1]?.slice(0, 8));
  });

  it('opens service entry by entry and states conduct as sums', async () => {
    const { verdict, entries } = await read(first.text);
    expect(verdict).toMatchObject({ ok: true, handover: { header: { name: null } } });
    expect(entries.map(({ service, conduct }) => [service?.kind, service?.outcome, conduct])).toEqual([
      ['finish', 'received', null],
    ]);
    const { stated } = verified({ verdict, entries }).header;
    expect(Object.values(stated?.rules ?? {}).some(({ missed }) => missed === 1)).toBe(true);
    expect(stated).toMatchObject({ skipped: 0, bypassed: 0 });
    // The same figure stands in the preview, by the rule's own words.
    expect(await page.locator('table.rules').innerText()).toMatch(/1\s+1/);
  });

  it('holds no name, no code, no minute and nothing private', async () => {
    const spoken = spokenBy(first.text);
    expect(spoken).toContain('"kind":"finish"');
    expect(spoken).not.toMatch(/"p",\{|dayPage|procedure/);
    expect(spoken).not.toMatch(/\d{2}:\d{2}/);
    expect(spoken).not.toMatch(/-\d{6}-\d{4}|\b\d\.\d{6}\b/);
    expect(spoken).not.toContain('Người Ví Dụ');
  });

  it('says in words what it holds, with the sentence of the house', async () => {
    const text = await page.locator('main').innerText();
    expect(text).toContain(
      'Không có tên người dân, mã hồ sơ, giờ phút, ghi chú riêng hay "Năm điều giữ mình". Ai cầm tệp cũng đọc được; tệp đã đưa đi thì không lấy lại từ xa được.',
    );
    expect(text).toMatch(/1 lượt, từ \d\d\/\d\d\/\d{4} đến/);
    await expect.poll(() => page.locator('[data-given=handover]').count()).toBe(1);
  });
});

describe('the next hand-over', () => {
  let receipt: string;

  it('follows a receipt, which is the head alone', async () => {
    // A file that is looked at now and given only after the receipt.
    await page.getByRole('checkbox', { name: 'Ứng xử: số cộng của cả kỳ' }).uncheck();
    await page.getByText('Tệp này không có phần ứng xử.').waitFor();
    await serve();
    receipt = (await saved(() => page.getByRole('button', { name: 'Lấy biên nhận' }).click())).text;
    expect(receipt).toMatch(/^than-thien-log\/[0-9a-f]{32}\n2\n/);
    await expect.poll(() => page.locator('[data-given=receipt]').count()).toBe(1);
  });

  it('is made anew where a head was given since it was looked at: nothing is saved unseen', async () => {
    const before = await previewed();
    await create().click();
    await page.getByText('Mình xem lại rồi bấm lần nữa nhé.').waitFor();
    await expect.poll(previewed).not.toBe(before);
    expect(await givenRows()).toHaveLength(2);
  });

  it('survives the death of the worker between looking and giving', async () => {
    await page.reload();
    await ready();
    const shown = await previewed();
    await desk.killWorker(page);
    const second = await saved(() => create().click());
    expect(second.text).toBe(shown);
    const known = [verified(await read(first.text)).checkpoint, receipt];
    expect(verified(await read(second.text, known))).toMatchObject({ from: 0, to: 2, consistentWith: [1, 2] });
    expect(second.text).toContain('\n{"proof":{"from":1,"to":2,');
  });

  it('opens conduct and carries a name only where the official asked for it', async () => {
    await page.getByRole('checkbox', { name: 'Ứng xử: từng lượt một' }).check();
    const name = page.getByRole('textbox', { name: 'Tên mình' });
    await name.fill('Đỗ Thị Ví Dụ');
    // The page is drawn anew while somebody types: what was typed stays.
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await page.waitForTimeout(200);
    expect(await name.inputValue()).toBe('Đỗ Thị Ví Dụ');
    await page.keyboard.press('Tab');
    await page.getByText('Người đưa: Đỗ Thị Ví Dụ').waitFor();
    const { text } = await saved(() => create().click());
    const file = await read(text);
    expect(verified(file).header.name).toBe('Đỗ Thị Ví Dụ');
    expect(file.entries.map(({ conduct }) => conduct?.missed.length)).toEqual([1, 0]);
    expect(JSON.stringify(await givenRows())).not.toContain('Ví Dụ');
  });

  it('can be withdrawn: its reader refuses it from then on, and it is not given again', async () => {
    const row = page.locator('[data-given=handover]').first();
    await row.getByRole('button', { name: /^Thu hồi/ }).click();
    const { text: withdrawal } = await saved(() => page.getByRole('button', { name: 'Thu hồi thật' }).click());
    const { verdict } = await read(await previewed(), [], [withdrawal]);
    expect(verdict).toMatchObject({ ok: false, faults: [{ kind: 'withdrawn' }] });
    expect((await read(first.text, [], [withdrawal])).verdict.ok).toBe(true);
    await row.getByText('Đã thu hồi').waitFor();
    await expect.poll(() => create().getAttribute('aria-disabled')).toBe('true');
    // The button is closed, and why stands beside it.
    await page.getByText('Đúng tệp này mình đã thu hồi', { exact: false }).waitFor();
  });
});

describe('the page', () => {
  it('is clean for axe, unfolded, on the smallest screen and at 200 % zoom', async () => {
    expect(await page.locator('details:not([open])').count()).toBe(0);
    for (const size of [SCREEN, { width: SCREEN.width / 2, height: SCREEN.height / 2 }]) {
      await page.setViewportSize(size);
      expect(await axeFaults(page)).toEqual([]);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(wider).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(SCREEN);
  });

  it('prints every line of its tables, without the bytes that nobody reads on paper', async () => {
    await page.emulateMedia({ media: 'print' });
    const cut = await page.locator('.wide:visible').evaluateAll((boxes) => {
      return boxes.filter((box) => getComputedStyle(box).overflowY !== 'visible').length;
    });
    expect(cut).toBe(0);
    expect(await page.locator('.preview table:visible').count()).toBeGreaterThan(1);
    expect(await page.locator('.file').isVisible()).toBe(false);
    await page.emulateMedia({ media: null });
  });

  it('is used by keyboard alone', async () => {
    await page.reload();
    await ready();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('value') ?? '');
    for (let step = 0; step < 10 && (await focused()) !== 'thisWeek'; step += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.locator('.empty', { hasText: 'Trong kỳ này chưa ghi lượt nào.' }).waitFor();
    await page.keyboard.press('ArrowUp');
    await ready();
    const part = () => page.evaluate(() => document.activeElement?.getAttribute('data-part') ?? '');
    for (let step = 0; step < 10 && (await part()) !== 'create'; step += 1) await page.keyboard.press('Tab');
    expect((await saved(() => page.keyboard.press('Enter'))).name).toMatch(/^chia-se-/);
  });

  it('is closed by "later", and nothing was given then', async () => {
    const before = (await givenRows()).length;
    const other = await desk.extensionPage(PAGE, SCREEN);
    await other.getByText('Nguyên văn tệp').waitFor();
    await Promise.all([other.waitForEvent('close'), other.getByRole('button', { name: 'Để sau' }).click()]);
    expect(await givenRows()).toHaveLength(before);
  });

  it('is reached from the popup', async () => {
    const popup = await desk.extensionPage('src/popup/index.html');
    const [opened] = await Promise.all([
      desk.context.waitForEvent('page'),
      popup.getByRole('link', { name: 'Phần chia sẻ' }).click(),
    ]);
    await opened.getByRole('heading', { name: 'Phần chia sẻ' }).waitFor();
    await opened.close();
    await popup.close();
  });
});
