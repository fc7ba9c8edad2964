import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk, type DeskPage, SCREEN } from './harness/chromium.ts';
import { type Box, isRead } from './harness/overlay.ts';
import { addPart } from './harness/page-part.ts';
import { askedFinish, openReceiveForm, pressChord, receive, until } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

/** Two chords this far apart are two presses. */
const ANOTHER_PRESS_MS = 800;
/** All that a page of itself brings has been read, and the pill has its place. */
const RESTED_MS = 2_000;
const PARTS = ['open', 'closed', 'frame'] as const;
const LARGEST_PILL = { width: 220, height: 44 };

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

/** The element of the page that a press in the middle of a part would meet. */
function topAt(page: Page, { x, y, width, height }: Box): Promise<string | undefined> {
  const middle = { x: x + width / 2, y: y + height / 2 };
  return page.evaluate((at) => document.elementFromPoint(at.x, at.y)?.localName, middle);
}

async function actionButtons(page: Page): Promise<Box[]> {
  const found: Box[] = [];
  for (const button of await page.locator('#app button:visible').all()) {
    const box = await button.boundingBox();
    if (box && box.y < 768 && box.y + box.height > 0) found.push(box);
  }
  return found;
}

/** What comes in a part of the page at the place of the pill has that place to itself. */
async function makesWay(
  { page, overlay }: DeskPage,
  part: (typeof PARTS)[number],
  tag: 'input' | 'button',
): Promise<void> {
  const { x, y } = await overlay.waitFor('pill');
  const box = { x: x + 20, y: y + 7, width: 120, height: 30 };
  await page.evaluate(addPart, [part, tag, box] as const);
  await overlay.waitFor('pill', (pill) => !overlap(pill, box));
}

