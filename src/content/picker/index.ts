import { ownApi } from '../own-api.ts';
import { RuntimeLink } from '../runtime-link.ts';
import { openPicker } from './open-picker.ts';

/** Set in our own isolated world while a lesson goes on: one at a time. */
const OPEN = Symbol.for('than-thien.picker');

async function open(): Promise<void> {
  const ended = await openPicker(window, new RuntimeLink(ownApi()));
  const close = () => Reflect.deleteProperty(globalThis, OPEN);
  if (ended.aborted) close();
  else ended.addEventListener('abort', close);
}

if (!Reflect.has(globalThis, OPEN)) {
  Reflect.set(globalThis, OPEN, true);
  void open();
}
