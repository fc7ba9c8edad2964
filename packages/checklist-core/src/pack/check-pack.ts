import type { LocalizedText } from '../text/localized-text.ts';
import { parseDay } from '../time/wall-time.ts';
import { changedIdFaults } from './changed-id-faults.ts';
import { characterCount } from './character-count.ts';
import { sourceIdOf } from './cited-source.ts';
import { MAX_CONDITION_DEPTH } from './compile-condition.ts';
import type { WrittenCondition } from './condition.ts';
import { crowdFaults } from './crowd-faults.ts';
import { factFaults } from './fact-faults.ts';
import { type Filled, fillParameters } from './fill-parameters.ts';
import { type FactDeclaration, MAX_CUES_AT_ONCE, type Pack, type PausePoint } from './pack.ts';
import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';
import { parameterFaults } from './parameter-faults.ts';
import type { WrittenPack } from './written-pack.ts';

/** The longest text of a cue, in characters: it has to be taken in at a glance and fit one line of the panel. */
export const MAX_CUE_LENGTH = 60;

export interface PackChecks {
  /** Tags of the languages that every text must have. */
  readonly languages: readonly string[];
  /** Facts that the house supplies; with none, only the pack's own declarations are held against its conditions. */
  readonly facts: readonly FactDeclaration[];
}

/** What the schema cannot see: ids, references, facts, texts, and how much is shown at once. The pack filled in, if sound. */
export function checkPack(written: WrittenPack, { languages, facts }: PackChecks): Filled {
  const faults = [
    ...repeatedIds(written),
    ...brokenReferences(written),
    ...misplacedDonts(written),
    ...dateFaults(written),
    ...depthFaults(written),
    ...changedIdFaults(written),
    ...parameterFaults(written),
    ...factFaults(written, facts),
    ...textFaults(written, languages),
  ];
  const filled = fillParameters(written);
  if (!filled.ok) return { ok: false, faults: [...faults, ...filled.faults] };
  const all = [...faults, ...longCues(filled.pack), ...crowdedPoints(filled.pack, faults)];
  return all.length === 0 ? filled : { ok: false, faults: all };
}

function repeatedIds(pack: WrittenPack): PackFault[] {
  const lists = { ...pack, params: pack.params ?? [] };
  const names = ['sources', 'params', 'groups', 'rules', 'pausePoints', 'cues'] as const;
  return [
    ...names.flatMap((list) =>
      repeats(
        lists[list].map(({ id }) => id),
        (index) => [list, index, 'id'],
      ),
    ),
    ...repeats(
      (pack.facts ?? []).map(({ name }) => name),
      (index) => ['facts', index, 'name'],
    ),
  ];
}

function repeats(values: readonly string[], pathTo: (index: number) => PathPart[]): PackFault[] {
  const seen = new Set<string>();
  return values.flatMap((id, index) => {
    if (seen.has(id)) return [faultAt(pathTo(index), 'repeated-id', { id })];
    seen.add(id);
    return [];
  });
}

