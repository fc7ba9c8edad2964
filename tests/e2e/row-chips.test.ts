import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { antd, framed, liferay, opencps } from '../pages/routes.ts';
import { Desk, SCREEN } from './harness/chromium.ts';
import type { Box, Overlay, Part } from './harness/overlay.ts';
import { remainingWords } from './harness/remaining-words.ts';
import { until } from './harness/steps.ts';
import { wholeMinute } from './harness/whole-minute.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** Longer than a scroll has to rest, and than changes are gathered. */
const REST_MS = 900;

/** Acts and looks in the very next frame, where the overlay lives: asked from outside, they may be back already. */
function chipsAfter(overlay: Overlay, act: string): Promise<number | undefined> {
  return overlay.evaluate(`(async () => {
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
    ${act};
    await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
    const chips = [...root.querySelectorAll('[data-part=row-chip]')];
    return chips.filter((chip) => chip.checkVisibility({ visibilityProperty: true })).length;
  })()`);
}

async function chipsOf(overlay: Overlay): Promise<readonly Part[]> {
  return (await overlay.parts()).filter(({ name }) => name === 'row-chip');
}

/** The frame in which the list stands; the page itself where there is none. */
function innermost(page: Page): Frame {
  return page.frames().at(-1) ?? page.mainFrame();
}

/** Longer than it takes to hide chips whose rows were moved. */
const STILL_MS = 120;

/** The chips once they stay where they are: a style sheet that comes late moves all rows of a list. */
async function untilDrawn(page: Page, overlay: Overlay): Promise<readonly Part[]> {
  await page.waitForLoadState('load');
  // All in one look: a page that is read once more hides them for a moment.
  let chips: readonly Part[] = [];
  await until('the chips are drawn', async () => {
    const before = await chipsOf(overlay);
    await page.waitForTimeout(STILL_MS);
    chips = await chipsOf(overlay);
    return chips.length > 0 && JSON.stringify(chips) === JSON.stringify(before);
  });
  return chips;
}

/** Finds the row that a person sees at a point of the tab, in frames and shadow roots too, and where its viewport begins. */
const ROW_AT = `function rowAt(x, y, inside = document, left = 0, top = 0) {
  const found = inside.elementFromPoint(x - left, y - top);
  const inner = found?.localName === 'iframe' ? found.contentDocument : null;
  const shadow = found?.shadowRoot ?? null;
  if (shadow !== null && shadow !== inside) return rowAt(x, y, shadow, left, top);
  if (inner === null) return { row: found?.closest('tr') ?? null, left, top };
  const box = found.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(found);
  const innerLeft = left + box.left + found.clientLeft + parseFloat(paddingLeft);
  return rowAt(x, y, inner, innerLeft, top + box.top + found.clientTop + parseFloat(paddingTop));
}`;

const UNDER = `({ x, y, width, height }) => {
  ${ROW_AT}
  const { row, left, top } = rowAt(x + width / 2, y + height / 2);
  if (!row) return { row: '', covers: 'no row' };
  const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
  const range = row.ownerDocument.createRange();
  let covers = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const isBeside = line.left + left < x + width && x < line.right + left;
      if (isBeside && line.top + top < y + height && y < line.bottom + top && node.nodeValue?.trim()) covers += node.nodeValue;
    }
  }
  return { row: row.textContent ?? '', covers };
}`;

/** What the page has under each chip: the text of the row, and whether any ink of it lies under the chip. */
function under(page: Page, chips: readonly Box[]): Promise<{ row: string; covers: string }[]> {
  return page.evaluate(`${JSON.stringify(chips)}.map(${UNDER})`);
}

function codeOf(row: string): string {
  return /H\d\d[\w.-]+-\d{4}/.exec(row)?.[0] ?? row;
}

/** What is said of each dossier, by its code. */
async function saidOf(page: Page, chips: readonly Part[]): Promise<Readonly<Record<string, string>>> {
  const rows = await under(page, chips);
  return Object.fromEntries(chips.map(({ text }, i) => [codeOf(rows[i]?.row ?? ''), text]));
}

