import { answerBatch } from './batch.ts';
import { type CalendarOptions, openCalendar } from './calendar-file.ts';
import type { ExitCode } from './exit-code.ts';
import { asUsage, given, refuseWith } from './options.ts';
import { answerRemaining, REMAINING_FIELDS } from './remaining-answer.ts';
import type { Terminal } from './terminal.ts';

export interface RemainingOptions extends CalendarOptions {
  readonly now?: string;
  readonly due?: string;
  readonly pausedSince?: string;
  readonly json?: boolean;
  readonly batch?: string;
}

/** `checklist remaining`: the working time left until a dossier is due, for one or for a file of them. */
export async function remainingCommand(options: RemainingOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.batch !== undefined) refuseWith('--batch', options, ['due', 'pausedSince']);
  const calendar = await openCalendar(options);
  if (options.batch !== undefined) {
    const shared = given(options, ['now']);
    return answerBatch(options.batch, terminal, (line) => answerRemaining(calendar, { ...shared, ...line }));
  }
  const reply = asUsage(() => answerRemaining(calendar, given(options, REMAINING_FIELDS)));
  const words = reply.hint === '' ? reply.text : `${reply.text}\n${reply.hint}`;
  await terminal.out.line(options.json === true ? JSON.stringify(reply) : words);
  return 0;
}
