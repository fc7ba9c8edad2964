import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrowser } from '../../scripts/browsers.mjs';
import { QUIET_FLAGS, SCREEN } from './harness/chromium.ts';
import { livePageScript } from './live-page/bundle.ts';

const STYLE = `.off { display: none } .faint { opacity: 0 } .unseen { visibility: hidden }
  #more:checked ~ table td:nth-child(2) { display: none } .on + tr { visibility: collapse } body.on .note { display: none }`;

function row(i: number): string {
  const code = `H27.128.14-261021-${String(1_000 + i)}`;
  return `<tr><td>${code}</td><td>Đăng ký khai sinh</td><td><span>21/10/2026 08:30</span></td><td>28/10/2026 17:00</td><td>Đang xử lý</td></tr>`;
}

const LIST = `<table><thead><tr><th>Mã hồ sơ</th><th>Thủ tục</th><th>Ngày tiếp nhận</th><th>Ngày hẹn trả</th><th>Trạng thái</th></tr></thead>
  <tbody>${Array.from({ length: 24 }, (_, i) => row(i)).join('')}</tbody></table>`;

const DETAIL = `<div class="note"><h2>Thông tin chi tiết hồ sơ</h2>
  <table><tbody><tr><td>Trạng thái</td><td><span>Đang xử lý</span></td></tr><tr><td>Hình thức tiếp nhận</td><td>Trực tiếp</td></tr></tbody></table>
  <div><span>Mã hồ sơ:</span> <span>H27.128.14-261021-0013</span></div>
  <dl><dt>Tên thủ tục</dt><dd>Đăng ký kết hôn</dd><dt>Ngày tiếp nhận</dt><dd>21/10/2026 09:00</dd><dt>Ngày hẹn trả</dt><dd>26/10/2026 17:00</dd></dl>
  <div>Số hồ sơ: <input id="code" readonly value="H27.128.14-261021-0013"></div></div>`;

