import { describe, expect, it } from 'vitest';
import { groupWords, inRuleOrder, rulesOfCue, ruleWords } from './rule-words.ts';

describe('words for ids of hand-overs', () => {
  it('are those of the packs that ship, in their order', () => {
    expect(ruleWords('xin-chao', 'en')).toBe('Greet');
    const rows = ['from-elsewhere', 'luon-giup-do', 'xin-chao'].map((rule) => ({ rule }));
    expect(inRuleOrder(rows).map(({ rule }) => rule)).toEqual(['xin-chao', 'luon-giup-do', 'from-elsewhere']);
  });

  it('are the id itself where nobody here knows it, also for a word that every object knows', () => {
    for (const id of ['from-elsewhere', 'constructor', 'valueOf']) {
      expect(ruleWords(id, 'vi')).toBe(id);
      expect(groupWords(id, 'vi')).toBe(id);
    }
  });

  it('find the rules of a cue by its pack, whatever the version, and none of a pack that is not here', () => {
    expect(rulesOfCue('4-xin-4-luon-5-khong@9.9.9', 'finish-more')).toEqual(['luon-giup-do']);
    expect(rulesOfCue('4-xin-4-luon-5-khong@1.0.0', 'from-elsewhere')).toBeNull();
    expect(rulesOfCue('elsewhere@1.0.0', 'finish-more')).toBeNull();
  });
});
