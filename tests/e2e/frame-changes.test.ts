import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import { isRead, type Part } from './harness/overlay.ts';

/*
 * The next dossier in the place of the former one, where the page's own document tells nothing of it: in frames and shadow
 * roots, in fields that a script fills, after the page has written itself anew.
 */

const SITE = `https://${HOSTS.liferay}/thay-doi`;
const PAST = '20/01/2025 17:00:00';
const FAR = '31/12/2099 16:00:00';

/** A dossier, and what a page has before and after it. */
function dossier(number: number, due: string, before = '', after = ''): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Hồ sơ</title>${before}<body>
    <h2>Thông tin chi tiết hồ sơ</h2><dl><dt>Mã hồ sơ</dt><dd>H27.128.14-250113-${number}</dd>
    <dt>Ngày tiếp nhận</dt><dd>13/01/2025 08:00:00</dd><dt>Ngày hẹn trả</dt><dd>${due}</dd>
    <dt>Trạng thái</dt><dd>Đang xử lý</dd></dl>${after}</body></html>`;
}

function frameOf(path: string): string {
  return `<iframe name="trong" src="${SITE}/${path}" style="width: 900px; height: 500px"></iframe>`;
}

function around(body: string): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Một cửa</title><body>${body}</body></html>`;
}

function inShadow(path: string): string {
  return around(`<khung-tin></khung-tin><script>
    document.querySelector('khung-tin').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(frameOf(path))};
  </script>`);
}

const LABELS = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái', 'Người nộp'];

/** A form that a portal uses for one dossier after the other, as it looks before a script has filled it. */
function form(heading: string, state: string): string {
  return around(
    `<h2>${heading}</h2>${LABELS.map((label) => `<p><label>${label} <input ${state}></label></p>`).join('')}`,
  );
}

const PAGES: Readonly<Record<string, string>> = {
  'mot-khung': around(frameOf('truoc')),
  'khung-trong-khung': around(frameOf('mot-khung')),
  'trong-goc': inShadow('truoc'),
  tin: around('<h2>Tin tức</h2>'),
  'tin-khung': around(frameOf('tin')),
  'tin-khung-trong-khung': around(frameOf('tin-khung')),
  'tin-trong-goc': inShadow('tin'),
  truoc: dossier(1001, PAST),
  sau: dossier(1002, FAR),
  /** Nothing of it can be drawn before its script is there. */
  'sau-chua-ve': dossier(1002, FAR, `<script src="${SITE}/giu-lai"></script>`),
  /** All of it stands there, and it has not loaded. */
  'sau-chua-tai-xong': dossier(1002, FAR, '', `<img alt="" src="${SITE}/giu-lai">`),
  'chi-tiet': form('Thông tin chi tiết hồ sơ', 'readonly'),
  'chi-tiet-trong-khung': around(frameOf('chi-tiet')),
  'tiep-nhan': form('Tiếp nhận hồ sơ', ''),
};

let desk: Desk;
/** What pages wait for. */
const held: (() => void)[] = [];
beforeAll(async () => {
  desk = await Desk.open();
  await desk.context.route(`${SITE}/**`, async (route) => {
    const html = PAGES[new URL(route.request().url()).pathname.split('/').at(-1) ?? ''];
    if (html !== undefined) return route.fulfill({ contentType: 'text/html; charset=utf-8', body: html });
    await new Promise<void>((done) => held.push(done));
    return route.fulfill({ contentType: 'text/javascript', body: '' }).catch(() => undefined);
  });
});
afterAll(() => desk.close());

function letGo(): void {
  for (const done of held.splice(0)) done();
}

/** Long enough for the lookout to have asked, looked, and been answered. */
const LOOKED_MS = 1_200;

const isOverdue = ({ text }: Part) => text.startsWith('Quá hạn');
const isNext = (chip: Part) => isRead(chip) && !isOverdue(chip);

async function visit(path: string): Promise<DeskPage> {
  const opened = await desk.visit(`${SITE}/${path}`);
  await opened.page.waitForLoadState('load');
  return opened;
}

function innermost(page: Page): Frame {
  return page.frames().at(-1) ?? page.mainFrame();
}

/** Has a page write itself anew. */
async function rewrite(frame: Frame, path: string): Promise<void> {
  await frame.evaluate((html) => {
    document.open();
    document.write(html);
    document.close();
  }, PAGES[path] ?? '');
  await innermost(frame.page()).waitForLoadState('load');
}

