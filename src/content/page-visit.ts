import { citizensKind, kindFromUrl, type PageKind, type PageReading } from 'page-reader';
import { pagePattern } from '../messages/page-pattern.ts';
import type { DeskClerk } from './desk-clerk.ts';
import type { OverlayPlace } from './overlay-place.ts';
import type { OverlayState } from './overlay-view.ts';
import { PageLens } from './page-lens.ts';
import type { SlowRules } from './slow-rules.ts';
import type { Timers } from './timers.ts';

/**
 * How long a page that shows its dossier must be still before "not there" is believed of the rest; a page that shows
 * nothing yet may only be slow, and gets longer.
 */
const QUIET_MS = 600;
const PATIENCE_MS = 2_500;

/** The page at its present address: what was read of it, and whether more is still to come. */
export class PageVisit {
  readonly #place: OverlayPlace;
  readonly #clerk: DeskClerk;
  readonly #timers: Timers;
  readonly #changed: () => void;
  readonly lens: PageLens;
  #settled = false;

  /** `host`: our own element, which is no part of the page. `changed`: what is known of the page changed by itself; where nothing was read, it may be now. */
  constructor(
    place: OverlayPlace,
    clerk: DeskClerk,
    timers: Timers,
    duties: { readonly host: () => Element | null; readonly rules: SlowRules; readonly changed: () => void },
  ) {
    this.#place = place;
    this.#clerk = clerk;
    this.#timers = timers;
    this.#changed = duties.changed;
    this.lens = new PageLens({
      document: place.document,
      url: place.url,
      context: () => this.#readingContext(),
      host: duties.host,
      rules: duties.rules,
    });
  }

  get reading(): PageReading | null {
    return this.lens.reading;
  }

  /** The address without what names one dossier: a correction holds for every page like this one. */
  get pattern(): string {
    return pagePattern(this.#place.url());
  }

  /** What the official said that pages like this one are. */
  get #said(): PageKind | undefined {
    const kinds = this.#clerk.snapshot?.pageKinds ?? {};
    return Object.keys(kinds).length === 0 ? undefined : kinds[this.pattern];
  }

  /** What the overlay's looks need of the page. */
  get state(): Pick<OverlayState, 'reading' | 'settled' | 'corrected' | 'addressKind'> {
    const said = this.#said;
    return {
      reading: this.lens.reading,
      settled: this.#settled,
      corrected: said !== undefined,
      addressKind: said === 'other' ? null : (said ?? this.#kindOfAddress),
    };
  }

  get #kindOfAddress(): PageKind | null {
    const { snapshot, words } = this.#clerk;
    const url = this.#place.url();
    return kindFromUrl(snapshot?.portal ?? null, url) ?? citizensKind(words, url);
  }

  /** Starts waiting for the page to come to rest. */
  begin(): void {
    this.#settled = false;
    this.#timers.later('quiet', QUIET_MS, () => this.#restQuietly());
    this.#timers.later('patience', PATIENCE_MS, () => this.#becomeQuiet());
  }

  /** Another address. Answers whether it may be another dossier's. */
  turn(): boolean {
    const others = this.lens.navigate(this.#place.url());
    this.begin();
    return others;
  }

  /** The page changed a little. True if what was read stands there no more. */
  touch(records: readonly MutationRecord[]): boolean {
    this.#timers.later('quiet', QUIET_MS, () => this.#restQuietly());
    return this.lens.touch(records);
  }

  #readingContext() {
    const { snapshot, words } = this.#clerk;
    if (snapshot === null || words === null) return null;
    const kind = this.#said;
    const { portal: profile, names: procedures } = snapshot;
    return { profile, procedures, words, ...(kind === undefined ? {} : { kind }) };
  }

  #restQuietly(): void {
    if (hasSubstance(this.lens.reading)) this.#becomeQuiet();
  }

  #becomeQuiet(): void {
    if (this.#settled || this.#place.document.readyState === 'loading') return;
    this.#settled = true;
    this.lens.settle();
    this.#changed();
  }
}

/** Something of a dossier has been drawn: the page is more than its skeleton. */
function hasSubstance(reading: PageReading | null): boolean {
  return reading !== null && (reading.rows.length > 0 || reading.facts?.code !== undefined);
}
