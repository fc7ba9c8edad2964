import { describe, expect, it } from 'vitest';
import { toBase64, toBase64Url } from '../journal/base64.ts';
import { canonicalText } from '../journal/canonical-json.ts';
import { appendLeaf, emptyRange, hashLeaf, rootOf } from '../journal/compact-range.ts';
import { digestOf, makeDisclosure } from '../journal/disclosure.ts';
import { type Leaf, leafBytesOf } from '../journal/envelope.ts';
import { signNote } from '../journal/signed-note.ts';
import { HANDOVER_FORMAT, type HandoverHeader } from './handover.ts';
import { spellClosing, spellHeader, spellLeaf } from './handover-lines.ts';
import { splitNotes } from './receipt.ts';
import {
  faultsOf,
  fileOf,
  finishEntry,
  linesOf,
  nodeSha256,
  TestLog,
  testSigner,
  verdictOf,
} from './testing/test-log.ts';
import { writeWithdrawal } from './withdrawal.ts';

/*
 * Files that a dishonest author, or somebody through whose hands a file went, may make: signed where they can sign.
 */

const log = TestLog.of(40);
const salt = 'AAECAwQFBgcICQoLDA0ODw';
const encode = (text: string) => toBase64Url(new TextEncoder().encode(text));
const service = canonicalText(finishEntry(1).service ?? {});
const fault = async (lines: readonly string[], known: readonly string[] = []) =>
  faultsOf(await verdictOf(lines, { known }));

/** Signs lines as their author would: only the leaves must give the head. */
async function signed(lines: readonly string[], checkpoint: string): Promise<string[]> {
  const text = `${HANDOVER_FORMAT}\n${log.origin}\n${toBase64(nodeSha256.digest(fileOf(lines)))}\n`;
  return [...lines, spellClosing({ checkpoint, file: await signNote(text, log.signer) })];
}

/** A file of a log whose leaves open these disclosures as service parts. */
async function fileOpening(disclosures: readonly string[]): Promise<string[]> {
  const [model] = log.sealed;
  if (model === undefined) throw new Error('a leaf');
  const leaves = disclosures.map((disclosure): Leaf => ({ ...model.leaf, s: digestOf(disclosure) }));
  const hashes = leaves.map((leaf) => hashLeaf(leafBytesOf(leaf)));
  const range = hashes.reduce((before, hash) => appendLeaf(before, hash), emptyRange());
  const head = `${log.origin}\n${leaves.length}\n${toBase64(rootOf(range))}\n`;
  const lines = leaves.map((leaf, n) =>
    spellLeaf({ h: toBase64(hashes[n] ?? new Uint8Array(0)), leaf, n, open: [disclosures[n] ?? ''] }),
  );
  return signed([await headerLine({}), ...lines], await signNote(head, log.signer));
}

async function headerLine(changes: Partial<HandoverHeader>): Promise<string> {
  const [line = ''] = await log.lines(0, 1);
  const header: HandoverHeader = JSON.parse(line);
  return spellHeader({ ...header, ...changes });
}

describe('an opening that is no JSON', () => {
  it('is not taken for one that was read before with a day in its place', async () => {
    const honest = makeDisclosure(salt, 's', JSON.parse(service));
    expect(await fault(await fileOpening([honest, honest]))).toEqual([]);
    const forged = encode(`["${salt}","s",${service.replace('"day":"2026-11-01"', '|')}]`);
    expect(forged).not.toBe(honest);
    expect(await fault(await fileOpening([honest, forged]))).toEqual(['malformed 3']);
  });
});

describe('the last line', () => {
  const stranger = testSigner('a-stranger');

  it('has one signature in each note: another would give the same file another name', async () => {
    const lines = await log.lines(3, 9);
    const closing: { checkpoint: string; file: string } = JSON.parse(lines.at(-1) ?? '');
    const [, line = ''] = (await signNote('other\n', stranger)).split('\n\n');
    for (const changed of [
      { ...closing, checkpoint: `${closing.checkpoint}${line}` },
      { ...closing, file: `${closing.file}${line}` },
      { ...closing, file: `${closing.file}${closing.file.split('\n\n')[1] ?? ''}` },
    ]) {
      const renamed = [...lines.slice(0, -1), spellClosing(changed)];
      expect(await fault(renamed)).toEqual([`malformed ${lines.length}`]);
    }
  });

  it('so nobody who forwards a file can take it out of the reach of its withdrawal', async () => {
    const lines = await log.lines(3, 9);
    const verdict = await verdictOf(lines);
    if (!verdict.ok) throw new Error('ok');
    const withdrawals = [await writeWithdrawal(verdict.handover.file, log.signer)];
    const closing: { checkpoint: string; file: string } = JSON.parse(lines.at(-1) ?? '');
    const [, line = ''] = (await signNote('other\n', stranger)).split('\n\n');
    const renamed = [...lines.slice(0, -1), spellClosing({ ...closing, file: `${closing.file}${line}` })];
    expect((await verdictOf(renamed, { withdrawals })).ok).toBe(false);
  });
});

describe('a head smaller than what stands before the file', () => {
  it('makes every leaf one too many, and names no line that does not exist', async () => {
    const lines = await log.lines(20, 23);
    const smaller = await signed(lines.slice(0, -1), await log.head(5));
    expect(await fault(smaller)).toEqual(['foreign-leaf 2']);
    const empty = await signed([lines[0] ?? ''], await log.head(5));
    expect(await fault(empty)).toEqual(['foreign-leaf -']);
  });
});

