import type { SharedEntry } from 'checklist-core/handover';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { reviewMigrations } from './migrations/index.ts';
import {
  DEFAULT_SETTINGS,
  type OfficeSettings,
  REVIEW_DB,
  type ReviewSchema,
  type StoredHandover,
  type StoredHead,
  type StoredPart,
  type StoredRelease,
  type StoredWithdrawal,
} from './schema.ts';

/** A hand-over with everything it opens, ready to be stored. */
export interface AcceptedHandover {
  readonly handover: StoredHandover;
  readonly entries: readonly SharedEntry[];
}

/** What one press of "accept" changes. All of it or nothing. */
export interface Acceptance {
  readonly handovers: readonly AcceptedHandover[];
  readonly heads: readonly StoredHead[];
  readonly withdrawals: readonly StoredWithdrawal[];
  /** Files whose content is deleted, because their official took them back. */
  readonly remove: readonly string[];
}

const CONTENT = ['handovers', 'parts', 'heads', 'withdrawals'] as const;

/** Entries in one row of `parts`: a year of a desk is some dozen rows, and reading one never takes long. */
const PART_ENTRIES = 500;

/** Greater than every part number of one file. */
const AFTER_ALL = Number.POSITIVE_INFINITY;

/** The lead's database. Only the page's worker holds one, so there is one writer. */
export class ReviewStore {
  readonly #database: IDBPDatabase<ReviewSchema>;

  private constructor(database: IDBPDatabase<ReviewSchema>) {
    this.#database = database;
  }

  /**
   * Opens the database, running the migrations it lacks.
   * @throws DOMException where the browser refuses; `VersionError`: it was written by a newer release.
   */
  static async open(): Promise<ReviewStore> {
    const database = await openDB<ReviewSchema>(REVIEW_DB, reviewMigrations.at(-1)?.to ?? 1, {
      upgrade(opened, from) {
        // Migrations see the stores of their own version, not the types of the newest.
        const untyped = opened as unknown as IDBPDatabase;
        for (const step of reviewMigrations) if (step.to > from) step.up(untyped);
      },
      // A newer release waits to migrate: let go; this page says so at its next request.
      blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
    });
    return new ReviewStore(database);
  }

  /** Accepted files, oldest first. */
  async handovers(): Promise<readonly StoredHandover[]> {
    const rows = await this.#database.getAll('handovers');
    return rows.sort((a, b) => a.imported - b.imported || a.verified.from - b.verified.from);
  }

  /** Every head that was seen of every log. */
  heads(): Promise<readonly StoredHead[]> {
    return this.#database.getAll('heads');
  }

  withdrawals(): Promise<readonly StoredWithdrawal[]> {
    return this.#database.getAll('withdrawals');
  }

  releases(): Promise<readonly StoredRelease[]> {
    return this.#database.getAll('releases');
  }

  async settings(): Promise<OfficeSettings> {
    return (await this.#database.get('settings', 'settings')) ?? DEFAULT_SETTINGS;
  }

  /** What one file opens, in the order of its log. */
  async entriesOf(file: string): Promise<readonly SharedEntry[]> {
    const parts = await this.#database.getAll('parts', rangeOf(file));
    return parts.flatMap(({ entries }) => entries);
  }

  /** Stores all of it in one durable transaction, or none. */
  async accept({ handovers, heads, withdrawals, remove }: Acceptance): Promise<void> {
    const transaction = this.#database.transaction(CONTENT, 'readwrite', { durability: 'strict' });
    const [files, parts] = [transaction.objectStore('handovers'), transaction.objectStore('parts')];
    await wholly(transaction, async () => {
      for (const head of heads) await transaction.objectStore('heads').put(head);
      for (const withdrawal of withdrawals) await transaction.objectStore('withdrawals').put(withdrawal);
      for (const { handover, entries } of handovers) {
        await files.put(handover);
        for (const part of partsOf(handover.file, entries)) await parts.put(part);
      }
      for (const file of remove) {
        await files.delete(file);
        await parts.delete(rangeOf(file));
      }
    });
  }

  /** Deletes one file and all that came from it. Its heads stay: they hold no content. */
  async remove(file: string): Promise<void> {
    await this.accept({ handovers: [], heads: [], withdrawals: [], remove: [file] });
  }

  /** Forgets the receipts whose signature could not be checked yet. */
  async removeUnchecked(): Promise<void> {
    const transaction = this.#database.transaction('heads', 'readwrite', { durability: 'strict' });
    for (const { origin, size, key } of await transaction.store.getAll()) {
      if (key === null) await transaction.store.delete([origin, size]);
    }
    await transaction.done;
  }

  async saveSettings(settings: OfficeSettings): Promise<void> {
    const transaction = this.#database.transaction('settings', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(settings, 'settings'), transaction.done]);
  }

  async saveRelease(release: StoredRelease): Promise<void> {
    const transaction = this.#database.transaction('releases', 'readwrite', { durability: 'strict' });
    await Promise.all([transaction.store.put(release), transaction.done]);
  }

  /** Drops the database: the only deletion after which the browser clears its own files too. */
  async destroy(): Promise<void> {
    this.#database.close();
    await deleteDB(REVIEW_DB);
  }

  close(): void {
    this.#database.close();
  }
}

/** Ends a transaction with all of its writes, or with none. */
async function wholly(
  transaction: { readonly done: Promise<void>; abort(): void },
  write: () => Promise<void>,
): Promise<void> {
  // Where a write fails first, this only repeats that the transaction is over.
  transaction.done.catch(() => undefined);
  try {
    await write();
  } catch (error) {
    // A write that is refused at once does not end its transaction: what was put before it would be committed.
    if (!isOver(error)) transaction.abort();
    throw error;
  }
  await transaction.done;
}

/** The browser itself ended the transaction. */
function isOver(error: unknown): boolean {
  return error instanceof DOMException && (error.name === 'AbortError' || error.name === 'QuotaExceededError');
}

function rangeOf(file: string): IDBKeyRange {
  return IDBKeyRange.bound([file, 0], [file, AFTER_ALL]);
}

function partsOf(file: string, entries: readonly SharedEntry[]): StoredPart[] {
  const count = Math.ceil(entries.length / PART_ENTRIES);
  return Array.from({ length: count }, (_, part) => {
    const slice = entries.slice(part * PART_ENTRIES, (part + 1) * PART_ENTRIES);
    return { file, from: slice[0]?.n ?? 0, entries: slice };
  });
}
