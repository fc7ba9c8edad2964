import type { NoteSigner } from './note-signer.ts';

/*
 * The only file of the core that touches WebCrypto: signing is rare and asynchronous, and a key that cannot be
 * extracted exists nowhere else. It needs a secure context (a worker or a page of the extension, or Node).
 */

/** Bytes of an Ed25519 public key. */
export const PUBLIC_KEY_BYTES = 32;
/** Bytes of an Ed25519 signature. */
export const SIGNATURE_BYTES = 64;

/** A key as the engine's own types name it: they differ between a browser's and Node's. */
type EngineKey = Parameters<typeof globalThis.crypto.subtle.sign>[1];

/** An Ed25519 key pair of WebCrypto. */
export interface LogKeyPair {
  readonly publicKey: EngineKey;
  readonly privateKey: EngineKey;
}

/**
 * Makes the key of a log: Ed25519, private half not extractable. The pair may be stored in IndexedDB as it is and can
 * sign after it is read back; no copy of it can be exported, so no backup holds it.
 */
export async function createLogKey(): Promise<LogKeyPair> {
  return globalThis.crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
}

/** A signer for notes under `name` (the log's origin). Rejects if the pair is not Ed25519. */
export async function webCryptoSigner(name: string, keyPair: LogKeyPair): Promise<NoteSigner> {
  const { subtle } = globalThis.crypto;
  const publicKey = new Uint8Array(await subtle.exportKey('raw', keyPair.publicKey));
  if (publicKey.length !== PUBLIC_KEY_BYTES) throw new RangeError('not an Ed25519 key pair');
  const sign = async (bytes: Uint8Array) =>
    new Uint8Array(await subtle.sign('Ed25519', keyPair.privateKey, Uint8Array.from(bytes)));
  return { name, publicKey, sign };
}

/**
 * Does the Ed25519 signature (RFC 8032, 64 bytes) over `bytes` come from this public key (32 bytes)? A key that is not
 * a point of the curve has signed nothing: false. Rejects where the engine has no Ed25519, which says nothing about
 * the signature.
 */
export async function verifyEd25519(publicKey: Uint8Array, signature: Uint8Array, bytes: Uint8Array): Promise<boolean> {
  if (publicKey.length !== PUBLIC_KEY_BYTES || signature.length !== SIGNATURE_BYTES) return false;
  const { subtle } = globalThis.crypto;
  try {
    const key = await subtle.importKey('raw', Uint8Array.from(publicKey), 'Ed25519', true, ['verify']);
    return await subtle.verify('Ed25519', key, Uint8Array.from(signature), Uint8Array.from(bytes));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'DataError') return false;
    throw error;
  }
}
