import type { PageFacts, PageReading } from 'page-reader';
import { vietnameseWords } from 'page-reader';
import { describe, expect, it } from 'vitest';
import { MOST_ROWS } from '../messages/most-rows.ts';
import type { DeskRequests, DeskView, Intent, Snapshot } from '../messages/requests.ts';
import { overlayTexts } from '../platform/texts/overlay.ts';
import { DeskClerk } from './desk-clerk.ts';
import type { DeskLink, LinkError, LinkReply } from './desk-link.ts';

const desk: DeskView = {
  profile: { id: 'p', name: null },
  practice: false,
  session: { id: 's', startedAt: 0, until: 20 * 60_000, greets: true, tone: null },
  finish: { sessionId: 's', outcome: 'received', tone: null, late: null, group: null, askedAt: 0 },
  pressed: null,
  undoable: null,
  today: { overdue: 0, dueToday: 0 },
};

const noCues = { joy: [], neutral: [], grief: [], unknown: [] };

const snapshot: Snapshot = {
  language: 'vi',
  words: vietnameseWords,
  names: {},
  portal: null,
  procedures: [],
  cues: { greet: noCues, work: noCues },
  assisted: [],
  texts: overlayTexts.vi,
  pageKinds: {},
  folded: false,
  rulesOff: [],
  desk,
};

type SeeBody = DeskRequests['see']['body'];

/** A background whose answers to `record` are given one by one. */
class ScriptedLink implements DeskLink {
  readonly sent: { type: string; body: unknown }[] = [];
  readonly records: (LinkError | DeskView)[] = [];
  seen: DeskView = desk;
  snapshot = snapshot;
  isAlive = true;
  isMute = false;

  async request<T extends keyof DeskRequests>(type: T, body: DeskRequests[T]['body']) {
    this.sent.push({ type, body });
    return this.#answer(type) as LinkReply<DeskRequests[T]['value']>;
  }

  onBroadcast(): void {}

  alive(): boolean {
    return this.isAlive;
  }

  intents(): Intent[] {
    return this.sent.flatMap(({ type, body }) => (type === 'record' ? [(body as { intent: Intent }).intent] : []));
  }

  #answer(type: string): LinkReply<unknown> {
    if (this.isMute) return { ok: false, error: { code: 'unreachable', detail: 'no answer' } };
    if (type === 'open') return { ok: true, value: this.snapshot };
    if (type !== 'record') return { ok: true, value: this.seen };
    const next = this.records.shift();
    if (next === undefined) throw new Error('no answer is scripted');
    return 'code' in next ? { ok: false, error: next } : { ok: true, value: { id: 'i', n: 0, desk: next } };
  }
}

async function clerkAtDesk() {
  const link = new ScriptedLink();
  const clerk = new DeskClerk(link, () => undefined);
  await clerk.open();
  return { link, clerk };
}

const act = { sessionId: 's', cues: ['a', 'b'], missed: ['b'], skipped: false };
const saved: DeskView = { ...desk, finish: null, undoable: { id: 'i', until: 5_000 } };

