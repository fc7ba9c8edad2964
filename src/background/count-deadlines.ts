import { wallMinuteAt } from 'checklist-core/deadline';
import type { DeadlineCount, DeskRequests, DueMarks } from '../messages/requests.ts';
import { type Language, translator } from '../platform/i18n.ts';
import { deadlineTexts } from '../platform/texts/deadline-words.ts';
import { type ChipContext, deadlineCount } from './deadline-chip.ts';
import { calendar } from './house-rules.ts';

const MINUTE_MS = 60_000;
/** How long an answer may hold, in minutes. A clock that is set anew must not leave an old one standing for long. */
const HOLDS = [60, 15, 5, 1] as const;
const SHORTEST = 1;

type Counting = DeskRequests['count'];

/** How the deadlines of a page's dossiers stand at `now` (epoch ms), and until when nothing about them changes. */
export function countDeadlines(
  { marks, returnedAt }: Counting['body'],
  language: Language,
  now: number,
): Counting['value'] {
  const at = contextOf(language, returnedAt);
  const counts = marks.map((each) => deadlineCount(each, at(now)));
  const until = now - (now % MINUTE_MS) + holdOf(marks, counts, (minutes) => at(now + minutes * MINUTE_MS)) * MINUTE_MS;
  return { counts, until };
}

/** For how many minutes all counts stay as they are. A deadline only draws nearer: equal at both ends is equal between. */
function holdOf(
  marks: readonly DueMarks[],
  counts: readonly DeadlineCount[],
  after: (minutes: number) => ChipContext,
): number {
  const contexts = HOLDS.map(after);
  let hold = 0;
  marks.forEach((each, i) => {
    const said = JSON.stringify(counts[i]);
    for (let context = contexts[hold]; context !== undefined; context = contexts[hold]) {
      if (JSON.stringify(deadlineCount(each, context)) === said) return;
      hold += 1;
    }
  });
  return HOLDS[hold] ?? SHORTEST;
}

function contextOf(language: Language, returnedAt: number | null): (now: number) => ChipContext {
  const { offsetMinutes } = calendar;
  const known = {
    calendar,
    language,
    t: translator(deadlineTexts, language),
    returnedAt: returnedAt === null ? null : wallMinuteAt(returnedAt, offsetMinutes),
  };
  return (now) => ({ ...known, now: wallMinuteAt(now, offsetMinutes) });
}
