import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { isBase64UrlOf, toBase64Url } from './base64.ts';
import { canonicalBytes } from './canonical-json.ts';
import { type Checked, faulty, sound } from './checked.ts';
import { hashLeaf } from './compact-range.ts';
import { digestOf, makeDisclosure, parseDisclosure } from './disclosure.ts';
import type { ConductPart, Entry, PrivatePart, ServicePart } from './entry.ts';
import { isEntryId } from './entry-id.ts';
import {
  type ContinuesPart,
  conductPartSchema,
  continuesPartSchema,
  type EntryFault,
  parseEntry,
  parseWith,
  privatePartSchema,
  servicePartSchema,
} from './entry-schema.ts';
import { draw, type RandomSource } from './random-source.ts';

/** The three classes of an entry: service, conduct, private. */
export type EntryClass = 's' | 'c' | 'p';

/** What the tree holds of an entry: a random id and three digests. It says nothing about the content. */
export interface Leaf {
  /** Digest (base64url, 43 characters) of the conduct disclosure, or a decoy. */
  readonly c: string;
  /** 128 random bits, base64url. */
  readonly id: string;
  /** Digest of the private disclosure, or a decoy. */
  readonly p: string;
  /** Digest of the service disclosure, or a decoy. */
  readonly s: string;
  /** Version of this form. */
  readonly v: 1;
}

/** The openings of one leaf, by class. One that is missing is closed: withheld, deleted, or never there. */
export type Disclosures = Readonly<Partial<Record<EntryClass, string>>>;

/** An entry ready to be appended. The bytes and the hash go into the tree; the disclosures are stored encrypted. */
export interface SealedEntry {
  readonly leaf: Leaf;
  /** RFC 8785 bytes of `leaf`. */
  readonly leafBytes: Uint8Array;
  /** RFC 6962 leaf hash of `leafBytes`, 32 bytes. */
  readonly leafHash: Uint8Array;
  readonly disclosures: Disclosures;
}

/** Why an opening is refused. `digest-differs` means that leaf and opening do not belong together: one was changed. */
export interface OpenFault {
  readonly code: 'bad-leaf' | 'digest-differs' | 'not-disclosure' | 'wrong-class' | 'not-canonical' | 'bad-part';
  /** The class whose opening is faulty; null: the leaf itself. */
  readonly class: EntryClass | null;
  /** Only with `bad-leaf` and `bad-part`: what the schema says. */
  readonly detail?: EntryFault;
}

const SALT_BYTES = 16;
const DIGEST_BYTES = 32;

const digestSchema = v.pipe(
  v.string(),
  v.check((text) => isBase64UrlOf(text, DIGEST_BYTES), 'not 32 bytes in base64url'),
);

const leafSchema: v.GenericSchema<unknown, Leaf> = v.strictObject({
  c: digestSchema,
  id: v.pipe(v.string(), v.check(isEntryId, 'not 128 bits in base64url')),
  p: digestSchema,
  s: digestSchema,
  v: v.literal(1),
});

/** A value that names what it continues is judged as that; everything else as a service part. */
const serviceClassSchema = v.lazy((value) =>
  typeof value === 'object' && value !== null && 'continues' in value ? continuesPartSchema : servicePartSchema,
);

/** What may stand in each class. */
export const classSchemas = {
  s: serviceClassSchema,
  c: conductPartSchema,
  p: privatePartSchema,
} satisfies Record<EntryClass, v.GenericSchema>;

/**
 * Seals an entry: one salted disclosure per class, a leaf that holds only their digests. A class without content gets a
 * decoy that no reader can tell from the digest of a withheld one. Random bytes are drawn in the order s, c, p:
 * 16 for a salt, 32 for a decoy.
 * @param id 128 random bits in base64url: the id of the act, see `newEntryId`.
 * @throws RangeError if the entry breaks its schema or the id is not one; nothing is drawn then.
 */
