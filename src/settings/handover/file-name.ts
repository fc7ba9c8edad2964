import type { HandoverHeader } from 'checklist-core/handover';

/**
 * Name of a hand-over's file: what, which days, and the first 8 hex digits of the log's random name, so that files of
 * two people do not overwrite each other in a shared folder. Never the official's name.
 */
export function handoverFileName({ origin, period }: Pick<HandoverHeader, 'origin' | 'period'>): string {
  return `chia-se-${period.from}_${period.to}-${shortOrigin(origin)}.jsonl`;
}

/** Name of a withdrawal's file: the hand-over's hash tells two of them apart. */
export function withdrawalFileName(sha256: string): string {
  return `thu-hoi-${sha256.replace(/[^A-Za-z0-9]/g, '').slice(0, 8)}.txt`;
}

/** Name of a receipt's file; the first line of the note is the log's name, the second its size. */
export function receiptFileName(note: string): string {
  const [origin = '', size = ''] = note.split('\n');
  return `bien-nhan-${shortOrigin(origin)}-${size}.txt`;
}

function shortOrigin(origin: string): string {
  return origin.slice(origin.lastIndexOf('/') + 1).slice(0, 8);
}