function brokenReferences(pack: WrittenPack): PackFault[] {
  const sources = idsOf(pack.sources);
  const groups = idsOf(pack.groups);
  const rules = idsOf(pack.rules);
  const points = idsOf(pack.pausePoints);
  return [
    ...pack.rules.flatMap((rule, index) => [
      ...unknownId(sources, sourceIdOf(rule), 'no-source', ['rules', index, 'source']),
      ...unknownId(groups, rule.group, 'no-group', ['rules', index, 'group']),
    ]),
    ...pack.cues.flatMap((cue, index) => [
      ...unknownId(points, cue.pausePoint, 'no-pause-point', ['cues', index, 'pausePoint']),
      ...cue.serves.flatMap((rule, at) => unknownId(rules, rule, 'no-rule', ['cues', index, 'serves', at])),
      ...repeats(cue.serves, (at) => ['cues', index, 'serves', at]),
    ]),
  ];
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

type Reference = 'no-source' | 'no-group' | 'no-pause-point' | 'no-rule';

function unknownId(ids: ReadonlySet<string>, id: string, code: Reference, path: PathPart[]): PackFault[] {
  return ids.has(id) ? [] : [faultAt(path, code, { id })];
}

/** A don't is looked back on in private, once a day; shown beside a citizen it would be an accusation. */
function misplacedDonts(pack: WrittenPack): PackFault[] {
  const donts = idsOf(pack.rules.filter((rule) => rule.polarity === 'dont'));
  return pack.cues.flatMap((cue, index) =>
    cue.serves.flatMap((id, at) =>
      donts.has(id) ? [faultAt(['cues', index, 'serves', at], 'dont-at-pause-point', { id })] : [],
    ),
  );
}

function dateFaults({ effective, confirmation }: WrittenPack): PackFault[] {
  const dates: readonly (readonly [PathPart[], string | undefined])[] = [
    [['effective', 'from'], effective?.from],
    [['effective', 'to'], effective?.to],
    [['confirmation', 'date'], confirmation?.date],
  ];
  const absent = dates.flatMap(([path, date]) =>
    date === undefined || parseDay(date) !== null ? [] : [faultAt(path, 'day-form')],
  );
  if (absent.length > 0 || effective?.to === undefined || effective.to >= effective.from) return absent;
  return [faultAt(['effective', 'to'], 'period-reversed', { from: effective.from })];
}

function depthFaults(pack: WrittenPack): PackFault[] {
  return pack.cues.flatMap((cue, index) =>
    cue.when === undefined ? [] : tooDeep(cue.when, ['cues', index, 'when'], MAX_CONDITION_DEPTH),
  );
}

function tooDeep(condition: WrittenCondition, path: readonly PathPart[], levels: number): PackFault[] {
  if (levels === 0) return [faultAt(path, 'condition-too-deep', { limit: MAX_CONDITION_DEPTH })];
  if (!('of' in condition)) return [];
  if (condition.op === 'not') return tooDeep(condition.of, [...path, 'of'], levels - 1);
  return condition.of.flatMap((part, index) => tooDeep(part, [...path, 'of', index], levels - 1));
}

function textFaults(pack: WrittenPack, languages: readonly string[]): PackFault[] {
  const localized: (readonly [LocalizedText, PathPart[]])[] = [[pack.title, ['title']]];
  for (const list of ['facts', 'params', 'groups', 'pausePoints'] as const) {
    for (const [index, { title }] of (pack[list] ?? []).entries()) {
      if (title !== undefined) localized.push([title, [list, index, 'title']]);
    }
  }
  for (const list of ['rules', 'cues'] as const) {
    for (const [index, { text }] of pack[list].entries()) localized.push([text, [list, index, 'text']]);
  }
  return [
    ...localized.flatMap(([text, path]) => faultsOfText(text, path, languages)),
    ...pack.sources.flatMap(({ title, note, replaced }, index) => [
      ...notComposed(title, ['sources', index, 'title']),
      ...notComposed(note ?? '', ['sources', index, 'note']),
      ...notComposed(replaced?.by ?? '', ['sources', index, 'replaced', 'by']),
      ...notComposed(replaced?.note ?? '', ['sources', index, 'replaced', 'note']),
    ]),
    ...notComposed(pack.confirmation?.number ?? '', ['confirmation', 'number']),
    ...notComposed(pack.confirmation?.by ?? '', ['confirmation', 'by']),
  ];
}

function faultsOfText(text: LocalizedText, path: PathPart[], languages: readonly string[]): PackFault[] {
  const absent = languages.filter((language) => !Object.hasOwn(text, language));
  return [
    ...absent.map((language) => faultAt(path, 'no-language', { language })),
    ...Object.entries(text).flatMap(([language, words]) => notComposed(words, [...path, language])),
  ];
}

function notComposed(words: string, path: PathPart[]): PackFault[] {
  return words === words.normalize('NFC') ? [] : [faultAt(path, 'not-composed')];
}

function longCues(pack: Pack): PackFault[] {
  return pack.cues.flatMap((cue, index) =>
    Object.entries(cue.text).flatMap(([language, words]) => {
      const found = characterCount(words);
      if (found <= MAX_CUE_LENGTH) return [];
      return [faultAt(['cues', index, 'text', language], 'cue-too-long', { limit: MAX_CUE_LENGTH, found })];
    }),
  );
}

/** Not asked of conditions nested too deep, which cannot be compiled. */
function crowdedPoints(pack: Pack, known: readonly PackFault[]): PackFault[] {
  if (known.some(({ code }) => code === 'condition-too-deep')) return [];
  return pack.pausePoints.flatMap((point, index) => crowdedPoint(pack, point, index));
}

function crowdedPoint(pack: Pack, point: PausePoint, index: number): PackFault[] {
  const cues = pack.cues.filter((cue) => cue.pausePoint === point.id);
  if (point.mode !== 'do-confirm' || cues.length <= MAX_CUES_AT_ONCE) return [];
  return crowdFaults(cues, MAX_CUES_AT_ONCE, ['pausePoints', index]);
}
