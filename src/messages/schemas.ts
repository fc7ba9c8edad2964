import type { DayAnswer } from 'checklist-core/journal';
import { isDossierCode, PAGE_KINDS, type PortalProfile } from 'page-reader';
import { parseProfile } from 'page-reader/profile';
import * as v from 'valibot';
import { MOST_ROWS } from './most-rows.ts';
import { PAGE_PATTERN } from './page-pattern.ts';
import { MAX_PROFILE_LENGTH } from './profile-length.ts';
import type { RequestMessage } from './requests.ts';
import type { SeenFacts } from './seen-facts.ts';

/*
 * Shape of every request, checked by the background before anything else happens. Objects are strict, lists are
 * bounded, and a text passes only if it fits a closed grammar: whatever a page prints, no sentence and no person's
 * name gets through. (The one name there is, the official's own on a hand-over, comes from a page of ours only.) Only the
 * background imports this file; it is no part of the content script.
 */

/** 128 random bits in base64url: 22 characters whose last carries four zero bits. */
const entryId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{21}[AQgw]$/, 'not 128 bits in base64url'));

/** Ids of packs, cues, rules, actions and sessions: no space and short, so that no name and no sentence fits. */
const plainId = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-][A-Za-z0-9._:-]{0,63}$/, 'not an id'));

/** By the reader's own grammar: of a code that is read and refused here nobody would ever be told. */
const dossierCode = v.pipe(v.string(), v.check(isDossierCode, 'not a dossier code'));

/** The national part, which is all that the reader gives: `1.001193`. */
const procedureCode = v.pipe(v.string(), v.regex(/^[1-3]\.\d{6}$/, 'not a procedure code'));

/** ISO local time as precise as printed. */
const localTime = v.pipe(
  v.string(),
  v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?)?$/, 'not a local time'),
);

const channel = v.picklist(['direct', 'online', 'post']);
const outcome = v.picklist(['received', 'returned', 'supplement', 'refused']);
const pageKind = v.picklist(PAGE_KINDS);
const doubt = v.picklist([
  'due-before-received',
  'due-malformed',
  'received-malformed',
  'codes-disagree',
  'dues-disagree',
]);

const dueState = v.picklist(['running', 'late', 'paused', 'on-time', 'early']);
const status = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

const ruleName = v.picklist(['read', 'rows']);

const hostName = v.pipe(v.string(), v.maxLength(253), v.regex(/^[\w.-]+$|^\[[\da-f:.]+\]$/i, 'not a host'));

const MAX_IDS = 64;

function factsSchema(isProcedureName: (name: string) => boolean): v.GenericSchema<unknown, SeenFacts> {
  return v.strictObject({
    code: v.exactOptional(dossierCode),
    procedureCode: v.exactOptional(procedureCode),
    procedureName: v.exactOptional(v.pipe(v.string(), v.check(isProcedureName, 'not a name of the procedure table'))),
    channel: v.exactOptional(channel),
    received: v.exactOptional(localTime),
    due: v.exactOptional(localTime),
    stepDue: v.exactOptional(localTime),
    status: v.exactOptional(status),
    dueState: v.exactOptional(dueState),
    doubts: v.pipe(v.array(doubt), v.maxLength(10)),
  });
}

const dueMarks = v.strictObject({
  due: v.exactOptional(localTime),
  dueState: v.exactOptional(dueState),
  status: v.exactOptional(status),
  doubts: v.pipe(v.array(doubt), v.maxLength(10)),
});

const epochMs = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const empty = v.strictObject({});
const ids = v.pipe(v.array(plainId), v.maxLength(MAX_IDS));

const intent = v.variant('kind', [
  v.strictObject({
    kind: v.literal('finish'),
    id: entryId,
    profile: plainId,
    sessionId: plainId,
    cues: ids,
    missed: ids,
    skipped: v.boolean(),
  }),
  v.strictObject({ kind: v.literal('void'), id: entryId, profile: plainId, of: entryId }),
  v.strictObject({ kind: v.literal('day-page'), id: entryId, profile: plainId, answers: answersSchema() }),
]);

