import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { opencps, unlisted } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { axeFaults } from './harness/axe.ts';
import { rememberGrants } from './harness/browser-prompt.ts';
import { Desk, type DeskPage, extensionIdOf, SCREEN } from './harness/chromium.ts';
import { isRead } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

const HTTPS = `https://${HOSTS.unlisted}/*`;
const HTTP = `http://${HOSTS.unlisted}/*`;
const NUMBER = 'http://127.0.0.1/*';
/** A profile as a colleague might send it. */
const COMMUNE = {
  format: 'portal-profile/1',
  id: 'xa-vi-du',
  title: 'Một cửa xã Ví Dụ',
  hosts: [HOSTS.unlisted],
  pages: [],
  labels: {},
  actions: [],
  confidence: 'uncertain',
  source: 'invented for this test',
};
const POPUP = { width: 400, height: 500 };

let portal: PracticePortal;
let profile: string;
let desk: Desk;

beforeAll(async () => {
  portal = await startPracticePortal();
  profile = await mkdtemp(join(tmpdir(), 'than-thien-sites-'));
  await openDesk();
  await desk.worker();
  await desk.close();
  await rememberGrants(profile, extensionIdOf('dist'), [HTTPS, HTTP, NUMBER]);
  await openDesk();
});
afterAll(async () => {
  await desk.close();
  await portal.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 3 });
});

async function openDesk(): Promise<void> {
  desk = await Desk.open({ portal, profile });
}

/** The popup as it stands over a page: pressed in the toolbar, then shown in a tab, where it can be driven. */
async function popupOver(page: Page): Promise<Page> {
  await page.bringToFront();
  const browser = await desk.context.browser()?.newBrowserCDPSession();
  const own = await desk.context.newCDPSession(page);
  const { targetInfo } = await own.send('Target.getTargetInfo');
  const { targetInfos } = await own.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(({ url }) => url === targetInfo.url);
  await browser?.send('Extensions.triggerAction' as never, { id: desk.extensionId, targetId: tab?.targetId } as never);
  const popup = await desk.extensionPage('src/popup/index.html', POPUP);
  await page.bringToFront();
  await popup.reload();
  await popup.getByRole('tablist').waitFor();
  return popup;
}

async function registered(): Promise<string[]> {
  return (await desk.worker()).evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id).sort(),
  );
}

async function seesDossier({ overlay }: DeskPage): Promise<void> {
  await overlay.waitFor('chip', isRead);
}

async function isBare({ page, overlay }: DeskPage): Promise<void> {
  await page.waitForTimeout(700);
  expect(await overlay.describe()).toBe('nothing');
  expect(await page.locator('than-thien').count()).toBe(0);
}

describe('a site that is not listed', () => {
  it('is left alone until one press in the popup; then its open page has the overlay, without a reload', async () => {
    const tab = await desk.visit(unlisted.detail('dueInAnHour'));
    await isBare(tab);
    expect(await registered()).toEqual([]);
    const popup = await popupOver(tab.page);
    await popup.getByText('Thân Thiện chưa được phép chạy trên trang này').waitFor();
    expect(await axeFaults(popup)).toEqual([]);
    await popup.getByRole('button', { name: `Cho phép trên ${HOSTS.unlisted}` }).click();
    await seesDossier(tab);
    expect(await tab.page.locator('than-thien').count()).toBe(1);
    await popup.getByText('Đang chạy trên trang này').waitFor();
    expect(await axeFaults(popup)).toEqual([]);
    await popup.close();
    expect(await registered()).toEqual([HTTPS]);
    await tab.page.reload();
    await seesDossier(tab);
    expect(await tab.page.locator('than-thien').count()).toBe(1);
    await tab.page.close();
  });

  it('is one scheme and one host: plain http of the same host still has to be asked for', async () => {
    const tab = await desk.visit(unlisted.detail('dueInAnHour', 'http'));
    await isBare(tab);
    await tab.page.close();
  });

  it('keeps the overlay when the browser starts again', async () => {
    await desk.close();
    await openDesk();
    const tab = await desk.visit(unlisted.detail('overdue'));
    await seesDossier(tab);
    await tab.page.close();
  });

  it('has its script again after an update has dropped it', async () => {
    const tab = await desk.visit(opencps.unknown());
    await (await desk.worker()).evaluate(() => chrome.scripting.unregisterContentScripts());
    expect(await registered()).toEqual([]);
    await desk.killWorker(tab.page);
    await tab.page.goto(opencps.detail('dueInAnHour'));
    await seesDossier(tab);
    await until('the script is registered again', async () => (await registered()).join() === HTTPS);
    await tab.page.close();
  });

  it('is left at once when the official stops it in the popup, and can be taken up again', async () => {
    const tab = await desk.visit(unlisted.detail('dueInAnHour'));
    await seesDossier(tab);
    const popup = await popupOver(tab.page);
    await popup.getByRole('button', { name: `Ngừng dùng trên ${HOSTS.unlisted}` }).click();
    await popup.getByText('Thân Thiện chưa được phép chạy trên trang này').waitFor();
    await until('the overlay is gone', async () => (await tab.page.locator('than-thien').count()) === 0);
    await until('no script is left', async () => (await registered()).length === 0);
    await popup.getByRole('button', { name: `Cho phép trên ${HOSTS.unlisted}` }).click();
    await seesDossier(tab);
    await popup.getByRole('button', { name: `Ngừng dùng trên ${HOSTS.unlisted}` }).click();
    await until('the overlay is gone', async () => (await tab.page.locator('than-thien').count()) === 0);
    await tab.page.reload();
    await isBare(tab);
    await popup.close();
    await tab.page.close();
  });
});

