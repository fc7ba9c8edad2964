import type { FaultValues } from '../text/fault.ts';
import type { ReadingFaultCode } from './pack-fault-code.ts';

/**
 * Every fault a pack can have, as an English sentence: what is wrong, and where it is not plain, what to do. Sentences
 * in other languages are made from the same codes and values.
 */
export const packFaultWords: Readonly<Record<ReadingFaultCode, (values: FaultValues) => string>> = {
  // Structure
  'unknown-key': () => 'unknown key',
  'forbidden-key': () => 'this key is not allowed in any file',
  missing: () => 'is missing',
  unexpected: ({ expected, found }) => `expected ${expected}, found ${found}`,
  'not-object': () => 'must be an object in braces, found a list',
  'too-few': ({ limit, found }) => `must have >=${limit} entries, has ${found}`,
  'too-many': ({ limit, found }) => `must have <=${limit} entries, has ${found}`,
  'too-long': ({ limit, found }) => `has ${found} characters, more than ${limit}`,
  'id-form': () => 'must be lower-case words joined by "-"',
  'fact-form': () => 'must be a fact name like "slowSystem"',
  'language-form': () => 'must be a language tag like "vi"',
  'version-form': () => 'must be a version like "1.0.0"',
  'day-form': () => 'must be a day of the calendar like "2026-01-31"',
  'source-form': () => 'must name an entry of sources',
  'empty-text': () => 'must not be empty',
  'line-form': () => 'must be one line of text, without control characters or broken surrogates',
  'whole-number': () => 'must be a whole number that computers keep exactly',
  'mixed-types': () => 'must be a list of texts, of numbers or of booleans, all of one type',
  'too-deep': ({ limit }) => `is nested deeper than ${limit}`,
  'too-large': ({ limit }) => `has more than ${limit} parts`,
  // Meaning
  'repeated-id': ({ id }) => `"${id}" is already used before`,
  'repeated-pack': ({ id }) => `"${id}" is already used by another pack`,
  'no-source': ({ id }) => `there is no source "${id}" in this pack`,
  'no-group': ({ id }) => `there is no group "${id}" in this pack`,
  'no-pause-point': ({ id }) => `there is no pause point "${id}" in this pack`,
  'no-rule': ({ id }) => `there is no rule "${id}" in this pack`,
  'no-param': ({ id }) => `there is no parameter "${id}" in this pack`,
  'dont-at-pause-point': ({ id }) => `"${id}" is a "dont" rule, which never stands at a pause point`,
  'no-language': ({ language }) => `has no text in "${language}"`,
  'not-composed': () => 'is not in Unicode form NFC; save it with composed letters',
  'cue-too-long': ({ limit, found }) => `has ${found} characters, more than ${limit}`,
  crowded: ({ limit, found, facts }) =>
    `shows ${found} cues at once, more than ${limit}, when ${facts === '' ? 'nothing is known' : facts}`,
  'crowd-unproven': ({ limit }) =>
    `its conditions combine too many values to prove that at most ${limit} cues are shown`,
  'condition-too-deep': ({ limit }) => `a condition may not be nested deeper than ${limit}`,
  'unknown-fact': ({ fact, known }) => `there is no fact "${fact}"; known are ${known}`,
  'fact-type': ({ fact, expected, found }) => `the fact "${fact}" is a ${expected}, compared with ${found}`,
  'fact-value': ({ fact, expected, found }) => `the fact "${fact}" is never ${found}; it is ${expected}`,
  'fact-unordered': ({ fact }) => `the fact "${fact}" has no order; use "eq", "ne" or "in"`,
  'fact-declared-otherwise': ({ fact }) => `the fact "${fact}" is already declared by the house, otherwise`,
  'placeholder-form': ({ found }) =>
    `${found} is not a place for a parameter; write the id of one in braces, like {reply-hours}`,
  'param-bounds': ({ min, max }) => `the least value ${min} is above the greatest ${max}`,
  'param-low': ({ id, limit, found }) => `"${id}" must be at least ${limit}, found ${found}`,
  'param-high': ({ id, limit, found }) => `"${id}" must be at most ${limit}, found ${found}`,
  'period-reversed': ({ from }) => `ends before it begins on ${from}`,
  'old-id-in-use': ({ id }) => `"${id}" is still in use; an old id is never given again`,
  'old-id-twice': ({ id }) => `"${id}" has already changed once before`,
  'ids-merged': ({ id }) => `another old id already lives on as "${id}"; two series cannot become one`,
  'id-leads-nowhere': ({ id }) => `there is nothing with the id "${id}" in this pack`,
  'id-cycle': ({ id }) => `the changes lead back to "${id}"`,
  // Why a pack may not be switched on
  retired: () => 'the pack is retired',
  'not-yet-effective': ({ from }) => `holds from ${from} on`,
  'no-longer-effective': ({ to }) => `held until ${to}`,
  'text-without-source': () => 'has no source',
  'text-without-confidence': () => 'has no mark of confidence',
  'draft-unconfirmed': () => 'a draft cannot be switched on before its wording is confirmed: add "confirmation"',
};
