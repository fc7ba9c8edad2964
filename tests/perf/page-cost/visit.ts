import type { BrowserContext, CDPSession, Page } from 'playwright-core';
import type { Arm } from './arms.ts';
import { addressOf, type CostPage } from './cost-pages.ts';
import { longestTask, TRACED, type TraceEvent } from './longest-task.ts';

/** What one visit showed, by the measure's name; ms, KB or a count. */
export type Figures = Readonly<Record<string, number>>;

/** Until the page and whatever runs in it have come to rest. */
const REST_MS = 1_100;
const KEYS = 12;
const KEY_GAP_MS = 60;
/** Even: an odd one takes back what the one before wrote. */
const ROW_CHANGES = 4;
/** Longer than any overlay here gathers changes. */
const ROW_GAP_MS = 500;
const SLOWDOWN = 6;

interface Visit {
  readonly page: Page;
  readonly session: CDPSession;
}

/** A tab of its own, and so a renderer of its own. */
async function opened<T>(context: BrowserContext, act: (visit: Visit) => Promise<T>): Promise<T> {
  const page = await context.newPage();
  try {
    return await act({ page, session: await context.newCDPSession(page) });
  } finally {
    await page.close();
  }
}

/** The cost of a page at rest, then of typing, then of changes. CPU time of the page's main thread, not wall time. */
export function visitForCost(context: BrowserContext, arm: Arm, cost: CostPage): Promise<Figures> {
  return opened(context, async ({ page, session }) => {
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(addressOf(cost, arm.host), { waitUntil: 'load' });
    await come({ page, session }, arm, cost);
    await page.waitForTimeout(REST_MS);
    const rested = await metrics(session);
    for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
    const settled = await metrics(session);
    const shifted = await layoutShift(page);
    const typing = cost === 'detail' ? await typeKeys(page, session) : {};
    const rows = cost === 'list' ? await changeRows(page, session) : {};
    const mutations = cost === 'detail' ? await mutate(page, session) : {};
    return {
      cpu: milliseconds(rested, 'TaskDuration'),
      script: milliseconds(rested, 'ScriptDuration'),
      heap: (settled.JSHeapUsedSize ?? Number.NaN) / 1024,
      nodes: settled.Nodes ?? Number.NaN,
      shift: shifted,
      ...typing,
      ...rows,
      ...mutations,
    };
  });
}

/** When the arm is first seen: ms after DOMContentLoaded. Its own visit, because looking for it costs time. */
export function visitForSight(context: BrowserContext, arm: Arm): Promise<Figures> {
  return opened(context, async ({ page }) => {
    await page.addInitScript(watchFor(arm.seen ?? ''));
    await page.goto(addressOf('detail', arm.host), { waitUntil: 'load' });
    const visible = await page.evaluate(() => Reflect.get(window, 'arm-seen') as Promise<number>);
    return { visible };
  });
}

/** The longest time that scripts run within one task on a slow PC. */
export function visitSlowly(context: BrowserContext, arm: Arm, cost: CostPage): Promise<Figures> {
  return opened(context, async ({ page, session }) => {
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: TRACED, excludedCategories: ['*'] },
    });
    await page.goto(addressOf(cost, arm.host), { waitUntil: 'load' });
    await come({ page, session }, arm, cost);
    await page.waitForTimeout(REST_MS * 2);
    const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
    await session.send('Tracing.end');
    await complete;
    return { slowest: longestTask(events) };
  });
}

const COMES_WITHIN_MS = 10_000;

/**
 * Waits for an arm: one that has not come yet would cost nothing. By the bare protocol, because the driver's own waiting
 * puts a script of a megabyte into the page. Rejects if the arm does not come at all.
 */
async function come({ page, session }: Visit, { name, seen = '' }: Arm, cost: CostPage): Promise<void> {
  if (seen === '' || cost === 'none-of-ours') return;
  const expression = `document.querySelector(${JSON.stringify(seen)}) !== null`;
  for (let waited = 0; waited < COMES_WITHIN_MS; waited += 100) {
    const { result } = await session.send('Runtime.evaluate', { expression });
    if (result.value === true) return;
    await page.waitForTimeout(100);
  }
  throw new Error(`${name} did not come`);
}

type Metrics = Readonly<Record<string, number | undefined>>;

async function metrics(session: CDPSession): Promise<Metrics> {
  const { metrics: list } = await session.send('Performance.getMetrics');
  return Object.fromEntries(list.map(({ name, value }) => [name, value]));
}

function milliseconds(figures: Metrics, name: string): number {
  return (figures[name] ?? Number.NaN) * 1_000;
}

