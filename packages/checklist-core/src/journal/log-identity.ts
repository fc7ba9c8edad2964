import { bytesToHex } from '@noble/hashes/utils.js';
import { draw, type RandomSource } from './random-source.ts';

const ORIGIN_BYTES = 16;

/**
 * A new log's name, e.g. `than-thien-log/9f86d081884c7d659a2feaa0c55ad015`: random, so that it names no person, office
 * or computer, and a new log never continues an old one by chance. No space, no plus: it is also the key's name.
 */
export function newLogOrigin(random: RandomSource): string {
  return `than-thien-log/${bytesToHex(draw(random, ORIGIN_BYTES))}`;
}

/**
 * True for what may be the name of a log: 1 to 128 printable ASCII characters without space and plus, as a note's key
 * name must be. Narrow on purpose: it stands in files that people open, so it must not hold a sentence or a name.
 */
export function isLogOrigin(text: string): boolean {
  return /^[0-9A-Za-z][0-9A-Za-z._/:-]{0,127}$/.test(text);
}
