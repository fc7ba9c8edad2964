import type { CalendarData } from 'checklist-core/deadline';
import data from './vn-office.json' with { type: 'json' };

/**
 * Working calendar of Vietnamese state offices, 2018–2026 as announced and the frame of 2027 as the law gives it.
 * The assertion is needed because an imported JSON file has `string` where the type has words; the test beside
 * this file reads the same file through `parseCalendar`, so that no bundle has to carry the check.
 */
export const vnOffice = data as CalendarData;
