import { lintProfile, parseProfile } from 'page-reader/profile';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { odd } from '../pages/routes.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import { isRead, type Overlay } from './harness/overlay.ts';
import { putInScrollingBox } from './harness/scrolling-box.ts';
import { pressChord, until } from './harness/steps.ts';

/*
 * A page with labels that nobody has seen is taught by mouse and by keyboard. What the page prints is on the screen only,
 * never in what is kept.
 */

/** What the odd page prints of the invented applicant. */
const APPLICANT = ['NGUYỄN VĂN VÍ DỤ', '0900 000 000', '12/03/2001', '2001-03-12'];

/** How far an outline begins from its value, in CSS pixels. */
const EDGE = 8;

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

/** A page of the odd system with the picker over it, opened as the overlay opens it. */
async function openPicker(url: string): Promise<DeskPage> {
  const tab = await desk.visit(url);
  await teach(tab);
  return tab;
}

async function teach({ overlay }: DeskPage): Promise<void> {
  await until('the script is there', async () => (await overlay.evaluate('1')) === 1);
  await overlay.evaluate("chrome.runtime.sendMessage({ type: 'teach', body: {} })");
  await overlay.waitFor('picker');
}

async function asks(overlay: Overlay, fact: string): Promise<void> {
  await overlay.waitFor('picker', ({ text }) => text.startsWith(`${fact} nằm ở đâu?`));
}

/** Presses the page itself where a text stands. */
async function pointAt(page: Page, text: string): Promise<void> {
  const box = await page.getByText(text, { exact: true }).first().boundingBox();
  if (box === null) throw new Error(`"${text}" is not there`);
  await page.mouse.click(box.x + Math.min(30, box.width / 2), box.y + box.height / 2);
}

async function printed(page: Page, label: string): Promise<string> {
  return (await page.locator(`dt:text-is("${label}") + dd`).textContent()) ?? '';
}

async function heard(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, '__heard') as number);
}

interface KeptPortal {
  readonly id: string;
  readonly labels: Readonly<Record<string, readonly string[]>>;
  readonly pages: readonly { readonly kind: string }[];
}

async function kept(): Promise<readonly KeptPortal[]> {
  const all = await (await desk.worker()).evaluate(() => chrome.storage.local.get('portals'));
  return ((all.portals as { profiles?: KeptPortal[] } | undefined)?.profiles ?? []).filter(Boolean);
}

async function allStored(): Promise<string> {
  return JSON.stringify(await (await desk.worker()).evaluate(() => chrome.storage.local.get()));
}

async function forget(): Promise<void> {
  await (await desk.worker()).evaluate(() => chrome.storage.local.clear());
}

