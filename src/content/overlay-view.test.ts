import type { PageFacts, PageReading } from 'page-reader';
import { vietnameseWords } from 'page-reader';
import { describe, expect, it } from 'vitest';
import type { DeadlineCount, Snapshot } from '../messages/requests.ts';
import { calmDesk as desk } from '../messages/testing/calm-desk.ts';
import { translator } from '../platform/i18n.ts';
import { overlayTexts } from '../platform/texts/overlay.ts';
import { procedures } from '../rules/procedures/index.ts';
import type { CardView } from './card-kinds.ts';
import { cards } from './cards/cards.ts';
import { Deadlines } from './deadlines.ts';
import {
  asksFinish,
  isWanted,
  type OverlayState,
  offersAssistance,
  overlayView,
  type ViewContext,
} from './overlay-view.ts';

/** Wednesday 25 November 2026, 10:00 in Hà Nội. */
const NOW = Date.UTC(2026, 10, 25, 3, 0);

const session = { id: 's', startedAt: NOW, until: NOW + 20 * 60_000, greets: true, tone: null };

const cue = (id: string) => ({ id, text: `Nhắc ${id}` });
const noCues = { joy: [], neutral: [], grief: [], unknown: [] };
const work = { ...noCues, joy: [cue('a')], unknown: [cue('b'), cue('c')] };

const snapshot: Snapshot = {
  language: 'vi',
  words: vietnameseWords,
  names: {},
  portal: null,
  procedures,
  cues: { greet: noCues, work },
  assisted: [],
  texts: overlayTexts.vi,
  pageKinds: {},
  folded: false,
  rulesOff: [],
  desk,
};

const calm: OverlayState = {
  snapshot,
  desk,
  reading: null,
  settled: false,
  corrected: false,
  addressKind: null,
  otherDue: null,
  finishCues: null,
  returnedAt: null,
  fieldFocused: false,
  passing: null,
  folded: false,
  opened: null,
  step: 0,
  finish: null,
  marked: new Set(),
  writing: null,
  notice: null,
  fault: null,
  orphaned: null,
};

/** What the background has counted for the readings of these tests: nothing yet. */
const uncounted = new Deadlines(async () => null);

/** A background that says the same of every dossier. */
async function counted(reading: PageReading, ...counts: readonly DeadlineCount[]): Promise<Deadlines> {
  const deadlines = new Deadlines(async ({ marks }) => ({
    counts: marks.map((_, i) => counts[i % counts.length] ?? { chip: null, due: null }),
    until: NOW + 60_000,
  }));
  await deadlines.count(reading, null, NOW);
  return deadlines;
}

function context(language: 'vi' | 'en' = 'vi', nowMs = NOW, deadlines = uncounted): ViewContext {
  return { language, t: translator(overlayTexts, language), deadlines, nowMs };
}

function detail(facts: Partial<PageFacts>): PageReading {
  return { kind: 'detail', facts: { code: 'H27.128.14-261121-0013', doubts: [], ...facts }, rows: [] };
}

function show(state: Partial<OverlayState>, language: 'vi' | 'en' = 'vi', nowMs = NOW, deadlines = uncounted) {
  return overlayView({ ...calm, ...state }, context(language, nowMs, deadlines), cards);
}

async function showCounted(state: Partial<OverlayState> & { reading: PageReading }, ...counts: DeadlineCount[]) {
  return show(state, 'vi', NOW, await counted(state.reading, ...counts));
}

