import { now } from '../../platform/clock.ts';
import { ReviewStore } from '../store/review-store.ts';
import { answer } from './answer.ts';
import type { WorkerEvent } from './requests.ts';
import { ReviewDesk } from './review-desk.ts';

/*
 * The only writer of the lead's database, for as long as it holds the lock: a second tab of the page waits until the
 * first is closed. Everything slow (reading, hashing, signatures) happens here, so that the page stays quick.
 */

const LOCK = 'review-writer';

const tell = (event: WorkerEvent) => self.postMessage(event);

/** Takes the lock and never gives it back: it ends with the worker, that is with the tab. */
function becomeWriter(): Promise<void> {
  return new Promise((resolve, reject) => {
    const hold = () => {
      resolve();
      return new Promise<never>(() => undefined);
    };
    const inquire = async (lock: Lock | null) => {
      if (lock !== null) return hold();
      tell({ event: 'waiting' });
      navigator.locks.request(LOCK, hold).catch(reject);
      return undefined;
    };
    navigator.locks.request(LOCK, { ifAvailable: true }, inquire).catch(reject);
  });
}

// Built at the first request after the lock is held, and again after "delete all" dropped the database.
const desk = new ReviewDesk({
  openStore: ReviewStore.open,
  now,
  onProgress: (progress) => tell({ event: 'progress', ...progress }),
});

// Requests that come while another tab writes are answered once it is closed.
const writing = becomeWriter().then(() => tell({ event: 'ready' }));

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  void writing.then(
    () => answer(desk, data).then((reply) => reply && self.postMessage(reply)),
    (error: unknown) => console.warn('review: the lock was refused', error),
  );
});
