import type { Bytes, ProfileKind, StoredProfile } from './schema.ts';
import { aesOpen, aesSeal, makeKeyPairBytes, type OpeningKey, openingKey, utf8 } from './sealing.ts';

/** What reading a profile takes, unwrapped. Held in memory only for as long as one reader needs it. */
export interface ProfileKeys {
  /** AES-GCM key of the watch list. */
  readonly data: CryptoKey;
  /** HMAC key that turns a dossier code into a row id; derived from the data key. */
  readonly row: CryptoKey;
  /** X25519 pair: opens what was sealed to this profile. */
  readonly opening: OpeningKey;
}

const PRIVATE_KEY_PLACE = 'profile private key';

/**
 * A new profile with its own keys. It has no PIN, so the raw data key is part of the record and lies beside the data:
 * whoever can read this browser's files can read the profile, and the pages say so.
 */
export async function createProfile(kind: ProfileKind, created: number): Promise<StoredProfile> {
  const dataKey = crypto.getRandomValues(new Uint8Array(32));
  const pair = await makeKeyPairBytes();
  return {
    id: randomId(),
    name: null,
    kind,
    publicKey: pair.publicKey,
    privateKey: await aesSeal(await importDataKey(dataKey), pair.privateKey, PRIVATE_KEY_PLACE),
    dataKey,
    created,
  };
}

/** Unwraps the keys of a profile that has no PIN. Rejects if its record was altered. */
export async function unlockProfile(profile: StoredProfile): Promise<ProfileKeys> {
  const data = await importDataKey(profile.dataKey);
  return {
    data,
    row: await deriveRowKey(profile.dataKey),
    opening: await openingKey({
      publicKey: profile.publicKey,
      privateKey: await aesOpen(data, profile.privateKey, PRIVATE_KEY_PLACE),
    }),
  };
}

/** Opaque id of a watched dossier: the same code gives the same row, but the row does not give the code. */
export async function rowOf(key: CryptoKey, code: string): Promise<string> {
  const mac = await crypto.subtle.sign('HMAC', key, utf8(code));
  return base64url(new Uint8Array(mac).subarray(0, 16));
}

/** 128 random bits, base64url (22 characters). */
export function randomId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)));
}

function importDataKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

async function deriveRowKey(raw: Bytes): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey']);
  const derivation = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8('than-thien watch row v1') };
  return crypto.subtle.deriveKey(derivation, base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