/** Looks at every frame for a while, and until something is shown; answers the chips that say anything but what is right for the row under them. */
function wrongOnes(overlay: Overlay, right: Readonly<Record<string, string>>): Promise<string[] | undefined> {
  return overlay.evaluate(`(async () => {
    ${ROW_AT}
    const right = ${JSON.stringify(right)};
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
    const wrong = [];
    let shown = 0;
    const end = performance.now() + 4000;
    // A computer with other work besides shows the first of them late.
    const latest = end + 8000;
    while (performance.now() < (shown === 0 ? latest : end)) {
      const round = await new Promise((seen) => requestAnimationFrame(() => seen(document.body.dataset.round)));
      await new Promise((painted) => setTimeout(painted));
      // What the page changed since that frame has not been painted yet.
      if (document.body.dataset.round !== round) continue;
      for (const chip of root.querySelectorAll('[data-part="row-chip"]')) {
        if (!chip.checkVisibility({ visibilityProperty: true })) continue;
        const { x, y, width, height } = chip.getBoundingClientRect();
        const { row } = rowAt(x + width / 2, y + height / 2);
        const code = /H\\d\\d[\\w.-]+-\\d{4}/.exec(row?.textContent ?? '')?.[0] ?? 'no row';
        shown += 1;
        if (right[code] !== chip.textContent) wrong.push(code + ': ' + chip.textContent);
      }
    }
    if (shown === 0) wrong.push('nothing was ever shown');
    return wrong;
  })()`);
}

/** The words for the last date and time of the row that is printed behind `before`. */
function wordsFor(row: string, before: RegExp): string {
  const found = before.exec(row);
  const [day, month, year, time] = (found?.[1] ?? '').split(/[/ ]/);
  return remainingWords(`${year}-${month}-${day}T${time}`);
}

const DATE = String.raw`(\d\d/\d\d/\d{4} ?\d\d:\d\d)`;

/** High enough for all rows of a list, in a frame as well. */
const TALL = { width: SCREEN.width, height: 1_500 };

/** What is right for each row of a page's list. The screen is tall from then on, and the frames in it. */
async function allSaid(page: Page, overlay: Overlay): Promise<Readonly<Record<string, string>>> {
  await page.setViewportSize(TALL);
  await page.evaluate((height) => {
    for (const frame of document.querySelectorAll('iframe')) frame.style.height = `${height - 200}px`;
  }, TALL.height);
  await page.waitForTimeout(REST_MS);
  return saidOf(page, await untilDrawn(page, overlay));
}

/** Each chip is the deadline that its row prints, one a row, and lies on no text; so many of them at least count. */
async function expectOwnDeadlines(page: Page, overlay: Overlay, atLeast: number): Promise<void> {
  const chips = await untilDrawn(page, overlay);
  const seen = await under(page, chips);
  expect(seen.map(({ covers }) => covers).filter((text) => text !== '')).toEqual([]);
  expect(new Set(seen.map(({ row }) => row)).size).toBe(chips.length);
  const counted = chips.flatMap((chip, i) =>
    /^(Còn|Hôm nay|Quá hạn)/.test(chip.text) ? [{ text: chip.text, row: seen[i]?.row ?? '' }] : [],
  );
  expect(counted.length).toBeGreaterThanOrEqual(atLeast);
  for (const { row, text } of counted) {
    const dates = row.match(/\d\d\/\d\d\/\d{4}\s*\d\d:\d\d/g) ?? [];
    const words = dates.map((date) => wordsFor(date.replace(/(\d{4})\s*/, '$1 '), new RegExp(DATE)));
    expect(words).toContain(text);
  }
}

