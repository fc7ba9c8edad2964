import {
  type HandoverFault,
  type SharedEntry,
  type VerifiedHandover,
  verifyHandover,
  writeWithdrawal,
} from 'checklist-core/handover';
import { formatVerifierKey, parseCheckpoint, verifierKeyOf, webCryptoSigner } from 'checklist-core/journal';
import type { SharedConduct } from '../storage/given-away.ts';
import { addGiven, givenHeads, markWithdrawn } from '../storage/given-store.ts';
import { ensureLog, head } from '../storage/journal-store.ts';
import type { StoredProfile } from '../storage/schema.ts';
import { inTurn } from '../storage/turns.ts';
import { RequestError } from './request-error.ts';

/**
 * Writes down that a prepared file is given away, and answers with its SHA-256 (base64) once that is durable. The file
 * itself comes back from the page, so a worker that died in between has forgotten nothing: a file is ours if our key
 * signed it, and it may leave if it proves every head that left before. One that was given before is given again.
 * Rejects with `RequestError` `too-late` where another head left since it was prepared, or with `StorageError`.
 */
export function giveHandover(profile: StoredProfile, text: string, now: number): Promise<{ readonly id: string }> {
  return givingInTurn(profile, async () => {
    const heads = await givenHeads(profile);
    const id = await sha256Of(text);
    if (heads.some((given) => given.id === id)) return { id };
    const { handover, entries } = await verifyOwn(
      profile,
      text,
      heads.map(({ note }) => note),
      now,
    );
    await addGiven(profile, {
      id,
      size: handover.to,
      note: handover.checkpoint,
      what: 'handover',
      period: handover.header.period,
      conduct: conductIn(handover, entries),
      named: handover.header.name !== null,
      entries: entries.filter(({ service, continues }) => service !== null || continues !== null).length,
      at: now,
      withdrawn: null,
    });
    return { id };
  });
}

/**
 * Marks a hand-over as withdrawn and answers with the withdrawal's text once that is durable; the same text each time.
 * Rejects with `RequestError` for a file that was never given, or with `StorageError`.
 */
export async function withdrawHandover(
  profile: StoredProfile,
  id: string,
  now: number,
): Promise<{ readonly text: string }> {
  if ((await markWithdrawn(profile, id, now)) === null) throw new RequestError('bad-message', 'no such hand-over');
  return { text: await writeWithdrawal(id, await signerOf(profile, now)) };
}

/** The signed head as it is now, written as given away first; null while the journal is empty. Rejects with `StorageError`. */
export function giveReceipt(profile: StoredProfile, now: number): Promise<{ readonly text: string } | null> {
  return givingInTurn(profile, async () => {
    const note = await head(profile, now);
    const checkpoint = parseCheckpoint(note);
    if (!checkpoint.ok || checkpoint.value.size === 0) return null;
    await addGiven(profile, {
      id: await sha256Of(note),
      size: checkpoint.value.size,
      note,
      what: 'receipt',
      period: null,
      conduct: null,
      named: false,
      entries: 0,
      at: now,
      withdrawn: null,
    });
    return { text: note };
  });
}

/** Heads leave one after the other, so that none is missing in the file that leaves next. */
function givingInTurn<T>(profile: StoredProfile, give: () => Promise<T>): Promise<T> {
  return inTurn(`giving ${profile.id}`, give);
}

interface OwnFile {
  readonly handover: VerifiedHandover;
  readonly entries: readonly SharedEntry[];
}

async function verifyOwn(
  profile: StoredProfile,
  text: string,
  known: readonly string[],
  now: number,
): Promise<OwnFile> {
  const entries: SharedEntry[] = [];
  const chunks = [new TextEncoder().encode(text)];
  const verdict = await verifyHandover(chunks, { known, onEntry: (entry) => entries.push(entry) });
  if (!verdict.ok) throw refusalOf(verdict.faults);
  const signer = await signerOf(profile, now);
  const ownKey = formatVerifierKey(verifierKeyOf(signer.name, signer.publicKey));
  if (verdict.handover.header.key !== ownKey) throw new RequestError('bad-message', 'a file of another journal');
  return { handover: verdict.handover, entries };
}

/** A file that does not prove a head given since can be made anew; any other fault is not of our making. */
function refusalOf(faults: readonly HandoverFault[]): RequestError {
  const isStale = faults.every(({ kind }) => kind === 'not-comparable' || kind === 'cut-tail');
  const [first] = faults;
  return isStale
    ? new RequestError('too-late', 'another head was given away since this file was prepared')
    : new RequestError('bad-message', `not a file of ours: ${first?.kind ?? 'unknown'}`);
}

function conductIn({ header }: VerifiedHandover, entries: readonly SharedEntry[]): SharedConduct {
  if (entries.some(({ conduct }) => conduct !== null)) return 'lines';
  return header.stated === null ? 'none' : 'sums';
}

async function signerOf(profile: StoredProfile, now: number) {
  const log = await ensureLog(profile, now);
  return webCryptoSigner(log.origin, log.keys);
}

/** Standard base64 of SHA-256 of the text's UTF-8 bytes. */
async function sha256Of(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}
