import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk, type DeskPage, SCREEN } from './harness/chromium.ts';
import { defineLate } from './harness/late-component.ts';
import { isRead, type Overlay } from './harness/overlay.ts';
import { act, askedFinish, pressChord, until } from './harness/steps.ts';

/*
 * What is in a page of a listed site: the lookout alone, until there is something for the overlay to do.
 */

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
  await Promise.all(
    desk.context
      .pages()
      .slice(1)
      .map((page) => page.close()),
  );
});

/** Long enough for the lookout to have asked, looked, and been answered. */
const LOOKED_MS = 1_200;

const DOSSIER = `<dl><dt>Mã hồ sơ</dt><dd>H27.128.14-261021-0013</dd><dt>Ngày tiếp nhận</dt><dd>21/10/2026 08:00</dd>
  <dt>Ngày hẹn trả</dt><dd>28/10/2026 16:00</dd><dt>Trạng thái</dt><dd>Đang xử lý</dd></dl>`;
const DETAIL = `<h1>Chi tiết hồ sơ</h1>${DOSSIER}`;

const FIELDS = '<p>Họ và tên người nộp <input></p><p>Số CCCD <input></p><p>Địa chỉ <input></p>';
const RECEIVE = `<h3>Tiếp nhận hồ sơ</h3><p><label>Thủ tục hành chính</label><select><option>Đăng ký khai sinh</option></select></p>
  ${FIELDS}<button>Tiếp nhận</button>`;

/** Which of our scripts have run in the page, as their own world knows. */
async function present(overlay: Overlay): Promise<string> {
  const has = (name: string) => `Reflect.has(globalThis, Symbol.for('than-thien.${name}'))`;
  const found = await overlay.evaluate<boolean[]>(`[${has('lookout')}, ${has('overlay')}]`);
  return found === undefined ? 'none' : ['lookout', 'overlay'].filter((_, i) => found[i]).join(' ');
}

/** A page of a listed site that shows no dossier, looked at and left alone. */
async function asleep(): Promise<DeskPage> {
  const opened = await desk.visit(opencps.unknown());
  await opened.page.waitForTimeout(LOOKED_MS);
  expect(await present(opened.overlay)).toBe('lookout');
  return opened;
}

async function wakesUp({ overlay }: DeskPage): Promise<void> {
  await overlay.waitFor('chip', isRead);
  expect(await present(overlay)).toBe('lookout overlay');
}

function show(page: Page, html: string): Promise<void> {
  return page.evaluate((text) => {
    document.body.innerHTML = text;
  }, html);
}

