/*
 * Read by tests/build/package.test.ts in a folder where only the packed library is installed. Every `@ts-expect-error`
 * is a promise of the types: the line below it must not compile.
 */
import { type Condition, parsePack, selectCues } from 'checklist-core';
import { createWorkingCalendar, dueOf, parseCalendar, type Remaining, remaining } from 'checklist-core/deadline';
import { emptyDesk, nextDesk } from 'checklist-core/desk';
import { type Entry, openEntry } from 'checklist-core/journal';
import { parseTerm } from 'checklist-core/vn';

const parsed = parsePack({});
// @ts-expect-error the pack is there only once `ok` was asked
parsed.pack;
if (parsed.ok) selectCues(parsed.pack, 'any-pause-point', { waiting: 3, slow: undefined });
// @ts-expect-error a fact is a text, a number or a boolean
if (parsed.ok) selectCues(parsed.pack, 'triage', { waiting: null });

// @ts-expect-error every node says what it does
const untagged: Condition = { fact: 'waiting', value: 3 };
// @ts-expect-error `not` takes one condition
const severalNots: Condition = { op: 'not', of: [] };

const reading = parseCalendar({});
if (reading.ok) {
  const calendar = createWorkingCalendar(reading.value);
  const left: Remaining = remaining(calendar, { now: 0, due: null });
  const minutes: number | null = left.minutes;
  // @ts-expect-error an unknown due date has no minutes
  const sure: number = left.minutes;
  const term = parseTerm('3 ngày');
  if (term.ok) {
    const answer = dueOf(calendar, { received: 0, term: term.term });
    // @ts-expect-error a refusal has no due date
    answer.due;
    // @ts-expect-error no such way of counting
    dueOf(calendar, { received: 0, term: term.term, count: 'sunrise' });
    void [minutes, sure, untagged, severalNots];
  }
}

const desk = nextDesk(emptyDesk, { type: 'waiting' }, 0, () => 'id');
// @ts-expect-error a desk is not changed in place
desk.session = null;

const entry: Entry = { service: null, conduct: null, private: null };
// @ts-expect-error only the three classes s, c and p can be opened
openEntry({}, { x: 'disclosure' });
void entry;
