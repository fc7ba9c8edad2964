import type { Fault } from '../text/fault.ts';
import type { LocalizedText } from '../text/localized-text.ts';
import type { Facts } from './condition.ts';
import { mostCuesAtOnce } from './most-cues-at-once.ts';
import { type Cue, MAX_CUES_AT_ONCE, type Pack, type PausePoint } from './pack.ts';
import { faultAt, type PathPart } from './pack-fault.ts';

/** The longest text of a cue, in characters: it has to be taken in at a glance and fit one line of the panel. */
export const MAX_CUE_LENGTH = 60;

/** What the schema cannot see: ids, references, texts, and how much is shown at once. */
export function checkPack(pack: Pack, languages: readonly string[]): Fault[] {
  return [
    ...repeatedIds(pack),
    ...brokenReferences(pack),
    ...misplacedDonts(pack),
    ...textFaults(pack, languages),
    ...longCues(pack),
    ...pack.pausePoints.flatMap((point, index) => crowdedPoint(pack, point, index)),
  ];
}

function repeatedIds(pack: Pack): Fault[] {
  const lists = ['sources', 'groups', 'rules', 'pausePoints', 'cues'] as const;
  return lists.flatMap((list) =>
    repeats(
      pack[list].map(({ id }) => id),
      (index) => [list, index, 'id'],
    ),
  );
}

function repeats(values: readonly string[], pathTo: (index: number) => PathPart[]): Fault[] {
  return values.flatMap((value, index) =>
    values.indexOf(value) < index ? [faultAt(pathTo(index), `"${value}" is already used before`)] : [],
  );
}

function brokenReferences(pack: Pack): Fault[] {
  const sources = idsOf(pack.sources);
  const groups = idsOf(pack.groups);
  const rules = idsOf(pack.rules);
  const points = idsOf(pack.pausePoints);
  return [
    ...pack.rules.flatMap((rule, index) => [
      ...unknownId(sources, rule.source.split('#', 1)[0] ?? '', 'source', ['rules', index, 'source']),
      ...unknownId(groups, rule.group, 'group', ['rules', index, 'group']),
    ]),
    ...pack.cues.flatMap((cue, index) => [
      ...unknownId(points, cue.pausePoint, 'pause point', ['cues', index, 'pausePoint']),
      ...cue.serves.flatMap((rule, at) => unknownId(rules, rule, 'rule', ['cues', index, 'serves', at])),
      ...repeats(cue.serves, (at) => ['cues', index, 'serves', at]),
    ]),
  ];
}

function idsOf(list: readonly { readonly id: string }[]): ReadonlySet<string> {
  return new Set(list.map(({ id }) => id));
}

function unknownId(ids: ReadonlySet<string>, id: string, noun: string, path: PathPart[]): Fault[] {
  return ids.has(id) ? [] : [faultAt(path, `there is no ${noun} "${id}" in this pack`)];
}

/** A don't is looked back on in private, once a day; shown beside a citizen it would be an accusation. */
function misplacedDonts(pack: Pack): Fault[] {
  const donts = idsOf(pack.rules.filter((rule) => rule.polarity === 'dont'));
  return pack.cues.flatMap((cue, index) =>
    cue.serves.flatMap((rule, at) =>
      donts.has(rule)
        ? [faultAt(['cues', index, 'serves', at], `"${rule}" is a "dont" rule, which never stands at a pause point`)]
        : [],
    ),
  );
}

function textFaults(pack: Pack, languages: readonly string[]): Fault[] {
  const localized = [
    ...faultsOfText(pack.title, ['title'], languages),
    ...pack.groups.flatMap((group, index) => faultsOfText(group.title, ['groups', index, 'title'], languages)),
    ...pack.rules.flatMap((rule, index) => faultsOfText(rule.text, ['rules', index, 'text'], languages)),
    ...pack.cues.flatMap((cue, index) => faultsOfText(cue.text, ['cues', index, 'text'], languages)),
  ];
  const plain = pack.sources.flatMap((source, index) => [
    ...notComposed(source.title, ['sources', index, 'title']),
    ...notComposed(source.note ?? '', ['sources', index, 'note']),
  ]);
  return [...localized, ...plain];
}

function faultsOfText(text: LocalizedText, path: PathPart[], languages: readonly string[]): Fault[] {
  const absent = languages.filter((language) => !Object.hasOwn(text, language));
  return [
    ...absent.map((language) => faultAt(path, `has no text in "${language}"`)),
    ...Object.entries(text).flatMap(([language, words]) => notComposed(words, [...path, language])),
  ];
}

function notComposed(words: string, path: PathPart[]): Fault[] {
  return words === words.normalize('NFC')
    ? []
    : [faultAt(path, 'is not in Unicode form NFC; save it with composed letters')];
}

function longCues(pack: Pack): Fault[] {
  return pack.cues.flatMap((cue, index) =>
    Object.entries(cue.text).flatMap(([language, words]) => {
      const length = [...words].length;
      if (length <= MAX_CUE_LENGTH) return [];
      return [faultAt(['cues', index, 'text', language], `has ${length} characters, more than ${MAX_CUE_LENGTH}`)];
    }),
  );
}

function crowdedPoint(pack: Pack, point: PausePoint, index: number): Fault[] {
  const cues = pack.cues.filter((cue) => cue.pausePoint === point.id);
  if (point.mode !== 'do-confirm' || cues.length <= MAX_CUES_AT_ONCE) return [];
  const message = crowdMessage(cues);
  return message === null ? [] : [faultAt(['pausePoints', index], message)];
}

function crowdMessage(cues: readonly Cue[]): string | null {
  const crowd = mostCuesAtOnce(cues);
  if (crowd === null)
    return `its conditions combine too many values to prove that at most ${MAX_CUES_AT_ONCE} cues are shown`;
  if (crowd.count <= MAX_CUES_AT_ONCE) return null;
  return `shows ${crowd.count} cues at once, more than ${MAX_CUES_AT_ONCE}, when ${inWords(crowd.facts)}`;
}

function inWords(facts: Facts): string {
  const known = Object.entries(facts).map(
    ([name, value]) => `${name} is ${typeof value === 'string' ? JSON.stringify(value) : value}`,
  );
  return known.length === 0 ? 'nothing is known' : known.join(', ');
}