describe('a page with nothing to do with dossiers', () => {
  it('has nothing of ours in it but the lookout, whatever changes there', async () => {
    const parsed: string[] = [];
    const page = await desk.context.newPage();
    const session = await desk.context.newCDPSession(page);
    session.on('Debugger.scriptParsed', ({ url }) => parsed.push(url));
    await session.send('Debugger.enable');
    await page.goto(opencps.unknown());
    await page.waitForTimeout(LOOKED_MS);
    await show(page, '<h1>Tin tức</h1><p>Danh sách hồ sơ, tiếp nhận hồ sơ, mã hồ sơ</p>');
    await page.waitForTimeout(LOOKED_MS);
    expect(await page.locator('than-thien').count()).toBe(0);
    const own = parsed.filter((url) => url.startsWith(`chrome-extension://${desk.extensionId}/`));
    expect(own.map((url) => new URL(url).pathname)).toEqual(['/src/content/lookout/index.js']);
  });

  it('wakes when a dossier is drawn on it', async () => {
    const opened = await asleep();
    await show(opened.page, DETAIL);
    await wakesUp(opened);
  });

  it('wakes for the form that makes a dossier, which says nothing of one yet', async () => {
    const { page, overlay } = await asleep();
    await show(page, RECEIVE);
    await overlay.waitFor('pill');
    expect(await present(overlay)).toBe('lookout overlay');
  });

  it('wakes when a dossier is written over it', async () => {
    const opened = await asleep();
    await opened.page.evaluate((html) => {
      document.open();
      document.write(`<!doctype html><body>${html}</body>`);
      document.close();
    }, DETAIL);
    await wakesUp(opened);
  });

  it.each(['open', 'closed'] as const)('wakes for a dossier in a shadow root of the page: %s', async (mode) => {
    const inShadow = await asleep();
    await inShadow.page.evaluate(
      ([html, how]) => {
        const host = document.createElement('div');
        document.body.append(host);
        const root = host.attachShadow({ mode: how });
        setTimeout(() => {
          root.innerHTML = html;
        }, 800);
      },
      [DETAIL, mode] as const,
    );
    await wakesUp(inShadow);
  });

  it.each(['open', 'closed'] as const)('wakes for a component that comes to life and shows one: %s', async (mode) => {
    const opened = await asleep();
    await opened.page.evaluate(defineLate, [DETAIL, mode] as const);
    await wakesUp(opened);
  });

  it('wakes for a dossier in a frame', async () => {
    const inFrame = await asleep();
    await inFrame.page.evaluate((html) => {
      const frame = document.createElement('iframe');
      Object.assign(frame.style, { width: '800px', height: '500px' });
      frame.srcdoc = html;
      document.body.append(frame);
    }, DETAIL);
    await until('the overlay in the page around the frame', async () =>
      (await present(inFrame.overlay)).includes('overlay'),
    );
  });

  it('wakes at an address that its portal is known by, and shows nothing on the way back', async () => {
    const { page, overlay } = await asleep();
    await page.evaluate((url) => history.pushState(null, '', url), opencps.list());
    await overlay.waitFor('pill');
    await page.evaluate(() => history.back());
    await until('nothing of ours', async () => (await page.locator('than-thien').count()) === 0, 15_000);
  });

  it('wakes when the worker was killed meanwhile', async () => {
    const opened = await asleep();
    await desk.killWorker(opened.page);
    await show(opened.page, DETAIL);
    await wakesUp(opened);
  });

  it('tells the desk that the dossier before it is no longer looked at', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('dueTomorrow'));
    await overlay.waitFor('chip', isRead);
    const inView = async () =>
      (await desk.worker()).evaluate(async () =>
        /"inView":\{/.test(JSON.stringify(await chrome.storage.session.get(null))),
      );
    await until('the dossier is in view', inView);
    await page.goto(opencps.unknown());
    await until('the dossier is out of view', async () => !(await inView()));
    expect(await present(overlay)).toBe('lookout');
  });
});

describe('the overlay comes when it is called', () => {
  it('by the chord, once for each press', async () => {
    const { page, overlay } = await asleep();
    await pressChord(desk, page);
    await overlay.waitFor('what-page');
    await overlay.waitFor('page-kind');
    await page.waitForTimeout(LOOKED_MS);
    expect(await overlay.find('page-kind')).toBeDefined();
    expect(await page.locator('than-thien').count()).toBe(1);
  });

  it('by a press on the page before, and asks for the finish when the sign of success is there', async () => {
    const { page, overlay } = await desk.visit(opencps.detail('overdue', { answer: 20_000 }));
    await overlay.waitFor('chip', isRead);
    await act(page, 'Trả kết quả');
    await until('the press is known', async () =>
      (await desk.worker()).evaluate(async () =>
        /"pressed":\{/.test(JSON.stringify(await chrome.storage.session.get(null))),
      ),
    );
    await page.goto(opencps.unknown());
    await until('the overlay', async () => (await present(overlay)).includes('overlay'));
    await show(page, '<p>Thực hiện thành công!</p>');
    await overlay.waitFor('icon');
    await overlay.click('icon');
    await overlay.waitFor('finish');
  });

  it('by a finish that is asked in another tab, when its own is in front', async () => {
    const sleeping = await asleep();
    await askedFinish(desk);
    await sleeping.page.bringToFront();
    await sleeping.overlay.waitFor('icon');
  });
});

describe('a browser that does not say its policy', () => {
  // Chromium takes seconds for it after it was started, and has been known not to say it at all.
  beforeAll(async () => {
    await (await desk.worker()).evaluate(() => {
      Object.assign(chrome.storage.managed, { get: () => new Promise(() => undefined) });
    });
  });

  it('has the overlay on its pages all the same', async () => {
    await wakesUp(await desk.visit(opencps.detail('dueTomorrow')));
    await wakesUp(await desk.visit(opencps.detail('overdue')));
  });

  it('and its health page, with the policy that was given last', async () => {
    const page = await desk.extensionPage('src/settings/health/index.html', SCREEN);
    await page.addInitScript(() => {
      Object.assign(chrome.storage.managed, { get: () => new Promise(() => undefined) });
    });
    await page.reload();
    await page.getByText('trình duyệt không báo chính sách nào').waitFor();
  });
});
