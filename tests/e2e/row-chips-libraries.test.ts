import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { liferay } from '../pages/routes.ts';
import { Desk, type DeskPage, SCREEN } from './harness/chromium.ts';
import { remainingWords } from './harness/remaining-words.ts';
import { until } from './harness/steps.ts';

/*
 * Lists as the libraries of tables draw them: with columns that stay while the others are scrolled, laid over them as a
 * copy or in the rows themselves, and with rows in any order. Every dossier that is seen has one chip, and it is its own.
 */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** Longer than a scroll has to rest, and than changes are gathered. */
const REST_MS = 1_100;

interface Dossier {
  readonly code: string;
  readonly name: string;
  readonly due: string;
}

const NAMES = ['Đăng ký khai sinh', 'Chứng thực bản sao từ bản chính', 'Đăng ký khai tử', 'Cấp trích lục hộ tịch'];
/** No two are due on one day. */
const DOSSIERS: readonly Dossier[] = Array.from({ length: 30 }, (_, i) => ({
  code: `H23.18-261101-${1001 + i}`,
  name: NAMES[i % NAMES.length] ?? '',
  due: new Date(Date.UTC(2027, 0, 4 + Math.floor(i / 4) * 7 + (i % 4))).toISOString().slice(0, 10),
}));

function cellsOf({ code, name, due }: Dossier): readonly string[] {
  const day = due.split('-').reverse().join('/');
  return [code, name, '02/11/2026 08:00', `${day} 16:00`, 'Đang xử lý'];
}

const HEADS = ['Mã hồ sơ', 'Thủ tục', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'];
const ACTIONS = '<a href="#">Xem</a> <a href="#">Xử lý</a>';

function wordsFor({ due }: Dossier): string {
  return remainingWords(`${due}T16:00`);
}

/** The list of the practice portal in the shape of a library. */
async function visit(html: string, css = ''): Promise<DeskPage> {
  const tab = await desk.visit(liferay.list());
  await tab.page.evaluate(
    ([list, rules]) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(`#list { position: absolute; inset: 100px 0 auto; background: white; font: 14px Arial }
        #list * { box-sizing: border-box } #list :is(td, th) { padding: 10px 8px; text-align: left; border: 0 }
        #list table { table-layout: fixed; border-collapse: collapse; font: inherit } ${rules}`);
      document.adoptedStyleSheets = [sheet];
      document.body.innerHTML = `<h3>Danh sách hồ sơ</h3><div id="list">${list}</div>`;
    },
    [html, css] as const,
  );
  return tab;
}

interface Chip {
  readonly code: string;
  readonly text: string;
  /** The ink of the row that it lies on, as far as that is seen. */
  readonly covers: string;
}

/** What each chip says, of which dossier, and on what it lies. */
const CHIPS = `(() => {
  const host = document.querySelector('than-thien');
  const root = host && chrome.dom.openOrClosedShadowRoot(host);
  const chips = [...(root?.querySelectorAll('[data-part="row-chip"]') ?? [])];
  return chips.filter((chip) => chip.checkVisibility({ visibilityProperty: true })).map((chip) => {
    const { left, right, top, bottom } = chip.getBoundingClientRect();
    const cell = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const row = cell?.closest('tr, [role="row"]');
    const texts = document.createTreeWalker(cell?.closest('td, [role="gridcell"]') ?? host, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    let covers = '';
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      const isUnder = (line) => line.left < right && left < line.right && line.top < bottom && top < line.bottom;
      if ([...range.getClientRects()].some(isUnder)) covers += texts.currentNode.nodeValue;
    }
    const code = /H23\\.18-261101-\\d{4}/.exec(row?.textContent ?? '')?.[0] ?? 'none';
    return { code, text: chip.textContent, covers };
  });
})()`;

/** Each of these dossiers has one chip, with its own words or the mark alone, which lies on no ink; and no other has any. */
async function expectChips({ page, overlay }: DeskPage, dossiers: readonly Dossier[]): Promise<void> {
  const codes = dossiers.map(({ code }) => code).sort();
  let chips: readonly Chip[] = [];
  const isThere = async () => {
    chips = (await overlay.evaluate<Chip[]>(CHIPS)) ?? [];
    return chips.length === codes.length;
  };
  await until('there are as many chips as dossiers', isThere).catch(() => undefined);
  // They stay as they are.
  await page.waitForTimeout(REST_MS);
  await isThere();
  expect(chips.map(({ code }) => code).sort()).toEqual(codes);
  expect(chips.filter(({ covers }) => covers !== '')).toEqual([]);
  const right = new Map(dossiers.map((dossier) => [dossier.code, wordsFor(dossier)]));
  expect(chips.filter(({ code, text }) => text !== '' && text !== right.get(code))).toEqual([]);
}