describe('the chip', () => {
  it('is neutral until the page has been read', () => {
    expect(show({}).chip).toMatchObject({ mark: 'neutral', text: 'Đang đọc trang…' });
  });

  it('promises nothing where reading rests', () => {
    expect(show({ snapshot: { ...snapshot, rulesOff: ['read'] } }).chip).toBeNull();
  });

  it('is what the background counted', async () => {
    const reading = detail({ due: '2026-11-26T15:00' });
    const chip = { mark: 'running', text: 'x', hint: 'y' } as const;
    expect(show({ reading }).chip).toMatchObject({ mark: 'neutral', text: 'Đang đọc trang…' });
    expect((await showCounted({ reading }, { chip, due: null })).chip).toEqual(chip);
  });

  it('believes in a missing due date only once the page is quiet', async () => {
    const reading = detail({});
    const none = { chip: { mark: 'unknown', text: 'x', hint: '' }, due: null } as const;
    expect((await showCounted({ reading }, none)).chip?.mark).toBe('neutral');
    expect((await showCounted({ reading, settled: true }, none)).chip?.mark).toBe('unknown');
  });

  it.each(['detail', 'receive', 'return'] as const)(
    'is gone in time from a page of which nothing was read (%s)',
    async (kind) => {
      const reading: PageReading = { kind, facts: { doubts: [] }, rows: [] };
      const none = { chip: { mark: 'unknown', text: 'x', hint: '' }, due: null } as const;
      expect((await showCounted({ reading }, none)).chip).toMatchObject({ mark: 'neutral', text: 'Đang đọc trang…' });
      expect((await showCounted({ reading, settled: true }, none)).chip).toBeNull();
    },
  );

  it.each([
    [3, 'Không được tiếp nhận', 'Not accepted'],
    [7, 'Công dân yêu cầu rút hồ sơ', 'Withdrawn by the citizen'],
    [8, 'Dừng xử lý', 'Processing stopped'],
    [9, 'Đã xử lý xong', 'Result ready'],
  ])('says the status %i of a dossier that is over as printed, or in English', (status, statusText, english) => {
    const reading = detail({ status, statusText });
    expect(show({ reading }).chip?.text).toBe(statusText);
    expect(show({ reading }, 'en').chip?.text).toBe(english);
  });
});

describe('the pill on a list', () => {
  const rows: PageFacts[] = [
    { code: 'A', due: '2026-11-25T16:00', doubts: [] },
    { code: 'A', due: '2026-11-25T16:00', doubts: [] },
    { code: 'B', due: '2026-11-24T16:00', doubts: [] },
    { code: 'C', due: '2026-11-27T16:00', doubts: [] },
    { code: 'E', due: '2026-11-24T16:00', status: 10, doubts: [] },
  ];
  const reading: PageReading = { kind: 'list', facts: null, rows };
  /** As the background counts these, one for each different set of marks. */
  const counts: DeadlineCount[] = [
    { chip: null, due: 'due-today' },
    { chip: null, due: 'overdue' },
    { chip: null, due: null },
  ];

  it('counts each dossier due today or overdue once, with those watched elsewhere', async () => {
    const otherDue = { overdue: 1, dueToday: 2 };
    const view = await showCounted({ reading, otherDue }, ...counts);
    expect(view.text).toBe('Quá hạn 2 · hôm nay 3');
  });

  it('speaks of what is overdue alone where nothing else is due', async () => {
    const otherDue = { overdue: 1, dueToday: 0 };
    const late = counts.map(({ chip, due }) => ({ chip, due: due === 'due-today' ? null : due }));
    expect((await showCounted({ reading, otherDue }, ...late)).text).toBe('Quá hạn: 2 hồ sơ');
  });

  it('speaks of today alone where nothing is overdue', async () => {
    const view = await showCounted(
      { reading, otherDue: { overdue: 0, dueToday: 2 } },
      ...counts.map((count) => (count.due === 'overdue' ? { chip: null, due: null } : count)),
    );
    expect(view.text).toBe('Hôm nay: 3 hồ sơ đến hạn');
  });

  it('says no number before the background has counted these and the others', async () => {
    expect((await showCounted({ reading }, ...counts)).text).toBeNull();
    expect(show({ reading, otherDue: { overdue: 1, dueToday: 2 } }).text).toBeNull();
  });

  it.each([
    ['has no rows', []],
    ['has rows that do not say when they are due', [{ code: 'A', doubts: [] }]],
  ])('says no number of a list that %s, however long it has been quiet', (_, unread) => {
    const empty = { reading: { ...reading, rows: unread }, otherDue: { overdue: 1, dueToday: 0 } };
    for (const settled of [false, true]) expect(show({ ...empty, settled }).text).toBeNull();
    expect(show(empty).chip).toMatchObject({ mark: 'neutral', text: 'Đang đọc trang…' });
    expect(show({ ...empty, settled: true }).chip).toBeNull();
  });

  it('offers the session button while nobody is known to be there', () => {
    expect(show({ reading }).waiting).toBe(true);
    expect(show({ reading, desk: { ...desk, session } }).waiting).toBe(false);
  });
});

