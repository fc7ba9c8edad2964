import { parseWallTime, type WallMinute } from 'checklist-core/deadline';
import { BadValue } from './bad-value.ts';

/** The values of one question by name, from options or from a line of a batch; whatever the line held. */
export type QuestionValues = Readonly<Record<string, unknown>>;

/** Refuses names that mean nothing: a misspelt one would silently change the answer. */
export function refuseUnknown(values: QuestionValues, known: readonly string[]): void {
  const stranger = Object.keys(values).find((name) => !known.includes(name));
  if (stranger !== undefined) throw new BadValue(stranger, `unknown; known are ${known.join(', ')}`);
}

/** The text under this name; undefined if it was not given. */
export function textOf(values: QuestionValues, name: string): string | undefined {
  const value = values[name];
  if (value === undefined || value === null) return undefined;
  if (typeof value !== 'string') throw new BadValue(name, 'must be a text');
  return value;
}

/** As `textOf`, for one that every question needs. */
export function neededTextOf(values: QuestionValues, name: string): string {
  const text = textOf(values, name);
  if (text === undefined) throw new BadValue(name, 'is missing');
  return text;
}

/** A moment on the calendar's wall clock. */
export function momentOf(name: string, text: string): WallMinute {
  const time = parseWallTime(text);
  if (time === null) {
    throw new BadValue(name, `not a local time without offset, like 2026-02-13T15:20: ${shown(text)}`);
  }
  if (time.precision === 'day') throw new BadValue(name, `needs a time of day too, like ${text}T08:00`);
  return time.minute;
}

/** A text from outside, short enough for a message. */
export function shown(text: string): string {
  return JSON.stringify(text.length > 120 ? `${text.slice(0, 120)}…` : text);
}
