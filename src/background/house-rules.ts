import { createWorkingCalendar } from 'checklist-core/deadline';
import { defaultPack, procedureSpellings, procedures, vnOffice } from '../rules/index.ts';

/*
 * The rules in force, compiled once a worker. They are data that ships; nothing here is state.
 */

/** The calendar's engine: every due time and every stamp of an entry is counted by it. */
export const calendar = createWorkingCalendar(vnOffice);

export const pack = defaultPack;
export const calendarData = vnOffice;
export { procedures };

/** `id@version`, as entries name the pack. */
export const packLabel = `${defaultPack.id}@${defaultPack.version}`;

const names = new Set(procedureSpellings(procedures).map(({ name }) => name));

/** Whether a text is, letter by letter, a name of the procedure table. */
export function isProcedureName(text: string): boolean {
  return names.has(text);
}
