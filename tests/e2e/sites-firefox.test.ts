import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { antd, opencps, unlisted } from '../pages/routes.ts';
import { communeProfile } from './harness/commune-profile.ts';
import { FirefoxDesk, GECKO_ID } from './harness/firefox.ts';
import { until } from './harness/steps.ts';

const HTTPS = `https://${HOSTS.unlisted}/*`;
let desk: FirefoxDesk;
let health: Page;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
  await openHealth();
});
afterAll(() => desk.close());

async function openHealth(): Promise<void> {
  health = await desk.extensionPage('src/settings/health/index.html');
  await health.waitForSelector('[data-host]');
}

/** The popup as the toolbar shows it over the page in front. */
async function openPopup(page: Page): Promise<void> {
  await page.bringToFront();
  await desk.inBrowser(
    `async (id) => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      await ExtensionParent.apiManager.global.browserActionFor(extension).openPopup(window, false);
    }`,
    GECKO_ID,
  );
}

/** What an expression gives in the popup's own window, whose document is \`content.document\`; null while there is none. */
async function inPopup(expression: string): Promise<unknown> {
  return desk.inBrowser(
    `(expression) => new Promise((done) => {
      const popup = document.querySelector('browser.webextension-popup-browser')?.messageManager;
      if (!popup) return done(null);
      const hear = ({ data }) => {
        popup.removeMessageListener('told', hear);
        done(data);
      };
      popup.addMessageListener('told', hear);
      // A popup that closes meanwhile tells nothing.
      setTimeout(() => hear({ data: null }), 2_000);
      popup.loadFrameScript('data:,' + encodeURIComponent("sendAsyncMessage('told', " + expression + ')'), false);
    })`,
    expression,
  );
}

async function popupSays(text: string): Promise<void> {
  const isSaid = async () => String(await inPopup('content.document.body?.innerText')).includes(text);
  await until(`the popup says "${text}"`, isSaid);
}

/** A real press on a part of the popup. */
async function pressInPopup(part: string): Promise<void> {
  const find = `content.document.querySelector('[data-part=${part}]')`;
  await until(`the popup has "${part}"`, async () => (await inPopup(`${find} !== null`)) === true);
  await inPopup(`(({ x, y }) => {
    for (const type of ['mousedown', 'mouseup'])
      content.synthesizeMouseEvent(type, x + 12, y + 12, { clickCount: 1, button: 0 });
  })(${find}.getBoundingClientRect())`);
}

async function closePopup(): Promise<void> {
  await desk.inBrowser(
    `() => document.querySelector('browser.webextension-popup-browser')?.closest('panel')?.hidePopup()`,
  );
  await popupGone();
}

async function popupGone(): Promise<void> {
  const isGone = `() => document.querySelector('browser.webextension-popup-browser') === null`;
  await until('the popup is closed', async () => (await desk.inBrowser(isGone)) === true);
}

/** As Firefox does after half a minute in which nothing happens. */
async function stopBackground(): Promise<void> {
  const stop = `async (id) => {
    const { extension } = WebExtensionPolicy.getByID(id);
    await extension.terminateBackground({ ignoreDevToolsAttached: true });
    return extension.backgroundState;
  }`;
  expect(await desk.inBrowser(stop, GECKO_ID)).toBe('stopped');
}

async function allowUnlisted(): Promise<void> {
  await health.bringToFront();
  await health.type('#address', HOSTS.unlisted);
  await (await health.waitForSelector('[data-part=add][aria-disabled=false]'))?.click();
  await health.waitForSelector(`[data-host="${HOSTS.unlisted}"]`);
}

function registered(): Promise<readonly string[]> {
  return health.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id));
}

/** Chooses a profile on the health page, from its file. */
async function choose(profile: object): Promise<void> {
  const file = join(desk.profile, 'xa.json');
  await writeFile(file, JSON.stringify(profile));
  await health.bringToFront();
  await (await health.waitForSelector('input[type=file]'))?.uploadFile(file);
  await health.waitForSelector(`[data-portal=${communeProfile.id}]`);
}