function columns(widths: readonly number[]): string {
  return `<colgroup>${widths.map((width) => `<col style="width: ${width}px">`).join('')}</colgroup>`;
}

function tableOf(widths: readonly number[], body: string, style = ''): string {
  const width = widths.reduce((sum, one) => sum + one);
  return `<table style="width: ${width}px; ${style}">${columns(widths)}${body}</table>`;
}

const FIXED = [60, 220, 300, 220, 220, 160, 160];

/** A copy of the table is laid over its right end, as Element UI does. `hidden`: what of the copy's cells is not seen. */
function withFixedCopy(dossiers: readonly Dossier[], hidden: string): string {
  const head = `<thead><tr>${['STT', ...HEADS, 'Thao tác'].map((text) => `<th>${text}</th>`).join('')}</tr></thead>`;
  const body = (mark: string) => {
    const rows = dossiers.map((dossier, i) => {
      const cells = [`${i + 1}`, ...cellsOf(dossier)].map((text) => `<td class="${mark}"><div>${text}</div></td>`);
      return `<tr>${cells.join('')}<td>${ACTIONS}</td></tr>`;
    });
    return `<tbody>${rows.join('')}</tbody>`;
  };
  const shift = 'margin-left: -1180px';
  return `<div style="position: relative; width: 1100px; height: 420px; overflow: hidden">
    <div style="overflow: hidden">${tableOf(FIXED, head)}</div>
    <div id="box" style="overflow: auto; height: 380px">${tableOf(FIXED, body(''))}</div>
    <div id="copy" style="position: absolute; right: 0; top: 0; width: 160px; height: 100%; overflow: hidden; background: white">
      <div style="overflow: hidden">${tableOf(FIXED, head, shift)}</div>
      <div style="overflow: hidden; height: 380px">${tableOf(FIXED, body(hidden), shift)}</div>
    </div></div>`;
}

/** The last column stays where it is while the others are scrolled under it, as in Ant Design. `day`: the width of a date. */
function withStickyColumn(dossiers: readonly Dossier[], day: number): string {
  const sticky = 'style="position: sticky; right: 0; background: white; z-index: 2"';
  const head = `${HEADS.map((text) => `<th>${text}</th>`).join('')}<th ${sticky}>Thao tác</th>`;
  const rows = dossiers.map((dossier) => {
    const cells = cellsOf(dossier).map((text) => `<td>${text}</td>`);
    return `<tr>${cells.join('')}<td ${sticky}>${ACTIONS} <a href="#">Chuyển</a></td></tr>`;
  });
  const body = `<thead><tr>${head}</tr></thead><tbody>${rows.join('')}</tbody>`;
  return `<div id="box" style="overflow: auto; width: 760px">${tableOf([170, 240, day, day, 200, 150], body)}</div>`;
}

function row(role: 'columnheader' | 'gridcell', cells: readonly string[], style = ''): string {
  const all = cells.map((text) => `<div role="${role}">${text}</div>`);
  return `<div role="row" style="${style}">${all.join('')}</div>`;
}

/** Of divisions that say what they are. */
function gridRows(dossiers: readonly Dossier[], styleOf: (dossier: Dossier) => string = () => ''): string {
  return dossiers.map((dossier) => row('gridcell', cellsOf(dossier), styleOf(dossier))).join('');
}

