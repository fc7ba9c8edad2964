import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutPrefix, proofsFor } from '../../handover/consistency-proofs.ts';
import type { HandoverLeaf } from '../../handover/handover.ts';
import { spellLeaf } from '../../handover/handover-lines.ts';
import {
  faultsOf,
  finishEntry,
  linesOf,
  nodeSha256,
  seeded,
  TestLog,
  testSigner,
} from '../../handover/testing/test-log.ts';
import { verifyHandover } from '../../handover/verify-handover.ts';
import { writeWithdrawal } from '../../handover/withdrawal.ts';
import type { HandoverContent } from '../../handover/write-handover.ts';
import { toBase64 } from '../base64.ts';
import { emptyRange, rangeToJson, rootOf } from '../compact-range.ts';
import type { Entry, ServicePart } from '../entry.ts';
import { newEntryId } from '../entry-id.ts';
import { newLogOrigin } from '../log-identity.ts';
import { formatVerifierKey, verifierKeyOf } from '../signed-note.ts';

/*
 * Makes the hand-over vectors anew and holds them against the committed files, as `vectors.test.ts` does for the journal:
 * WRITE_VECTORS=1 npx vitest run --project unit packages/checklist-core/src/journal/vectors/handover-vectors
 * writes them, for a new version of the format only.
 */
const TABLE = new URL('./handover-v1.json', import.meta.url);
const FILE = new URL('./handover-v1.jsonl', import.meta.url);

const origin = newLogOrigin(seeded('checklist-handover-vectors/1'));
const elsewhere = newLogOrigin(seeded('checklist-handover-vectors/1, the log it continues'));
const random = seeded(origin);
const placeholder = newEntryId(random);

/** Invented. The `of` of entries 6 and 7 is filled in once the ids are known. */
function entries(idOf: (n: number) => string): readonly Entry[] {
  const base = finishEntry(0);
  const service: ServicePart = { ...(base.service ?? neverNull()), day: '2026-11-24', group: 'ho-tich' };
  const at = { at: '2026-11-24T08:15:04', procedure: null };
  const conduct = { rules: ['xin-cam-on', 'xin-chao'], cues: ['finish-more', 'finish-thank'], missed: [] };
  const counts = {
    received: 31,
    resolved: { early: 4, onTime: 20, late: 1 },
    open: { notDue: 12, upToFive: 2, more: 0 },
    letters: { owed: 1, sent: 1 },
    promises: { made: 2, kept: 2 },
  };
  const done = { ...conduct, skipped: false };
  const none = { ...service, outcome: null, group: null, channel: null };
  const continues = { origin: elsewhere, size: 41, root: toBase64(nodeSha256.digest(new Uint8Array(1))) };
  return [
    { service: null, conduct: null, private: at, continues },
    { service, conduct: done, private: at },
    { service, conduct: { ...conduct, skipped: true }, private: at },
    {
      service: { ...service, outcome: 'returned', onTime: 'late' },
      conduct: { ...done, missed: ['finish-thank'] },
      private: at,
    },
    { service: { ...none, kind: 'letter', letter: 'apology' }, conduct: null, private: at },
    { service: { ...service, outcome: 'supplement' }, conduct: done, private: at },
    { service: { ...none, kind: 'void', of: idOf(5) }, conduct: null, private: at },
    {
      service: { ...service, kind: 'correction', outcome: 'returned', onTime: 'on-time', of: idOf(3) },
      conduct: done,
      private: at,
    },
    { service: null, conduct: null, private: { ...at, dayPage: { 'xin-chao': 'kept', 'khong-cua-quyen': 'none' } } },
    { service: { ...none, half: 'pm', kind: 'day-counts', counts }, conduct: null, private: at },
    { service: { ...service, half: 'pm' }, conduct: { ...conduct, skipped: false, bypassed: true }, private: at },
    { service: { ...service, half: 'pm', practice: true }, conduct: done, private: null },
  ];
}

function neverNull(): never {
  throw new Error('finishEntry has a service part');
}

/** Two passes: ids do not depend on what the entries say, so the first pass tells them. */
function vectorLog(): TestLog {
  const first = new TestLog(
    entries(() => placeholder),
    origin,
  );
  return new TestLog(
    entries((n) => first.sealed[n]?.leaf.id ?? ''),
    origin,
  );
}

const log = vectorLog();
const stranger = TestLog.of(12, newLogOrigin(seeded('checklist-handover-vectors/1, a stranger')));
/** The same log with entry 2 rewritten, by the same key: what a forger with the key could make. */
const forged = new TestLog(
  entries((n) => log.sealed[n]?.leaf.id ?? '').map((entry, n) => (n === 2 ? finishEntry(2) : entry)),
  origin,
);

