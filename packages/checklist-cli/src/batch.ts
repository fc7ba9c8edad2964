import { BadValue } from './bad-value.ts';
import type { ExitCode } from './exit-code.ts';
import { bytesOf } from './input-file.ts';
import { Progress } from './progress.ts';
import type { Terminal } from './terminal.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** Longest line of a batch in bytes: far more than any question has. */
const LONGEST_LINE = 64 * 1024;

/** Answers are collected up to this length: a write for each would cost more than the answer. */
const WRITE_AT = 32 * 1024;

/**
 * Answers a file of questions, JSON Lines in and out, one answer a line in the same order; `{"error":…}` where a line is
 * no question. Holds one line at a time. Exit code 1 if a line was bad.
 */
export async function answerBatch(
  path: string,
  terminal: Terminal,
  answer: (question: Readonly<Record<string, unknown>>) => object,
): Promise<ExitCode> {
  const progress = new Progress(terminal.messages);
  let pending = '';
  let bad = 0;
  let lines = 0;
  for await (const line of textLines(bytesOf(path, terminal), LONGEST_LINE)) {
    if (terminal.out.isClosed) break;
    const reply = answerLine(line, answer);
    if ('error' in reply) bad += 1;
    lines += 1;
    pending += `${JSON.stringify(reply)}\n`;
    if (pending.length >= WRITE_AT) {
      await terminal.out.write(pending);
      pending = '';
      progress.show(() => `${lines} lines`);
    }
  }
  await terminal.out.write(pending);
  progress.clear();
  if (bad > 0) await terminal.messages.line(`${bad} of ${lines} lines could not be answered; see their "error".`);
  return bad > 0 ? 1 : 0;
}

function answerLine(line: TextLine, answer: (question: Readonly<Record<string, unknown>>) => object): object {
  try {
    return answer(questionOf(line));
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    const place = error.field === '' ? '' : `${error.field}: `;
    return { error: `line ${line.number}: ${place}${error.message}` };
  }
}

function questionOf({ text, fault }: TextLine): Readonly<Record<string, unknown>> {
  if (fault === 'too-long') throw new BadValue('', `longer than ${LONGEST_LINE} bytes`);
  if (text === null) throw new BadValue('', 'not UTF-8 text');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BadValue('', text.trim() === '' ? 'empty' : 'not JSON');
  }
  if (!isRecord(value)) throw new BadValue('', 'not a JSON object');
  return value;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
