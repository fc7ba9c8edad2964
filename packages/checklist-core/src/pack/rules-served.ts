import type { Cue, Pack } from './pack.ts';

/** Ids of the positive rules that these cues serve, each once, in the pack's order. */
export function rulesServed(pack: Pack, cues: readonly Cue[]): readonly string[] {
  const served = new Set(cues.flatMap((cue) => cue.serves));
  return pack.rules.filter((rule) => rule.polarity === 'do' && served.has(rule.id)).map((rule) => rule.id);
}
