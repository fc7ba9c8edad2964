import type { HandoverHeader, Period, SharedEntry, StatedConduct, VerifiedHandover } from '../handover/handover.ts';
import type { ConductPart, ServicePart } from '../journal/entry.ts';
import type { Tally } from './tally.ts';
import type { TallyOptions } from './tally-options.ts';

/*
 * Invented hand-overs for tests, as they come out of verification. Three rules: `thank` is served by the cue `say-thanks`
 * alone, `greet` by `hello` and `offer-seat`, `sorry` by `say-sorry`.
 */

export const PACK = 'desk@1';

const SERVES: Readonly<Record<string, readonly string[]>> = {
  'say-thanks': ['thank'],
  hello: ['greet'],
  'offer-seat': ['greet'],
  'say-sorry': ['sorry'],
};

export const rulesOfCue: NonNullable<TallyOptions['rulesOfCue']> = (_, cue) => SERVES[cue] ?? null;

export interface TestHandover {
  readonly header: HandoverHeader;
  readonly entries: readonly SharedEntry[];
  readonly from: number;
  readonly file: string;
}

export interface TestEntry {
  readonly id?: string;
  readonly service?: Partial<ServicePart> | null;
  readonly conduct?: Partial<ConductPart> | null;
}

/** Cues shown and missed. */
export function conductOf(missed: readonly string[] = [], cues: readonly string[] = ['say-thanks']): ConductPart {
  return { cues, missed, rules: [...new Set(cues.flatMap((cue) => SERVES[cue] ?? []))], skipped: false };
}

export function finishOn(day: string, conduct: Partial<ConductPart> | null = null): TestEntry {
  return { service: { day }, conduct };
}

export function handoverOf(
  log: { readonly author: string; readonly origin?: string; readonly key?: string },
  entries: readonly TestEntry[],
  more: {
    readonly from?: number;
    readonly stated?: StatedConduct | null;
    readonly period?: Period;
    readonly file?: string;
  } = {},
): TestHandover {
  const from = more.from ?? 0;
  const origin = log.origin ?? `log-${log.author}`;
  const period = more.period ?? { from: '2026-01-01', to: '2026-12-31' };
  const stated = more.stated ?? null;
  return {
    header: {
      format: 'checklist-handover/1',
      origin,
      key: `${origin}+00000000+${log.key ?? `key-${origin}`}`,
      author: log.author,
      name: `Name of ${log.author}`,
      period,
      before: { size: from, hashes: [] },
      stated,
      later: null,
    },
    from,
    file: more.file ?? JSON.stringify([origin, from, entries, stated, period]),
    entries: entries.map((entry, index) => sharedEntry(origin, from + index, entry)),
  };
}

function sharedEntry(origin: string, n: number, { id, service, conduct }: TestEntry): SharedEntry {
  return {
    n,
    id: id ?? `${origin}#${n}`,
    line: n + 2,
    service: service === null ? null : { ...SERVICE, ...service },
    conduct: conduct === null || conduct === undefined ? null : { ...conductOf(), ...conduct },
    continues: null,
  };
}

const SERVICE: ServicePart = {
  kind: 'finish',
  day: '2026-06-01',
  half: 'am',
  pack: PACK,
  pausePoint: 'finish',
  outcome: 'received',
  group: 'civil-status',
  channel: 'direct',
  onTime: null,
  practice: false,
  of: null,
};

export function verified({ header, from, entries, file }: TestHandover): VerifiedHandover {
  const closed = {
    service: entries.filter(({ service }) => service === null).length,
    conduct: entries.filter(({ conduct }) => conduct === null).length,
  };
  return { header, checkpoint: '', from, to: from + entries.length, file, closed, consistentWith: [], witnessed: true };
}

/** Counts hand-overs one after the other. */
export function countAll(tally: Tally, handovers: readonly TestHandover[]): Tally {
  for (const handover of handovers) {
    const reading = tally.begin(handover.header);
    for (const entry of handover.entries) reading.add(entry);
    reading.commit(verified(handover));
  }
  return tally;
}
