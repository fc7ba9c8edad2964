import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyRange } from '../journal/compact-range.ts';
import type { Leaf } from '../journal/envelope.ts';
import { LineSplitter } from './line-splitter.ts';
import { faultsOf, fileOf, nodeSha256, seeded, TestLog, testSigner } from './testing/test-log.ts';
import { verifyHandover } from './verify-handover.ts';
import { type SharedLeaf, writeHandover } from './write-handover.ts';

const LEAVES = 100_000;
const origin = 'than-thien-log/streaming';

/** Leaves that open nothing: cheap to make, and each another. */
function* manyLeaves(): Generator<SharedLeaf> {
  const digest = Buffer.alloc(32, 1).toString('base64url');
  const id = Buffer.alloc(16);
  for (let n = 0; n < LEAVES; n += 1) {
    id.writeUInt32BE(n);
    const leaf: Leaf = { c: digest, id: id.toString('base64url'), p: digest, s: digest, v: 1 };
    yield { leaf, open: [] };
  }
}

/**
 * The file's bytes in one buffer that is written over for every chunk: whoever kept a view of an earlier chunk would
 * read other bytes, and the answer would not be ok.
 */
async function* inOneBuffer(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(10_000);
  const encoder = new TextEncoder();
  for await (const line of lines) {
    for (let rest = encoder.encode(line); rest.length > 0; rest = rest.subarray(buffer.length)) {
      const part = rest.subarray(0, buffer.length);
      buffer.fill(0);
      buffer.set(part);
      yield buffer.subarray(0, part.length);
    }
  }
}

/** The bytes in chunks of these lengths, over and over. */
function cutInto(bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const chunk = bytes.subarray(at, at + (lengths[chunks.length % lengths.length] ?? 1));
    chunks.push(chunk);
    at += chunk.length;
  }
  return chunks;
}

describe('a long hand-over', () => {
  it('is written and verified as a stream, line by line, nothing of it kept', async () => {
    const content = {
      origin,
      author: 'AAECAwQFBgcICQoLDA0ODw',
      name: null,
      period: { from: '2026-01-01', to: '2026-12-31' },
      before: emptyRange(),
      stated: null,
      later: null,
      proofs: [],
      leaves: manyLeaves(),
    };
    let [entries, lastBytes] = [0, 0];
    const verdict = await verifyHandover(inOneBuffer(writeHandover(content, testSigner(origin), nodeSha256)), {
      sha256: nodeSha256,
      onEntry: () => {
        entries += 1;
      },
      onProgress: (bytes) => {
        if (bytes <= lastBytes) throw new Error('progress goes back');
        lastBytes = bytes;
      },
    });
    expect(verdict.ok && verdict.handover).toMatchObject({ to: LEAVES, closed: { service: LEAVES, conduct: LEAVES } });
    expect(entries).toBe(LEAVES);
  }, 60_000);

  it('can be given up', async () => {
    const lines = await TestLog.of(5).lines(0, 5);
    const stop = new AbortController();
    const chunks = function* () {
      for (const line of lines) {
        yield new TextEncoder().encode(`${line}\n`);
        stop.abort(new Error('enough'));
      }
    };
    await expect(verifyHandover(chunks(), { signal: stop.signal })).rejects.toThrow('enough');
  });

  it('gives the same answer however its bytes are cut, where a line is too long too', async () => {
    const bytes = fileOf(await TestLog.of(3).lines(0, 3));
    const cr = Uint8Array.of(0x0d);
    const filler = (length: number) => new Uint8Array(length).fill(0x41);
    const line = fc
      .tuple(fc.integer({ min: 65_530, max: 65_540 }), fc.integer({ min: 65_530, max: 65_540 }), fc.boolean())
      .map(([before, after, hasEnd]) =>
        Buffer.concat([filler(before), cr, filler(after), Buffer.from(hasEnd ? '\n' : '')]),
      );
    const file = fc.oneof(
      line,
      line.map((each) => Buffer.concat([bytes, each])),
      line.map((each) => Buffer.concat([bytes.subarray(0, bytes.indexOf(0x0a) + 1), each, bytes])),
    );
    const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 65_000, max: 70_000 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(file, sizes, async (content, lengths) => {
        const chunks = cutInto(content, lengths);
        expect(Buffer.concat(chunks).equals(content)).toBe(true);
        expect(faultsOf(await verifyHandover(chunks))).toEqual(faultsOf(await verifyHandover([content])));
      }),
      { numRuns: 200 },
    );
  });

  it('is not read further than its first unreadable line', async () => {
    let asked = 0;
    const chunks = function* () {
      for (; asked < 1000; asked += 1) yield new Uint8Array(1000).fill(0x41);
    };
    expect((await verifyHandover(chunks())).ok).toBe(false);
    expect(asked).toBeLessThan(70);
  });
});

describe('the line splitter', () => {
  it('never holds more than a line may have', () => {
    const lines = new LineSplitter();
    const chunk = new Uint8Array(5000).fill(0x41);
    let goesOn = true;
    for (let count = 0; goesOn && count < 100; count += 1) goesOn = lines.push(chunk, () => true);
    expect([goesOn, lines.overlong]).toEqual([false, true]);
    expect(lines.rest.buffer.byteLength).toBeLessThanOrEqual(64 * 1024);
  });

  it('finds the same lines however the bytes are cut', () => {
    const random = seeded('lines');
    const text = Array.from({ length: 50 }, () => 'x'.repeat((random(1)[0] ?? 0) * 3)).join('\n');
    const bytes = new TextEncoder().encode(`${text}\n`);
    for (const size of [1, 3, 64, 10_000]) {
      const found: string[] = [];
      const lines = new LineSplitter();
      for (let at = 0; at < bytes.length; at += size) {
        lines.push(bytes.subarray(at, at + size), (line) => found.push(new TextDecoder().decode(line)) > 0);
      }
      expect(found.join('')).toBe(`${text}\n`);
    }
  });
});
