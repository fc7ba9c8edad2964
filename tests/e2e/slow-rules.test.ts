import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';

/** Rows so wide, on so slow a computer, that nobody reads one of them within 50 ms, and so many that one reading is enough. */
const CELLS = 600;
const ROWS = 8;
const SLOWDOWN = 20;
/** A computer that has other work besides gets to fewer readings. */
const PATIENCE_MS = 90_000;

describe('work that takes too long', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());

  const resting = async () =>
    (await desk.worker()).evaluate(async () =>
      JSON.stringify((await chrome.storage.local.get('restingRules')).restingRules ?? []),
    );

  it(
    'rests on that page, is told with nothing of the page, and works again when it is woken',
    async () => {
      const { page, overlay } = await desk.visit(opencps.list());
      await overlay.waitFor('pill');
      await overlay.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
      await expect
        .poll(
          async () => {
            // Every row has changed: nothing of the last reading holds.
            await page.evaluate(
              ([cells, most]) => {
                const [body] = [...document.querySelectorAll('tbody')].slice(-1);
                const rows = [...(body?.rows ?? [])];
                for (const row of rows.splice(most)) row.remove();
                for (const row of rows) {
                  while (row.cells.length < cells) row.insertCell().textContent = '0';
                  const [last] = [...row.cells].slice(-1);
                  if (last) last.textContent = last.textContent === '0' ? '1' : '0';
                }
              },
              [CELLS, ROWS] as const,
            );
            return resting();
          },
          { timeout: PATIENCE_MS, interval: 800 },
        )
        .toContain('"rule":"read"');
      await overlay.session.send('Emulation.setCPUThrottlingRate', { rate: 1 });
      const rules: unknown[] = JSON.parse(await resting());
      const told = { host: HOSTS.opencps, ms: expect.any(Number), pages: 1, at: expect.any(Number) };
      for (const rule of rules) expect(rule).toEqual({ ...told, rule: expect.stringMatching(/^(read|rows)$/) });
      // The portal itself works on.
      expect(await page.locator('tbody tr').count()).toBeGreaterThan(0);

      const health = await desk.extensionPage('src/settings/health/index.html');
      const said = await health.evaluate(async (host) => {
        const told = await chrome.runtime.sendMessage({ type: 'rulesOff', body: {} });
        const woken = await chrome.runtime.sendMessage({ type: 'clearRuleOff', body: { host, rule: 'read' } });
        return { told, woken };
      }, HOSTS.opencps);
      expect(said).toMatchObject({
        told: { ok: true },
        woken: { ok: true },
      });
      expect(await resting()).not.toContain('"rule":"read"');
    },
    PATIENCE_MS + 30_000,
  );
});
