import 'fake-indexeddb/auto';
import type { Report } from 'checklist-core/report';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReviewStore } from '../store/review-store.ts';
import { REVIEW_DB } from '../store/schema.ts';
import { ExampleLog, exampleFinish } from '../testing/example-log.ts';
import type { StagedRow, Staging } from './requests.ts';
import { ReviewDesk } from './review-desk.ts';

const NOVEMBER = { from: '2026-11-01', to: '2026-11-30' };
const DAYS = ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-10'] as const;

let desk: ReviewDesk;
let store: ReviewStore;
let time = 0;

beforeEach(async () => {
  time = Date.UTC(2026, 10, 22);
  store = await ReviewStore.open();
  desk = new ReviewDesk({
    openStore: async () => store,
    now: () => {
      time += 1000;
      return time;
    },
    onProgress: () => undefined,
  });
});
afterEach(async () => {
  store.close();
  await deleteDB(REVIEW_DB);
});

const file = (name: string, text: string) => new File([text], name);

async function filledLog(): Promise<ExampleLog> {
  return (await ExampleLog.begin()).add(...DAYS.map((day) => exampleFinish(day)));
}

async function stage(...files: File[]): Promise<readonly StagedRow[]> {
  return (await desk.stage({ files })).rows;
}

async function takeIn(...files: File[]): Promise<readonly StagedRow[]> {
  const rows = await stage(...files);
  await desk.accept({ remove: [] });
  return rows;
}

const reasonsOf = (row: StagedRow | undefined) => (row?.state === 'rejected' ? row.reasons : row?.state);