describe('teaching a page', () => {
  it('by mouse: points at code, dates and procedure, sees what will be read, and has labels kept, no value', async () => {
    const { page, overlay } = await desk.visit(odd.detail('dueInAnHour'));
    await overlay.click('what-page');
    await overlay.click('teach');
    await overlay.waitFor('picker');
    await overlay.waitGone('pill');
    const before = await heard(page);
    const [code, due] = [await printed(page, 'Mã theo dõi nội bộ'), await printed(page, 'Ngày xong việc')];
    await overlay.click('picker-kind', 'detail');
    await asks(overlay, 'Mã hồ sơ');
    await pointAt(page, code);
    await asks(overlay, 'Ngày tiếp nhận');
    await pointAt(page, await printed(page, 'Ngày vào sổ'));
    await asks(overlay, 'Ngày hẹn trả');
    await pointAt(page, due);
    await asks(overlay, 'Tên thủ tục');
    await pointAt(page, await printed(page, 'Loại việc'));
    const { text } = await overlay.waitFor('facts');
    expect(text).toContain(code);
    expect(text).toContain(due);
    await overlay.click('save');
    await overlay.waitFor('picker-saved', (part) => part.text === 'Đã ghi trên máy này.');
    await overlay.click('done');
    await overlay.waitGone('picker');
    expect(await page.locator('than-thien-picker').count()).toBe(0);
    expect(await heard(page)).toBe(before);

    await overlay.waitFor('chip', isRead);
    await page.reload();
    await overlay.waitFor('chip', isRead);
    const sibling = await desk.visit(odd.detail('overdue'));
    await sibling.overlay.waitFor('chip', (chip) => chip.text.startsWith('Quá hạn'));

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
    const stored = JSON.stringify(await kept());
    for (const value of [code, due, ...APPLICANT]) expect(stored).not.toContain(value);
    await Promise.all([page.close(), sibling.page.close()]);
    await forget();
  });

  it('by keyboard alone: arrows walk the places, Enter picks, a voice hears number and label', async () => {
    const { page, overlay } = await openPicker(odd.detail('dueInAnHour'));
    await overlay.click('picker-kind', 'detail');
    await asks(overlay, 'Mã hồ sơ');
    await page.keyboard.press('Enter');
    await asks(overlay, 'Ngày tiếp nhận');
    await until('the first place has the focus', async () => (await overlay.find('outline'))?.text === '1');
    const names = (await overlay.accessibleNames()).map(({ name }) => name);
    expect(names).toContain('Ô thứ 1 trong 2, nhãn: Ngày vào sổ');
    expect(names).toContain('Ô thứ 2 trong 2, nhãn: Ngày xong việc');
    await page.keyboard.press('Enter');
    await asks(overlay, 'Ngày hẹn trả');
    await page.keyboard.press('Enter');
    await asks(overlay, 'Tên thủ tục');
    await page.keyboard.press('Enter');
    await overlay.waitFor('facts');
    await page.keyboard.press('Enter');
    await overlay.waitFor('picker-saved');
    await page.keyboard.press('Enter');
    await overlay.waitGone('picker');
    await overlay.waitFor('chip', isRead);
    expect((await kept()).map(({ labels }) => labels.due)).toEqual([['Ngày xong việc']]);
    await page.close();
    await forget();
  });

  it('by keyboard, of a page that has only one of what is asked for: Enter goes on, not back', async () => {
    const tab = await desk.visit(odd.detail('dueInAnHour'));
    const code = await printed(tab.page, 'Mã theo dõi nội bộ');
    await tab.page.evaluate((own) => {
      for (const value of document.querySelectorAll('dd')) if (value.textContent !== own) value.textContent = '';
    }, code);
    await teach(tab);
    const { page, overlay } = tab;
    await overlay.click('picker-kind', 'detail');
    for (const fact of ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Tên thủ tục']) {
      await asks(overlay, fact);
      await page.keyboard.press('Enter');
    }
    expect((await overlay.waitFor('facts')).text).toContain(code);
    await page.close();
  });

  it('by a cell of a list: its whole column is learnt, and every row gets its deadline', async () => {
    const { page, overlay } = await openPicker(odd.list());
    await overlay.click('picker-kind', 'list');
    await asks(overlay, 'Mã hồ sơ');
    for (const column of [1, 4, 5, 3]) {
      const box = await page.locator(`tbody tr:nth-child(3) td:nth-child(${column})`).boundingBox();
      if (box === null) throw new Error('no cell');
      await page.mouse.click(box.x + 20, box.y + box.height / 2);
      await page.waitForTimeout(50);
    }
    await overlay.waitFor('facts');
    await overlay.click('save');
    await overlay.waitFor('picker-saved');
    await overlay.click('done');
    await overlay.waitFor('row-chip');
    expect((await kept())[0]?.labels.due).toEqual(['Ngày xong việc']);
    await page.close();
    await forget();
  });

  it('in a modal dialog of the page', async () => {
    const { page, overlay } = await openPicker(odd.dialog('dueInAnHour'));
    await overlay.click('picker-kind', 'detail');
    await asks(overlay, 'Mã hồ sơ');
    await pointAt(page, await printed(page, 'Mã theo dõi nội bộ'));
    await asks(overlay, 'Ngày tiếp nhận');
    await pointAt(page, await printed(page, 'Ngày vào sổ'));
    await asks(overlay, 'Ngày hẹn trả');
    await page.keyboard.press('Escape');
    await overlay.waitGone('picker');
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await teach({ page, overlay });
    await page.evaluate(() => document.querySelector('dialog')?.close());
    await until('the picker went with its dialog', async () => (await page.locator('than-thien-picker').count()) === 0);
    expect(await kept()).toEqual([]);
    await page.close();
  });
});

