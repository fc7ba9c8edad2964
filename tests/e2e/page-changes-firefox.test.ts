import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { HOSTS } from '../pages/families.ts';
import { antd, framed, liferay, opencps, unlisted } from '../pages/routes.ts';
import { SCREEN } from './harness/chromium.ts';
import { isCounted } from './harness/due-on-list.ts';
import { FirefoxDesk, type FirefoxPart } from './harness/firefox.ts';
import { defineLate } from './harness/late-component.ts';
import { until } from './harness/steps.ts';
import { wholeMinute } from './harness/whole-minute.ts';

/*
 * Pages that change under the overlay, in Firefox: the next dossier in the place of the former one, rows that are used
 * again, pages that show a dossier late, two copies of the extension.
 */

let desk: FirefoxDesk;
/** A page of the extension's own, to look into what the desk in the background knows. */
let inside: Page;
/** The tab of the official, which shows one page after the other. */
let page: Page;
beforeAll(async () => {
  desk = await FirefoxDesk.open();
  inside = await desk.extensionPage('src/settings/health/index.html');
  page = await desk.browser.newPage();
  await page.setViewport(SCREEN);
  await page.setRequestInterception(true);
  // A page that is left meanwhile needs no answer.
  page.on('request', (request) => void answer(request).catch(() => undefined));
});
afterAll(() => desk.close());
afterEach(async () => {
  letGo();
  await page.goto('about:blank');
  await inside.evaluate(() => chrome.storage.session.clear());
});

const SITE = `https://${HOSTS.liferay}/thay-doi`;
const PAST = '20/01/2025 17:00:00';
const FAR = '31/12/2099 16:00:00';

/** What is drawn of one dossier. */
function drawn(number: number, due: string): string {
  return `<h2>Thông tin chi tiết hồ sơ</h2><dl><dt>Mã hồ sơ</dt><dd>H27.128.14-250113-${number}</dd>
    <dt>Ngày tiếp nhận</dt><dd>13/01/2025 08:00:00</dd><dt>Ngày hẹn trả</dt><dd>${due}</dd>
    <dt>Trạng thái</dt><dd>Đang xử lý</dd></dl>`;
}

const FORMER = drawn(1001, PAST);
const NEXT = drawn(1002, FAR);
const NEWS = '<h2>Tin tức</h2>';

function whole(body: string, head = ''): string {
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Một cửa</title>${head}<body>${body}</body></html>`;
}

function frameOf(path: string): string {
  return `<iframe src="${SITE}/${path}" style="width: 900px; height: 500px"></iframe>`;
}

function inShadow(path: string): string {
  return whole(`<khung-tin></khung-tin><script>
    document.querySelector('khung-tin').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(frameOf(path))};
  </script>`);
}

const LABELS = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái', 'Người nộp'];

/** A form that a portal uses for one dossier after the other, as it looks before a script has filled it. */
function form(heading: string, state: string): string {
  return whole(
    `<h2>${heading}</h2>${LABELS.map((label) => `<p><label>${label} <input ${state}></label></p>`).join('')}`,
  );
}

/** Draws what belongs to its address, as a router does. */
const ROUTER = `<main></main><script>
  const views = ${JSON.stringify({ '': NEWS, '1001': FORMER, '1002': NEXT })};
  const show = () => { document.querySelector('main').innerHTML = views[new URL(location.href).searchParams.get('so') ?? '']; };
  const go = (number) => { history.pushState(null, '', '?so=' + number); show(); };
  addEventListener('popstate', show);
  show();
</script>`;

/** Shows one dossier after the other in the same modal dialog. */
const DIALOG = `<h2>Danh sách hồ sơ</h2><dialog></dialog><script>
  const dialog = document.querySelector('dialog');
  const dossiers = ${JSON.stringify({ '1001': FORMER, '1002': NEXT })};
  const open = (number) => { dialog.innerHTML = dossiers[number]; dialog.showModal(); };