describe('size and place', () => {
  it.each([
    ['list', opencps.list()],
    ['detail', opencps.detail('dueTomorrow')],
    ['receive', opencps.receive()],
  ])('the pill is small and on no action button (%s)', async (_, url) => {
    const { page, overlay } = await desk.visit(url);
    await overlay.waitFor('pill');
    await page.waitForTimeout(1_200);
    const pill = await overlay.waitFor('pill');
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    const buttons = await actionButtons(page);
    expect(buttons.length).toBeGreaterThan(0);
    expect(buttons.filter((button) => overlap(button, pill))).toEqual([]);
  });

  it.each([
    ['role', 'alert'],
    ['aria-live', 'polite'],
  ])('makes way for a message of the portal: %s=%s', async (name, value) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(800);
    const { x, y, width, height } = await overlay.waitFor('pill');
    const message = { x: x + 10, y, width: width - 20, height };
    await page.evaluate(
      ([box, attribute, kind]) => {
        const told = document.createElement('div');
        told.setAttribute(attribute, kind);
        told.textContent = 'Thông báo';
        told.style.cssText = `position: fixed; left: ${box.x}px; top: ${box.y}px; width: ${box.width}px; height: ${box.height}px`;
        document.body.append(told);
      },
      [message, name, value] as const,
    );
    await overlay.waitFor('pill', (pill) => !overlap(pill, message));
  });

  it.each([
    ['the pages of a list', '<ul class="pagination"><li><a href="#">1</a></li><li><a href="#">2</a></li></ul>', 'a'],
    ['how many rows a page has', '<select><option>10 / trang</option></select>', 'select'],
    ['tabs', '<a href="#" role="tab">Nhật ký</a><a href="#" role="tab">Trao đổi</a>', '[role=tab]'],
  ])('makes way for what is pressed in its corner: %s', async (_, html, controls) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate((inside) => {
      const corner = document.createElement('div');
      corner.style.cssText = 'position: fixed; right: 20px; bottom: 20px; display: flex; width: 200px; height: 30px';
      corner.innerHTML = inside;
      document.body.append(corner);
    }, html);
    const boxes = await page
      .locator(controls)
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    const inCorner = (boxes as Box[]).filter(({ x, y }) => x > SCREEN.width - 260 && y > SCREEN.height - 80);
    expect(inCorner.length).toBeGreaterThan(0);
    await overlay.waitFor('pill', (pill) => !inCorner.some((box) => overlap(box, pill)));
    await page.close();
  });

  it.each([
    ['a link of WebForms', `<a href="javascript:__doPostBack('x','')" style="STYLE">Trả kết quả</a>`],
    ['a box', '<div class="action-primary" onclick="void 0" style="STYLE">Chuyển xử lý</div>'],
    ['words that take the focus', '<span tabindex="0" class="nut-luu" style="STYLE">Lưu</span>'],
    ['a link in the air', '<a class="mat-fab" href="/x" style="STYLE; background: none">Thêm mới</a>'],
    ['the label of a file', '<label style="STYLE">Tải tệp lên<input type="file" hidden></label>'],
    [
      'a link in a bar',
      '<div style="position: fixed; right: 24px; bottom: 18px"><a href="#" style="border: 1px solid">In phiếu hẹn</a></div>',
    ],
    [
      'a link in a shade',
      '<div style="position: fixed; right: 24px; bottom: 18px"><a href="#" style="background: linear-gradient(red, blue)">In</a></div>',
    ],
  ])('makes way for what looks like a button and is none: %s', async (_, html) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    const style = 'position: fixed; right: 24px; bottom: 18px; padding: 12px 26px; background: #1565c0; color: #fff';
    const box = await page.evaluate(
      (text) => {
        document.body.insertAdjacentHTML('beforeend', text);
        const added = document.body.lastElementChild;
        return (added?.querySelector('a') ?? added)?.getBoundingClientRect().toJSON() as Box;
      },
      html.replace('STYLE', style),
    );
    await overlay.waitFor('pill', (pill) => !overlap(pill, box));
    await page.close();
  });

  it('stays where a page is full of links that are scrolled from under it', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(RESTED_MS);
    // Its words change, and with them its width.
    const corner = ({ x, y, width }: Box) => ({ right: Math.round(x + width), y });
    const before = corner(await overlay.waitFor('pill'));
    await page.evaluate(() => {
      const links = '<a href="#" style="position: relative">Hồ sơ khác</a> <label>Ghi chú</label> '.repeat(900);
      document.body.insertAdjacentHTML('beforeend', `<p>${links}</p>`);
    });
    await page.waitForTimeout(RESTED_MS);
    expect(corner(await overlay.waitFor('pill'))).toEqual(before);
    await page.close();
  });

  it('stays in an application that scrolls within itself', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const row = '<p><a href="#">Xem</a><a href="#" style="float: right">Xử lý</a></p>';
      const style = 'position: fixed; inset: 0; overflow: auto; background: white; opacity: 0.9';
      document.body.insertAdjacentHTML('beforeend', `<div id="shell" style="${style}">${row.repeat(60)}</div>`);
    });
    await page.waitForTimeout(RESTED_MS);
    const places = new Set<string>();
    for (let step = 1; step <= 6; step += 1) {
      await page.evaluate((to) => document.querySelector('#shell')?.scrollTo(0, to), step * 97);
      await page.waitForTimeout(600);
      const { x, y, width } = await overlay.waitFor('pill');
      places.add(`${Math.round(x + width)} ${y}`);
    }
    expect([...places]).toHaveLength(1);
    await page.close();
  });

  it.each([
    [
      'the pages at the end of a list',
      `${'<p>Dòng</p>'.repeat(60)}<div style="text-align: right; padding: 10px">${'<a href="#">12</a> '.repeat(5)}</div>`,
    ],
    [
      'links in a bar',
      `${'<p>Dòng</p>'.repeat(60)}<div style="position: fixed; inset: auto 0 0 0; text-align: right; padding: 16px; background: #eee">
        <span><a href="#">Quay lại</a> <a href="#">Ký số</a></span></div>`,
    ],
    [
      'links in a tall bar',
      `${'<p>Dòng</p>'.repeat(60)}<div style="position: fixed; inset: auto 0 0 0; height: 100px; background: #eee">
        <span style="position: absolute; right: 20px; bottom: 20px"><a href="#">Quay lại</a> <a href="#">Ký số</a></span></div>`,
    ],
    [
      'links in a bar that sticks',
      `<div style="position: relative">${'<p>Dòng</p>'.repeat(60)}
        <div style="position: sticky; bottom: 0; text-align: right; padding: 24px; background: #eee">
        <a href="#">Quay lại</a> <a href="#">Ký số</a></div></div>`,
    ],
    [
      'the foot of a dialog',
      `<div style="position: fixed; inset: 0; background: #ffffffe0"><div style="height: 700px; overflow: auto">${'<p>Dòng</p>'.repeat(60)}</div>
        <div style="text-align: right; padding: 16px"><a href="#">Quay lại</a> <a href="#">Ký số</a></div></div>`,
    ],
    [
      'the end of what scrolls by itself',
      `<div style="position: fixed; inset: 0; overflow: auto; background: #ffffffe0">${'<p>Dòng</p>'.repeat(60)}
        <div style="text-align: right; padding: 16px"><a href="#">Quay lại</a> <a href="#">Ký số</a></div></div>`,
    ],
  ])('makes way for what is pressed and nobody scrolls from under it: %s', async (_, html) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(RESTED_MS);
    const before = await overlay.waitFor('pill');
    const boxes = await page.evaluate((text) => {
      document.body.insertAdjacentHTML('beforeend', text);
      const last = document.body.lastElementChild;
      const end = document.documentElement.scrollHeight;
      scrollTo(0, last !== null && getComputedStyle(last).position === 'static' ? end : end - 1_500);
      last?.scrollTo(0, last.scrollHeight);
      return [...(last?.querySelectorAll('a') ?? [])].map((one) => one.getBoundingClientRect().toJSON() as Box);
    }, html);
    expect(boxes.filter((box) => overlap(before, box))).not.toEqual([]);
    await overlay.waitFor('pill', (pill) => !boxes.some((box) => overlap(pill, box)));
    await page.close();
  });

  it.each([
    ['links', '<td><a href="#" style="border: 1px solid; padding: 3px 8px; background: #e8f0fe">Xem</a></td>'],
    ['cells that are pressed', '<td onclick="void 0" style="border: 1px solid; background: #f5f5f5">Xem</td>'],
  ])('stays over a list that is made of painted %s, however it is scrolled', async (_, cell) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate((text) => {
      const rows = `<tr>${text.repeat(6)}</tr>`.repeat(60);
      document.body.insertAdjacentHTML('beforeend', `<table style="width: 100%; line-height: 26px">${rows}</table>`);
    }, cell);
    await page.waitForTimeout(RESTED_MS);
    const places = new Set<string>();
    for (let step = 1; step <= 6; step += 1) {
      await page.evaluate((to) => scrollTo(0, to), step * 97);
      await page.waitForTimeout(600);
      const { x, y, width } = await overlay.waitFor('pill');
      places.add(`${Math.round(x + width)} ${y}`);
    }
    expect([...places]).toHaveLength(1);
    await page.close();
  });

  it('makes way on a page without a doctype, and reads on where that is scrolled sideways', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    const { text } = await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const { innerHTML } = document.body;
      document.open();
      document.write(`<style>#app{width:420px}</style><body><div style="width: 3000px">${innerHTML}</div><div style="height: 2500px"></div>
        <div style="position: fixed; right: 20px; bottom: 14px"><button>Tiếp nhận</button> <button>In phiếu hẹn</button></div>`);
      document.close();
    });
    expect(await page.evaluate(() => document.compatMode)).toBe('BackCompat');
    const buttons = await page
      .locator('button:visible')
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON() as Box));
    const inCorner = buttons.filter(({ x, y }) => x > SCREEN.width - 260 && y > SCREEN.height - 80);
    expect(inCorner).toHaveLength(2);
    await overlay.waitFor('pill', (pill) => !inCorner.some((box) => overlap(box, pill)));
    await page.evaluate(() => {
      scrollTo(900, 0);
      document.body.append(document.createElement('p'));
    });
    await page.waitForTimeout(RESTED_MS);
    expect((await overlay.waitFor('chip', isRead)).text).toBe(text);
    await page.close();
  });

  it('never covers the field that has the focus', async () => {
    const { page, overlay } = await desk.visit(opencps.receive());
    await overlay.waitFor('pill');
    for (let step = 0; step < 14; step += 1) {
      await page.keyboard.press('Tab');
      await page.waitForTimeout(150);
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element?.matches('input, textarea, select')) return null;
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
      });
      const pill = (await overlay.find('pill')) ?? (await overlay.find('icon'));
      if (focused && pill) expect(overlap(focused, pill)).toBe(false);
    }
  });

  it.each(PARTS)('nor one in a part of the page: %s', async (part) => {
    const { page, overlay } = await desk.visit(opencps.receive());
    await makesWay({ page, overlay }, part, 'input');
    await page.close();
  });

  it('makes way for buttons in parts of the page', async () => {
    const { page, overlay } = await desk.visit(opencps.receive());
    await page.waitForTimeout(RESTED_MS);
    for (const part of PARTS) await makesWay({ page, overlay }, part, 'button');
    await page.close();
  });

  it('makes way where a button is scrolled under it in a frame', async () => {
    const { page, overlay } = await desk.visit(opencps.receive());
    await page.waitForTimeout(RESTED_MS);
    const pill = await overlay.waitFor('pill');
    const below = { x: pill.x + 20, y: pill.y + 407, width: 120, height: 30 };
    await page.evaluate(addPart, ['frame', 'button', below, 2_000] as const);
    await page.waitForTimeout(RESTED_MS);
    expect(overlap(await overlay.waitFor('pill'), pill)).toBe(true);
    await page
      .frames()
      .at(-1)
      ?.evaluate(() => scrollBy(0, 400));
    await overlay.waitFor('pill', (moved) => !overlap(moved, { ...below, y: below.y - 400 }));
    await page.close();
  });

  it('moves nothing on the page', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    const moved = await page.evaluate(() => {
      const entries = performance.getEntriesByType('layout-shift') as (PerformanceEntry & { value: number })[];
      return {
        shift: entries.reduce((sum, { value }) => sum + value, 0),
        wide: document.documentElement.scrollWidth > innerWidth,
      };
    });
    expect(moved.wide).toBe(false);
    const before = await page.evaluate(() => document.querySelector('.facts')?.getBoundingClientRect().top);
    await page.evaluate(() => document.querySelector('than-thien')?.remove());
    expect(await page.evaluate(() => document.querySelector('.facts')?.getBoundingClientRect().top)).toBe(before);
  });
});

