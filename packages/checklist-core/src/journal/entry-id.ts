import { isBase64UrlOf, toBase64Url } from './base64.ts';
import { draw, type RandomSource } from './random-source.ts';

/** 128 bits: nobody guesses an id, and no two ever meet. */
const ID_BYTES = 16;

/** A new id for an act of the official; it becomes the leaf's id, so that sending the act twice is harmless. 22 characters. */
export function newEntryId(random: RandomSource): string {
  return toBase64Url(draw(random, ID_BYTES));
}

/** True for the base64url spelling of 128 bits (22 characters, spare bits zero). */
export function isEntryId(text: string): boolean {
  return isBase64UrlOf(text, ID_BYTES);
}
