import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { framed, liferay, national, opencps, type Switches } from '../pages/routes.ts';
import { SCREEN } from './harness/chromium.ts';
import { countOurs } from './harness/count-ours.ts';
import { FirefoxDesk, type FirefoxPart } from './harness/firefox.ts';
import { addPart } from './harness/page-part.ts';
import { until } from './harness/steps.ts';

let desk: FirefoxDesk;
/** The tab that the official works in, from one test to the next. */
let page: Page;
/** A page of the extension, to clear what it remembers of a session. */
let own: Page;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
  own = await desk.extensionPage('src/popup/index.html');
  page = await desk.visit(NOWHERE);
  await page.bringToFront();
});
afterAll(() => desk.close());
afterEach(async () => {
  await page.goto(NOWHERE);
  if (page.viewport()?.width !== SCREEN.width) await page.setViewport(SCREEN);
  await own.evaluate(() => chrome.storage.session.clear());
});

const NOWHERE = 'about:blank';

const LARGEST_PILL = { width: 220, height: 44 };
/** The smallest screen at 200 %, under the bars of the browser. */
const LOW_SCREEN = { width: 683, height: 320 };
/** Steps of helping to file. */
const STEPS = 9;
/** No page is still being made out after this time. */
const LONGER_THAN_PATIENCE_MS = 3_200;
/** Two chords this far apart are two presses. */
const ANOTHER_PRESS_MS = 800;
/** Looks in a row at which a part must lie where it lay. */
const STILL_LOOKS = 3;

/** Left upper corner and size. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function boxOf({ x, y, width, height }: FirefoxPart): Box {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function pause(ms: number): Promise<void> {
  return new Promise((passed) => setTimeout(passed, ms));
}

/** A chip that says something of this dossier, and not that the page is still being read. */
function isRead({ text }: FirefoxPart): boolean {
  return text !== '' && !text.startsWith('Đang đọc');
}

async function isThere(name: string): Promise<boolean> {
  return (await desk.parts(page)).some((part) => part.name === name);
}

async function open(url: string): Promise<void> {
  await page.goto(url, { waitUntil: 'domcontentloaded' });
}

async function openDossier(dossier: 'birth' | 'dueTomorrow' | 'online', switches: Switches = {}): Promise<void> {
  await open(opencps.detail(dossier, switches));
  await desk.waitFor(page, 'chip', isRead);
}

/** A part once it lies still: the pill grows with what it learns, and moves with that. */
async function atRest(name: string): Promise<FirefoxPart> {
  const part = await desk.waitFor(page, name);
  const look = () => desk.ask(page, part, '(part) => JSON.stringify(part.getBoundingClientRect())');
  let last = await look();
  for (let still = 0; still < STILL_LOOKS; ) {
    await pause(30);
    const now = await look();
    still = now === last ? still + 1 : 0;
    last = now;
  }
  return desk.waitFor(page, name);
}

async function click(name: string): Promise<void> {
  const { x, y } = await atRest(name);
  await page.mouse.click(x, y);
}

/** The element of the page that a press in the middle of a part would meet. */
function topAt({ x, y }: FirefoxPart): Promise<string | undefined> {
  return page.evaluate((left, top) => document.elementFromPoint(left, top)?.localName, x, y);
}

async function press(name: string): Promise<void> {
  const button = await page.waitForSelector(
    `::-p-xpath(//*[@id="app"]//button[normalize-space(.)="${name}" and not(@disabled)])`,
    { visible: true },
  );
  await button?.click();
}

/** Hands over a result, so that finish is being asked. */
async function askFinish(): Promise<void> {
  await openDossier('birth');
  await press('Trả kết quả');
  await press('Xác nhận');
  await desk.waitFor(page, 'finish');
}

/** Presses Alt+Q where the official's keyboard does: in the browser's window, which gives the chord to the extension. */
async function pressChord(): Promise<void> {
  await desk.inBrowser(
    `() => {
      const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keyboard.beginInputTransactionForTests(window);
      const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft' });
      const letter = new KeyboardEvent('', { key: 'q', code: 'KeyQ', keyCode: 81 });
      keyboard.keydown(alt);
      keyboard.keydown(letter);
      keyboard.keyup(letter);
      keyboard.keyup(alt);
    }`,
  );
}