describe('pages that are hard to live with', () => {
  it.each(['csp', 'hostile', 'modal', 'replace', 'rewrite'])('works on the page that is "%s"', async (variant) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow', { variant }));
    if (variant === 'replace' || variant === 'rewrite') await page.waitForTimeout(1_800);
    await overlay.waitFor('chip', isRead, 15_000);
    const pill = await overlay.waitFor('pill');
    expect(pill.width).toBeLessThanOrEqual(LARGEST_PILL.width);
    expect(pill.height).toBeLessThanOrEqual(LARGEST_PILL.height);
    // What is drawn can also be clicked: nothing of the page lies over it.
    expect(await topAt(page, pill)).toBe('than-thien');
    await overlay.click('icon');
    await overlay.waitFor('details');
  });

  it('the page sees a closed host and nothing of what is in it', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    const seen = await page.evaluate(() => {
      const host = document.querySelector('than-thien');
      return {
        root: host?.shadowRoot ?? null,
        text: host?.textContent ?? '',
        own: Object.keys(window).filter((key) => /than|thien|checklist/i.test(key)),
      };
    });
    expect(seen).toEqual({ root: null, text: '', own: [] });
  });

  it('keeps to one overlay in a page with empty frames', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    const counts = await Promise.all(page.frames().map((frame) => frame.locator('than-thien').count()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(1);
  });

  it('is over what the page shows in full screen, and can be pressed there', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const button = document.createElement('button');
      button.textContent = 'Toàn màn hình';
      button.style.cssText = 'position: fixed; top: 0; left: 0; z-index: 9';
      button.onclick = () => document.querySelector('#app')?.requestFullscreen();
      document.body.append(button);
    });
    await page.getByText('Toàn màn hình').click();
    await page.waitForFunction(() => document.fullscreenElement?.id === 'app');
    await page.waitForTimeout(500);
    await overlay.click('icon');
    await overlay.waitFor('details');
    const icon = await overlay.waitFor('icon');
    expect(await topAt(page, icon)).toBe('than-thien');
    await page.evaluate(() => document.exitFullscreen());
    await page.waitForTimeout(500);
    expect(await topAt(page, await overlay.waitFor('icon'))).toBe('than-thien');
    await page.close();
  });

  it('scrolls and walks by keys while a dialog of the page swallows the wheel and the arrows', async () => {
    const { page, overlay } = await askedFinish(desk);
    await page.setViewportSize({ width: 683, height: 320 });
    await page.evaluate(() => {
      for (const type of ['wheel', 'keydown']) {
        window.addEventListener(type, (event) => event.preventDefault(), { passive: false });
      }
    });
    const card = await overlay.waitFor('finish');
    const inCard = (expression: string) =>
      overlay.evaluate<number | string>(`(() => {
        const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
        return ${expression};
      })()`);
    await page.mouse.move(card.x + card.width / 2, card.y + 40);
    await page.mouse.wheel(0, 80);
    await until('the card has scrolled', async () => Number(await inCard(`root.querySelector('.card').scrollTop`)) > 0);
    await inCard(`root.querySelector('[data-part="cue"]').focus()`);
    const first = await inCard('root.activeElement.dataset.cue');
    await page.keyboard.press('ArrowDown');
    expect(await inCard('root.activeElement.dataset.cue')).not.toBe(first);
    await page.close();
  });

  it('can still be used after a dialog of the page switched off everything around it', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const host = document.querySelector('than-thien') as HTMLElement;
      host.inert = true;
      host.setAttribute('aria-hidden', 'true');
      host.style.setProperty('display', 'none', 'important');
    });
    await overlay.click('icon');
    await overlay.waitFor('details');
    const host = await page.evaluate(() => document.querySelector('than-thien')?.outerHTML ?? '');
    expect(host).not.toMatch(/inert|aria-hidden/);
    await page.close();
  });

  it.each([
    ['throws it out', `document.querySelector('than-thien')?.remove()`],
    ['hides it', `document.querySelector('than-thien')?.style.setProperty('display', 'none', 'important')`],
  ])('gives up politely where the page %s again and again', async (_, fight) => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    const rounds = await page.evaluate(async (act) => {
      let fought = 0;
      const fights = new Function(act);
      const isUp = () => {
        const host = document.querySelector('than-thien');
        return host !== null && getComputedStyle(host).display !== 'none';
      };
      const observer = new MutationObserver(() => {
        if (isUp()) {
          fought += 1;
          fights();
        }
      });
      observer.observe(document, { subtree: true, childList: true, attributes: true });
      fights();
      for (let turn = 0; turn < 30; turn += 1) {
        document.body.dataset.turn = `${turn}`;
        document.body.append('');
        await new Promise((resolve) => setTimeout(resolve, 200));
      }
      observer.disconnect();
      return fought;
    }, fight);
    expect(rounds).toBeGreaterThan(0);
    expect(rounds).toBeLessThanOrEqual(12);
    expect(await overlay.find('pill')).toBeUndefined();
    await page.close();
  });

  it('comes back into a dialog that writes itself anew from its own markup, our host in it included', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const dialog = document.createElement('dialog');
      dialog.innerHTML = '<p>Ghi chú</p>';
      document.body.append(dialog);
      dialog.showModal();
    });
    await page.waitForFunction(() => document.querySelector('dialog than-thien') !== null);
    for (let time = 0; time < 2; time += 1) {
      await page.evaluate(() => {
        const dialog = document.querySelector('dialog') as HTMLElement;
        dialog.setHTMLUnsafe(dialog.innerHTML);
      });
      await overlay.waitFor('pill');
      await overlay.click('icon');
      await overlay.waitFor('details');
      await overlay.click('icon');
      await overlay.waitGone('details');
    }
    await until('one host is left', async () => (await page.locator('than-thien').count()) === 1);
    await page.close();
  });

  it('leaves the page to a newer copy of itself', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
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
    await page.close();
  });

  it('is an icon and a card along the bottom on a narrow screen', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await page.setViewportSize({ width: 400, height: 700 });
    await overlay.waitFor('pill', ({ width }) => width === 44);
    await overlay.click('icon');
    const card = await overlay.waitFor('details');
    expect(card.width).toBeGreaterThan(370);
    expect(card.x).toBeGreaterThanOrEqual(0);
    expect(card.x + card.width).toBeLessThanOrEqual(400);
    expect(card.y + card.height).toBeLessThanOrEqual(700);
    await page.close();
  });

  it('stays away from paper', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip');
    await page.emulateMedia({ media: 'print' });
    expect(await overlay.find('pill')).toBeUndefined();
  });
});

