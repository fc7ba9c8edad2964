/*
 * `Uint8Array.prototype.toBase64` is younger than the oldest browser we support, so `btoa` and `atob` do the work.
 * `atob` forgives white space, missing padding and stray bits; decoding here accepts only what encoding would have
 * written, because two spellings of the same bytes would make two different signed texts of one meaning.
 */

/** Standard base64 (RFC 4648 §4), padded: the form C2SP notes use. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** The bytes of a padded standard base64 text, or null if the text is not exactly what `toBase64` writes. */
export function fromBase64(text: string): Uint8Array | null {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(text)) return null;
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return toBase64(bytes) === text ? bytes : null;
}

/** base64url without padding (RFC 4648 §5): the form disclosures, digests and ids use. */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The bytes of an unpadded base64url text, or null if the text is not exactly what `toBase64Url` writes. */
export function fromBase64Url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const padded = text.padEnd(Math.ceil(text.length / 4) * 4, '=');
  return fromBase64(padded.replaceAll('-', '+').replaceAll('_', '/'));
}

/** True for the base64url spelling of exactly `length` bytes. */
export function isBase64UrlOf(text: string, length: number): boolean {
  return fromBase64Url(text)?.length === length;
}
