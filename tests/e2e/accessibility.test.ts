import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { opencps } from '../pages/routes.ts';
import { everyNode, type SpokenNode, spokenTree } from './harness/accessibility-tree.ts';
import { axeFaults } from './harness/axe.ts';
import { Desk, QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { isRead, type Overlay } from './harness/overlay.ts';
import { act, askedFinish, pressChord, until } from './harness/steps.ts';
import { panelPage } from './panel-page/bundle.ts';
import { PANEL_VIEWS, type PanelViewName, panelView } from './panel-page/panel-views.ts';

/** WCAG 2.5.8, CSS pixels. */
const TARGET_PX = 24;

describe("the overlay's panel, in a plain page", () => {
  let browser: Browser;
  let html: string;
  beforeAll(async () => {
    html = await panelPage();
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
    browser = await chromium.launch({ executablePath, args: [...QUIET_FLAGS] });
  });
  afterAll(() => browser.close());

  /** The plain page, at a zoom of the promised screen: zooming makes the viewport smaller and its pixels larger. */
  async function openPanelPage(zoom = 1, forcedColors: 'active' | 'none' = 'none'): Promise<Page> {
    const page = await browser.newPage({
      viewport: { width: Math.floor(SCREEN.width / zoom), height: Math.floor(SCREEN.height / zoom) },
      deviceScaleFactor: zoom,
      forcedColors,
      reducedMotion: 'reduce',
    });
    await page.setContent(html, { waitUntil: 'load' });
    return page;
  }

  /** What `check` finds in each view, each line with the view's name; both languages. */
  async function inEveryView(page: Page, check: (page: Page) => Promise<string[]>): Promise<string[]> {
    const found: string[] = [];
    for (const language of ['vi', 'en'] as const) {
      for (const name of PANEL_VIEWS) {
        await page.evaluate((shown) => window.showPanel(shown), { name, language, dock: 'bottom-end' as const });
        found.push(...(await check(page)).map((fault) => `${name} (${language}): ${fault}`));
      }
    }
    return found;
  }

  it.each([
    ['as it is', 1, 'none'],
    ['with forced colours', 1, 'active'],
    ['at 200 % zoom', 2, 'none'],
  ] as const)('axe finds no fault in any state, %s', async (_how, zoom, forcedColors) => {
    const page = await openPanelPage(zoom, forcedColors);
    expect(await inEveryView(page, (shown) => axeFaults(shown))).toEqual([]);
    await page.close();
  });

  it('axe would find a fault in there: it sees into the root', async () => {
    const page = await openPanelPage();
    await page.evaluate(() => {
      window.showPanel({ name: 'pill on a list', language: 'vi', dock: 'bottom-end' });
      const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null);
      host?.shadowRoot?.querySelector('.icon')?.removeAttribute('aria-label');
    });
    expect((await axeFaults(page)).join()).toContain('button-name');
    await page.close();
  });

  it.each([
    ['as it is', 1, 'none'],
    ['with forced colours', 1, 'active'],
    ['at 200 % zoom', 2, 'none'],
    ['at 400 % zoom', 4, 'none'],
  ] as const)('nothing is cut off in any state, %s', async (_how, zoom, forcedColors) => {
    const page = await openPanelPage(zoom, forcedColors);
    expect(await inEveryView(page, cutOff)).toEqual([]);
    await page.close();
  });

  it('every button can be hit in 24 × 24 px, and shows when the keyboard is on it', async () => {
    const page = await openPanelPage();
    expect(await inEveryView(page, smallTargets)).toEqual([]);
    expect(await inEveryView(page, unseenFocus)).toEqual([]);
    await page.close();
  });

  it('shows in each view the card that the view is named after', () => {
    const asking = PANEL_VIEWS.filter((name) => name.startsWith('finish') && name !== 'finish put aside');
    expect(asking.length).toBeGreaterThan(5);
    for (const name of asking) expect([name, panelView(name, 'vi').card?.kind]).toEqual([name, 'finish']);
  });

  it('with forced colours what is pressed, focused and late still differs in shape', async () => {
    const page = await openPanelPage(1, 'active');
    expect(await inEveryView(page, unseenFocus)).toEqual([]);
    const shapeIn = async (name: PanelViewName, mark: string): Promise<string> => {
      await page.evaluate((shown) => window.showPanel({ name: shown, language: 'vi', dock: 'top-start' }), name);
      return page
        .locator(`${mark} path`)
        .first()
        .evaluate((path) => path.getAttribute('d') ?? '');
    };
    const marked = await shapeIn('finish with marked cues', '.cue-mark');
    expect(marked).not.toBe(await shapeIn('finish, nothing marked', '.cue-mark'));
    const pills = PANEL_VIEWS.filter((name) => name.startsWith('pill of'));
    const shapes: string[] = [];
    for (const name of pills) shapes.push(await shapeIn(name, '.chip-mark'));
    expect(new Set(shapes).size).toBe(pills.length);
    await page.close();
  });
});

