/**
 * Gives `length` fresh random bytes. Passed in, so that the core has no hidden source of its own and a test can replay
 * one; in a browser: `(length) => crypto.getRandomValues(new Uint8Array(length))`.
 */
export type RandomSource = (length: number) => Uint8Array;

/** Draws from the source and refuses short answers: a salt of fewer bytes than promised would weaken a leaf unseen. */
export function draw(random: RandomSource, length: number): Uint8Array {
  const bytes = random(length);
  if (bytes.length !== length) throw new RangeError(`random source gave ${bytes.length} bytes, not ${length}`);
  return bytes;
}