describe('the popup', () => {
  it('says quietly that a listed site is in use, and nothing of stopping it', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await seesDossier(tab);
    const popup = await popupOver(tab.page);
    await popup.getByText('Đang chạy trên trang này').waitFor();
    expect(await popup.getByRole('button', { name: /Ngừng dùng/ }).count()).toBe(0);
    await popup.close();
    await tab.page.close();
  });

  it('has a page where nothing is shown ask what it is', async () => {
    const tab = await desk.visit(opencps.unknown());
    const popup = await popupOver(tab.page);
    const closed = popup.waitForEvent('close');
    await popup.getByRole('button', { name: 'Trang này là gì?' }).click();
    await closed;
    await tab.overlay.waitFor('page-kind');
    await tab.page.close();
  });

  it('rests over what is no web page', async () => {
    const page = await desk.context.newPage();
    await page.goto('about:blank');
    const popup = await popupOver(page);
    await popup.getByText('Đây không phải trang web một cửa nên Thân Thiện nghỉ.').waitFor();
    await popup.close();
    await page.close();
  });
});

describe('the health page', () => {
  const open = async (): Promise<Page> => {
    const page = await desk.extensionPage('src/settings/health/index.html', SCREEN);
    await page.getByRole('heading', { name: 'Các trang Thân Thiện được chạy' }).waitFor();
    return page;
  };

  it('allows an address by its number over plain http, by keyboard alone, and its page counts the time left', async () => {
    const tab = await desk.visit(unlisted.detailByNumber('overdue', portal.httpPort));
    await isBare(tab);
    const page = await open();
    const field = page.getByLabel('Thêm một địa chỉ của cơ quan');
    await field.focus();
    await page.keyboard.type(`127.0.0.1:${portal.httpPort}`);
    await page.getByText('Sẽ hỏi trình duyệt cho phép trên 127.0.0.1 (http).').waitFor();
    await page.getByText(`Cổng ${portal.httpPort} không cần ghi`).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('Đã cho phép trên 127.0.0.1.').waitFor();
    await seesDossier(tab);
    await page.locator('[data-host="127.0.0.1"]', { hasText: 'mình đã cho phép' }).waitFor();
    await page.getByRole('button', { name: 'Ngừng dùng trên 127.0.0.1' }).click();
    await until('the overlay is gone', async () => (await tab.page.locator('than-thien').count()) === 0);
    await page.close();
    await tab.page.close();
  });

  it('asks for one site at a time, and says what another site means', async () => {
    const page = await open();
    const field = page.getByLabel('Thêm một địa chỉ của cơ quan');
    const button = page.locator('[data-part=add]');
    for (const [typed, said] of [
      ['*.gov.vn', 'Mỗi lần chỉ một trang'],
      ['file:///C:/a.html', 'Chỉ dùng cho trang web'],
      ['mot cua', 'Chưa đọc được địa chỉ này'],
      [`https://${HOSTS.opencps}/`, 'đã được phép rồi'],
    ] as const) {
      await field.fill(typed);
      await page.getByText(said).waitFor();
      expect(await button.getAttribute('aria-disabled')).toBe('true');
    }
    await field.fill('https://example.com/abc');
    await page.getByText('Đây không phải trang .gov.vn.').waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('false');
    await page.close();
  });

  it('copies what helps, with hosts only: no code, no address', async () => {
    await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const page = await open();
    await page.getByRole('button', { name: 'Sao chép để gửi người hỗ trợ' }).click();
    await page.getByText('Đã chép.').waitFor();
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).toContain(`${HOSTS.opencps}: Đang dùng`);
    expect(text).toMatch(/Trình duyệt: Chrome \d+/);
    expect(text).toMatch(/Hẹn giờ nhắc: lần xem tới \d\d:\d\d/);
    expect(text).not.toMatch(/\/\/|\d{6}-\d{4}/);
    await page.close();
  });

  it('takes a profile from a file, saves it as one, and drops it; a faulty file changes nothing and is told where', async () => {
    const page = await open();
    const choose = (name: string, value: object) =>
      page.getByLabel('Thêm mô tả từ tệp').setInputFiles({
        name,
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(value)),
      });
    await choose('hong.json', { ...COMMUNE, hosts: ['*'] });
    await page.getByText('Chưa dùng được tệp hong.json.').waitFor();
    await page.locator('[data-part=import-faults]', { hasText: '/hosts/0: phải là tên máy chủ' }).waitFor();
    expect(await page.locator(`[data-portal=${COMMUNE.id}]`).count()).toBe(0);
    await choose('xa.json', COMMUNE);
    await page.getByText(`Đã thêm "${COMMUNE.title}" cho ${HOSTS.unlisted}.`).waitFor();
    await page.locator(`[data-portal=${COMMUNE.id}]`, { hasText: 'từ tệp · chưa chắc, cần đối chiếu' }).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: `Lưu thành tệp: ${COMMUNE.title}` }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe(`${COMMUNE.id}.portal.json`);
    expect(JSON.parse(await readFile(await saved.path(), 'utf8'))).toEqual(COMMUNE);
    await page.getByRole('button', { name: `Bỏ: ${COMMUNE.title}` }).click();
    await page.getByText(`Đã bỏ "${COMMUNE.title}" khỏi máy này.`).waitFor();
    expect(await page.locator(`[data-portal=${COMMUNE.id}]`).count()).toBe(0);
    await page.close();
  });

  it('drops a kept profile that is not used because something is wrong with it', async () => {
    // An older version of ours may have kept what this one refuses.
    const faulty = { ...COMMUNE, id: 'ban-cu', hosts: ['*'] };
    const worker = await desk.worker();
    await worker.evaluate((kept) => chrome.storage.local.set({ portals: { profiles: [kept], off: [] } }), faulty);
    const page = await open();
    const faults = page.locator('[data-part=portal-faults]');
    await faults.getByText('ban-cu · ').first().waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await faults.getByRole('button', { name: 'Bỏ: ban-cu' }).click();
    await faults.waitFor({ state: 'detached' });
    await page.getByText('Đã bỏ "ban-cu" khỏi máy này.').waitFor();
    await page.close();
  });

  it('switches a portal off: its overlay goes, the popup says who did it and brings it back', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await seesDossier(tab);
    const page = await open();
    await page.getByText('Có sẵn: ').click();
    await page.locator('[data-portal=opencps] [data-part=off]').click();
    await until('the overlay is gone', async () => (await tab.page.locator('than-thien').count()) === 0);
    const popup = await popupOver(tab.page);
    await popup.getByText('Mình đã tắt Thân Thiện trên trang này.').waitFor();
    await popup.getByRole('button', { name: 'Bật lại' }).click();
    await popup.getByText('Tải lại trang (F5) là Thân Thiện chạy.').first().waitFor();
    await tab.page.reload();
    await seesDossier(tab);
    for (const each of [popup, page, tab.page]) await each.close();
  });

  it('shows what rests on a site because it took too long, and lets it work again', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await seesDossier(tab);
    await tab.overlay.evaluate("chrome.runtime.sendMessage({ type: 'ruleOff', body: { rule: 'rows', ms: 84 } })");
    const page = await open();
    const row = page.locator('[data-rule=rows]', { hasText: HOSTS.opencps });
    await row.getByText(/^Nhãn hạn trên từng dòng · mất 84 ms · \d\d:\d\d, /).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await page.getByRole('button', { name: `Bật lại: Nhãn hạn trên từng dòng, ${HOSTS.opencps}` }).click();
    await row.waitFor({ state: 'detached' });
    await page.close();
    await tab.page.close();
  });

  it.each([
    ['1366 × 768', SCREEN],
    ['200 % zoom', { width: 683, height: 384 }],
  ])('axe finds no fault and nothing is cut off at %s', async (_name, size) => {
    const page = await open();
    await page.setViewportSize(size);
    expect(await axeFaults(page)).toEqual([]);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
    await page.close();
  });
});