describe('a deadline over each row, where columns stay while others are scrolled', () => {
  it('stands beside a fixed copy of a column, never under it', async () => {
    const dossiers = DOSSIERS.slice(0, 9);
    const tab = await visit(withFixedCopy(dossiers, 'is-hidden'), '.is-hidden > * { visibility: hidden }');
    await expectChips(tab, dossiers);
    await tab.page.close();
  });

  it('is one for each dossier, where the copy has all cells of the rows and is cut off', async () => {
    const dossiers = DOSSIERS.slice(0, 14);
    const tab = await visit(withFixedCopy(dossiers, ''));
    const codes = async () => {
      await tab.page.waitForTimeout(REST_MS);
      return ((await tab.overlay.evaluate<Chip[]>(CHIPS)) ?? []).map(({ code }) => code).sort();
    };
    const codesOf = (from: number, to: number) => dossiers.slice(from, to).map(({ code }) => code);
    await until('there are chips', async () => (await codes()).length > 0);
    expect(await codes()).toEqual(codesOf(0, 10));
    await tab.page.evaluate(() => {
      for (const box of document.querySelectorAll('#box, #copy > :last-child')) box.scrollTop = 1_000;
    });
    expect(await codes()).toEqual(codesOf(4, 14));
    await tab.page.close();
  });

  it('stands beside a sticky column, in the least room that there is', async () => {
    const dossiers = DOSSIERS.slice(0, 10);
    const tab = await visit(withStickyColumn(dossiers, 140));
    await expectChips(tab, dossiers);
    await tab.page.close();
  });

  it('stands on no words of a sticky column, however far the others are scrolled', async () => {
    const dossiers = DOSSIERS.slice(0, 10);
    const tab = await visit(withStickyColumn(dossiers, 160));
    for (const left of [0, 150, 320]) {
      await tab.page.evaluate((to) => document.getElementById('box')?.scrollTo(to, 0), left);
      await tab.page.waitForTimeout(REST_MS);
      await expectChips(tab, dossiers);
    }
    await tab.page.close();
  });

  it('stands below the words of cells that are lower than their row', async () => {
    const dossiers = DOSSIERS.slice(0, 9);
    const css = '[role=row] { display: flex; align-items: center; height: 48px } [role=row] > * { flex: 0 0 190px }';
    const tab = await visit(`<div role="table">${row('columnheader', HEADS)}${gridRows(dossiers)}</div>`, css);
    await expectChips(tab, dossiers);
    await tab.page.close();
  });

  it('goes aside for what covers its column, and back when that has gone', async () => {
    const dossiers = DOSSIERS.slice(0, 9);
    const rows = dossiers.map(
      (dossier) =>
        `<tr>${cellsOf(dossier)
          .map((text) => `<td>${text}</td>`)
          .join('')}</tr>`,
    );
    const head = `<tr>${HEADS.map((text) => `<th>${text}</th>`).join('')}</tr>`;
    const widths = [260, 260, 260, 260, 260];
    const tab = await visit(tableOf(widths, `<thead>${head}</thead><tbody>${rows.join('')}</tbody>`));
    const places = async () => {
      await expectChips(tab, dossiers);
      const chips = (await tab.overlay.parts()).filter(({ name }) => name === 'row-chip');
      return chips.map(({ text, x, y }) => ({ text, x, y }));
    };
    const before = await places();
    await tab.page.evaluate(() => {
      const menu = '<div id="menu" style="position: absolute; top: 0; left: 780px; width: 260px; height: 200px"></div>';
      document.getElementById('list')?.insertAdjacentHTML('beforeend', menu);
    });
    const aside = await places();
    expect(aside.filter((chip, i) => chip.x !== before[i]?.x).length).toBe(4);
    await tab.page.evaluate(() => document.getElementById('menu')?.remove());
    expect(await places()).toEqual(before);
    await tab.page.close();
  });
});

/** As a library draws them that uses rows again for what is scrolled into sight. */
const SHUFFLED = [7, 2, 9, 0, 5, 3, 8, 1, 6, 4, 12, 10, 11];
const PLACED = `#list { height: 2000px } [role=row] { display: flex; height: 42px } [role=row] > * { flex: 0 0 260px }
  [role=rowgroup] { position: relative } [role=rowgroup] > * { position: absolute; left: 0; width: 1300px }`;

function visitGrid(): Promise<DeskPage> {
  const dossiers = SHUFFLED.flatMap((i) => DOSSIERS[i] ?? []);
  const rows = gridRows(dossiers, (dossier) => `transform: translateY(${DOSSIERS.indexOf(dossier) * 42}px)`);
  return visit(`<div role="grid">${row('columnheader', HEADS)}<div role="rowgroup">${rows}</div></div>`, PLACED);
}

