import type { Report } from 'checklist-core/report';
import type { ReviewStore } from '../store/review-store.ts';
import type { OfficeSettings, StoredHandover } from '../store/schema.ts';
import { type Handlers, RequestRefused } from './answer.ts';
import { makeReport } from './make-report.ts';
import type { Overview, Progress, Staging } from './requests.ts';
import { type StagedBatch, stageBatch } from './stage-batch.ts';
import { type Standing, unwitnessedLeaves } from './standing.ts';

export interface ReviewDeskSetup {
  readonly openStore: () => Promise<ReviewStore>;
  /** Epoch ms. */
  readonly now: () => number;
  readonly onProgress: (progress: Progress) => void;
}

/** Newest period first, then by name: where one looks for a file. */
function byPeriod(a: StoredHandover, b: StoredHandover): number {
  const [{ period: one }, { period: other }] = [a.verified.header, b.verified.header];
  return one.to === other.to
    ? a.fileName.localeCompare(b.fileName, 'vi', { numeric: true })
    : one.to < other.to
      ? 1
      : -1;
}

/** Answers the page's requests. Holds what is staged; everything else is in the database. */
export class ReviewDesk implements Handlers {
  readonly #setup: ReviewDeskSetup;
  #opened: Promise<ReviewStore> | null = null;
  #staged: StagedBatch | null = null;
  #reading: AbortController | null = null;

  constructor(setup: ReviewDeskSetup) {
    this.#setup = setup;
  }

  readonly overview = async (): Promise<Overview> => {
    const store = await this.#store();
    const [standing, settings] = [await this.#standing(), await store.settings()];
    return {
      settings,
      files: standing.handovers.toSorted(byPeriod).map(({ file, fileName, verified, imported }) => ({
        file,
        fileName,
        name: verified.header.name,
        period: verified.header.period,
        lines: verified.to - verified.from,
        unwitnessed: unwitnessedLeaves(standing, verified, imported),
        imported,
        withdrawn: standing.withdrawals.some((note) => note.file === file && note.key === verified.header.key),
      })),
      authors: new Set(standing.handovers.map(({ verified }) => verified.header.author)).size,
      logs: new Set(standing.heads.map(({ origin }) => origin)).size,
      unchecked: standing.heads.filter(({ key }) => key === null).length,
    };
  };

  readonly stage = async ({ files }: { readonly files: readonly File[] }): Promise<Staging> => {
    this.#reading?.abort();
    const reading = new AbortController();
    this.#reading = reading;
    this.#staged = null;
    const batch = { files, standing: await this.#standing(), now: this.#setup.now(), signal: reading.signal };
    try {
      const staged = await stageBatch({ ...batch, onProgress: this.#setup.onProgress });
      reading.signal.throwIfAborted();
      this.#staged = staged;
      return { stopped: false, rows: staged.rows };
    } catch (error) {
      if (reading.signal.aborted) return { stopped: true, rows: [] };
      throw error;
    }
  };

  readonly stop = async (): Promise<null> => {
    this.#reading?.abort();
    return null;
  };

  readonly accept = async ({ remove }: { readonly remove: readonly string[] }): Promise<null> => {
    const staged = this.#staged;
    if (staged === null) throw new RequestRefused('nothing-staged', 'nothing is staged, or it was changed meanwhile');
    const offered = new Set(staged.addition.withdrawals.map(({ file }) => file));
    await (await this.#store()).accept({ ...staged.addition, remove: remove.filter((file) => offered.has(file)) });
    this.#staged = null;
    return null;
  };

  readonly discard = async (): Promise<null> => {
    this.#staged = null;
    return null;
  };

  readonly saveSettings = async (settings: OfficeSettings): Promise<null> => {
    await (await this.#store()).saveSettings(settings);
    return null;
  };

  readonly remove = async ({ file }: { readonly file: string }): Promise<null> => {
    this.#forget();
    await (await this.#store()).remove(file);
    return null;
  };

  readonly removeUnchecked = async (): Promise<null> => {
    this.#forget();
    await (await this.#store()).removeUnchecked();
    return null;
  };

  readonly removeAll = async (): Promise<null> => {
    this.#forget();
    const store = await this.#store();
    this.#opened = null;
    await store.destroy();
    return null;
  };

  readonly report = async (): Promise<Report> => makeReport(await this.#store());

  /** What is staged, or being read, was compared with what is about to change. */
  #forget(): void {
    this.#reading?.abort();
    this.#staged = null;
  }

  async #standing(): Promise<Standing> {
    const store = await this.#store();
    const [handovers, heads, withdrawals] = await Promise.all([store.handovers(), store.heads(), store.withdrawals()]);
    return { handovers, heads, withdrawals };
  }

  #store(): Promise<ReviewStore> {
    const opening = this.#opened ?? this.#setup.openStore();
    this.#opened = opening;
    // A refusal is not kept: the next request tries again.
    opening.catch(() => {
      if (this.#opened === opening) this.#opened = null;
    });
    return opening;
  }
}