/** Elements whose content is wider (or, unless they scroll, higher) than they are, or that stick out of the window. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null);
    const elements = [...(host?.shadowRoot?.querySelectorAll<HTMLElement>('.tt *:not(svg, svg *, .spoken)') ?? [])];
    const scrolled = (element: Element): boolean => {
      const card = element.closest('.card');
      return card !== null && card.scrollHeight > card.clientHeight;
    };
    return elements.flatMap((element) => {
      const { overflowY, display } = getComputedStyle(element);
      if (display === 'inline') return [];
      const box = element.getBoundingClientRect();
      const faults = [
        element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0 && 'too wide',
        overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 1 && 'too high',
        (box.left < 0 || box.right > innerWidth) && 'beside the window',
        !scrolled(element) && (box.top < 0 || box.bottom > innerHeight) && 'above or below the window',
      ];
      return faults.flatMap((fault) =>
        fault === false ? [] : [`${fault}: ${element.className} ${element.innerText}`],
      );
    });
  });
}

/** Buttons that do not get a press everywhere in a square of 24 px around their middle. */
function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate((side) => {
    const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null);
    const root = host?.shadowRoot;
    return [...(root?.querySelectorAll('button') ?? [])].flatMap((button) => {
      const { x, y, width, height } = button.getBoundingClientRect();
      // A hair inside the edge, which itself belongs to the neighbour.
      const reach = side / 2 - 0.5;
      const corners = [-reach, reach].flatMap((dx) => [-reach, reach].map((dy) => [dx, dy] as const));
      const hit = corners.every(([dx, dy]) => {
        const under = root?.elementFromPoint(x + width / 2 + dx, y + height / 2 + dy);
        return under !== undefined && button.contains(under);
      });
      const fits = width >= side && height >= side && hit;
      return fits ? [] : [`${button.dataset.part} ${width} × ${height}`];
    });
  }, TARGET_PX);
}

/** Walks through the panel with Tab: buttons that are not reached, or on which the focus does not show. */
async function unseenFocus(page: Page): Promise<string[]> {
  await page.evaluate(() => {
    const before = document.querySelector('h1');
    before?.setAttribute('tabindex', '-1');
    before?.focus();
  });
  const count = await page.locator('.tt button').count();
  const faults: string[] = [];
  const reached = new Set<number>();
  for (let step = 0; step < count; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const host = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null);
      const button = host?.shadowRoot?.activeElement;
      if (!(button instanceof HTMLElement)) return null;
      const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(button);
      const shown = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== backgroundColor;
      const buttons = [...(host?.shadowRoot?.querySelectorAll('button') ?? [])] as HTMLElement[];
      return { at: buttons.indexOf(button), part: button.dataset.part ?? '', shown };
    });
    if (focused === null) continue;
    reached.add(focused.at);
    if (!focused.shown) faults.push(`focus does not show on ${focused.part}`);
  }
  if (reached.size < count) faults.push(`Tab reaches ${reached.size} of ${count} buttons`);
  return faults;
}

