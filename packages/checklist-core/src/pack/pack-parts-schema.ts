import * as v from 'valibot';
import { characterCount } from './character-count.ts';
import type { ParameterComparison, WrittenCondition } from './condition.ts';
import type { IdChange } from './id-change.ts';
import type { FactDeclaration, PackSource, PausePoint, Rule, RuleGroup } from './pack.ts';
import type { PackParameter } from './written-pack.ts';

/*
 * The parts that packs and overlays are made of. Objects are strict: a misspelt key ("whne") must not silently drop a
 * condition. Messages are codes of pack-fault-words.ts. The published JSON Schema is made from these, and is as strict:
 * where it cannot say the same (`check`), the generator knows what to write instead.
 */

/** At most this many Unicode characters. */
const upTo = (limit: number) => v.check((text: string) => characterCount(text) <= limit, `too-long:${limit}`);

export const id = v.pipe(v.string(), upTo(64), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'id-form'));
const factName = v.pipe(v.string(), upTo(64), v.regex(/^[a-z][A-Za-z0-9]*$/, 'fact-form'));
const languageTag = v.pipe(v.string(), v.regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'language-form'));
export const line = v.pipe(
  v.string(),
  v.check((text) => /\S/.test(text), 'empty-text'),
  upTo(500),
  // One line with something on it: no control characters, and no half of a surrogate pair.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what keeps them out.
  v.regex(/^(?=.*\S)[^\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff]*$/u, 'line-form'),
);
/** A list passes for an object without keys, so where every key may be missing it is turned away by hand. */
export function notList<T>(schema: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, T> {
  return v.lazy((input) => (Array.isArray(input) ? noObject : schema));
}

const noObject = v.custom<never>(() => false, 'not-object');

export const textByLanguage: v.GenericSchema<unknown, Record<string, string>> = v.pipe(
  v.record(languageTag, line),
  v.maxEntries(20, 'too-many:20'),
);
export const text = notList(textByLanguage);
export const confidence = v.picklist(['verified', 'recalled', 'uncertain']);
export const version = v.pipe(
  v.string(),
  upTo(32),
  v.regex(/^(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)\.(?:0|[1-9]\d*)$/, 'version-form'),
);
const day = v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/, 'day-form'));
export const wholeNumber = v.pipe(v.number(), v.safeInteger('whole-number'));

/** An array of so many entries. */
export function listOf<const Item extends v.GenericSchema>(item: Item, least: number, most: number) {
  return v.pipe(v.array(item), v.minLength(least, `too-few:${least}`), v.maxLength(most, `too-many:${most}`));
}

const number = v.pipe(v.number(), v.finite());
const word = v.pipe(v.string(), upTo(500));
const scalar = v.union([word, number, v.boolean()]);
const comparisons = ['eq', 'ne', 'lt', 'le', 'gt', 'ge'] as const;

const leaves = [
  v.strictObject({ op: v.picklist(['eq', 'ne']), fact: factName, value: scalar }),
  v.strictObject({ op: v.picklist(['lt', 'le', 'gt', 'ge']), fact: factName, value: v.union([word, number]) }),
  v.strictObject({
    op: v.literal('in'),
    fact: factName,
    values: v.union([listOf(word, 1, 50), listOf(number, 1, 50), listOf(v.boolean(), 1, 50)], 'mixed-types'),
  }),
  v.strictObject({ op: v.literal('known'), fact: factName }),
] as const;

export const parameterComparison: v.GenericSchema<unknown, ParameterComparison> = v.strictObject({
  op: v.picklist(comparisons),
  fact: factName,
  param: id,
});

export const conditionByOp: v.GenericSchema<unknown, WrittenCondition> = v.variant('op', [
  ...leaves,
  v.strictObject({ op: v.picklist(['all', 'any']), of: listOf(v.lazy(condition), 1, 50) }),
  v.strictObject({ op: v.literal('not'), of: v.lazy(condition) }),
]);

/** Chosen by hand: where two shapes share an `op`, a union could not say which of them was meant. */
function condition(input: unknown): v.GenericSchema<unknown, WrittenCondition> {
  return comparesWithParameter(input) ? parameterComparison : conditionByOp;
}

function comparesWithParameter(input: unknown): boolean {
  if (typeof input !== 'object' || input === null || !('op' in input) || !('param' in input)) return false;
  return !('value' in input) && comparisons.some((op) => op === input.op);
}

export const when: v.GenericSchema<unknown, WrittenCondition> = v.lazy(condition);

const replacement = v.strictObject({ by: line, confidence, note: v.exactOptional(line) });
export const source: v.GenericSchema<unknown, PackSource> = v.strictObject({
  id,
  title: line,
  confidence,
  note: v.exactOptional(line),
  replaced: v.exactOptional(replacement),
});
export const group: v.GenericSchema<unknown, RuleGroup> = v.strictObject({ id, title: text });
export const rule: v.GenericSchema<unknown, Rule> = v.strictObject({
  id,
  group: id,
  text,
  polarity: v.picklist(['do', 'dont']),
  source: v.pipe(v.string(), upTo(128), v.regex(/\S/, 'source-form')),
  confidence,
});
export const pauseMode = v.picklist(['do-confirm', 'read-do']);
export const pausePoint: v.GenericSchema<unknown, PausePoint> = v.strictObject({
  id,
  mode: pauseMode,
  asks: v.boolean(),
  title: v.exactOptional(text),
});
export const serves = listOf(id, 0, 50);
export const cueEntries = { id, pausePoint: id, text, serves, when: v.exactOptional(when) };
export const confirmation = v.strictObject({ number: line, date: day, by: line });
export const effective = v.strictObject({ from: day, to: v.exactOptional(day) });
export const factDeclaration: v.GenericSchema<unknown, FactDeclaration> = v.variant('type', [
  v.strictObject({ name: factName, type: v.picklist(['string', 'number', 'boolean']), title: text }),
  v.strictObject({ name: factName, type: v.literal('enum'), values: listOf(line, 1, 50), title: text }),
]);
export const parameter: v.GenericSchema<unknown, PackParameter> = v.strictObject({
  id,
  type: v.literal('int'),
  min: v.exactOptional(wholeNumber),
  max: v.exactOptional(wholeNumber),
  default: wholeNumber,
  title: text,
});
export const idChange: v.GenericSchema<unknown, IdChange> = v.strictObject({
  kind: v.picklist(['rule', 'cue', 'pause-point']),
  from: id,
  to: v.nullable(id),
  since: version,
});
export const status = v.picklist(['draft', 'active', 'retired']);
