import { mountOverlay } from './mount.ts';
import { nextTask } from './next-task.ts';
import { ownApi } from './own-api.ts';
import { posted } from './relief.ts';
import { RuntimeLink } from './runtime-link.ts';

/** Set in our own isolated world: a second copy of this very script has nothing to do. */
const LOADED = Symbol.for('than-thien.overlay');

if (!Reflect.has(globalThis, LOADED)) {
  Reflect.set(globalThis, LOADED, true);
  const lookout = posted();
  // In a task of its own: evaluating this file was one. Until then the lookout hears what is told.
  nextTask(() => {
    const link = new RuntimeLink(ownApi());
    const { ended } = mountOverlay({ document, window, link, url: () => window.location.href }, lookout?.relieve());
    // A site that was taken back may be granted again while its page is open.
    ended.addEventListener('abort', () => {
      Reflect.deleteProperty(globalThis, LOADED);
      lookout?.resume();
    });
  });
}
