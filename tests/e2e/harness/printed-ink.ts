import { inflateSync } from 'node:zlib';

/** What a printed page draws: its streams that write text. Others hold fonts, offsets, and when it was printed. */
export function inkOf(pdf: Uint8Array): readonly string[] {
  const streams = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g);
  return [...streams]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .filter((ink) => /\bBT\b.*\bET\b/s.test(ink));
}
