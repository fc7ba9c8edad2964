import 'fake-indexeddb/auto';
import { type SharedEntry, type VerifyOptions, verifyHandover } from 'checklist-core/handover';
import { type Entry, newEntryId, parseCheckpoint } from 'checklist-core/journal';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HandoverChoice } from '../messages/requests.ts';
import { givenHeads } from '../storage/given-store.ts';
import { openJournalQuery } from '../storage/journal-query.ts';
import { append } from '../storage/journal-store.ts';
import { closeDatabases, openProfileDb } from '../storage/open-database.ts';
import { ensureProfile } from '../storage/profiles.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { giveHandover, giveReceipt, withdrawHandover } from './give-handover.ts';
import { pack, packLabel } from './house-rules.ts';
import { prepareHandover } from './prepare-handover.ts';

/* From entries to files that a stranger verifies, with the real journal; only the browser is away. */

const NOW = Date.parse('2026-11-22T09:00:00+07:00');
const WEEK: HandoverChoice = { period: { from: '2026-11-16', to: '2026-11-22' }, conduct: 'sums', name: null };
const LAST_WEEK: HandoverChoice = { ...WEEK, period: { from: '2026-11-09', to: '2026-11-15' } };
let profile: StoredProfile;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  profile = await ensureProfile('normal', NOW);
});
afterEach(closeDatabases);

const thanks = pack.cues.find(({ pausePoint, serves }) => pausePoint === 'finish' && serves.includes('xin-cam-on'));
if (!thanks) throw new Error('the pack thanks nobody');
const THANKS = thanks.id;

function finish(day: string, missed: readonly string[] = []): Entry {
  return {
    service: {
      kind: 'finish',
      day,
      half: 'am',
      pack: packLabel,
      pausePoint: 'finish',
      outcome: 'received',
      group: 'ho-tich',
      channel: 'direct',
      onTime: null,
      practice: false,
      of: null,
    },
    conduct: { rules: ['xin-cam-on'], cues: [THANKS], missed, skipped: false },
    private: { at: `${day}T09:15:00`, procedure: '1.001193' },
  };
}

function undo(of: string, day: string): Entry {
  const { service } = finish(day);
  if (!service) throw new Error('unreachable');
  return {
    service: { ...service, kind: 'void', outcome: null, group: null, channel: null, of },
    conduct: null,
    private: { at: `${day}T09:16:00`, procedure: null },
  };
}

function dayPage(day: string): Entry {
  const page = { at: `${day}T16:50:00`, procedure: null, dayPage: { 'xin-chao': 'forgot' as const } };
  return { service: null, conduct: null, private: page };
}

const newId = () => newEntryId((length) => crypto.getRandomValues(new Uint8Array(length)));

/** Writes entries and answers with their ids. */
async function write(...entries: readonly Entry[]): Promise<string[]> {
  const ids: string[] = [];
  for (const entry of entries) ids.push((await append(profile, { id: newId(), entry }, NOW)).id);
  return ids;
}

async function prepared(choice: HandoverChoice = WEEK): Promise<string> {
  const file = await prepareHandover(profile, choice, NOW);
  if (file === null) throw new Error('nothing was recorded in the period');
  return file.text;
}

/** As somebody else reads it. */
async function read(text: string, options: VerifyOptions = {}) {
  const entries: SharedEntry[] = [];
  const onEntry = (entry: SharedEntry) => entries.push(entry);
  const verdict = await verifyHandover([new TextEncoder().encode(text)], { ...options, onEntry });
  if (!verdict.ok) throw new Error(JSON.stringify(verdict.faults));
  return { ...verdict.handover, entries };
}

async function notes(): Promise<string[]> {
  return (await givenHeads(profile)).map(({ note }) => note);
}

function spokenBy(text: string): string {
  const lists = [...text.matchAll(/"open":\[([^\]]*)\]/g)].map(([, list = '']) => list);
  const disclosures = lists.flatMap((list) => list.match(/[\w-]+/g) ?? []);
  return [text, ...disclosures.map((each) => Buffer.from(each, 'base64url').toString('utf8'))].join('\n');
}

