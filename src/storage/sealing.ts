import { AEAD_AES_256_GCM, CipherSuite, KDF_HKDF_SHA256, KEM_DHKEM_X25519_HKDF_SHA256, OpenError } from 'hpke';
import type { AesSealed, Bytes, HpkeSealed } from './schema.ts';

const suite = new CipherSuite(KEM_DHKEM_X25519_HKDF_SHA256, KDF_HKDF_SHA256, AEAD_AES_256_GCM);

/** HPKE `info`: names the use, so that a ciphertext made for something else never opens here. */
const OPENING_INFO = utf8('than-thien opening v1');

/** A public key ready to seal to. */
export type SealingKey = Parameters<typeof suite.Seal>[0];
/** A key pair ready to open with: opening needs the public half too, and a private one that stays in cannot give it. */
export interface OpeningKey {
  readonly privateKey: Awaited<ReturnType<typeof suite.DeserializePrivateKey>>;
  readonly publicKey: SealingKey;
}

/** A fresh X25519 pair as raw bytes (32 each). */
export async function makeKeyPairBytes(): Promise<{ readonly publicKey: Bytes; readonly privateKey: Bytes }> {
  const pair = await suite.GenerateKeyPair(true);
  return {
    publicKey: owned(await suite.SerializePublicKey(pair.publicKey)),
    privateKey: owned(await suite.SerializePrivateKey(pair.privateKey)),
  };
}

export function sealingKey(publicKey: Bytes): Promise<SealingKey> {
  return suite.DeserializePublicKey(publicKey);
}

export async function openingKey(pair: { readonly publicKey: Bytes; readonly privateKey: Bytes }): Promise<OpeningKey> {
  return {
    privateKey: await suite.DeserializePrivateKey(pair.privateKey, false),
    publicKey: await sealingKey(pair.publicKey),
  };
}

/** Seals bytes to a profile; `about` binds them to their place (leaf id and class) and must be given again to open. */
export async function hpkeSeal(key: SealingKey, plain: Bytes, about: string): Promise<HpkeSealed> {
  const sealed = await suite.Seal(key, plain, { info: OPENING_INFO, aad: utf8(about) });
  return { enc: owned(sealed.encapsulatedSecret), ct: owned(sealed.ciphertext) };
}

/**
 * Opens what `hpkeSeal` sealed with the same `about`. `null` for another key, another place or altered bytes; rejects
 * where the browser cannot do it at all, so that a broken installation does not look like deleted openings.
 */
export async function hpkeOpen(key: OpeningKey, sealed: HpkeSealed, about: string): Promise<Bytes | null> {
  try {
    return owned(await suite.Open(key, sealed.enc, sealed.ct, { info: OPENING_INFO, aad: utf8(about) }));
  } catch (error) {
    if (error instanceof OpenError) return null;
    throw error;
  }
}

/** Encrypts with a profile's data key; `about` binds the bytes to their row. */
export async function aesSeal(key: CryptoKey, plain: Bytes, about: string): Promise<AesSealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ct = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(about) }, key, plain);
  return { iv, ct: new Uint8Array(ct) };
}

/** Decrypts what `aesSeal` made with the same `about`; rejects on any other key, row or altered byte. */
export async function aesOpen(key: CryptoKey, sealed: AesSealed, about: string): Promise<Bytes> {
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: utf8(about) };
  return new Uint8Array(await crypto.subtle.decrypt(algorithm, key, sealed.ct));
}

/** UTF-8 bytes of a text. */
export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}

/** Text of UTF-8 bytes; throws on bytes that are not UTF-8. */
export function fromUtf8(bytes: Bytes): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}

/** The library types its bytes over any buffer; IndexedDB and WebCrypto want one of their own. */
function owned(bytes: Uint8Array): Bytes {
  return new Uint8Array(bytes);
}