describe('who is there', () => {
  it.each([
    ['online', false],
    ['post', false],
    ['direct', true],
    [undefined, true],
  ] as const)('a dossier that came %s offers the session button: %s', (channel, offered) => {
    const facts = channel === undefined ? {} : { channel };
    expect(show({ reading: detail(facts) }).waiting).toBe(offered);
  });

  it('greets a new session, gently where there is grief', () => {
    const greeting = { passing: 'greet', reading: detail({}) } as const;
    expect(show({ ...greeting, desk: { ...desk, session } }).text).toBe('Chào · Mời ngồi · Mỉm cười');
    const grieving = { ...desk, session: { ...session, tone: 'grief' as const } };
    const view = show({ ...greeting, desk: grieving });
    expect(view.text).toBe('Chào · Mời ngồi · Nhẹ nhàng');
    expect(JSON.stringify(view)).not.toMatch(/mỉm cười/i);
  });

  it.each(['online', 'post'] as const)('greets nobody over a dossier that came %s', (channel) => {
    const view = show({ passing: 'greet', reading: detail({ channel }), desk: { ...desk, session } });
    expect(view.text).toBeNull();
    expect(view.card).toBeNull();
  });

  it('takes the tone from the procedure on the page before the session knows it', () => {
    const grief = procedures.find(({ tone }) => tone === 'grief');
    const reading = detail({ procedureName: grief?.name ?? '' });
    expect(show({ reading, passing: 'greet' }).text).toBe('Chào · Mời ngồi · Nhẹ nhàng');
  });

  it('names the one who writes only if there is a name', () => {
    expect(show({}).who).toBeNull();
    expect(show({ desk: { ...desk, profile: { id: 'p', name: 'Hạnh' } } }).who).toBe('Đang ghi: Hạnh');
  });
});

describe('cues that pass by', () => {
  const receive: PageReading = { kind: 'receive', facts: { doubts: [] }, rows: [] };

  it('are those of the tone at the desk, and go while a field has the focus', () => {
    const ids = (card: CardView | null) => card?.kind === 'cues' && card.cues.map(({ id }) => id);
    const joyful = { ...desk, session: { ...session, tone: 'joy' as const } };
    expect(ids(show({ reading: receive, passing: 'work' }).card)).toEqual(['b', 'c']);
    expect(ids(show({ reading: receive, passing: 'work', desk: joyful }).card)).toEqual(['a']);
    expect(show({ reading: receive, passing: 'work', fieldFocused: true }).card).toBeNull();
  });

  it('do not come back with the opened panel while a field has the focus', () => {
    const opened = { reading: receive, opened: 'details' } as const;
    const { card } = show({ ...opened, fieldFocused: true });
    expect(card?.kind === 'details' && card.cues).toEqual([]);
  });
});

