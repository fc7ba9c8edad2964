import * as v from 'valibot';
import { MAX_CONDITION_DEPTH } from './compile-condition.ts';
import type { Condition } from './condition.ts';
import type { Pack } from './pack.ts';

/*
 * The structure of a pack file. Objects are strict: a misspelt key ("whne") must not silently drop a condition.
 * What a schema cannot say (references, limits over several parts) stands in check-pack.ts.
 */

const id = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by "-"'),
);
const factName = v.pipe(
  v.string(),
  v.maxLength(64),
  v.regex(/^[a-z][A-Za-z0-9]*$/, 'must be a fact name like "slowSystem"'),
);
const languageTag = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'must be a language tag like "vi"'),
);
const line = v.pipe(v.string(), v.maxLength(500), v.regex(/\S/, 'must not be empty'));
const text = v.record(languageTag, line);
const confidence = v.picklist(['verified', 'recalled', 'uncertain']);

const scalar = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);
const ordered = v.union([v.string(), v.pipe(v.number(), v.finite())]);
const leaves = [
  v.strictObject({ op: v.picklist(['eq', 'ne']), fact: factName, value: scalar }),
  v.strictObject({ op: v.picklist(['lt', 'le', 'gt', 'ge']), fact: factName, value: ordered }),
  v.strictObject({
    op: v.literal('in'),
    fact: factName,
    values: v.pipe(
      v.array(scalar),
      v.minLength(1),
      v.maxLength(50),
      v.check((values) => ofOneType(values), 'values must all be of one type'),
    ),
  }),
  v.strictObject({ op: v.literal('known'), fact: factName }),
] as const;

function ofOneType(values: readonly unknown[]): boolean {
  return values.every((value) => typeof value === typeof values[0]);
}

/** Unrolled instead of recursive, so that a file nested without end costs no more than its first levels. */
function conditionSchema(depth: number): v.GenericSchema<unknown, Condition> {
  if (depth === 1) return v.variant('op', [...leaves]);
  const inner = conditionSchema(depth - 1);
  return v.variant('op', [
    ...leaves,
    v.strictObject({ op: v.picklist(['all', 'any']), of: v.pipe(v.array(inner), v.minLength(1), v.maxLength(50)) }),
    v.strictObject({ op: v.literal('not'), of: inner }),
  ]);
}

const source = v.strictObject({ id, title: line, confidence, note: v.exactOptional(line) });
const group = v.strictObject({ id, title: text });
const rule = v.strictObject({
  id,
  group: id,
  text,
  polarity: v.picklist(['do', 'dont']),
  source: v.pipe(v.string(), v.maxLength(128), v.regex(/\S/, 'must name an entry of sources')),
  confidence,
});
const pausePoint = v.strictObject({ id, mode: v.picklist(['do-confirm', 'read-do']), asks: v.boolean() });
const cue = v.strictObject({
  id,
  pausePoint: id,
  text,
  serves: v.pipe(v.array(id), v.maxLength(50)),
  when: v.exactOptional(conditionSchema(MAX_CONDITION_DEPTH)),
});

export const packSchema: v.GenericSchema<unknown, Pack> = v.strictObject({
  format: v.literal('checklist-pack/1'),
  id,
  version: v.pipe(v.string(), v.maxLength(32), v.regex(/^\d+\.\d+\.\d+$/, 'must be a version like "1.0.0"')),
  status: v.picklist(['draft', 'active', 'retired']),
  title: text,
  confidence,
  sources: v.pipe(v.array(source), v.minLength(1), v.maxLength(100)),
  groups: v.pipe(v.array(group), v.maxLength(100)),
  rules: v.pipe(v.array(rule), v.minLength(1), v.maxLength(500)),
  pausePoints: v.pipe(v.array(pausePoint), v.maxLength(50)),
  cues: v.pipe(v.array(cue), v.maxLength(500)),
});
