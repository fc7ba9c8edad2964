import { knownFacts, MAX_CUES_AT_ONCE, type Pack, selectCues, type Tone, textIn } from 'checklist-core';
import type { CuesByTone, CueText, FinishAsked, Snapshot } from '../messages/requests.ts';
import type { Language } from '../platform/i18n.ts';

/* Which cues are shown when: chosen here, so that a portal's page is given texts and no rules. */

/** The cues of greeting and guiding, for each tone there may be at the desk. */
export function momentCues(pack: Pack, language: Language): Snapshot['cues'] {
  return { greet: cuesByTone(pack, 'greet', language), work: cuesByTone(pack, 'work', language) };
}

function cuesByTone(pack: Pack, pausePoint: string, language: Language): CuesByTone {
  const of = (tone: Tone | null) => shownCues(pack, pausePoint, { tone }, language).slice(0, MAX_CUES_AT_ONCE);
  return { joy: of('joy'), neutral: of('neutral'), grief: of('grief'), unknown: of(null) };
}

/** The steps of helping a citizen file, in the order of their pack; none where it is switched off. */
export function assistedSteps(pack: Pack | null, language: Language): readonly CueText[] {
  return pack === null ? [] : shownCues(pack, 'assisted', {}, language);
}

/** The cues a finish asks about, in the pack's order. */
export function finishCues(
  pack: Pack,
  { outcome, tone, late, group }: Omit<FinishAsked, 'sessionId' | 'askedAt'>,
  language: Language,
): readonly CueText[] {
  return shownCues(pack, 'finish', { outcome, tone, late, group }, language).slice(0, MAX_CUES_AT_ONCE);
}

function shownCues(
  pack: Pack,
  pausePoint: string,
  facts: Parameters<typeof knownFacts>[0],
  language: Language,
): readonly CueText[] {
  const { shown } = selectCues(pack, pausePoint, knownFacts(facts));
  return shown.map(({ id, text }) => ({ id, text: textIn(text, language) }));
}
