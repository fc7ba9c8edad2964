/** What is used of the browser's scheduler, where it has one. */
interface Scheduler {
  postTask(act: () => void): Promise<unknown>;
}

/**
 * Does something in a task of its own, as soon as may be. Not by a timer, if there is another way: timers that set timers
 * wait four milliseconds each.
 */
export function nextTask(act: () => void): void {
  const scheduler: unknown = Reflect.get(globalThis, 'scheduler');
  if (isScheduler(scheduler)) void scheduler.postTask(act);
  else setTimeout(act);
}

function isScheduler(value: unknown): value is Scheduler {
  return typeof value === 'object' && value !== null && 'postTask' in value;
}
