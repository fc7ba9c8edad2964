import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceDossiers } from '../pages/dossiers.ts';
import { invented } from '../pages/planted/applicant.ts';
import { tracesOf } from '../pages/planted/trace-scan.ts';
import { opencps } from '../pages/routes.ts';
import { startPracticePortal } from '../pages/server.ts';
import { decodings, profileFiles } from './harness/browser-profile.ts';
import { FirefoxDesk } from './harness/firefox.ts';
import { until } from './harness/steps.ts';

/* A shorter day in Firefox, on pages that print an invented applicant; all surfaces are searched in Chromium. */

const said: string[] = [];
let desk: FirefoxDesk;

beforeAll(async () => {
  const portal = await startPracticePortal({
    dossiers: (now) =>
      practiceDossiers(now).map((each) => ({ ...each, applicant: Object.values(invented).join(', ') })),
  });
  desk = await FirefoxDesk.open(portal);
  const list = await visit(opencps.list());
  await desk.waitFor(list, 'row-chip');
  await list.close();
  const detail = await visit(opencps.detail('birth'));
  await desk.waitFor(detail, 'chip', ({ text }) => !text.startsWith('Đang đọc'));
  expect(await detail.evaluate(() => document.body.innerText)).toContain(invented.name);
  await press(detail, 'Trả kết quả');
  await press(detail, 'Xác nhận');
  await desk.waitFor(detail, 'finish');
  await desk.click(detail, 'confirm');
  await desk.waitFor(detail, 'saved');
  await detail.close();
});
afterAll(() => desk.close());

async function visit(url: string): Promise<Page> {
  const page = await desk.visit(url);
  page.on('console', (message) => said.push(message.text()));
  return page;
}

async function press(page: Page, name: string): Promise<void> {
  const button = await page.waitForSelector(
    `::-p-xpath(//*[@id="app"]//button[normalize-space(.)="${name}" and not(@disabled)])`,
    { visible: true },
  );
  await button?.click();
}

/** What the extension's storage holds, read in a page of its own. */
async function stored(): Promise<string> {
  const page = await desk.extensionPage('src/popup/index.html');
  const text = await page.evaluate(async () =>
    JSON.stringify([await chrome.storage.local.get(), await chrome.storage.session.get()]),
  );
  await page.close();
  return text;
}

/** What can be read in the files that Firefox keeps for the extension, which it names by its own address. */
async function tracesInFiles(): Promise<readonly string[]> {
  const files = (await profileFiles(desk.profile, 'moz-extension+++')).filter(({ own }) => own);
  expect(files.length).toBeGreaterThan(0);
  return files.flatMap(({ bytes }) => decodings(bytes).flatMap((text) => tracesOf(invented, text)));
}

describe('an applicant, in Firefox', () => {
  it('is in no storage, no console and no file of the extension', async () => {
    const kept = await stored();
    expect(kept).toContain('"desk-');
    expect(tracesOf(invented, kept + said.join('\n'))).toEqual([]);
    expect(await tracesInFiles()).toEqual([]);
  });

  it('would be found there: the control', async () => {
    const page = await desk.extensionPage('src/popup/index.html');
    await page.evaluate((leak) => chrome.storage.local.set({ leak }), { ...invented });
    await until('it is on the disk', async () => (await tracesInFiles()).includes('name'));
    await page.close();
  });
});
