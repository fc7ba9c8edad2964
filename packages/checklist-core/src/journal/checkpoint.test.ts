import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64 } from './base64.ts';
import { type Checkpoint, parseCheckpoint, signCheckpoint, verifyCheckpoint } from './checkpoint.ts';
import { emptyRange, rootOf } from './compact-range.ts';
import { createLogKey, webCryptoSigner } from './log-key.ts';
import type { NoteSigner } from './note-signer.ts';
import { signNote, type VerifierKey, verifierKeyOf } from './signed-note.ts';

const ORIGIN = 'than-thien-log/000102030405060708090a0b0c0d0e0f';
const root = new Uint8Array(32).fill(7);
const head: Checkpoint = { origin: ORIGIN, size: 8, root };
let signer: NoteSigner;
let key: VerifierKey;

beforeAll(async () => {
  signer = await webCryptoSigner(ORIGIN, await createLogKey());
  key = verifierKeyOf(ORIGIN, signer.publicKey);
});

const bodyOf = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('checkpoint', () => {
  it('is three lines, signed, and comes back the same', async () => {
    const note = await signCheckpoint(head, signer);
    expect(note.startsWith(`${ORIGIN}\n8\n${toBase64(root)}\n\n— ${ORIGIN} `)).toBe(true);
    expect(parseCheckpoint(note)).toEqual({ ok: true, value: head });
    expect(await verifyCheckpoint(note, key)).toEqual({ ok: true, value: head });
  });

  it('comes back for any size and root', async () => {
    const roots = fc.uint8Array({ minLength: 32, maxLength: 32 });
    await fc.assert(
      fc.asyncProperty(fc.maxSafeInteger().map(Math.abs), roots, async (size, bytes) => {
        const one = { origin: ORIGIN, size: size + 1, root: Uint8Array.from(bytes) };
        fc.pre(Number.isSafeInteger(one.size));
        expect(await verifyCheckpoint(await signCheckpoint(one, signer), key)).toEqual({ ok: true, value: one });
      }),
      { numRuns: 40 },
    );
  });

  it('of an empty log has the root of nothing, and no other', async () => {
    const empty = { origin: ORIGIN, size: 0, root: rootOf(emptyRange()) };
    expect(await verifyCheckpoint(await signCheckpoint(empty, signer), key)).toEqual({ ok: true, value: empty });
    await expect(signCheckpoint({ ...empty, root }, signer)).rejects.toThrow('bad-root');
  });

  it('is refused with its own fault, even when the log itself signed it', async () => {
    const base64 = toBase64(root);
    const cases: readonly (readonly [string, string])[] = [
      [bodyOf(ORIGIN, '8'), 'bad-lines'],
      [bodyOf(ORIGIN, '8', base64, 'extension'), 'bad-lines'],
      [bodyOf('', '8', base64), 'bad-origin'],
      [bodyOf('a log', '8', base64), 'bad-origin'],
      [bodyOf(ORIGIN, '08', base64), 'bad-size'],
      [bodyOf(ORIGIN, '+8', base64), 'bad-size'],
      [bodyOf(ORIGIN, '-8', base64), 'bad-size'],
      [bodyOf(ORIGIN, '8.0', base64), 'bad-size'],
      [bodyOf(ORIGIN, '1e3', base64), 'bad-size'],
      [bodyOf(ORIGIN, '0x8', base64), 'bad-size'],
      [bodyOf(ORIGIN, '', base64), 'bad-size'],
      [bodyOf(ORIGIN, '8 ', base64), 'bad-size'],
      [bodyOf(ORIGIN, '٨', base64), 'bad-size'],
      [bodyOf(ORIGIN, '9007199254740992', base64), 'bad-size'],
      [bodyOf(ORIGIN, '0', base64), 'bad-root'],
      [bodyOf(ORIGIN, '8', base64.slice(0, -1)), 'bad-root'],
      [bodyOf(ORIGIN, '8', toBase64(root.slice(1))), 'bad-root'],
      [bodyOf(ORIGIN, '8', ''), 'bad-root'],
      [bodyOf('than-thien-log/ffff', '8', base64), 'other-origin'],
      [bodyOf('checklist-handover/1', ORIGIN, base64), 'bad-size'],
    ];
    for (const [text, fault] of cases) {
      const note = await signNote(text, signer);
      expect(await verifyCheckpoint(note, key), JSON.stringify(text)).toEqual({ ok: false, fault });
    }
  });

  it('hands through what is wrong with the note', async () => {
    const note = await signCheckpoint(head, signer);
    const crlf = note.replaceAll('\n', '\r\n');
    expect(parseCheckpoint(crlf)).toEqual({ ok: false, fault: 'converted-line-ends' });
    expect(await verifyCheckpoint(crlf, key)).toEqual({ ok: false, fault: 'converted-line-ends' });
    expect(await verifyCheckpoint(note.replace('\n8\n', '\n9\n'), key)).toEqual({
      ok: false,
      fault: 'wrong-signature',
    });
    const other = verifierKeyOf(ORIGIN, (await webCryptoSigner(ORIGIN, await createLogKey())).publicKey);
    expect(await verifyCheckpoint(note, other)).toEqual({ ok: false, fault: 'other-key' });
  });

  it('is signed only by its own log, and only when it is one', async () => {
    await expect(signCheckpoint({ ...head, origin: 'another-log' }, signer)).rejects.toThrow(RangeError);
    await expect(signCheckpoint({ ...head, size: 1.5 }, signer)).rejects.toThrow('bad-size');
    await expect(signCheckpoint({ ...head, size: 1e21 }, signer)).rejects.toThrow('bad-size');
    await expect(signCheckpoint({ ...head, root: root.slice(1) }, signer)).rejects.toThrow('bad-root');
  });
});
