import { sha256 } from '@noble/hashes/sha2.js';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { canonicalBytes, type JsonInput } from './canonical-json.ts';
import { type Checked, faulty, sound } from './checked.ts';

/** What a disclosure of RFC 9901 (SD-JWT) says: a salt, a name and a value. */
export interface DisclosureContent {
  readonly salt: string;
  readonly name: string;
  readonly value: unknown;
}

/** Why a text is not a disclosure, from the outside in. */
export type DisclosureFault = 'not-base64url' | 'not-utf8' | 'not-json' | 'not-disclosure';

/**
 * Writes a disclosure: base64url of the UTF-8 bytes of `[salt, name, value]`. RFC 9901 §4.2.1 allows any JSON spelling;
 * this always writes the RFC 8785 one. Throws as `canonicalBytes` does.
 */
export function makeDisclosure(salt: string, name: string, value: JsonInput): string {
  return toBase64Url(canonicalBytes([salt, name, value]));
}

/** The digest that stands for a disclosure: base64url of SHA-256 over the disclosure's own ASCII text (RFC 9901 §4.2.3). */
export function digestOf(disclosure: string): string {
  return toBase64Url(sha256(new TextEncoder().encode(disclosure)));
}

/**
 * Reads a disclosure in any JSON spelling RFC 9901 allows. Callers that must know it was written by `makeDisclosure`
 * write it again and compare, as `openEntry` does.
 */
export function parseDisclosure(disclosure: string): Checked<DisclosureContent, DisclosureFault> {
  const bytes = fromBase64Url(disclosure);
  if (bytes === null) return faulty('not-base64url');
  const text = decodeUtf8(bytes);
  if (text === null) return faulty('not-utf8');
  const content = parseJson(text);
  if (!content.ok) return content;
  if (!Array.isArray(content.value) || content.value.length !== 3) return faulty('not-disclosure');
  const [salt, name, value]: readonly unknown[] = content.value;
  if (typeof salt !== 'string' || typeof name !== 'string') return faulty('not-disclosure');
  return sound({ salt, name, value });
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    // ignoreBOM keeps a byte order mark in the text, where JSON then refuses it.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function parseJson(text: string): Checked<unknown, 'not-json'> {
  try {
    const value: unknown = JSON.parse(text);
    return sound(value);
  } catch {
    return faulty('not-json');
  }
}
