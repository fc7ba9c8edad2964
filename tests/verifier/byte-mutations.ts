import { seeded } from './seeded.ts';

function changed(bytes: Uint8Array, random: (below: number) => number): Uint8Array {
  const [at, kind, byte] = [random(bytes.length), random(4), random(256)];
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
  // Never the same byte again: that would be no change.
  if (kind === 0) return new Uint8Array([...before, ((bytes[at] ?? 0) + 1 + random(255)) % 256, ...after]);
  if (kind === 1) return new Uint8Array([...bytes.subarray(0, at), byte, ...bytes.subarray(at)]);
  if (kind === 2) return new Uint8Array([...before, ...after.subarray(random(40))]);
  return new Uint8Array([...bytes.subarray(0, at), ...bytes.subarray(random(at + 1))]);
}

/** Random copies of a file, each with one byte exchanged or put in, or a stretch taken out or repeated. None is the file. */
export function byteMutations(bytes: Uint8Array, count: number, seed: number): readonly Uint8Array[] {
  const random = seeded(seed);
  const copies: Uint8Array[] = [];
  while (copies.length < count) {
    const copy = changed(bytes, random);
    if (Buffer.compare(copy, bytes) !== 0) copies.push(copy);
  }
  return copies;
}
