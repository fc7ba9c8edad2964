import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lintProfile, parseProfile } from 'page-reader/profile';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../src/platform/i18n.ts';
import { odd, opencps } from '../pages/routes.ts';
import { axeFaults } from './harness/axe.ts';
import { SCREEN } from './harness/chromium.ts';
import { FirefoxDesk, type FirefoxPart } from './harness/firefox.ts';
import { panelMisfits, TARGET_PX } from './harness/panel-misfits.ts';
import { inkOf } from './harness/printed-ink.ts';
import { putInScrollingBox } from './harness/scrolling-box.ts';
import { until } from './harness/steps.ts';
import { panelPage } from './panel-page/bundle.ts';

/*
 * Pages with labels that nobody has seen, taught in Firefox: what is kept are words of the office, nothing that the page
 * prints.
 */

/** What the odd page prints of the invented applicant. */
const APPLICANT = ['NGUYỄN VĂN VÍ DỤ', '0900 000 000', '12/03/2001', '2001-03-12'];
/** Codes, days and times, as pages of dossiers print them and as we write them. */
const VALUES = /\d{2}\/\d{2}\/\d{4}|\d{4}-\d{2}-\d{2}|\d{6}-\d{4}|\d{2}:\d{2}/;
/** A page that is not recognised is asked about after two seconds. */
const LONGER_THAN_PATIENCE_MS = 3_000;
/** Looks in a row at which a part must lie where it lay before it is pressed: the panel grows with what it learns. */
const STILL_LOOKS = 2;
/** How far the middle of an outline is from that of its value, for its own edge. */
const EDGE = 5;

let desk: FirefoxDesk;
/** A page of ours, for what the browser keeps for us. */
let ours: Page;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
  ours = await desk.extensionPage('src/popup/index.html');
});
afterAll(() => desk.close());
afterEach(async () => {
  const others = (await desk.browser.pages()).filter((page) => page !== ours);
  await Promise.all(others.map((page) => page.close()));
  await ours.evaluate(() => chrome.storage.local.clear());
});

function isRead({ text }: FirefoxPart): boolean {
  return text !== '' && !text.startsWith('Đang đọc');
}

async function press(page: Page, name: string, id?: string): Promise<void> {
  const read = () => desk.waitFor(page, name, (part) => id === undefined || part.id === id);
  let part = await read();
  for (let still = 0; still < STILL_LOOKS; ) {
    const now = await read();
    still = now.x === part.x && now.y === part.y ? still + 1 : 0;
    part = now;
  }
  await page.mouse.click(part.x, part.y);
}

/** Asks for the picker as the overlay's own button does. */
async function teach(page: Page): Promise<void> {
  await page.bringToFront();
  await ours.evaluate(async (url) => {
    const [tab] = await chrome.tabs.query({ url, active: true });
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? 0 },
      func: () => chrome.runtime.sendMessage({ type: 'teach', body: {} }),
    });
  }, page.url());
  await desk.waitFor(page, 'picker');
}

/** A page of the odd system with the picker over it. */
async function openPicker(url: string): Promise<Page> {
  const page = await desk.visit(url);
  await teach(page);
  return page;
}

async function atTheCode(url = odd.detail('dueInAnHour')): Promise<Page> {
  const page = await openPicker(url);
  await press(page, 'picker-kind', 'detail');
  await asks(page, 'Mã hồ sơ');
  return page;
}

function valueBeside(label: string): string {
  return `::-p-xpath(//dt[.="${label}"]/following-sibling::dd[1])`;
}

async function asks(page: Page, fact: string): Promise<void> {
  await desk.waitFor(page, 'picker', ({ text }) => text.startsWith(`${fact} nằm ở đâu?`));
}

/** Presses the page itself where the value of a label begins. */
async function pointAt(page: Page, label: string): Promise<void> {
  const at = await page.$eval(valueBeside(label), (value) => {
    const { x, y, height } = value.getBoundingClientRect();
    return { x: x + 30, y: y + height / 2 };
  });
  await page.mouse.click(at.x, at.y);
}

