import type { Entry } from 'checklist-core/journal';

/** Invented: one finish at an invented hospital's reception, for whatever only needs some entry. */
export const inventedFinish: Entry = {
  service: {
    kind: 'finish',
    day: '2026-03-09',
    half: 'am',
    pack: 'hospital-reception@1.0.0',
    pausePoint: 'triage',
    outcome: 'received',
    group: null,
    channel: 'direct',
    onTime: null,
    practice: false,
    of: null,
  },
  conduct: { rules: ['say-who-you-are'], cues: ['greet'], missed: [], skipped: false },
  private: { at: '2026-03-09T08:12:41', procedure: null },
};
