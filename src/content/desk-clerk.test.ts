import type { PageReading } from 'page-reader';
import { vietnameseWords } from 'page-reader';
import { describe, expect, it } from 'vitest';
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

/** A background whose answers to `record` are given one by one. */
class ScriptedLink implements DeskLink {
  readonly sent: { type: string; body: unknown }[] = [];
  readonly records: (LinkError | DeskView)[] = [];
  seen: DeskView = desk;
  isAlive = true;

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
    if (type === 'open') return { ok: true, value: snapshot };
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

  it('does not mix the practice desk with the real one', async () => {
    const { clerk } = await clerkAtDesk();
    clerk.hear({ type: 'desk', desk: { ...desk, practice: true, finish: null } });
    expect(clerk.desk?.finish).not.toBeNull();
    clerk.hear({ type: 'desk', desk: { ...desk, finish: null } });
    expect(clerk.desk?.finish).toBeNull();
  });
});
