import { type Pack, rulesServed } from 'checklist-core';
import { localStamp } from 'checklist-core/deadline';
import type { AskedFinish } from 'checklist-core/desk';
import type { Entry, PrivatePart, ServicePart } from 'checklist-core/journal';
import type { Intent } from '../messages/requests.ts';
import { calendar, labelOf, pack } from './house-rules.ts';
import { RequestError } from './request-error.ts';

type IntentOf<Kind extends Intent['kind']> = Extract<Intent, { readonly kind: Kind }>;

/** Where and when an entry is made. `now`: epoch ms. */
export interface EntryMoment {
  readonly now: number;
  readonly practice: boolean;
}

/**
 * The entry of a finish. The official's act gives the cues; everything else comes from the desk and the clock, so a page
 * cannot put words into the journal. Throws `RequestError` for cues that the pack does not have.
 * @param pack the one in force on the host where the finish was answered.
 */
export function finishEntry(intent: IntentOf<'finish'>, asked: AskedFinish, pack: Pack, moment: EntryMoment): Entry {
  const shown = intent.cues.map((id) => pack.cues.find((cue) => cue.id === id));
  const cues = shown.filter((cue) => cue !== undefined);
  if (cues.length < shown.length) throw new RequestError('bad-message', 'a cue that the pack does not have');
  if (!intent.missed.every((id) => intent.cues.includes(id))) {
    throw new RequestError('bad-message', 'a missed cue that was not shown');
  }
  return {
    service: {
      ...commonService(moment),
      pack: labelOf(pack),
      kind: 'finish',
      outcome: asked.outcome,
      group: asked.group,
      channel: asked.channel,
      onTime: asked.onTime,
      of: null,
    },
    conduct: {
      rules: rulesServed(pack, cues),
      cues: [...new Set(intent.cues)],
      missed: [...new Set(intent.missed)],
      skipped: intent.skipped,
    },
    private: { at: stamp(moment).at, procedure: journalCode(asked.procedureCode) },
  };
}

/** The entry that takes another one back; `pack`: the label that one has. */
export function voidEntry(of: string, pack: string, moment: EntryMoment): Entry {
  return {
    service: {
      ...commonService(moment),
      pack,
      kind: 'void',
      outcome: null,
      group: null,
      channel: null,
      onTime: null,
      of,
    },
    conduct: null,
    private: { at: stamp(moment).at, procedure: null },
  };
}

/** The day page: a private part and nothing else. Throws `RequestError` for rules that the pack does not have. */
export function dayPageEntry(intent: IntentOf<'day-page'>, moment: EntryMoment): Entry {
  const known = new Set(pack.rules.map(({ id }) => id));
  if (!Object.keys(intent.answers).every((id) => known.has(id))) {
    throw new RequestError('bad-message', 'a rule that the pack does not have');
  }
  const page: PrivatePart = { at: stamp(moment).at, procedure: null, dayPage: intent.answers };
  return { service: null, conduct: null, private: page };
}

/** Day and half-day of a moment, for comparing with an entry's. */
export function stamp({ now }: EntryMoment) {
  return localStamp(now, calendar.offsetMinutes);
}

function commonService(moment: EntryMoment): Pick<ServicePart, 'day' | 'half' | 'pausePoint' | 'practice'> {
  const { day, half } = stamp(moment);
  return { day, half, pausePoint: 'finish', practice: moment.practice };
}

/** The national part of a code: the journal's own grammar has no room for a local suffix. */
function journalCode(code: string | null): string | null {
  return code === null ? null : (/^\d\.\d{6}/.exec(code)?.[0] ?? null);
}
