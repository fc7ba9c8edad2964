import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from './base64.ts';
import { type Checked, faulty, sound } from './checked.ts';
import { PUBLIC_KEY_BYTES, SIGNATURE_BYTES, verifyEd25519 } from './log-key.ts';
import type { NoteSigner } from './note-signer.ts';

/*
 * Signed notes as https://c2sp.org/signed-note describes them: a text, an empty line, signature lines. Only Ed25519
 * (type byte 0x01) is signed and verified; lines of other keys and kinds are read over, so that a log can be witnessed
 * or change its kind of key later.
 */

/** What a verifier must know of a signer beforehand. */
export interface VerifierKey {
  readonly name: string;
  /** First four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key), 8 lower-case hex digits. */
  readonly keyId: string;
  readonly publicKey: Uint8Array;
}

/** A note taken apart. Nothing of it is to be believed before `verifyNote` said yes. */
export interface SignedNote {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

/** One signature line of a note. Whose it is and whether it holds is unknown until `verifyNote` looked. */
export interface NoteSignature {
  readonly name: string;
  /** 8 lower-case hex digits. */
  readonly keyId: string;
  /** The bytes after the key id: 64 if it is Ed25519; lines of other kinds have their own lengths. */
  readonly signature: Uint8Array;
}

/** Why a text is not a note. `converted-line-ends`: a mail program or editor turned LF into CRLF or CR. */
export type NoteShapeFault =
  | 'converted-line-ends'
  | 'control-character'
  | 'not-unicode'
  | 'no-final-newline'
  | 'no-blank-line'
  | 'no-signature'
  | 'too-many-signatures'
  | 'bad-signature-line';

/**
 * Why a note does not verify. `unknown-signer`: nobody of that name signed; `other-key`: somebody of that name signed
 * with another key; `wrong-signature`: that key signed another text.
 */
export type NoteFault = NoteShapeFault | 'unknown-signer' | 'other-key' | 'wrong-signature';

/**
 * Why a text is not a verifier key. `not-verifier-key`: not three parts joined by a plus. `bad-name`: no name for a
 * signature line. `bad-key`: not an Ed25519 key in base64. `wrong-key-id`: the id is not that of this name and key, so one
 * of the three was mistyped or exchanged.
 */
export type VerifierKeyFault = 'not-verifier-key' | 'bad-name' | 'bad-key' | 'wrong-key-id';

const ED25519 = 1;
const KEY_ID_BYTES = 4;
/** The specification asks to accept 16; the Go reference stops at 100. */
const MAX_SIGNATURES = 100;

/** True for a name that can stand in a signature line: not empty, no Unicode space, no plus, no control character. */
export function isNoteName(name: string): boolean {
  return /^[^\p{White_Space}+]+$/u.test(name) && !hasControl(name) && !hasLoneSurrogate(name);
}

/**
 * The verifier key of a name and a public key.
 * @throws RangeError for a name that is not one, or a key that has not 32 bytes.
 */
export function verifierKeyOf(name: string, publicKey: Uint8Array): VerifierKey {
  if (!isNoteName(name)) throw new RangeError('note key name: empty, or with a space, a plus or a control character');
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new RangeError(`public key of ${publicKey.length} bytes`);
  const input = concatBytes(new TextEncoder().encode(`${name}\n`), Uint8Array.of(ED25519), publicKey);
  return { name, keyId: bytesToHex(sha256(input).slice(0, KEY_ID_BYTES)), publicKey: Uint8Array.from(publicKey) };
}

/** The text by which verifiers exchange a key: `<name>+<key id>+<base64(0x01 ‖ public key)>`. */
export function formatVerifierKey(key: VerifierKey): string {
  return `${key.name}+${key.keyId}+${toBase64(concatBytes(Uint8Array.of(ED25519), key.publicKey))}`;
}

/** Reads a verifier key text; only Ed25519, and only with the key id that its name and key give. */
export function parseVerifierKey(text: string): Checked<VerifierKey, VerifierKeyFault> {
  // The name has no plus, but base64 may have some: only the first two divide.
  const match = /^([^+]*)\+([0-9a-f]{8})\+(.*)$/s.exec(text);
  if (match === null) return faulty('not-verifier-key');
  const [, name = '', keyId = '', encoded = ''] = match;
  if (!isNoteName(name)) return faulty('bad-name');
  const bytes = fromBase64(encoded);
  if (bytes === null || bytes.length !== 1 + PUBLIC_KEY_BYTES || bytes[0] !== ED25519) return faulty('bad-key');
  const key = verifierKeyOf(name, bytes.slice(1));
  return key.keyId === keyId ? sound(key) : faulty('wrong-key-id');
}

/**
 * Signs a text.
 * @param text ends with a newline; no other control character.
 * @throws RangeError if it does not, if the signer's name is not one, or if the signature has not 64 bytes.
 */
export async function signNote(text: string, signer: NoteSigner): Promise<string> {
  if (!text.endsWith('\n') || hasControl(text) || hasLoneSurrogate(text)) throw new RangeError('not a note text');
  const key = verifierKeyOf(signer.name, signer.publicKey);
  const signature = await signer.sign(new TextEncoder().encode(text));
  if (signature.length !== SIGNATURE_BYTES) throw new RangeError(`signature of ${signature.length} bytes`);
  return `${text}\n— ${key.name} ${toBase64(concatBytes(hexToBytes(key.keyId), signature))}\n`;
}

/** Takes a note apart without believing it. */
export function parseNote(note: string): Checked<SignedNote, NoteShapeFault> {
  const fault = characterFault(note);
  if (fault !== null) return faulty(fault);
  if (!note.endsWith('\n')) return faulty('no-final-newline');
  const blank = note.lastIndexOf('\n\n');
  if (blank === -1) return faulty('no-blank-line');
  const lines = note
    .slice(blank + 2)
    .split('\n')
    .slice(0, -1);
  if (lines.length === 0) return faulty('no-signature');
  if (lines.length > MAX_SIGNATURES) return faulty('too-many-signatures');
  const signatures = lines.map(parseSignatureLine).filter((signature) => signature !== null);
  if (signatures.length !== lines.length) return faulty('bad-signature-line');
  return sound({ text: note.slice(0, blank + 1), signatures });
}

/**
 * Checks that a note is signed by this key. Every line that names the key must verify; lines of other keys do not
 * count. Rejects only where the engine has no Ed25519.
 */
export async function verifyNote(note: string, key: VerifierKey): Promise<Checked<SignedNote, NoteFault>> {
  const parsed = parseNote(note);
  if (!parsed.ok) return parsed;
  const named = parsed.value.signatures.filter((signature) => signature.name === key.name);
  if (named.length === 0) return faulty('unknown-signer');
  const ours = named.filter((signature) => signature.keyId === key.keyId);
  if (ours.length === 0) return faulty('other-key');
  const bytes = new TextEncoder().encode(parsed.value.text);
  const verdicts = await Promise.all(ours.map((line) => verifyEd25519(key.publicKey, line.signature, bytes)));
  return verdicts.every(Boolean) ? parsed : faulty('wrong-signature');
}

function parseSignatureLine(line: string): NoteSignature | null {
  const [, name = '', encoded = ''] = /^— ([^ ]+) ([^ ]+)$/u.exec(line) ?? [];
  const bytes = fromBase64(encoded);
  if (!isNoteName(name) || bytes === null || bytes.length <= KEY_ID_BYTES) return null;
  return { name, keyId: bytesToHex(bytes.slice(0, KEY_ID_BYTES)), signature: bytes.slice(KEY_ID_BYTES) };
}

function characterFault(note: string): NoteShapeFault | null {
  if (note.includes('\r')) return 'converted-line-ends';
  if (hasControl(note)) return 'control-character';
  return hasLoneSurrogate(note) ? 'not-unicode' : null;
}

/** Any ASCII control character but the newline. */
function hasControl(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}

function hasLoneSurrogate(text: string): boolean {
  return /[\uD800-\uDFFF]/u.test(text);
}
