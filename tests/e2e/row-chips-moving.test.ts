import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liferay } from '../pages/routes.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import type { Overlay } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

/*
 * Rows that lie elsewhere without the page telling so: no chip may stand over another dossier, not for a frame. Every row
 * here has a deadline of its own, so that the words of a chip say whose it is.
 */

const ROWS = 14;
/** Longer than a glide, a scroll's rest and what changes are gathered. */
const WATCHED_MS = 1_800;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** Fills the list with rows of which no two are due on one day, and gives the page what the acts below need. */
function makeRows(count: number): void {
  const body = document.querySelector('table:has(td a) tbody') as HTMLElement;
  const model = body.querySelector('tr') as HTMLElement;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(':is(.ngaytiepnhan, .ngayhentra) { min-width: 230px } .tenthutuc, .chuhoso { font-size: 8px }');
  document.adoptedStyleSheets = [sheet];
  const rows = Array.from({ length: count }, (_, i) => {
    const row = model.cloneNode(true) as HTMLElement;
    const set = (part: string, text: string) => {
      const cell = row.querySelector(part);
      if (cell !== null) cell.textContent = text;
    };
    const day = new Date(2027, 0, 4 + Math.floor(i / 4) * 7 + (i % 4));
    const two = (value: number) => String(value).padStart(2, '0');
    set('a', `H27.128.14-261101-${1000 + i}`);
    set('.tenthutuc', 'Chứng thực');
    set('.chuhoso', 'NGUYỄN VÍ DỤ');
    set('.trangthai', 'Đang xử lý');
    set('.ngaytiepnhan', '02/11/2026 08:00');
    set('.ngayhentra', `${two(day.getDate())}/${two(day.getMonth() + 1)}/${day.getFullYear()} 16:00`);
    return row;
  });
  body.replaceChildren(...rows);
  Object.assign(window, { body, rowsNow: () => [...body.children] as HTMLElement[] });
}

/** What each chip says, by the number of the dossier in the row under its middle. */
const CHIPS = `() => {
  const host = document.querySelector('than-thien');
  const root = host && chrome.dom.openOrClosedShadowRoot(host);
  const chips = [...(root?.querySelectorAll('[data-part="row-chip"]') ?? [])];
  return chips.filter((chip) => chip.checkVisibility({ visibilityProperty: true })).map((chip) => {
    const { x, y, width, height } = chip.getBoundingClientRect();
    const row = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('tr');
    return [/\\d{6}-(\\d{4})/.exec(row?.textContent ?? '')?.[1] ?? 'none', chip.textContent];
  });
}`;

type Chips = readonly (readonly [string, string])[];

/** Chips that say what is right for no row, or another one's, in any frame that is painted. */
function wrongOnes(overlay: Overlay, right: Readonly<Record<string, string>>): Promise<string[] | undefined> {
  return overlay.evaluate(`(async () => {
    const right = ${JSON.stringify(right)};
    const wrong = [];
    const end = performance.now() + ${WATCHED_MS};
    while (performance.now() < end) {
      const round = await new Promise((frame) => requestAnimationFrame(() => frame(document.body.dataset.round)));
      await new Promise((painted) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = painted;
        port2.postMessage(0);
      });
      // What the page did since that frame has not been painted yet.
      if (document.body.dataset.round !== round) continue;
      for (const [row, text] of (${CHIPS})()) if (right[row] !== text) wrong.push(row + ': ' + text);
    }
    return [...new Set(wrong)];
  })()`);
}

async function openList(): Promise<DeskPage & { readonly right: Readonly<Record<string, string>> }> {
  const tab = await desk.visit(liferay.list());
  await tab.page.evaluate(makeRows, ROWS);
  let chips: Chips = [];
  await until('every row has a chip of its own', async () => {
    chips = (await tab.overlay.evaluate<Chips>(`(${CHIPS})()`)) ?? [];
    return new Set(chips.map(([row]) => row)).size === ROWS && new Set(chips.map(([, text]) => text)).size === ROWS;
  });
  return { ...tab, right: Object.fromEntries(chips) };
}

/** Does it in the page, without waiting for what comes of it. What is done right before a frame is painted with it. */
async function act(page: Page, script: string): Promise<void> {
  const mark = script.includes('requestAnimationFrame') ? '' : 'document.body.dataset.round = performance.now();';
  await page.evaluate(`void (async () => { ${script} ${mark} })()`);
}

const SWAP = `
  const before = new Map(rowsNow().map((row) => [row, row.getBoundingClientRect().top]));
  const order = rowsNow();
  [order[3], order[6]] = [order[6], order[3]];
  body.append(...order);
  const gone = (row) => before.get(row) - row.getBoundingClientRect().top;`;

describe('chips over rows that move', () => {
  it.each([
    [
      'that glide to their new places',
      `${SWAP} for (const row of rowsNow()) row.animate([{ transform: 'translateY(' + gone(row) + 'px)' }, { transform: 'none' }], 400);`,
    ],
    [
      'that glide by a transition',
      `${SWAP} for (const row of rowsNow()) row.style.transform = 'translateY(' + gone(row) + 'px)';
       document.body.offsetHeight;
       for (const row of rowsNow()) Object.assign(row.style, { transition: 'transform .4s', transform: '' });`,
    ],
    [
      'moved right before a frame',
      "await new Promise(requestAnimationFrame); body.style.transform = 'translateY(30.5px)';",
    ],
    [
      'pushed down right before a frame',
      "await new Promise(requestAnimationFrame); const box = document.createElement('div'); box.style.height = '30.5px'; body.closest('table').before(box);",
    ],
    ['of a page that is enlarged', "document.documentElement.style.zoom = '1.1';"],
    ['of a page that is made smaller', "document.documentElement.style.zoom = '0.9';"],
  ])('never stand over another dossier: %s', async (_, script) => {
    const { page, overlay, right } = await openList();
    const watched = wrongOnes(overlay, right);
    await act(page, script);
    expect(await watched).toEqual([]);
    const after = (await overlay.evaluate<Chips>(`(${CHIPS})()`)) ?? [];
    expect(after.length).toBeGreaterThan(ROWS / 2);
    expect(after.filter(([row, text]) => right[row] !== text)).toEqual([]);
    await page.close();
  });

  it.each([
    ['a menu that opens under the pointer', '#over:hover #sheet { display: block }', ''],
    [
      'a panel that slides in',
      '#sheet { display: block; translate: 100vw }',
      "document.getElementById('sheet').animate([{ translate: '100vw' }, { translate: '0' }], { duration: 200, fill: 'forwards' });",
    ],
  ])('go from under %s, though nothing tells of it', async (_, css, script) => {
    const { page, overlay } = await openList();
    await page.evaluate((rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`#over { position: fixed; inset: 0 0 auto; height: 20px; z-index: 9 }
        #sheet { display: none; width: 100vw; height: 100vh; background: white } ${rules}`);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      document.body.insertAdjacentHTML('beforeend', '<div id="over"><div id="sheet">Mục</div></div>');
    }, css);
    await page.waitForTimeout(1_000);
    await act(page, script);
    if (script === '') await page.mouse.move(500, 8);
    await until('no chip lies over it', async () => (await overlay.evaluate<Chips>(`(${CHIPS})()`))?.length === 0);
    await page.close();
  });
});
