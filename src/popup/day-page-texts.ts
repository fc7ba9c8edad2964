import type { PopupText } from '../platform/texts/popup.ts';

/** What the day page asks about one rule of the five don'ts, and what it says to who wants to look again. */
export interface GuardedRuleTexts {
  /** Null: the pack has a rule we have no question for; the rule itself is asked. */
  readonly ask: PopupText | null;
  readonly guide: PopupText;
  readonly talk: PopupText;
}

const GUARDED: Readonly<Record<string, GuardedRuleTexts>> = {
  'khong-cua-quyen': { ask: 'askAuthority', guide: 'guideAuthority', talk: 'talkAuthority' },
  'khong-quan-lieu': { ask: 'askBureaucracy', guide: 'guideBureaucracy', talk: 'talkBureaucracy' },
  'khong-tham-nhung': { ask: 'askCorruption', guide: 'guideCorruption', talk: 'talkCorruption' },
  'khong-xu-ninh': { ask: 'askFlattery', guide: 'guideFlattery', talk: 'talkFlattery' },
  'khong-lam-dung': { ask: 'askAbuse', guide: 'guideAbuse', talk: 'talkAbuse' },
};

const OTHER: GuardedRuleTexts = { ask: null, guide: 'guideOther', talk: 'talkOther' };

const GROUP_QUESTIONS: Readonly<Record<string, PopupText>> = { '4-xin': 'askFourXin', '4-luon': 'askFourLuon' };

/** Texts for a guarded rule by its id; a commune's own rule gets the general ones. */
export function guardedRuleTexts(ruleId: string): GuardedRuleTexts {
  return GUARDED[ruleId] ?? OTHER;
}

/** Question over a group of positive rules, or null: then the group's own title is the heading. */
export function groupQuestion(groupId: string): PopupText | null {
  return GROUP_QUESTIONS[groupId] ?? null;
}

/** Text of every answer. */
export const ANSWER_TEXTS = {
  kept: 'kept',
  forgot: 'forgot',
  'no-occasion': 'noOccasion',
  none: 'none',
  settled: 'settled',
  review: 'review',
} as const satisfies Record<string, PopupText>;