/** Lays a menu of the page over one row, and takes it away again: that chip alone goes, and comes back. */
async function coverOneRow(page: Page, overlay: Overlay): Promise<void> {
  const chips = await untilDrawn(page, overlay);
  const [, covered] = chips;
  await page.evaluate(({ y, height }) => {
    const menu = document.createElement('div');
    menu.id = 'menu';
    menu.style.cssText = `position: fixed; inset: ${y}px 0 auto 0; height: ${height}px; background: white; z-index: 9`;
    document.body.append(menu);
  }, covered as Box);
  const shown = async () => (await chipsOf(overlay)).map(({ y }) => y);
  await until('that chip alone is gone', async () => {
    const now = await shown();
    return now.length === chips.length - 1 && !now.includes(covered?.y ?? 0);
  });
  await page.evaluate(() => document.getElementById('menu')?.remove());
  await until('it is back', async () => (await shown()).includes(covered?.y ?? 0));
}

describe('a deadline over each row of a list', () => {
  it.each([
    ['opencps', opencps.list(), new RegExp(`.*?\\d{4} ?[\\d:]{8}\\s*?${DATE}`)],
    ['antd', antd.list(), new RegExp(`hẹn trả: ${DATE}`)],
    ['liferay', liferay.list(), new RegExp(`\\d\\d:\\d\\d\\s*${DATE}`)],
  ])('is the one of that row, and lies on no text (%s)', async (_, url) => {
    const { page, overlay } = await desk.visit(url);
    await expectOwnDeadlines(page, overlay, 3);
    await page.close();
  });

  it('lets every press through and says nothing to a screen reader', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    const [chip] = await untilDrawn(page, overlay);
    const hit = await page.evaluate(
      ({ x, y, width, height }) =>
        document.elementFromPoint(x + width / 2, y + height / 2)?.closest('td, th')?.localName,
      chip as Box,
    );
    expect(hit).toBe('td');
    const names = (await overlay.accessibleNames()).map(({ name }) => name);
    expect(names).not.toContain(chip?.text);
    await page.close();
  });

  it('goes at once when the page is scrolled, and comes back over the same dossiers', async () => {
    await wholeMinute();
    const { page, overlay } = await desk.visit(opencps.list());
    const before = await saidOf(page, await untilDrawn(page, overlay));
    expect(await chipsAfter(overlay, 'window.scrollBy(0, 40)')).toBe(0);
    await page.waitForTimeout(REST_MS);
    const after = await saidOf(page, await untilDrawn(page, overlay));
    for (const [code, text] of Object.entries(after)) if (code in before) expect(text).toBe(before[code]);
    await page.close();
  });

  it.each([
    ['a list', liferay.list()],
    ['a list in a frame', framed('liferay', liferay.list())],
  ])('is never on another dossier, whatever %s does with its rows', async (_, url) => {
    await wholeMinute();
    const { page, overlay } = await desk.visit(url);
    const right = await allSaid(page, overlay);
    // Rows are used again for other dossiers, as virtual lists do; shuffled; and pushed down by what opens above.
    await innermost(page).evaluate(() => {
      const body = document.querySelector('table:has(td a) tbody') as HTMLElement;
      const above = document.createElement('div');
      (body.closest('table') as HTMLElement).before(above);
      const page = (window.top as Window).document.body;
      let round = 0;
      const timer = setInterval(() => {
        const all = [...body.querySelectorAll('tr')].filter((row) => row.querySelector('td'));
        const [first, second] = [all[round % all.length], all[(round + 3) % all.length]];
        if (!first || !second) return;
        if (round % 3 === 0) {
          const kept = first.innerHTML;
          first.innerHTML = second.innerHTML;
          second.innerHTML = kept;
        } else if (round % 3 === 1) second.after(first);
        else above.style.height = `${round % 2 === 0 ? 0 : 31}px`;
        round += 1;
        page.dataset.round = `${round}`;
        if (round > 45) clearInterval(timer);
      }, 67);
    });
    expect(await wrongOnes(overlay, right)).toEqual([]);
    await page.close();
  });

  it.each([
    ['says', '[first.innerHTML, second.innerHTML] = [second.innerHTML, first.innerHTML];'],
    ['lies', 'second.after(first);'],
  ])(
    'is on no other dossier for a single frame, where a list %s otherwise right before it is painted',
    async (_, act) => {
      await wholeMinute();
      const { page, overlay } = await desk.visit(liferay.list());
      const right = await saidOf(page, await untilDrawn(page, overlay));
      await page.evaluate(`(() => {
      const body = document.querySelector('table:has(td a) tbody');
      let frame = 0;
      const turn = () => {
        const all = [...body.querySelectorAll('tr')].filter((row) => row.querySelector('td'));
        const [first, second] = [all[frame % 3], all[frame % 3 + 2]];
        // So seldom that the chips come back in between.
        if (frame % 40 === 0) { ${act} }
        frame += 1;
        if (frame < 200) requestAnimationFrame(turn);
      };
      requestAnimationFrame(turn);
    })()`);
      // It changes in frames only: after one, what stands there is what was painted.
      expect(await wrongOnes(overlay, right)).toEqual([]);
      await page.close();
    },
  );

  it('stays where it is while something else on the page keeps changing', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    await page.evaluate(() => {
      const clock = document.createElement('p');
      document.body.append(clock);
      setInterval(() => {
        clock.textContent = `${Date.now()}`;
      }, 100);
    });
    await page.waitForTimeout(400);
    const gone = await overlay.evaluate<number>(`(async () => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      let gone = 0;
      for (let frame = 0; frame < 60; frame += 1) {
        await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
        const chip = root.querySelector('[data-part="row-chip"]');
        if (!chip?.checkVisibility({ visibilityProperty: true })) gone += 1;
      }
      return gone;
    })()`);
    expect(gone).toBe(0);
    await page.close();
  });

  it('goes from a row that something lies over, and comes back when that has gone', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await coverOneRow(page, overlay);
    await page.close();
  });

  it('is only over what can be seen of a table that scrolls in its own box', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    const box = await page.evaluate(() => {
      const table = document.querySelector('table:has(td a)') as HTMLElement;
      const frame = document.createElement('div');
      frame.style.cssText = 'height: 160px; overflow: auto';
      table.before(frame);
      frame.append(table);
      for (const head of table.querySelectorAll('th'))
        head.style.cssText = 'position: sticky; top: 0; background: white';
      frame.scrollTop = 47;
      return frame.getBoundingClientRect().toJSON();
    });
    await page.waitForTimeout(REST_MS);
    const chips = await untilDrawn(page, overlay);
    expect(chips.length).toBeLessThan(6);
    const rows = await under(page, chips);
    for (const [i, chip] of chips.entries()) {
      expect(chip.y).toBeGreaterThanOrEqual(box.y);
      expect(chip.y + chip.height).toBeLessThanOrEqual(box.y + box.height);
      expect(rows[i]?.row).toMatch(/H\d\d/);
    }
    await page.close();
  });

  it('stands in a column that is seen, however far a wide table is scrolled sideways', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    const box = await page.evaluate(() => {
      const table = document.querySelector('table:has(td a)') as HTMLElement;
      const frame = document.createElement('div');
      frame.style.cssText = 'width: 700px; overflow: auto';
      table.style.width = '1700px';
      table.before(frame);
      frame.append(table);
      return frame.getBoundingClientRect().toJSON();
    });
    for (const left of [0, 350, 700, 1_000]) {
      await page.evaluate((to) => document.querySelector('div:has(> table td a)')?.scrollTo(to, 0), left);
      await page.waitForTimeout(REST_MS);
      const chips = await untilDrawn(page, overlay);
      expect(chips.length).toBeGreaterThan(4);
      for (const chip of chips) {
        expect(chip.x).toBeGreaterThanOrEqual(box.x);
        expect(chip.x + chip.width).toBeLessThanOrEqual(box.x + box.width);
      }
      for (const { row } of await under(page, chips)) expect(row).toMatch(/H\d\d/);
    }
    await page.close();
  });

  it('is away under a dialog of the page, on a narrow screen, on paper, and while the pill is folded', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    const isGone = () => until('the chips are gone', async () => (await chipsOf(overlay)).length === 0);
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.id = 'asks';
      dialog.textContent = 'Phiên làm việc sắp hết hạn (ví dụ).';
      document.body.append(dialog);
      dialog.showModal();
    });
    await isGone();
    await page.evaluate(() => (document.getElementById('asks') as HTMLDialogElement).close());
    await untilDrawn(page, overlay);
    await page.setViewportSize({ width: 640, height: 700 });
    await isGone();
    await page.setViewportSize(SCREEN);
    await untilDrawn(page, overlay);
    await page.emulateMedia({ media: 'print' });
    expect(await chipsOf(overlay)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await untilDrawn(page, overlay);
    await overlay.click('icon');
    await overlay.click('fold');
    await isGone();
    await overlay.click('icon');
    await untilDrawn(page, overlay);
    await page.close();
  });

  it.each([
    ['replaces its whole body', 'replace', 'practice:replaced'],
    ['opens its document anew', 'rewrite', 'practice:rewritten'],
  ])('comes back over the right rows after the page %s', async (_, variant, mark) => {
    const { page, overlay } = await desk.visit(opencps.list({ variant }));
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
    await page.waitForTimeout(REST_MS);
    const chips = await untilDrawn(page, overlay);
    const rows = await under(page, chips);
    expect(rows.map(({ covers }) => covers).join('')).toBe('');
    for (const [i, { text }] of chips.entries()) {
      if (text.startsWith('Quá hạn')) expect(rows[i]?.row).toMatch(/Quá \d/);
    }
    expect(await page.locator('than-thien').count()).toBe(1);
    await page.close();
  });

  it('goes with its copy of the extension when a newer one takes the page over', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    await page.evaluate(() => {
      document.querySelector('than-thien')?.remove();
      const newer = document.createElement('than-thien');
      newer.id = 'newer';
      newer.style.cssText = 'position: fixed; width: 220px; height: 44px';
      document.documentElement.append(newer);
    });
    await page.waitForTimeout(1_500);
    expect(await page.evaluate(() => [...document.querySelectorAll('than-thien')].map(({ id }) => id))).toEqual([
      'newer',
    ]);
    expect(await chipsOf(overlay)).toEqual([]);
    await page.close();
  });

  it('leaves the room of a screen at 200 % to the page; pill and card stay whole in it', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(page, overlay);
    const screen = { width: 683, height: 384 };
    await page.setViewportSize(screen);
    await until('the chips are gone', async () => (await chipsOf(overlay)).length === 0);
    if ((await overlay.find('details')) === undefined) await overlay.click('icon');
    for (const part of [await overlay.waitFor('details'), await overlay.waitFor('pill')]) {
      expect(part.x).toBeGreaterThanOrEqual(0);
      expect(part.y).toBeGreaterThanOrEqual(0);
      expect(part.x + part.width).toBeLessThanOrEqual(screen.width);
      expect(part.y + part.height).toBeLessThanOrEqual(screen.height);
    }
    await page.close();
  });
});

