/*
 * Read by tests/build/package.test.ts in a folder where only the packed library is installed. Every `@ts-expect-error`
 * is a promise of the types: the line below it must not compile.
 */
import { type Condition, parsePack, selectCues } from 'checklist-core';
import {
  createWorkingCalendar,
  type DossierTimes,
  dueOf,
  type InternalTarget,
  type Mark,
  marksOf,
  parseCalendar,
  type Remaining,
  reappointment,
  remaining,
} from 'checklist-core/deadline';
import { emptyDesk, nextDesk } from 'checklist-core/desk';
import {
  type HandoverContent,
  type HandoverVerdict,
  parseWithdrawal,
  type VerifyOptions,
  verifyHandover,
  writeHandover,
} from 'checklist-core/handover';
import { type Entry, type NoteSigner, openEntry } from 'checklist-core/journal';
import {
  applyOverlay,
  lintPackText,
  type PackFaultCode,
  type PackOverlay,
  packHash,
  parsePackText,
  resolveLayers,
} from 'checklist-core/pack';
import { buildReport, type PeriodCell, type Report, Tally } from 'checklist-core/report';
import { parseTerm, vnReappointment } from 'checklist-core/vn';

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

// Deadlines
const times: DossierTimes = { received: '2026-03-06T15:20', term: null, appointment: null };
// @ts-expect-error what is not known is null, not left out: forgetting it must show
const forgotten: DossierTimes = { received: null, term: null };
// @ts-expect-error a share is in per cent, and says so
const share: InternalTarget = { kind: 'share', share: 0.7 };
if (reading.ok) {
  const calendar = createWorkingCalendar(reading.value);
  const { appointment, doubts } = marksOf(calendar, times, 0);
  const printed: Mark | null = appointment;
  // @ts-expect-error no appointment may be printed
  appointment.due;
  // @ts-expect-error no such doubt
  doubts.includes('late');
  // @ts-expect-error moments are minutes on the wall clock, never texts or dates
  marksOf(calendar, times, '2026-03-09');
  const question = { appointment: '2026-03-16', proposed: '2026-03-18', already: 0, now: 0 };
  const by: number | null = reappointment(calendar, vnReappointment, question).apologyBy;
  // @ts-expect-error the library's root knows no country: the rule is passed in
  reappointment(calendar, question);
  void [printed, by];
}

// Packs as they are written
const read = parsePackText('{}', ['en']);
if (read.ok) {
  const laid = applyOverlay(read.written, { format: 'checklist-pack-overlay/1' }, ['en']);
  const hash: string = packHash(read.written);
  const codes: readonly PackFaultCode[] = laid.ok ? [] : laid.faults.map(({ code }) => code);
  // @ts-expect-error a pack ready for use has lost its parameters
  read.pack.params;
  // @ts-expect-error nothing is half-applied
  laid.pack;
  void [hash, codes];
}
// @ts-expect-error no such code
const code: PackFaultCode = 'cue-too-loud';
// @ts-expect-error an overlay names the pack that it changes
const rootless: PackOverlay = { format: 'checklist-pack-overlay/1', id: 'a', version: '1.0.0', status: 'active' };
const layers = resolveLayers([{}, {}]);
// @ts-expect-error even the lowest layer may be faulty
layers.pack.cues;
lintPackText('{}', { words: [{ language: 'en', firstWords: [], accusing: [], innocent: [] }] });
// @ts-expect-error word lists are of a language
lintPackText('{}', { words: [{ firstWords: [], accusing: [], innocent: [] }] });

// Hand-overs
const options: VerifyOptions = { known: [], onEntry: ({ service }) => service?.day };
const verdict: HandoverVerdict = await verifyHandover([new Uint8Array(0)], options);
// @ts-expect-error nothing is believed before `ok` was asked
verdict.handover;
// @ts-expect-error a hand-over is bytes: what a text had been before it was decoded, nobody can sign
void verifyHandover(['']);
// @ts-expect-error a hand-over has no place for the private part
if (verdict.ok) void verifyHandover([], { onEntry: ({ private: hidden }) => hidden });
declare const content: HandoverContent;
declare const signer: NoteSigner;
const lines: AsyncIterable<string> = writeHandover(content, signer);
// @ts-expect-error nobody hands over without signing
writeHandover(content);
const withdrawal = parseWithdrawal('');
// @ts-expect-error why it is none, or what it says: never both
if (!withdrawal.ok) withdrawal.value;

// Reports
const tally = new Tally({ period: { from: '2026-03-01', to: '2026-03-31' } });
// @ts-expect-error a period has two ends
new Tally({ period: { from: '2026-03-01' } });
if (verdict.ok) {
  const counting = tally.begin(verdict.handover.header);
  const counted: 'counted' | 'nothing-new' | 'same-file' = counting.commit(verdict.handover);
  // @ts-expect-error what was not verified cannot be counted
  counting.commit(verdict);
  void counted;
}
const { report } = buildReport(tally, { by: ['week', 'reporting-month'], officeSize: null });
// @ts-expect-error no such kind of period
buildReport(tally, { by: ['fortnight'] });
const plain: Report = report;
// @ts-expect-error a small office has no conduct figures
report.conduct.rules;
const cell: PeriodCell | undefined = report.conduct?.tables[0]?.rows[0]?.cells[0];
// @ts-expect-error a withheld cell has no figure, and does not say how many people it is about
if (cell?.state === 'withheld') cell.of;
// @ts-expect-error a report names nobody
report.coverage.names;
void [forgotten, share, code, rootless, lines, plain];
