import type { DeskLink } from '../desk-link.ts';
import { type RuntimeApi, RuntimeLink } from '../runtime-link.ts';
import { Picker } from './picker.ts';

declare const browser: RuntimeApi;

/** Set in our own isolated world while a lesson goes on: one at a time. */
const OPEN = Symbol.for('than-thien.picker');

function ownApi(): RuntimeApi {
  return globalThis.chrome?.runtime?.id ? globalThis.chrome : browser;
}

async function open(): Promise<void> {
  const link: DeskLink = new RuntimeLink(ownApi());
  const opened = await link.request('open', {});
  const { ended } = opened.ok ? new Picker(window, link, opened.value) : { ended: AbortSignal.abort() };
  const close = () => Reflect.deleteProperty(globalThis, OPEN);
  if (ended.aborted) close();
  else ended.addEventListener('abort', close);
}

if (!Reflect.has(globalThis, OPEN)) {
  Reflect.set(globalThis, OPEN, true);
  void open();
}
