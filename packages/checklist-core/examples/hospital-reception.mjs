// @ts-check
// A reception that has nothing to do with Vietnam: pause points of its own, and a night shift that crosses midnight.
import { parsePack, selectCues, textIn } from 'checklist-core';
import {
  createWorkingCalendar,
  parseCalendar,
  parseWallTime,
  remaining,
  remainingInEnglish,
} from 'checklist-core/deadline';
import hours from './hospital-nights.calendar.json' with { type: 'json' };
import rules from './hospital-reception.pack.json' with { type: 'json' };

const parsed = parsePack(rules, ['en']);
const reading = parseCalendar(hours);
if (!parsed.ok || !reading.ok) throw new Error('the example files beside this one are damaged');
const { pack } = parsed;
const calendar = createWorkingCalendar(reading.value);

/** @param {string} pausePoint @param {import('checklist-core').Facts} facts */
function show(pausePoint, facts) {
  const { shown, undecided } = selectCues(pack, pausePoint, facts);
  console.log(`${pausePoint}: ${shown.map(({ text }) => textIn(text, 'en')).join(' · ')}`);
  // What is not known is neither true nor false: the cue is not shown, and the answer says which fact is missing.
  for (const { cue, missing } of undecided) console.log(`  ${cue.id}: needs ${missing.join(', ')}`);
}

show('triage', { painScore: 8 });
show('triage', {});
show('shift-change', {});

/** @param {string} text */
function at(text) {
  const time = parseWallTime(text);
  if (time === null) throw new Error(`not a local time: ${text}`);
  return time.minute;
}

// Four working hours after 23:30 on Monday: the shift runs on over midnight, so 03:30 on Tuesday.
const answer = calendar.add(at('2026-03-09T23:30'), 4 * 60);
console.log('four hours later:', answer === at('2026-03-10T03:30'));
const left = remaining(calendar, { now: at('2026-03-10T01:00'), due: '2026-03-10T03:30' });
console.log('at one in the morning:', remainingInEnglish(left, calendar));

// prints:
// triage: Greet, and say your name · Ask for the name and date of birth · Call a nurse now
// triage: Greet, and say your name · Ask for the name and date of birth
//   call-nurse: needs painScore
//   say-wait: needs painScore
// shift-change: Name who is still waiting, and for what · Name who is in pain
// four hours later: true
// at one in the morning: Today, 2 hours 30 minutes left
