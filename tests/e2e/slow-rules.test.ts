import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceDossiers } from '../pages/dossiers.ts';
import { HOSTS } from '../pages/families.ts';
import { opencps } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { Desk } from './harness/chromium.ts';

/** So many rows, on so slow a computer, that nobody reads them within 50 ms. */
const ROWS = 300;
const SLOWDOWN = 20;

describe('work that takes too long', () => {
  let portal: PracticePortal;
  let desk: Desk;
  beforeAll(async () => {
    portal = await startPracticePortal({
      dossiers: (now) => {
        const some = practiceDossiers(now).filter(({ code }) => code !== '');
        return Array.from({ length: ROWS }, (_, i) => {
          const like = some[i % some.length];
          if (like === undefined) throw new Error('no dossier to copy');
          return { ...like, id: 50_000 + i, code: like.code.replace(/\d{4}$/, String(1_000 + i)) };
        });
      },
    });
    desk = await Desk.open({ portal });
  });
  afterAll(async () => {
    await desk.close();
    await portal.close();
  });

  const resting = async () =>
    (await desk.worker()).evaluate(async () =>
      JSON.stringify((await chrome.storage.local.get('restingRules')).restingRules ?? []),
    );

  it('rests on that page, is told with nothing of the page, and works again when it is woken', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await overlay.session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await expect
      .poll(
        async () => {
          // Every row anew: nothing of the last reading holds.
          await page.evaluate(() => {
            const body = [...document.querySelectorAll('tbody')].at(-1);
            body?.replaceChildren(...[...body.children].map((row) => row.cloneNode(true)));
          });
          return resting();
        },
        { timeout: 30_000, interval: 1_500 },
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
  });
});