/** The part of the overlay that has the focus; '' if none has. */
async function focusedPart(inside: FirefoxPart): Promise<string> {
  const name = await desk.ask(page, inside, `(part) => part.getRootNode().activeElement?.dataset.part ?? ''`);
  return String(name);
}

async function tabTo(part: string): Promise<void> {
  const icon = await desk.waitFor(page, 'icon');
  for (let step = 0; step < 60; step += 1) {
    if ((await focusedPart(icon)) === part) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${part}"`);
}

async function isGone(): Promise<void> {
  await page.waitForFunction(() => document.querySelector('than-thien') === null);
}

function actionButtons(): Promise<Box[]> {
  return page.$$eval('#app button', (buttons) =>
    buttons
      .filter((button) => button.checkVisibility({ visibilityProperty: true }))
      .map((button) => button.getBoundingClientRect().toJSON() as Box)
      .filter(({ y, height }) => y < innerHeight && y + height > 0),
  );
}

function sizes() {
  return page.evaluate(() => {
    const { scrollWidth, scrollHeight } = document.documentElement;
    return { scrollWidth, scrollHeight, innerWidth };
  });
}

describe('size and place in Firefox', () => {
  it.each([
    ['list', opencps.list()],
    ['detail', opencps.detail('dueTomorrow')],
    ['receive', opencps.receive()],
  ])('the pill is small, on no action button, and moves nothing (%s)', async (_, url) => {
    await open(url);
    await page.waitForFunction(() => performance.getEntriesByName('practice:facts').length > 0);
    await desk.waitFor(page, 'pill-text');
    const buttons = await actionButtons();
    expect(buttons.length).toBeGreaterThan(0);
    await desk.waitFor(page, 'pill', (pill) => !buttons.some((button) => overlap(button, boxOf(pill))));
    const pill = await atRest('pill');
    expect(buttons.filter((button) => overlap(button, boxOf(pill)))).toEqual([]);
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    const { scrollWidth, innerWidth } = await sizes();
    expect(scrollWidth).toBeLessThanOrEqual(innerWidth);
    const withUs = [await sizes(), buttons];
    await page.evaluate(() => document.querySelector('than-thien')?.remove());
    expect([await sizes(), await actionButtons()]).toEqual(withUs);
  });

  it('makes way for a message of the portal', async () => {
    await openDossier('dueTomorrow');
    const { x, y, width, height } = boxOf(await atRest('pill'));
    const message = { x: x + 10, y, width: width - 20, height };
    await page.evaluate((box) => {
      const told = document.createElement('div');
      told.setAttribute('role', 'alert');
      told.textContent = 'Thông báo';
      told.style.cssText = `position: fixed; left: ${box.x}px; top: ${box.y}px; width: ${box.width}px; height: ${box.height}px`;
      document.body.append(told);
    }, message);
    await desk.waitFor(page, 'pill', (pill) => !overlap(boxOf(pill), message));
  });

  it('makes way for buttons in parts of the page', async () => {
    await open(opencps.receive());
    await new Promise((rested) => setTimeout(rested, LONGER_THAN_PATIENCE_MS));
    for (const part of ['open', 'closed', 'frame'] as const) {
      const { x, y } = boxOf(await atRest('pill'));
      const button = { x: x + 20, y: y + 7, width: 120, height: 30 };
      await page.evaluate(addPart, [part, 'button', button] as const);
      await desk.waitFor(page, 'pill', (pill) => !overlap(boxOf(pill), button));
    }
  });

  it('makes way for the field that gets the focus, and comes to lie on no other', async () => {
    await open(opencps.receive());
    await desk.waitFor(page, 'pill-text');
    const under = boxOf(await atRest('pill'));
    await page.evaluate((box) => {
      const field = document.createElement('textarea');
      field.style.cssText = `position: fixed; left: ${box.x}px; top: ${box.y}px; width: ${box.width}px; height: ${box.height}px`;
      document.body.append(field);
      field.focus();
    }, under);
    await desk.waitFor(page, 'icon', (icon) => !overlap(boxOf(icon), under));
    await page.evaluate(() => document.querySelector<HTMLElement>('#app input')?.focus());
    let fields = 0;
    for (let step = 0; step < 10; step += 1) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        const isField = element?.matches('input, textarea, select') ?? false;
        return isField ? (element?.getBoundingClientRect().toJSON() as DOMRect) : null;
      });
      if (focused === null) continue;
      fields += 1;
      await desk.waitFor(page, 'icon', (icon) => !overlap(boxOf(icon), focused));
    }
    expect(fields).toBeGreaterThan(3);
  });
});