async function drop(): Promise<void> {
  await health.bringToFront();
  await (await health.waitForSelector(`[data-portal=${communeProfile.id}] [data-part=remove]`))?.click();
  await health.waitForFunction((id) => document.querySelector(`[data-portal=${id}]`) === null, {}, communeProfile.id);
}

async function isGone(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('than-thien') === null);
}

async function press(host: string, part: 'allow' | 'stop'): Promise<void> {
  await (await health.waitForSelector(`[data-host="${host}"] [data-part=${part}]`))?.click();
}

async function seesDossier(page: Page): Promise<void> {
  const chip = await desk.waitFor(page, 'chip', ({ text }) => !text.startsWith('Đang đọc'));
  expect(chip.text).not.toBe('');
}

async function isBare(page: Page): Promise<void> {
  await new Promise((done) => setTimeout(done, 700));
  expect(await page.$('than-thien')).toBeNull();
}

describe('sites in Firefox', () => {
  it('one press on the health page: the open page gets the overlay, and the next one; one more, and it is gone', async () => {
    const page = await desk.visit(unlisted.detail('overdue'));
    await isBare(page);
    await allowUnlisted();
    await page.bringToFront();
    await seesDossier(page);
    await page.goto(unlisted.detail('dueInAnHour'), { waitUntil: 'domcontentloaded' });
    await seesDossier(page);
    await health.bringToFront();
    await press(HOSTS.unlisted, 'stop');
    await isGone(page);
    await page.goto(unlisted.detail('overdue'), { waitUntil: 'domcontentloaded' });
    await isBare(page);
    await page.close();
  });

  it('a listed site that the official took back says so, and comes back with one press', async () => {
    const pattern = `https://${HOSTS.opencps}/*`;
    await health.bringToFront();
    await health.evaluate(
      (origin) =>
        (
          globalThis as unknown as { browser: { permissions: { remove(what: object): Promise<boolean> } } }
        ).browser.permissions.remove({ origins: [origin] }),
      pattern,
    );
    await health.waitForSelector(`[data-host="${HOSTS.opencps}"][data-allowed=false]`);
    const page = await desk.visit(opencps.detail('overdue'));
    await isBare(page);
    await health.bringToFront();
    await press(HOSTS.opencps, 'allow');
    await health.waitForSelector(`[data-host="${HOSTS.opencps}"][data-allowed=true]`);
    await page.bringToFront();
    await seesDossier(page);
    await page.close();
  });
});

describe('the popup in Firefox', () => {
  it('says where it is not allowed; one press, and the open page has the overlay; one more, and it is gone', async () => {
    const page = await desk.visit(unlisted.detail('dueInAnHour'));
    await isBare(page);
    await openPopup(page);
    await popupSays('Thân Thiện chưa được phép chạy trên trang này');
    await popupSays(`Cho phép trên ${HOSTS.unlisted}`);
    expect(await registered()).toEqual([]);
    await pressInPopup('allow-site');
    await seesDossier(page);
    await popupSays('Đang chạy trên trang này');
    expect(await registered()).toEqual([HTTPS]);
    await pressInPopup('stop-site');
    await popupSays('Thân Thiện chưa được phép chạy trên trang này');
    await isGone(page);
    expect(await registered()).toEqual([]);
    await closePopup();
    await page.close();
  });

  it('has a page where nothing is shown ask what it is', async () => {
    const page = await desk.visit(opencps.unknown());
    await openPopup(page);
    await pressInPopup('ask-page');
    await popupGone();
    await desk.waitFor(page, 'page-kind');
    await page.close();
  });
});

