import { HANDOVER_FORMAT, parseWithdrawal } from 'checklist-core/handover';
import { parseCheckpoint } from 'checklist-core/journal';

/** What a dropped file claims to be, told from its first and last bytes; nothing of it is verified yet. */
export type Claim =
  /** `size`: leaves under its head; null where the last line does not say. Only for the order of reading. */
  | { readonly kind: 'handover'; readonly size: number | null }
  | { readonly kind: 'receipt'; readonly note: string; readonly origin: string; readonly size: number }
  | { readonly kind: 'withdrawal'; readonly note: string; readonly file: string }
  /** A hand-over of a later release. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'other' };

/** A receipt or a withdrawal is a note of a few lines. */
const MOST_NOTE_BYTES = 16 * 1024;

/** More than the last line of a hand-over. */
const TAIL_BYTES = 64 * 1024;

/**
 * Looks at a file without reading all of it. A file with an opening brace is taken for a hand-over, so that a damaged
 * one is told what is wrong with it. Rejects if the file cannot be read.
 */
export async function claimOf(file: Blob): Promise<Claim> {
  // A byte order mark is not ours, but whoever sees it added should hear what happened.
  const start = (await file.slice(0, 64).text()).trimStart();
  if (isNewer(start)) return { kind: 'newer' };
  if (start.startsWith('{')) return { kind: 'handover', size: await headSizeOf(file) };
  if (file.size === 0) return { kind: 'empty' };
  if (file.size > MOST_NOTE_BYTES) return { kind: 'other' };
  const note = await file.text();
  const withdrawal = parseWithdrawal(note);
  if (withdrawal.ok) return { kind: 'withdrawal', note, file: withdrawal.value.file };
  const head = parseCheckpoint(note);
  return head.ok ? { kind: 'receipt', note, origin: head.value.origin, size: head.value.size } : { kind: 'other' };
}

/** Says the same format with a higher number; what it holds is for a later release to read. */
function isNewer(start: string): boolean {
  const [format, known] = HANDOVER_FORMAT.split('/');
  const said = /^\{"format":"([a-z-]+)\/(\d{1,6})"/.exec(start);
  return said !== null && said[1] === format && Number(said[2]) > Number(known);
}

async function headSizeOf(file: Blob): Promise<number | null> {
  const tail = await file.slice(-TAIL_BYTES).text();
  const last = tail.trimEnd().split('\n').at(-1) ?? '';
  const note = /"checkpoint":("(?:[^"\\]|\\.)*")/.exec(last)?.[1];
  if (note === undefined) return null;
  try {
    const text: unknown = JSON.parse(note);
    const head = typeof text === 'string' ? parseCheckpoint(text) : null;
    return head?.ok === true ? head.value.size : null;
  } catch {
    return null;
  }
}
