import { localStamp } from 'checklist-core/deadline';
import { vnOffice } from '../rules/index.ts';
import { shownDay } from './shown-day.ts';

/** Day of a moment (epoch ms) at the office: `25/11/2026`. */
export function shownMoment(moment: number): string {
  return shownDay(localStamp(moment, vnOffice.offsetMinutes).day);
}