describe('a deadline over each row, whatever their order in the document', () => {
  it('is over all that are seen, however far the page is scrolled', async () => {
    const tab = await visitGrid();
    await expectChips(tab, DOSSIERS.slice(0, 13));
    // The first row's upper edge is at 142 px.
    for (const [scrolled, first] of [
      [250, 3],
      [400, 6],
    ] as const) {
      await tab.page.evaluate((to) => window.scrollTo(0, to), scrolled);
      await tab.page.waitForTimeout(REST_MS);
      await expectChips(tab, DOSSIERS.slice(first, 13));
    }
    await tab.page.evaluate(() => window.scrollTo(0, 0));
    await tab.page.setViewportSize({ width: SCREEN.width, height: 480 });
    await expectChips(tab, DOSSIERS.slice(0, 8));
    await tab.page.close();
  });

  it('is over no other dossier for a single frame, where rows are put elsewhere without being moved in the tree', async () => {
    const tab = await visitGrid();
    await expectChips(tab, DOSSIERS.slice(0, 13));
    const right = Object.fromEntries(DOSSIERS.map((dossier) => [dossier.code, wordsFor(dossier)]));
    const watched = tab.overlay.evaluate<string[]>(`(async () => {
      const right = ${JSON.stringify(right)};
      const wrong = [];
      let shown = 0;
      const end = performance.now() + 4000;
      while (performance.now() < end) {
        await new Promise((frame) => requestAnimationFrame(frame));
        await new Promise((painted) => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = painted;
          port2.postMessage(0);
        });
        for (const { code, text } of ${CHIPS}) {
          shown += 1;
          if (right[code] !== text) wrong.push(code + ': ' + text);
        }
      }
      return shown === 0 ? ['nothing was ever shown'] : [...new Set(wrong)];
    })()`);
    await tab.page.evaluate(() => {
      const rows = [...document.querySelectorAll<HTMLElement>('[role=rowgroup] > *')];
      let frame = 0;
      const turn = () => {
        const [one, other] = [rows[frame % 11], rows[(frame % 11) + 2]];
        // So seldom that the chips come back in between; and in frames only: what stands there after one was painted.
        if (frame % 70 === 69 && one && other) {
          [one.style.transform, other.style.transform] = [other.style.transform, one.style.transform];
        }
        frame += 1;
        if (frame < 230) requestAnimationFrame(turn);
      };
      requestAnimationFrame(turn);
    });
    expect(await watched).toEqual([]);
    await expectChips(tab, DOSSIERS.slice(0, 13));
    await tab.page.close();
  });

  it('is over the rows of two lists beside each other', async () => {
    const listOf = (dossiers: readonly Dossier[]) => {
      const rows = dossiers.map(
        (dossier) =>
          `<tr>${cellsOf(dossier)
            .map((text) => `<td>${text}</td>`)
            .join('')}</tr>`,
      );
      const head = `<thead><tr>${HEADS.map((text) => `<th>${text}</th>`).join('')}</tr></thead>`;
      return tableOf([135, 180, 125, 125, 105], `${head}<tbody>${rows.join('')}</tbody>`);
    };
    const lists = [DOSSIERS.slice(0, 20), DOSSIERS.slice(20, 24)].map(listOf).join('');
    const css =
      '#list { display: flex; align-items: start; gap: 10px; font-size: 10px } #list table td { height: 50px }';
    const { page, overlay } = await visit(lists, css);
    const codes = async () => (await overlay.evaluate<Chip[]>(CHIPS))?.map(({ code }) => code) ?? [];
    await until('both have chips', async () => (await codes()).length > 14);
    for (const { code } of [...DOSSIERS.slice(0, 11), ...DOSSIERS.slice(20, 24)]) expect(await codes()).toContain(code);
    await page.close();
  });

  it('measures few rows of a long list', async () => {
    const { page, overlay } = await visit('<table><tbody></tbody></table>');
    const rows = Array.from({ length: 240 }, (_, i) => {
      const dossier = { ...(DOSSIERS[i % 30] as Dossier), code: `H23.18-261101-${2000 + i}` };
      return `<tr>${cellsOf(dossier)
        .map((text) => `<td>${text}</td>`)
        .join('')}</tr>`;
    });
    const head = `<thead><tr>${HEADS.map((text) => `<th>${text}</th>`).join('')}</tr></thead>`;
    await page.evaluate(
      (list) => {
        (document.getElementById('list') as HTMLElement).innerHTML = list;
      },
      tableOf([260, 260, 260, 260, 260], `${head}<tbody>${rows.join('')}</tbody>`),
    );
    const chips = async () => (await overlay.evaluate<Chip[]>(CHIPS))?.length ?? 0;
    await until('there are chips', async () => (await chips()) > 10);
    await overlay.evaluate(`(() => {
      const measure = Element.prototype.getBoundingClientRect;
      globalThis.measured = new Set();
      Element.prototype.getBoundingClientRect = function () {
        if (this.localName === 'tr') measured.add(this);
        return measure.call(this);
      };
    })()`);
    await page.evaluate(() => window.scrollBy(0, 4_000));
    await page.waitForTimeout(REST_MS);
    expect(await chips()).toBeGreaterThan(10);
    expect(await overlay.evaluate<number>('measured.size')).toBeLessThan(40);
    await page.close();
  });
});
