import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { build, defaultClientConditions } from 'vite';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { QUIET_FLAGS } from './harness/chromium.ts';
import { libraryJob } from './library-page/job.ts';

const SITE = 'https://library.example.vn';
/** What an extension's page has: no `eval`, nothing from elsewhere. */
const POLICY = "default-src 'none'; script-src 'self'; worker-src 'self'";

async function scripts(): Promise<ReadonlyMap<string, string>> {
  const folder = join(import.meta.dirname, 'library-page');
  const result = await build({
    configFile: false,
    root: folder,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      write: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: {
        input: { page: join(folder, 'page.ts'), worker: join(folder, 'worker.ts') },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return new Map(outputs.flatMap((file) => (file.type === 'chunk' ? [[`/${file.fileName}`, file.code]] : [])));
}

describe('the library', () => {
  it('does the same in Node, in a page and in a worker, under a policy without eval', async () => {
    const files = await scripts();
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
    const browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(String(error)));
      await page.route(`${SITE}/**`, (route) => {
        const path = new URL(route.request().url()).pathname;
        const headers = { 'content-security-policy': POLICY };
        const script = files.get(path);
        if (script !== undefined) return route.fulfill({ contentType: 'text/javascript', headers, body: script });
        const body = '<!doctype html><title>Library</title><script type="module" src="/page.js"></script>';
        return route.fulfill({ contentType: 'text/html', headers, body });
      });
      await page.goto(SITE);
      const answer = async (place: string): Promise<unknown> =>
        JSON.parse((await page.locator('html').getAttribute(`data-${place}`)) ?? 'null');
      const here = await libraryJob();
      expect(here).toEqual({
        cues: ['greet', 'identify', 'call-nurse'],
        due: '2026-03-10T03:30',
        whole: true,
        tampered: ['edit'],
      });
      await expect.poll(() => answer('page')).toEqual(here);
      await expect.poll(() => answer('worker')).toEqual(here);
      expect(complaints).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
