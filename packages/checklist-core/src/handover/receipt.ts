import { toBase64 } from '../journal/base64.ts';
import { type Checked, sound } from '../journal/checked.ts';
import { type CheckpointFault, parseCheckpoint } from '../journal/checkpoint.ts';
import type { NoteShapeFault } from '../journal/signed-note.ts';

/** One signed head without content, as an official gives it at closing. */
export interface Receipt {
  readonly origin: string;
  readonly size: number;
  /** RFC 6962 root, standard base64. */
  readonly root: string;
  /** The C2SP note itself: what `verifyHandover` takes as a known head. */
  readonly note: string;
}

/**
 * Reads a receipt. Who signed it is not checked here, because the log's key comes with its first hand-over:
 * `verifyHandover` checks it then, or `verifyCheckpoint` where the key is known.
 */
export function readReceipt(note: string): Checked<Receipt, CheckpointFault | NoteShapeFault> {
  const head = parseCheckpoint(note);
  if (!head.ok) return head;
  const { origin, size, root } = head.value;
  return sound({ origin, size, root: toBase64(root), note });
}

/**
 * Cuts a text of many notes (a file of known heads) into single ones. A note is its text, an empty line and its signature
 * lines; further empty lines between notes are read over. Nothing is checked: what is no note stays one piece.
 */
export function splitNotes(text: string): readonly string[] {
  const notes: string[] = [];
  let note: string[] = [];
  let isSigned = false;
  for (const line of text.split('\n')) {
    const isSignature = line.startsWith('— ');
    if (isSigned && !isSignature) {
      notes.push(`${note.join('\n')}\n`);
      note = [];
    }
    isSigned = isSignature;
    if (line !== '' || note.length > 0) note.push(line);
  }
  const rest = note.join('\n').trimEnd();
  return rest === '' ? notes : [...notes, `${rest}\n`];
}
