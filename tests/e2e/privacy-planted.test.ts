import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { practiceDossiers } from '../pages/dossiers.ts';
import { HOSTS } from '../pages/families.ts';
import { invented } from '../pages/planted/applicant.ts';
import { type PlantedPage, plantedPage } from '../pages/planted/planted-page.ts';
import { tracesOfAll } from '../pages/planted/trace-scan.ts';
import { antd, liferay, odd, opencps, unlisted } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { decodings, type ProfileFile, profileFiles } from './harness/browser-profile.ts';
import { rememberGrants } from './harness/browser-prompt.ts';
import { Desk, QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { heardBy, withLeakWitness } from './harness/leak-witness.ts';
import { isRead, Overlay } from './harness/overlay.ts';
import { act, openReceiveForm, pressChord, until } from './harness/steps.ts';

/*
 * A day's work with every surface of the extension, on pages full of an invented applicant. Three runs of the same pages:
 * with the extension as built; without it, to know what a browser keeps by itself; and a short one with leaks on purpose,
 * to know that the search finds them.
 */

/** Two chords this far apart are two presses. */
const ANOTHER_PRESS_MS = 800;
const PERSON = invented;
const EVERYTHING = Object.values(PERSON).join(', ');
const PAGES = fc.sample(plantedPage, { seed: 41, numRuns: 16 }).map(served);
const PEOPLE = [PERSON, ...PAGES.map((page) => page.applicant)];

/** Under a host of the portal, and at an address of its own, so that it is told from the portal's pages of the same path. */
function served(page: PlantedPage, n: number): PlantedPage {
  const url = new URL(page.url);
  if (!Object.values<string>(HOSTS).includes(url.host)) url.host = HOSTS.unlisted;
  url.searchParams.set('trang', String(n));
  return { ...page, url: url.href };
}

/** A page of the portal, and the overlay where there is an extension. */
interface Tab {
  readonly page: Page;
  readonly overlay: Overlay | null;
}

type Where = 'background' | 'console' | 'storage' | 'exports' | 'surfaces';
type Told = Record<Where, string[]>;
const nothing = (): Told => ({ background: [], console: [], storage: [], exports: [], surfaces: [] });

/** All that was said in a run where somebody could read it. */
const told = nothing();
const leaks = nothing();
/** Where what is said now belongs. */
let hearing = told;

function tell(where: Where, ...texts: readonly string[]): void {
  hearing[where].push(...texts);
}

/** What a page says on its console, in its own world and in the content script's; page scripts of ours say nothing. */
async function listen(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  session.on('Runtime.consoleAPICalled', ({ args }) => tell('console', JSON.stringify(args)));
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => tell('console', JSON.stringify(exceptionDetails)));
  await session.send('Runtime.enable');
}

async function open(context: BrowserContext, extensionId: string | null, url: string): Promise<Tab> {
  const page = await context.newPage();
  await listen(page);
  const overlay = extensionId === null ? null : await Overlay.attach(page, extensionId);
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  return { page, overlay };
}

/** The same steps in a browser with and without the extension; what only the extension shows is waited for only there. */
async function workADay(context: BrowserContext, extensionId: string | null): Promise<void> {
  const visit = (url: string) => open(context, extensionId, url);
  const { page, overlay } = await visit(opencps.list());
  await overlay?.waitFor('row-chip');
  await openReceiveForm(page);
  for (const [label, value] of [
    ['Họ và tên *:', PERSON.name],
    ['CCCD/ CMND/ Hộ chiếu *:', PERSON.idNumber],
  ] as const) {
    await page.locator('.layout.row', { hasText: label }).locator('input').pressSequentially(value);
  }
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
  await overlay?.waitFor('finish');
  await overlay?.click('confirm');
  await overlay?.waitFor('saved');
  for (const dossier of ['overdue', 'birth'] as const) {
    await page.goto(opencps.detail(dossier));
    await overlay?.waitFor('chip', isRead);
  }
  await act(page, 'Trả kết quả');
  await overlay?.waitFor('chip', ({ text }) => text === 'Đã trả');
  await page.goto(antd.list());
  await page.locator('.ant-table-row [role=button]').first().click();
  await page.getByText('Chi tiết hồ sơ').first().waitFor();
  await overlay?.waitFor('chip', isRead);
  await page.goto(liferay.detail('dueTomorrow'));
  await overlay?.waitFor('chip', isRead);
  await page.goto(unlisted.detail('overdue'));
  await overlay?.waitFor('chip', isRead);
  await page.goto(liferay.receive());
  await page.locator('#chuHoSo').fill(PERSON.name);
  for (const planted of PAGES) {
    await page.goto(planted.url);
    await page.locator('main').first().waitFor();
    await page.waitForTimeout(500);
  }
  await page.close();
}