/** Of an invented frame: a border, a padding and a place of its own, none of them whole. */
const PLACED = 'border: 7.4px solid grey; padding: 11px 5.5px; margin: 30px 40.3px; width: 1270px; height: 430px';

async function visitFrame(source: string) {
  const { page, overlay } = await desk.visit(framed('liferay', source));
  await page.evaluate((css) => {
    const frame = document.querySelector('iframe') as HTMLElement;
    frame.style.cssText = css;
  }, PLACED);
  return { page, overlay };
}

describe('a deadline over each row of a list in a frame', () => {
  it.each([
    ['a frame with a border and a padding', liferay.list()],
    ['a frame in a frame', framed('liferay', liferay.list())],
  ])('is the one of that row, and lies on no text (%s)', async (_, source) => {
    const { page, overlay } = await visitFrame(source);
    await expectOwnDeadlines(page, overlay, 1);
    await page.close();
  });

  const LIST = "[...document.querySelectorAll('iframe')].at(-1).contentDocument";
  it.each([
    ['the frame', framed('liferay', liferay.list()), `${LIST}.defaultView.scrollBy(0, 40)`],
    ['a box in the frame', framed('liferay', liferay.list()), `${LIST}.getElementById('box').scrollBy(0, 40)`],
    ['the page around it', framed('liferay', liferay.list()), 'window.scrollBy(0, 40)'],
    [
      'the frame around its frame',
      framed('liferay', framed('liferay', liferay.list())),
      `${LIST}.defaultView.scrollBy(0, 40)`,
    ],
  ])('goes at once when %s is scrolled, and comes back over the same dossiers', async (_, url, scroll) => {
    await wholeMinute();
    const { page, overlay } = await desk.visit(url);
    await untilDrawn(page, overlay);
    await page.evaluate(() => {
      for (const frame of document.querySelectorAll('iframe')) frame.style.height = '500px';
      document.body.style.paddingBottom = '2000px';
    });
    await innermost(page).evaluate(() => {
      const table = document.querySelector('table:has(td a)') as HTMLElement;
      const box = document.createElement('div');
      box.id = 'box';
      box.style.cssText = 'height: 400px; overflow: auto';
      table.before(box);
      box.append(table);
      document.body.style.paddingBottom = '2000px';
      const spacer = document.createElement('p');
      spacer.style.height = '900px';
      box.append(spacer);
    });
    await page.waitForTimeout(REST_MS);
    const before = await saidOf(page, await untilDrawn(page, overlay));
    expect(await chipsAfter(overlay, scroll)).toBe(0);
    await page.waitForTimeout(REST_MS);
    const after = await saidOf(page, await untilDrawn(page, overlay));
    const both = Object.keys(after).filter((code) => code in before);
    expect(both.length).toBeGreaterThan(0);
    for (const code of both) expect(after[code]).toBe(before[code]);
    await page.close();
  });

  it.each([
    ['moved', 'marginTop', '71px'],
    ['made lower', 'height', '400px'],
    ['made narrower', 'width', '1200px'],
  ] as const)('goes at once when the frame is %s, and comes back over the same dossiers', async (_, what, to) => {
    await wholeMinute();
    const { page, overlay } = await visitFrame(liferay.list());
    const before = await saidOf(page, await untilDrawn(page, overlay));
    expect(await chipsAfter(overlay, `document.querySelector('iframe').style.${what} = '${to}'`)).toBe(0);
    await page.waitForTimeout(REST_MS);
    const after = await saidOf(page, await untilDrawn(page, overlay));
    for (const [code, text] of Object.entries(after)) {
      expect(before).toHaveProperty([code]);
      if (text !== '') expect(text).toBe(before[code]);
    }
    await page.close();
  });

  it('follows a frame that is moved without a change in the tree', async () => {
    await wholeMinute();
    const { page, overlay } = await visitFrame(liferay.list());
    const [first, ...others] = await untilDrawn(page, overlay);
    const before = await saidOf(page, [first as Part, ...others]);
    await page.evaluate(() => document.styleSheets[0]?.insertRule('iframe { position: relative; top: 57px }'));
    await until('they are at its new place', async () => (await chipsOf(overlay))[0]?.y === (first?.y ?? 0) + 57);
    expect(await saidOf(page, await untilDrawn(page, overlay))).toEqual(before);
    await page.close();
  });

  it('comes to rows that are scrolled to in the frame', async () => {
    const { page, overlay } = await visitFrame(liferay.list());
    await untilDrawn(page, overlay);
    // The first row is below the window then.
    await page.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLElement;
      frame.style.marginTop = '550px';
    });
    await until('the chips are gone', async () => (await chipsOf(overlay)).length === 0);
    await page.waitForTimeout(REST_MS);
    expect(await chipsOf(overlay)).toEqual([]);
    await innermost(page).evaluate(() => window.scrollBy(0, 200));
    const rows = await under(page, await untilDrawn(page, overlay));
    for (const { row } of rows) expect(row).toMatch(/H\d\d/);
    await page.close();
  });

  it('is only over what can be seen of the frame', async () => {
    const { page, overlay } = await visitFrame(liferay.list());
    await untilDrawn(page, overlay);
    await page.evaluate(() => {
      document.body.style.paddingBottom = '2000px';
    });
    // Cut off below by its own edge, above by the window's.
    for (const [height, scrolled] of [
      [330, 0],
      [430, 250],
    ] as const) {
      await page.evaluate(
        ({ height, scrolled }) => {
          const frame = document.querySelector('iframe') as HTMLElement;
          frame.style.height = `${height}px`;
          window.scrollTo(0, scrolled);
        },
        { height, scrolled },
      );
      await page.waitForTimeout(REST_MS);
      const chips = await untilDrawn(page, overlay);
      const frame = await page.evaluate(() => document.querySelector('iframe')?.getBoundingClientRect().toJSON());
      expect(chips.length).toBeLessThan(6);
      for (const [i, { row }] of (await under(page, chips)).entries()) {
        const { y, height: high } = chips[i] as Box;
        expect(row).toMatch(/H\d\d/);
        expect(y).toBeGreaterThanOrEqual(Math.max(0, frame.top));
        expect(y + high).toBeLessThanOrEqual(frame.bottom);
      }
    }
    await page.close();
  });

  it('goes from a row that something of the page lies over, and comes back when that has gone', async () => {
    const { page, overlay } = await visitFrame(liferay.list());
    await coverOneRow(page, overlay);
    await page.close();
  });

  it('is never on another dossier, whatever the page does with the frame', async () => {
    await wholeMinute();
    const { page, overlay } = await visitFrame(liferay.list());
    const right = await allSaid(page, overlay);
    await page.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      frame.style.height = '500px';
      let round = 0;
      const timer = setInterval(() => {
        if (round % 8 === 3) frame.contentWindow?.location.reload();
        else if (round % 8 === 7) frame.contentWindow?.scrollBy(0, round % 16 === 7 ? 37 : -37);
        else if (round % 2 === 0) frame.style.marginTop = `${round % 4 === 0 ? 31 : 62}px`;
        else frame.style.borderTopWidth = `${round % 4}px`;
        round += 1;
        document.body.dataset.round = `${round}`;
        if (round > 24) clearInterval(timer);
      }, 140);
    });
    expect(await wrongOnes(overlay, right)).toEqual([]);
    await page.close();
  });

  it.each([
    ['turned round', 'transform: rotate(180deg)'],
    ['mirrored', 'scale: -1 1'],
    ['made smaller', 'transform: scale(0.8)'],
    ['zoomed', 'zoom: 1.25'],
  ])('is not there where the frame is %s', async (_, style) => {
    const { page, overlay } = await visitFrame(liferay.list());
    await untilDrawn(page, overlay);
    await page.evaluate((css) => {
      (document.querySelector('iframe') as HTMLElement).style.cssText += `; ${css}`;
    }, style);
    await until('the chips are gone', async () => (await chipsOf(overlay)).length === 0);
    await page.waitForTimeout(REST_MS);
    expect(await chipsOf(overlay)).toEqual([]);
    await page.close();
  });

  it('is never on another dossier while another list comes into the frame, however slowly', async () => {
    await wholeMinute();
    const { page, overlay } = await visitFrame(liferay.list());
    const right = await allSaid(page, overlay);
    const list = await innermost(page).evaluate(() => {
      const copy = document.documentElement.cloneNode(true) as HTMLElement;
      for (const row of [...copy.querySelectorAll('tr:has(td a)')].reverse()) row.parentElement?.append(row);
      return copy.outerHTML;
    });
    // It is painted before it has come to its end.
    await page.route('**/nguoc', (route) => {
      const rest = '<script src="/cham.js"></script>';
      return route.fulfill({ contentType: 'text/html; charset=utf-8', body: `<!doctype html>${list}${rest}` });
    });
    await page.route('**/cham.js', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await route.fulfill({ contentType: 'text/javascript', body: '' });
    });
    await page.evaluate(() => {
      const frame = document.querySelector('iframe') as HTMLIFrameElement;
      frame.src = '/nguoc';
    });
    expect(await wrongOnes(overlay, right)).toEqual([]);
    await page.close();
  });

  it('goes with the list when the frame shows a dossier', async () => {
    const { page, overlay } = await visitFrame(liferay.list());
    await untilDrawn(page, overlay);
    await page.evaluate((url) => {
      (document.querySelector('iframe') as HTMLIFrameElement).src = url;
    }, liferay.detail('overdue'));
    await overlay.waitFor('chip', ({ text }) => text.startsWith('Quá hạn'));
    expect(await chipsOf(overlay)).toEqual([]);
    await page.close();
  });

  it('is away under a dialog of the frame', async () => {
    const { page, overlay } = await visitFrame(liferay.list());
    await untilDrawn(page, overlay);
    await innermost(page).evaluate(() => {
      const dialog = document.createElement('div');
      dialog.id = 'asks';
      dialog.setAttribute('aria-modal', 'true');
      dialog.textContent = 'Phiên làm việc sắp hết hạn (ví dụ).';
      document.body.append(dialog);
    });
    await until('the chips are gone', async () => (await chipsOf(overlay)).length === 0);
    await innermost(page).evaluate(() => document.getElementById('asks')?.remove());
    await untilDrawn(page, overlay);
    await page.close();
  });
});

