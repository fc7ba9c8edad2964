import * as v from 'valibot';
import { type Desk, emptyDesk } from './desk.ts';

const word = v.pipe(v.string(), v.maxLength(256));
const maybe = v.nullable(word);
const epochMs = v.pipe(v.number(), v.finite());
const outcome = v.picklist(['received', 'returned', 'supplement', 'refused']);
const channel = v.nullable(v.picklist(['direct', 'online', 'post']));
const tone = v.nullable(v.picklist(['joy', 'neutral', 'grief']));
const onTime = v.nullable(v.picklist(['early', 'on-time', 'late']));

const dossier = v.strictObject({ key: maybe, channel, procedureCode: maybe, group: maybe, tone });
const finish = v.strictObject({
  askedAt: epochMs,
  outcome,
  tone,
  group: maybe,
  procedureCode: maybe,
  channel,
  onTime,
  late: v.nullable(v.boolean()),
});
const session = v.strictObject({
  id: word,
  startedAt: epochMs,
  lastActivityAt: epochMs,
  startedBy: v.picklist(['button', 'page', 'press']),
  tone,
  dossiers: v.array(word),
  finish: v.nullable(finish),
});
const pressed = v.strictObject({ actionId: word, outcome, at: epochMs, dossier, onTime, sessionId: maybe });
const desk: v.GenericSchema<unknown, Desk> = v.strictObject({
  session: v.nullable(session),
  pressed: v.nullable(pressed),
  ended: v.nullable(v.strictObject({ session, entryId: word, at: epochMs })),
  inView: v.nullable(v.strictObject({ page: v.picklist(['receive', 'dossier']), key: maybe, channel, tone })),
});

/**
 * A desk as it was kept, or an empty one if there is none or it is not a desk (another version wrote it): losing an
 * open session costs one question to the official, trusting a broken one could ask for somebody who is not there.
 */
export function readDesk(stored: unknown): Desk {
  const parsed = v.safeParse(desk, stored);
  return parsed.success ? parsed.output : emptyDesk;
}