/** What only an extension has: filing with the assisted card, teaching, popup, health page, hand-over. */
async function visitSurfaces(desk: Desk): Promise<void> {
  const visit = (url: string) => open(desk.context, desk.extensionId, url);
  const filing = await visit(`${opencps.unknown()}?ten=${encodeURIComponent(PERSON.name)}`);
  await filing.page.waitForTimeout(3_200);
  await pressChord(desk, filing.page);
  await filing.overlay?.click('page-kind', 'filing');
  await until('it is gone', async () => (await filing.page.locator('than-thien').count()) === 0);
  await filing.page.waitForTimeout(ANOTHER_PRESS_MS);
  await pressChord(desk, filing.page);
  await filing.overlay?.waitFor('assisted');
  await filing.page.close();

  await teach(await visit(odd.detail('dueInAnHour')));

  const popup = await desk.extensionPage('src/popup/index.html');
  await listen(popup);
  await popup.reload();
  await popup.getByText('Đã quá hạn').waitFor();
  tell('surfaces', await popup.locator('body').innerText());
  await popup.close();

  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const health = await desk.extensionPage('src/settings/health/index.html', SCREEN);
  await listen(health);
  await health.getByRole('button', { name: 'Sao chép để gửi người hỗ trợ' }).click();
  await health.getByText('Đã chép.').waitFor();
  tell('exports', await health.evaluate(() => navigator.clipboard.readText()));
  tell(
    'exports',
    await saved(health, () =>
      health
        .getByRole('button', { name: /^Lưu thành tệp: / })
        .first()
        .click(),
    ),
  );
  tell('surfaces', await health.locator('body').innerText());
  await health.close();

  const handover = await desk.extensionPage('src/settings/handover/index.html', SCREEN);
  await listen(handover);
  await handover.getByText('Nguyên văn tệp').waitFor();
  const file = await saved(handover, () => handover.getByRole('button', { name: 'Tạo tệp chia sẻ' }).click());
  const disclosures = [...file.matchAll(/"open":\[([^\]]*)\]/g)].flatMap(
    ([, list = '']) => list.match(/[\w-]+/g) ?? [],
  );
  tell('exports', file, ...disclosures.map((each) => Buffer.from(each, 'base64url').toString('utf8')));
  await handover.close();
}

/** Where the odd system prints the applicant. */
const APPLICANT_LINE = 2;

/** Shows the picker the facts of a page, and the applicant wherever it asks. */
async function teach({ page, overlay }: Tab): Promise<void> {
  if (overlay === null) return;
  const pointAt = async (line: number) => {
    const box = await page.locator(`dd:nth-of-type(${line})`).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
  };
  await until('the script is there', async () => (await overlay.evaluate('1')) === 1);
  await overlay.evaluate("chrome.runtime.sendMessage({ type: 'teach', body: {} })");
  await overlay.waitFor('picker');
  await overlay.click('picker-kind', 'detail');
  for (const [fact, line] of [
    ['Mã hồ sơ', 1],
    ['Ngày tiếp nhận', 5],
    ['Ngày hẹn trả', 7],
    ['Tên thủ tục', 3],
  ] as const) {
    await overlay.waitFor('picker', ({ text }) => text.startsWith(`${fact} nằm ở đâu?`));
    await pointAt(APPLICANT_LINE);
    await overlay.waitFor('refusal');
    await pointAt(line);
  }
  await overlay.waitFor('facts');
  await overlay.click('save');
  await overlay.waitFor('picker-saved');
  await overlay.click('done');
  await overlay.waitFor('chip', isRead);
  await page.close();
}

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return `${download.suggestedFilename()}\n${await readFile(await download.path(), 'utf8')}`;
}

/** What the extension's storage, database and notifications hold, and what its background heard and said. */
async function collect(desk: Desk): Promise<void> {
  const worker = await desk.worker();
  tell('background', ...(await heardBy(worker)));
  const popup = await desk.extensionPage('src/popup/index.html');
  tell('storage', ...(await popup.evaluate(storedTexts)));
  await popup.close();
}