describe('staging', () => {
  it('stores nothing before it is accepted, and nothing at all if it is left for later', async () => {
    const log = await filledLog();
    const [row] = await stage(file('a.jsonl', await log.handover({ period: NOVEMBER })));
    expect(row).toMatchObject({ state: 'new', kind: 'handover', lines: 4, unwitnessed: 4, period: NOVEMBER });
    expect((await desk.overview()).files).toEqual([]);
    await desk.discard();
    await expect(desk.accept({ remove: [] })).rejects.toThrow(/nothing is staged/);
    expect((await desk.overview()).files).toEqual([]);
  });

  it('knows a copy of an accepted file, under whatever name: taking in twice changes nothing', async () => {
    const log = await filledLog();
    const text = await log.handover({ period: NOVEMBER });
    await takeIn(file('a.jsonl', text));
    const before = await wholeStore();
    expect(await stage(file('copy of a.jsonl', text))).toEqual([
      { name: 'copy of a.jsonl', state: 'duplicate', kind: 'handover' },
    ]);
    await desk.accept({ remove: [] });
    expect(await wholeStore()).toEqual(before);
  });

  it('names the accepted file of the same log that lists some of the same lines', async () => {
    const log = await filledLog();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER, to: 3 })));
    const [row] = await stage(file('b.jsonl', await log.handover({ period: NOVEMBER, from: 2, heads: [3] })));
    expect(row).toMatchObject({ state: 'changed', overlaps: ['a.jsonl'], lines: 2 });
  });

  it('refuses a changed line by its number, and keeps the sound file beside it', async () => {
    const log = await filledLog();
    const text = await log.handover({ period: NOVEMBER });
    const lines = text.split('\n');
    const changed = [...lines];
    // A digest of the third line's leaf, one letter changed.
    changed[2] = changed[2]?.replace(/"s":"(.)/, (_, first) => `"s":"${first === 'A' ? 'B' : 'A'}`) ?? '';
    const rows = await takeIn(file('changed.jsonl', changed.join('\n')), file('sound.jsonl', text));
    expect(reasonsOf(rows[0])).toEqual([{ kind: 'edit', line: 3 }]);
    expect(rows[1]?.state).toBe('new');
    expect((await desk.overview()).files.map(({ fileName }) => fileName)).toEqual(['sound.jsonl']);
  });

  it('says when a mail program changed the line ends', async () => {
    const log = await filledLog();
    const text = (await log.handover({ period: NOVEMBER })).replaceAll('\n', '\r\n');
    const [row] = await stage(file('mail.jsonl', text));
    expect(reasonsOf(row)).toContainEqual(expect.objectContaining({ kind: 'converted-line-ends' }));
  });

  it('tells what is not ours, and what cannot be read', async () => {
    const gone = file('gone.jsonl', '{}');
    gone.slice = () => {
      throw new DOMException('gone', 'NotFoundError');
    };
    const newer = (await (await filledLog()).handover({ period: NOVEMBER })).replace('handover/1', 'handover/2');
    const rows = await stage(file('photo.jpg', 'ÿØÿà'), file('empty.jsonl', ''), file('later.jsonl', newer), gone);
    expect(rows.map(reasonsOf)).toEqual([
      [{ kind: 'not-ours', line: null }],
      [{ kind: 'empty', line: null }],
      [{ kind: 'newer', line: null }],
      [{ kind: 'unreadable', line: null }],
    ]);
  });

  it('refuses what no report can count, so that it cannot take the figures of all others with it', async () => {
    const clock = (await ExampleLog.begin()).add(exampleFinish('9999-12-31'));
    const rows = await takeIn(
      file('clock.jsonl', await clock.handover({ period: { from: '9999-12-31', to: '9999-12-31' } })),
      file('sound.jsonl', await (await filledLog()).handover({ period: NOVEMBER })),
    );
    expect(rows.map(reasonsOf)).toEqual([[{ kind: 'not-countable', line: null }], 'new']);
    expect((await desk.report()).service.total.entries).toBe(4);
  });

  it('stops when asked, and then holds nothing', async () => {
    const log = await filledLog();
    const files = [file('a.jsonl', await log.handover({ period: NOVEMBER }))];
    const reading: Promise<Staging> = desk.stage({ files });
    await desk.stop();
    expect(await reading).toEqual({ stopped: true, rows: [] });
    await expect(desk.accept({ remove: [] })).rejects.toThrow(/nothing is staged/);
  });

  it('reads an older file of a batch before the newer one, however they were dropped', async () => {
    const log = await filledLog();
    const older = file('1-older.jsonl', await log.handover({ period: NOVEMBER, to: 2 }));
    const newer = file('2-newer.jsonl', await log.handover({ period: NOVEMBER, from: 2, heads: [2] }));
    expect((await takeIn(newer, older)).map(({ name, state }) => [name, state])).toEqual([
      ['2-newer.jsonl', 'new'],
      ['1-older.jsonl', 'new'],
    ]);
  });
});

describe('known heads', () => {
  it('refuse another history of a log, and an earlier end of it', async () => {
    const log = await filledLog();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER })));
    const fork = log.fork(2).add(...DAYS.slice(0, 3).map((day) => exampleFinish(day)));
    const rows = await stage(
      file('fork.jsonl', await fork.handover({ period: NOVEMBER, heads: [4] })),
      file('short.jsonl', await log.handover({ period: NOVEMBER, to: 2 })),
      file('unproven.jsonl', await log.add(exampleFinish('2026-11-16')).handover({ period: NOVEMBER, from: 4 })),
    );
    expect(rows.map(reasonsOf)).toEqual([
      [{ kind: 'fork', line: null }],
      [{ kind: 'cut-tail', line: null }],
      // Its first leaf comes right after the known head, so nothing needs a proof.
      'new',
    ]);
  });

  it('come from receipts too: what is older than the first one is not witnessed', async () => {
    const log = await filledLog();
    const [receipt] = await takeIn(file('receipt.txt', await log.receipt(3)));
    expect(receipt).toMatchObject({ state: 'new', kind: 'receipt', size: 3, checked: false });
    expect((await desk.overview()).unchecked).toBe(1);
    const [row] = await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER, heads: [3] })));
    expect(row).toMatchObject({ state: 'new', lines: 4, unwitnessed: 3 });
    const overview = await desk.overview();
    expect(overview.unchecked).toBe(0);
    expect(overview.files).toMatchObject([{ unwitnessed: 3 }]);
  });

  it('refuse a receipt of another key, of another history, or older than what is known', async () => {
    const log = await filledLog();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER })));
    const stranger = (await (await filledLog()).receipt()).split('\n');
    const forged = (await log.receipt(4)).split('\n').with(4, stranger[4] ?? '');
    const rows = await stage(
      file('1.txt', await log.fork(1).add(exampleFinish('2026-11-02')).receipt(2)),
      file('2.txt', forged.join('\n')),
      file(
        '3.txt',
        await log
          .fork(1)
          .add(...DAYS.slice(1).map((day) => exampleFinish(day)))
          .receipt(4),
      ),
      file('4.txt', await log.receipt(4)),
    );
    expect(rows.map(reasonsOf)).toEqual([
      [{ kind: 'receipt-older', line: null }],
      [expect.objectContaining({ kind: expect.stringMatching(/receipt-forged|not-ours/) })],
      [{ kind: 'receipt-fork', line: null }],
      'duplicate',
    ]);
  });

  it('know a receipt that somebody else signed too', async () => {
    const log = await filledLog();
    const receipt = await log.receipt();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER })), file('receipt.txt', receipt));
    const [, signature = ''] = (await (await filledLog()).receipt()).split('\n\n');
    expect((await stage(file('witnessed.txt', `${receipt}${signature}`)))[0]?.state).toBe('duplicate');
  });

  it('a receipt that no key could check can be dropped again', async () => {
    const log = await filledLog();
    const fork = log.fork(2).add(exampleFinish('2026-11-05'));
    await takeIn(file('wrong.txt', await fork.receipt()));
    const handover = file('a.jsonl', await log.handover({ period: NOVEMBER }));
    expect(reasonsOf((await stage(handover))[0])).toContainEqual(expect.objectContaining({ kind: 'fork' }));
    await desk.removeUnchecked();
    expect((await stage(handover))[0]?.state).toBe('new');
  });
});

describe('withdrawal', () => {
  it('offers to delete what came from the file, and refuses it afterwards', async () => {
    const log = await filledLog();
    const text = await log.handover({ period: NOVEMBER });
    await takeIn(file('a.jsonl', text));
    const [row] = await stage(file('w.txt', await log.withdrawal(text)));
    expect(row).toMatchObject({ state: 'new', kind: 'withdrawal', imported: 'a.jsonl' });
    await desk.accept({ remove: row?.state === 'new' && row.kind === 'withdrawal' ? [row.file] : [] });
    expect((await desk.overview()).files).toEqual([]);
    expect(reasonsOf((await stage(file('a.jsonl', text)))[0])).toContainEqual({ kind: 'withdrawn', line: null });
  });

  it('leaves the file where the lead says so, and marks it', async () => {
    const log = await filledLog();
    const text = await log.handover({ period: NOVEMBER });
    await takeIn(file('a.jsonl', text));
    await takeIn(file('w.txt', await log.withdrawal(text)));
    expect((await desk.overview()).files).toMatchObject([{ fileName: 'a.jsonl', withdrawn: true }]);
  });

  it('of a file that never came refuses it when it comes; a stranger takes nothing back', async () => {
    const [log, stranger] = [await filledLog(), await filledLog()];
    const text = await log.handover({ period: NOVEMBER });
    await takeIn(file('s.txt', await stranger.withdrawal(text)));
    expect((await stage(file('a.jsonl', text)))[0]?.state).toBe('new');
    await takeIn(file('w.txt', await log.withdrawal(text)));
    expect(reasonsOf((await stage(file('a.jsonl', text)))[0])).toContainEqual({ kind: 'withdrawn', line: null });
  });

  it('by a stranger does not touch an accepted file', async () => {
    const [log, stranger] = [await filledLog(), await filledLog()];
    const text = await log.handover({ period: NOVEMBER });
    await takeIn(file('a.jsonl', text));
    const [row] = await stage(file('s.txt', await stranger.withdrawal(text)));
    expect(reasonsOf(row)).toEqual([{ kind: 'withdrawal-forged', line: null }]);
  });
});

describe('figures', () => {
  const handoverOf = async (conduct: 'lines' | 'closed', name: string) =>
    file(name, await (await filledLog()).handover({ period: NOVEMBER, conduct }));
  const team = async (people: number) => {
    await takeIn(...(await Promise.all(Array.from({ length: people }, (_, n) => handoverOf('lines', `${n}.jsonl`)))));
  };
  const shown = ({ conduct }: Report) =>
    conduct?.tables[0]?.rows.flatMap(({ cells }) => cells.filter(({ state }) => state === 'shown')).length;

  it('show conduct by rule and week once enough people shared in an office that is large enough', async () => {
    await team(6);
    await desk.saveSettings({ officeSize: 8, minGroup: 5 });
    const report = await desk.report();
    expect(report.coverage).toMatchObject({ authors: 6, officials: 8, entries: 24 });
    expect(report.conduct?.tables.map(({ kind }) => kind)).toEqual(['week', 'month']);
    expect(shown(report)).toBeGreaterThan(0);
  });

  it('say nothing about conduct of a small office, or while nobody said how large it is', async () => {
    await team(6);
    expect((await desk.report()).conduct).toBeNull();
    await desk.saveSettings({ officeSize: 5, minGroup: 5 });
    const report = await desk.report();
    expect(report).toMatchObject({ conduct: null, small: true });
    expect(report.service.total.entries).toBe(24);
    expect(await store.releases()).toEqual([]);
  });

  it('remember what was shown: one person more tells nothing about that person', async () => {
    await desk.saveSettings({ officeSize: 9, minGroup: 5 });
    await team(5);
    expect(shown(await desk.report())).toBeGreaterThan(0);
    await desk.report();
    expect(await store.releases()).toHaveLength(1);
    await takeIn(await handoverOf('lines', 'late.jsonl'));
    const after = await desk.report();
    expect(after.notes).toContain('differencing');
    expect(shown(after)).toBe(0);
  });

  it('hold no name, no author and no log', async () => {
    const log = await filledLog();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER, name: 'Example Person', conduct: 'lines' })));
    await desk.saveSettings({ officeSize: 9, minGroup: 5 });
    const text = JSON.stringify(await desk.report());
    expect(text).not.toContain('Example Person');
    expect(text).not.toContain(log.origin);
  });
});

describe('deletion', () => {
  it('of one file takes what came from it and leaves the rest; the head stays and still knows the log', async () => {
    const [log, other] = [await filledLog(), await filledLog()];
    await takeIn(
      file('a.jsonl', await log.handover({ period: NOVEMBER })),
      file('b.jsonl', await other.handover({ period: NOVEMBER })),
    );
    const [a, b] = (await desk.overview()).files;
    await desk.remove({ file: a?.file ?? '' });
    expect((await desk.overview()).files.map(({ fileName }) => fileName)).toEqual(['b.jsonl']);
    expect(await store.entriesOf(a?.file ?? '')).toEqual([]);
    expect(await store.entriesOf(b?.file ?? '')).toHaveLength(4);
    const fork = log.fork(1).add(exampleFinish('2026-11-20'));
    const [row] = await stage(file('fork.jsonl', await fork.handover({ period: NOVEMBER })));
    expect(row?.state).toBe('rejected');
  });

  it('of everything drops the database', async () => {
    const log = await filledLog();
    await takeIn(file('a.jsonl', await log.handover({ period: NOVEMBER })));
    await desk.removeAll();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(REVIEW_DB);
    store = await ReviewStore.open();
    expect(await desk.overview()).toMatchObject({ files: [], authors: 0, logs: 0 });
  });
});

async function wholeStore(): Promise<unknown> {
  const files = await store.handovers();
  const entries = await Promise.all(files.map(({ file: id }) => store.entriesOf(id)));
  return { files, entries, heads: await store.heads(), withdrawals: await store.withdrawals() };
}