async function pointAtAll(page: Page): Promise<void> {
  for (const [fact, label] of QUESTIONS) {
    await asks(page, fact);
    await pointAt(page, label);
  }
}

/** What is asked of every page, and the odd system's own label for it. */
const QUESTIONS = [
  ['Mã hồ sơ', 'Mã theo dõi nội bộ'],
  ['Ngày tiếp nhận', 'Ngày vào sổ'],
  ['Ngày hẹn trả', 'Ngày xong việc'],
  ['Tên thủ tục', 'Loại việc'],
] as const;

function printed(page: Page, label: string): Promise<string> {
  return page.$eval(valueBeside(label), (value) => value.textContent ?? '');
}

function heard(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, '__heard') as number);
}

function elementsOf(page: Page, selector: string): Promise<number> {
  return page.$$eval(selector, ({ length }) => length);
}

async function pickerGone(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector('than-thien-picker') === null);
}

interface KeptPortal {
  readonly id: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly pages: readonly { readonly kind: string }[];
}

async function kept(): Promise<readonly KeptPortal[]> {
  const { portals } = await ours.evaluate(() => chrome.storage.local.get('portals'));
  return (portals as { profiles?: KeptPortal[] } | undefined)?.profiles ?? [];
}

function allStored(): Promise<string> {
  return ours.evaluate(async () => JSON.stringify(await chrome.storage.local.get()));
}

/** What BiDi can do and puppeteer has no word for. */
interface Bidi {
  readonly connection: {
    send(method: string, params: object): Promise<{ result: { nodes?: unknown[]; result?: { value?: unknown } } }>;
  };
}

async function bidi(page: Page, method: string, params: object) {
  const { connection } = desk.browser as unknown as Bidi;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  return (await connection.send(method, { context, target: { context }, awaitPromise: false, ...params })).result;
}

/** Index of the place that the keyboard is at. */
async function focusedPlace(page: Page): Promise<number> {
  const places = (await desk.parts(page)).filter(({ name }) => name === 'spot');
  const { result } = await bidi(page, 'script.callFunction', {
    functionDeclaration: "(...places) => places.findIndex((place) => place.matches(':focus'))",
    arguments: places.map(({ sharedId }) => ({ sharedId })),
  });
  return Number(result?.value);
}

/** How many buttons in the card a screen reader would call so. */
async function buttonsNamed(page: Page, name: string): Promise<number> {
  const { sharedId } = await desk.waitFor(page, 'picker');
  const { nodes = [] } = await bidi(page, 'browsingContext.locateNodes', {
    locator: { type: 'accessibility', value: { role: 'button', name } },
    startNodes: [{ sharedId }],
  });
  return nodes.length;
}

