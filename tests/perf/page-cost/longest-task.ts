/** The little of a trace's event that is read here (the Trace Event Format); times in microseconds. */
export interface TraceEvent {
  readonly name: string;
  /** `X`: a whole span of time. */
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** What of the span its thread was at work. */
  readonly tdur?: number;
}

/** What has to be traced for `longestTask`. */
export const TRACED = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8', 'extensions'];

const TASK = 'RunTask';
/** Where scripts are compiled and run. The pages that are measured have no scripts of their own: all of them are the arm's. */
const SCRIPTS = new Set([
  'ScriptInjection::InjectJs',
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'v8.compile',
  'v8.run',
  'v8.callFunction',
]);

/** The longest time, in ms, that scripts were at work within one task of a page's main thread. */
export function longestTask(events: readonly TraceEvent[]): number {
  const { pid, tid } = mainThread(events);
  const spans = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === tid)
    .sort((one, other) => one.ts - other.ts || (other.dur ?? 0) - (one.dur ?? 0));
  let longest = 0;
  let inTask = 0;
  let taskUntil = 0;
  let scriptUntil = 0;
  for (const { name, ts, dur = 0, tdur = dur } of spans) {
    if (name === TASK && ts >= taskUntil) {
      taskUntil = ts + dur;
      inTask = 0;
    } else if (SCRIPTS.has(name) && ts >= scriptUntil) {
      // Scripts within scripts are counted with the outermost.
      scriptUntil = ts + dur;
      inTask += tdur;
      longest = Math.max(longest, inTask);
    }
  }
  return longest / 1_000;
}

/** The thread on which the page itself was parsed. */
function mainThread(events: readonly TraceEvent[]): TraceEvent {
  const parsed = events.filter(({ name, ph }) => name === 'ParseHTML' && ph === 'X');
  const [longest] = parsed.sort((one, other) => (other.tdur ?? 0) - (one.tdur ?? 0));
  if (longest === undefined) throw new Error('no page was parsed');
  return longest;
}
