import type { WorkingCalendar } from 'checklist-core/deadline';
import { answerBatch } from './batch.ts';
import { type CalendarOptions, openCalendar } from './calendar-file.ts';
import { answerDue, DUE_FIELDS, type DueFound, type DueReply } from './due-answer.ts';
import type { ExitCode } from './exit-code.ts';
import { asUsage, given, refuseWith } from './options.ts';
import type { Terminal } from './terminal.ts';

export interface DueOptions extends CalendarOptions {
  readonly received?: string;
  readonly term?: string;
  readonly pause?: readonly string[];
  readonly restart?: string;
  readonly count?: string;
  readonly target?: string;
  readonly json?: boolean;
  readonly batch?: string;
}

/** `checklist due`: when a term ends, for one dossier or for a file of them. */
export async function dueCommand(options: DueOptions, terminal: Terminal): Promise<ExitCode> {
  if (options.batch !== undefined) refuseWith('--batch', options, ['received', 'pause', 'restart']);
  const calendar = await openCalendar(options);
  if (options.batch !== undefined) {
    // What holds for the whole file may stand on the command line; a line says otherwise where it must.
    const shared = given(options, ['term', 'count', 'target']);
    return answerBatch(options.batch, terminal, (line) => answerDue(calendar, { ...shared, ...line }));
  }
  const values = given(options, DUE_FIELDS);
  const reply = asUsage(() => answerDue(calendar, values));
  if (options.json === true) await terminal.out.line(JSON.stringify(reply));
  if ('error' in reply) {
    if (options.json !== true) await terminal.out.write(lines(casesInWords(reply)));
    await terminal.messages.line(`checklist due: ${reply.error}.`);
    return 1;
  }
  if (options.json !== true) await terminal.out.write(inWords(reply, calendar));
  return 0;
}

function inWords(reply: DueFound, calendar: WorkingCalendar): string {
  const { due, start, rule, target, uncertain } = reply;
  return lines([
    `due       ${due}`,
    `counted   from ${start}, ${calendar.label}`,
    `rule      ${rule}`,
    ...(target === null ? [] : [`target    ${target}`]),
    ...casesInWords(reply),
    ...(uncertain === null ? [] : [`uncertain ${uncertain.due} if ${uncertain.days.join(', ')} should be worked`]),
  ]);
}

function casesInWords({ cases }: DueReply): readonly string[] {
  return cases.map(({ condition, due }) => `case      ${due ?? 'not countable'}: ${condition}`);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('');
}
