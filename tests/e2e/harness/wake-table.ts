import type { Page } from 'playwright-core';

/** A row of the wake table as it lies in the browser. */
export interface StoredWake {
  /** Epoch ms at which it is due. */
  readonly at: number;
  readonly told: boolean;
}

/** Reads every wake from a page of the extension, straight from IndexedDB. */
export async function readWakes(extensionPage: Page): Promise<StoredWake[]> {
  return extensionPage.evaluate(async () => {
    const wakes: { at: number; told: boolean }[] = [];
    for (const { name } of await indexedDB.databases()) {
      if (!name?.startsWith('profile-')) continue;
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      const rows = await new Promise<{ at: number; told: boolean }[]>((resolve, reject) => {
        const request = database.transaction('wake').objectStore('wake').getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      database.close();
      wakes.push(...rows.map(({ at, told }) => ({ at, told })));
    }
    return wakes;
  });
}