describe('teaching a page in Firefox', () => {
  it('by mouse: sees what will be read, and labels are kept, no value; they go into a file as they are', async () => {
    const page = await openPicker(odd.detail('dueInAnHour'));
    await desk.waitGone(page, 'pill');
    const before = await heard(page);
    const [code, due] = [await printed(page, 'Mã theo dõi nội bộ'), await printed(page, 'Ngày xong việc')];
    await press(page, 'picker-kind', 'detail');
    await pointAtAll(page);
    const { text } = await desk.waitFor(page, 'facts');
    expect(text).toContain(code);
    expect(text).toContain(due);
    await press(page, 'save');
    await desk.waitFor(page, 'picker-saved', (part) => part.text === 'Đã ghi trên máy này.');
    await press(page, 'done');
    await pickerGone(page);
    expect(await heard(page)).toBe(before);

    await desk.waitFor(page, 'chip', isRead);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await desk.waitFor(page, 'chip', isRead);
    await page.goto(odd.detail('overdue'), { waitUntil: 'domcontentloaded' });
    await desk.waitFor(page, 'chip', (chip) => chip.text.startsWith('Quá hạn'));

    const [profile] = await kept();
    expect(profile?.labels).toEqual({
      code: ['Mã theo dõi nội bộ'],
      received: ['Ngày vào sổ'],
      due: ['Ngày xong việc'],
      procedureName: ['Loại việc'],
    });
    expect(profile?.pages.map(({ kind }) => kind)).toEqual(['detail']);
    const parsed = parseProfile(profile);
    expect(parsed.ok && lintProfile(parsed.profile)).toEqual([]);
    for (const value of [code, due, ...APPLICANT]) expect(JSON.stringify(profile)).not.toContain(value);

    const file = await savedProfile(profile?.id ?? '');
    expect(file.name).toBe(`${profile?.id}.portal.json`);
    expect(JSON.parse(file.text)).toEqual(profile);
    expect(file.text).not.toMatch(VALUES);
    for (const value of [code, due, ...APPLICANT]) expect(file.text).not.toContain(value);
  });

  /** The file that the health page saves of a profile of this computer. */
  async function savedProfile(id: string): Promise<{ name: string; text: string }> {
    const health = await desk.extensionPage('src/settings/health/index.html');
    await (await health.waitForSelector(`[data-portal="${id}"] [data-part=export]`))?.click();
    const find = async () => (await readdir(desk.saved).catch(() => [])).find((name) => name.endsWith('.portal.json'));
    const read = async () => readFile(join(desk.saved, (await find()) ?? ''), 'utf8').catch(() => '');
    await until('the file is saved', async () => (await read()).endsWith('}\n'));
    const saved = { name: (await find()) ?? '', text: await read() };
    await health.close();
    return saved;
  }

  it('by keyboard alone: arrows walk the places, Enter picks, a voice hears number and label', async () => {
    const page = await openPicker(odd.detail('dueInAnHour'));
    const strike = (key: 'Enter' | 'ArrowDown' | 'ArrowUp') => page.keyboard.press(key);
    const isAt = (place: number) => until(`place ${place + 1}`, async () => (await focusedPlace(page)) === place);
    await strike('Enter');
    await asks(page, 'Mã hồ sơ');
    await strike('Enter');
    await asks(page, 'Ngày tiếp nhận');
    await isAt(0);
    expect(await buttonsNamed(page, 'Ô thứ 1 trong 2, nhãn: Ngày vào sổ')).toBe(1);
    expect(await buttonsNamed(page, 'Ô thứ 2 trong 2, nhãn: Ngày xong việc')).toBe(1);
    expect(await buttonsNamed(page, 'Ô thứ 3 trong 3, nhãn: Ngày sinh')).toBe(0);
    await strike('ArrowDown');
    await isAt(1);
    await strike('ArrowDown');
    await isAt(0);
    await strike('ArrowUp');
    await isAt(1);
    await strike('ArrowUp');
    await strike('Enter');
    await asks(page, 'Ngày hẹn trả');
    await strike('Enter');
    await asks(page, 'Tên thủ tục');
    await strike('Enter');
    await desk.waitFor(page, 'facts');
    await strike('Enter');
    await desk.waitFor(page, 'picker-saved');
    await strike('Enter');
    await pickerGone(page);
    await desk.waitFor(page, 'chip', isRead);
    const [profile] = await kept();
    expect([profile?.labels.received, profile?.labels.due]).toEqual([['Ngày vào sổ'], ['Ngày xong việc']]);
  });

  it('by a cell of a list: its whole column is learnt, and every row gets its deadline', async () => {
    const page = await openPicker(odd.list());
    await press(page, 'picker-kind', 'list');
    const columns = [1, 4, 5, 3];
    for (const [at, [fact]] of QUESTIONS.entries()) {
      await asks(page, fact);
      const cell = await page.waitForSelector(`tbody tr:nth-child(3) td:nth-child(${columns[at]})`);
      const box = await cell?.boundingBox();
      await page.mouse.click((box?.x ?? 0) + 20, (box?.y ?? 0) + (box?.height ?? 0) / 2);
    }
    await desk.waitFor(page, 'facts');
    await press(page, 'save');
    await desk.waitFor(page, 'picker-saved');
    await press(page, 'done');
    await everyRowHasItsDeadline(page);
    expect((await kept())[0]?.labels.due).toEqual(['Ngày xong việc']);
  });

  /** Every row that prints an appointment has a chip beside it. */
  async function everyRowHasItsDeadline(page: Page): Promise<void> {
    const rows = await page.$$eval('tbody tr', (all) =>
      all.map((row) => ({
        hasDue: row.lastElementChild?.textContent !== '',
        top: row.getBoundingClientRect().top,
        bottom: row.getBoundingClientRect().bottom,
      })),
    );
    const expected = rows.map(({ hasDue }) => (hasDue ? 1 : 0));
    expect(expected.filter((due) => due === 1).length).toBeGreaterThan(3);
    const chipsOfRows = async () => {
      const chips = (await desk.parts(page)).filter(({ name }) => name === 'row-chip');
      return rows.map(({ top, bottom }) => chips.filter(({ y }) => y > top && y < bottom).length);
    };
    await expect.poll(chipsOfRows, { timeout: 8_000 }).toEqual(expected);
  }

  it('in a modal dialog of the page', async () => {
    const page = await atTheCode(odd.dialog('dueInAnHour'));
    await pointAt(page, 'Mã theo dõi nội bộ');
    await asks(page, 'Ngày tiếp nhận');
    await pointAt(page, 'Ngày vào sổ');
    await asks(page, 'Ngày hẹn trả');
    await page.keyboard.press('Escape');
    await pickerGone(page);
    expect(await elementsOf(page, 'dialog[open]')).toBe(1);
    await teach(page);
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await pickerGone(page);
    expect(await kept()).toEqual([]);
  });
});