interface Case {
  readonly shows: string;
  /** The file as text; `base64` instead where it is no text. */
  readonly file?: string;
  readonly base64?: string;
  readonly known?: readonly string[];
  readonly withdrawals?: readonly string[];
}

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

async function mainContent(): Promise<HandoverContent> {
  const base = await log.content(4, 10, [3, 8, 12]);
  const leaves = log
    .leaves(4, 10)
    .map(({ leaf, open }, index) => ({ leaf, open: index < 3 ? open : open.slice(0, 1) }));
  return { ...base, period: { from: '2026-11-24', to: '2026-11-24' }, leaves };
}

/** The file after the leaves before 5 were cut: what was kept leads from head 3 to the cut. */
async function cutFile(): Promise<string[]> {
  const cut = await cutPrefix({ range: emptyRange(), kept: [] }, log.hashes, 5, [3, 8, 12]);
  const proofs = await proofsFor(cut, log.hashes.slice(5), [3, 8, 12], 12);
  return linesOf({ ...(await log.content(7, 12)), proofs, stated: null }, log.signer);
}

const leafOn = (line: string): HandoverLeaf => JSON.parse(line);
/** Another character of the same alphabet. */
const flip = (line: string, at: number) => `${line.slice(0, at)}${line[at] === 'A' ? 'B' : 'A'}${line.slice(at + 1)}`;
const changed = (lines: readonly string[], line: number, change: (text: string) => string) =>
  lines.map((each, index) => (index === line - 1 ? change(each) : each));
const without = (lines: readonly string[], line: number) => lines.toSpliced(line - 1, 1);
const inserted = (lines: readonly string[], line: number, what: string) => lines.toSpliced(line - 1, 0, what);

const renumbered = (line: string, n: number) => spellLeaf({ ...leafOn(line), n });
const sequential = (lines: readonly string[]) => {
  let n = 4;
  return lines.map((each) => (each.startsWith('{"h"') ? renumbered(each, n++) : each));
};