/** Runs in a page of the extension. Bytes are given as Latin-1: what is sealed must not be readable either. */
async function storedTexts(): Promise<string[]> {
  const shown = (value: unknown) =>
    JSON.stringify(value, (_, each: unknown) => {
      if (each instanceof ArrayBuffer || ArrayBuffer.isView(each)) {
        const bytes = each instanceof ArrayBuffer ? new Uint8Array(each) : new Uint8Array(each.buffer);
        return String.fromCharCode(...bytes);
      }
      return each;
    });
  const areas = [await chrome.storage.local.get(), await chrome.storage.session.get(), await chrome.storage.sync.get()];
  const notices = await chrome.notifications.getAll();
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const rows: string[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    for (const store of database.objectStoreNames) {
      const all = database.transaction(store).objectStore(store);
      for (const read of [all.getAll(), all.getAllKeys()]) {
        await new Promise((resolve) => {
          read.onsuccess = resolve;
        });
        rows.push(`${name}/${store} ${shown(read.result)}`);
      }
    }
    database.close();
  }
  return [...areas.map(shown), shown(notices), shown(scripts), ...rows];
}

/** Files in which somebody of the planted stands, as kinds: what a browser numbers or journals counts as one. */
function filesWithTraces(files: readonly ProfileFile[]): readonly string[] {
  const found = files.filter(({ bytes }) => decodings(bytes).some((text) => tracesOfAll(PEOPLE, text).length > 0));
  return [...new Set(found.map(({ path }) => path.replace(/\d+/g, '#').replace(/-(?:journal|wal)$/, '')))].sort();
}

function tracesIn(texts: readonly string[] = []): readonly string[] {
  return tracesOfAll(PEOPLE, texts.join('\n'));
}

/** What a browser makes of its own history once it has run for a while, with an extension or not. */
const LATE_FILES = ['Default/Top Sites'];

let portal: PracticePortal;
let folder: string;
let extension: string;
let kept: readonly ProfileFile[];
let keptWithout: readonly ProfileFile[];
let leaked: readonly ProfileFile[];

async function servePlanted(context: BrowserContext): Promise<void> {
  const pages = new Map(PAGES.map(({ url, html }) => [url.split('#')[0], html]));
  await context.route(
    (url) => pages.has(url.href.split('#')[0]),
    (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: pages.get(route.request().url()) ?? '' }),
  );
}

async function runWith(): Promise<readonly ProfileFile[]> {
  const profile = join(folder, 'with');
  const first = await Desk.open({ portal, profile, extension });
  await first.worker();
  await first.close();
  await rememberGrants(profile, first.extensionId, [`https://${HOSTS.unlisted}/*`]);
  const desk = await Desk.open({ portal, profile, extension });
  try {
    await servePlanted(desk.context);
    await allowUnlisted(desk);
    await workADay(desk.context, desk.extensionId);
    await visitSurfaces(desk);
    await collect(desk);
  } finally {
    await desk.close();
  }
  return profileFiles(profile, desk.extensionId);
}

/** Lets the extension run on a host that no list names, as an official does. */
async function allowUnlisted(desk: Desk): Promise<void> {
  const health = await desk.extensionPage('src/settings/health/index.html', SCREEN);
  await health.getByLabel('Thêm một địa chỉ của cơ quan').fill(HOSTS.unlisted);
  await health.keyboard.press('Enter');
  await health.getByText(`Đã cho phép trên ${HOSTS.unlisted}.`).waitFor();
  await health.close();
}

async function runWithout(): Promise<readonly ProfileFile[]> {
  const profile = join(folder, 'without');
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findBrowser('chromium') ?? '',
    viewport: SCREEN,
    ignoreHTTPSErrors: true,
    args: ['--ignore-certificate-errors', `--host-resolver-rules=${portal.hostMap}`, ...QUIET_FLAGS],
  });
  try {
    await servePlanted(context);
    await workADay(context, null);
  } finally {
    await context.close();
  }
  return profileFiles(profile, 'no extension');
}

