import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Worker } from 'playwright-core';

/*
 * What the background hears, answers, tells, shows and says on its console. A small script stands before the built worker
 * and listens at the browser's own API, in memory only: it adds nothing to what the browser keeps.
 */
const WITNESS = `
const heard = (self.__heard = []);
const note = (what, value) => heard.push(what + ' ' + JSON.stringify(value, (_, each) => each instanceof Error ? String(each.stack) : each));
const listen = chrome.runtime.onMessage.addListener.bind(chrome.runtime.onMessage);
chrome.runtime.onMessage.addListener = (listener) => listen((message, sender, respond) => {
  note('message', message);
  const result = listener(message, sender, (answer) => { note('answer', answer); respond(answer); });
  if (result instanceof Promise) void result.then((answer) => note('answer', answer));
  return result;
});
for (const [area, name] of [[chrome.tabs, 'sendMessage'], [chrome.runtime, 'sendMessage'], [chrome.notifications, 'create'], [chrome.action, 'setTitle']]) {
  const call = area[name].bind(area);
  area[name] = (...given) => { note(name, given.filter((each) => typeof each !== 'function')); return call(...given); };
}
for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
  const call = console[level].bind(console);
  console[level] = (...given) => { note('console', given); call(...given); };
}
for (const kind of ['error', 'unhandledrejection']) self.addEventListener(kind, (event) => note(kind, event.message ?? String(event.reason)));
`;

const LOADER = 'service-worker-loader.js';

/** Copies the built extension into `folder` with the witness before its worker; answers with the copy's path. */
export async function withLeakWitness(folder: string): Promise<string> {
  const extension = join(folder, 'dist');
  await cp(resolve('dist'), extension, { recursive: true });
  await writeFile(join(extension, 'leak-witness.js'), WITNESS);
  const loader = await readFile(join(extension, LOADER), 'utf8');
  await writeFile(join(extension, LOADER), `import './leak-witness.js';\n${loader}`);
  return extension;
}

/** One line for each thing that was heard since the worker started, its kind first: `message`, `answer`, `console` … */
export function heardBy(worker: Worker): Promise<readonly string[]> {
  return worker.evaluate(() => Reflect.get(self, '__heard') as string[]);
}
