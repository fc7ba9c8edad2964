import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64 } from '../base64.ts';
import { signCheckpoint, verifyCheckpoint } from '../checkpoint.ts';
import { appendLeaf, type CompactRange, emptyRange, rangeToJson, rootOf } from '../compact-range.ts';
import type { Entry, ServicePart } from '../entry.ts';
import { newEntryId } from '../entry-id.ts';
import { openEntry, type SealedEntry, sealEntry } from '../envelope.ts';
import { newLogOrigin } from '../log-identity.ts';
import { proveConsistency, proveInclusion } from '../merkle-proof.ts';
import type { NoteSigner } from '../note-signer.ts';
import { formatVerifierKey, parseVerifierKey, verifierKeyOf } from '../signed-note.ts';

/*
 * Makes the test vectors anew from a seed and holds them against the committed file. They are a promise to verifiers in
 * other languages: a difference means that the format changed. To write a new file for a *new* version of the format:
 * WRITE_VECTORS=1 npx vitest run --project unit packages/checklist-core/src/journal/vectors
 */
const FILE = new URL('./journal-v1.json', import.meta.url);

const day: ServicePart = {
  kind: 'finish',
  day: '2026-11-23',
  half: 'am',
  pack: '4-xin-4-luon-5-khong@1.0.0',
  pausePoint: 'finish',
  outcome: 'received',
  group: 'ho-tich',
  channel: 'direct',
  onTime: null,
  practice: false,
  of: null,
};
const cues = ['received-when-where', 'received-slip', 'finish-more', 'finish-thank'];
const rules = ['luon-giup-do', 'xin-cam-on', 'xin-chao'];

/** Invented. Each row shows something a verifier must be able to read: see the key `shows` in the file. */
function examples(idOf: (n: number) => string): readonly (readonly [string, Entry])[] {
  const at = (time: string, procedure: string | null = '1.001193') => ({ at: `2026-11-23T${time}`, procedure });
  return [
    [
      'a dossier received, everything done',
      { service: day, conduct: { rules, cues, missed: [], skipped: false }, private: at('07:41:09') },
    ],
    [
      'a result returned late, one cue missed',
      {
        service: { ...day, outcome: 'returned', onTime: 'late' },
        conduct: {
          rules: ['xin-loi', ...rules],
          cues: ['returned-late', 'finish-thank'],
          missed: ['returned-late'],
          skipped: false,
        },
        private: at('08:20:00', '1.004873'),
      },
    ],
    [
      'a finish that was skipped',
      { service: day, conduct: { rules, cues, missed: [], skipped: true }, private: at('09:02:31') },
    ],
    [
      'the entry before undone: no conduct, so a decoy',
      { service: { ...day, kind: 'void', outcome: null, of: idOf(2) }, conduct: null, private: at('09:02:36') },
    ],
    [
      'a supplement asked for, group and channel unknown',
      {
        service: { ...day, outcome: 'supplement', group: null, channel: null },
        conduct: { rules: ['xin-loi'], cues: ['turned-sorry', 'turned-reason'], missed: [], skipped: false },
        private: at('10:15:00', null),
      },
    ],
    [
      'a practice entry, left out of every count',
      {
        service: { ...day, half: 'pm', practice: true },
        conduct: { rules: [], cues: [], missed: [], skipped: false },
        private: at('13:30:00'),
      },
    ],
    [
      'nothing private kept: a decoy in its place',
      {
        service: { ...day, half: 'pm', outcome: 'refused' },
        conduct: { rules, cues, missed: [], skipped: false },
        private: null,
      },
    ],
    [
      'a day page: private only, two decoys',
      {
        service: null,
        conduct: null,
        private: {
          ...at('16:52:10', null),
          dayPage: {
            'xin-chao': 'kept',
            'xin-phep': 'forgot',
            'luon-giup-do': 'no-occasion',
            'khong-cua-quyen': 'none',
          },
        },
      },
    ],
  ];
}

/** Random bytes for a test: SHA-256 of the seed and a counter. Records what was drawn, so that strangers can replay it. */
class SeededRandom {
  readonly #seed: string;
  #counter = 0;
  drawn: string[] = [];