describe('a portal profile from a file, in Firefox', () => {
  const isUnseen = ({ text }: { text: string }) => text === 'Chưa thấy ngày hẹn';
  const isSeen = (chip: { text: string }) => !isUnseen(chip) && !chip.text.startsWith('Đang đọc');

  it('acts at once on the pages that are open, outlives the background, and is gone when it is removed', async () => {
    const page = await desk.visit(opencps.detail('dueInAnHour'));
    await desk.waitFor(page, 'chip', isSeen);
    await choose(communeProfile);
    await page.bringToFront();
    await desk.waitFor(page, 'chip', isUnseen);
    await stopBackground();
    await page.goto(opencps.detail('dueInAnHour'), { waitUntil: 'domcontentloaded' });
    await desk.waitFor(page, 'chip', isUnseen);
    await drop();
    await page.bringToFront();
    await desk.waitFor(page, 'chip', isSeen);
    await page.close();
  });

  it('that is switched off takes the overlay off its site, open pages too, and leaves the others alone', async () => {
    const page = await desk.visit(opencps.detail('dueInAnHour'));
    await desk.waitFor(page, 'chip', isSeen);
    await choose({ ...communeProfile, enabled: false });
    await isGone(page);
    await page.bringToFront();
    await page.goto(opencps.list(), { waitUntil: 'domcontentloaded' });
    await isBare(page);
    await openPopup(page);
    await popupSays('Thân Thiện đang tắt trên trang này theo tệp mô tả.');
    await closePopup();
    const other = await desk.visit(antd.list());
    await desk.waitFor(other, 'pill');
    await other.close();
    await drop();
    await page.bringToFront();
    await page.goto(opencps.detail('dueInAnHour'), { waitUntil: 'domcontentloaded' });
    await desk.waitFor(page, 'chip', isSeen);
    await page.close();
  });

  it('the official switches a portal off: its overlay goes, the popup says who did it and brings it back', async () => {
    const page = await desk.visit(opencps.detail('dueInAnHour'));
    await desk.waitFor(page, 'chip', isSeen);
    await health.bringToFront();
    await (await health.waitForSelector('summary'))?.click();
    await (await health.waitForSelector('[data-portal=opencps] [data-part=off]', { visible: true }))?.click();
    await isGone(page);
    await openPopup(page);
    await popupSays('Mình đã tắt Thân Thiện trên trang này.');
    await pressInPopup('site-on');
    await popupSays('Tải lại trang (F5) là Thân Thiện chạy.');
    await closePopup();
    await page.reload({ waitUntil: 'domcontentloaded' });
    await desk.waitFor(page, 'chip', isSeen);
    await page.close();
  });
});

describe('a granted site in Firefox', () => {
  it('has its script again when the background wakes after it was lost', async () => {
    await allowUnlisted();
    await until('the script is registered', async () => (await registered()).join() === HTTPS);
    await health.evaluate(() => chrome.scripting.unregisterContentScripts());
    expect(await registered()).toEqual([]);
    await stopBackground();
    const page = await desk.visit(opencps.detail('dueInAnHour'));
    await seesDossier(page);
    await until('the script is registered again', async () => (await registered()).join() === HTTPS);
    await page.goto(unlisted.detail('overdue'), { waitUntil: 'domcontentloaded' });
    await seesDossier(page);
    await page.close();
  });

  it('keeps the overlay when the browser starts again', async () => {
    await installForGood();
    await openHealth();
    await allowUnlisted();
    await until('the script is registered', async () => (await registered()).join() === HTTPS);
    await desk.restart();
    const page = await desk.visit(unlisted.detail('overdue'));
    await seesDossier(page);
    await openHealth();
    expect(await registered()).toEqual([HTTPS]);
  });

  /** What is only put in for a session is lost with it: the same files as a package, whose signature an ESR may forgo. */
  async function installForGood(): Promise<void> {
    const names = readdirSync('dist-firefox', { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    );
    const files = names.map((name) => [name.slice('dist-firefox/'.length), readFileSync(name)] as const);
    const file = join(desk.profile, 'than-thien.xpi');
    await writeFile(file, zipSync(Object.fromEntries(files)));
    await desk.inBrowser(
      `async (id, path) => {
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const address = Services.prefs.getStringPref('extensions.webextensions.uuids');
        await (await AddonManager.getAddonByID(id)).uninstall();
        Services.prefs.setStringPref('extensions.webextensions.uuids', address);
        Services.prefs.setBoolPref('xpinstall.signatures.required', false);
        const file = Cc['@mozilla.org/file/local;1'].createInstance(Ci.nsIFile);
        file.initWithPath(path);
        await (await AddonManager.getInstallForFile(file)).install();
      }`,
      GECKO_ID,
      file,
    );
  }
});
