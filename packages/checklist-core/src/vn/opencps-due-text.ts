/*
 * What OpenCPS prints about a deadline, so that a figure of ours can be held against the portal's. It counts working
 * time, 1 day = 8 hours whatever the office's hours are, and has two texts for one dossier:
 * - on the detail page for the *step*: `Còn 1 ngày 3 giờ`, `Quá hạn 2 ngày 6 giờ 25 phút`, `Còn 0 ngày`;
 * - in lists for the *dossier*: days in quarters, rounded up, or whole hours, in the unit of the procedure's term
 *   (`Quá 1.25 ngày`, `Còn 2 giờ`), late figures no larger than the term itself.
 */

/** Minutes of OpenCPS's day. */
const DAY = 480;
const QUARTER = DAY / 4;

/**
 * The text for a step with so many working minutes left (negative: late). Minutes are not dropped, parts of zero are;
 * nothing left at all is `Còn 0 ngày`.
 */
export function openCpsStepText(workingMinutes: number): string {
  const size = Math.abs(Math.trunc(workingMinutes));
  const parts: readonly (readonly [number, string])[] = [
    [Math.floor(size / DAY), 'ngày'],
    [Math.floor((size % DAY) / 60), 'giờ'],
    [size % 60, 'phút'],
  ];
  const said = parts.filter(([n]) => n > 0).map(([n, unit]) => `${n} ${unit}`);
  return `${workingMinutes < 0 ? 'Quá hạn' : 'Còn'} ${said.length > 0 ? said.join(' ') : '0 ngày'}`;
}

/** The term of a procedure as OpenCPS keeps it: a number of days or of hours. */
export interface OpenCpsTerm {
  readonly unit: 'ngày' | 'giờ';
  /** Late figures stop here; 0 or left out: no limit. */
  readonly count?: number;
}

/**
 * The text in a list for a dossier with so many working minutes left (negative: late); empty where it rounds to nothing,
 * as there. Quarters of a day are rounded up, hours to the nearest.
 */
export function openCpsListText(workingMinutes: number, { unit, count = 0 }: OpenCpsTerm): string {
  const size = Math.abs(Math.trunc(workingMinutes));
  const figure = unit === 'ngày' ? Math.ceil(size / QUARTER) / 4 : Math.round(size / 60);
  if (figure === 0) return '';
  const late = workingMinutes < 0;
  const shown = late && count > 0 ? Math.min(figure, count) : figure;
  return `${late ? 'Quá' : 'Còn'} ${shown} ${unit}`;
}

/** A printed due text in working minutes of OpenCPS's day. */
export interface PrintedDue {
  readonly late: boolean;
  readonly minutes: number;
  /** The smallest step in which such a text counts, in minutes: the figure may be off by less than this. */
  readonly grain: number;
  /** A late figure of a list: it stops at the term, so that it may be later than this. */
  readonly atLeast: boolean;
}

const PRINTED =
  /^(còn|quá(?: hạn)?) {0,3}(?:(\d{1,4}(?:[.,]\d{1,2})?) ngày)?(?: ?(\d{1,4}) giờ)?(?: ?(\d{1,2}) phút)?$/;

/** Reads such a text, composed or decomposed; null if it names no figure. */
export function readOpenCpsDue(text: string): PrintedDue | null {
  const folded = text.slice(0, 100).normalize('NFC').toLowerCase().trim();
  const [, verb, days, hours, minutes] = PRINTED.exec(folded) ?? [];
  if (verb === undefined || (days ?? hours ?? minutes) === undefined) return null;
  const counted = Number((days ?? '0').replace(',', '.')) * DAY + Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const grain = hours === undefined && minutes === undefined ? QUARTER : minutes === undefined ? 60 : 1;
  const atLeast = verb === 'quá' && grain > 1 && (days === undefined || hours === undefined);
  return { late: verb !== 'còn', minutes: Math.round(counted), grain, atLeast };
}

/**
 * Whether a figure of ours (working minutes, negative: late) can be what the portal printed. `elapsed`: working minutes
 * that may have passed since the page was drawn. A late figure beyond that of a list agrees too, because the list's
 * stops at the term. Null if the text names no figure.
 */
export function agreesWithOpenCps(workingMinutes: number, text: string, elapsed = 0): boolean | null {
  const printed = readOpenCpsDue(text);
  if (printed === null) return null;
  const said = printed.late ? -printed.minutes : printed.minutes;
  const slack = printed.grain + elapsed;
  return (printed.atLeast && workingMinutes < said) || Math.abs(workingMinutes - said) <= slack;
}
