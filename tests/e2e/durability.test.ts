import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { Desk } from './harness/chromium.ts';
import { isWhole, readJournal, type StoredJournal } from './harness/journal.ts';
import { askedFinish, openReceiveForm, receive, until } from './harness/steps.ts';

const folders: string[] = [];
const open: { close(): Promise<void> }[] = [];

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'than-thien-test-'));
  folders.push(folder);
  return folder;
}

async function openDesk(options: Parameters<typeof Desk.open>[0] = {}): Promise<Desk> {
  const desk = await Desk.open(options);
  open.push(desk);
  return desk;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((thing) => thing.close().catch(() => undefined)));
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true, maxRetries: 5 })));
});

async function journalOf(desk: Desk): Promise<StoredJournal> {
  const page = await desk.extensionPage('src/popup/index.html');
  const journal = await readJournal(page);
  await page.close();
  return journal;
}

/** The browser looks at its quota again only every half a minute: waits until it refuses even a small write. */
async function untilRefused(extensionPage: Page): Promise<void> {
  await until('the quota is enforced', () => extensionPage.evaluate(refusesSmallWrite), 60_000);
}

async function refusesSmallWrite(): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('filler', 1);
    request.onupgradeneeded = () => request.result.createObjectStore('bytes', { autoIncrement: true });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const refused = await new Promise<boolean>((resolve) => {
    const transaction = database.transaction('bytes', 'readwrite');
    transaction.objectStore('bytes').put(new Uint8Array(200));
    transaction.oncomplete = () => resolve(false);
    transaction.onabort = () => resolve(true);
  });
  database.close();
  return refused;
}