describe('a page that changes while it is taught in Firefox', () => {
  it('its body replaced: the places are those of the new one', async () => {
    const page = await atTheCode();
    const before = await desk.waitFor(page, 'outline');
    await page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      body.style.paddingTop = '60px';
      document.body.replaceWith(body);
    });
    const after = await desk.waitFor(page, 'outline', ({ y }) => y !== before.y);
    expect(after.y - before.y).toBeCloseTo(60, 0);
    await pointAt(page, 'Mã theo dõi nội bộ');
    await asks(page, 'Ngày tiếp nhận');
    await page.keyboard.press('Escape');
    await pickerGone(page);
  });

  it('its document opened anew: the lesson ends, and the overlay is back', async () => {
    const page = await atTheCode();
    await page.evaluate(() => {
      const whole = document.head.outerHTML + document.body.outerHTML;
      document.open();
      document.write(whole);
      document.close();
    });
    await pickerGone(page);
    await desk.waitFor(page, 'pill');
    expect(await elementsOf(page, 'than-thien')).toBe(1);
  });

  it('printed: nothing of the lesson is on paper', async () => {
    const page = await atTheCode();
    const withUs = inkOf(await page.pdf());
    await desk.waitFor(page, 'picker');
    await page.evaluate(() => document.querySelector('than-thien-picker')?.remove());
    expect(inkOf(await page.pdf())).toEqual(withUs);
    await page.evaluate(() => document.body.append('Dấu'));
    expect(inkOf(await page.pdf())).not.toEqual(withUs);
  });

  it('enlarged to 200 %: the card is whole, and the places can be pressed', async () => {
    const page = await atTheCode();
    const width = Math.floor(SCREEN.width / 2);
    const height = Math.floor(SCREEN.height / 2);
    await page.setViewport({ width, height });
    const card = await desk.waitFor(page, 'picker', (part) => part.width <= width && part.height <= height);
    expect(card.x - card.width / 2).toBeGreaterThanOrEqual(0);
    expect(card.y - card.height / 2).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width / 2).toBeLessThanOrEqual(width);
    expect(card.y + card.height / 2).toBeLessThanOrEqual(height);
    await press(page, 'spot');
    await asks(page, 'Ngày tiếp nhận');
  });
});

