import { type Facts, knownFacts, type Pack, rulesServed, selectCues } from 'checklist-core';
import type { ConductPart, ServicePart } from 'checklist-core/journal';
import { defaultPack } from '../../../../src/rules/packs/index.ts';
import type { SeededRandom } from './seeded-random.ts';

/** One simulated entry. Keys of both parts stand in the order of RFC 8785, so that their JSON is canonical as it is. */
export interface SimulatedEntry {
  /** Random id, base64url of 128 bits. */
  readonly id: string;
  /** Null on a day page, which opens nothing. */
  readonly service: ServicePart | null;
  readonly conduct: ConductPart | null;
  /** A finish that is taken back right after it. */
  readonly isVoided: boolean;
}

const PACK: Pack = defaultPack;
const PACK_LABEL = `${PACK.id}@${PACK.version}`;

const OUTCOMES = [
  ['received', 45],
  ['returned', 41],
  ['supplement', 10],
  ['refused', 2],
  [null, 2],
] as const;
const CHANNELS = [
  ['direct', 84],
  ['online', 9],
  ['post', 3],
  [null, 4],
] as const;
const ON_TIME = [
  ['early', 36],
  ['on-time', 58],
  ['late', 4],
  [null, 2],
] as const;
const GROUPS = [
  ['ho-tich', 30],
  ['chung-thuc', 34],
  ['cu-tru', 14],
  ['bao-tro-xa-hoi', 8],
  ['kinh-doanh', 4],
  ['khac', 6],
  [null, 4],
] as const;
const TONES = [
  ['neutral', 90],
  ['joy', 7],
  ['grief', 3],
] as const;

/** How one official of the simulation works; drawn once, so that officials differ. */
export interface DeskHabits {
  /** How often a cue is missed, per mille. */
  readonly missed: number;
  /** How often the finish is skipped, per mille. */
  readonly skipped: number;
}

export function drawHabits(random: SeededRandom): DeskHabits {
  return { missed: 10 + random.below(90), skipped: 5 + random.below(50) };
}

/**
 * Everything an official writes on one working day: 20 to 30 finishes with some taken back or corrected, now and then
 * a letter, the counts of the day and the day page. Shares of channels, outcomes and letters are invented, in the
 * range that communes publish.
 */
export function simulateDay(day: string, habits: DeskHabits, random: SeededRandom): SimulatedEntry[] {
  const entries: SimulatedEntry[] = [];
  const dossiers = 20 + random.below(11);
  for (let dossier = 0; dossier < dossiers; dossier += 1) {
    const half = dossier * 2 < dossiers ? 'am' : 'pm';
    const finish = drawFinish(day, half, habits, random);
    entries.push(finish);
    if (finish.isVoided) entries.push(about('void', finish, day, half, random));
    else if (random.perMille(6)) entries.push(about('correction', finish, day, half, random));
    if (random.perMille(16)) entries.push(letter(day, half, random));
  }
  entries.push(dayCounts(day, entries, random));
  entries.push({ id: random.text(16), service: null, conduct: null, isVoided: false });
  return entries;
}

function drawFinish(day: string, half: 'am' | 'pm', habits: DeskHabits, random: SeededRandom): SimulatedEntry {
  const outcome = random.pick(OUTCOMES);
  const onTime = outcome === 'returned' ? random.pick(ON_TIME) : null;
  const channel = random.pick(CHANNELS);
  const group = random.pick(GROUPS);
  const shown = shownCues(knownFacts({ outcome, tone: random.pick(TONES), overdue: onTime === 'late', channel }));
  const skipped = random.perMille(habits.skipped);
  const service = part({ day, half, kind: 'finish', channel, group, onTime, outcome, practice: random.perMille(4) });
  return {
    id: random.text(16),
    service,
    conduct: {
      ...(random.perMille(2) ? { bypassed: true as const } : {}),
      cues: shown.cues,
      missed: skipped ? [] : shown.cues.filter(() => random.perMille(habits.missed)),
      rules: shown.rules,
      skipped,
    },
    isVoided: random.perMille(12),
  };
}

