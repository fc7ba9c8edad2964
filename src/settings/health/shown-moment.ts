import { formatMinute, wallMinuteAt } from 'checklist-core/deadline';

/** `16:30, 24/11/2026` of an epoch ms, by a clock so many minutes east of UTC. */
export function shownMoment(ms: number, offsetMinutes: number): string {
  const [day = '', clock = ''] = formatMinute(wallMinuteAt(ms, offsetMinutes)).split('T');
  return `${clock}, ${day.split('-').reverse().join('/')}`;
}
