import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';

/** A notification as the extension gave it to the browser. */
export interface Notice {
  readonly id: string;
  readonly options: { readonly title: string; readonly message: string };
}

/*
 * No browser tells what it has shown. So a small script stands before the built worker: it writes down each start and
 * each notification, which then go their way. Each gets a key of its own, so that no two worker lives overwrite.
 */
const WITNESS = `
const note = (what, value) => chrome.storage.local.set({ ['witness-' + what + '-' + crypto.randomUUID()]: value });
const create = chrome.notifications.create.bind(chrome.notifications);
chrome.notifications.create = async (id, options) => {
  await note('notice', { id, options });
  return create(id, options);
};
note('start', Date.now());
`;

const LOADER = 'service-worker-loader.js';

/** Copies the built extension into `folder` with the witness before its worker; answers with the copy's path. */
export async function withNoticeWitness(folder: string): Promise<string> {
  const extension = join(folder, 'dist');
  await cp(resolve('dist'), extension, { recursive: true });
  await writeFile(join(extension, 'notice-witness.js'), WITNESS);
  const loader = await readFile(join(extension, LOADER), 'utf8');
  await writeFile(join(extension, LOADER), `import './notice-witness.js';\n${loader}`);
  return extension;
}

async function witnessed<T>(extensionPage: Page, what: 'notice' | 'start'): Promise<T[]> {
  const prefix = `witness-${what}-`;
  const kept = await extensionPage.evaluate(() => chrome.storage.local.get<Record<string, unknown>>(null));
  // Only the witness writes under its own prefix, in the shape given above.
  return Object.entries(kept).flatMap(([key, value]) => (key.startsWith(prefix) ? [value as T] : []));
}

/** Every notification since the profile was made, in no order. */
export function noticesSeen(extensionPage: Page): Promise<Notice[]> {
  return witnessed<Notice>(extensionPage, 'notice');
}

/** How often the worker has started since the profile was made. */
export async function workerStarts(extensionPage: Page): Promise<number> {
  return (await witnessed<number>(extensionPage, 'start')).length;
}
