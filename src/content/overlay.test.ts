// @vitest-environment happy-dom

import { nameIndex, vietnameseWords } from 'page-reader';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pagePattern } from '../messages/page-pattern.ts';
import type { Broadcast, DeskRequests, DeskView, Snapshot } from '../messages/requests.ts';
import { calmDesk as desk } from '../messages/testing/calm-desk.ts';
import { overlayTexts } from '../platform/texts/overlay.ts';
import { portalById } from '../rules/portals/index.ts';
import { procedures } from '../rules/procedures/index.ts';
import { cards } from './cards/cards.ts';
import { offerCards } from './cards-door.ts';
import type { DeskLink, LinkReply } from './desk-link.ts';
import { HOST_TAG } from './host.ts';
import { Overlay } from './overlay.ts';

const LIST = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0';
const DETAIL = `${LIST}/chi-tiet-ho-so/34013`;
const SUCCESS = '<div role="alert">Thực hiện thành công!</div>';
const [A, B] = ['H27.128.14-261120-0013', 'H27.128.14-261120-0014'];

const NATIONAL = 'https://dichvucong.gov.vn/nop-ho-so/1';
const FILING = '<h1>Nộp hồ sơ trực tuyến</h1><p><label>Họ tên <input></label></p><button>Nộp hồ sơ</button>';

const NONE_OF_DESK = { page: { kind: 'other', facts: null, rows: [], listed: [] } };

const noCues = { joy: [], neutral: [], grief: [], unknown: [] };

/** A background that counts whatever it is asked, and remembers what it was told. */
class ScriptedLink implements DeskLink {
  readonly sent: { type: string; body: unknown }[] = [];
  /** The background has gone away for a while. */
  isMute = false;
  cues: Snapshot['cues'] = { greet: noCues, work: noCues };
  /** What is answered otherwise than here. */
  readonly answers = new Map<string, () => Promise<LinkReply<unknown>>>();
  /** Tells the page something. */
  tell: (broadcast: Broadcast) => void = () => undefined;
  readonly #desk: DeskView;
  readonly #portal: string;

  readonly #pageKinds: Snapshot['pageKinds'];

  constructor(view: DeskView, portal: string, pageKinds: Snapshot['pageKinds']) {
    this.#desk = view;
    this.#portal = portal;
    this.#pageKinds = pageKinds;
  }

  async request<T extends keyof DeskRequests>(type: T, body: DeskRequests[T]['body']) {
    this.sent.push({ type, body });
    if (this.isMute) return { ok: false, error: { code: 'unreachable', detail: '' } } as const;
    const answer = this.answers.get(type);
    if (answer !== undefined) return (await answer()) as LinkReply<DeskRequests[T]['value']>;
    return { ok: true, value: this.#answer(type, body) } as LinkReply<DeskRequests[T]['value']>;
  }

  onBroadcast(hear: (broadcast: Broadcast) => void): void {
    this.tell = hear;
  }

  alive(): boolean {
    return true;
  }

  /** The bodies of all requests of a type. */
  of<T extends keyof DeskRequests>(type: T): readonly DeskRequests[T]['body'][] {
    return this.sent.flatMap((one) => (one.type === type ? [one.body as DeskRequests[T]['body']] : []));
  }

  #answer(type: string, body: unknown): unknown {
    if (type === 'open') return this.#snapshot();
    // As the script does once it has run.
    if (type === 'bring' && (body as DeskRequests['bring']['body']).script === 'cards') offerCards(cards);
    if (type !== 'count') return this.#desk;
    const { marks } = body as DeskRequests['count']['body'];
    const count = ({ due = '' }) => ({ chip: { mark: 'running', text: due, hint: '' }, due: null });
    return { counts: marks.map(count), until: Number.MAX_SAFE_INTEGER };
  }

  #snapshot(): Snapshot {
    return {
      language: 'vi',
      texts: overlayTexts.vi,
      words: vietnameseWords,
      names: nameIndex(procedures),
      portal: portalById(this.#portal),
      cues: this.cues,
      assisted: [{ id: 'help', text: 'Xin phép rồi mới giúp' }],
      procedures: [],
      pageKinds: this.#pageKinds,
      folded: false,
      rulesOff: [],
      desk: this.#desk,
    };
  }
}

