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
