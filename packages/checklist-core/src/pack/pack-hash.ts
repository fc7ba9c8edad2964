import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { canonicalBytes } from '../journal/canonical-json.ts';
import type { WrittenPack } from './written-pack.ts';

/**
 * What an overlay names to fit one wording and no other: lower-case hex of SHA-256 over the RFC 8785 bytes of the pack
 * as written. White space and the order of keys in the file do not matter; every word does.
 */
export function packHash(pack: WrittenPack): string {
  return bytesToHex(sha256(canonicalBytes(pack)));
}
