import {
  type HandoverContent,
  proofsFor,
  type SharedLeaf,
  statedConduct,
  writeHandover,
} from 'checklist-core/handover';
import { appendLeaf, emptyRange, hashLeaf, parseLeaf, rootOf, webCryptoSigner } from 'checklist-core/journal';
import type { HandoverChoice } from '../messages/requests.ts';
import { ensureAuthor, type GivenHead, givenHeads } from '../storage/given-store.ts';
import { ensureLog } from '../storage/journal-store.ts';
import { unlockProfile } from '../storage/keys.ts';
import { openProfileDb } from '../storage/open-database.ts';
import { leavesOf, type PeriodLeaf, type PeriodLeaves } from '../storage/read-period.ts';
import type { StoredLog, StoredProfile } from '../storage/schema.ts';
import { StorageError } from '../storage/storage-error.ts';
import { rulesByCue } from './house-rules.ts';

/**
 * Builds and signs the file of a choice; null where the period has no entry. The file lists the leaves from the first
 * to the last entry of the period, without a gap; it ends there, not at the newest leaf, so that it says nothing of what
 * came later, and what lies between without belonging to the period stays closed. Nothing is written: giving is another
 * act. The same journal, choice and heads given away make the same bytes. `now`: epoch ms.
 * Rejects with `StorageError`, also where what is stored no longer fits the journal's own root.
 */
export async function prepareHandover(
  profile: StoredProfile,
  choice: HandoverChoice,
  now: number,
): Promise<{ readonly text: string } | null> {
  const log = await ensureLog(profile, now);
  const found = await leavesOf(await openProfileDb(profile.id), await unlockProfile(profile), choice.period);
  if (found === null) return null;
  refuseDamaged(log, found);
  const signer = await webCryptoSigner(log.origin, log.keys);
  const content = await contentOf(profile, log, found, choice);
  let text = '';
  for await (const line of writeHandover(content, signer)) text += line;
  return { text };
}

async function contentOf(
  profile: StoredProfile,
  log: StoredLog,
  { hashes, from, leaves }: PeriodLeaves,
  { period, conduct, name }: HandoverChoice,
): Promise<HandoverContent> {
  const heads = await givenHeads(profile);
  const size = from + leaves.length;
  const sizes = heads.map((head) => head.size);
  return {
    origin: log.origin,
    author: await ensureAuthor(profile),
    name,
    period,
    before: hashes.slice(0, from).reduce(appendLeaf, emptyRange()),
    stated: conduct === 'none' ? null : statedConduct(entriesIn(leaves), period, rulesByCue()),
    later: newestBeyond(heads, size),
    proofs: await proofsFor({ range: emptyRange(), kept: [] }, hashes, sizes, size),
    leaves: leaves.map((leaf) => sharedLeaf(leaf, conduct === 'lines')),
  };
}

/** What is given away must follow from what was signed before: better no file than one that looks forged. */
function refuseDamaged(log: StoredLog, { hashes, leaves }: PeriodLeaves): void {
  const range = hashes.slice(0, log.size).reduce(appendLeaf, emptyRange());
  const isWhole = range.size === log.size && isEqual(rootOf(range), rootOf(log));
  const areTheirs = leaves.every(({ opened }) => isEqual(hashLeaf(new TextEncoder().encode(opened.text)), opened.hash));
  if (!isWhole || !areTheirs)
    throw new StorageError('storage-refused', 'the stored leaves do not give the stored root');
}

function entriesIn(leaves: readonly PeriodLeaf[]) {
  return leaves.map(({ opened: { id, entry } }) => ({ id, service: entry.service, conduct: entry.conduct }));
}

/** A class is opened only with its service part: a day page has none, so it opens nothing; neither does practice. */
function sharedLeaf({ opened, inside }: PeriodLeaf, withConduct: boolean): SharedLeaf {
  const leaf = parseLeaf(JSON.parse(opened.text));
  if (!leaf.ok) throw new StorageError('storage-refused', `leaf ${opened.n}: ${leaf.fault.message}`);
  const { service } = opened.entry;
  const { s, c } = opened.disclosures;
  if (!inside || service === null || service.practice || s === undefined) return { leaf: leaf.value, open: [] };
  return { leaf: leaf.value, open: withConduct && c !== undefined ? [s, c] : [s] };
}

function newestBeyond(heads: readonly GivenHead[], size: number): string | null {
  const beyond = heads.filter((head) => head.size > size).sort((a, b) => b.size - a.size);
  return beyond[0]?.note ?? null;
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
