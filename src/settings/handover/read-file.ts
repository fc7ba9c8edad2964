import { type SharedEntry, verifyHandover } from 'checklist-core/handover';
import type { ReadFile } from './file-digest.ts';

/** Reads a prepared file from its bytes alone, as its receiver will; null if it does not verify. */
export async function readFile(text: string): Promise<ReadFile | null> {
  const entries: SharedEntry[] = [];
  const verdict = await verifyHandover([new TextEncoder().encode(text)], { onEntry: (entry) => entries.push(entry) });
  if (!verdict.ok) {
    console.warn('hand-over: the prepared file does not verify', verdict.faults);
    return null;
  }
  const { header, file } = verdict.handover;
  return { header, file, entries };
}
