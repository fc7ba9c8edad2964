import {
  type DueQuestion,
  dueOf,
  formatMinute,
  type Pause,
  parseTarget,
  type Term,
  termInCase,
  type WorkingCalendar,
} from 'checklist-core/deadline';
import { dueRulesInVietnamese, parseTerm, type UnreadTerm } from 'checklist-core/vn';
import { BadValue } from './bad-value.ts';
import { momentOf, neededTextOf, type QuestionValues, refuseUnknown, shown, textOf } from './question-value.ts';
import exampleTerms from './texts/example-terms.json' with { type: 'json' };

/** What `due` answers; times are local to the calendar, `YYYY-MM-DDTHH:mm`. */
export type DueReply = DueFound | NoDue;

export interface DueFound {
  readonly due: string;
  /** `id@version` of the calendar that counted. */
  readonly calendar: string;
  /** The rules in Vietnamese with their articles, in the order in which they were applied. */
  readonly rule: string;
  /** The same as ids. */
  readonly rules: readonly string[];
  /** The moment the term was counted from. */
  readonly start: string;
  /** The internal target, if one was asked for. */
  readonly target: string | null;
  /** The other date, if days that may or may not be holidays were worked. */
  readonly uncertain: { readonly due: string; readonly days: readonly string[] } | null;
  /** What the wording grants under a condition; a person knows whether it holds. */
  readonly cases: readonly { readonly condition: string; readonly due: string | null }[];
}

/** A question that was understood but has no date: the calendar ends before, or the term names no length. */
export interface NoDue {
  readonly error: string;
  readonly reason: 'no-term' | 'outside-calendar';
  readonly calendar: string;
  /** As in `DueFound`: a wording may name a length for a condition only. */
  readonly cases: DueFound['cases'];
}

/** The names a question about a due date may use; in a batch line these are its keys. */
export const DUE_FIELDS = ['received', 'term', 'pause', 'restart', 'count', 'target'] as const;

/** Answers one question. @throws BadValue if it cannot be understood. */
export function answerDue(calendar: WorkingCalendar, values: QuestionValues): DueReply {
  refuseUnknown(values, DUE_FIELDS);
  const question = questionOf(calendar, values);
  const answer = dueOf(calendar, question);
  if (!answer.ok) return noDue(calendar, answer.reason, question);
  return {
    due: formatMinute(answer.due),
    calendar: answer.calendar,
    rule: dueRulesInVietnamese(answer.rules),
    rules: answer.rules,
    start: formatMinute(answer.start),
    target: answer.target === null ? null : formatMinute(answer.target),
    uncertain:
      answer.uncertain === null
        ? null
        : { due: formatMinute(answer.uncertain.due), days: answer.uncertain.days.map(({ date }) => date) },
    cases: casesOf(calendar, question),
  };
}

function questionOf(calendar: WorkingCalendar, values: QuestionValues): DueQuestion {
  const received = momentOf('received', neededTextOf(values, 'received'));
  const restart = textOf(values, 'restart');
  const target = textOf(values, 'target');
  const question: DueQuestion = {
    received,
    term: termOf(neededTextOf(values, 'term')),
    pauses: pausesOf(values.pause),
    count: countOf(textOf(values, 'count')),
    ...(restart === undefined ? {} : { restart: restartOf(restart, received) }),
    ...(target === undefined ? {} : { target: targetOf(target) }),
  };
  for (const minute of [received, question.restart ?? received]) {
    if (!calendar.covers(minute)) throw new BadValue('received', outside(calendar));
  }
  return question;
}

const UNREAD: Readonly<Record<UnreadTerm, string>> = {
  empty: 'is empty',
  'too-long': 'is longer than any term',
  'unknown-words': 'has a part that is not understood',
  'not-a-length': 'has a length that is no length',
  'several-terms': 'gives more than one length and does not say which holds',
  'no-term': 'does not say what is ordinary',
  'unclear-sum': 'adds lengths of two kinds, or does not say whether it adds',
  'unclear-late-rule': 'gives the day of the result for a term of several days',
};

function termOf(text: string): Term {
  const reading = parseTerm(text);
  if (reading.ok) return reading.term;
  const part = reading.part === text ? '' : ` (${shown(reading.part)})`;
  const example = `"${exampleTerms.days}" or "${exampleTerms.hours}"`;
  throw new BadValue('term', `${shown(text)} ${UNREAD[reading.reason]}${part}. Write a term like ${example}`);
}

function pausesOf(value: unknown): readonly Pause[] {
  if (value === undefined || value === null) return [];
  const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
  return texts.map((text) => {
    const [from, to, rest] = typeof text === 'string' ? text.split('/') : [];
    if (from === undefined || to === undefined || rest !== undefined) {
      throw new BadValue('pause', 'must be FROM/TO, like 2026-02-23T08:00/2026-02-24T10:30');
    }
    const pause = { from: momentOf('pause', from), to: momentOf('pause', to) };
    if (pause.to < pause.from) throw new BadValue('pause', `ends before it begins: ${shown(`${from}/${to}`)}`);
    return pause;
  });
}

function restartOf(text: string, received: number): number {
  const restart = momentOf('restart', text);
  if (restart < received) throw new BadValue('restart', 'is before the receipt');
  return restart;
}

function countOf(text = 'clock'): 'clock' | 'end-of-day' {
  if (text === 'clock' || text === 'end-of-day') return text;
  throw new BadValue('count', `must be clock or end-of-day, not ${shown(text)}`);
}

function targetOf(text: string) {
  const target = parseTarget(text);
  if (target === null) throw new BadValue('target', `must be like 50%, -30% or 16h, not ${shown(text)}`);
  return target;
}

function casesOf(calendar: WorkingCalendar, question: DueQuestion): DueFound['cases'] {
  return (question.term.cases ?? []).map((each) => {
    const term = termInCase(question.term, each);
    const answer = term === null ? null : dueOf(calendar, { ...question, term });
    return { condition: each.condition, due: answer?.ok === true ? formatMinute(answer.due) : null };
  });
}

function noDue(
  calendar: WorkingCalendar,
  reason: 'no-term' | 'outside-calendar' | 'malformed',
  question: DueQuestion,
): NoDue {
  if (reason === 'malformed') throw new BadValue('', 'the question contradicts itself');
  const cases = casesOf(calendar, question);
  if (reason === 'outside-calendar') return { error: outside(calendar), reason, calendar: calendar.label, cases };
  const conditions = cases.map(({ condition }) => condition).join('; ');
  const error = conditions === '' ? 'the term names no length' : `the term names a length only for: ${conditions}`;
  return { error, reason, calendar: calendar.label, cases };
}

/** Says where the calendar ends and what helps. */
export function outside(calendar: WorkingCalendar): string {
  const { from, to } = calendar.data;
  return `${calendar.label} answers only for ${from} to ${to}; give a calendar file that reaches further`;
}
