import { type Desk, Desk as Desks } from '../e2e/harness/chromium.ts';
import { opencps } from '../pages/routes.ts';
import { type Measure, measureOf } from './measure.ts';

/** Times of one visit, in ms. */
interface Visit {
  /** From the document being ready (DOMContentLoaded) to the first frame with the pill. */
  readonly pill: number;
  /** From the last fact being in the DOM to the first frame with its chip. */
  readonly facts: number;
}

/** As the isolated world saw it; `chip` on the page's own clock. */
interface Seen {
  readonly pill: number;
  readonly chip: number;
}

/*
 * Runs in the extension's own isolated world, which alone sees the closed root and shares the page's clock. The mark
 * `practice:facts`, set by the practice pages when their last fact is in the DOM, is seen by the page's own world only.
 */
const WATCH = `(async () => {
  const part = (name) => {
    const host = document.querySelector('than-thien');
    const root = host && chrome.dom.openOrClosedShadowRoot(host);
    return root?.querySelector('[data-part=' + name + ']');
  };
  const frame = () => new Promise(requestAnimationFrame);
  const until = async (there) => {
    while (!there() && performance.now() < 15000) await frame();
    return performance.now();
  };
  const pill = await until(() => (part('pill')?.getBoundingClientRect().width ?? 0) > 0);
  const chip = await until(() => {
    const text = part('chip')?.textContent ?? '';
    return text !== '' && !text.startsWith('Đang đọc');
  });
  const ready = performance.getEntriesByType('navigation')[0].domContentLoadedEventStart;
  return { pill: pill - ready, chip };
})()`;

const VISITS = 15;

async function visit(desk: Desk, slowdown: number): Promise<Visit> {
  const { page, overlay } = await desk.visit('about:blank');
  await overlay.session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await page.goto(opencps.detail('dueTomorrow'), { waitUntil: 'commit' });
  let seen = await overlay.evaluate<Seen>(WATCH);
  while (seen === undefined) {
    // The content script's world is not there yet.
    await new Promise((done) => setTimeout(done, 2));
    seen = await overlay.evaluate<Seen>(WATCH);
  }
  const facts = await page.evaluate(() => performance.getEntriesByName('practice:facts').at(-1)?.startTime ?? 0);
  await page.close();
  return { pill: seen.pill, facts: seen.chip - facts };
}

/** From the press on "Đã làm đủ" to the acknowledgement being shown, one strict transaction included. */
async function confirmation(desk: Desk): Promise<number> {
  const { page, overlay } = await desk.visit(opencps.detail('birth'));
  await overlay.waitFor('chip');
  await overlay.click('waiting').catch(() => undefined);
  await page.getByRole('button', { name: 'Trả kết quả', exact: true }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
  await overlay.waitFor('finish');
  await page.waitForTimeout(400);
  const took = await overlay.evaluate<number>(`(async () => {
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
    const started = performance.now();
    root.querySelector('[data-part=confirm]').click();
    while (!root.querySelector('[data-part=saved]')) await new Promise(requestAnimationFrame);
    return performance.now() - started;
  })()`);
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
  await page.close();
  return took ?? Number.NaN;
}

/** The overlay's times on the built extension in Chromium, against the budgets of the product. */
export async function overlayBench(): Promise<Measure[]> {
  const desk = await Desks.open();
  try {
    await visit(desk, 1);
    const measures: Measure[] = [];
    for (const slowdown of [1, 4]) {
      const visits: Visit[] = [];
      for (let round = 0; round < VISITS; round += 1) visits.push(await visit(desk, slowdown));
      const where = slowdown === 1 ? 'this machine' : `CPU slowed ${slowdown}×`;
      measures.push(
        measureOf(
          `overlay-pill (${where})`,
          visits.map(({ pill }) => pill),
          300,
        ),
      );
      measures.push(
        measureOf(
          `overlay-facts (${where})`,
          visits.map(({ facts }) => facts),
          500,
        ),
      );
    }
    const confirmations: number[] = [];
    for (let round = 0; round < 8; round += 1) confirmations.push(await confirmation(desk));
    measures.push(measureOf('confirm-to-saved', confirmations, 300));
    return measures;
  } finally {
    await desk.close();
  }
}
