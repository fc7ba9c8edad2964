import type { EntryClass } from 'checklist-core/journal';
import type { DBSchema } from 'idb';

/*
 * Every store, declared once, with its rules.
 *
 * One database per profile, named `profile-<id>`: "delete all" drops the database and its key with it. A second,
 * small database `profiles` says which profiles there are and holds their keys.
 *
 * What lies in clear: leaf envelopes (digests and a random id), hashes, the compact range, the wake table, a
 * profile's id, name and public key. Everything a person could read something from is ciphertext.
 *
 * | store      | key              | rule                                                                              |
 * |------------|------------------|-----------------------------------------------------------------------------------|
 * | leaves     | n                | append only, no gap; written by journal-store alone; unique by the leaf's random id |
 * | openings   | [n, class]       | HPKE-sealed; may be deleted one by one, the leaf stays                              |
 * | log        | 'log'            | one row: origin, signing key (not extractable), compact range                      |
 * | watch      | row              | AES-GCM-sealed; `row` is an HMAC of the dossier code; written by watch-store alone  |
 * | wake       | row              | in clear, so alarms and badge work while locked: an hour and a kind, never a code  |
 * | given      | id               | heads given away: size and signed note in clear (a head has no content), when and   |
 * |            |                  | for which period HPKE-sealed; never deleted, written by given-store alone           |
 * | author     | 'author'         | one row: the person's random id, made with the first hand-over, never changed       |
 *
 * The schema changes only by a new numbered migration (`migrations/`); a published migration is never edited.
 */

/** Bytes as IndexedDB gives them back. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** Sealed to a profile's public key by HPKE (RFC 9180): anyone may seal, only the private half opens. */
export interface HpkeSealed {
  readonly enc: Bytes;
  readonly ct: Bytes;
}

/** AES-GCM ciphertext with its own random 96-bit IV. */
export interface AesSealed {
  readonly iv: Bytes;
  readonly ct: Bytes;
}

export interface StoredLeaf {
  readonly n: number;
  /** The leaf's random id: the id of the intent that made it. */
  readonly id: string;
  /** Canonical text (RFC 8785), exactly what was hashed. */
  readonly text: string;
  /** RFC 6962 leaf hash. */
  readonly hash: Bytes;
}

export interface StoredOpening extends HpkeSealed {
  readonly n: number;
  readonly class: EntryClass;
}

export interface StoredLog {
  /** Random name of this log, as its checkpoints carry it. */
  readonly origin: string;
  /** Ed25519, private half not extractable: a copy of the data cannot sign for this log. */
  readonly keys: CryptoKeyPair;
  readonly size: number;
  /** Roots of the full subtrees, largest first (compact range of [0, size)). */
  readonly hashes: readonly Bytes[];
  /** Epoch ms. */
  readonly created: number;
}

export interface StoredWatch {
  readonly row: string;
  readonly sealed: AesSealed;
}

/** When something is due. No code, no procedure, no name: this row is readable while the profile is locked. */
export interface Wake {
  readonly row: string;
  readonly profile: string;
  /** Epoch ms at which it is due. */
  readonly at: number;
  readonly kind: 'due';
  /** Whether the notice for this time was given; a missed one is given once. */
  readonly told: boolean;
}

/** A signed head that left the computer, in a hand-over or as a receipt: every later hand-over proves that it holds. */
export interface StoredGiven {
  /** Standard base64 of SHA-256 of the bytes given: the hand-over file, or the receipt's note. */
  readonly id: string;
  /** Leaves under the head. */
  readonly size: number;
  /** The head: a signed note. */
  readonly note: string;
  /** What, when and for which period (`given-away.ts`). */
  readonly sealed: HpkeSealed;
}

export interface StoredAuthor {
  /** 128 random bits, base64url: the person in every hand-over of this profile, whichever log it comes from. */
  readonly id: string;
}

/** Stores of one profile. */
export interface ProfileSchema extends DBSchema {
  leaves: { key: number; value: StoredLeaf; indexes: { id: string } };
  openings: { key: [number, EntryClass]; value: StoredOpening };
  log: { key: 'log'; value: StoredLog };
  watch: { key: string; value: StoredWatch };
  wake: { key: string; value: Wake };
  given: { key: string; value: StoredGiven };
  author: { key: 'author'; value: StoredAuthor };
}

export type ProfileKind = 'normal' | 'practice';

export interface StoredProfile {
  readonly id: string;
  /** As the official typed it in settings; null for the default profile. */
  readonly name: string | null;
  readonly kind: ProfileKind;
  /** X25519, in clear: writing needs no secret. */
  readonly publicKey: Bytes;
  /** X25519 private half, encrypted with the data key. */
  readonly privateKey: AesSealed;
  /**
   * AES-256 key in the clear, BESIDE the data it protects: this profile has no PIN yet. It keeps deleted values
   * unreadable once the row is gone; it does not keep out who can read this browser's files, and the pages say so.
   */
  readonly dataKey: Bytes;
  /** Epoch ms. */
  readonly created: number;
}

/** The database of profiles. */
export interface ProfilesSchema extends DBSchema {
  profiles: { key: string; value: StoredProfile };
}

export const PROFILES_DB = 'profiles';

/** Name of one profile's database. */
export function profileDbName(profileId: string): string {
  return `profile-${profileId}`;
}
