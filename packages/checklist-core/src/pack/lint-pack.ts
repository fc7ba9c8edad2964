import type { LocalizedText } from '../text/localized-text.ts';
import { authoringFaultAt } from './authoring-fault.ts';
import type { PackChecks } from './check-pack.ts';
import { sourceIdOf } from './cited-source.ts';
import { crowdFaults } from './crowd-faults.ts';
import { parametersIn } from './fill-parameters.ts';
import { accusingWord, type LintWords, oddFirstWord } from './lint-words.ts';
import { mostCuesAtOnce } from './most-cues-at-once.ts';
import type { Pack } from './pack.ts';
import type { PackFault, PathPart } from './pack-fault.ts';
import { type ParsedPack, parsePack } from './parse-pack.ts';
import { readPackText } from './parse-pack-text.ts';
import type { WrittenPack } from './written-pack.ts';

/** The most steps a read-do list may show: beyond nine, people lose their place. */
export const MAX_STEPS = 9;

/** What the linter holds a pack against; `languages` and `facts` as for `parsePack`. */
export interface LintOptions extends Partial<PackChecks> {
  /** Word lists, at most one a language; texts in other languages are not judged by their words. */
  readonly words?: readonly LintWords[];
}

/** What the linter says. Only a pack without errors is fit to ship; warnings are for a person to judge. */
export interface LintReport {
  /** What keeps the pack from being used, or from being used well. */
  readonly errors: readonly PackFault[];
  /** What its author should look at. */
  readonly warnings: readonly PackFault[];
}

/** Every fault of a pack (unknown JSON), and advice about a sound one. Paths are JSON pointers. */
export function lintPack(value: unknown, { languages = ['vi'], facts = [], words = [] }: LintOptions = {}): LintReport {
  const parsed = parsePack(value, languages, facts);
  return parsed.ok ? lintSound(parsed, words) : { errors: parsed.faults, warnings: [] };
}

/** As lintPack, of a pack that is sound already, such as the result of an overlay. `words`: at most one list a language. */
export function lintSound(
  { pack, written }: Extract<ParsedPack, { readonly ok: true }>,
  words: readonly LintWords[],
): LintReport {
  return {
    errors: [...longLists(pack), ...accusations(pack, words)],
    warnings: [
      ...firstWords(pack, words),
      ...unseenCharacters(pack),
      ...neverShown(pack),
      ...sourceAdvice(pack),
      ...unservedRules(pack),
      ...emptyPoints(pack),
      ...unusedParameters(written),
      ...overConfidence(pack),
    ],
  };
}

/** lintPack over the text of a file. */
export function lintPackText(text: string, options: LintOptions = {}): LintReport {
  const read = readPackText(text);
  return read.ok ? lintPack(read.value, options) : { errors: read.faults, warnings: [] };
}

function longLists(pack: Pack): PackFault[] {
  return pack.pausePoints.flatMap((point, index) => {
    const cues = pack.cues.filter(({ pausePoint }) => pausePoint === point.id);
    if (point.mode !== 'read-do' || cues.length <= MAX_STEPS) return [];
    return crowdFaults(cues, MAX_STEPS, ['pausePoints', index]);
  });
}

/** Rules are exempt: a quotation may say what it says. */
function accusations(pack: Pack, words: readonly LintWords[]): PackFault[] {
  return [
    ...pack.cues.flatMap(({ text }, index) => accusationsIn(text, ['cues', index, 'text'], words)),
    ...pack.pausePoints.flatMap(({ title = {} }, index) =>
      accusationsIn(title, ['pausePoints', index, 'title'], words),
    ),
  ];
}

function accusationsIn(text: LocalizedText, path: readonly PathPart[], words: readonly LintWords[]): PackFault[] {
  return inKnownLanguages(text, words).flatMap(([language, said, list]) => {
    const word = accusingWord(said, list);
    return word === null ? [] : [authoringFaultAt([...path, language], 'accusing', { word })];
  });
}

function firstWords(pack: Pack, words: readonly LintWords[]): PackFault[] {
  return pack.cues.flatMap(({ text }, index) =>
    inKnownLanguages(text, words).flatMap(([language, said, list]) => {
      const word = oddFirstWord(said, list);
      return word === null ? [] : [authoringFaultAt(['cues', index, 'text', language], 'first-word', { word })];
    }),
  );
}

function inKnownLanguages(text: LocalizedText, words: readonly LintWords[]): (readonly [string, string, LintWords])[] {
  return words.flatMap((list) => {
    const said = Object.hasOwn(text, list.language) ? text[list.language] : undefined;
    return said === undefined ? [] : [[list.language, said, list] as const];
  });
}

/** Soft hyphens, joiners, marks that turn the direction of writing: pasted along, never meant. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}/u;

function unseenCharacters(pack: Pack): PackFault[] {
  return (['rules', 'cues'] as const).flatMap((list) =>
    pack[list].flatMap(({ text }, index) =>
      Object.entries(text).flatMap(([language, said]) => {
        const code = UNSEEN.exec(said)?.[0].codePointAt(0);
        if (code === undefined) return [];
        const found = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
        return [authoringFaultAt([list, index, 'text', language], 'unseen-characters', { found })];
      }),
    ),
  );
}

function neverShown(pack: Pack): PackFault[] {
  return pack.cues.flatMap((cue, index) =>
    mostCuesAtOnce([cue])?.count === 0 ? [authoringFaultAt(['cues', index, 'when'], 'cue-never-shown')] : [],
  );
}

function sourceAdvice(pack: Pack): PackFault[] {
  const cited = new Set(pack.rules.map(sourceIdOf));
  return pack.sources.flatMap(({ id, replaced }, index) => {
    const path = ['sources', index];
    if (!cited.has(id)) return [authoringFaultAt(path, 'source-unused', { id })];
    return replaced === undefined ? [] : [authoringFaultAt(path, 'source-replaced', { id, by: replaced.by })];
  });
}

/** Of a pack that has cues at all; one without is for reading. */
function unservedRules(pack: Pack): PackFault[] {
  const served = new Set(pack.cues.flatMap(({ serves }) => serves));
  if (pack.cues.length === 0) return [];
  return pack.rules.flatMap(({ id, polarity }, index) =>
    polarity === 'dont' || served.has(id) ? [] : [authoringFaultAt(['rules', index], 'rule-unserved', { id })],
  );
}

function emptyPoints(pack: Pack): PackFault[] {
  const used = new Set(pack.cues.map(({ pausePoint }) => pausePoint));
  return pack.pausePoints.flatMap(({ id }, index) =>
    used.has(id) ? [] : [authoringFaultAt(['pausePoints', index], 'pause-point-empty', { id })],
  );
}

function unusedParameters({ params = [], cues }: WrittenPack): PackFault[] {
  const used = new Set(cues.flatMap(parametersIn));
  return params.flatMap(({ id }, index) =>
    used.has(id) ? [] : [authoringFaultAt(['params', index], 'param-unused', { id })],
  );
}

function overConfidence({ confidence, rules }: Pack): PackFault[] {
  const ranks = ['uncertain', 'recalled', 'verified'] as const;
  const weakest = ranks.find((rank) => rules.some((rule) => rule.confidence === rank)) ?? confidence;
  if (ranks.indexOf(confidence) <= ranks.indexOf(weakest)) return [];
  return [authoringFaultAt(['confidence'], 'over-confident', { claimed: confidence, weakest })];
}