describe('a page that faces a citizen', () => {
  const LONGER_THAN_PATIENCE_MS = 3_200;

  it('shows nothing of ours but the steps of helping to file, on the official’s own call', async () => {
    const { page, overlay } = await desk.visit(opencps.unknown());
    await page.waitForTimeout(LONGER_THAN_PATIENCE_MS);
    await pressChord(desk, page);
    await overlay.click('page-kind', 'filing');
    await until('it is gone', async () => (await page.locator('than-thien').count()) === 0);
    await page.waitForTimeout(ANOTHER_PRESS_MS);
    await pressChord(desk, page);
    const first = await overlay.waitFor('assisted');
    expect(first.text).toContain('Xin phép rồi mới giúp trên điện thoại, máy tính');
    expect(await overlay.find('pill')).toBeUndefined();
    for (let step = 2; step <= 9; step += 1) {
      await overlay.click('next-step');
      await overlay.waitFor('assisted', ({ text }) => text.includes(`${step}/9`));
    }
    await overlay.click('next-step');
    await until('it is gone', async () => (await page.locator('than-thien').count()) === 0);
    await page.close();
  });
});

describe('a press', () => {
  it('on the words of the pill is one on its icon: who points at a deadline wants to know more', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await overlay.click('pill');
    await overlay.waitFor('details');
    await overlay.click('pill');
    await overlay.waitGone('details');
    await page.close();
  });

  it('meets what it was aimed at, whatever the page shows meanwhile', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.waitForTimeout(1_200);
    const icon = await overlay.waitFor('icon');
    const before = await overlay.waitFor('pill');
    await page.mouse.move(icon.x + icon.width / 2, icon.y + icon.height / 2);
    await page.mouse.down();
    // Without its facts the pill would be read anew, and another size.
    await page.evaluate(() => document.querySelector('.facts')?.remove());
    await page.waitForTimeout(900);
    expect(await overlay.waitFor('pill')).toMatchObject({ x: before.x, width: before.width, text: before.text });
    await page.mouse.up();
    await overlay.waitFor('details');
    await overlay.waitFor('pill', ({ text }) => text !== before.text);
    await page.close();
  });
});

