import { describe, expect, it } from 'vitest';
import { knownFacts } from './known-facts.ts';
import type { Cue, Pack } from './pack.ts';
import { rulesServed } from './rules-served.ts';
import { explainCue, selectCues } from './select-cues.ts';

const cue = (id: string, more: Partial<Cue> = {}): Cue => ({
  id,
  pausePoint: 'finish',
  text: { vi: id },
  serves: [],
  ...more,
});

function pack(cues: readonly Cue[]): Pack {
  const rule = (id: string, polarity: 'do' | 'dont') =>
    ({ id, group: 'g', text: { vi: id }, polarity, source: 's', confidence: 'verified' }) as const;
  return {
    format: 'checklist-pack/1',
    id: 'p',
    version: '1.0.0',
    status: 'active',
    title: { vi: 'p' },
    confidence: 'verified',
    sources: [{ id: 's', title: 's', confidence: 'verified' }],
    groups: [{ id: 'g', title: { vi: 'g' } }],
    rules: [rule('hello', 'do'), rule('thanks', 'do'), rule('never', 'dont')],
    pausePoints: [
      { id: 'finish', mode: 'do-confirm', asks: true },
      { id: 'steps', mode: 'read-do', asks: false },
    ],
    cues,
  };
}

describe('selectCues', () => {
  it('shows cues of the pause point in the order of the pack', () => {
    const { shown } = selectCues(pack([cue('b'), cue('x', { pausePoint: 'steps' }), cue('a')]), 'finish', {});
    expect(shown.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('does not show a cue whose condition is false or open, and says what an open one lacks', () => {
    const late = cue('late', { when: { op: 'eq', fact: 'late', value: true } });
    const joy = cue('joy', { when: { op: 'eq', fact: 'tone', value: 'joy' } });
    expect(selectCues(pack([late, joy]), 'finish', { late: false })).toEqual({
      shown: [],
      undecided: [{ cue: joy, missing: ['tone'] }],
    });
    expect(selectCues(pack([late, joy]), 'finish', { late: true, tone: 'joy' }).shown).toEqual([late, joy]);
  });

  it('never shows more than five at a do-confirm pause point, all steps at a read-do one', () => {
    const seven = (pausePoint: string) => pack([1, 2, 3, 4, 5, 6, 7].map((n) => cue(`c${n}`, { pausePoint })));
    expect(selectCues(seven('finish'), 'finish', {}).shown).toHaveLength(5);
    expect(selectCues(seven('steps'), 'steps', {}).shown).toHaveLength(7);
  });

  it('can say why a cue is shown or not', () => {
    const late = cue('late', { when: { op: 'eq', fact: 'late', value: true } });
    expect(explainCue(late, { late: false })).toEqual({ leaf: late.when, truth: false, found: false });
    expect(explainCue(cue('always'), {})).toBeNull();
  });

  it('has nothing for a pause point the pack does not know', () => {
    expect(selectCues(pack([cue('a')]), 'lunch', {})).toEqual({ shown: [], undecided: [] });
  });
});

describe('rulesServed', () => {
  it('gives positive rules once each, in the order of the pack', () => {
    const served = rulesServed(pack([]), [
      cue('a', { serves: ['thanks', 'never'] }),
      cue('b', { serves: ['hello', 'thanks'] }),
    ]);
    expect(served).toEqual(['hello', 'thanks']);
  });
});

describe('knownFacts', () => {
  it('leaves out what is unknown and keeps what is false, zero or empty', () => {
    expect(knownFacts({ tone: null, late: false, n: 0, text: '', outcome: undefined })).toEqual({
      late: false,
      n: 0,
      text: '',
    });
  });
});
