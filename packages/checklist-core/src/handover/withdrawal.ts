import { fromBase64 } from '../journal/base64.ts';
import { type Checked, faulty, sound } from '../journal/checked.ts';
import { HASH_BYTES } from '../journal/compact-range.ts';
import { isLogOrigin } from '../journal/log-identity.ts';
import type { NoteSigner } from '../journal/note-signer.ts';
import { type NoteFault, parseNote, signNote, type VerifierKey, verifyNote } from '../journal/signed-note.ts';

/** First line of a withdrawal. */
export const WITHDRAWAL_FORMAT = 'checklist-withdrawal/1';

/** What a withdrawal says: this file, of this log, is taken back. */
export interface Withdrawal {
  readonly origin: string;
  /** Standard base64 of SHA-256 over all bytes of the hand-over, its last line included. */
  readonly file: string;
}

/** `not-withdrawal`: a note, but not of these three lines. `other-origin`: signed by the key of another log. */
export type WithdrawalFault = NoteFault | 'not-withdrawal' | 'other-origin';

/**
 * The note that takes a hand-over back: a signed note of three lines, by the key of the log.
 * @param file standard base64 of SHA-256 over the whole file, as `VerifiedHandover.file` says it.
 * @throws RangeError if that is not 32 bytes, or the signer's name is not that of a log.
 */
export function writeWithdrawal(file: string, signer: NoteSigner): Promise<string> {
  if (fromBase64(file)?.length !== HASH_BYTES) throw new RangeError('file: not the base64 of a SHA-256');
  if (!isLogOrigin(signer.name)) throw new RangeError('signer: its name is not that of a log');
  return signNote(`${WITHDRAWAL_FORMAT}\n${signer.name}\n${file}\n`, signer);
}

/** What a withdrawal says, without checking who signed it. */
export function parseWithdrawal(note: string): Checked<Withdrawal, WithdrawalFault> {
  const parsed = parseNote(note);
  return parsed.ok ? parseText(parsed.value.text) : parsed;
}

/** A withdrawal, checked: signed by the key of the log it speaks of. */
export async function verifyWithdrawal(note: string, key: VerifierKey): Promise<Checked<Withdrawal, WithdrawalFault>> {
  const verified = await verifyNote(note, key);
  if (!verified.ok) return verified;
  const withdrawal = parseText(verified.value.text);
  if (!withdrawal.ok) return withdrawal;
  return withdrawal.value.origin === key.name ? withdrawal : faulty('other-origin');
}

/** Is the file taken back by one of these notes? Notes that this key did not sign take nothing back. */
export async function isWithdrawn(file: string, notes: readonly string[], key: VerifierKey): Promise<boolean> {
  for (const note of notes) {
    const said = parseWithdrawal(note);
    if (!said.ok || said.value.file !== file || said.value.origin !== key.name) continue;
    if ((await verifyNote(note, key)).ok) return true;
  }
  return false;
}

function parseText(text: string): Checked<Withdrawal, WithdrawalFault> {
  const [format, origin = '', file = '', ...rest] = text.split('\n');
  const isShape = format === WITHDRAWAL_FORMAT && rest.length === 1 && rest[0] === '';
  if (!isShape || !isLogOrigin(origin) || fromBase64(file)?.length !== HASH_BYTES) return faulty('not-withdrawal');
  return sound({ origin, file });
}
