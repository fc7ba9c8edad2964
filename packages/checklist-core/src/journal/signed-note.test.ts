import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64 } from './base64.ts';
import { createLogKey, webCryptoSigner } from './log-key.ts';
import type { NoteSigner } from './note-signer.ts';
import {
  formatVerifierKey,
  isNoteName,
  parseNote,
  parseVerifierKey,
  signNote,
  type VerifierKey,
  verifierKeyOf,
  verifyNote,
} from './signed-note.ts';

const NAME = 'than-thien-log/000102030405060708090a0b0c0d0e0f';
const TEXT = 'first line\n\nafter an empty line: Đã ghi\n';
let signer: NoteSigner;
let key: VerifierKey;
let note: string;

beforeAll(async () => {
  signer = await webCryptoSigner(NAME, await createLogKey());
  key = verifierKeyOf(NAME, signer.publicKey);
  note = await signNote(TEXT, signer);
});

describe('verifier key', () => {
  it('carries name, key id and key as C2SP writes them', () => {
    const id = createHash('sha256').update(`${NAME}\n`).update(Buffer.of(1)).update(signer.publicKey).digest();
    const encoded = Buffer.concat([Buffer.of(1), signer.publicKey]).toString('base64');
    const text = `${NAME}+${id.subarray(0, 4).toString('hex')}+${encoded}`;
    expect(formatVerifierKey(key)).toBe(text);
    expect(parseVerifierKey(text)).toEqual({ ok: true, value: key });
  });

  it('is refused with its own fault', () => {
    const text = formatVerifierKey(key);
    const encoded = toBase64(Uint8Array.of(1, ...signer.publicKey));
    const cases: readonly (readonly [string, string])[] = [
      ['', 'not-verifier-key'],
      [NAME, 'not-verifier-key'],
      [text.replace('+', '+A'), 'not-verifier-key'],
      [`+${key.keyId}+${encoded}`, 'bad-name'],
      [text.replace('log/', 'log /'), 'bad-name'],
      [`${text}\n`, 'bad-key'],
      [text.slice(0, -4), 'bad-key'],
      [`${NAME}+${key.keyId}+${toBase64(Uint8Array.of(2, ...signer.publicKey))}`, 'bad-key'],
      [text.replace(`+${key.keyId}+`, '+00000000+'), 'wrong-key-id'],
      [text.replace('log/0', 'log/1'), 'wrong-key-id'],
    ];
    for (const [one, fault] of cases) expect(parseVerifierKey(one), one).toEqual({ ok: false, fault });
  });

  it('is not made of a bad name or key', () => {
    for (const name of ['', 'a b', 'a+b', 'a\u00a0b', 'a\u3000b', 'a\u0085', 'a\nb', 'a\tb', 'a\u0001', '\ud800']) {
      expect(isNoteName(name), JSON.stringify(name)).toBe(false);
      expect(() => verifierKeyOf(name, signer.publicKey)).toThrow(RangeError);
    }
    expect(() => verifierKeyOf(NAME, new Uint8Array(33))).toThrow(RangeError);
    expect(isNoteName('ủy-ban.example/nhật-ký')).toBe(true);
    // No Unicode spaces, though JavaScript's \s takes the first for one.
    for (const name of ['a\ufeffb', 'a\u200bb']) expect(isNoteName(name), JSON.stringify(name)).toBe(true);
  });
});