it('ends with the chord where the page swallows every key, and nothing else comes by it', async () => {
  const { page, overlay } = await desk.visit(odd.detail('dueInAnHour'));
  // As an official comes to it: by what the overlay shows.
  await overlay.waitFor('pill');
  await teach({ page, overlay });
  await page.evaluate(() => window.addEventListener('keydown', (event) => event.stopImmediatePropagation(), true));
  await page.keyboard.press('Escape');
  await overlay.waitFor('picker');
  await pressChord(desk, page);
  await overlay.waitGone('picker');
  await page.waitForTimeout(500);
  expect(await overlay.find('page-kind')).toBeUndefined();
  expect(await overlay.find('details')).toBeUndefined();
  expect(await kept()).toEqual([]);
  await page.close();
});

describe('a page that changes while it is taught', () => {
  async function atTheCode(): Promise<DeskPage> {
    const tab = await openPicker(odd.detail('dueInAnHour'));
    await tab.overlay.click('picker-kind', 'detail');
    await asks(tab.overlay, 'Mã hồ sơ');
    return tab;
  }

  it('its body replaced: the places are those of the new one', async () => {
    const { page, overlay } = await atTheCode();
    const before = await overlay.waitFor('outline');
    await page.evaluate(() => {
      const body = document.body.cloneNode(true) as HTMLElement;
      body.style.paddingTop = '60px';
      document.body.replaceWith(body);
    });
    const after = await overlay.waitFor('outline', ({ y }) => y !== before.y);
    expect(after.y - before.y).toBeCloseTo(60, 0);
    await pointAt(page, await printed(page, 'Mã theo dõi nội bộ'));
    await asks(overlay, 'Ngày tiếp nhận');
    await page.keyboard.press('Escape');
    await overlay.waitGone('picker');
    await page.close();
  });

  it('without ever resting: a clock ticks in it, and the places follow all the same', async () => {
    const { page, overlay } = await atTheCode();
    const before = await overlay.waitFor('outline');
    await page.evaluate(() => {
      const clock = document.createElement('p');
      document.body.prepend(clock);
      const started = performance.now();
      // Ends by itself: it must not keep the page from closing.
      const tick = () => {
        clock.textContent = `${Math.round(performance.now())}`;
        if (performance.now() - started < 20_000) setTimeout(tick, 40);
      };
      tick();
    });
    await overlay.waitFor('outline', ({ y }) => y > before.y + 10);
    await page.close();
  });

  it('its document opened anew: the lesson ends, and the overlay is back', async () => {
    const { page, overlay } = await atTheCode();
    await page.evaluate(() => {
      const whole = document.head.outerHTML + document.body.outerHTML;
      document.open();
      document.write(whole);
      document.close();
    });
    await until('the picker is gone', async () => (await page.locator('than-thien-picker').count()) === 0);
    await overlay.waitFor('pill');
    expect(await page.locator('than-thien').count()).toBe(1);
    await page.close();
  });

  it('printed: nothing of the lesson is on paper', async () => {
    const { page, overlay } = await atTheCode();
    await page.emulateMedia({ media: 'print' });
    expect(await overlay.parts()).toEqual([]);
    await page.emulateMedia({ media: 'screen' });
    await overlay.waitFor('picker');
    await page.close();
  });

  it('enlarged to 200 %: the card is whole, and the places can be pressed', async () => {
    const { page, overlay } = await atTheCode();
    const screen = { width: 683, height: 384 };
    await page.setViewportSize(screen);
    const card = await overlay.waitFor(
      'picker',
      ({ width, height }) => width <= screen.width && height <= screen.height,
    );
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.y).toBeGreaterThanOrEqual(0);
    await overlay.click('spot');
    await asks(overlay, 'Ngày tiếp nhận');
    await page.close();
  });
});