  constructor(seed: string) {
    this.#seed = seed;
  }

  readonly source = (length: number): Uint8Array => {
    const bytes = createHash('sha256')
      .update(`${this.#seed}/${this.#counter++}`)
      .digest()
      .subarray(0, length);
    this.drawn.push(bytes.toString('hex'));
    return Uint8Array.from(bytes);
  };
}

/** A key from a published seed, signed with Node's OpenSSL instead of WebCrypto. */
function testSigner(name: string, seed: Buffer): NoteSigner {
  const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  const privateKey = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(privateKey).export({ format: 'jwk' });
  const publicKey = fromBase64Url(x) ?? new Uint8Array(0);
  return { name, publicKey, sign: async (bytes) => Uint8Array.from(sign(null, bytes, privateKey)) };
}

function grow(sealed: readonly SealedEntry[]): readonly CompactRange[] {
  const ranges = [emptyRange()];
  for (const one of sealed) ranges.push(appendLeaf(ranges.at(-1) ?? emptyRange(), one.leafHash));
  return ranges;
}

async function makeVectors() {
  const random = new SeededRandom('checklist-journal-vectors/1');
  const origin = newLogOrigin(random.source);
  const seed = createHash('sha256').update('published test key, never use it').digest();
  const signer = testSigner(origin, seed);
  const ids = Array.from({ length: 8 }, () => newEntryId(random.source));
  const idOf = (n: number) => ids[n] ?? '';
  const made = examples(idOf).map(([shows, entry], n) => {
    random.drawn = [];
    const sealed = sealEntry(entry, idOf(n), random.source);
    return { shows, entry, sealed, draws: random.drawn };
  });
  const hashes = made.map(({ sealed }) => sealed.leafHash);
  const ranges = grow(made.map(({ sealed }) => sealed));
  const headAt = (size: number) => ({ origin, size, root: rootOf(ranges[size] ?? emptyRange()) });
  return {
    format: 'checklist-journal-vectors/1',
    about: 'Invented entries. See docs/journal-format.md. Hashes are base64, draws and the seed are hex.',
    origin,
    testKeySeed: seed.toString('hex'),
    verifierKey: formatVerifierKey(verifierKeyOf(origin, signer.publicKey)),
    emptyRoot: toBase64(rootOf(emptyRange())),
    entries: made.map(({ shows, entry, sealed, draws }, n) => ({
      n,
      shows,
      id: idOf(n),
      draws,
      entry,
      disclosures: sealed.disclosures,
      leaf: new TextDecoder().decode(sealed.leafBytes),
      leafHash: toBase64(sealed.leafHash),
      rangeAfter: rangeToJson(ranges[n + 1] ?? emptyRange()),
      rootAfter: toBase64(headAt(n + 1).root),
      inclusionInLast: proveInclusion(hashes, n).map(toBase64),
    })),
    consistency: [1, 2, 3, 4, 5, 6, 7].map((from) => ({
      from,
      to: 8,
      hashes: proveConsistency(hashes, from).map(toBase64),
    })),
    checkpoints: await Promise.all(
      [5, 8].map(async (size) => ({ size, note: await signCheckpoint(headAt(size), signer) })),
    ),
  };
}

describe('committed vectors', () => {
  it('are what the code makes, byte for byte', async () => {
    const vectors = await makeVectors();
    if (process.env.WRITE_VECTORS === '1') writeFileSync(FILE, `${JSON.stringify(vectors, null, 2)}\n`);
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(JSON.parse(JSON.stringify(vectors)));
  });

  it('open again, and their heads verify', async () => {
    const vectors = await makeVectors();
    for (const { leaf, disclosures, entry } of vectors.entries) {
      expect(openEntry(JSON.parse(leaf), disclosures)).toEqual({ ok: true, value: entry });
    }
    const key = parseVerifierKey(vectors.verifierKey);
    if (!key.ok) throw new Error(key.fault);
    for (const { size, note } of vectors.checkpoints) {
      const head = await verifyCheckpoint(note, key.value);
      expect(head.ok && toBase64(head.value.root)).toBe(vectors.entries[size - 1]?.rootAfter);
    }
  });
});