describe('a dossier in a part of the page that scrolls, in Firefox', () => {
  /** Middle of the code, which only the page itself can find in there. */
  function codeAt(page: Page): Promise<{ x: number; y: number }> {
    return page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(Reflect.get(window, '__code') as Element);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
  }

  function isInBox(page: Page): Promise<boolean> {
    return page.evaluate(() => {
      const [box, code] = ['__box', '__code'].map((name) => Reflect.get(window, name) as Element);
      const [outer, inner] = [box?.getBoundingClientRect(), code?.getBoundingClientRect()];
      return outer !== undefined && inner !== undefined && inner.top >= outer.top && inner.bottom <= outer.bottom;
    });
  }

  async function roll(page: Page, by: number): Promise<void> {
    await page.evaluate((px) => (Reflect.get(window, '__box') as Element).scrollBy(0, px), by);
  }

  async function liesOverCode(page: Page): Promise<void> {
    const code = await codeAt(page);
    const isOver = ({ x, y }: FirefoxPart) => Math.abs(x - code.x) < EDGE && Math.abs(y - code.y) < EDGE;
    await desk.waitFor(page, 'outline', isOver);
  }

  it.each([
    ['a box', false],
    ['a box in a closed shadow root', true],
  ])('%s: outlines follow, go with what is scrolled away, and are picked where they stand', async (_name, isSealed) => {
    const page = await desk.visit(odd.detail('dueInAnHour'));
    await page.evaluate(putInScrollingBox, isSealed);
    await roll(page, 120);
    await teach(page);
    await press(page, 'picker-kind', 'detail');
    await asks(page, 'Mã hồ sơ');
    await liesOverCode(page);
    expect(await isInBox(page)).toBe(true);
    const before = await codeAt(page);
    await roll(page, 40);
    expect((await codeAt(page)).y).toBeCloseTo(before.y - 40, 0);
    await liesOverCode(page);
    await roll(page, 60);
    await desk.waitGone(page, 'outline');
    await page.mouse.move(before.x, before.y);
    await page.mouse.wheel({ deltaY: -1_000 });
    await liesOverCode(page);
    const code = await codeAt(page);
    await page.mouse.click(code.x, code.y);
    await asks(page, 'Ngày tiếp nhận');
  });
});

describe('what is never taken, in Firefox', () => {
  it('the applicant: said kindly, nothing kept, nothing heard by the page', async () => {
    const page = await openPicker(odd.detail('dueInAnHour'));
    const [stored, before] = [await allStored(), await heard(page)];
    for (const label of ['Chủ hồ sơ', 'Điện thoại', 'Ngày sinh']) {
      await press(page, 'picker-kind', 'detail');
      await asks(page, 'Mã hồ sơ');
      await desk.waitGone(page, 'refusal');
      await pointAt(page, label);
      await desk.waitFor(page, 'refusal', ({ text }) => text.includes('thông tin của người dân'));
      await press(page, 'back');
    }
    await press(page, 'picker-kind', 'detail');
    await press(page, 'absent');
    await asks(page, 'Ngày tiếp nhận');
    await pointAt(page, 'Ngày sinh');
    await desk.waitFor(page, 'refusal', ({ text }) => text.includes('Không bao giờ đọc ô này'));
    const field = await (await page.waitForSelector('main input'))?.boundingBox();
    await page.mouse.click((field?.x ?? 0) + 20, (field?.y ?? 0) + 8);
    await desk.waitFor(page, 'refusal', ({ text }) => text.includes('đang để nhập'));
    await page.keyboard.press('Escape');
    await pickerGone(page);
    expect(await allStored()).toBe(stored);
    expect(await heard(page)).toBe(before);
  });
});