/** A list without what does not fit: one row that is wrong, by a fault of ours or on purpose, costs the others nothing. */
function fitting<T>(item: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T[]> {
  return v.pipe(
    v.array(v.unknown()),
    v.maxLength(MOST_ROWS),
    v.transform((items) => items.filter((one): one is T => v.is(item, one))),
  );
}

function answersSchema(): v.GenericSchema<unknown, Readonly<Record<string, DayAnswer>>> {
  return v.pipe(
    v.record(plainId, v.picklist(['kept', 'forgot', 'no-occasion', 'none', 'settled', 'review'])),
    v.check((answers) => Object.keys(answers).length <= MAX_IDS, 'too many answers'),
  );
}

/** Origin and mark of a page: no word of its address. */
const urlPattern = v.pipe(v.string(), v.maxLength(300), v.regex(PAGE_PATTERN, 'not a page pattern'));

const localDay = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'not a day'));

/** The official's own name, typed in a page of ours; no control character and nothing invisible. */
const ownName = v.pipe(
  v.string(),
  v.maxLength(80),
  v.check((name) => name === name.trim().normalize('NFC') && name !== '', 'not a trimmed name in composed form'),
  v.regex(/^[^\p{C}\p{Zl}\p{Zp}]+$/u, 'not a name'),
);

/** SHA-256 in standard base64. */
const sha256Text = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=$/, 'not SHA-256 in base64'));

/** Browsers refuse a message over 64 MiB; a year of a busy desk is a tenth of this. */
const MAX_FILE_LENGTH = 48 * 1024 * 1024;

/** Whose file it is, its signature tells: the background takes back only what it signed itself. */
const handoverFile = v.pipe(
  v.string(),
  v.maxLength(MAX_FILE_LENGTH),
  v.startsWith('{"format":"checklist-handover/1",'),
  v.endsWith('\n'),
);

const handoverChoice = v.strictObject({
  period: v.pipe(
    v.strictObject({ from: localDay, to: localDay }),
    v.check(({ from, to }) => from <= to, 'a period that ends before it begins'),
  ),
  conduct: v.picklist(['none', 'sums', 'lines']),
  name: v.nullable(ownName),
});

const soundProfile = v.custom<PortalProfile>((value) => parseProfile(value).ok, 'not a sound portal profile');

/**
 * The schema of every request. `isProcedureName`: whether a text is, letter by letter, a name of the procedure table.
 */
export function requestSchema(isProcedureName: (name: string) => boolean): v.GenericSchema<unknown, RequestMessage> {
  const facts = v.nullable(factsSchema(isProcedureName));
  const rows = fitting(factsSchema(isProcedureName));
  const listed = fitting(dossierCode);
  const message = <const T extends string, B extends v.GenericSchema>(type: T, body: B) =>
    v.strictObject({ type: v.literal(type), body });
  return v.variant('type', [
    message('peek', empty),
    message('wake', empty),
    message('open', empty),
    message('see', v.strictObject({ page: v.strictObject({ kind: pageKind, facts, rows, listed }) })),
    message(
      'count',
      v.strictObject({ marks: v.pipe(v.array(dueMarks), v.maxLength(MOST_ROWS)), returnedAt: v.nullable(epochMs) }),
    ),
    message('bring', v.strictObject({ script: v.picklist(['rows', 'cards']) })),
    message('waiting', v.strictObject({ id: entryId })),
    message('press', v.strictObject({ id: entryId, actionId: plainId, outcome, channel: v.nullable(channel), facts })),
    message('settle', v.strictObject({ id: entryId, success: v.boolean(), facts })),
    message('finishCues', empty),
    message('record', v.strictObject({ intent })),
    message('correctPage', v.strictObject({ pattern: urlPattern, kind: pageKind })),
    message('fold', v.strictObject({ folded: v.boolean() })),
    message('teach', empty),
    message('teachPortal', v.strictObject({ profile: soundProfile })),
    message('portals', empty),
    message('importPortal', v.strictObject({ text: v.pipe(v.string(), v.maxLength(MAX_PROFILE_LENGTH)) })),
    message('removePortal', v.strictObject({ id: plainId })),
    message('setPortalEnabled', v.strictObject({ id: plainId, enabled: v.boolean() })),
    message(
      'ruleOff',
      v.strictObject({ rule: ruleName, ms: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600_000)) }),
    ),
    message('rulesOff', empty),
    message('clearRuleOff', v.strictObject({ host: hostName, rule: ruleName })),
    message('house', empty),
    message('mark', v.strictObject({ row: plainId, mark: v.picklist(['open', 'done', 'not-mine']) })),
    message('setLanguage', v.strictObject({ language: v.picklist(['vi', 'en']) })),
    message('prepareHandover', handoverChoice),
    message('giveHandover', v.strictObject({ text: handoverFile })),
    message('withdrawHandover', v.strictObject({ id: sha256Text })),
    message('receipt', empty),
    message('desk', empty),
  ]);
}