/** The same extension made to keep and say an applicant, on purpose, wherever it could. */
async function runLeaking(): Promise<readonly ProfileFile[]> {
  const profile = join(folder, 'leaking');
  const desk = await Desk.open({ portal, profile, extension });
  try {
    const { page, overlay } = await open(desk.context, desk.extensionId, opencps.list());
    await overlay?.waitFor('pill');
    await overlay?.evaluate(`console.warn(${JSON.stringify(PERSON.name)})`);
    await overlay?.evaluate(`chrome.runtime.sendMessage({ type: 'leak', body: ${JSON.stringify(PERSON.phone)} })`);
    await (await desk.worker()).evaluate(async (person) => {
      console.error(person.idNumber);
      await chrome.storage.local.set({ leak: person.name });
      await chrome.storage.session.set({ leak: person.mail });
      const database = await new Promise<IDBDatabase>((resolve) => {
        const request = indexedDB.open('leak', 1);
        request.onupgradeneeded = () => request.result.createObjectStore('leak');
        request.onsuccess = () => resolve(request.result);
      });
      const change = database.transaction('leak', 'readwrite', { durability: 'strict' });
      change.objectStore('leak').put({ who: person.address }, person.taxCode);
      await new Promise((resolve) => {
        change.oncomplete = resolve;
      });
      database.close();
      // Some megabytes more, so that the browser moves the first value on into a compressed table.
      for (let n = 0; n < 6; n += 1)
        await chrome.storage.local.set({ [`filler-${n}`]: `chữ đệm ${n} `.repeat(90_000) });
    }, PERSON);
    await collect(desk);
    await page.close();
  } finally {
    await desk.close();
  }
  return profileFiles(profile, desk.extensionId);
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'than-thien-planted-'));
  extension = await withLeakWitness(folder);
  portal = await startPracticePortal({
    dossiers: (now) => practiceDossiers(now).map((each) => ({ ...each, applicant: EVERYTHING })),
  });
  kept = await runWith();
  hearing = nothing();
  keptWithout = await runWithout();
  hearing = leaks;
  leaked = await runLeaking();
}, 240_000);
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
});

describe('the control', () => {
  it('finds what leaks into messages, console, storage and database', () => {
    expect(tracesIn(leaks.background)).toEqual(expect.arrayContaining(['phone', 'idNumber']));
    expect(tracesIn(leaks.console)).toEqual(['name']);
    expect(tracesIn(leaks.storage)).toEqual(expect.arrayContaining(['name', 'mail', 'address', 'taxCode']));
  });

  it('finds what leaks into the files, in a log and in a compressed table', () => {
    const own = filesWithTraces(leaked.filter((file) => file.own));
    expect(own.filter((path) => path.includes('Local Extension Settings'))).toEqual(
      expect.arrayContaining([expect.stringMatching(/\.ldb$/)]),
    );
    expect(own.filter((path) => path.includes('IndexedDB'))).not.toEqual([]);
  });

  it('finds in a browser without the extension what every browser keeps of the pages', () => {
    expect(filesWithTraces(keptWithout)).toContain('Default/History');
  });
});

describe('an applicant, after a day of work', () => {
  it('was on the screen while everything was told and given that is searched', () => {
    const said = told.background.join('\n');
    for (const type of ['open', 'see', 'press', 'settle', 'record', 'correctPage', 'teach', 'teachPortal']) {
      expect(said).toContain(`message {"type":"${type}"`);
    }
    expect(said).toContain('sendMessage [');
    expect(told.exports.join('\n')).toMatch(/"labels".*"kind":"finish"/s);
    expect(told.storage.join('\n')).toMatch(/pageKinds.*profile-/s);
  });

  it.each(['background', 'console', 'storage', 'exports', 'surfaces'] as const)('is not in: %s', (where) => {
    expect(tracesIn(told[where])).toEqual([]);
    expect(told[where].join('\n')).not.toContain(PERSON.birth);
  });

  it('is in no file of the extension', () => {
    const own = kept.filter((file) => file.own);
    expect(own.some(({ path }) => path.includes('IndexedDB'))).toBe(true);
    expect(own.some(({ path }) => path.includes('Local Extension Settings'))).toBe(true);
    expect(filesWithTraces(own)).toEqual([]);
  });

  it('is in no other file of the browser where a browser without the extension has none', () => {
    const others = [...filesWithTraces(keptWithout), ...LATE_FILES];
    expect(filesWithTraces(kept).filter((path) => !others.includes(path))).toEqual([]);
  });
});