describe('DeskClerk', () => {
  it('shows the desk as saved only by the acknowledgement', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push(saved);
    const writing = clerk.finish(act);
    expect(clerk.writing).toBe('finish');
    expect(clerk.desk?.undoable).toBeNull();
    expect(await writing).toBe(true);
    expect(clerk.desk).toEqual(saved);
    expect(clerk.unsaved).toBe(0);
  });

  it('keeps what was not written, and sends it again under the same id', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push({ code: 'storage-full', detail: 'quota' }, saved);
    expect(await clerk.finish(act)).toBe(false);
    expect(clerk.fault).toBe('faultFull');
    expect(clerk.unsaved).toBe(1);
    expect(clerk.desk?.finish).not.toBeNull();
    expect(await clerk.finish(act)).toBe(true);
    const [first, second] = link.intents();
    expect(second).toEqual(first);
    expect(first?.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    expect(clerk.fault).toBeNull();
  });

  it('sends one act at a time, however often it is pressed', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push(saved);
    const results = await Promise.all([clerk.finish(act), clerk.finish(act)]);
    expect(results).toEqual([true, false]);
    expect(link.intents()).toHaveLength(1);
  });

  it('counts what an update left unsaved, and sends nothing any more', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push({ code: 'orphaned', detail: 'context invalidated' });
    await clerk.finish(act);
    expect(clerk.orphaned).toBe(true);
    expect(clerk.unsaved).toBe(1);
    expect(await clerk.finish(act)).toBe(false);
    expect(link.intents()).toHaveLength(1);
  });

  it('notices an update without having to send anything', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.isAlive = false;
    clerk.checkAlive();
    expect(clerk.orphaned).toBe(true);
    expect(clerk.unsaved).toBe(0);
  });

  it('does not count an act that came too late as unsaved', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push({ code: 'no-session', detail: 'over' });
    await clerk.finish(act);
    expect(clerk.fault).toBe('faultSession');
    expect(clerk.unsaved).toBe(0);
  });

  it('asks no more about a citizen whom the background has forgotten', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push({ code: 'no-session', detail: 'over' });
    await clerk.finish(act);
    expect(clerk.desk).toMatchObject({ session: null, finish: null });
    expect(clerk.fault).toBe('faultSession');
  });

  it('keeps the next citizen when the answer about the former one comes late', async () => {
    const { link, clerk } = await clerkAtDesk();
    link.records.push({ code: 'no-session', detail: 'over' });
    const next = { id: 'next', startedAt: 0, until: 20 * 60_000, greets: true, tone: null };
    const writing = clerk.finish(act);
    clerk.hear({ type: 'desk', desk: { ...desk, session: next, finish: null } });
    await writing;
    expect(clerk.desk?.session).toEqual(next);
  });

  it('tells each reading once, and nothing of pages that are not the desk', async () => {
    const { link, clerk } = await clerkAtDesk();
    const list: PageReading = { kind: 'list', facts: null, rows: [] };
    await clerk.see(list, 'https://a.gov.vn/1');
    await clerk.see(list, 'https://a.gov.vn/1');
    await clerk.see({ kind: 'rating', facts: null, rows: [] }, 'https://a.gov.vn/2');
    await clerk.see({ kind: 'other', facts: null, rows: [] }, 'https://a.gov.vn/3');
    expect(link.sent.filter(({ type }) => type === 'see')).toHaveLength(1);
    clerk.turnPage();
    expect(clerk.otherDue).toBeNull();
    await clerk.see(list, 'https://a.gov.vn/1');
    expect(link.sent.filter(({ type }) => type === 'see')).toHaveLength(2);
    expect(clerk.otherDue).toEqual({ overdue: 0, dueToday: 0 });
  });

  it('says once that a page is none of the desk, and tells the next one of the desk anew', async () => {
    const { link, clerk } = await clerkAtDesk();
    const detail: PageReading = { kind: 'detail', facts: { code: 'H27.128.14-261121-0001', doubts: [] }, rows: [] };
    await clerk.see(detail, 'https://a.gov.vn/1');
    await clerk.leave();
    await clerk.leave();
    await clerk.see(detail, 'https://a.gov.vn/1');
    const kinds = link.sent.flatMap(({ type, body }) => (type === 'see' ? [(body as SeeBody).page.kind] : []));
    expect(kinds).toEqual(['detail', 'other', 'detail']);
  });

  it('tells a dossier again that nobody heard of', async () => {
    const { link, clerk } = await clerkAtDesk();
    const detail: PageReading = { kind: 'detail', facts: { code: 'H27.128.14-261121-0001', doubts: [] }, rows: [] };
    link.isMute = true;
    await clerk.see(detail, 'https://a.gov.vn/1');
    link.isMute = false;
    await clerk.see(detail, 'https://a.gov.vn/1');
    await clerk.see(detail, 'https://a.gov.vn/1');
    expect(link.sent.filter(({ type }) => type === 'see')).toHaveLength(2);
  });

  it('says it where what the official asked for was not done', async () => {
    const { link, clerk } = await clerkAtDesk();
    expect(await clerk.correctPage('https://a.gov.vn/*', 'list')).toBe(true);
    link.isMute = true;
    expect(await clerk.correctPage('https://a.gov.vn/*', 'detail')).toBe(false);
    expect(clerk.fault).toBe('faultQuiet');
    clerk.clearFault();
    await clerk.teach();
    expect(clerk.fault).toBe('faultQuiet');
  });

  it('learns the cues of a finish anew when the rules are others', async () => {
    const { link, clerk } = await clerkAtDesk();
    const learnt = () => link.sent.filter(({ type }) => type === 'finishCues').length;
    await clerk.learnFinish();
    await clerk.learnFinish();
    expect(learnt()).toBe(1);
    link.snapshot = { ...snapshot, cues: { ...snapshot.cues, work: { ...noCues, neutral: [{ id: 'x', text: 'X' }] } } };
    await clerk.open();
    await clerk.learnFinish();
    expect(learnt()).toBe(2);
  });

  describe('of a list', () => {
    const row = (code: string, day: string): PageFacts => ({ code, due: `2026-11-${day}`, doubts: [] });
    const first = row('H27.128.14-261121-0001', '23');
    const second = row('H27.128.14-261121-0002', '24');
    const URL = 'https://a.gov.vn/1';
    const listOf = (...rows: readonly PageFacts[]): PageReading => ({ kind: 'list', facts: null, rows });
    const told = (link: ScriptedLink) =>
      link.sent.flatMap(({ type, body }) => (type === 'see' ? [(body as DeskRequests['see']['body']).page] : []));

    it('tells the rows that are news, and which dossiers there are', async () => {
      const { link, clerk } = await clerkAtDesk();
      await clerk.see(listOf(first, second), URL);
      const later = row('H27.128.14-261121-0002', '30');
      await clerk.see(listOf({ ...first }, later), URL);
      await clerk.see(listOf(first), URL);
      const codes = [first.code, second.code];
      expect(told(link)).toEqual([
        { kind: 'list', facts: null, rows: [first, second], listed: codes },
        { kind: 'list', facts: null, rows: [later], listed: codes },
        { kind: 'list', facts: null, rows: [], listed: [first.code] },
      ]);
    });

    it('tells no word as printed, nor that another word is printed', async () => {
      const { link, clerk } = await clerkAtDesk();
      const printed = { term: '2 ngày', statusText: 'Đang xử lý', dueText: 'Còn 2 giờ' };
      await clerk.see(listOf({ ...first, ...printed }), URL);
      await clerk.see(listOf({ ...first, ...printed, dueText: 'Còn 1 giờ' }), URL);
      expect(told(link)).toEqual([{ kind: 'list', facts: null, rows: [first], listed: [first.code] }]);
    });

    it('tells nothing where every row says the same, and nothing of rows without a code', async () => {
      const { link, clerk } = await clerkAtDesk();
      await clerk.see(listOf(first, { doubts: ['due-malformed'] }), URL);
      await clerk.see(listOf({ ...first }, { doubts: [] }), URL);
      expect(told(link)).toEqual([{ kind: 'list', facts: null, rows: [first], listed: [first.code] }]);
    });

    it('tells all of it again after nobody answered, and on another page', async () => {
      const { link, clerk } = await clerkAtDesk();
      link.isMute = true;
      await clerk.see(listOf(first, second), URL);
      link.isMute = false;
      await clerk.see(listOf(first), URL);
      clerk.turnPage();
      await clerk.see(listOf(first), URL);
      expect(told(link).map(({ rows }) => rows)).toEqual([[first, second], [first], [first]]);
    });

    it('tells no more than the background takes', async () => {
      const { link, clerk } = await clerkAtDesk();
      const many = Array.from({ length: MOST_ROWS + 1 }, (_, i) => row(`H27.128.14-261121-${1_000 + i}`, '23'));
      await clerk.see(listOf(...many), URL);
      expect(told(link)[0]?.rows).toHaveLength(MOST_ROWS);
      expect(told(link)[0]?.listed).toHaveLength(MOST_ROWS);
    });
  });

  it('does not mix the practice desk with the real one', async () => {
    const { clerk } = await clerkAtDesk();
    clerk.hear({ type: 'desk', desk: { ...desk, practice: true, finish: null } });
    expect(clerk.desk?.finish).not.toBeNull();
    clerk.hear({ type: 'desk', desk: { ...desk, finish: null } });
    expect(clerk.desk?.finish).toBeNull();
  });
});
