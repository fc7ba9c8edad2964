import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { opencps, unlisted } from '../pages/routes.ts';
import { FirefoxDesk } from './harness/firefox.ts';

let desk: FirefoxDesk;
let health: Page;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
  health = await desk.extensionPage('src/settings/health/index.html');
  await health.waitForSelector('[data-host]');
});
afterAll(() => desk.close());

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
    await health.bringToFront();
    await health.type('#address', HOSTS.unlisted);
    await (await health.waitForSelector('[data-part=add][aria-disabled=false]'))?.click();
    await health.waitForSelector(`[data-host="${HOSTS.unlisted}"]`);
    await page.bringToFront();
    await seesDossier(page);
    await page.goto(unlisted.detail('dueInAnHour'), { waitUntil: 'domcontentloaded' });
    await seesDossier(page);
    await health.bringToFront();
    await press(HOSTS.unlisted, 'stop');
    await page.waitForFunction(() => document.querySelector('than-thien') === null);
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
