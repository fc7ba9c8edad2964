import { beforeEach, describe, expect, it, vi } from 'vitest';

const CHORD = { type: 'chord' } as const;

/** A browser whose tab in front comes as the test says. */
const browser = vi.hoisted(() => ({
  status: 'complete' as 'loading' | 'complete',
  canHear: false,
  isClosed: false,
  heard: [] as unknown[],
  ourPages: [] as unknown[],
  asked: 0,
}));

vi.mock('../platform/browser.ts', () => {
  const front = () => ({ id: 7, status: browser.status });
  return {
    runtime: { sendMessage: async (message: unknown) => void browser.ourPages.push(message) },
    tabs: {
      query: async () => [front()],
      get: async () => (browser.isClosed ? Promise.reject(new Error('No tab with id: 7')) : front()),
      sendMessage: async (_: number, message: unknown) => {
        browser.asked += 1;
        if (!browser.canHear) throw new Error('Receiving end does not exist');
        browser.heard.push(message);
      },
    },
  };
});

const { tellFrontTab } = await import('./broadcast.ts');

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(browser, { status: 'complete', canHear: false, isClosed: false, heard: [], ourPages: [], asked: 0 });
  return () => vi.useRealTimers();
});

describe('the chord', () => {
  it('is told to the tab in front, and to nobody else', async () => {
    browser.canHear = true;
    await tellFrontTab(CHORD);
    expect(browser).toMatchObject({ heard: [CHORD], ourPages: [] });
  });

  it('goes to our own pages where no page of a portal is in front, at once', async () => {
    await tellFrontTab(CHORD);
    expect(browser).toMatchObject({ heard: [], ourPages: [CHORD], asked: 1 });
  });

  it.each(['loading', 'complete'] as const)('waits for a page that is coming: heard once it is %s', async (status) => {
    browser.status = 'loading';
    const told = tellFrontTab(CHORD);
    await vi.advanceTimersByTimeAsync(950);
    expect(browser.heard).toEqual([]);
    Object.assign(browser, { status, canHear: true });
    await vi.advanceTimersByTimeAsync(200);
    await told;
    expect(browser.heard).toEqual([CHORD]);
  });

  it('is forgotten where the page takes longer than anybody waits', async () => {
    browser.status = 'loading';
    const told = tellFrontTab(CHORD);
    await vi.advanceTimersByTimeAsync(3_000);
    browser.canHear = true;
    await vi.advanceTimersByTimeAsync(10_000);
    await told;
    expect(browser.heard).toEqual([]);
  });

  it('is forgotten with the tab', async () => {
    browser.status = 'loading';
    const told = tellFrontTab(CHORD);
    await vi.advanceTimersByTimeAsync(100);
    browser.isClosed = true;
    await vi.advanceTimersByTimeAsync(10_000);
    await expect(told).resolves.toBeUndefined();
    expect(browser.asked).toBeLessThan(4);
  });
});
