import * as v from 'valibot';
import { PAGE_KINDS } from './page-facts.ts';
import type { LabelKey, PortalProfile } from './portal-profile.ts';

/*
 * The structure of a profile file. A message is the code of a fault (`profile-fault.ts`). What a schema cannot say
 * stands in `check-profile.ts`. Lengths are counted in characters, as JSON Schema counts them.
 */

export const LABEL_KEYS = [
  'code',
  'procedureCode',
  'procedureName',
  'channel',
  'submitted',
  'submittedDirect',
  'submittedOnline',
  'received',
  'receivedDirect',
  'receivedOnline',
  'receivedPost',
  'due',
  'newDue',
  'stepDue',
  'term',
  'status',
  'dueText',
  'mixed',
  'never',
] as const satisfies readonly LabelKey[];

export const id = v.pipe(v.string(), v.regex(/^(?=.{1,64}$)[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id-form'));
export const line = v.pipe(v.string(), v.regex(/^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]{1,200}$/u, 'line-form'));
/** No number of many digits stands in a label: that would be a value. */
export const label = v.pipe(
  v.string(),
  v.regex(/^(?=.*\p{L})(?!.*\d{4})[^\p{Cc}\p{Cs}\u2028\u2029]{1,60}$/u, 'label-form'),
);
/** A browser takes any name that ends in a number for an IPv4 address (WHATWG URL, "ends in a number"). */
const NAME = '(?:[a-z0-9_-]+\\.)*(?=\\d*[a-z_-])[a-z0-9_-]+';
const DOMAIN = '\\*\\.(?:[a-z0-9_-]+\\.)+(?=\\d*[a-z_-])[a-z0-9_-]+';
const BYTE = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const IPV6 = '\\[[0-9a-f:.]{2,45}\\]';
const PORT = '(?:[1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])';
export const host = v.pipe(
  v.string(),
  v.regex(
    new RegExp(`^(?=.{1,253}$)(?:${NAME}|${DOMAIN}|(?:${BYTE}\\.){3}${BYTE}|${IPV6})(?::${PORT})?$`),
    'host-form',
  ),
);
export const kind = v.picklist(PAGE_KINDS);

const page = v.strictObject({
  kind,
  url: v.exactOptional(line),
  heading: v.exactOptional(listOf(line, 1, 50)),
});

const sign = v.variant('sign', [
  v.strictObject({ sign: v.literal('text'), text: line }),
  v.strictObject({
    sign: v.literal('status'),
    status: v.pipe(v.number(), v.integer('status-form'), v.minValue(1, 'status-form'), v.maxValue(10, 'status-form')),
  }),
  v.strictObject({ sign: v.literal('url'), pattern: line }),
]);

const action = v.strictObject({
  id,
  outcome: v.picklist(['received', 'returned', 'supplement', 'refused']),
  on: listOf(kind, 1, 8),
  start: listOf(line, 1, 50),
  commit: listOf(line, 0, 50),
  success: listOf(sign, 1, 50),
  failure: listOf(line, 0, 50),
  holdable: v.exactOptional(v.boolean()),
});

const labelList = v.exactOptional(listOf(label, 0, 50));

export const profileSchema: v.GenericSchema<unknown, PortalProfile> = v.strictObject({
  format: v.literal('portal-profile/1'),
  id,
  version: v.exactOptional(
    v.pipe(v.string(), v.regex(/^(?=.{5,20}$)(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/, 'version-form')),
  ),
  title: line,
  enabled: v.exactOptional(v.boolean()),
  hosts: listOf(host, 1, 200),
  pack: v.exactOptional(id),
  pages: listOf(page, 0, 50),
  labels: v.strictObject(
    Object.fromEntries(LABEL_KEYS.map((key) => [key, labelList])) as Record<LabelKey, typeof labelList>,
  ),
  actions: listOf(action, 0, 50),
  confidence: v.picklist(['verified', 'recalled', 'uncertain']),
  source: v.pipe(v.string(), v.regex(/^(?=.*\S)[^\p{Cc}\p{Cs}\u2028\u2029]{1,1000}$/u, 'source-form')),
});

function listOf<T extends v.GenericSchema>(item: T, least: number, most: number) {
  return v.pipe(v.array(item), v.minLength(least, 'too-few'), v.maxLength(most, 'too-many'));
}
