import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import type { NoteSigner } from 'checklist-core/journal';
import type { SeededRandom } from './seeded-random.ts';

/** What stands before the 32 bytes of an Ed25519 seed in PKCS #8 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A signer whose key comes from the seed. Everybody can make the same key: it is for invented journals only. */
export function seededSigner(name: string, random: SeededRandom): NoteSigner {
  const key = createPrivateKey({
    key: Buffer.concat([PKCS8_PREFIX, random.bytes(32)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
  return { name, publicKey: Uint8Array.from(publicKey), sign: async (bytes) => sign(null, bytes, key) };
}