/** Lines 1 header, 2 to 4 proofs (3 to 10, 8 to 10, 10 to 12), 5 to 10 leaves 4 to 9, 11 closing. */
async function cases(): Promise<readonly Case[]> {
  const main = await linesOf(await mainContent(), log.signer);
  const whole = await log.lines(0, 12);
  const cut = await cutFile();
  const [head3, head8, head12] = await Promise.all([log.head(3), log.head(8), log.head(12)]);
  const strangers = await stranger.lines(0, 12);
  const foreign = strangers[9] ?? '';
  const line = (n: number) => main[n - 1] ?? '';
  const swapped = changed(
    changed(main, 7, () => line(8)),
    8,
    () => line(7),
  );
  const otherKey = testSigner(origin, 'another published test key');
  const byOtherKey = await linesOf(await mainContent(), otherKey);
  const noProofs = await linesOf({ ...(await mainContent()), proofs: [], later: null }, log.signer);
  const forgedMain = await forged.lines(4, 10, [3, 8]);
  const forgedProof = await proofsFor({ range: emptyRange(), kept: [] }, forged.hashes, [12], 10);
  const file = toBase64(nodeSha256.digest(new TextEncoder().encode(text(main))));
  const utf16 = Buffer.from(text(main), 'utf16le');
  return [
    { shows: 'ok: part of a log, as it was written', file: text(main) },
    {
      shows: 'ok: every head ever given away is linked',
      file: text(main),
      known: [head3, head8, await log.head(10), head12],
    },
    {
      shows: 'ok, not witnessed: the only known head is of another log',
      file: text(main),
      known: [await stranger.head(12)],
    },
    { shows: 'ok: a whole log, which continues another', file: text(whole), known: [head3] },
    {
      shows: 'ok: after the leaves before 5 were cut, head 3 is reached through head 5',
      file: text(cut),
      known: [head3, head8, head12],
    },
    {
      shows: 'ok: a withdrawal of another file',
      file: text(cut),
      withdrawals: [await writeWithdrawal(file, log.signer)],
    },
    {
      shows: 'ok: a withdrawal that another key signed',
      file: text(main),
      withdrawals: [await writeWithdrawal(file, otherKey)],
    },
    { shows: 'edit: a digest in a leaf', file: text(changed(main, 7, (each) => flip(each, 70))) },
    { shows: 'edit: a listed hash', file: text(changed(main, 7, (each) => flip(each, 10))) },
    { shows: 'edit: an opening', file: text(changed(main, 6, (each) => flip(each, 300))) },
    { shows: 'edit: the index of a leaf', file: text(changed(main, 7, (each) => renumbered(each, 8))) },
    { shows: 'edit: a proof', file: text(changed(main, 2, (each) => flip(each, 40))) },
    {
      shows: 'edit: the name in the first line',
      file: text(changed(main, 1, (each) => each.replace('"name":null', '"name":"Nguyễn Văn Ví Dụ"'))),
    },
    {
      shows: 'edit: an opening taken out',
      file: text(changed(main, 5, (each) => spellLeaf({ ...leafOn(each), open: [] }))),
    },
    { shows: 'edit: a proof taken out', file: text(without(main, 3)) },
    { shows: 'gap: a leaf taken out', file: text(without(main, 7)) },
    { shows: 'gap: the first leaf taken out', file: text(without(main, 5)) },
    { shows: 'gap: the last leaves taken out', file: text(without(without(main, 10), 9)) },
    { shows: 'reorder: two leaves exchanged', file: text(swapped) },
    { shows: 'reorder: a leaf moved to the end', file: text(inserted(without(main, 6), 10, line(6))) },
    { shows: 'duplicate: a leaf listed twice', file: text(inserted(main, 8, line(6))) },
    {
      shows: 'duplicate: a leaf listed twice, all leaves renumbered',
      file: text(sequential(inserted(main, 8, line(6)))),
    },
    {
      shows: 'foreign-leaf: put in between, with its own index',
      file: text(inserted(main, 8, renumbered(foreign, 903))),
    },
    {
      shows: 'foreign-leaf: in place of a leaf, with its own index',
      file: text(changed(main, 8, () => renumbered(foreign, 903))),
    },
    { shows: 'foreign-leaf: after the last one', file: text(inserted(main, 11, renumbered(foreign, 10))) },
    {
      shows: 'root-differs: a foreign leaf in place of a leaf, with its index',
      file: text(changed(main, 8, () => renumbered(foreign, 7))),
    },
    {
      shows: 'root-differs: two leaves exchanged and renumbered',
      file: text(
        changed(
          changed(main, 7, () => renumbered(line(8), 6)),
          8,
          () => renumbered(line(7), 7),
        ),
      ),
    },
    {
      shows: 'root-differs: another compact range before',
      file: text(
        changed(main, 1, (each) =>
          each.replace(rangeToJson(log.range(4)).hashes[0] ?? '', toBase64(rootOf(stranger.range(4)))),
        ),
      ),
    },
    {
      shows: 'wrong-signature: the head signed by another key',
      file: text(
        changed(main, 11, (each) =>
          each.replace(
            JSON.parse(each).checkpoint.split('\n')[4],
            JSON.parse(byOtherKey[10] ?? '').checkpoint.split('\n')[4],
          ),
        ),
      ),
    },
    {
      shows: 'wrong-signature: the size in the head changed',
      file: text(changed(main, 11, (each) => each.replace(`${origin}\\n10\\n`, `${origin}\\n11\\n`))),
    },
    {
      shows: 'wrong-signature: the file signed by another key',
      file: text(
        changed(main, 11, (each) =>
          JSON.stringify({ checkpoint: JSON.parse(each).checkpoint, file: JSON.parse(byOtherKey[10] ?? '').file }),
        ),
      ),
    },
    {
      shows: 'wrong-signature: a known head of this log is signed by another key',
      file: text(byOtherKey),
      known: [head8],
    },
    { shows: 'converted-line-ends: CRLF', file: text(main).replaceAll('\n', '\r\n') },
    { shows: 'converted-line-ends: CR', file: text(main).replaceAll('\n', '\r') },
    { shows: 'converted-line-ends: one line only', file: text(changed(main, 7, (each) => `${each}\r`)) },
    { shows: 'cut-tail: a larger head is known and no proof leads there', file: text(noProofs), known: [head12] },
    { shows: 'fork: a known head of the same size has another root', file: text(main), known: [await forged.head(10)] },
    { shows: 'fork: a known head inside the file has another root', file: text(main), known: [await forged.head(8)] },
    { shows: 'fork: a known head before the file has another root', file: text(forgedMain), known: [head3] },
    { shows: 'fork: a known head beyond the file has another root', file: text(main), known: [await forged.head(12)] },
    {
      shows: 'fork: the newer head in the first line does not go on from the file',
      file: text(
        await linesOf(
          {
            ...(await log.content(4, 10)),
            proofs: await proofsFor({ range: emptyRange(), kept: [] }, log.hashes, [12], 10),
            later: await forged.head(12),
          },
          log.signer,
        ),
      ),
    },
    {
      shows: 'malformed: a proof that does not fit the leaves, signed with the file',
      file: text(await linesOf({ ...(await log.content(4, 10)), proofs: forgedProof }, log.signer)),
    },
    { shows: 'not-comparable: no proof leads from a smaller known head', file: text(noProofs), known: [head3] },
    { shows: 'not-comparable: a known head that is no signed head', file: text(main), known: ['hello\n'] },
    { shows: 'withdrawn', file: text(main), withdrawals: [await writeWithdrawal(file, log.signer)] },
    { shows: 'malformed: cut off after a line', file: text(main.slice(0, 8)) },
    { shows: 'malformed: cut off within a line', file: text(main).slice(0, 5000) },
    { shows: 'malformed: the last line end missing', file: text(main).slice(0, -1) },
    { shows: 'malformed: empty', file: '' },
    { shows: 'malformed: a byte order mark', file: `\uFEFF${text(main)}` },
    { shows: 'malformed: UTF-16', base64: utf16.toString('base64') },
    {
      shows: 'malformed: a byte that is no UTF-8',
      base64: Buffer.concat([Buffer.from(text(main)), Buffer.of(0xff, 0x0a)]).toString('base64'),
    },
    { shows: 'malformed: something after the last line', file: text([...main, line(7)]) },
    {
      shows: 'malformed: an unknown key',
      file: text(changed(main, 1, (each) => each.replace('"stated"', '"note":"x","stated"'))),
    },
    {
      shows: 'malformed: a key named twice',
      file: text(changed(main, 7, (each) => each.replace('"n":6', '"n":6,"n":6'))),
    },
    { shows: 'malformed: white space', file: text(changed(main, 7, (each) => each.replace('"n":6', '"n": 6'))) },
    {
      shows: 'malformed: keys in another order',
      file: text(
        changed(main, 11, (each) => {
          const { checkpoint, file: note } = JSON.parse(each);
          return JSON.stringify({ file: note, checkpoint });
        }),
      ),
    },
    {
      shows: 'malformed: a private part opened',
      file: text(
        changed(main, 5, (each) => spellLeaf({ ...leafOn(each), open: [log.sealed[4]?.disclosures.p ?? ''] })),
      ),
    },
    {
      shows: 'malformed: conduct before service',
      file: text(changed(main, 6, (each) => spellLeaf({ ...leafOn(each), open: leafOn(each).open.toReversed() }))),
    },
  ];
}