/** In the page: only the middle of a side is free of buttons. */
function fillCorners(): void {
  for (const corner of ['top: 0; left: 0', 'top: 0; right: 0', 'bottom: 0; left: 0', 'bottom: 0; right: 0']) {
    const button = document.createElement('button');
    button.textContent = 'Nút của trang';
    button.style.cssText = `position: fixed; ${corner}; width: 240px; height: 60px`;
    document.body.append(button);
  }
}

/** In the page: what a dialog does so that nothing below it moves. */
function swallowWheelAndKeys(): void {
  for (const type of ['wheel', 'keydown']) {
    const swallow = (event: Event) => {
      event.preventDefault();
      document.body.dataset.swallowed = type;
    };
    window.addEventListener(type, swallow, { passive: false });
  }
}

describe('pages that are hard to live with, in Firefox', () => {
  const DONE: Readonly<Record<string, string>> = { replace: 'practice:replaced', rewrite: 'practice:rewritten' };

  it.each(['csp', 'hostile', 'modal', 'replace', 'rewrite'])('works on the page that is "%s"', async (variant) => {
    await open(opencps.detail('dueTomorrow', { variant }));
    await page.waitForFunction(
      (mark) => performance.getEntriesByName(mark).length > 0,
      {},
      DONE[variant] ?? 'practice:facts',
    );
    await desk.waitFor(page, 'chip', isRead);
    const pill = await atRest('pill');
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    // What is drawn can also be clicked: nothing of the page lies over it.
    expect(await topAt(pill)).toBe('than-thien');
    await click('icon');
    await desk.waitFor(page, 'details');
  });

  it('the page sees a closed host and nothing of what is in it', async () => {
    await openDossier('dueTomorrow');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('than-thien');
      return {
        tag: host?.localName,
        root: host?.shadowRoot ?? null,
        text: host?.textContent ?? '',
        own: Object.keys(window).filter((key) => /than|thien|checklist/i.test(key)),
      };
    });
    expect(seen).toEqual({ tag: 'than-thien', root: null, text: '', own: [] });
  });

  it.each([
    ['of its own', opencps.detail('dueTomorrow')],
    ['beside the dossier', framed('liferay', '', liferay.detail('overdue'), '')],
  ])('keeps to one overlay in a page with empty frames %s', async (_, url) => {
    await open(url);
    await desk.waitFor(page, 'chip', isRead);
    const frames = page.frames();
    expect(frames.length).toBeGreaterThan(2);
    const counts = frames.map((frame) => frame.evaluate(() => document.querySelectorAll('than-thien').length));
    expect((await Promise.all(counts)).reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('is over what the page shows in full screen, and can be pressed there', async () => {
    await openDossier('dueTomorrow');
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.id = 'full-screen';
      button.textContent = 'Toàn màn hình';
      button.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9';
      button.onclick = () => document.querySelector('#app')?.requestFullscreen();
      document.body.append(button);
    });
    await page.click('#full-screen');
    await page.waitForFunction(() => document.fullscreenElement?.id === 'app');
    await page.waitForFunction(() => document.fullscreenElement?.contains(document.querySelector('than-thien')));
    expect(await topAt(await atRest('icon'))).toBe('than-thien');
    await click('icon');
    await desk.waitFor(page, 'details');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForFunction(() => document.querySelector('than-thien')?.parentNode === document.documentElement);
    expect(await topAt(await atRest('icon'))).toBe('than-thien');
    await click('icon');
    await desk.waitGone(page, 'details');
  });

  it('has its card in view on a low screen; it scrolls and walks by keys though the page swallows those', async () => {
    await page.setViewport(LOW_SCREEN);
    await askFinish();
    await page.evaluate(fillCorners);
    await page.evaluate(swallowWheelAndKeys);
    await desk.waitFor(page, 'pill', ({ y }) => y === LOW_SCREEN.height / 2);
    const swallowed = () => page.evaluate(() => document.body.dataset.swallowed);
    const scrolled = await page.evaluate(() => scrollY);
    const card = await atRest('finish');
    expect(boxOf(card).y).toBeGreaterThanOrEqual(0);
    expect(boxOf(card).y + card.height).toBeLessThanOrEqual(LOW_SCREEN.height);
    await page.mouse.move(card.x, boxOf(card).y + 40);
    await page.mouse.wheel({ deltaY: 80 });
    const cardScrolled = () => desk.ask(page, card, '(part) => part.scrollTop');
    await until('the card has scrolled', async () => Number(await cardScrolled()) > 0);
    const cue = await desk.waitFor(page, 'cue');
    await desk.ask(page, cue, '(part) => part.focus()');
    const focusedCue = () => desk.ask(page, cue, '(part) => part.getRootNode().activeElement?.dataset.cue');
    expect(await focusedCue()).toBe(cue.id);
    await page.keyboard.press('ArrowDown');
    await until('another cue has the focus', async () => ![cue.id, undefined].includes((await focusedCue()) as string));
    expect(await swallowed()).toBeUndefined();
    // Beside the card it does swallow them. The browser takes some time to believe that the wheel is for another place.
    await page.mouse.move(boxOf(card).x / 2, card.y);
    await until('the page takes the wheel', async () => {
      await page.mouse.wheel({ deltaY: 80 });
      return (await swallowed()) === 'wheel';
    });
    expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  });

  it('can still be used after a dialog of the page switched off everything around it', async () => {
    await openDossier('dueTomorrow');
    await page.evaluate(() => {
      const host = document.querySelector('than-thien') as HTMLElement;
      host.inert = true;
      host.setAttribute('aria-hidden', 'true');
      host.style.setProperty('display', 'none', 'important');
    });
    await click('icon');
    await desk.waitFor(page, 'details');
    const host = await page.evaluate(() => document.querySelector('than-thien')?.outerHTML ?? '');
    expect(host).toMatch(/^<than-thien/);
    expect(host).not.toMatch(/inert|aria-hidden/);
  });

  it.each([
    ['throws it out', `document.querySelector('than-thien')?.remove()`],
    ['hides it', `document.querySelector('than-thien')?.style.setProperty('display', 'none', 'important')`],
  ])('gives up politely where the page %s again and again', async (_, fight) => {
    await openDossier('dueTomorrow');
    const rounds = await page.evaluate(async (act) => {
      let fought = 0;
      let quiet = 0;
      const fights = new Function(act);
      const isUp = () => {
        const host = document.querySelector('than-thien');
        return host !== null && getComputedStyle(host).display !== 'none';
      };
      const observer = new MutationObserver(() => {
        if (!isUp()) return;
        fought += 1;
        quiet = 0;
        fights();
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      fights();
      // It is over when it has not come back while the page stirred for a while.
      for (let turn = 0; quiet < 12 && turn < 100; turn += 1) {
        quiet += 1;
        document.body.dataset.turn = `${turn}`;
        document.body.append('');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      observer.disconnect();
      return fought;
    }, fight);
    expect(rounds).toBeGreaterThan(0);
    expect(rounds).toBeLessThanOrEqual(12);
    expect(await isThere('pill')).toBe(false);
  });

  it('leaves the page to a newer copy of itself', async () => {
    await openDossier('dueTomorrow');
    const copies = await page.evaluate(async () => {
      document.querySelector('than-thien')?.remove();
      const newer = document.createElement('than-thien');
      newer.id = 'newer';
      newer.style.cssText = 'position: fixed; width: 220px; height: 44px';
      document.documentElement.append(newer);
      for (let turn = 0; turn < 10; turn += 1) {
        document.body.append('');
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return [...document.querySelectorAll('than-thien')].map(({ id }) => id);
    });
    expect(copies).toEqual(['newer']);
  });

  it('is an icon and a card along the bottom on a narrow screen', async () => {
    await openDossier('dueTomorrow');
    await page.setViewport({ width: 400, height: 700 });
    await desk.waitFor(page, 'pill', ({ width }) => width === 44);
    await click('icon');
    await desk.waitFor(page, 'details');
    const card = boxOf(await atRest('details'));
    expect(card.width).toBeGreaterThan(370);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(400);
    expect(card.y + card.height).toBeLessThanOrEqual(700);
  });
});

describe('a page that faces a citizen, in Firefox', () => {
  /** Opens a page and counts every element of ours that it is ever given. */
  async function openWatched(url: string): Promise<void> {
    const { identifier } = await page.evaluateOnNewDocument(countOurs);
    await page.goto(url);
    await page.removeScriptToEvaluateOnNewDocument(identifier);
  }

  function everThere(): Promise<number> {
    return page.evaluate(() => Reflect.get(window, '__ours') as number);
  }

  it('shows nothing of ours but the steps of helping to file, on the official’s own chord', async () => {
    await openWatched(national.filing());
    await pause(LONGER_THAN_PATIENCE_MS);
    expect(await everThere()).toBe(0);
    const typed = await page.$eval('input', ({ value }) => value);
    await pressChord();
    const first = await desk.waitFor(page, 'assisted', ({ text }) => text.includes(`1/${STEPS}`));
    expect(first.text).toContain('Xin phép rồi mới giúp trên điện thoại, máy tính');
    expect(await isThere('pill')).toBe(false);
    for (let step = 2; step <= STEPS; step += 1) {
      await desk.click(page, 'next-step');
      await desk.waitFor(page, 'assisted', ({ text }) => text.includes(`${step}/${STEPS}`));
    }
    await desk.click(page, 'next-step');
    await isGone();
    expect(await everThere()).toBe(1);
    expect(await page.$eval('input', ({ value }) => value)).toBe(typed);
  });

  it('rating: the chord only asks what the page is, and goes again', async () => {
    await openWatched(opencps.rating());
    expect(await everThere()).toBe(0);
    await pressChord();
    await desk.waitFor(page, 'page-kind');
    expect(await isThere('pill')).toBe(false);
    expect(await isThere('assisted')).toBe(false);
    await pause(ANOTHER_PRESS_MS);
    await pressChord();
    await isGone();
  });
});

describe('a press in Firefox', () => {
  it('meets what it was aimed at, whatever the page shows meanwhile', async () => {
    await openDossier('online');
    const { x, y } = await atRest('icon');
    const before = await atRest('pill');
    await page.mouse.move(x, y);
    await page.mouse.down();
    // Without its facts the pill would be read anew, and another size.
    await page.evaluate(() => document.querySelector('.facts')?.remove());
    await pause(900);
    const { width, text } = before;
    expect(await desk.waitFor(page, 'pill')).toMatchObject({ x: before.x, width, text });
    await page.mouse.up();
    await desk.waitFor(page, 'details');
    await desk.waitFor(page, 'pill', (pill) => pill.text !== text);
  });
});

describe('typing in the portal, in Firefox', () => {
  it('is undisturbed: every key arrives, the focus stays, at every state of the overlay', async () => {
    await openDossier('dueTomorrow', { variant: 'keys' });
    const text = 'Tieengs Vieetj ddaaus';
    const typed = () => page.$eval('#typing', (field) => (field as HTMLInputElement).value);
    const type = async () => {
      const before = await typed();
      await page.click('#typing');
      await page.keyboard.press('End');
      await page.keyboard.type(text, { delay: 5 });
      await page.keyboard.press('Backspace');
      expect(await typed()).toBe(before + text.slice(0, -1));
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    };
    await type();
    const heard = await page.evaluate(() => window.__typed?.length ?? 0);
    expect(heard).toBeGreaterThanOrEqual(text.length + 1);
    // The chord itself is no typing either, and opens and closes the panel beside the field.
    await pressChord();
    await desk.waitFor(page, 'details');
    await type();
    await desk.waitFor(page, 'details');
    await pause(ANOTHER_PRESS_MS);
    await pressChord();
    await desk.waitGone(page, 'details');
    expect(await typed()).toBe(text.slice(0, -1).repeat(2));
  });

  it("the panel keeps the focus that a page's focus trap would take back", async () => {
    await openDossier('dueTomorrow');
    await page.evaluate(() => {
      const inside = document.createElement('input');
      inside.id = 'inside';
      document.body.append(inside);
      document.addEventListener('focusin', ({ target }) => {
        if (target !== inside) inside.focus();
      });
    });
    const focused = () => page.evaluate(() => document.activeElement?.id || document.activeElement?.localName);
    await page.evaluate(() => document.querySelector<HTMLElement>('#app button')?.focus());
    expect(await focused()).toBe('inside');
    await desk.ask(page, await desk.waitFor(page, 'icon'), '(part) => part.focus()');
    expect(await focused()).toBe('than-thien');
  });

  it('finish arriving takes no focus and no key', async () => {
    await openDossier('birth', { answer: 600 });
    await page.evaluate(() => {
      const note = document.createElement('input');
      note.id = 'note';
      document.body.append(note);
    });
    await press('Trả kết quả');
    await press('Xác nhận');
    await page.focus('#note');
    await page.keyboard.type('trước ');
    await desk.waitFor(page, 'finish');
    await page.keyboard.type('sau');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('note');
    expect(await page.$eval('#note', (field) => (field as HTMLInputElement).value)).toBe('trước sau');
  });
});

describe('the chord in Firefox', () => {
  it('confirms a finish that waits, and undoes it; pressed twice at once it is pressed once', async () => {
    await askFinish();
    await pressChord();
    await desk.waitFor(page, 'saved', ({ text }) => text.includes('Đã ghi trên máy này'));
    await pause(ANOTHER_PRESS_MS);
    await pressChord();
    await desk.waitFor(page, 'finish');
    await pause(ANOTHER_PRESS_MS);
    await Promise.all([pressChord(), pressChord()]);
    await desk.waitFor(page, 'saved');
    await pause(ANOTHER_PRESS_MS);
    expect(await isThere('saved')).toBe(true);
    expect(await isThere('finish')).toBe(false);
  });
});

describe('keyboard alone, in Firefox', () => {
  it('marks a cue, confirms, undoes, puts the question aside behind the icon, and skips it', async () => {
    await askFinish();
    await tabTo('cue');
    await page.keyboard.press(' ');
    await desk.waitFor(page, 'confirm', ({ text }) => text === 'Ghi lại, 1 điều chưa kịp');
    await tabTo('confirm');
    await page.keyboard.press('Enter');
    await desk.waitFor(page, 'saved');
    await tabTo('undo');
    await page.keyboard.press('Enter');
    await desk.waitFor(page, 'finish');
    await page.keyboard.press('Escape');
    await desk.waitGone(page, 'finish');
    await tabTo('icon');
    await page.keyboard.press('Enter');
    await desk.waitFor(page, 'finish');
    await tabTo('skip');
    await page.keyboard.press('Enter');
    await desk.waitGone(page, 'finish');
  });

  it('the session button starts a session', async () => {
    await open(opencps.list());
    await desk.waitFor(page, 'waiting', ({ text }) => text.includes('Có người dân đang chờ'));
    await tabTo('waiting');
    await page.keyboard.press('Enter');
    await desk.waitFor(page, 'pill', ({ text }) => text.includes('Chào · Mời ngồi · Mỉm cười'));
    await desk.waitGone(page, 'waiting');
  });
});