describe('an unknown page', () => {
  const reading: PageReading = { kind: 'other', facts: null, rows: [] };

  it('shows the question and nothing else', () => {
    expect(show({ reading, settled: true })).toMatchObject({
      whatPage: true,
      iconOnly: false,
      text: null,
      chip: null,
      waiting: false,
      card: null,
    });
  });

  it('shows nothing of a citizen who is just being greeted or guided elsewhere, nor who writes', () => {
    const named = { ...desk, session, profile: { id: 'p', name: 'Hạnh' } };
    for (const passing of ['greet', 'work'] as const) {
      const view = show({ reading, settled: true, passing, desk: named });
      expect(view).toMatchObject({ whatPage: true, text: null, chip: null, who: null, card: null });
    }
  });

  it('offers no session and reads no more once it is known to be none of ours', () => {
    for (const settled of [false, true]) {
      const view = show({ reading, settled, corrected: true, addressKind: 'detail', opened: 'details' });
      expect(view).toMatchObject({ chip: null, waiting: false, whatPage: false });
      expect(view.card).toMatchObject({ kind: 'details', chip: null, waiting: false });
    }
  });

  it('asks no more once the official has said what it is', () => {
    const view = show({ reading, settled: true, corrected: true });
    expect(view).toMatchObject({ whatPage: false, iconOnly: true });
  });

  it('is not asked about where the portal is known to have a page of the desk, however slow', () => {
    expect(show({ reading, addressKind: 'detail' }).chip?.text).toBe('Đang đọc trang…');
    expect(show({ reading, settled: true, addressKind: 'detail' })).toMatchObject({ whatPage: false, chip: null });
  });

  it('offers every kind of page as an answer', () => {
    const { card } = show({ reading, settled: true, opened: 'what-page' });
    expect(card?.kind === 'what-page' && card.kinds.map(({ text }) => text)).toEqual([
      'Danh sách',
      'Hồ sơ',
      'Tiếp nhận',
      'Trả kết quả',
      'Thủ tục',
      'Người dân nộp hồ sơ',
      'Người dân đánh giá',
      'Không phải trang một cửa',
    ]);
  });
});

const other: PageReading = { kind: 'other', facts: null, rows: [] };

function wanted(state: Partial<OverlayState>): boolean | null {
  return isWanted({ ...calm, settled: true, ...state });
}

describe('whether there is anything of us on a page', () => {
  it('is not known before the page has been read and had time to become one', () => {
    expect(wanted({})).toBeNull();
    expect(wanted({ snapshot: null, reading: other })).toBeNull();
    expect(wanted({ reading: other, settled: false })).toBeNull();
  });

  it('is so on every page of the desk, and where the address says that it will be one', () => {
    expect(wanted({ reading: detail({}) })).toBe(true);
    expect(wanted({ addressKind: 'detail', settled: false })).toBe(true);
    expect(wanted({ reading: other, addressKind: 'detail' })).toBe(true);
  });

  it('is so on an unknown page only if it speaks of dossiers, or something waits for an answer', () => {
    expect(wanted({ reading: other })).toBe(false);
    expect(wanted({ reading: { ...other, familiar: true } })).toBe(true);
    expect(wanted({ reading: other, opened: 'what-page' })).toBe(true);
    expect(wanted({ reading: other, fault: 'faultQuiet' })).toBe(true);
    const undoable = { id: 'x', until: NOW + 5_000 };
    expect(wanted({ reading: other, desk: { ...desk, undoable } })).toBe(true);
  });

  it('is not so where the official has said that the page is none of ours', () => {
    const none = { corrected: true, settled: false };
    expect(wanted({ ...none, reading: other })).toBe(false);
    expect(wanted({ ...none, reading: { ...other, familiar: true } })).toBe(false);
    expect(wanted({ ...none, reading: other, addressKind: 'detail' })).toBe(false);
  });

  it.each(['rating', 'filing'] as const)('is not so on a page that faces a citizen, unless called (%s)', (kind) => {
    const reading: PageReading = { kind, facts: null, rows: [] };
    const finish = { sessionId: 's', outcome: 'received', tone: null, late: null, group: null, askedAt: NOW } as const;
    const asked = { ...desk, session, finish };
    expect(wanted({ reading, addressKind: 'detail', desk: asked, fault: 'faultFull' })).toBe(false);
    expect(asksFinish({ ...calm, desk: asked, reading, addressKind: 'detail' })).toBe(false);
    expect(wanted({ reading, opened: 'what-page' })).toBe(true);
    expect(show({ reading, opened: 'what-page' })).toMatchObject({ cardOnly: true, card: { kind: 'what-page' } });
  });
});

