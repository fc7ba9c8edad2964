import {
  type Remaining,
  type ReturnTiming,
  remaining,
  remainingHintInEnglish,
  remainingInEnglish,
  returnInEnglish,
  returnTiming,
  type WallMinute,
  type WorkingCalendar,
} from 'checklist-core/deadline';
import { remainingHintInVietnamese, remainingInVietnamese, returnInVietnamese } from 'checklist-core/vn';
import { isClosedStatus, isDueDoubtful, isPausedStatus, RETURNED } from 'page-reader';
import type { DeadlineChip, DeadlineCount, DueMarks } from '../messages/requests.ts';
import type { Language, Translate } from '../platform/i18n.ts';
import type { DeadlineText } from '../platform/texts/deadline-words.ts';

/** What the words need. Times in minutes of the calendar's wall clock. */
export interface ChipContext {
  readonly calendar: WorkingCalendar;
  readonly now: WallMinute;
  readonly language: Language;
  readonly t: Translate<DeadlineText>;
  /** When the result was seen to be handed over on this page, if it was. */
  readonly returnedAt: WallMinute | null;
}

/** How the deadline of one dossier stands. Of one that is over there is nothing to count: its status says all. */
export function deadlineCount(marks: DueMarks, context: ChipContext): DeadlineCount {
  if (marks.status === RETURNED || context.returnedAt !== null)
    return { chip: returnedChip(marks, context), due: null };
  if (isClosedStatus(marks.status)) return { chip: null, due: null };
  if (isDueDoubtful(marks)) return { chip: doubtChip(marks, context), due: null };
  const left = remaining(context.calendar, { due: marks.due ?? null, paused: isPaused(marks), now: context.now });
  const due = left.state === 'due-today' || left.state === 'overdue' ? left.state : null;
  return { chip: remainingChip(left, context), due };
}

function doubtChip({ due }: DueMarks, { t }: ChipContext): DeadlineChip {
  return {
    mark: 'doubt',
    text: t('doubtDue'),
    hint: due === undefined ? '' : t('doubtDueHint', { due: printed(due) }),
  };
}

function remainingChip(left: Remaining, context: ChipContext): DeadlineChip {
  const words = wordsIn(context.language);
  const hint = left.state === 'paused' ? context.t('pausedHint') : lateHint(left, words, context);
  return { mark: MARKS[left.state], text: words.remaining(left, context.calendar), hint };
}

const MARKS = {
  running: 'running',
  'due-today': 'today',
  overdue: 'late',
  paused: 'paused',
  unknown: 'unknown',
} as const;

function isPaused({ status, dueState }: DueMarks): boolean {
  return isPausedStatus(status) || dueState === 'paused';
}

function returnedChip({ due, dueState }: DueMarks, context: ChipContext): DeadlineChip {
  const timing: ReturnTiming | null =
    context.returnedAt !== null
      ? returnTiming(context.calendar, due ?? null, context.returnedAt)
      : dueState === 'on-time'
        ? { onTime: 'on-time' }
        : null;
  const mark = timing?.onTime === 'late' ? 'late' : 'returned';
  return { mark, text: wordsIn(context.language).returned(timing, context.calendar), hint: '' };
}

type Words = ReturnType<typeof wordsIn>;

function wordsIn(language: Language) {
  return language === 'vi'
    ? { remaining: remainingInVietnamese, hint: remainingHintInVietnamese, returned: returnInVietnamese }
    : { remaining: remainingInEnglish, hint: remainingHintInEnglish, returned: returnInEnglish };
}

function lateHint(left: Remaining, words: Words, { calendar, now, t }: ChipContext): string {
  const hint = words.hint(left, calendar, now);
  return left.state === 'overdue' ? `${t('lateHint')} · ${hint}` : hint;
}

/** `2026-11-25T16:30` → `25/11/2026 16:30`: the form the official knows from the page. */
function printed(iso: string): string {
  const [day = '', time = ''] = iso.split('T');
  const date = day.split('-').reverse().join('/');
  return time === '' ? date : `${date} ${time.slice(0, 5)}`;
}
