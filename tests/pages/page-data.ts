import { DossierDesk, type PracticeDossier } from '../../src/training/practice/dossier.ts';
import { type WallTime, wallTimeAt } from '../../src/training/practice/wall-time.ts';

/** What the server hands to a page in a data block (no script, so that a strict CSP lets it through). */
export interface PageData {
  /** Epoch ms on the server's clock when the page was made. */
  readonly now: number;
  readonly dossiers: readonly PracticeDossier[];
}

export const DATA_BLOCK = 'practice-data';

/** Switches of a page, from its query: see `routes.ts`. */
export interface PageSwitches {
  readonly slow: number;
  readonly answer: number;
  readonly fails: boolean;
  readonly variant: string;
}

/** Reads the data block of the page this runs in. */
export function pageData(): PageData {
  const block = document.getElementById(DATA_BLOCK);
  if (block === null) throw new Error('This page was not made by the practice server: its data block is missing.');
  return JSON.parse(block.textContent);
}

export function pageSwitches(): PageSwitches {
  const query = new URLSearchParams(window.location.search);
  return {
    slow: Number(query.get('slow') ?? 120),
    answer: Number(query.get('answer') ?? 150),
    fails: query.get('fail') === '1',
    variant: query.get('variant') ?? '',
  };
}

/** A clock that goes on from the server's time. */
export function pageClock({ now }: PageData): () => WallTime {
  const started = performance.now();
  return () => wallTimeAt(now + performance.now() - started);
}

export function pageDesk(data: PageData): DossierDesk {
  return new DossierDesk(data.dossiers, pageClock(data));
}
