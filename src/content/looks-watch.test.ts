// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { LooksWatch } from './looks-watch.ts';
import { Timers } from './timers.ts';

const LONG_MS = 60_000;
let stop: AbortController;
let again = 0;
let looks: LooksWatch;

/** So many components are to come. happy-dom takes all elements for such. */
function components(length: number): void {
  vi.spyOn(document, 'querySelectorAll').mockReturnValue({ length } as NodeListOf<Element>);
}

beforeEach(() => {
  vi.useFakeTimers();
  components(0);
  stop = new AbortController();
  again = 0;
  looks = new LooksWatch(window, new Timers(window, stop.signal), () => {
    again += 1;
  });
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('leaves a page alone of which everything was looked at, and nothing in it is a field or a component to come', () => {
  looks.owe({ owes: false, refilled: null });
  expect(vi.getTimerCount()).toBe(0);
});

it('looks once more where not everything was looked at', () => {
  looks.owe({ owes: true, refilled: null });
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(1);
  expect(looks.take()).toBe(true);
});

it('waits until a field holds something else, and somebody sees the page', () => {
  const tree = { owes: false, refilled: false };
  looks.owe(tree);
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(0);
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
  tree.refilled = true;
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(0);
  hidden.mockReturnValue(false);
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(1);
});

it('looks once more where a component has come to life', () => {
  components(2);
  looks.owe({ owes: false, refilled: null });
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(0);
  components(1);
  vi.advanceTimersByTime(LONG_MS);
  expect(again).toBe(1);
});

it('waits until nobody has typed for a while', () => {
  looks.owe({ owes: false, refilled: true });
  for (let letter = 0; letter < 20; letter += 1) {
    looks.type();
    vi.advanceTimersByTime(500);
  }
  expect(again).toBe(0);
  vi.advanceTimersByTime(4_000);
  expect(again).toBe(1);
});

it('waits no more once we are gone', () => {
  looks.owe({ owes: false, refilled: false });
  stop.abort();
  expect(vi.getTimerCount()).toBe(0);
});
