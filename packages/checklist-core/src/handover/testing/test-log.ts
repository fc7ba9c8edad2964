import { createHash, createPrivateKey, createPublicKey, hash, sign } from 'node:crypto';
import { fromBase64Url } from '../../journal/base64.ts';
import { signCheckpoint } from '../../journal/checkpoint.ts';
import { appendLeaf, type CompactRange, emptyRange, rootOf } from '../../journal/compact-range.ts';
import type { Entry } from '../../journal/entry.ts';
import { newEntryId } from '../../journal/entry-id.ts';
import { type SealedEntry, sealEntry } from '../../journal/envelope.ts';
import type { NoteSigner } from '../../journal/note-signer.ts';
import type { RandomSource } from '../../journal/random-source.ts';
import type { Sha256 } from '../../journal/sha256.ts';
import { proofsFor } from '../consistency-proofs.ts';
import type { HandoverVerdict } from '../handover.ts';
import { type VerifyOptions, verifyHandover } from '../verify-handover.ts';
import { type HandoverContent, type SharedLeaf, writeHandover } from '../write-handover.ts';

/*
 * Invented logs for the tests of this folder. Only tests import it; nothing here is random, so a failure repeats.
 */

/** Node's SHA-256, as the command hands it over. */
export const nodeSha256: Sha256 = {
  digest: (bytes) => hash('sha256', bytes, 'buffer'),
  begin: () => createHash('sha256'),
};

/** Bytes from a seed: SHA-256 of the seed and a counter. */
export function seeded(seed: string): RandomSource {
  let counter = 0;
  return (length) => Uint8Array.from(createHash('sha256').update(`${seed}/${counter++}`).digest().subarray(0, length));
}

/** A key from a published seed: never use it. Node's OpenSSL signs, not WebCrypto. */
export function testSigner(name: string, seed = 'published test key, never use it'): NoteSigner {
  const secret = createHash('sha256').update(seed).digest();
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), secret]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = fromBase64Url(x) ?? new Uint8Array(0);
  return { name, publicKey, sign: async (bytes) => Uint8Array.from(sign(null, bytes, privateKey)) };
}

const OUTCOMES = ['received', 'returned', 'supplement', 'refused'] as const;

/** An invented finish; what it says depends on its number only. */
export function finishEntry(n: number): Entry {
  const day = `2026-11-${String(1 + (Math.floor(n / 20) % 28)).padStart(2, '0')}`;
  return {
    service: {
      kind: 'finish',
      day,
      half: n % 20 < 10 ? 'am' : 'pm',
      pack: '4-xin-4-luon-5-khong@1.0.0',
      pausePoint: 'finish',
      outcome: OUTCOMES[n % 4] ?? null,
      group: n % 3 === 0 ? 'ho-tich' : 'chung-thuc',
      channel: 'direct',
      onTime: n % 4 === 1 ? 'on-time' : null,
      practice: false,
      of: null,
    },
    conduct: {
      rules: ['xin-chao', 'xin-cam-on'],
      cues: ['finish-more', 'finish-thank'],
      missed: n % 7 === 0 ? ['finish-thank'] : [],
      skipped: false,
    },
    private: { at: `${day}T08:15:04`, procedure: '1.001193' },
  };
}

/** A log with all its leaves, ranges and a key. */
export class TestLog {
  readonly origin: string;
  readonly signer: NoteSigner;
  readonly sealed: readonly SealedEntry[];

  constructor(entries: readonly Entry[], origin = 'than-thien-log/0123456789abcdef0123456789abcdef') {
    const random = seeded(origin);
    this.origin = origin;
    this.signer = testSigner(origin, origin);
    this.sealed = entries.map((entry) => sealEntry(entry, newEntryId(random), random));
  }

  static of(size: number, origin?: string): TestLog {
    return new TestLog(
      Array.from({ length: size }, (_, n) => finishEntry(n)),
      origin,
    );
  }

  get hashes(): readonly Uint8Array[] {
    return this.sealed.map(({ leafHash }) => leafHash);
  }

  range(size: number): CompactRange {
    return this.hashes.slice(0, size).reduce((range, leaf) => appendLeaf(range, leaf), emptyRange());
  }

  /** Signed head at a size. */
  head(size: number, signer: NoteSigner = this.signer): Promise<string> {
    return signCheckpoint({ origin: this.origin, size, root: rootOf(this.range(size)) }, signer);
  }

  leaves(from: number, to: number, classes: readonly ('s' | 'c')[] = ['s', 'c']): SharedLeaf[] {
    return this.sealed.slice(from, to).map(({ leaf, disclosures }) => ({
      leaf,
      open: classes.map((name) => disclosures[name]).filter((text) => text !== undefined),
    }));
  }

  /** What goes into the hand-over of `from` to `to`, with proofs for the heads given away. */
  async content(from: number, to: number, heads: readonly number[] = []): Promise<HandoverContent> {
    const beyond = Math.max(to, ...heads);
    return {
      origin: this.origin,
      author: 'AAECAwQFBgcICQoLDA0ODw',
      name: null,
      period: { from: '2026-11-01', to: '2026-11-30' },
      before: this.range(from),
      stated: { rules: { 'xin-chao': { missed: 1, of: 20 } }, skipped: 2, bypassed: 0 },
      later: beyond > to ? await this.head(beyond) : null,
      proofs: await proofsFor({ range: emptyRange(), kept: [] }, this.hashes, heads, to),
      leaves: this.leaves(from, to),
    };
  }

  /** The lines of that hand-over, without their LF. */
  async lines(from: number, to: number, heads: readonly number[] = []): Promise<string[]> {
    return linesOf(await this.content(from, to, heads), this.signer);
  }
}

/** The lines of a hand-over, without their LF. */
export async function linesOf(content: HandoverContent, signer: NoteSigner): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of writeHandover(content, signer)) lines.push(line.slice(0, -1));
  return lines;
}

/** A file's bytes from its lines. */
export function fileOf(lines: readonly string[]): Uint8Array {
  return new TextEncoder().encode(lines.map((line) => `${line}\n`).join(''));
}

/** Verifies lines, or bytes in one chunk. */
export function verdictOf(file: readonly string[] | Uint8Array, options: VerifyOptions = {}): Promise<HandoverVerdict> {
  return verifyHandover([file instanceof Uint8Array ? file : fileOf(file)], { sha256: nodeSha256, ...options });
}

/** Kind and line of each fault, for comparing. */
export function faultsOf(verdict: HandoverVerdict): readonly string[] {
  return verdict.ok ? [] : verdict.faults.map(({ kind, line }) => `${kind} ${line ?? '-'}`);
}