describe('a dossier in a part of the page that scrolls', () => {
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

  /** Where the code begins, which only the page itself can find in there. */
  function codeAt(page: Page): Promise<{ x: number; y: number }> {
    return page.evaluate(() => {
      const range = document.createRange();
      range.selectNodeContents(Reflect.get(window, '__code') as Element);
      return range.getBoundingClientRect().toJSON();
    });
  }

  /** An outline begins where its value does, but for its own edge. */
  async function liesOverCode({ page, overlay }: DeskPage): Promise<void> {
    const code = await codeAt(page);
    await overlay.waitFor('outline', ({ x, y }) => Math.abs(x - code.x) < EDGE && Math.abs(y - code.y) < EDGE);
  }

  it.each([
    ['a box', false],
    ['a box in a closed shadow root', true],
  ])('%s: outlines follow, go with what is scrolled away, and are picked where they stand', async (_name, isSealed) => {
    const tab = await desk.visit(odd.detail('dueInAnHour'));
    const { page, overlay } = tab;
    await page.evaluate(putInScrollingBox, isSealed);
    await roll(page, 120);
    await teach(tab);
    await overlay.click('picker-kind', 'detail');
    await asks(overlay, 'Mã hồ sơ');
    await liesOverCode(tab);
    expect(await isInBox(page)).toBe(true);
    const before = await codeAt(page);
    await roll(page, 40);
    expect((await codeAt(page)).y).toBeCloseTo(before.y - 40, 0);
    await liesOverCode(tab);
    await roll(page, 60);
    await overlay.waitGone('outline');
    await page.mouse.move(before.x + 30, before.y + 8);
    await page.mouse.wheel(0, -1_000);
    await liesOverCode(tab);
    const code = await codeAt(page);
    await page.mouse.click(code.x + 30, code.y + 8);
    await asks(overlay, 'Ngày tiếp nhận');
    await page.close();
  });
});

describe('what is never taken', () => {
  it('the applicant: said kindly, nothing kept, nothing heard by the page', async () => {
    const { page, overlay } = await openPicker(odd.detail('dueInAnHour'));
    const stored = await allStored();
    await overlay.click('picker-kind', 'detail');
    await asks(overlay, 'Mã hồ sơ');
    for (const label of ['Chủ hồ sơ', 'Điện thoại', 'Ngày sinh']) {
      await pointAt(page, await printed(page, label));
      await overlay.waitFor('refusal', ({ text }) => text.includes('thông tin của người dân'));
    }
    await overlay.click('absent');
    await asks(overlay, 'Ngày tiếp nhận');
    await pointAt(page, '12/03/2001');
    await overlay.waitFor('refusal', ({ text }) => text.includes('Không bao giờ đọc ô này'));
    await page.locator('main input').boundingBox();
    const field = await page.locator('main input').boundingBox();
    await page.mouse.click((field?.x ?? 0) + 20, (field?.y ?? 0) + 8);
    await overlay.waitFor('refusal', ({ text }) => text.includes('đang để nhập'));
    await page.keyboard.press('Escape');
    await overlay.waitGone('picker');
    expect(await page.locator('than-thien-picker').count()).toBe(0);
    expect(await allStored()).toBe(stored);
    expect(await heard(page)).toBe(0);
    await page.close();
  });
});