describe('signed note', () => {
  it('is text, empty line, signature line, and verifies', async () => {
    expect(note.startsWith(`${TEXT}\n— ${NAME} `)).toBe(true);
    const verified = await verifyNote(note, key);
    expect(verified.ok && verified.value.text).toBe(TEXT);
  });

  it('of the Go reference implementation verifies too', async () => {
    // Published test vector of golang.org/x/mod/sumdb/note.
    const peter = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    const published =
      'If you think cryptography is the answer to your problem,\n' +
      "then you don't know what your problem is.\n" +
      '\n' +
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n';
    expect(peter.ok && (await verifyNote(published, peter.value)).ok).toBe(true);
    expect(peter.ok && (await verifyNote(published.replace('If', 'if'), peter.value)).ok).toBe(false);
  });

  it('does not verify with any one byte changed', async () => {
    const bytes = new TextEncoder().encode(note);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.length - 1 }), fc.integer({ min: 1, max: 255 }), async (place, mask) => {
        const changed = bytes.with(place, (bytes[place] ?? 0) ^ mask);
        const result = await verifyNote(new TextDecoder('utf-8', { ignoreBOM: true }).decode(changed), key);
        expect(result.ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('names what its shape lacks', () => {
    const line = note.slice(note.indexOf('— '));
    const cases: readonly (readonly [string, string])[] = [
      [note.replaceAll('\n', '\r\n'), 'converted-line-ends'],
      [note.replaceAll('\n', '\r'), 'converted-line-ends'],
      [note.replace('first', 'first\t'), 'control-character'],
      [note.replace('first', 'first\u0000'), 'control-character'],
      [note.replace('first', 'first\ud800'), 'not-unicode'],
      [note.trimEnd(), 'no-final-newline'],
      ['', 'no-final-newline'],
      [`text\n${line}`, 'no-blank-line'],
      [TEXT.replace('\n\n', '\n'), 'no-blank-line'],
      [`${TEXT}\n`, 'no-signature'],
      [`${note}\n`, 'no-signature'],
      [`${TEXT}\n${line.repeat(101)}`, 'too-many-signatures'],
      [`${note}unsigned\n`, 'bad-signature-line'],
      [note.replace('— ', '- '), 'bad-signature-line'],
      [note.replace('— ', '—  '), 'bad-signature-line'],
      [note.replace(/=\n$/, '\n'), 'bad-signature-line'],
      [`${TEXT}\n— ${NAME} AAAA\n`, 'bad-signature-line'],
      [`${TEXT}\n— a+b AAAAAAAA\n`, 'bad-signature-line'],
    ];
    for (const [one, fault] of cases) expect(parseNote(one), JSON.stringify(one)).toEqual({ ok: false, fault });
    expect(parseNote(`${TEXT}\n${line.repeat(100)}`).ok).toBe(true);
  });

  it('tells an unknown signer, another key and a wrong signature apart', async () => {
    const stranger = await signNote(TEXT, await webCryptoSigner('stranger', await createLogKey()));
    expect(await verifyNote(stranger, key)).toEqual({ ok: false, fault: 'unknown-signer' });
    const namesake = await signNote(TEXT, await webCryptoSigner(NAME, await createLogKey()));
    expect(await verifyNote(namesake, key)).toEqual({ ok: false, fault: 'other-key' });
    expect(await verifyNote(note.replace('first', 'First'), key)).toEqual({ ok: false, fault: 'wrong-signature' });
  });

  it('reads over the lines of strangers, but every line of the key must verify', async () => {
    const ours = note.slice(note.lastIndexOf('— '));
    const stranger = await signNote(TEXT, await webCryptoSigner('witness', await createLogKey()));
    const theirs = stranger.slice(stranger.lastIndexOf('— '));
    const quantum = `— ${NAME} ${toBase64(new Uint8Array(2400).fill(6))}\n`;
    expect((await verifyNote(`${TEXT}\n${theirs}${quantum}${ours}`, key)).ok).toBe(true);
    const elsewhere = await signNote('another text\n', signer);
    const forged = elsewhere.slice(elsewhere.lastIndexOf('— '));
    expect(await verifyNote(`${TEXT}\n${ours}${forged}`, key)).toEqual({ ok: false, fault: 'wrong-signature' });
  });

  it('signs only what can be a note text, by a signer that signs', async () => {
    for (const text of ['', 'no newline', 'a\r\n', 'a\tb\n', '\ud800\n']) {
      await expect(signNote(text, signer), JSON.stringify(text)).rejects.toThrow(RangeError);
    }
    await expect(signNote(TEXT, { ...signer, name: 'a b' })).rejects.toThrow(RangeError);
    await expect(signNote(TEXT, { ...signer, sign: async () => new Uint8Array(10) })).rejects.toThrow(RangeError);
  });
});