function about(
  kind: 'void' | 'correction',
  of: SimulatedEntry,
  day: string,
  half: 'am' | 'pm',
  random: SeededRandom,
): SimulatedEntry {
  const id = random.text(16);
  if (kind === 'void' || of.service === null) {
    return { id, service: part({ day, half, kind, of: of.id }), conduct: null, isVoided: false };
  }
  const { channel, group, onTime, outcome } = of.service;
  const service = part({ day, half, kind, of: of.id, channel, group, onTime, outcome });
  return { id, service, conduct: of.conduct, isVoided: false };
}

function letter(day: string, half: 'am' | 'pm', random: SeededRandom): SimulatedEntry {
  const kind = random.pick([
    ['congratulation', 60],
    ['condolence', 25],
    ['apology', 15],
  ] as const);
  const service = part({ day, half, kind: 'letter', group: kind === 'apology' ? null : 'ho-tich', letter: kind });
  return { id: random.text(16), service, conduct: null, isVoided: false };
}

function dayCounts(day: string, entries: readonly SimulatedEntry[], random: SeededRandom): SimulatedEntry {
  const finishes = entries.filter(({ service, isVoided }) => service?.kind === 'finish' && !isVoided);
  const count = (matches: (service: ServicePart) => boolean) =>
    finishes.filter(({ service }) => service !== null && matches(service)).length;
  const letters = entries.filter(({ service }) => service?.kind === 'letter').length;
  const promises = random.below(4);
  const counts = {
    letters: { owed: letters, sent: letters },
    open: { more: random.below(2), notDue: 10 + random.below(30), upToFive: random.below(3) },
    promises: { kept: Math.max(0, promises - random.below(2)), made: promises },
    received: count(({ outcome }) => outcome === 'received'),
    resolved: {
      early: count(({ onTime }) => onTime === 'early'),
      late: count(({ onTime }) => onTime === 'late'),
      onTime: count(({ onTime }) => onTime === 'on-time'),
    },
  };
  return {
    id: random.text(16),
    service: part({ day, half: 'pm', kind: 'day-counts', counts }),
    conduct: null,
    isVoided: false,
  };
}

/** A service part with its keys in the order of RFC 8785. */
function part(given: Pick<ServicePart, 'day' | 'half' | 'kind'> & Partial<ServicePart>): ServicePart {
  const { day, half, kind, channel = null, group = null, of = null, onTime = null, outcome = null } = given;
  return {
    channel,
    ...(given.counts === undefined ? {} : { counts: given.counts }),
    day,
    group,
    half,
    kind,
    ...(given.letter === undefined ? {} : { letter: given.letter }),
    of,
    onTime,
    outcome,
    pack: PACK_LABEL,
    pausePoint: 'finish',
    practice: given.practice ?? false,
  };
}

interface ShownCues {
  readonly cues: readonly string[];
  readonly rules: readonly string[];
}

/** There are few sets of facts and many finishes. */
const shownByFacts = new Map<string, ShownCues>();

function shownCues(facts: Facts): ShownCues {
  const key = JSON.stringify(facts);
  const known = shownByFacts.get(key);
  if (known !== undefined) return known;
  const cues = PACK.pausePoints.flatMap(({ id }) => selectCues(PACK, id, facts).shown);
  const shown = { cues: cues.map(({ id }) => id), rules: rulesServed(PACK, cues) };
  shownByFacts.set(key, shown);
  return shown;
}

const SERVES = new Map(PACK.cues.map(({ id, serves }) => [id, serves]));

/** Ids of the rules that a cue of the simulated desk serves. */
export function rulesOfCue(cue: string): readonly string[] {
  return SERVES.get(cue) ?? [];
}
