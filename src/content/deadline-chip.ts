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
import { isClosedStatus, isDueDoubtful, isPausedStatus, type PageFacts, RESULT_READY, RETURNED } from 'page-reader';
import type { Language, Translate } from '../platform/i18n.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';

/** The deadline of one dossier as the pill shows it. `mark` is drawn as a shape, so that no meaning hangs on colour. */
export interface ChipView {
  readonly mark: 'neutral' | 'running' | 'today' | 'late' | 'paused' | 'returned' | 'unknown' | 'doubt';
  readonly text: string;
  /** One more sentence, for the tooltip and the opened panel; empty if there is none. */
  readonly hint: string;
}

/** What the words need. `now` in minutes of the calendar's wall clock. */
export interface ChipContext {
  readonly calendar: WorkingCalendar;
  readonly now: WallMinute;
  readonly language: Language;
  readonly t: Translate<OverlayText>;
  /** When the result was seen to be handed over on this page, if it was. */
  readonly returnedAt: WallMinute | null;
}

/** The chip of a dossier's page, from the printed appointment and status; null where the dossier is closed. */
export function deadlineChip(facts: PageFacts, context: ChipContext): ChipView | null {
  const { t } = context;
  if (facts.status === RETURNED || context.returnedAt !== null) return returnedChip(facts, context);
  if (isClosedStatus(facts.status)) {
    const text = statusText(facts, context);
    return text === null ? null : { mark: 'neutral', text, hint: '' };
  }
  if (isDueDoubtful(facts)) {
    const hint = facts.due === undefined ? '' : t('doubtDueHint', { due: printed(facts.due) });
    return { mark: 'doubt', text: t('doubtDue'), hint };
  }
  const left = remainingOf(facts, context);
  const words = wordsIn(context.language);
  const hint = left.state === 'paused' ? t('pausedHint') : lateHint(left, words, context);
  return { mark: MARKS[left.state], text: words.remaining(left, context.calendar), hint };
}

/** Marks of a dossier that somebody is still waited upon for, or whose date should be looked at. */
const OPEN_MARKS: readonly ChipView['mark'][] = ['running', 'today', 'late', 'paused', 'doubt'];

/**
 * The chip of one row of a list: its own deadline, and nothing that the row does not leave open. Counted once a minute:
 * a row that stays has the same facts, object for object.
 */
export function rowChip(facts: PageFacts, context: Omit<ChipContext, 'returnedAt'>): ChipView | null {
  return inThisMinute(chips, facts, context, () => {
    const chip = deadlineChip(facts, { ...context, returnedAt: null });
    return chip !== null && OPEN_MARKS.includes(chip.mark) ? chip : null;
  });
}

/** What was found for facts, and what it was counted with. */
interface Counted<T> {
  readonly calendar: WorkingCalendar;
  readonly now: WallMinute;
  readonly language: Language | undefined;
  readonly value: T;
}

type Counts<T> = WeakMap<PageFacts, Counted<T>>;

const chips: Counts<ChipView | null> = new WeakMap();
const dues: Counts<'overdue' | 'due-today' | null> = new WeakMap();

function inThisMinute<T>(
  known: Counts<T>,
  facts: PageFacts,
  { calendar, now, language }: { calendar: WorkingCalendar; now: WallMinute; language?: Language },
  count: () => T,
): T {
  const before = known.get(facts);
  if (before?.calendar === calendar && before.now === now && before.language === language) return before.value;
  const value = count();
  known.set(facts, { calendar, now, language, value });
  return value;
}

const STATUS_TEXTS: Readonly<Record<number, OverlayText>> = {
  3: 'statusDenied',
  7: 'statusWithdrawn',
  8: 'statusStopped',
  [RESULT_READY]: 'statusReady',
};

/** The status in the portal's own words; in another language, what its national number stands for. */
function statusText({ status, statusText: printedText }: PageFacts, { language, t }: ChipContext): string | null {
  const named = status === undefined ? undefined : STATUS_TEXTS[status];
  return language === 'vi' || named === undefined ? (printedText ?? null) : t(named);
}

/** Whether a dossier of a list is overdue or due today; null for every other. Paused, closed and doubtful ones are not counted. */
export function dueNow(facts: PageFacts, calendar: WorkingCalendar, now: WallMinute): 'overdue' | 'due-today' | null {
  if (isClosedStatus(facts.status) || isDueDoubtful(facts)) return null;
  return inThisMinute(dues, facts, { calendar, now }, () => {
    const { state } = remainingOf(facts, { calendar, now });
    return state === 'due-today' || state === 'overdue' ? state : null;
  });
}

const MARKS = {
  running: 'running',
  'due-today': 'today',
  overdue: 'late',
  paused: 'paused',
  unknown: 'unknown',
} as const;

function remainingOf(facts: PageFacts, { calendar, now }: Pick<ChipContext, 'calendar' | 'now'>): Remaining {
  return remaining(calendar, { due: facts.due ?? null, paused: isPaused(facts), now });
}

function isPaused(facts: PageFacts): boolean {
  return isPausedStatus(facts.status) || facts.dueState === 'paused';
}

function returnedChip(facts: PageFacts, context: ChipContext): ChipView {
  const due = facts.due ?? null;
  const timing: ReturnTiming | null =
    context.returnedAt !== null
      ? returnTiming(context.calendar, due, context.returnedAt)
      : facts.dueState === 'on-time'
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
