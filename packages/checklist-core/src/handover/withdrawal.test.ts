import { describe, expect, it } from 'vitest';
import { signNote, verifierKeyOf } from '../journal/signed-note.ts';
import { readReceipt, splitNotes } from './receipt.ts';
import { faultsOf, TestLog, testSigner, verdictOf } from './testing/test-log.ts';
import { parseWithdrawal, verifyWithdrawal, writeWithdrawal } from './withdrawal.ts';

const log = TestLog.of(9);
const key = verifierKeyOf(log.origin, log.signer.publicKey);

async function fileOfLog(): Promise<{ readonly lines: readonly string[]; readonly file: string }> {
  const lines = await log.lines(2, 9);
  const verdict = await verdictOf(lines);
  return { lines, file: verdict.ok ? verdict.handover.file : '' };
}

describe('a withdrawal', () => {
  it('takes back the file it names, and no other', async () => {
    const { lines, file } = await fileOfLog();
    const note = await writeWithdrawal(file, log.signer);
    expect(note.startsWith(`checklist-withdrawal/1\n${log.origin}\n${file}\n\n— `)).toBe(true);
    expect(parseWithdrawal(note)).toEqual({ ok: true, value: { origin: log.origin, file } });
    expect(await verifyWithdrawal(note, key)).toEqual({ ok: true, value: { origin: log.origin, file } });
    expect(faultsOf(await verdictOf(lines, { withdrawals: ['', note] }))).toEqual(['withdrawn -']);
    expect(faultsOf(await verdictOf(await log.lines(2, 8), { withdrawals: [note] }))).toEqual([]);
  });

  it('takes nothing back if somebody else signed it', async () => {
    const { lines, file } = await fileOfLog();
    const byOther = await writeWithdrawal(file, testSigner(log.origin, 'another'));
    const ofOther = await writeWithdrawal(file, testSigner('than-thien-log/other'));
    expect(faultsOf(await verdictOf(lines, { withdrawals: [byOther, ofOther] }))).toEqual([]);
    expect(await verifyWithdrawal(byOther, key)).toEqual({ ok: false, fault: 'other-key' });
    expect(await verifyWithdrawal(ofOther, key)).toEqual({ ok: false, fault: 'unknown-signer' });
  });

  it('is read strictly', async () => {
    const { file } = await fileOfLog();
    for (const text of [
      `checklist-withdrawal/2\n${log.origin}\n${file}\n`,
      `checklist-withdrawal/1\n${log.origin}\n${file}\nmore\n`,
      `checklist-withdrawal/1\n${log.origin}\nAAAA\n`,
      `checklist-withdrawal/1\n${log.origin}\n`,
    ]) {
      expect(await verifyWithdrawal(await signNote(text, log.signer), key)).toEqual({
        ok: false,
        fault: 'not-withdrawal',
      });
    }
    const ofOther = await signNote(`checklist-withdrawal/1\nthan-thien-log/other\n${file}\n`, log.signer);
    expect(await verifyWithdrawal(ofOther, key)).toEqual({ ok: false, fault: 'other-origin' });
    expect(() => writeWithdrawal('AAAA', log.signer)).toThrow('file');
  });
});

describe('receipts', () => {
  it('say which head they are', async () => {
    const note = await log.head(7);
    const receipt = readReceipt(note);
    expect(receipt.ok && [receipt.value.origin, receipt.value.size, receipt.value.note]).toEqual([log.origin, 7, note]);
    expect(readReceipt('hello')).toEqual({ ok: false, fault: 'no-final-newline' });
  });

  it('are cut out of a file of many, whatever stands between', async () => {
    const notes = await Promise.all([1, 4, 9].map((size) => log.head(size)));
    expect(splitNotes(notes.join(''))).toEqual(notes);
    expect(splitNotes(`\n\n${notes.join('\n\n\n')}\n\n`)).toEqual(notes);
    expect(splitNotes('')).toEqual([]);
    expect(splitNotes('\n \n')).toHaveLength(0);
    const witnessed = `${notes[0]}— somebody-else AAAAAAAA\n`;
    expect(splitNotes(`${witnessed}${notes[1]}`)).toEqual([witnessed, notes[1]]);
    expect(splitNotes(`${notes[0]}not a note`)).toEqual([notes[0], 'not a note\n']);
  });
});