describe('a page whose address is a citizen’s', () => {
  const undoable = { id: 'x', until: NOW + 5_000 };

  it.each([
    ['not read yet', null],
    ['still filling up', other],
  ])('shows nothing of ours while it is %s, unless called', (_, reading) => {
    const page = { reading, addressKind: 'filing', desk: { ...desk, undoable } } as const;
    expect(wanted(page)).toBe(false);
    expect(wanted({ ...page, opened: 'assisted' })).toBe(true);
    expect(show({ ...page, opened: 'assisted' }).cardOnly).toBe(true);
  });

  const called = { opened: 'assisted', reading: { kind: 'filing', facts: null, rows: [] } } as const;

  it.each<[string, Partial<OverlayState>]>([
    ['undo is open', { desk: { ...desk, undoable } }],
    ['something was not written', { fault: 'faultFull' }],
    ['something was taken back', { notice: 'undone' }],
    ['the extension was updated', { orphaned: { unsaved: 1 } }],
  ])('keeps the card that was called for where %s', (_, more) => {
    const pack = { ...snapshot, assisted: [{ id: 'ask', text: 'Xin phép rồi mới giúp' }] };
    expect(show({ ...called, snapshot: pack, ...more }).card?.kind).toBe('assisted');
  });

  it('takes nothing over from the page before it', () => {
    const rating: PageReading = { kind: 'rating', facts: null, rows: [] };
    expect(wanted({ reading: rating, opened: 'details' })).toBe(false);
    expect(wanted({ reading: rating, opened: 'assisted' })).toBe(false);
    expect(wanted({ reading: rating, notice: 'undone' })).toBe(false);
    expect(wanted(called)).toBe(true);
  });

  it('is what the official said, also where they said that it is none of ours', () => {
    expect(wanted({ reading: detail({}), addressKind: 'filing', corrected: true })).toBe(true);
    expect(wanted({ reading: other, addressKind: 'rating', corrected: true })).toBe(false);
  });

  it('waits with a question until an unknown address has been read, or could not be', () => {
    expect(wanted({ desk: { ...desk, undoable }, settled: false })).toBeNull();
    expect(wanted({ desk: { ...desk, undoable }, reading: other, settled: false })).toBeNull();
    expect(wanted({ reading: { ...other, familiar: true }, settled: false })).toBeNull();
    expect(wanted({ desk: { ...desk, undoable }, settled: true })).toBe(true);
  });
});

describe('helping a citizen file', () => {
  const reading: PageReading = { kind: 'filing', facts: null, rows: [] };
  const pack = { ...snapshot, assisted: [cue('a'), cue('b')] };

  it('shows one step at a time, and says when it is the last', () => {
    const at = (step: number) => show({ reading, snapshot: pack, opened: 'assisted', step }).card;
    expect(at(0)).toMatchObject({ kind: 'assisted', count: '1/2', next: 'Tiếp', text: 'Nhắc a' });
    expect(at(1)).toMatchObject({ count: '2/2', next: 'Xong', text: 'Nhắc b' });
    expect(at(2)).toBeNull();
  });

  it('is offered on filing pages only, and where its pack is there', () => {
    expect(offersAssistance({ ...calm, reading, snapshot: pack })).toBe(true);
    expect(offersAssistance({ ...calm, reading, snapshot })).toBe(false);
    expect(offersAssistance({ ...calm, reading: detail({}), snapshot: pack })).toBe(false);
  });
});