/** Shows another page in the innermost frame, as a link in there does. It is there then, but it may not have loaded. */
async function turn(page: Page, path: string): Promise<void> {
  const turned = page.waitForEvent('framenavigated');
  await innermost(page).evaluate((url) => {
    location.href = url;
  }, `${SITE}/${path}`);
  await turned;
}

const NEXT_FRAME = 'new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(() => painted(1))))';

/** Fills the fields of a form as a script does, one after the other: nobody is told. */
async function fill(page: Page, values: readonly string[]): Promise<void> {
  await innermost(page).evaluate((given) => {
    for (const [i, input] of document.querySelectorAll('input').entries()) input.value = given[i] ?? '';
  }, values);
}

const FIRST = ['H27.128.14-250113-1001', '13/01/2025 08:00:00', PAST, 'Đang xử lý'];
const NEXT = ['H27.128.14-250113-1002', '13/01/2025 08:00:00', FAR, 'Đang xử lý'];

describe('the next dossier in a frame', () => {
  it.each([
    ['of the page', 'mot-khung'],
    ['in a frame', 'khung-trong-khung'],
    ['in a shadow root', 'trong-goc'],
  ])('%s is read in the place of the former one', async (_where, path) => {
    const { page, overlay } = await visit(path);
    await overlay.waitFor('chip', isOverdue);
    await turn(page, 'sau');
    await overlay.waitFor('chip', isNext);
    await page.close();
  });

  it.each(['mot-khung', 'khung-trong-khung', 'trong-goc'])(
    'does not get the deadline of the former one while it loads: %s',
    async (path) => {
      const { page, overlay } = await visit(path);
      await overlay.waitFor('chip', isOverdue);
      await turn(page, 'sau-chua-ve');
      await overlay.evaluate(NEXT_FRAME);
      expect((await overlay.parts()).filter(isOverdue)).toEqual([]);
      letGo();
      await overlay.waitFor('chip', isNext);
      await page.close();
    },
  );

  it('is read as soon as it can be seen, loaded or not', async () => {
    const { page, overlay } = await visit('mot-khung');
    await overlay.waitFor('chip', isOverdue);
    await turn(page, 'sau-chua-tai-xong');
    await overlay.waitFor('chip', isNext);
    letGo();
    await page.close();
  });

  it.each([
    ['the page', (page: Page) => page.mainFrame()],
    ['the frame around', (page: Page) => page.frames()[1] ?? page.mainFrame()],
  ])('is read also where %s has written itself anew before', async (_what, written) => {
    const { page, overlay } = await visit('khung-trong-khung');
    await overlay.waitFor('chip', isOverdue);
    await rewrite(written(page), 'mot-khung');
    await overlay.waitFor('chip', isOverdue);
    await turn(page, 'sau');
    await overlay.waitFor('chip', isNext);
    await page.close();
  });
});

describe('the next dossier in a form that is used again', () => {
  it.each([
    ['of the page', 'chi-tiet'],
    ['in a frame', 'chi-tiet-trong-khung'],
  ])('is read once a script has filled it: %s', async (_where, path) => {
    const { page, overlay } = await visit(path);
    await fill(page, FIRST);
    await overlay.waitFor('chip', isOverdue);
    await fill(page, NEXT);
    await overlay.waitFor('chip', isNext);
    await fill(page, FIRST);
    await overlay.waitFor('chip', isOverdue);
    await page.close();
  });

  it('is read when its due date was typed', async () => {
    const { page, overlay } = await visit('tiep-nhan');
    await fill(page, FIRST);
    await overlay.waitFor('chip', isOverdue);
    await page.getByLabel('Ngày hẹn trả').fill(FAR);
    await overlay.waitFor('chip', isNext);
    await page.close();
  });
});

describe('a page that has shown no dossier yet', () => {
  it.each(['tin-khung', 'tin-khung-trong-khung', 'tin-trong-goc'])(
    'gets the overlay when one comes into its frame: %s',
    async (path) => {
      const { page, overlay } = await visit(path);
      await page.waitForTimeout(LOOKED_MS);
      await turn(page, 'sau-chua-tai-xong');
      await overlay.waitFor('chip', isNext);
      letGo();
      await page.close();
    },
  );

  it('gets it also after it has written itself anew', async () => {
    const { page, overlay } = await visit('tin');
    await page.waitForTimeout(LOOKED_MS);
    await rewrite(page.mainFrame(), 'tin-khung');
    await page.waitForTimeout(LOOKED_MS);
    await turn(page, 'sau-chua-tai-xong');
    await overlay.waitFor('chip', isNext);
    letGo();
    await page.close();
  });
});