describe('the shipped overlay, as a screen reader is given it', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.open();
  });
  afterAll(() => desk.close());
  afterEach(async () => {
    // A citizen of one test must not still be at the desk in the next.
    await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
    await Promise.all(
      desk.context
        .pages()
        .slice(1)
        .map((page) => page.close()),
    );
  });

  async function region(overlay: Overlay): Promise<SpokenNode> {
    const found = everyNode(await spokenTree(overlay)).filter(
      ({ role, name }) => role === 'region' && name === 'Thân Thiện',
    );
    expect(found).toHaveLength(1);
    return found[0] as SpokenNode;
  }

  function buttons(node: SpokenNode): SpokenNode[] {
    return everyNode(node).filter(({ role }) => role === 'button');
  }

  /** What each polite live region says now: the page may have one of its own. */
  async function announced(overlay: Overlay): Promise<string[]> {
    const regions = everyNode(await spokenTree(overlay)).filter(
      ({ role, states }) => role === 'status' && states.live === 'polite',
    );
    return regions.map((status) =>
      everyNode(status)
        .map(({ role, name }) => (role === 'StaticText' ? name : ''))
        .join(''),
    );
  }

  it('finish is a named group in a named region: cues are toggle buttons, confirm and skip have names', async () => {
    const { overlay } = await askedFinish(desk);
    const whole = await region(overlay);
    const group = everyNode(whole).find(({ role }) => role === 'group');
    expect(group?.name).toBe('Kết thúc · Tiếp nhận');
    const inside = buttons(group as SpokenNode).map(({ name, states }) => [name, states.pressed ?? null]);
    expect(inside).toEqual([
      ['Nói rõ ngày, giờ và nơi nhận kết quả: Lần này chưa kịp', 'false'],
      ['Trao giấy hẹn, trả lại giấy tờ gốc: Lần này chưa kịp', 'false'],
      ['Hỏi còn cần giúp gì nữa không: Lần này chưa kịp', 'false'],
      ['Cảm ơn và chào: Lần này chưa kịp', 'false'],
      ['Đã làm đủ', null],
      ['Bỏ qua lần này', null],
    ]);
    expect(await announced(overlay)).toContain('Kết thúc · Tiếp nhận');
    const [first] = (await overlay.parts()).filter(({ name }) => name === 'cue');
    await overlay.click('cue', first?.id ?? '');
    await overlay.waitFor('confirm', ({ text }) => text === 'Ghi lại, 1 điều chưa kịp');
    const [pressed, next] = buttons(await region(overlay)).filter(({ states }) => states.pressed !== undefined);
    expect([pressed?.states.pressed, next?.states.pressed]).toEqual(['true', 'false']);
  });

  it('every button has a name of its own, and no drawing is spoken', async () => {
    const { overlay } = await askedFinish(desk);
    const whole = await region(overlay);
    const names = buttons(whole).map(({ name }) => name);
    expect(names).not.toContain('');
    expect(new Set(names).size).toBe(names.length);
    expect(everyNode(whole).filter(({ role }) => /image|graphic|svg/i.test(role))).toEqual([]);
  });

  it('a polite live region says that it was saved, and the answered question leaves the tree', async () => {
    const { overlay } = await askedFinish(desk);
    await overlay.click('confirm');
    await overlay.waitFor('saved');
    await until('said', async () => (await announced(overlay)).includes('Đã ghi trên máy này'));
    const names = buttons(await region(overlay)).map(({ name }) => name);
    expect(names).toContain('Hoàn tác (5 giây)');
    expect(names).not.toContain('Đã làm đủ');
    expect(names.join()).not.toContain('Lần này chưa kịp');
  });

  it('what is put aside or folded is not in the tree; the icon says whether it is open', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('online'));
    await overlay.waitFor('chip', isRead);
    const icon = async (): Promise<[string, unknown] | null> => {
      const found = buttons(await region(overlay)).find(({ states }) => states.expanded !== undefined);
      return found ? [found.name, found.states.expanded] : null;
    };
    expect(await icon()).toEqual(['Mở Thân Thiện', false]);
    await overlay.click('icon');
    await overlay.waitFor('details');
    expect(await icon()).toEqual(['Đóng Thân Thiện', true]);
    await overlay.click('fold');
    await overlay.waitGone('details');
    const names = buttons(await region(overlay)).map(({ name }) => name);
    expect(names).toHaveLength(1);
    // Folded, the name of the icon has to say what the pill no longer does.
    expect(names[0]).toMatch(/^Mở Thân Thiện · \S/);
    await overlay.click('icon');
    await overlay.waitFor('chip');
    await page.close();
  });

  it('every visible part that can be pressed is at least 24 × 24 px, and shows the focus', async () => {
    const { page, overlay } = await askedFinish(desk);
    const small: string[] = [];
    const check = async (): Promise<void> => {
      small.push(...((await overlay.evaluate<string[]>(SMALL_BUTTONS)) ?? ['no overlay']));
    };
    await check();
    await page.keyboard.press('Tab');
    for (let step = 0; step < 60 && !(await overlay.evaluate<boolean>(FOCUS_INSIDE)); step += 1) {
      await page.keyboard.press('Tab');
    }
    const count = (await overlay.evaluate<number>(BUTTON_COUNT)) ?? 0;
    expect(count).toBeGreaterThan(6);
    for (let step = 0; step < count; step += 1) {
      expect(await overlay.evaluate<string>(FOCUS_OUTLINE)).toMatch(/^\S+: solid [2-9]px$/);
      await page.keyboard.press('Tab');
    }
    await overlay.click('skip');
    await overlay.waitFor('undo');
    await check();
    // While a skipped finish can be taken back, that is what the chord does.
    await overlay.waitGone('undo', 20_000);
    await page.goto(opencps.unknown());
    await page.waitForTimeout(3_200);
    await pressChord(desk, page);
    await overlay.waitFor('page-kind');
    await check();
    expect(small).toEqual([]);
  });

  it('a finish in grief names no smile to anybody', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('death'));
    await overlay.waitFor('chip', isRead);
    await act(page, 'Trả kết quả');
    await overlay.waitFor('finish');
    const words = everyNode(await region(overlay)).map(({ name }) => name);
    expect(words.join(' ')).toContain('Chia buồn cùng gia đình');
    expect(words.join(' ')).not.toMatch(/mỉm cười|chúc mừng/i);
  });
});

const ROOT = `chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'))`;
const SMALL_BUTTONS = `[...${ROOT}.querySelectorAll('button')]
  .map((button) => [button.dataset.part, button.getBoundingClientRect()])
  .filter(([, box]) => box.width < ${TARGET_PX} || box.height < ${TARGET_PX})
  .map(([part, box]) => part + ' ' + box.width + ' × ' + box.height)`;
const BUTTON_COUNT = `${ROOT}.querySelectorAll('button').length`;
const FOCUS_INSIDE = `${ROOT}.activeElement !== null`;
const FOCUS_OUTLINE = `(() => {
  const focused = ${ROOT}.activeElement;
  if (focused === null) return 'nothing';
  const style = getComputedStyle(focused);
  return focused.dataset.part + ': ' + style.outlineStyle + ' ' + style.outlineWidth;
})()`;
