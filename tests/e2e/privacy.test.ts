import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pagePattern } from '../../src/messages/page-pattern.ts';
import { opencps } from '../pages/routes.ts';
import { decodings, profileFiles } from './harness/browser-profile.ts';
import { Desk } from './harness/chromium.ts';
import { isRead } from './harness/overlay.ts';
import { act, openReceiveForm, until } from './harness/steps.ts';

const PLANTED_NAME = 'Nguyễn Thị Không Được Lưu';
const PLANTED_NUMBER = '038123456789';

let desk: Desk;
const requests: string[] = [];
const consoleLines: string[] = [];
const seenCodes = new Set<string>();

/** A working path through every surface, with planted personal data typed and printed near the labels. */
async function workADay(): Promise<void> {
  const { page, overlay } = await desk.visit(opencps.list());
  page.on('console', (message) => consoleLines.push(message.text()));
  await overlay.waitFor('pill');
  await openReceiveForm(page);
  await page.locator('.layout.row', { hasText: 'Họ và tên *:' }).locator('input').fill(PLANTED_NAME);
  await page.locator('.layout.row', { hasText: 'CCCD/ CMND/ Hộ chiếu *:' }).locator('input').fill(PLANTED_NUMBER);
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await overlay.waitFor('finish');
  await overlay.click('confirm');
  await overlay.waitFor('saved');
  for (const dossier of ['overdue', 'birth'] as const) {
    await page.goto(opencps.detail(dossier));
    await overlay.waitFor('chip', isRead);
    const code = /[A-Z]\d{2}[\d.]*-\d{6}-\d{4}/.exec(await page.locator('#app').innerText())?.[0];
    if (code) seenCodes.add(code);
  }
  await act(page, 'Trả kết quả');
  const popup = await desk.extensionPage('src/popup/index.html');
  popup.on('console', (message) => consoleLines.push(message.text()));
  await popup.getByText('Đã quá hạn').waitFor();
}

/** Everything the extension itself has in its storage areas, as text. */
async function extensionStorage(): Promise<string> {
  const popup = await desk.extensionPage('src/popup/index.html');
  return popup.evaluate(async () => {
    const areas = [await chrome.storage.local.get(), await chrome.storage.session.get()];
    const notices = await chrome.notifications.getAll();
    return JSON.stringify([areas, notices]);
  });
}

/** Every byte of the extension's own folders in the browser profile, in every encoding that browsers keep text in. */
async function extensionFolders(): Promise<string> {
  const files = await profileFiles(desk.profile, desk.extensionId);
  return files
    .filter(({ own }) => own)
    .flatMap(({ bytes }) => decodings(bytes))
    .join('\n');
}

beforeAll(async () => {
  desk = await Desk.open();
  desk.context.on('request', (request) => requests.push(request.url()));
  await workADay();
});
afterAll(() => desk.close());

describe('nothing leaves the computer', () => {
  it('no page or worker of the extension asks for anything outside itself', async () => {
    const foreign = requests.filter(
      (url) => !/^(?:https:\/\/motcua\.mod\.gov\.vn\/|chrome-extension:|data:|blob:|about:)/.test(url),
    );
    expect(foreign).toEqual([]);
    expect(requests.length).toBeGreaterThan(0);
  });

  it('the content security policy refuses a request even if code tried one', async () => {
    const popup = await desk.extensionPage('src/popup/index.html');
    const refused = await popup.evaluate(() =>
      fetch('https://motcua.mod.gov.vn/').then(
        () => false,
        () => true,
      ),
    );
    expect(refused).toBe(true);
  });
});

describe('no citizen data', () => {
  it('the control: the scan finds what is really there', async () => {
    const folders = await extensionFolders();
    expect(folders.length).toBeGreaterThan(1_000);
    // The watch list exists, so the database is among the files scanned.
    expect(folders).toContain('profile-');
    expect(seenCodes.size).toBeGreaterThan(0);
  });

  it('no name or number is in the storage areas, notifications or console', async () => {
    const kept = `${await extensionStorage()}\n${consoleLines.join('\n')}`;
    for (const secret of [PLANTED_NAME, PLANTED_NAME.toLocaleUpperCase('vi'), PLANTED_NUMBER])
      expect(kept).not.toContain(secret);
  });

  it('neither names nor dossier codes can be read in the files the browser keeps for the extension', async () => {
    await until('the database is on disk', async () => (await extensionFolders()).includes('profile-'));
    const folders = await extensionFolders();
    for (const secret of [PLANTED_NAME, PLANTED_NAME.toLocaleUpperCase('vi'), PLANTED_NUMBER, ...seenCodes]) {
      expect(folders.includes(secret)).toBe(false);
      expect(folders.includes(Buffer.from(secret, 'utf8').toString('latin1'))).toBe(false);
    }
  });

  it('page kinds that the first version kept with an address are kept with its mark alone', async () => {
    const tab = await desk.visit(opencps.unknown());
    const pattern = opencps.unknown();
    const stored = async () => (await desk.worker()).evaluate(async () => (await chrome.storage.local.get()).pageKinds);
    await (await desk.worker()).evaluate(
      (old) =>
        chrome.storage.local.set({ pageKinds: { [old]: 'filing', 'https://a.gov.vn/ho-so/nguyen-van-a': 'list' } }),
      pattern,
    );
    await desk.killWorker(tab.page);
    await tab.page.reload();
    const kept = { [pagePattern(pattern)]: 'filing', [pagePattern('https://a.gov.vn/ho-so/nguyen-van-a')]: 'list' };
    await expect.poll(stored, { timeout: 8_000 }).toEqual(kept);
    await tab.page.close();
  });
});