describe('more faults than are listed', () => {
  const long = TestLog.of(300);
  const closingOf = (lines: readonly string[]) => lines.at(-1) ?? '';

  it('are counted, changed leaves too', async () => {
    const lines = await long.lines(0, 300);
    const changed = lines.map((line) => line.replace(/"p":"./, '"p":"-'));
    const verdict = await verdictOf(changed);
    if (verdict.ok) throw new Error('changed');
    const different = changed.filter((line, index) => line !== lines[index]).length;
    expect(verdict.faults.length + verdict.more).toBe(different);
  });

  it('are what they are: leaves listed again are no foreign ones', async () => {
    const lines = await long.lines(0, 300);
    const [header = '', ...leaves] = lines.slice(0, -1);
    const again = [...leaves, ...leaves.slice(0, 150)].map((line, n) => spellLeaf({ ...JSON.parse(line), n }));
    const verdict = await verdictOf([header, ...again, closingOf(lines)]);
    if (verdict.ok) throw new Error('changed');
    expect(new Set(verdict.faults.map(({ kind }) => kind))).toEqual(new Set(['duplicate']));
    expect(verdict.faults.length + verdict.more).toBe(150);
  });
});

describe('a proof that leads nowhere', () => {
  it('does not hide another one to the same size that leads on', async () => {
    const content = await log.content(20, 30, [3]);
    const [first] = (await log.content(4, 4, [3])).proofs;
    const [second] = (await log.content(20, 30, [4])).proofs;
    if (first === undefined || second === undefined) throw new Error('proofs');
    const wrong = { ...first, hashes: [...first.hashes].reverse() };
    const lines = await linesOf({ ...content, proofs: [wrong, first, second] }, log.signer);
    expect(await fault(lines, [await log.head(3)])).toEqual([]);
  });
});

describe('a proof that fails', () => {
  it('is named alone: what it tells is not held against another', async () => {
    const content = await log.content(5, 12, [3]);
    const [right] = content.proofs;
    if (right === undefined) throw new Error('a proof');
    const wrong = { ...right, hashes: right.hashes.toReversed() };
    for (const proofs of [
      [wrong, right],
      [right, wrong],
    ]) {
      const lines = await linesOf({ ...content, proofs }, log.signer);
      expect(await fault(lines)).toEqual([`malformed ${2 + proofs.indexOf(wrong)}`]);
    }
  });

  it('is one with a hash too many or too few, even where no root is known', async () => {
    const content = await log.content(20, 30);
    const [right] = (await log.content(4, 4, [3])).proofs;
    if (right === undefined) throw new Error('a proof');
    const [hash = ''] = right.hashes;
    expect(await fault(await linesOf({ ...content, proofs: [right] }, log.signer))).toEqual([]);
    for (const hashes of [[...right.hashes, hash], right.hashes.slice(1), []]) {
      const lines = await linesOf({ ...content, proofs: [{ ...right, hashes }] }, log.signer);
      expect(await fault(lines)).toEqual(['malformed 2']);
    }
  });
});

describe('the signature of the file', () => {
  it('is over a hash: of another text nobody can say what was changed', async () => {
    const lines = await log.lines(3, 9);
    const closing: { checkpoint: string } = JSON.parse(lines.at(-1) ?? '');
    for (const third of ['', 'x', 'AAAA', toBase64(new Uint8Array(33))]) {
      const file = await signNote(`${HANDOVER_FORMAT}\n${log.origin}\n${third}\n`, log.signer);
      expect(await fault([...lines.slice(0, -1), spellClosing({ ...closing, file })])).toEqual([
        `malformed ${lines.length}`,
      ]);
    }
  });
});

describe('lines that cannot be read', () => {
  const exchanged = async () => {
    const lines = await log.lines(3, 9);
    const [, foreign = ''] = await TestLog.of(9, 'a-stranger').lines(5, 9);
    return lines.with(3, foreign);
  };

  it('hide an exchanged leaf only if they may be leaves', async () => {
    const lines = await exchanged();
    expect(await fault(lines)).toEqual(['root-differs -']);
    expect(await fault(lines.toSpliced(5, 0, 'x'))).toEqual(['malformed 6', 'root-differs -']);
    expect(await fault(lines.toSpliced(5, 0, '{"h"'))).not.toContain('root-differs -');
  });

  it('make no line after them a changed one', async () => {
    const lines = await log.lines(3, 9);
    expect(await fault(lines.toSpliced(3, 0, '{"h"'))).toEqual(['malformed 4']);
  });
});

describe('stated sums', () => {
  it('may speak of a rule whose id JavaScript knows as something else', async () => {
    const rules = { constructor: { missed: 1, of: 2 }, prototype: { missed: 0, of: 2 } };
    const content = { ...(await log.content(0, 3)), stated: { rules, skipped: 0, bypassed: 0 } };
    expect(await fault(await linesOf(content, log.signer))).toEqual([]);
  });
});

describe('a text of many lines that is no list of heads', () => {
  it('is cut in time that grows with its length', () => {
    expect(splitNotes('no head\n'.repeat(300_000))).toHaveLength(1);
  });
});
