import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { chromium, type Page } from 'playwright-core';
import { generate } from 'selfsigned';
import { findBrowser } from '../../../scripts/browsers.mjs';
import type { PracticeDossier } from '../../../src/training/practice/dossier.ts';
import { QUIET_FLAGS } from '../../e2e/harness/chromium.ts';
import { practiceDossiers } from '../../pages/dossiers.ts';
import { opencps } from '../../pages/routes.ts';
import { startPracticePortal } from '../../pages/server.ts';
import { peerFile } from './arm-extension.ts';

/** The pages that are visited. `none-of-ours`: a page of a listed host that shows no dossier. */
export const COST_PAGES = ['detail', 'none-of-ours', 'list'] as const;
export type CostPage = (typeof COST_PAGES)[number];

export const LIST_ROWS = 200;

const ADDRESS: Readonly<Record<CostPage, string>> = {
  detail: opencps.detail('online'),
  'none-of-ours': opencps.unknown(),
  list: opencps.list(),
};

export interface CostServer {
  readonly port: number;
  close(): Promise<void>;
}

/** Address of a page under an arm's host: path and hash are the portal's own, the query tells our server which it is. */
export function addressOf(page: CostPage, host: string): string {
  const url = new URL(ADDRESS[page]);
  url.hostname = host;
  url.searchParams.set('cost', page);
  return url.href;
}

/**
 * The pages of the practice portal as they stand when they are done, without their scripts: what is measured is not
 * mixed with what a portal's own framework does.
 */
export async function takePages(): Promise<ReadonlyMap<string, string>> {
  const portal = await startPracticePortal({ dossiers: manyDossiers });
  const browser = await chromium.launch({
    executablePath: findBrowser('chromium') ?? '',
    args: [...QUIET_FLAGS, '--ignore-certificate-errors', `--host-resolver-rules=${portal.hostMap}`],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, ignoreHTTPSErrors: true });
    const taken = new Map<string, string>();
    for (const name of COST_PAGES) taken.set(name, await still(page, ADDRESS[name]));
    return taken;
  } finally {
    await browser.close();
    await portal.close();
  }
}

/** The practice dossiers, and as many more of their kind as fill the list. */
function manyDossiers(now: number): readonly PracticeDossier[] {
  const some = practiceDossiers(now);
  const received = some.filter(({ code }) => code !== '');
  const more = Array.from({ length: LIST_ROWS - some.length }, (_, i) => {
    const like = received[i % received.length];
    if (like === undefined) throw new Error('no dossier to copy');
    return { ...like, id: 50_000 + i, code: like.code.replace(/\d{4}$/, String(1_000 + i)) };
  });
  return [...some, ...more];
}

async function still(page: Page, address: string): Promise<string> {
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(1_000);
  return await page.evaluate(() => {
    const css = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText);
    for (const gone of document.querySelectorAll('script, link')) gone.remove();
    const style = document.createElement('style');
    style.textContent = css.join('\n');
    document.head.append(style);
    // A field to type in and a place to change, the same for everybody.
    const field = document.createElement('input');
    field.id = 'cost-field';
    const changing = document.createElement('div');
    changing.id = 'cost-changing';
    changing.style.display = 'none';
    for (let i = 0; i < 100; i += 1) changing.append(document.createElement('span'));
    document.body.append(field, changing);
    return `<!doctype html>${document.documentElement.outerHTML}`;
  });
}

/** Serves the pages under every host, on loopback. */
export async function servePages(pages: ReadonlyMap<string, string>): Promise<CostServer> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'none.example' }], { keySize: 2048 });
  const annotator = readFileSync(peerFile('hypothesis/build/styles/annotator.css'), 'utf8');
  const server = createServer({ key, cert }, (request, response) => {
    const url = new URL(request.url ?? '/', 'https://none.example');
    const isCss = url.pathname.endsWith('.css');
    response.writeHead(200, {
      'content-type': isCss ? 'text/css' : 'text/html; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.end(isCss ? annotator : (pages.get(url.searchParams.get('cost') ?? '') ?? '<!doctype html>'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