function page(body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><style>${STYLE}</style></head><body><input type="checkbox" id="more">${body}</body></html>`;
}

describe('a reading that remembers the last one', () => {
  let browser: Browser;
  let script: string;
  beforeAll(async () => {
    script = await livePageScript();
    browser = await chromium.launch({ executablePath: findBrowser('chromium') ?? '', args: [...QUIET_FLAGS] });
  });
  afterAll(() => browser.close());

  async function open(body: string): Promise<Page> {
    const opened = await browser.newPage({ viewport: SCREEN });
    await opened.setContent(page(body), { waitUntil: 'load' });
    await opened.evaluate(script);
    return opened;
  }

  it.each([
    ['a list', LIST],
    ['a detail', DETAIL],
    ['a list and a detail', DETAIL + LIST],
    ['a list in a frame', `<iframe width="900" height="500" srcdoc='<style>${STYLE}</style>${LIST}'></iframe>`],
  ])('says the same as a fresh one after any changes: %s', async (_what, body) => {
    const opened = await open(body);
    for (const seed of [1, 2, 3]) {
      expect(await opened.evaluate((from) => window.changeAndCompare(from, 60), seed)).toEqual([]);
    }
    await opened.close();
  });

  it('reads a list of thousands of rows in pieces, and the page may change meanwhile', async () => {
    const opened = await open(LIST);
    await opened.evaluate(() => {
      const body = document.querySelector('tbody');
      const rows = [...(body?.rows ?? [])];
      for (let i = 0; i < 200; i += 1) body?.append(...rows.map((row) => row.cloneNode(true)));
    });
    expect(await opened.evaluate(() => window.readInPieces())).toEqual({ pieces: true, same: true, rows: 4_824 });
    await opened.close();
  });

  const DUE = '"due":"2026-10-28T17:00"';

  it.each<[string, () => void, () => void]>([
    [
      'a rule that a script writes',
      () => document.styleSheets[0]?.insertRule('td:nth-child(4) { display: none }'),
      () => document.styleSheets[0]?.deleteRule(0),
    ],
    [
      '`:has()`',
      () => document.querySelector('h1')?.setAttribute('class', 'unduly'),
      () => document.querySelector('h1')?.removeAttribute('class'),
    ],
    [
      'an attribute that nobody watches',
      () => document.querySelector('tbody')?.setAttribute('data-state', 'closed'),
      () => document.querySelector('tbody')?.setAttribute('data-state', 'open'),
    ],
    [
      'a sheet that its document adopts',
      () => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync('td:nth-child(4) { visibility: hidden }');
        document.adoptedStyleSheets = [sheet];
      },
      () => {
        document.adoptedStyleSheets = [];
      },
    ],
  ])('believes nothing for long that is hidden far from any change, by %s', async (_what, hide, show) => {
    const opened = await open(`<style>
      main:has(h1.unduly) td:nth-child(4) { display: none } tbody[data-state="closed"] td:nth-child(4) { opacity: 0 }
      </style><main><div><h1>Danh sách</h1></div><div><p><b>1</b></p></div>${LIST}</main>`);
    /** Something else of the page changes, too, as it always does. */
    const change = () => opened.evaluate(() => document.querySelector('b')?.append('1'));
    const last = () => opened.evaluate(() => window.readLast());
    await last();
    await change();
    await expect.poll(last).toContain(DUE);
    await opened.evaluate(hide);
    await change();
    await expect.poll(last, { timeout: 5_000 }).not.toContain(DUE);
    await opened.evaluate(show);
    await change();
    await expect.poll(last, { timeout: 5_000 }).toContain(DUE);
    await opened.close();
  });

  it.each<[string, (page: Page) => Promise<unknown>]>([
    ['a box that is checked', (page) => page.click('#more')],
    ['what is hovered', (page) => page.hover('#over')],
    ['what has the focus', (page) => page.focus('#into')],
    ['a window of another size', (page) => page.setViewportSize({ width: 500, height: 700 })],
    [
      'a style sheet that is loaded late',
      (page) =>
        page.evaluate(() => {
          const link = document.createElement('link');
          link.rel = 'stylesheet';
          link.href = URL.createObjectURL(new Blob(['td:nth-child(4) { display: none }'], { type: 'text/css' }));
          document.head.append(link);
          return new Promise((done) => link.addEventListener('load', done));
        }),
    ],
    [
      'what has faded away',
      (page) =>
        page.evaluate(() => {
          document.body.className = 'fading';
          return new Promise((done) => setTimeout(done, 400));
        }),
    ],
  ])('knows at once what is hidden without a record, by %s', async (_what, act) => {
    const opened = await open(`<style>
      #more:checked ~ table td:nth-child(4), body:has(#over:hover) td:nth-child(4) { display: none }
      body:has(#into:focus) td:nth-child(4) { visibility: hidden }
      @media (max-width: 600px) { td:nth-child(4) { display: none } }
      .fading td:nth-child(4) { animation: fade 0.1s forwards } @keyframes fade { to { opacity: 0 } }
      </style><p id="over">Danh sách</p><input id="into">${LIST}`);
    expect(await opened.evaluate(() => window.readNow())).toContain(DUE);
    await act(opened);
    expect(await opened.evaluate(() => window.readNow())).not.toContain(DUE);
    await opened.close();
  });

  it("reads a frame of the same site and the page's own shadow roots, and their changes", async () => {
    const opened = await open('<main></main>');
    await opened.evaluate((inside) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { width: '900', height: '500', srcdoc: inside });
      document.body.append(frame);
      return new Promise((done) => frame.addEventListener('load', done));
    }, DETAIL);
    await expect.poll(() => opened.evaluate(() => window.readNow())).toContain('"kind":"detail"');
    await opened.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentDocument;
      for (const cell of inside?.querySelectorAll('dd') ?? []) cell.textContent = '29/10/2026 17:00';
    });
    expect(await opened.evaluate(() => window.readNow())).toContain('"due":"2026-10-29T17:00"');

    await opened.evaluate((inside) => {
      document.querySelector('iframe')?.remove();
      const host = document.createElement('x-part');
      document.body.append(host);
      host.attachShadow({ mode: 'open' }).innerHTML = inside;
    }, DETAIL);
    expect(await opened.evaluate(() => window.readNow())).toContain('"due":"2026-10-26T17:00"');
    await opened.evaluate(() => {
      const cells = document.querySelector('x-part')?.shadowRoot?.querySelectorAll('dd');
      if (cells?.[2] !== undefined) cells[2].textContent = '30/10/2026 17:00';
    });
    expect(await opened.evaluate(() => window.readNow())).toContain('"due":"2026-10-30T17:00"');
    await opened.close();
  });

  it('leaves alone a frame that is hidden, a pixel wide, empty or of another site', async () => {
    const frames = [
      `<iframe hidden srcdoc='${DETAIL}'></iframe>`,
      `<iframe width="1" height="1" srcdoc='${DETAIL}'></iframe>`,
      '<iframe></iframe>',
      `<iframe sandbox srcdoc='${DETAIL}'></iframe>`,
    ];
    const opened = await open(frames.join(''));
    expect(await opened.evaluate(() => window.readNow())).toContain('"facts":null');
    await opened.close();
  });
});