let overlay: Overlay | null = null;
afterEach(() => {
  overlay?.destroy();
  Reflect.deleteProperty(globalThis, Symbol.for('than-thien.cards'));
  vi.restoreAllMocks();
});

/** Our closed root, as soon as there is one. */
function rootOfOurs(): () => ShadowRoot | null {
  let root: ShadowRoot | null = null;
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    const made = attach.call(this, init);
    if (this.localName === HOST_TAG) root = made;
    return made;
  });
  return () => root;
}

/** The overlay over a page of a portal, by default one of OpenCPS. `early`: what happens before it has come to rest. */
async function over(
  url: string,
  html: string,
  view = desk,
  portal = 'opencps',
  pageKinds: Snapshot['pageKinds'] = {},
  early: (tell: ScriptedLink['tell']) => void = () => undefined,
) {
  document.body.innerHTML = html;
  const at = { url };
  const link = new ScriptedLink(view, portal, pageKinds);
  overlay = new Overlay({ document, window, link, url: () => at.url }, []);
  await overlay.start(Promise.resolve(null));
  early(link.tell);
  overlay.mount();
  return { link, at };
}

function list(...codes: readonly string[]): string {
  const heads = ['STT', 'Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'].map((head) => `<th>${head}</th>`).join('');
  const rows = codes.map((code, i) => {
    const cells = [i + 1, code, '20/11/2026 07:30:00', `${24 + i}/11/2026 17:00:00`];
    return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
  });
  return `<h3>DANH SÁCH HỒ SƠ</h3><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function detail(code: string, due: string): string {
  const line = (label: string, value: string) => `<div><span>${label}: </span><span> ${value} </span></div>`;
  return `<div><h3>CHI TIẾT HỒ SƠ</h3><b title="Đăng ký khai sinh">Đăng ký khai sinh</b>${line('Mã hồ sơ', code)}
    ${line('Ngày tiếp nhận', '20/11/2026 07:30:00')}${line('Ngày hẹn trả', due)}${line('Trạng thái', 'Đang xử lý')}</div>`;
}

it('tells and counts the rows that chips were drawn for before it was their turn to be read', async () => {
  const { link } = await over(LIST, list(A));
  await vi.waitFor(() => expect(link.of('count')).toHaveLength(1));
  const codes = ['0021', '0022'].map((number) => `H27.128.14-261120-${number}`);
  // The page comes to rest, and its chips are drawn, while the changes are still being gathered.
  window.dispatchEvent(new Event('scroll'));
  await new Promise((later) => setTimeout(later, 100));
  document.body.innerHTML = list(A, ...codes);
  await vi.waitFor(() => expect(link.of('see').at(-1)?.page.listed).toEqual([A, ...codes]), 5_000);
  await vi.waitFor(() => expect(link.of('count')).toHaveLength(2));
});

it.each([
  ['another dossier', `${DETAIL}9`, detail(B, '21/11/2026 17:00:00')],
  ['a list', LIST, list(A, B)],
])('takes %s for returned by no press on the page before', async (_, url, html) => {
  const pressed = { actionId: 'return', outcome: 'returned', at: Date.now() } as const;
  const { link } = await over(url, SUCCESS + html, { ...desk, pressed });
  await vi.waitFor(() => expect(link.of('settle')).toMatchObject([{ success: true }]));
  document.body.append(document.createElement('p'));
  await vi.waitFor(() => expect(link.of('count').length).toBeGreaterThan(0));
  for (const { returnedAt } of link.of('count')) expect(returnedAt).toBeNull();
});

/** All elements of ours that the page is given while something is done. */
async function oursGiven(act: () => Promise<void>): Promise<readonly string[]> {
  const given: string[] = [];
  const watch = new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const { nodeName } of addedNodes) given.push(nodeName.toLowerCase());
  });
  watch.observe(document, { childList: true, subtree: true });
  await act();
  await new Promise((later) => setTimeout(later, 0));
  watch.disconnect();
  expect(given).toContain('h1');
  return given.filter((name) => name === HOST_TAG);
}

describe('a page that faces a citizen', () => {
  const RATING = '<h1>Đánh giá sự hài lòng</h1><button>Rất hài lòng</button><button>Không hài lòng</button>';
  const wait = (ms: number) => new Promise((later) => setTimeout(later, ms));

  it.each([
    ['the portal', NATIONAL, {}],
    ['the official', LIST, { [pagePattern(LIST)]: 'filing' }],
    ['its own words', 'https://motcua.vi-du.gov.vn/nop-ho-so/1', {}],
  ] as const)(
    'has nothing of ours at any moment where %s knows it, whatever is told before it was read',
    async (_, url, kinds) => {
      const portal = url === NATIONAL ? 'national' : 'opencps';
      const given = await oursGiven(async () => {
        const { link } = await over(url, FILING, desk, portal, kinds);
        link.tell({ type: 'desk', desk });
        await wait(300);
        link.tell({ type: 'desk', desk });
      });
      expect(given).toEqual([]);
    },
  );

  it('has no card that was opened over the page before it', async () => {
    const { link } = await over('https://motcua.mod.gov.vn/xem', detail(A, '25/11/2026 17:00:00'));
    await vi.waitFor(() => expect(document.querySelector(HOST_TAG)).not.toBeNull());
    link.tell({ type: 'chord' });
    await vi.waitFor(() => expect(link.of('bring')).toHaveLength(1));
    document.body.innerHTML = RATING;
    await vi.waitFor(() => expect(document.querySelector(HOST_TAG)).toBeNull(), 5_000);
  });

  it('is not shown again with the card of the citizen before, out of the browser’s cache', async () => {
    const { link } = await over(NATIONAL, FILING, desk, 'national');
    link.tell({ type: 'chord' });
    await vi.waitFor(() => expect(document.querySelector(HOST_TAG)).not.toBeNull());
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(document.querySelector(HOST_TAG)).toBeNull();
  });
});

it('reads the same dossier once the page has come to rest under another number', async () => {
  const { link, at } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
  await vi.waitFor(() => expect(link.of('count')).toHaveLength(1));
  const before = link.of('see').length;
  at.url = `${DETAIL}/giay-to/4711`;
  window.location.hash = 'giay-to/4711';
  await vi.waitFor(() => expect(link.of('see').length).toBeGreaterThan(before), 5_000);
  expect(link.of('see').at(-1)?.page.facts?.code).toBe(A);
});

it('says once that the page is none of the desk any more', async () => {
  const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
  await vi.waitFor(() => expect(link.of('see')).toHaveLength(1));
  document.body.innerHTML = '<h1>Hướng dẫn sử dụng</h1>';
  await vi.waitFor(() => expect(link.of('see').slice(1)).toEqual([NONE_OF_DESK]), 8_000);
});

it('says it again where nobody heard it, until somebody has', async () => {
  vi.useFakeTimers();
  try {
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    await vi.waitFor(() => expect(link.of('see')).toHaveLength(1));
    document.body.innerHTML = '<h1>Hướng dẫn sử dụng</h1>';
    link.isMute = true;
    await vi.waitFor(() => expect(link.of('see').slice(1)).toEqual([NONE_OF_DESK]), 8_000);
    link.isMute = false;
    await vi.advanceTimersByTimeAsync(120_000);
    expect(link.of('see').slice(1)).toEqual([NONE_OF_DESK, NONE_OF_DESK]);
  } finally {
    vi.useRealTimers();
  }
});

/** Moves on by so many ms, and lets everybody do what they have to. */
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('told by the clock', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const told = (link: ScriptedLink) => link.of('see').map(({ page }) => page.facts?.code ?? page.kind);

  it('tells and counts what a script filled in, also where a press on any button read it first', async () => {
    const field = (label: string, value: string) => `<p><label>${label} <input readonly value="${value}"></label></p>`;
    const facts = [
      ['Mã hồ sơ', A],
      ['Ngày tiếp nhận', '20/11/2026 07:30:00'],
      ['Ngày hẹn trả', '25/11/2026 17:00:00'],
    ];
    const fields = facts.map(([label = '', value = '']) => field(label, value)).join('');
    const { link } = await over(DETAIL, `<h3>CHI TIẾT HỒ SƠ</h3>${fields}<button>In phiếu</button>`);
    await pass(5_000);
    const [code, , due] = document.querySelectorAll('input');
    if (code === undefined || due === undefined) throw new Error('the page has no fields');
    code.value = B;
    due.value = '30/11/2026 17:00:00';
    const press = new MouseEvent('click', { bubbles: true, composed: true });
    Object.defineProperty(press, 'isTrusted', { value: true });
    document.querySelector('button')?.dispatchEvent(press);
    await pass(1_000);
    expect(told(link)).toEqual([A, B]);
    expect(link.of('count').at(-1)?.marks).toMatchObject([{ due: '2026-11-30T17:00:00' }]);
  });

  it('has the script of the cards come with the first card, and only then', async () => {
    const root = rootOfOurs();
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    await pass(5_000);
    expect(link.of('bring')).toEqual([]);
    link.tell({ type: 'chord' });
    await pass(100);
    expect(root()?.querySelector('.details')).not.toBeNull();
    link.tell({ type: 'ask-page' });
    await pass(100);
    expect(root()?.querySelector('.what-page')).not.toBeNull();
    expect(link.of('bring')).toEqual([{ script: 'cards' }]);
  });

  it.each([
    ['a dossier', DETAIL, detail(A, '25/11/2026 17:00:00'), 'opencps', 'details'],
    ['a page that faces a citizen', NATIONAL, FILING, 'national', 'assisted'],
  ])('opens what the page is for, though it was called before %s was read', async (_, url, html, portal, card) => {
    const root = rootOfOurs();
    const { link } = await over(url, html, desk, portal, {}, (tell) => {
      // No page's clock stands at nought by then.
      vi.advanceTimersByTime(100);
      tell({ type: 'chord' });
    });
    await pass(5_000);
    expect(link.of('bring')).toEqual([{ script: 'cards' }]);
    const shown = [...(root()?.querySelectorAll('.card') ?? [])].map((one) => one.getAttribute('data-part'));
    expect(shown).toEqual([card]);
  });

  it('says that nobody answers where a card was called and cannot come, and shows it once it can', async () => {
    const root = rootOfOurs();
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    await pass(5_000);
    link.isMute = true;
    link.tell({ type: 'chord' });
    await pass(100);
    expect(root()?.querySelector('[data-part="fault"]')?.textContent).toBe(overlayTexts.vi.faultQuiet);
    expect(link.of('bring')).toHaveLength(1);
    link.isMute = false;
    await pass(10_000);
    expect(root()?.querySelector('[data-part="fault"]')).toBeNull();
    expect(root()?.querySelector('.details')).not.toBeNull();
  });

  const failed = async () => ({ ok: false, error: { code: 'internal', detail: '' } }) as const;
  const asked: DeskView = {
    ...desk,
    session: { id: 's', startedAt: 0, until: Number.MAX_SAFE_INTEGER, greets: true, tone: null },
    finish: { sessionId: 's', outcome: 'received', tone: null, late: null, group: null, askedAt: 0 },
  };

  it.each([
    ['a finish', asked, 'finish'],
    ['an undo', { ...desk, undoable: { id: 'e', until: Number.MAX_SAFE_INTEGER } }, 'saved'],
  ])('takes the chord for an answer to %s only once its card has come', async (_, view, card) => {
    const root = rootOfOurs();
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    link.answers.set('finishCues', async () => ({ ok: true, value: [{ id: 'c1', text: 'Đã chào' }] }));
    link.answers.set('record', failed);
    let come: () => void = () => undefined;
    link.answers.set('bring', async () => {
      await new Promise<void>((done) => {
        come = done;
      });
      offerCards(cards);
      return { ok: true, value: {} };
    });
    await pass(5_000);
    link.tell({ type: 'desk', desk: view });
    await pass(3_000);
    link.tell({ type: 'chord' });
    await pass(1_000);
    expect(link.of('record')).toEqual([]);
    come();
    await pass(100);
    expect(root()?.querySelector(`.${card}`)).not.toBeNull();
    link.tell({ type: 'chord' });
    await pass(100);
    expect(link.of('record')).toHaveLength(1);
  });

  it('sends for a script again only now and then where it cannot come, and says so only if it was called for', async () => {
    const root = rootOfOurs();
    const { link } = await over(LIST, list(A, B));
    link.answers.set('bring', failed);
    await pass(2_000);
    link.tell({ type: 'desk', desk: { ...desk, undoable: { id: 'e', until: Date.now() + 5_000 } } });
    let said = '';
    for (let second = 0; second < 60; second += 1) {
      await pass(1_000);
      said += root()?.querySelector('.spoken')?.textContent ?? '';
    }
    expect(said).toBe('');
    const cardsAsked = link.of('bring').filter(({ script }) => script === 'cards');
    expect([cardsAsked.length, link.of('bring').length < 20]).toEqual([1, true]);
  });

  it('asks for nothing any more once the extension is gone, whatever was on its way', async () => {
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    await pass(5_000);
    const gone = async () => ({ ok: false, error: { code: 'orphaned', detail: '' } }) as const;
    for (const type of ['bring', 'finishCues', 'count']) link.answers.set(type, gone);
    const before = link.sent.length;
    link.tell({ type: 'desk', desk: asked });
    await pass(60_000);
    expect(link.of('bring').length).toBeLessThan(2);
    expect(link.sent.length - before).toBeLessThan(10);
  });

  it('lets cues that pass by be seen for as long as if their card had been there', async () => {
    const root = rootOfOurs();
    const snapshotCues = { ...noCues, unknown: [{ id: 'a', text: 'Mời ngồi' }] };
    const { link } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    link.cues = { greet: snapshotCues, work: noCues };
    link.tell({ type: 'rules' });
    link.answers.set('bring', async () => {
      await new Promise((later) => setTimeout(later, 3_500));
      offerCards(cards);
      return { ok: true, value: {} };
    });
    await pass(5_000);
    const { session } = asked;
    if (session === null) throw new Error('nobody is there');
    link.tell({ type: 'desk', desk: { ...desk, session: { ...session, startedAt: Date.now() } } });
    let seen = 0;
    for (let tenth = 0; tenth < 100; tenth += 1) {
      await pass(100);
      if (root()?.querySelector('[data-part="cues"]')) seen += 1;
    }
    expect(seen).toBeGreaterThan(35);
    expect(seen).toBeLessThan(45);
  });

  it('takes a page that was away twice for a moment for one that stayed', async () => {
    const dossier = detail(A, '25/11/2026 17:00:00');
    const { link } = await over(DETAIL, dossier);
    await pass(5_000);
    for (const ms of [300, 600]) {
      document.body.innerHTML = '<h1>Hướng dẫn sử dụng</h1>';
      await pass(ms);
      document.body.innerHTML = dossier;
      await pass(2_000);
    }
    expect(told(link)).not.toContain('other');
  });

  it('asks anew how the desk stands where a page over which nothing is shown comes back', async () => {
    const { link, at } = await over(DETAIL, detail(A, '25/11/2026 17:00:00'));
    await pass(5_000);
    at.url = 'https://motcua.mod.gov.vn/web/guest/huong-dan';
    window.location.hash = 'huong-dan';
    document.body.innerHTML = '<h1>Hướng dẫn sử dụng</h1>';
    await pass(10_000);
    const before = link.of('open').length;
    const back = new Event('pageshow');
    Object.defineProperty(back, 'persisted', { value: true });
    window.dispatchEvent(back);
    await pass(1_000);
    expect(link.of('open').length).toBe(before + 1);
  });

  it.each([
    ['list', LIST, list(A, B)],
    ['dossier', DETAIL, detail(A, '25/11/2026 17:00:00')],
  ])('tells a %s again that nobody heard of, also where the page stays as it is', async (_, url, html) => {
    const { link } = await over(url, html);
    link.isMute = true;
    await pass(1_000);
    expect(link.of('see')).toHaveLength(1);
    link.isMute = false;
    await pass(120_000);
    expect(link.of('see')).toHaveLength(2);
  });
});