describe('what the official says a page is, in Firefox', () => {
  /** As the popup's button does it. */
  async function askWhatPage(page: Page): Promise<void> {
    await page.bringToFront();
    const ask = () =>
      ours.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url, active: true });
        return chrome.tabs.sendMessage(tab?.id ?? 0, { type: 'ask-page' }).then(
          () => true,
          () => false,
        );
      }, page.url());
    await until('the page hears it', ask);
    await desk.waitFor(page, 'page-kind');
  }

  async function isList(page: Page): Promise<void> {
    await desk.waitFor(page, 'waiting');
    expect((await desk.parts(page)).map(({ name }) => name)).not.toContain('what-page');
  }

  it('holds after a reload and for every page like this one, and for no other', async () => {
    const page = await desk.visit(odd.detail('dueInAnHour'));
    await askWhatPage(page);
    await press(page, 'page-kind', 'list');
    await isList(page);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await isList(page);
    await page.goto(odd.detail('overdue'), { waitUntil: 'domcontentloaded' });
    await isList(page);
    await page.goto(opencps.unknown(), { waitUntil: 'domcontentloaded' });
    await askWhatPage(page);
    expect((await desk.parts(page)).map(({ name }) => name)).not.toContain('waiting');
    expect(await allStored()).not.toMatch(/noi-bo|phieu/);
  });

  it('that it is none of the desk: nothing of ours is on its siblings, until it is asked for', async () => {
    const page = await desk.visit(odd.detail('dueInAnHour'));
    await askWhatPage(page);
    await press(page, 'page-kind', 'other');
    await desk.waitGone(page, 'page-kind');
    await page.goto(odd.detail('overdue'), { waitUntil: 'domcontentloaded' });
    await new Promise((done) => setTimeout(done, LONGER_THAN_PATIENCE_MS));
    expect(await elementsOf(page, 'than-thien')).toBe(0);
    await askWhatPage(page);
    await press(page, 'page-kind', 'list');
    await isList(page);
  });
});

describe("the picker's look in Firefox", () => {
  /** What `check` finds in each view, each line with the view's name. */
  async function inEveryView(
    page: Page,
    languages: readonly Language[],
    check: (page: Page) => Promise<readonly string[]>,
  ): Promise<string[]> {
    const views = await page.evaluate(() => window.pickerViews);
    expect(views.length).toBeGreaterThan(10);
    const found: string[] = [];
    for (const language of languages) {
      for (const name of views) {
        await page.evaluate((view, words) => window.showPicker(view, words), name, language);
        found.push(...(await check(page)).map((fault) => `${name} (${language}): ${fault}`));
      }
    }
    return found;
  }

  it('axe finds no fault, and it fits the window and the finger, also at 200 % zoom, in any state', async () => {
    const page = await desk.browser.newPage();
    await page.setViewport(SCREEN);
    await page.setContent(await panelPage('picker-entry.tsx'));
    await page.waitForFunction(() => 'pickerViews' in window);
    expect(await inEveryView(page, ['vi'], (shown) => axeFaults(shown as unknown as EvaluatingPage))).toEqual([]);
    expect(await inEveryView(page, ['vi', 'en'], () => page.evaluate(panelMisfits, TARGET_PX))).toEqual([]);
    const [width, height] = [Math.floor(SCREEN.width / 2), Math.floor(SCREEN.height / 2)];
    await page.setViewport({ width, height, deviceScaleFactor: 2 });
    expect(await page.evaluate(() => [innerWidth, innerHeight, devicePixelRatio])).toEqual([width, height, 2]);
    expect(await inEveryView(page, ['vi', 'en'], () => page.evaluate(panelMisfits, TARGET_PX))).toEqual([]);
  });
});

/** Nothing but its scripts is used. */
type EvaluatingPage = Parameters<typeof axeFaults>[0];
