import { useEffect, useState } from 'preact/hooks';
import type { Progress } from './worker/requests.ts';
import { WorkerLink } from './worker-link.ts';

export interface ReviewWorker {
  readonly link: WorkerLink;
  /** `waiting`: another tab of this page is the writer. */
  readonly state: 'starting' | 'waiting' | 'ready';
  readonly progress: Progress | null;
}

/** Starts the page's worker, the one writer of its database; it ends with the page. */
export function useWorker(): ReviewWorker | null {
  const [worker, setWorker] = useState<ReviewWorker | null>(null);
  useEffect(() => {
    const thread = new Worker(new URL('./worker/index.ts', import.meta.url), { type: 'module' });
    const change = (part: Partial<ReviewWorker>) => setWorker((before) => before && { ...before, ...part });
    const link = new WorkerLink(thread, (event) => {
      if (event.event === 'progress') change({ progress: event });
      else change({ state: event.event });
    });
    setWorker({ link, state: 'starting', progress: null });
    return () => thread.terminate();
  }, []);
  return worker;
}
