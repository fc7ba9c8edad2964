/*
 * A line of a hand-over is read as bytes, and most of it is base64: these two read it in place, where turning each piece
 * into a string first would cost more than the hashing.
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Character codes of standard base64 (RFC 4648 §4), by value. */
export const STANDARD = codesOf(`${LETTERS}+/`);

/** Character codes of base64url (§5), by value. */
export const URL_SAFE = codesOf(`${LETTERS}-_`);

const PADDING = 0x3d;
const values = new Uint8Array(256).fill(64);
for (const [value, code] of URL_SAFE.entries()) values[code] = value;

/**
 * Do the characters of `text` from `at` on spell these 32 bytes? Exactly 43 characters are compared, so spare bits must
 * be zero; padding is not looked at.
 */
export function spells(hash: Uint8Array, text: Uint8Array, at: number, alphabet: Uint8Array): boolean {
  let place = at;
  for (let index = 0; index < 30; index += 3) {
    const bits = ((hash[index] ?? 0) << 16) | ((hash[index + 1] ?? 0) << 8) | (hash[index + 2] ?? 0);
    if (text[place] !== alphabet[bits >> 18]) return false;
    if (text[place + 1] !== alphabet[(bits >> 12) & 63]) return false;
    if (text[place + 2] !== alphabet[(bits >> 6) & 63]) return false;
    if (text[place + 3] !== alphabet[bits & 63]) return false;
    place += 4;
  }
  const bits = ((hash[30] ?? 0) << 16) | ((hash[31] ?? 0) << 8);
  return (
    text[place] === alphabet[bits >> 18] &&
    text[place + 1] === alphabet[(bits >> 12) & 63] &&
    text[place + 2] === alphabet[(bits >> 6) & 63]
  );
}

/** True if the 44 characters from `at` on end with the padding that 32 bytes have in standard base64. */
export function isPadded(text: Uint8Array, at: number): boolean {
  return text[at + 43] === PADDING;
}

/**
 * Decodes unpadded base64url into `into`, which must be long enough.
 * @returns the number of bytes, or -1 if the text is not exactly what an encoder would have written.
 */
export function decodeUrlSafe(text: Uint8Array, into: Uint8Array): number {
  const whole = text.length - (text.length % 4);
  let length = 0;
  let seen = 0;
  for (let index = 0; index < whole; index += 4) {
    const a = valueAt(text, index);
    const b = valueAt(text, index + 1);
    const c = valueAt(text, index + 2);
    const d = valueAt(text, index + 3);
    seen |= a | b | c | d;
    into[length] = (a << 2) | (b >> 4);
    into[length + 1] = (b << 4) | (c >> 2);
    into[length + 2] = (c << 6) | d;
    length += 3;
  }
  // 64 stands for a character outside the alphabet.
  if ((seen & 64) !== 0) return -1;
  return decodeRest(text.subarray(whole), into, length);
}

/** The last two or three characters; their spare bits must be zero. */
function decodeRest(rest: Uint8Array, into: Uint8Array, length: number): number {
  if (rest.length === 0) return length;
  const [a, b, c] = [valueAt(rest, 0), valueAt(rest, 1), rest.length === 3 ? valueAt(rest, 2) : 0];
  if (rest.length === 1 || ((a | b | c) & 64) !== 0) return -1;
  into[length] = (a << 2) | (b >> 4);
  if (rest.length === 2) return (b & 15) === 0 ? length + 1 : -1;
  into[length + 1] = (b << 4) | (c >> 2);
  return (c & 3) === 0 ? length + 2 : -1;
}

function valueAt(text: Uint8Array, index: number): number {
  return values[text[index] ?? 0] ?? 64;
}

function codesOf(alphabet: string): Uint8Array {
  return Uint8Array.from(alphabet, (character) => character.charCodeAt(0));
}
