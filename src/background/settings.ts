import { PAGE_KINDS, type PageKind } from 'page-reader';
import * as v from 'valibot';
import { PAGE_PATTERN, pagePattern } from '../messages/page-pattern.ts';
import { storage } from '../platform/browser.ts';
import type { Language } from '../platform/i18n.ts';
import { inTurn } from '../storage/turns.ts';

/*
 * The few settings, in `storage.local`: no personal data, so no key. What is read is checked; a value that does not fit
 * is as if it were not there.
 */

const language = v.picklist(['vi', 'en']);
const pageKinds = v.record(v.string(), v.picklist(PAGE_KINDS));
const foldedHosts = v.array(v.string());

/** Most page patterns kept; the oldest corrections go first. */
const MAX_PATTERNS = 200;

/** The language of the interface: Vietnamese until the official chooses. */
export async function readLanguage(): Promise<Language> {
  const stored = v.safeParse(language, (await storage.local.get('language')).language);
  return stored.success ? stored.output : 'vi';
}

export async function writeLanguage(chosen: Language): Promise<void> {
  await storage.local.set({ language: chosen });
}

/** Page kinds the official corrected, by page pattern. */
export async function readPageKinds(): Promise<Readonly<Record<string, PageKind>>> {
  const stored = v.safeParse(pageKinds, (await storage.local.get('pageKinds')).pageKinds);
  return stored.success ? stored.output : {};
}

/** Patterns that were kept with the words of an address, as the first version did, become those of today. */
export function forgetAddresses(): Promise<void> {
  return inTurn('page kinds', async () => {
    const kinds = Object.entries(await readPageKinds());
    if (kinds.every(([pattern]) => PAGE_PATTERN.test(pattern))) return;
    const kept = kinds.flatMap(([pattern, kind]) => {
      if (PAGE_PATTERN.test(pattern)) return [[pattern, kind]];
      return URL.canParse(pattern) ? [[pagePattern(pattern), kind]] : [];
    });
    await storage.local.set({ pageKinds: Object.fromEntries(kept) });
  });
}

/** What two tabs correct at once is kept both: each change reads what the one before it wrote. */
export function writePageKind(pattern: string, kind: PageKind): Promise<void> {
  return inTurn('page kinds', async () => {
    const { [pattern]: _before, ...others } = await readPageKinds();
    const kept = Object.entries(others).slice(-(MAX_PATTERNS - 1));
    await storage.local.set({ pageKinds: Object.fromEntries([...kept, [pattern, kind]]) });
  });
}

/** Whether the official folded the pill to its icon on this host. */
export async function readFolded(host: string): Promise<boolean> {
  return (await readFoldedHosts()).includes(host);
}

export function writeFolded(host: string, isFolded: boolean): Promise<void> {
  return inTurn('folded hosts', async () => {
    const others = (await readFoldedHosts()).filter((each) => each !== host);
    await storage.local.set({ foldedHosts: isFolded ? [...others, host] : others });
  });
}

async function readFoldedHosts(): Promise<readonly string[]> {
  const stored = v.safeParse(foldedHosts, (await storage.local.get('foldedHosts')).foldedHosts);
  return stored.success ? stored.output : [];
}