describe('acknowledged means durable', () => {
  it('a worker killed between the act and its acknowledgement leaves exactly one entry', async () => {
    const desk = await openDesk();
    const { page, overlay } = await askedFinish(desk);
    const killing = (async () => {
      for (let round = 0; round < 12; round += 1) {
        await desk.killWorker(page);
        await page.waitForTimeout(15);
      }
    })();
    await overlay.click('confirm');
    await killing;
    await overlay.waitFor('saved', () => true, 20_000);
    const journal = await journalOf(desk);
    expect(journal.size).toBe(1);
    expect(isWhole(journal)).toBe(true);
  });

  it('a browser killed right after the acknowledgement still has the entry', async () => {
    const profile = await temporaryFolder();
    const portal: PracticePortal = await startPracticePortal();
    open.push(portal);
    const desk = await Desk.open({ profile, portal });
    const { overlay } = await askedFinish(desk);
    await overlay.click('confirm');
    await overlay.waitFor('saved');
    await desk.kill();
    const again = await openDesk({ profile, portal });
    const journal = await journalOf(again);
    expect(journal.size).toBe(1);
    expect(isWhole(journal)).toBe(true);
  });

  it('two tabs that confirm at once make one sequence without a gap', async () => {
    const desk = await openDesk();
    const first = await askedFinish(desk);
    const second = await desk.visit(opencps.detail('dueTomorrow'));
    await second.overlay.waitFor('finish');
    const press = `(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      root.querySelector('[data-part=confirm]').click();
    })()`;
    await Promise.all([first.overlay.evaluate(press), second.overlay.evaluate(press)]);
    await until('an entry', async () => (await journalOf(desk)).size >= 1);
    await first.page.waitForTimeout(1_000);
    const journal = await journalOf(desk);
    expect(journal.size).toBe(1);
    expect(isWhole(journal)).toBe(true);
  });

  it('many acts sent at once are numbered without a gap, each once', async () => {
    const desk = await openDesk();
    const page = await desk.extensionPage('src/popup/index.html');
    const answers = await page.evaluate(async () => {
      const asked = (await chrome.runtime.sendMessage({ type: 'desk', body: {} })) as {
        value: { profile: { id: string } };
      };
      const newId = (): string =>
        btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))
          .replace(/\+/g, '-')
          .replace(/\//g, '_')
          .replace(/=+$/, '');
      const answersOf = { 'xin-chao': 'kept' };
      const ids = Array.from({ length: 40 }, newId);
      const sent = [...ids, ...ids].map((id) =>
        chrome.runtime.sendMessage({
          type: 'record',
          body: { intent: { kind: 'day-page', id, profile: asked.value.profile.id, answers: answersOf } },
        }),
      );
      return Promise.all(sent) as Promise<{ ok: boolean; value?: { n: number }; error?: { detail: string } }[]>;
    });
    expect(answers.filter(({ ok }) => !ok)).toEqual([]);
    const numbers = answers.map(({ value }) => value?.n ?? -1);
    expect(numbers.slice(0, 40)).toEqual(numbers.slice(40));
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, n) => n));
    const journal = await readJournal(page);
    expect(isWhole(journal)).toBe(true);
  });

  it('an extension reloaded under an open tab shows nothing unsaved as saved, and never reloads the page', async () => {
    const desk = await openDesk();
    const { page, overlay } = await askedFinish(desk);
    await page.evaluate(() => {
      document.title = 'not reloaded';
    });
    await (await desk.worker()).evaluate(() => chrome.runtime.reload()).catch(() => undefined);
    await page.waitForTimeout(1_500);
    await overlay.pressOrphaned('confirm');
    const fault = await overlay.waitForOrphaned('fault');
    expect(fault).toContain('Thân Thiện vừa cập nhật. Lưu việc đang nhập rồi tải lại trang khi tiện.');
    expect(await overlay.orphanedText('saved')).toBe('');
    expect(await page.title()).toBe('not reloaded');
  });

  it('a full disk is said to the official, and nothing is acknowledged', async () => {
    // The permission "unlimitedStorage" lifts the quota; without it the browser's own refusal can be provoked.
    const folder = await temporaryFolder();
    const extension = join(folder, 'dist');
    await cp(resolve('dist'), extension, { recursive: true });
    const manifestPath = join(extension, 'manifest.json');
    const manifest = JSON.parse(await readFile(manifestPath, 'utf8')) as { permissions: string[] };
    manifest.permissions = manifest.permissions.filter((permission) => permission !== 'unlimitedStorage');
    await writeFile(manifestPath, JSON.stringify(manifest));
    const desk = await openDesk({ extension });
    const popup = await desk.extensionPage('src/popup/index.html');
    const session = await desk.context.newCDPSession(popup);
    const origin = `chrome-extension://${desk.extensionId}`;
    const { page, overlay } = await askedFinish(desk);
    expect(await popup.evaluate(refusesSmallWrite)).toBe(false);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
    await untilRefused(popup);
    await page.bringToFront();
    await overlay.click('confirm');
    const fault = await overlay.waitFor('fault');
    expect(fault.text).toContain('Chưa ghi được vì ổ đĩa đầy. Hồ sơ trên hệ thống không bị ảnh hưởng.');
    expect(await overlay.find('saved')).toBeUndefined();
    expect((await readJournal(popup)).size).toBe(0);
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 50_000_000 });
    await until(
      'room again',
      async () => {
        // The button may go just as it is to be pressed: the press before has been saved.
        if (await overlay.find('confirm')) await overlay.click('confirm').catch(() => undefined);
        return (await readJournal(popup)).size > 0;
      },
      40_000,
    );
    expect((await readJournal(popup)).size).toBe(1);
  }, 150_000);

  it('a browser that refuses its database leaves the portal working and says so', async () => {
    const profile = await temporaryFolder();
    const portal = await startPracticePortal();
    open.push(portal);
    const first = await Desk.open({ profile, portal });
    await first.worker();
    await first.close();
    await rm(join(profile, 'Default', 'IndexedDB'), { recursive: true, force: true });
    await writeFile(join(profile, 'Default', 'IndexedDB'), 'not a folder');
    const desk = await openDesk({ profile, portal });
    const { page, overlay } = await desk.visit(opencps.list());
    const fault = await overlay.waitFor('fault');
    expect(fault.text.length).toBeGreaterThan(10);
    await openReceiveForm(page);
    await receive(page);
    await page.getByText('Thực hiện thành công!').first().waitFor();
    expect(await overlay.find('saved')).toBeUndefined();
  });
});