export function sealEntry(entry: Entry, id: string, random: RandomSource): SealedEntry {
  const checked = parseEntry(entry);
  if (!checked.ok) throw new RangeError(`entry ${checked.fault.path}: ${checked.fault.message}`);
  if (!isEntryId(id)) throw new RangeError('entry id: not 128 bits in base64url');
  const { service, continues } = checked.value;
  const s = disclose('s', continues === undefined ? service : { continues }, random);
  const c = disclose('c', checked.value.conduct, random);
  const p = disclose('p', checked.value.private, random);
  const leaf: Leaf = { c: c.digest, id, p: p.digest, s: s.digest, v: 1 };
  const leafBytes = canonicalBytes(leaf);
  return { leaf, leafBytes, leafHash: hashLeaf(leafBytes), disclosures: { ...s.opened, ...c.opened, ...p.opened } };
}

/**
 * Opens what the given disclosures open of a leaf, after checking each digest. Parts without a disclosure come back as
 * null: empty and withheld look the same, and that is meant. That the leaf stands in a tree is not checked here.
 */
export function openEntry(leaf: unknown, disclosures: Disclosures): Checked<Entry, OpenFault> {
  const checked = parseLeaf(leaf);
  if (!checked.ok) return faulty({ code: 'bad-leaf', class: null, detail: checked.fault });
  const service = openPart<ServicePart | ContinuesPart>(checked.value, 's', disclosures.s, classSchemas.s);
  if (!service.ok) return service;
  const conduct = openPart<ConductPart>(checked.value, 'c', disclosures.c, classSchemas.c);
  if (!conduct.ok) return conduct;
  const personal = openPart<PrivatePart>(checked.value, 'p', disclosures.p, classSchemas.p);
  if (!personal.ok) return personal;
  const rest = { conduct: conduct.value, private: personal.value };
  if (service.value === null || !('continues' in service.value)) return sound({ service: service.value, ...rest });
  return sound({ service: null, ...rest, continues: service.value.continues });
}

/** Checks the shape of a leaf that was read from somewhere: exactly five keys, digests and id well spelt. */
export function parseLeaf(value: unknown): Checked<Leaf, EntryFault> {
  return parseWith(leafSchema, value);
}

/** The bytes that are hashed for a leaf: its RFC 8785 form, whatever the order or spacing it was read in. */
export function leafBytesOf(leaf: Leaf): Uint8Array {
  return canonicalBytes(leaf);
}

interface ClassSeal {
  readonly digest: string;
  readonly opened: Disclosures;
}

function disclose(name: EntryClass, part: object | null, random: RandomSource): ClassSeal {
  // RFC 9901 §4.2.5: a decoy is the hash of random bytes, made like a digest.
  if (part === null) return { digest: toBase64Url(sha256(draw(random, DIGEST_BYTES))), opened: {} };
  const disclosure = makeDisclosure(toBase64Url(draw(random, SALT_BYTES)), name, part);
  return { digest: digestOf(disclosure), opened: { [name]: disclosure } };
}

function openPart<T extends object>(
  leaf: Leaf,
  name: EntryClass,
  disclosure: string | undefined,
  schema: v.GenericSchema<unknown, T>,
): Checked<T | null, OpenFault> {
  if (disclosure === undefined) return sound(null);
  // First of all: bytes that nobody signed are not even parsed.
  if (digestOf(disclosure) !== leaf[name]) return faulty({ code: 'digest-differs', class: name });
  const content = parseDisclosure(disclosure);
  if (!content.ok) return faulty({ code: 'not-disclosure', class: name });
  if (content.value.name !== name) return faulty({ code: 'wrong-class', class: name });
  const part = parseWith(schema, content.value.value);
  if (!part.ok) return faulty({ code: 'bad-part', class: name, detail: part.fault });
  // Other spellings of the same JSON (spaces, a key twice) could be read differently by another verifier.
  const isCanonical = makeDisclosure(content.value.salt, name, part.value) === disclosure;
  if (!isCanonical || !isBase64UrlOf(content.value.salt, SALT_BYTES)) {
    return faulty({ code: 'not-canonical', class: name });
  }
  return sound(part.value);
}