describe('typing in the portal', () => {
  it('is undisturbed: every key arrives, the focus stays, at every state of the overlay', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow', { variant: 'keys' }));
    await overlay.waitFor('chip');
    const text = 'Tieengs Vieetj ddaaus';
    await page.locator('#typing').click();
    await page.keyboard.type(text, { delay: 15 });
    await page.keyboard.press('Backspace');
    expect(await page.locator('#typing').inputValue()).toBe(text.slice(0, -1));
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typing');
    const typed = await page.evaluate(() => (window as unknown as { __typed: unknown[] }).__typed.length);
    expect(typed).toBeGreaterThanOrEqual(text.length + 1);
  });

  it("the panel keeps the focus that a page's focus trap would take back", async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    await page.evaluate(() => {
      const inside = document.createElement('input');
      document.body.append(inside);
      document.addEventListener('focusin', ({ target }) => {
        if (target !== inside) inside.focus();
      });
    });
    await overlay.evaluate(`(() => {
      const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
      root.querySelector('[data-part="icon"]').focus();
    })()`);
    expect(await page.evaluate(() => document.activeElement?.localName)).toBe('than-thien');
  });

  it('finish arriving takes no focus', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    const focusedBefore = await page.evaluate(() => document.activeElement?.localName);
    await overlay.waitFor('finish');
    expect(await page.evaluate(() => document.activeElement?.localName)).not.toBe('than-thien');
    expect(focusedBefore).not.toBe('than-thien');
  });

  it('work cues go as soon as a field has the focus', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await page.locator('.layout.row', { hasText: 'Họ và tên *:' }).locator('input').click();
    await overlay.waitGone('cues', 3_000);
  });
});