describe('prepareHandover', () => {
  it('opens service entry by entry, states conduct, and leaves everything else closed', async () => {
    await write(finish('2026-11-13'), finish('2026-11-16'), dayPage('2026-11-16'));
    await write(finish('2026-11-17', [THANKS]), finish('2026-11-23'));
    const { header, from, to, entries, closed } = await read(await prepared());
    expect([from, to]).toEqual([1, 4]);
    expect(header).toMatchObject({
      name: null,
      period: WEEK.period,
      stated: { rules: { 'xin-cam-on': { missed: 1, of: 2 } }, skipped: 0, bypassed: 0 },
      later: null,
    });
    expect(entries.map(({ service, conduct }) => [service?.day ?? null, conduct])).toEqual([
      ['2026-11-16', null],
      [null, null],
      ['2026-11-17', null],
    ]);
    expect(closed).toEqual({ service: 1, conduct: 3 });
  });

  it('opens conduct line by line only if asked, never of a day page', async () => {
    await write(finish('2026-11-16'), dayPage('2026-11-16'));
    const lines = await read(await prepared({ ...WEEK, conduct: 'lines', name: 'Example Name' }));
    expect(lines.header.name).toBe('Example Name');
    expect(lines.entries.map(({ conduct }) => conduct?.cues.length ?? null)).toEqual([1, null]);
    const none = await read(await prepared({ ...WEEK, conduct: 'none' }));
    expect([none.header.stated, none.entries[0]?.conduct]).toEqual([null, null]);
  });

  it('lists an undone act and its undo, and counts neither', async () => {
    const [first = ''] = await write(finish('2026-11-16', [THANKS]), finish('2026-11-16'));
    await write(undo(first, '2026-11-16'));
    const { header, entries } = await read(await prepared());
    expect(entries.map(({ service }) => service?.kind)).toEqual(['finish', 'finish', 'void']);
    expect(header.stated?.rules).toEqual({ 'xin-cam-on': { missed: 0, of: 1 } });
  });

  it('opens nothing of another day that lies between, nor of practice', async () => {
    const practised = finish('2026-11-17');
    const practice = practised.service && { ...practised, service: { ...practised.service, practice: true } };
    await write(finish('2026-11-16'), finish('2026-12-24'), practice ?? practised, finish('2026-11-18'));
    const { entries, header } = await read(await prepared({ ...WEEK, conduct: 'lines' }));
    expect(entries.map(({ service }) => service?.day ?? null)).toEqual(['2026-11-16', null, null, '2026-11-18']);
    expect(header.stated?.rules['xin-cam-on']).toEqual({ missed: 0, of: 2 });
    expect(spokenBy(await prepared())).not.toContain('2026-12-24');
  });

  it('makes the same bytes again as long as nothing changes, and writes nothing', async () => {
    await write(finish('2026-11-16'));
    expect(await prepared()).toBe(await prepared());
    expect(await givenHeads(profile)).toEqual([]);
  });

  it('has nothing to give for a period without entries', async () => {
    expect(await prepareHandover(profile, WEEK, NOW)).toBeNull();
    await write(finish('2026-11-13'));
    expect(await prepareHandover(profile, WEEK, NOW)).toBeNull();
  });

  it('gives one person one id and says no word of the profile', async () => {
    await write(finish('2026-11-13'), finish('2026-11-16'));
    const [one, two] = [await read(await prepared()), await read(await prepared(LAST_WEEK))];
    expect(one.header.author).toBe(two.header.author);
    expect(spokenBy(await prepared())).not.toContain(profile.id);
  });

  it('lets no private thing through, whatever it is', async () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
    const clock = fc.tuple(fc.integer({ min: 10, max: 23 }), fc.integer({ min: 10, max: 59 })).map((p) => p.join(':'));
    const answer = fc.constantFrom('kept' as const, 'forgot' as const, 'review' as const);
    await fc.assert(
      fc.asyncProperty(digits(6), clock, answer, fc.boolean(), async (code, at, said, lines) => {
        globalThis.indexedDB = new IDBFactory();
        await closeDatabases();
        profile = await ensureProfile('normal', NOW);
        const secret = { at: `2026-11-16T${at}:37`, procedure: `3.${code}` };
        await write({ ...finish('2026-11-16'), private: secret });
        await write({ service: null, conduct: null, private: { ...secret, dayPage: { 'khong-tham-nhung': said } } });
        const spoken = spokenBy(await prepared({ ...WEEK, conduct: lines ? 'lines' : 'sums' }));
        for (const planted of [`3.${code}`, `${at}:37`, `T${at}`, 'dayPage', 'khong-tham-nhung', '"p",']) {
          expect(spoken).not.toContain(planted);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each([
    ['a leaf whose text was changed', 'text'],
    ['a leaf whose hash was changed', 'hash'],
  ])('gives nothing where the store holds %s', async (_, what) => {
    await write(finish('2026-11-16'), finish('2026-11-17'));
    const database = await openProfileDb(profile.id);
    const [one, two] = await database.getAll('leaves');
    if (!one || !two) throw new Error('two leaves were written');
    const other = what === 'text' ? { text: two.text.replace('"v":1', '"v":1 ') } : { hash: one.hash };
    await database.put('leaves', { ...two, ...other });
    await expect(prepareHandover(profile, WEEK, NOW)).rejects.toMatchObject({ code: 'storage-refused' });
  });
});

describe('giveHandover', () => {
  it('writes the head down and keeps the file’s name and hash, not the file', async () => {
    await write(finish('2026-11-16'), dayPage('2026-11-16'));
    const text = await prepared({ ...WEEK, name: 'Example Name' });
    const { id } = await giveHandover(profile, text, NOW);
    const { file, checkpoint } = await read(text);
    expect(id).toBe(file);
    expect(await (await openJournalQuery(profile.id)).given()).toEqual([
      {
        id,
        size: 2,
        note: checkpoint,
        what: 'handover',
        period: WEEK.period,
        conduct: 'sums',
        named: true,
        entries: 1,
        at: NOW,
        withdrawn: null,
      },
    ]);
  });

  it('gives the same file again without a second row, also when pressed twice at once', async () => {
    await write(finish('2026-11-16'));
    const text = await prepared();
    await Promise.all([giveHandover(profile, text, NOW), giveHandover(profile, text, NOW + 1)]);
    await giveHandover(profile, text, NOW + 2);
    expect(await givenHeads(profile)).toHaveLength(1);
  });

  it('links every head that left before, larger ones too', async () => {
    await write(finish('2026-11-10'), finish('2026-11-16'));
    await giveReceipt(profile, NOW);
    await write(finish('2026-11-17'));
    await giveHandover(profile, await prepared(), NOW);
    const older = await prepared(LAST_WEEK);
    const { header, from, to, consistentWith } = await read(older, { known: await notes() });
    expect([from, to]).toEqual([0, 1]);
    expect(consistentWith).toEqual([2, 3]);
    expect(parseCheckpoint(header.later ?? '')).toMatchObject({ ok: true, value: { size: 3 } });
    await giveHandover(profile, older, NOW);
    await write(finish('2026-11-18'));
    const next = await prepared();
    expect((await read(next, { known: await notes() })).consistentWith).toEqual([1, 2, 3]);
  });

  it('sends a file back that does not know of a head given since', async () => {
    await write(finish('2026-11-16'));
    const [stale, none] = [await prepared(), await prepared({ ...WEEK, conduct: 'none' })];
    await write(finish('2026-11-17'));
    await giveReceipt(profile, NOW);
    await expect(giveHandover(profile, stale, NOW)).rejects.toMatchObject({ code: 'too-late' });
    await giveHandover(profile, await prepared(), NOW);
    await expect(giveHandover(profile, none, NOW)).rejects.toMatchObject({ code: 'too-late' });
    expect(await givenHeads(profile)).toHaveLength(2);
  });

  it('takes only one of two heads that leave at once, if they do not know each other', async () => {
    await write(finish('2026-11-16'));
    const stale = await prepared();
    await write(finish('2026-11-17'));
    const both = await Promise.allSettled([giveReceipt(profile, NOW), giveHandover(profile, stale, NOW)]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  });

  it('takes nothing that is not its own work, byte for byte', async () => {
    await write(finish('2026-11-16'));
    const text = await prepared();
    const other = await ensureProfile('practice', NOW);
    await append(other, { id: newId(), entry: finish('2026-11-16') }, NOW);
    const foreign = await prepareHandover(other, WEEK, NOW);
    const forged = [
      foreign?.text ?? '',
      text.replace('"name":null', '"name":"Somebody Else"'),
      text.replace('"missed":0', '"missed":1'),
      text.replaceAll('\n', '\r\n'),
      `${text}\n`,
      text.slice(0, -1),
      '{"format":"checklist-handover/1",\n',
    ];
    for (const each of forged) {
      await expect(giveHandover(profile, each, NOW)).rejects.toMatchObject({ code: 'bad-message' });
    }
    expect(await givenHeads(profile)).toEqual([]);
  });

  it('gives nothing where it cannot be written down', async () => {
    await write(finish('2026-11-16'));
    const text = await prepared();
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('The disk is full (test)', 'QuotaExceededError');
    };
    try {
      await expect(giveHandover(profile, text, NOW)).rejects.toMatchObject({ code: 'storage-full' });
      await expect(giveReceipt(profile, NOW)).rejects.toMatchObject({ code: 'storage-full' });
    } finally {
      IDBObjectStore.prototype.put = put;
    }
    expect(await givenHeads(profile)).toEqual([]);
  });
});

describe('withdrawHandover', () => {
  it('makes the note by which a reader refuses that file and no other, the same each time', async () => {
    await write(finish('2026-11-10'), finish('2026-11-16'));
    const [text, other] = [await prepared(), await prepared(LAST_WEEK)];
    const { id } = await giveHandover(profile, text, NOW);
    const withdrawal = await withdrawHandover(profile, id, NOW + 5);
    expect(await withdrawHandover(profile, id, NOW + 9)).toEqual(withdrawal);
    await expect(read(text, { withdrawals: [withdrawal.text] })).rejects.toThrow('withdrawn');
    expect((await read(other, { withdrawals: [withdrawal.text] })).to).toBe(1);
    expect(await (await openJournalQuery(profile.id)).given()).toMatchObject([{ id, withdrawn: NOW + 5 }]);
  });

  it('withdraws nothing that was never given', async () => {
    await expect(withdrawHandover(profile, '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=', NOW)).rejects.toMatchObject({
      code: 'bad-message',
    });
  });
});

describe('giveReceipt', () => {
  it('is the head and nothing else, once for each head', async () => {
    expect(await giveReceipt(profile, NOW)).toBeNull();
    await write(finish('2026-11-16'));
    const receipt = await giveReceipt(profile, NOW);
    expect(await giveReceipt(profile, NOW + 1)).toEqual(receipt);
    expect(await givenHeads(profile)).toMatchObject([{ size: 1, note: receipt?.text }]);
    expect(receipt?.text.split('\n').slice(1, 2)).toEqual(['1']);
  });
});
