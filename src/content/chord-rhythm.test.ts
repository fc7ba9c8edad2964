import { describe, expect, it } from 'vitest';
import { ChordRhythm, SAME_PRESS_MS } from './chord-rhythm.ts';

describe('ChordRhythm', () => {
  it('takes the first chord, and the next one only after a moment', () => {
    let now = 0;
    const rhythm = new ChordRhythm(() => now);
    expect(rhythm.take()).toBe(true);
    expect(rhythm.take()).toBe(false);
    now = SAME_PRESS_MS - 1;
    expect(rhythm.take()).toBe(false);
    now = SAME_PRESS_MS;
    expect(rhythm.take()).toBe(true);
  });

  it('measures from the chord acted on, not from the ones it ignored', () => {
    let now = 0;
    const rhythm = new ChordRhythm(() => now);
    const taken = [0, 300, 600, 900].filter((at) => {
      now = at;
      return rhythm.take();
    });
    expect(taken).toEqual([0, 900]);
  });
});