function bytesOf({ file, base64 = '' }: Case): Uint8Array {
  return file === undefined ? Uint8Array.from(Buffer.from(base64, 'base64')) : new TextEncoder().encode(file);
}

async function answerTo(each: Case) {
  const { known = [], withdrawals = [] } = each;
  const verdict = await verifyHandover([bytesOf(each)], { known, withdrawals });
  if (!verdict.ok) return { ok: false, faults: verdict.faults.map(({ kind, line }) => ({ kind, line })) };
  const { from, to, file, closed, consistentWith, witnessed } = verdict.handover;
  return { ok: true, from, to, file, closed, consistentWith, witnessed };
}

async function makeTable() {
  const made = await cases();
  return {
    format: 'checklist-handover-vectors/1',
    about:
      'Invented. See docs/journal-format.md. `file` is the text of a hand-over, `base64` its bytes where it is no text.',
    origin,
    testKeySeed: Buffer.from(nodeSha256.digest(new TextEncoder().encode(origin))).toString('hex'),
    verifierKey: formatVerifierKey(verifierKeyOf(origin, log.signer.publicKey)),
    entries: log.sealed.map(({ leaf, disclosures }, n) => ({ n, id: leaf.id, disclosures })),
    heads: await Promise.all([3, 8, 12].map(async (size) => ({ size, note: await log.head(size) }))),
    cases: await Promise.all(made.map(async (each) => ({ ...each, answer: await answerTo(each) }))),
  };
}

describe('committed hand-over vectors', () => {
  it('are what the code makes, byte for byte', async () => {
    const table = await makeTable();
    const [main] = table.cases;
    if (process.env.WRITE_VECTORS === '1') {
      writeFileSync(TABLE, `${JSON.stringify(table, null, 1)}\n`);
      writeFileSync(FILE, main?.file ?? '');
    }
    expect(JSON.parse(readFileSync(TABLE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(table)));
    expect(readFileSync(FILE, 'utf8')).toBe(main?.file);
  });

  it('are answered with the fault they show', async () => {
    for (const each of await cases()) {
      const verdict = await verifyHandover([bytesOf(each)], {
        known: each.known ?? [],
        withdrawals: each.withdrawals ?? [],
        sha256: nodeSha256,
      });
      const kinds = verdict.ok ? ['ok'] : verdict.faults.map(({ kind }) => kind);
      expect(new Set(kinds), `${each.shows}: ${faultsOf(verdict)}`).toEqual(new Set([each.shows.split(/[:,]/)[0]]));
    }
  });
});
