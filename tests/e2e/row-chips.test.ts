import { createWorkingCalendar, remaining, wallMinuteAt } from 'checklist-core/deadline';
import { remainingInVietnamese } from 'checklist-core/vn';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { vnOffice } from '../../src/rules/calendars/index.ts';
import { antd, liferay, opencps } from '../pages/routes.ts';
import { Desk, SCREEN } from './harness/chromium.ts';
import type { Box, Overlay, Part } from './harness/overlay.ts';
import { until } from './harness/steps.ts';

const calendar = createWorkingCalendar(vnOffice);
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** Longer than a scroll has to rest, and than changes are gathered. */
const REST_MS = 900;

/** Scrolls and looks in the very next frame, where the overlay lives: asked from outside, they may be back already. */
const SCROLLED = `(async () => {
  const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
  window.scrollBy(0, 40);
  await new Promise((painted) => requestAnimationFrame(() => setTimeout(painted)));
  const chips = [...root.querySelectorAll('[data-part=row-chip]')];
  return chips.filter((chip) => chip.checkVisibility({ visibilityProperty: true })).length;
})()`;

async function chipsOf(overlay: Overlay): Promise<readonly Part[]> {
  return (await overlay.parts()).filter(({ name }) => name === 'row-chip');
}

async function untilDrawn(overlay: Overlay): Promise<readonly Part[]> {
  // All in one look: a page that is read once more hides them for a moment.
  let chips: readonly Part[] = [];
  await until('the chips are drawn', async () => {
    chips = await chipsOf(overlay);
    return chips.length > 0;
  });
  return chips;
}

/** What the page has under each chip: the text of the row, and whether any ink of it lies under the chip. */
function under(page: Page, chips: readonly Box[]): Promise<{ row: string; covers: string }[]> {
  return page.evaluate(
    (boxes) =>
      boxes.map(({ x, y, width, height }) => {
        const row = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('tr');
        if (!row) return { row: '', covers: 'no row' };
        const walker = document.createTreeWalker(row, NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        let covers = '';
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          range.selectNodeContents(node);
          for (const line of range.getClientRects()) {
            const isUnder = line.left < x + width && x < line.right && line.top < y + height && y < line.bottom;
            if (isUnder && node.nodeValue?.trim()) covers += node.nodeValue;
          }
        }
        return { row: row.textContent ?? '', covers };
      }),
    [...chips],
  );
}

/** The words for the last date and time of the row that is printed behind `before`. */
function wordsFor(row: string, before: RegExp): string {
  const found = before.exec(row);
  const [day, month, year, time] = (found?.[1] ?? '').split(/[/ ]/);
  const due = `${year}-${month}-${day}T${time}`;
  const now = wallMinuteAt(Date.now(), calendar.offsetMinutes);
  return remainingInVietnamese(remaining(calendar, { due, paused: false, now }), calendar);
}

const DATE = String.raw`(\d\d/\d\d/\d{4} ?\d\d:\d\d)`;

