/** One line of a text file. `null`: longer than allowed, or not UTF-8; what it said is not kept. */
export interface TextLine {
  /** From 1. */
  readonly number: number;
  readonly text: string | null;
  readonly fault: 'too-long' | 'not-utf8' | null;
}

const LF = 10;
const CR = 13;
const BOM = '\ufeff';

/**
 * Splits bytes into lines without holding more than one of them. A byte order mark at the beginning and CR before LF
 * are read over, because spreadsheets write both. A line longer than `limit` bytes is named and passed over. What stands
 * after the last LF is a line only if there is something.
 */
export async function* textLines(bytes: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<TextLine> {
  let kept: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  for await (const chunk of bytes) {
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      length += end - start;
      if (length <= limit) kept.push(chunk.subarray(start, end));
      number += 1;
      yield lineOf(kept, length > limit, number);
      kept = [];
      length = 0;
      start = end + 1;
    }
    length += chunk.length - start;
    // Copied: a reader may use its buffer again.
    if (length <= limit && start < chunk.length) kept.push(chunk.slice(start));
    else if (length > limit) kept = [];
  }
  if (length > 0) yield lineOf(kept, length > limit, number + 1);
}

function lineOf(parts: readonly Uint8Array[], isTooLong: boolean, number: number): TextLine {
  if (isTooLong) return { number, text: null, fault: 'too-long' };
  const whole = parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts);
  const bytes = whole.at(-1) === CR ? whole.subarray(0, -1) : whole;
  try {
    const text = decoder.decode(bytes);
    return { number, text: number === 1 && text.startsWith(BOM) ? text.slice(1) : text, fault: null };
  } catch {
    return { number, text: null, fault: 'not-utf8' };
  }
}

/** Keeps the mark, so that only the one at the beginning of the file is read over. */
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
