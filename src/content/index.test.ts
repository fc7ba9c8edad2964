// @vitest-environment happy-dom

import { afterEach, expect, it, vi } from 'vitest';
import { nextTask } from './next-task.ts';
import { post, type Watch } from './relief.ts';

afterEach(() => vi.unstubAllGlobals());

it('hears for itself from the moment it relieves the lookout: nothing that is told between the two is lost', async () => {
  const hearing = new Set<unknown>();
  const onMessage = {
    addListener: (listener: unknown) => void hearing.add(listener),
    removeListener: (listener: unknown) => void hearing.delete(listener),
  };
  const runtime = { id: 'ours', onMessage, sendMessage: () => new Promise(() => undefined) };
  vi.stubGlobal('chrome', { runtime });
  let heardAfter: number | null = null;
  const relieve = (): Watch => {
    nextTask(() => {
      heardAfter = hearing.size;
    });
    return { told: [], snapshot: Promise.resolve(null) };
  };
  post({ relieve, resume: () => undefined });
  await import('./index.ts');
  await vi.waitFor(() => expect(heardAfter).toBe(1));
});
