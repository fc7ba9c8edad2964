import { BadValue } from './bad-value.ts';
import { UsageError } from './usage-error.ts';

/** The options among `names` that were given, under their own names. */
export function given(options: object, names: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(options).filter(([name, value]) => names.includes(name) && !isUnset(value)));
}

/** Refuses options that mean nothing beside another one, rather than dropping them silently. */
export function refuseWith(option: string, options: object, names: readonly string[]): void {
  const [extra] = Object.keys(given(options, names));
  if (extra !== undefined) throw new UsageError(`${option} cannot be used together with --${dashed(extra)}.`);
}

/** Runs what reads option values; what is wrong with one of them is then said of the option. */
export function asUsage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    throw new UsageError(error.field === '' ? `${error.message}.` : `--${dashed(error.field)}: ${error.message}.`);
  }
}

/** A whole number within limits. */
export function wholeNumber(option: string, text: string, low: number, high: number): number {
  const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new UsageError(
    `${option} must be a whole number from ${low} to ${high}, not ${JSON.stringify(text.slice(0, 40))}.`,
  );
}

/** `pausedSince` as the option that sets it: `paused-since`. */
function dashed(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function isUnset(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}
