/**
 * A reading of the clock on the wall in Vietnam (UTC+7, no daylight saving), in milliseconds as if it were UTC:
 * the portals print wall times without a zone, so that is what the practice pages compute with.
 */
export type WallTime = number;

const OFFSET_MS = 7 * 60 * 60 * 1000;
export const MINUTE_MS = 60_000;

/** Wall time of an instant given in epoch milliseconds. */
export function wallTimeAt(epochMs: number): WallTime {
  return epochMs + OFFSET_MS;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

/** `dd/MM/yyyy`, as the portals print a day. */
export function printDay(time: WallTime): string {
  const date = new Date(time);
  return `${twoDigits(date.getUTCDate())}/${twoDigits(date.getUTCMonth() + 1)}/${date.getUTCFullYear()}`;
}

/** `dd/MM/yyyy HH:mm`. */
export function printMinute(time: WallTime): string {
  const date = new Date(time);
  return `${printDay(time)} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** `dd/MM/yyyy HH:mm:ss`. */
export function printSecond(time: WallTime): string {
  return `${printMinute(time)}:${twoDigits(new Date(time).getUTCSeconds())}`;
}

/** `yyMMdd`, the middle part of a dossier code. */
export function codeDay(time: WallTime): string {
  const date = new Date(time);
  return `${twoDigits(date.getUTCFullYear() % 100)}${twoDigits(date.getUTCMonth() + 1)}${twoDigits(date.getUTCDate())}`;
}