describe('finish', () => {
  const finish = {
    sessionId: 's',
    outcome: 'returned',
    tone: 'joy',
    late: true,
    group: 'ho-tich',
    askedAt: NOW,
  } as const;
  const asked = { desk: { ...desk, session, finish }, finishCues: [cue('a'), cue('b')], reading: detail({}) };

  it('only beckons over a page that was not read: it may be a citizen’s', () => {
    const unread = { ...asked, reading: null };
    expect(show(unread)).toMatchObject({ beckons: true, card: null });
    expect(show({ ...unread, addressKind: 'list' }).card?.kind).toBe('finish');
    expect(show({ ...unread, finish: 'open' }).card?.kind).toBe('finish');
  });

  it('asks once the cues are known', () => {
    expect(show({ ...asked, finishCues: null }).card).toBeNull();
    expect(show(asked).card).toMatchObject({ kind: 'finish', cues: [{ id: 'a', text: 'Nhắc a', marked: false }, {}] });
  });

  it.each([
    ['vi', 'Kết thúc · Từ chối'],
    ['en', 'Finish · Refused'],
  ] as const)('names a refusal of any kind as such (%s)', (language, title) => {
    const refused = { ...asked.desk, finish: { ...finish, outcome: 'refused' as const } };
    expect(show({ ...asked, desk: refused }, language).card).toMatchObject({ kind: 'finish', title });
  });

  it('counts what was marked, in words', () => {
    const { card } = show({ ...asked, marked: new Set(['b']) });
    expect(card).toMatchObject({ kind: 'finish', confirm: 'Ghi lại, 1 điều chưa kịp' });
  });

  it('shows nothing as saved while it is being written', () => {
    const { card } = show({ ...asked, writing: 'finish' });
    expect(card).toMatchObject({ kind: 'finish', busy: true, confirm: 'Đang ghi…' });
  });

  it('says in kind words what was not written, and keeps the question', () => {
    const { card } = show({ ...asked, fault: 'faultFull' });
    expect(card).toMatchObject({
      kind: 'finish',
      busy: false,
      fault: 'Chưa ghi được vì ổ đĩa đầy. Hồ sơ trên hệ thống không bị ảnh hưởng.',
    });
  });

  it('comes also over a folded pill, and waits behind the icon when put aside', () => {
    expect(show({ ...asked, reading: detail({}), settled: true, folded: true }).card?.kind).toBe('finish');
    const aside = show({ ...asked, finish: 'aside' });
    expect(aside.card).toBeNull();
    expect(aside.beckons).toBe(true);
  });

  it.each([
    ['nobody knows', false],
    ['is none of ours', true],
  ])('only beckons on a page that %s, until it is brought out by hand', (_, corrected) => {
    const reading: PageReading = { kind: 'other', facts: null, rows: [] };
    for (const settled of [false, true]) {
      const view = show({ ...asked, reading, settled, corrected });
      expect(view).toMatchObject({ card: null, beckons: true });
    }
    expect(show({ ...asked, reading, settled: true, corrected, finish: 'open' }).card?.kind).toBe('finish');
  });

  it('does not hide while a page of the desk is slow', () => {
    const reading: PageReading = { kind: 'other', facts: null, rows: [] };
    expect(show({ ...asked, reading, addressKind: 'detail' }).card?.kind).toBe('finish');
  });

  it('is said to be saved only by what the background acknowledged, with five seconds to undo', () => {
    const undoable = { id: 'x', until: NOW + 5_000 };
    const saved = { desk: { ...desk, undoable } };
    expect(show(saved).card).toMatchObject({ kind: 'saved', text: 'Đã ghi trên máy này', undo: 'Hoàn tác (5 giây)' });
    expect(show(saved, 'vi', NOW + 5_000).card).toBeNull();
  });

  it('tells a screen reader what was saved, and also what could not be undone', () => {
    const saved = { desk: { ...desk, undoable: { id: 'x', until: NOW + 5_000 } } };
    expect(show(saved).announce).toBe('Đã ghi trên máy này');
    expect(show({ ...saved, fault: 'faultQuiet' }).announce).toBe(
      'Thân Thiện chưa trả lời. Hồ sơ trên hệ thống không bị ảnh hưởng.',
    );
  });

  it('gives way to the orphan sentence: nothing can be confirmed any more', () => {
    const { card } = show({ ...asked, orphaned: { unsaved: 1 } });
    expect(card?.kind).toBe('notice');
    expect(card?.kind === 'notice' && card.text).toBe(
      'Thân Thiện vừa cập nhật. Lưu việc đang nhập rồi tải lại trang khi tiện. Còn 1 lượt chưa ghi được.',
    );
  });
});