describe('a deadline over each row of a list in a shadow root', () => {
  async function visitShadow() {
    const { page, overlay } = await desk.visit(liferay.list());
    await page.evaluate(() => {
      const table = document.querySelector('table:has(td a)') as HTMLElement;
      const host = document.createElement('so-mo');
      table.before(host);
      const root = host.attachShadow({ mode: 'open' });
      const box = document.createElement('div');
      box.id = 'box';
      box.style.cssText = 'height: 400px; overflow: auto';
      const space = document.createElement('p');
      space.style.height = '900px';
      const style = document.createElement('style');
      style.textContent = 'table { width: 100% } td { padding: 6px }';
      box.append(table, space);
      root.append(style, box);
    });
    await page.waitForTimeout(REST_MS);
    return { page, overlay };
  }

  it('is the one of that row, goes at once when it is scrolled in there, and comes back', async () => {
    await wholeMinute();
    const { page, overlay } = await visitShadow();
    const before = await saidOf(page, await untilDrawn(page, overlay));
    for (const code of Object.keys(before)) expect(code).toMatch(/^H\d\d/);
    const scroll = "document.querySelector('so-mo').shadowRoot.getElementById('box').scrollBy(0, 40)";
    expect(await chipsAfter(overlay, scroll)).toBe(0);
    const after = await saidOf(page, await untilDrawn(page, overlay));
    const both = Object.keys(after).filter((code) => code in before);
    expect(both.length).toBeGreaterThan(0);
    for (const code of both) expect(after[code]).toBe(before[code]);
    await page.close();
  });

  it('goes from a row that something outside lies over', async () => {
    const { page, overlay } = await visitShadow();
    const [covered] = await untilDrawn(page, overlay);
    await page.evaluate(({ y, height }) => {
      const menu = document.createElement('div');
      menu.style.cssText = `position: fixed; inset: ${y}px 0 auto 0; height: ${height}px; background: white; z-index: 9`;
      document.body.append(menu);
    }, covered as Box);
    await until('that chip alone is gone', async () => {
      const now = (await chipsOf(overlay)).map(({ y }) => y);
      return now.length > 0 && !now.includes(covered?.y ?? 0);
    });
    await page.close();
  });
});