describe('a deadline over each row of a list', () => {
  it.each([
    ['opencps', opencps.list(), new RegExp(`.*?\\d{4} ?[\\d:]{8}\\s*?${DATE}`)],
    ['antd', antd.list(), new RegExp(`hẹn trả: ${DATE}`)],
    ['liferay', liferay.list(), new RegExp(`\\d\\d:\\d\\d\\s*${DATE}`)],
  ])('is the one of that row, and lies on no text (%s)', async (_, url) => {
    const { page, overlay } = await desk.visit(url);
    const chips = await untilDrawn(overlay);
    const seen = await under(page, chips);
    expect(seen.map(({ covers }) => covers).filter((text) => text !== '')).toEqual([]);
    expect(new Set(seen.map(({ row }) => row)).size).toBe(chips.length);
    const counted = chips.flatMap((chip, i) =>
      /^(Còn|Hôm nay|Quá hạn)/.test(chip.text) ? [{ text: chip.text, row: seen[i]?.row ?? '' }] : [],
    );
    expect(counted.length).toBeGreaterThanOrEqual(3);
    for (const { row, text } of counted) {
      const dates = row.match(/\d\d\/\d\d\/\d{4}\s*\d\d:\d\d/g) ?? [];
      const words = dates.map((date) => wordsFor(date.replace(/(\d{4})\s*/, '$1 '), new RegExp(DATE)));
      expect(words).toContain(text);
    }
    await page.close();
  });

  it('lets every press through and says nothing to a screen reader', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    const [chip] = await untilDrawn(overlay);
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
    const { page, overlay } = await desk.visit(opencps.list());
    const before = await untilDrawn(overlay);
    const rows = await under(page, before);
    expect(await overlay.evaluate<number>(SCROLLED)).toBe(0);
    await page.waitForTimeout(REST_MS);
    const after = await untilDrawn(overlay);
    const rowsNow = await under(page, after);
    for (const [i, { text }] of before.entries()) {
      const at = rowsNow.findIndex(({ row }) => row === rows[i]?.row);
      if (at >= 0) expect(after[at]?.text).toBe(text);
    }
    await page.close();
  });

  it('is never on another dossier, whatever a list does with its rows', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    const chips = await untilDrawn(overlay);
    const rows = await under(page, chips);
    const codeOf = (row: string) => /H\d\d[\w.-]+-\d{4}/.exec(row)?.[0] ?? row;
    const right = Object.fromEntries(chips.map(({ text }, i) => [codeOf(rows[i]?.row ?? ''), text]));
    // Rows are used again for other dossiers, as virtual lists do; shuffled; and pushed down by what opens above.
    await page.evaluate(() => {
      const body = document.querySelector('table:has(td a) tbody') as HTMLElement;
      const above = document.createElement('div');
      (body.closest('table') as HTMLElement).before(above);
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
        document.body.dataset.round = `${round}`;
        if (round > 45) clearInterval(timer);
      }, 67);
    });
    const wrong = await overlay.evaluate<string[]>(`(async () => {
      const right = ${JSON.stringify(right)};
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      const wrong = [];
      let shown = 0;
      const end = performance.now() + 4000;
      while (performance.now() < end) {
        const round = await new Promise((seen) => requestAnimationFrame(() => seen(document.body.dataset.round)));
        await new Promise((painted) => setTimeout(painted));
        // What the page changed since that frame has not been painted yet.
        if (document.body.dataset.round !== round) continue;
        for (const chip of root.querySelectorAll('[data-part="row-chip"]')) {
          if (!chip.checkVisibility({ visibilityProperty: true })) continue;
          const { x, y, width, height } = chip.getBoundingClientRect();
          const row = document.elementFromPoint(x + width / 2, y + height / 2)?.closest('tr');
          const code = /H\\d\\d[\\w.-]+-\\d{4}/.exec(row?.textContent ?? '')?.[0] ?? 'no row';
          shown += 1;
          if (right[code] !== chip.textContent) wrong.push(code + ': ' + chip.textContent);
        }
      }
      if (shown === 0) wrong.push('nothing was ever shown');
      return wrong;
    })()`);
    expect(wrong).toEqual([]);
    await page.close();
  });

  it('stays where it is while something else on the page keeps changing', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(overlay);
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
    const chips = await untilDrawn(overlay);
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
    await page.close();
  });

  it('is only over what can be seen of a table that scrolls in its own box', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(overlay);
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
    const chips = await untilDrawn(overlay);
    expect(chips.length).toBeLessThan(6);
    const rows = await under(page, chips);
    for (const [i, chip] of chips.entries()) {
      expect(chip.y).toBeGreaterThanOrEqual(box.y);
      expect(chip.y + chip.height).toBeLessThanOrEqual(box.y + box.height);
      expect(rows[i]?.row).toMatch(/H\d\d/);
    }
    await page.close();
  });

  it('is away under a dialog of the page, on a narrow screen, on paper, and while the pill is folded', async () => {
    const { page, overlay } = await desk.visit(liferay.list());
    await untilDrawn(overlay);
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
    await untilDrawn(overlay);
    await page.setViewportSize({ width: 640, height: 700 });
    await isGone();
    await page.setViewportSize(SCREEN);
    await untilDrawn(overlay);
    await page.emulateMedia({ media: 'print' });
    expect(await chipsOf(overlay)).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await untilDrawn(overlay);
    await overlay.click('icon');
    await overlay.click('fold');
    await isGone();
    await overlay.click('icon');
    await untilDrawn(overlay);
    await page.close();
  });

  it.each([
    ['replaces its whole body', 'replace', 'practice:replaced'],
    ['opens its document anew', 'rewrite', 'practice:rewritten'],
  ])('comes back over the right rows after the page %s', async (_, variant, mark) => {
    const { page, overlay } = await desk.visit(opencps.list({ variant }));
    await page.waitForFunction((name) => performance.getEntriesByName(name).length > 0, mark);
    await page.waitForTimeout(REST_MS);
    const chips = await untilDrawn(overlay);
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
    await untilDrawn(overlay);
    await page.evaluate(() => {
      document.querySelector('than-thien')?.remove();
      const newer = document.createElement('than-thien');
      newer.id = 'newer';
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
    await untilDrawn(overlay);
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
