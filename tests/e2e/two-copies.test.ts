import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liferay, opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { isRead } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

/* An extension that was installed twice, or updated under an open page: two copies run, each in its own world. */

let desk: Desk;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'than-thien-copy-'));
  const copies = [resolve('dist'), join(folder, 'dist')];
  await cp('dist', copies[1] ?? '', { recursive: true });
  // Of a flag given twice the browser takes the last.
  const both = copies.join(',');
  desk = await Desk.open({ extraFlags: [`--disable-extensions-except=${both}`, `--load-extension=${both}`] });
  await until('both copies run', async () => desk.context.serviceWorkers().length === 2);
});
afterAll(async () => {
  await desk.close();
  await rm(folder, { recursive: true, force: true });
});

const LONG_ENOUGH_TO_FIGHT_MS = 3_000;

describe('two copies of the extension', () => {
  it.each([
    ['a dossier', opencps.detail('overdue'), 'chip'],
    ['a list', liferay.list(), 'row-chip'],
  ])('come to one overlay over %s, and leave it at that', async (_, url, part) => {
    const { page, overlay } = await desk.visit(url);
    await overlay.waitFor(part, isRead);
    await page.waitForTimeout(1_000);
    await page.evaluate(() => {
      const changed = (records: readonly MutationRecord[]) =>
        records.flatMap(({ addedNodes }) => [...addedNodes]).filter(({ nodeName }) => nodeName === 'THAN-THIEN').length;
      Object.assign(window, { __came: 0 });
      new MutationObserver((records) => {
        Object.assign(window, { __came: (Reflect.get(window, '__came') as number) + changed(records) });
      }).observe(document, { subtree: true, childList: true });
      setInterval(() => document.body.append(''), 200);
    });
    await page.waitForTimeout(LONG_ENOUGH_TO_FIGHT_MS);
    expect(await page.evaluate(() => Reflect.get(window, '__came'))).toBe(0);
    expect(await page.locator('than-thien').count()).toBe(1);
    const parts = await overlay.parts();
    expect(parts.filter(({ name }) => name === 'pill')).toHaveLength(1);
    const chips = parts.filter(({ name }) => name === part);
    expect(new Set(chips.map(({ y }) => y)).size).toBe(chips.length);
    await page.close();
  });
});
