import * as v from 'valibot';
import { parseDay, parseWallTime } from '../time/wall-time.ts';
import { fromBase64 } from './base64.ts';
import { type Checked, faulty, sound } from './checked.ts';
import { HASH_BYTES } from './compact-range.ts';
import type { ConductPart, ContinuedLog, DayCounts, Entry, PrivatePart, ServicePart } from './entry.ts';
import { isEntryId } from './entry-id.ts';
import { isLogOrigin } from './log-identity.ts';
import { idSchema, recordById } from './record-by-id.ts';

/*
 * Every object is strict: an unknown key is refused, not dropped. The service and conduct parts are what may leave the
 * computer, so they hold closed lists, ids, a day and a half-day and have no field for free text, for a minute, for a
 * code, or for the five don'ts. What a schema cannot know: which rule ids are don'ts. Whoever builds `conduct.rules`
 * takes them from the cues that were shown, and no cue serves a don't.
 */

const packSchema = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9][a-z0-9._-]{0,63}@[0-9A-Za-z][0-9A-Za-z.+-]{0,31}$/, 'not id@version'),
);

/** Short and without a hyphen, so that a dossier code does not fit by mistake. */
const procedureSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z][0-9A-Za-z.]{0,15}$/, 'not a procedure code'));

const entryIdSchema = v.pipe(v.string(), v.check(isEntryId, 'not 128 bits in base64url'));

const daySchema = v.pipe(v.string(), v.check(isDay, 'not a day, YYYY-MM-DD'));

const momentSchema = v.pipe(v.string(), v.check(isMoment, 'not a local time, YYYY-MM-DDTHH:mm:ss'));

/** Longest list in a shared part: three full ones still fit a line of a hand-over, which has at most 64 KiB. */
const MAX_IDS = 200;

/** As many as a pack may have rules: a day page must never fail to be saved. It is not part of any hand-over. */
const MAX_ANSWERS = 500;

const idsSchema = v.pipe(
  v.array(idSchema),
  v.maxLength(MAX_IDS),
  v.check((ids) => new Set(ids).size === ids.length, 'named twice'),
);

/** Far above what a desk sees in a day; keeps sums of many files exact. */
const MAX_COUNT = 1_000_000;

const countSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MAX_COUNT));

const countsSchema: v.GenericSchema<unknown, DayCounts> = v.strictObject({
  received: countSchema,
  resolved: v.strictObject({ early: countSchema, onTime: countSchema, late: countSchema }),
  open: v.strictObject({ notDue: countSchema, upToFive: countSchema, more: countSchema }),
  letters: v.strictObject({ owed: countSchema, sent: countSchema }),
  promises: v.strictObject({ made: countSchema, kept: countSchema }),
});

/** Strict schema of the service class. */
export const servicePartSchema: v.GenericSchema<unknown, ServicePart> = v.pipe(
  v.strictObject({
    kind: v.picklist(['finish', 'void', 'correction', 'letter', 'day-counts']),
    day: daySchema,
    half: v.picklist(['am', 'pm']),
    pack: packSchema,
    pausePoint: idSchema,
    outcome: v.nullable(v.picklist(['received', 'returned', 'supplement', 'refused'])),
    group: v.nullable(idSchema),
    channel: v.nullable(v.picklist(['direct', 'online', 'post'])),
    onTime: v.nullable(v.picklist(['early', 'on-time', 'late'])),
    practice: v.boolean(),
    of: v.nullable(entryIdSchema),
    letter: v.exactOptional(v.picklist(['congratulation', 'condolence', 'apology'])),
    counts: v.exactOptional(countsSchema),
  }),
  v.check(
    (part) => (part.kind === 'void' || part.kind === 'correction') === (part.of !== null),
    'only a void or correction speaks of an entry',
  ),
  v.check((part) => (part.kind === 'letter') === (part.letter !== undefined), 'letter stands with kind letter only'),
  v.check(
    (part) => (part.kind === 'day-counts') === (part.counts !== undefined),
    'counts stand with kind day-counts only',
  ),
);

const continuedLogSchema: v.GenericSchema<unknown, ContinuedLog> = v.strictObject({
  origin: v.pipe(v.string(), v.check(isLogOrigin, 'not the name of a log')),
  size: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  root: v.pipe(
    v.string(),
    v.check((text) => fromBase64(text)?.length === HASH_BYTES, 'not 32 bytes in base64'),
  ),
});

/** What stands in the service class's place where a log goes on from another. */
export interface ContinuesPart {
  readonly continues: ContinuedLog;
}

/** Strict schema of that. */
export const continuesPartSchema: v.GenericSchema<unknown, ContinuesPart> = v.strictObject({
  continues: continuedLogSchema,
});

/** Strict schema of the conduct class. */
export const conductPartSchema: v.GenericSchema<unknown, ConductPart> = v.pipe(
  v.strictObject({
    rules: idsSchema,
    cues: idsSchema,
    missed: idsSchema,
    skipped: v.boolean(),
    bypassed: v.exactOptional(v.literal(true)),
  }),
  v.check((part) => part.missed.every((cue) => part.cues.includes(cue)), 'missed names a cue that was not shown'),
);

/** Strict schema of the private class. */
export const privatePartSchema: v.GenericSchema<unknown, PrivatePart> = v.strictObject({
  at: momentSchema,
  procedure: v.nullable(procedureSchema),
  dayPage: v.exactOptional(
    v.pipe(
      recordById(v.picklist(['kept', 'forgot', 'no-occasion', 'none', 'settled', 'review'])),
      v.check((answers) => Object.keys(answers).length <= MAX_ANSWERS, 'too many answers'),
    ),
  ),
});

const entrySchema: v.GenericSchema<unknown, Entry> = v.pipe(
  v.strictObject({
    service: v.nullable(servicePartSchema),
    conduct: v.nullable(conductPartSchema),
    private: v.nullable(privatePartSchema),
    continues: v.exactOptional(continuedLogSchema),
  }),
  v.check(
    (entry) => entry.service !== null || entry.private !== null || entry.continues !== undefined,
    'an entry without content',
  ),
  v.check(
    (entry) => entry.continues === undefined || (entry.service === null && entry.conduct === null),
    'continues stands in place of the service part',
  ),
  v.check(
    (entry) => entry.private?.dayPage === undefined || isOnlyPrivate(entry),
    'a day page has only a private part',
  ),
);

/** What is wrong with a part or an entry, and where: `service.day`. */
export interface EntryFault {
  readonly path: string;
  readonly message: string;
}

/** Checks an entry before it is sealed. */
export function parseEntry(value: unknown): Checked<Entry, EntryFault> {
  return parseWith(entrySchema, value);
}

/** Checks a value against one of the schemas; the first fault with its path. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): Checked<T, EntryFault> {
  const result = v.safeParse(schema, value);
  if (result.success) return sound(result.output);
  const [first] = result.issues;
  return faulty({ path: v.getDotPath(first) ?? '', message: first.message });
}

function isOnlyPrivate(entry: Entry): boolean {
  return entry.service === null && entry.conduct === null && entry.continues === undefined;
}

function isDay(text: string): boolean {
  return parseDay(text) !== null;
}

/** 19 characters: with seconds, without a fraction. */
function isMoment(text: string): boolean {
  return text.length === 19 && parseWallTime(text) !== null;
}