function layoutShift(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          // `value` belongs to layout-shift entries, which TypeScript's DOM does not know.
          for (const entry of list.getEntries()) sum += Number(Reflect.get(entry, 'value'));
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 50);
      }),
  );
}

/** CPU a key and time from the key to the end of its frame, while the page has its own listener for keys. */
async function typeKeys(page: Page, session: CDPSession): Promise<Figures> {
  await page.evaluate(() => {
    const waits: number[] = [];
    Reflect.set(window, 'key-waits', waits);
    document.addEventListener('keydown', ({ timeStamp }) => {
      requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - timeStamp)));
    });
    document.getElementById('cost-field')?.focus({ preventScroll: true });
  });
  await page.waitForTimeout(300);
  const before = await metrics(session);
  for (let i = 0; i < KEYS; i += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(KEY_GAP_MS);
  }
  const after = await metrics(session);
  const waits = await page.evaluate(() => Reflect.get(window, 'key-waits') as number[]);
  const sorted = waits.sort((a, b) => a - b);
  return {
    key: (milliseconds(after, 'TaskDuration') - milliseconds(before, 'TaskDuration')) / KEYS,
    keyToFrame: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
  };
}

/** CPU of one changed row of a list, everything that follows from it included: first its looks, then its words. */
async function changeRows(page: Page, session: CDPSession): Promise<Figures> {
  const change = await costOfEach(page, session, (at) => {
    const cell = document.querySelector('tbody tr:nth-child(3)')?.lastElementChild;
    if (cell == null) throw new Error('the list has no third row');
    cell.setAttribute('class', `changed-${at}`);
  });
  const words = await costOfEach(page, session, (at) => {
    const texts = document.createTreeWalker(document.querySelector('tbody tr:nth-child(3)') ?? document, 4);
    const [now, next] = at % 2 === 0 ? ['Đang xử lý', 'Chờ bổ sung'] : ['Chờ bổ sung', 'Đang xử lý'];
    while (texts.nextNode() !== null && texts.currentNode.nodeValue?.trim() !== now);
    if (texts.currentNode.nodeValue?.trim() !== now) throw new Error(`the third row does not say ${now}`);
    texts.currentNode.nodeValue = next ?? '';
  });
  return { change, words };
}

async function costOfEach(page: Page, session: CDPSession, act: (at: number) => void): Promise<number> {
  const before = await metrics(session);
  for (let i = 0; i < ROW_CHANGES; i += 1) {
    await page.evaluate(act, i);
    await page.waitForTimeout(ROW_GAP_MS);
  }
  const after = await metrics(session);
  return (milliseconds(after, 'TaskDuration') - milliseconds(before, 'TaskDuration')) / ROW_CHANGES;
}

/** Ten thousand changes in one task, until every observer has been told; then what is done about them later. */
async function mutate(page: Page, session: CDPSession): Promise<Figures> {
  const mutations = await page.evaluate(async () => {
    const spans = [...(document.getElementById('cost-changing')?.children ?? [])];
    for (const span of spans) span.textContent = '-';
    await new Promise((done) => setTimeout(done, 600));
    const begun = performance.now();
    for (let i = 0; i < 10_000; i += 1) {
      const span = spans[i % spans.length];
      if (i % 2 === 0) span?.setAttribute('class', `c${i}`);
      else if (span?.firstChild) span.firstChild.nodeValue = String(i);
    }
    // Observers are told in microtasks that were asked for before this one.
    await Promise.resolve();
    return performance.now() - begun;
  });
  const before = await metrics(session);
  await page.waitForTimeout(900);
  const after = await metrics(session);
  return { mutations, afterwards: milliseconds(after, 'TaskDuration') - milliseconds(before, 'TaskDuration') };
}

/*
 * Runs in the page before anything else of it; text, because a runner that names functions for its stack traces would put
 * helpers into them that the page does not have. A whole fade is waited for: half there is not there.
 */
function watchFor(selector: string): string {
  return `window['arm-seen'] = new Promise((done) => {
    const hit = () => {
      for (let y = 8; y < innerHeight; y += 16) {
        for (let x = 8; x < innerWidth; x += 16) {
          const found = document.elementFromPoint(x, y)?.closest('${selector}');
          if (found?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return true;
        }
      }
      return false;
    };
    const look = () => {
      const ready = performance.getEntriesByType('navigation')[0]?.domContentLoadedEventStart ?? 0;
      if (ready > 0 && document.querySelector('${selector}') !== null && hit()) done(performance.now() - ready);
      else if (performance.now() > 10000) done(Number.NaN);
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  })`;
}