</script>`;

const PAGES: Readonly<Record<string, string>> = {
  'mot-khung': whole(frameOf('truoc')),
  'khung-trong-khung': whole(frameOf('mot-khung')),
  'trong-goc': inShadow('truoc'),
  tin: whole(NEWS),
  'tin-khung': whole(frameOf('tin')),
  'tin-khung-trong-khung': whole(frameOf('tin-khung')),
  'tin-trong-goc': inShadow('tin'),
  'bo-dinh-tuyen': whole(ROUTER),
  'hop-thoai': whole(DIALOG),
  truoc: whole(FORMER),
  sau: whole(NEXT),
  /** Nothing of it can be drawn before its script is there. */
  'sau-chua-ve': whole(NEXT, `<script src="${SITE}/giu-lai"></script>`),
  /** All of it stands there, and it has not loaded. */
  'sau-chua-tai-xong': whole(`${NEXT}<img alt="" src="${SITE}/giu-lai">`),
  'chi-tiet': form('Thông tin chi tiết hồ sơ', 'readonly'),
  'chi-tiet-trong-khung': whole(frameOf('chi-tiet')),
  'tiep-nhan': form('Tiếp nhận hồ sơ', ''),
};

/** What pages wait for. */
const held: (() => void)[] = [];
function letGo(): void {
  for (const done of held.splice(0)) done();
}

async function answer(request: HTTPRequest): Promise<void> {
  const url = request.url();
  if (!url.startsWith(`${SITE}/`)) return request.continue();
  const body = PAGES[new URL(url).pathname.split('/').at(-1) ?? ''];
  if (body !== undefined) return request.respond({ contentType: 'text/html; charset=utf-8', body });
  await new Promise<void>((done) => held.push(done));
  return request.respond({ contentType: 'text/javascript', body: '' });
}

/** Opens one of the pages above. */
async function visit(path: string): Promise<void> {
  await page.goto(`${SITE}/${path}`);
}

const isRead = ({ text }: FirefoxPart) => text !== '' && !text.startsWith('Đang đọc');
const isOverdue = ({ text }: FirefoxPart) => text.startsWith('Quá hạn');
const isNext = (chip: FirefoxPart) => isRead(chip) && !isOverdue(chip);

/* What runs in the page. No function of it may use anything but the others of these. */

/** Once what stands there has been painted. */
function painted(): Promise<void> {
  return new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
}

/** What stands in the frames of a page, the innermost. */
function innermost(within: Document | ShadowRoot = document): Document {
  const root = within.querySelector('khung-tin')?.shadowRoot ?? within;
  const inner = root.querySelector('iframe')?.contentDocument;
  return inner ? innermost(inner) : ((within as Document).defaultView?.document ?? document);
}

/** The row that a person sees at a point of the tab, in frames and shadow roots too. */
function rowAt(x: number, y: number, within: Document | ShadowRoot = document): Element | null {
  const found = within.elementFromPoint(x, y);
  if (found?.shadowRoot && found.shadowRoot !== within) return rowAt(x, y, found.shadowRoot);
  const inner = found?.localName === 'iframe' ? (found as HTMLIFrameElement).contentDocument : null;
  if (found === null || inner === null) return found?.closest('tr') ?? null;
  const { left, top } = found.getBoundingClientRect();
  const { paddingLeft, paddingTop } = getComputedStyle(found);
  const from = [left + found.clientLeft + parseFloat(paddingLeft), top + found.clientTop + parseFloat(paddingTop)];
  return rowAt(x - (from[0] ?? 0), y - (from[1] ?? 0), inner);
}

interface RowChip {
  readonly text: string;
  /** Of the row that the page shows there. */
  readonly code: string;
  readonly row: Element | null;
}

function rowChips(root: ShadowRoot): RowChip[] {
  return [...root.querySelectorAll('[data-part="row-chip"]')]
    .filter((chip) => chip.checkVisibility({ visibilityProperty: true }))
    .map((chip) => {
      const { x, y, width, height } = chip.getBoundingClientRect();
      const row = rowAt(x + width / 2, y + height / 2);
      const code = /H\d\d[\w.-]+-\d{4}/.exec(row?.textContent ?? '')?.[0] ?? 'no row';
      return { text: chip.textContent ?? '', code, row };
    });
}

type Said = Readonly<Record<string, string>>;

/** What is said of each dossier, by its code. */
function saidOf(chips: readonly RowChip[]): Said {
  return Object.fromEntries(chips.map(({ code, text }) => [code, text]));
}

function wrongOnes(root: ShadowRoot, right: Said): string[] {
  const wrong = rowChips(root).filter(({ code, text }) => right[code] !== text);
  return wrong.map(({ code, text }) => `${code}: ${text}`);
}

const IN_PAGE = [painted, innermost, rowAt, rowChips, saidOf, wrongOnes].map(String).join('\n');

/** What the driver keeps to itself but a reference into the closed root needs. */
interface Driver {
  readonly connection: { send(method: string, params: unknown): Promise<{ result: Answer }> };
}
interface Answer {
  readonly result?: { readonly value?: string };
  readonly exceptionDetails?: { readonly text: string };
}

/** Runs a function in the page, where frames are painted, with the closed root that a part of the overlay stands in. */
async function inRoot<Given, Found>(
  { sharedId }: FirefoxPart,
  run: (root: ShadowRoot, given: Given) => Found,
  given: Given,
): Promise<Awaited<Found>> {
  const { connection } = desk.browser as unknown as Driver;
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const { result } = await connection.send('script.callFunction', {
    functionDeclaration: `async (part, given) => {
      ${IN_PAGE}
      return JSON.stringify(await (${run})(part.getRootNode(), JSON.parse(given)));
    }`,
    arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(given ?? null) }],
    target: { context },
    awaitPromise: true,
  });
  if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
  return JSON.parse(result.result?.value ?? 'null');
}

/** Puppeteer's own `evaluate`, with the functions above. */
function inPage(body: string): Promise<unknown> {
  return page.evaluate(`(async () => { ${IN_PAGE}; ${body} })()`);
}

/** Has the innermost frame show another page, as a link in there does. */
async function turn(path: string): Promise<void> {
  await inPage(`innermost().location.href = ${JSON.stringify(`${SITE}/${path}`)}`);
}

const REWRITE = `(document, html) => { document.open(); document.write(html); document.close(); }`;

/** Waits until the innermost frame is there, whole. */
async function untilLoaded(): Promise<void> {
  await until('it has loaded', async () => (await inPage('return innermost().readyState')) === 'complete');
}

/** Elements of ours in all frames of the tab. */
async function hosts(): Promise<number> {
  const counts = page
    .frames()
    .map((frame) => frame.evaluate(() => document.querySelectorAll('than-thien, than-thien-picker').length));
  return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
}

/** The former dossier's deadline is on no frame that shows another, and then the next one's is there. */
async function neverFormer(act: () => Promise<unknown>): Promise<void> {
  const chip = await desk.waitFor(page, 'chip', isOverdue);
  const watched = inRoot(chip, watchDossier, null);
  await act();
  expect(await watched).toEqual([]);
}

/** Looks at every frame that is painted until the next dossier is read. */
async function watchDossier(root: ShadowRoot): Promise<readonly string[]> {
  const wrong = new Set<string>();
  const standing = () => innermost().body?.innerText ?? '';
  for (let frame = 0; frame < 600; frame += 1) {
    const seen = await new Promise<string>((done) => requestAnimationFrame(() => done(standing())));
    await new Promise((passed) => setTimeout(passed));
    // What came since that frame has not been painted yet.
    if (standing() !== seen) continue;
    const chip = root.querySelector('[data-part="chip"]');
    const said = chip?.checkVisibility({ visibilityProperty: true }) ? (chip.textContent ?? '') : '';
    if (said.startsWith('Quá hạn') && !seen.includes('250113-1001')) wrong.add(`the former deadline: ${seen}`);
    if (said === '' || /^(Quá hạn|Đang đọc)/.test(said)) continue;
    if (!seen.includes('250113-1002')) wrong.add(`${said}: ${seen}`);
    return [...wrong];
  }
  return [...wrong, 'the next dossier was never read'];
}

describe('the next dossier in the place of the former one', () => {
  it('never has its deadline, where the page goes on by pushState; the way back is read too, to its end', async () => {
    await visit('bo-dinh-tuyen');
    await page.evaluate('go(1001)');
    await neverFormer(() => page.evaluate('go(1002)'));
    await page.evaluate(() => history.back());
    await desk.waitFor(page, 'chip', isOverdue);
    await page.evaluate(() => history.back());
    await until('nothing of ours', async () => (await hosts()) === 0);
  });

  it('never has its deadline in a modal dialog, the address being the same', async () => {
    await visit('hop-thoai');
    await page.evaluate('open(1001)');
    await neverFormer(async () => {
      await page.evaluate('dialog.close()');
      await page.evaluate('open(1002)');
    });
    await page.evaluate('dialog.close()');
    await desk.waitGone(page, 'chip');
  });
});

describe('the next dossier in a frame', () => {
  it.each([
    ['of the page', 'mot-khung'],
    ['in a frame', 'khung-trong-khung'],
    ['in a shadow root', 'trong-goc'],
  ])('%s never has the deadline of the former one, however long it takes to come', async (_where, path) => {
    await visit(path);
    await neverFormer(async () => {
      await turn('sau-chua-ve');
      await until('the page waits', async () => held.length > 0);
      letGo();
    });
  });

  it('is read as soon as it can be seen, loaded or not', async () => {
    await visit('mot-khung');
    await desk.waitFor(page, 'chip', isOverdue);
    await turn('sau-chua-tai-xong');
    await desk.waitFor(page, 'chip', isNext);
    expect(held).toHaveLength(1);
  });

  it('is read also where the frame around and the page have written themselves anew before', async () => {
    await visit('khung-trong-khung');
    await desk.waitFor(page, 'chip', isOverdue);
    for (const written of ["document.querySelector('iframe').contentDocument", 'document']) {
      await inPage(`(${REWRITE})(${written}, ${JSON.stringify(PAGES['mot-khung'])})`);
      await untilLoaded();
      await neverFormer(() => turn('sau'));
      await turn('truoc');
      await desk.waitFor(page, 'chip', isOverdue);
    }
  });

  it('never has its deadline where it is written over it, in a frame in a frame', async () => {
    await visit('khung-trong-khung');
    await neverFormer(() => inPage(`(${REWRITE})(innermost(), ${JSON.stringify(PAGES.sau)})`));
  });

  it('is of this site only: of two frames the one that may be looked into is read, by one overlay', async () => {
    await page.goto(framed('liferay', '', unlisted.detail('overdue'), liferay.detail('dueTomorrow')));
    await desk.waitFor(page, 'chip', isRead);
    expect((await desk.waitFor(page, 'chip')).text).toMatch(/^(Còn|Hôm nay)/);
    expect(await hosts()).toBe(1);
  });

  it('is there, a press in there is heard, and its sign of success asks the finish', async () => {
    await page.goto(framed('liferay', framed('liferay', liferay.detail('birth'))));
    await desk.waitFor(page, 'chip', isRead);
    const button = await page.frames().at(-1)?.waitForSelector('button[value="returned"]', { visible: true });
    await button?.click();
    await desk.waitFor(page, 'finish');
    await desk.click(page, 'confirm');
    expect((await desk.waitFor(page, 'saved')).text).toContain('Đã ghi trên máy này');
  });
});

/** Fills the fields of a form as a script does, one after the other: nobody is told. */
function fill(values: readonly string[]): Promise<unknown> {
  return inPage(`for (const [i, input] of innermost().querySelectorAll('input').entries()) {
      input.value = ${JSON.stringify(values)}[i] ?? '';
    }`);
}

const FIRST = ['H27.128.14-250113-1001', '13/01/2025 08:00:00', PAST, 'Đang xử lý'];
const SECOND = ['H27.128.14-250113-1002', '13/01/2025 08:00:00', FAR, 'Đang xử lý'];

/** What the desk in the background knows of the form in view: how it was filed. */
function filed(channel: 'direct' | 'online'): Promise<void> {
  return until(channel, () =>
    inside.evaluate(async (way) => {
      const kept = JSON.stringify(await chrome.storage.session.get());
      return new RegExp(`"inView":\\{[^{}]*"channel":"${way}"`).test(kept);
    }, channel),
  );
}

/** Draws a receive form whose channel is asked for by `field`. */
function showForm(field: string): Promise<void> {
  return show(`<h1>Thêm mới hồ sơ</h1><p>Mã hồ sơ: <input readonly value="H27.128.14-261021-0013"></p>
    <p>Hình thức tiếp nhận: ${field}</p><p>Ngày tiếp nhận: <input value="21/10/2026 08:00"></p>
    <p>Ngày hẹn trả: <input value="28/10/2026 16:00"></p><p>Họ và tên: <input value="NGUYỄN VĂN VÍ DỤ"></p>
    <p><label><input type="radio" name="gt" checked> Nam</label> <label><input type="radio" name="gt"> Nữ</label></p>
    <button>Tiếp nhận</button>`);
}

function show(html: string): Promise<void> {
  return page.evaluate((text) => {
    document.body.innerHTML = text;
  }, html);
}

describe('what stands in fields', () => {
  it('is read once a script has written it there, in a frame too, and in the form that comes after it', async () => {
    await visit('chi-tiet-trong-khung');
    await fill(FIRST);
    await desk.waitFor(page, 'chip', isOverdue);
    await turn('tiep-nhan');
    await until('the next form is there', async () => (await inPage('return innermost().URL')) === `${SITE}/tiep-nhan`);
    await untilLoaded();
    await fill(SECOND);
    await desk.waitFor(page, 'chip', isNext);
  });

  it('is read when a script fills the form again, and what was typed once the field is left', async () => {
    await visit('tiep-nhan');
    await fill(FIRST);
    await desk.waitFor(page, 'chip', isOverdue);
    await fill(SECOND);
    await desk.waitFor(page, 'chip', isNext);
    const due = await page.waitForSelector('::-p-xpath(//label[contains(., "Ngày hẹn trả")]/input)');
    await due?.click({ count: 3 });
    await page.keyboard.type(PAST);
    await page.keyboard.press('Tab');
    await desk.waitFor(page, 'chip', isOverdue);
  });

  it('names the channel by the radio button that is chosen', async () => {
    await page.goto(opencps.unknown());
    await showForm(`<label><input type="radio" name="k" id="a"> Trực tiếp</label>
       <label><input type="radio" name="k" checked> Trực tuyến</label>`);
    await filed('online');
    await page.click('#a');
    await filed('direct');
  });

  it('names it by what is chosen in a list', async () => {
    await page.goto(opencps.unknown());
    await showForm('<select id="k"><option>Trực tiếp</option><option selected>Trực tuyến</option></select>');
    await filed('online');
    await page.focus('#k');
    await page.keyboard.press('ArrowUp');
    await filed('direct');
  });
});

/** Has all rows of a list on the screen, also those in a frame. */
async function visitList(url: string): Promise<Page> {
  await wholeMinute();
  await page.goto(url);
  await page.setViewport({ width: SCREEN.width, height: 1_500 });
  await page.evaluate(() => {
    for (const frame of document.querySelectorAll('iframe')) frame.style.height = '1300px';
  });
  await page.waitForFunction(() => document.readyState === 'complete');
  await untilLoaded();
  return page;
}

/** A list in an open shadow root of the page. */
async function visitShadow(): Promise<Page> {
  await visitList(liferay.list());
  await page.evaluate(() => {
    const table = document.querySelector('table:has(td a)') as HTMLElement;
    const host = document.createElement('so-mo');
    table.before(host);
    host.attachShadow({ mode: 'open' }).append(table);
  });
  return page;
}

/** A chip, once chips have stayed the same for some frames, and what is right for each row from then on. */
async function untilDrawn(): Promise<{ chip: FirefoxPart; right: Said }> {
  const chip = await desk.waitFor(page, 'row-chip');
  const right = await inRoot(chip, stillSaid, null);
  expect(Object.keys(right).length).toBeGreaterThan(2);
  expect(right).not.toHaveProperty(['no row']);
  return { chip, right };
}

async function stillSaid(root: ShadowRoot): Promise<Said> {
  let said = '';
  let frames = 0;
  for (let all = 0; all < 600 && frames < 12; all += 1) {
    await painted();
    const now = JSON.stringify(saidOf(rowChips(root)));
    frames = now === said && now !== '{}' ? frames + 1 : 0;
    said = now;
  }
  return JSON.parse(said);
}

/** What a list does with two of its rows whose deadlines differ, and whether right before a frame is painted. */
const TURNS = {
  'says otherwise': ['[first.innerHTML, second.innerHTML] = [second.innerHTML, first.innerHTML];', true],
  'has other words in the same cells': [
    `const words = (row) => [...row.querySelectorAll('td, td a')].flatMap((cell) =>
      [...cell.childNodes].filter(({ nodeType }) => nodeType === 3));
    const [some, others] = [words(first), words(second)];
    for (const [i, node] of some.entries()) [node.data, others[i].data] = [others[i].data, node.data];`,
    true,
  ],
  'lies elsewhere': ['second.after(first);', true],
  'is pushed down': ["first.closest('table').style.marginTop = '31px';", true],
  'glides to its new place': [
    `const top = (row) => row.getBoundingClientRect().top;
    const before = [first, second].map((row) => [row, top(row)]);
    second.after(first);
    for (const [row, was] of before) row.animate([{ transform: 'translateY(' + (was - top(row)) + 'px)' }, {}], 500);`,
    true,
  ],
} as const;

interface Turned {
  readonly wrong: readonly string[];
  /** Chips that were there when the list was about to do this. */
  readonly before: number;
  readonly came: boolean;
}

interface Turn {
  readonly right: Said;
  readonly act: string;
  readonly atLast: boolean;
}

/** Has a list turn; looks at that very frame and all others until the chips are back. */
async function turnRows(root: ShadowRoot, { right, act, atLast }: Turn): Promise<Turned> {
  const chips = rowChips(root);
  const [one] = chips;
  const other = chips.find(({ text }) => text !== one?.text);
  if (!one || !other) return { wrong: ['no two deadlines that differ'], before: 0, came: false };
  const turning = () => new Function('first', 'second', act)(one.row, other.row);
  if (atLast) requestAnimationFrame(turning);
  else turning();
  const wrong: string[] = [];
  for (let frame = 0; frame < 600; frame += 1) {
    await painted();
    wrong.push(...wrongOnes(root, right));
    const came = frame > 3 && rowChips(root).length === chips.length;
    if (came) return { wrong, before: chips.length, came };
  }
  return { wrong, before: chips.length, came: false };
}

/** Scrolls; how many chips are there in the very next frame. */
async function scrolled(root: ShadowRoot, inFrame: boolean): Promise<number> {
  (inFrame ? innermost().defaultView : window)?.scrollBy(0, 30);
  await painted();
  return rowChips(root).length;
}

describe('the deadline over each row of a list', () => {
  afterAll(() => page.setViewport(SCREEN));

  it.each([
    ['a list', () => visitList(liferay.list())],
    ['a list in a frame in a frame', () => visitList(framed('liferay', framed('liferay', liferay.list())))],
    ['a list in a shadow root', visitShadow],
  ] as const)('is on no other dossier for a single frame, whatever %s does with its rows', async (_, open) => {
    await open();
    const { chip, right } = await untilDrawn();
    for (const [what, [act, atLast]] of Object.entries(TURNS)) {
      const { wrong, before, came } = await inRoot(chip, turnRows, { right, act, atLast });
      expect({ what, wrong, came }).toEqual({ what, wrong: [], came: true });
      expect(before).toBe(Object.keys(right).length);
    }
  });

  it.each([
    ['the page', liferay.list(), [false]],
    ['a frame or the page around it', framed('liferay', liferay.list()), [true, false]],
  ])('goes at once when %s is scrolled, and comes back over the same dossiers', async (_, url, scrolls) => {
    await visitList(url);
    await inPage("for (const { body } of [document, innermost()]) body.style.paddingBottom = '2000px';");
    for (const inFrame of scrolls) {
      const { chip, right } = await untilDrawn();
      expect(await inRoot(chip, scrolled, inFrame)).toBe(0);
      const after = (await untilDrawn()).right;
      expect(Object.keys(after).filter((code) => code in right).length).toBeGreaterThan(2);
      for (const [code, text] of Object.entries(after)) expect(text).toBe(right[code] ?? text);
    }
  });

  it('is over the same dossiers on a page that is enlarged', async () => {
    await visitList(liferay.list());
    const { right } = await untilDrawn();
    await inPage("document.documentElement.style.zoom = '1.1'");
    await inPage('await new Promise((later) => setTimeout(later, 1_500))');
    const after = (await untilDrawn()).right;
    // In a narrower place a chip may be its mark alone.
    const worded = Object.keys(after).filter((code) => after[code] !== '' && (right[code] ?? '') !== '');
    expect(new Set(worded.map((code) => after[code])).size).toBeGreaterThan(1);
    for (const code of worded) expect([code, after[code]]).toEqual([code, right[code]]);
  });

  it('lets a real click through to the row of the page', async () => {
    await visitList(liferay.list());
    const { chip } = await untilDrawn();
    const { x, y } = await desk.waitFor(page, 'row-chip', ({ sharedId }) => sharedId === chip.sharedId);
    const code = await inPage(`return /H\\d\\d[\\w.-]+-\\d{4}/.exec(rowAt(${x}, ${y})?.textContent ?? '')?.[0]`);
    await page.evaluate(() => {
      addEventListener('click', ({ target, isTrusted }) => {
        document.body.dataset.clicked = `${isTrusted} ${(target as Element).closest('tr')?.textContent}`;
      });
    });
    await page.mouse.click(x, y);
    await page.waitForFunction(() => document.body.dataset.clicked !== undefined);
    expect(await page.evaluate(() => document.body.dataset.clicked)).toMatch(/^true /);
    expect(await page.evaluate(() => document.body.dataset.clicked)).toContain(code);
  });

  it('goes with the list when its frame shows a dossier', async () => {
    await visitList(framed('liferay', liferay.list()));
    await untilDrawn();
    await inPage(`innermost().location.href = ${JSON.stringify(liferay.detail('overdue'))}`);
    await desk.waitFor(page, 'chip', isOverdue);
    expect((await desk.parts(page)).filter(({ name }) => name === 'row-chip')).toEqual([]);
  });

  it('is away under a dossier in a dialog over the list, and back when that is closed', async () => {
    await page.goto(antd.list());
    await desk.waitFor(page, 'row-chip');
    await (await page.waitForSelector('.ant-table-row [role=button]', { visible: true }))?.click();
    await desk.waitFor(page, 'chip', isRead);
    await desk.waitGone(page, 'row-chip');
    await (await page.waitForSelector('.ant-modal-close', { visible: true }))?.click();
    await desk.waitFor(page, 'pill', isCounted);
    await untilDrawn();
  });
});

/** Long enough for the lookout to have asked, looked, and been answered. */
const LOOKED_MS = 500;

function looked(): Promise<void> {
  return new Promise((done) => setTimeout(done, LOOKED_MS));
}

/** A page of a listed site that shows no dossier, looked at and left alone. */
async function asleep(): Promise<Page> {
  await page.goto(opencps.unknown());
  await looked();
  expect(await hosts()).toBe(0);
  return page;
}

const DETAIL = `<h1>Chi tiết hồ sơ</h1>${FORMER}`;

describe('a page that has shown no dossier yet', () => {
  it('has nothing of ours, whatever changes there', async () => {
    await asleep();
    await show('<h1>Tin tức</h1><p>Danh sách hồ sơ, tiếp nhận hồ sơ, mã hồ sơ</p>');
    const html = await page.content();
    await looked();
    expect(await page.content()).toBe(html);
    expect(await hosts()).toBe(0);
    expect(await desk.parts(page)).toEqual([]);
  });

  it('gets the overlay when one is drawn', async () => {
    await asleep();
    await show(DETAIL);
    await desk.waitFor(page, 'chip', isOverdue);
  });

  it('gets it when one is written over the page', async () => {
    await asleep();
    await inPage(`(${REWRITE})(document, ${JSON.stringify(PAGES.truoc)})`);
    await desk.waitFor(page, 'chip', isOverdue);
  });

  it.each(['open', 'closed'] as const)('gets it for one that comes into a shadow root: %s', async (mode) => {
    await asleep();
    await page.evaluate(
      (html, how) => {
        const host = document.createElement('div');
        document.body.append(host);
        const root = host.attachShadow({ mode: how });
        setTimeout(() => {
          root.innerHTML = html;
        }, 300);
      },
      DETAIL,
      mode,
    );
    await desk.waitFor(page, 'chip', isOverdue);
  });

  it.each(['open', 'closed'] as const)('gets it for one of a component that comes to life: %s', async (mode) => {
    await asleep();
    await page.evaluate(defineLate, [DETAIL, mode] as const);
    await desk.waitFor(page, 'chip', isOverdue);
  });

  it('gets it for one in a frame that comes', async () => {
    await asleep();
    await page.evaluate((html) => {
      const frame = document.createElement('iframe');
      frame.style.cssText = 'width: 800px; height: 500px';
      frame.srcdoc = html;
      document.body.append(frame);
    }, DETAIL);
    await desk.waitFor(page, 'chip', isOverdue);
    expect(await hosts()).toBe(1);
  });

  it.each(['tin-khung-trong-khung', 'tin-trong-goc'])('gets it for one that comes into its frame: %s', async (path) => {
    await visit(path);
    await looked();
    expect(await hosts()).toBe(0);
    await turn('sau-chua-tai-xong');
    await desk.waitFor(page, 'chip', isNext);
  });

  it('gets it for one in a frame after the page has written itself anew', async () => {
    await visit('tin');
    await looked();
    await inPage(`(${REWRITE})(document, ${JSON.stringify(PAGES['tin-khung'])})`);
    await untilLoaded();
    await looked();
    await turn('sau-chua-tai-xong');
    await desk.waitFor(page, 'chip', isNext);
  });

  it('gets it at an address that its portal is known by', async () => {
    await asleep();
    await page.evaluate((url) => history.pushState(null, '', url), opencps.list());
    await desk.waitFor(page, 'pill');
  });
});

/** A copy of the extension under another id; the browser gives it a uuid of its own. */
async function secondCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'than-thien-copy-'));
  await cp('dist-firefox', folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8'));
  manifest.browser_specific_settings.gecko.id = 'than-thien-copy@than-thien.invalid';
  await writeFile(file, JSON.stringify(manifest));
  return folder;
}

/** How often an overlay comes and goes on a page that keeps changing, for a while. */
function watchHosts(): Promise<number> {
  return page.evaluate(async () => {
    let changes = 0;
    const isOurs = ({ nodeName }: Node) => nodeName === 'THAN-THIEN';
    const observer = new MutationObserver((records) => {
      for (const { addedNodes, removedNodes } of records)
        changes += [...addedNodes, ...removedNodes].filter(isOurs).length;
    });
    observer.observe(document, { subtree: true, childList: true });
    for (let round = 0; round < 8; round += 1) {
      document.body.append('');
      await new Promise((passed) => setTimeout(passed, 120));
    }
    return changes;
  });
}

describe('two copies of the extension', () => {
  it('the page is left to a newer one that takes it over', async () => {
    await page.goto(liferay.list());
    await desk.waitFor(page, 'row-chip');
    await page.evaluate(() => {
      document.querySelector('than-thien')?.remove();
      const newer = document.createElement('than-thien');
      newer.id = 'newer';
      newer.style.cssText = 'position: fixed; width: 220px; height: 44px';
      document.documentElement.append(newer);
    });
    expect(await watchHosts()).toBe(0);
    expect(await page.evaluate(() => [...document.querySelectorAll('than-thien')].map(({ id }) => id))).toEqual([
      'newer',
    ]);
  });

  describe('that both run', () => {
    let folder: string;
    let id: string;
    beforeAll(async () => {
      folder = await secondCopy();
      id = await desk.browser.installExtension(folder);
    });
    afterAll(async () => {
      await desk.browser.uninstallExtension(id);
      await rm(folder, { recursive: true, force: true });
    });

    it.each([
      ['a dossier', opencps.detail('overdue'), 'chip'],
      ['a list', liferay.list(), 'row-chip'],
    ])('come to one overlay over %s, and leave it at that', async (_, url, part) => {
      await page.goto(url);
      await desk.waitFor(page, part, isRead);
      await looked();
      expect(await watchHosts()).toBe(0);
      expect(await hosts()).toBe(1);
      await desk.waitFor(page, part, isRead);
    });
  });
});
