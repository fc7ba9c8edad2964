import type { PageFacts, PageNode, PageReading, SignsSeen } from 'page-reader';
import { LiveTree } from 'page-reader/dom';
import { readInSteps, readPage, signsNow, type WordedContext } from 'page-reader/worded';
import { idsIn } from './address-ids.ts';
import type { PageWatch } from './navigation.ts';
import { nextTask } from './next-task.ts';
import { markPage, type PageMarker } from './page-marker.ts';
import { shadowDoor } from './shadow-door.ts';
import type { SlowRules } from './slow-rules.ts';

/** What the lens asks its owner at every look. */
export interface LensDuties {
  readonly document: Document;
  readonly url: () => string;
  /** What the reader has to know; null while the background has not told us yet. */
  readonly context: () => Omit<WordedContext, 'url'> | null;
  /** Our own host, which is no part of the page. */
  readonly host: () => Element | null;
  readonly rules: SlowRules;
}

/** So much is read in one go, on whatever computer: a frame has twice as much. */
const PIECE_MS = 8;

/** What the former address showed, which may still stand in the page while the next dossier loads. */
interface Former {
  readonly facts: PageFacts;
  readonly marker: PageMarker | null;
}

/** One look at the page: its tree, and what the reader has to know. */
interface Look {
  readonly root: PageNode;
  readonly context: WordedContext;
}

/** Reads the page, and knows whether a reading belongs to the page as it is now. */
export class PageLens {
  readonly #duties: LensDuties;
  readonly #tree: LiveTree;
  /** Who tells of changes; without one nothing can be remembered from one reading to the next. */
  #watch: PageWatch | null = null;
  #reading: PageReading | null = null;
  #marker: PageMarker | null = null;
  #former: Former | null = null;
  /** The frames' documents and shadow roots that were come through since the last reading. */
  readonly #roots = new Set<Node>();
  /** What was read last, and of what: the same look gives the same reading. */
  #known: (Look & { readonly reading: PageReading }) | null = null;
  #url: string;
  #touched = true;
  #isWarm = false;
  #preparation = 0;

  constructor(duties: LensDuties) {
    this.#duties = duties;
    this.#url = duties.url();
    this.#tree = new LiveTree({
      skip: duties.host,
      shadowOf: shadowDoor,
      onRoot: (root) => {
        this.#roots.add(root);
        this.#watch?.also(root);
      },
      stirred: () => this.#watch?.looks.take() ?? true,
    });
  }

  /** The reading of the page as it is now; null while there is none that can be trusted. */
  get reading(): PageReading | null {
    return this.#reading;
  }

  /** From now on the page's changes are told by `touch`: what did not change is not read again. */
  watchedBy(watch: PageWatch): void {
    this.#watch = watch;
    this.#tree.forget();
  }

  /** The address changed. Answers whether another dossier may be shown now. */
  navigate(url: string): boolean {
    const others = idsIn(url) !== idsIn(this.#url);
    const facts = this.#reading?.facts ?? null;
    if (others && facts !== null) this.#former = { facts, marker: this.#marker };
    this.#url = url;
    this.#reading = null;
    return others;
  }

  /** The page has come to rest: what it shows is what belongs to its address, also where that is what it showed before. */
  settle(): void {
    this.#former = null;
  }

  /** The page changed a little: is the dossier we read still there? Cheap; true if the reading was given up. */
  touch(records: readonly MutationRecord[]): boolean {
    this.#touched = true;
    this.#tree.touch(records);
    if (this.#marker?.isThere() !== false) return false;
    return this.#giveUp();
  }

  /** Is the dossier we read still seen? To be asked before a frame, when the page is laid out anyway. True if it was given up. */
  look(): boolean {
    return this.#marker?.stillStands() === false && this.#giveUp();
  }

  #giveUp(): boolean {
    if (this.#reading?.facts == null) return false;
    this.#reading = null;
    this.#marker = null;
    return true;
  }

  /**
   * Reads the page piece by piece, then calls `done` in a task of its own: at once where nothing is new. A newer preparation takes the place
   * of this one; what was read of rows that stayed is not read again.
   */
  prepare(done: () => void): void {
    this.#preparation += 1;
    const own = this.#preparation;
    const steps = this.#steps();
    const piece = () => {
      if (own !== this.#preparation) return;
      if (this.#readOn(steps)) nextTask(piece);
      else if (steps === null) done();
      else nextTask(() => own === this.#preparation && done());
    };
    piece();
  }

  /** Reads a piece. True if there is more. The very first reading is forgiven its slowness: everything is cold then. */
  #readOn(steps: Iterator<void> | null): boolean {
    if (!this.#isWarm) return readsOn(steps);
    return this.#duties.rules.run('read', () => readsOn(steps)) ?? false;
  }

  #steps(): Iterator<void> | null {
    const look = this.#watch === null ? null : this.#duties.rules.run('read', () => this.#look());
    return look === null || this.#knows(look) ? null : this.#readAhead(look);
  }

  /** What it comes to is the page's reading as long as nothing of the page is another by then. */
  *#readAhead(look: Look): Generator<void, void> {
    const reading = yield* readInSteps(look.root, look.context);
    this.#known = { ...look, reading };
  }

  #knows({ root, context }: Look): boolean {
    return this.#known !== null && this.#known.root === root && isSame(this.#known.context, context);
  }

  /**
   * Reads the page as it is now; the very same object as before where nothing that is read has changed. Never throws: a
   * page that cannot be read is an unread page.
   */
  read(): PageReading | null {
    this.#touched = false;
    this.#isWarm = true;
    try {
      this.#reading = this.#duties.rules.run('read', () => this.#readNow());
    } catch {
      this.#reading = null;
    }
    // Only of a list most stays as it was; anything else is read anew as quickly, and need not be kept.
    if (this.#reading?.kind !== 'list') {
      this.#tree.forget();
      this.#known = null;
    }
    this.#roots.clear();
    this.#watch?.looks.owe(this.#tree);
    return this.#reading;
  }

  /** The reading as of this very moment: read again only if the page changed since. */
  readFresh(): PageReading | null {
    if (this.#tree.refilled) {
      this.#watch?.looks.hurry();
      return this.read();
    }
    return this.#touched || this.#reading === null ? this.read() : this.#reading;
  }

  /** The signs of success and failure that can be seen now. */
  signs(): SignsSeen | null {
    const look = this.#look();
    return look === null ? null : signsNow(look.root, look.context);
  }

  #readNow(): PageReading | null {
    const look = this.#look();
    if (look === null) return null;
    const reading = this.#readingOf(look);
    if (this.#isFormer(reading.facts)) return null;
    this.#former = null;
    const { document, host } = this.#duties;
    if (this.#marker?.stillStands() !== true || reading.facts?.code !== this.#reading?.facts?.code) {
      // What stands in a frame goes with it, whatever is printed around.
      this.#marker = markPage([...this.#roots, document], reading.facts, host());
    }
    return reading;
  }

  #readingOf(look: Look): PageReading {
    if (this.#known !== null && this.#knows(look)) return this.#known.reading;
    const reading = readPage(look.root, look.context);
    this.#known = { ...look, reading };
    return reading;
  }

  /** The former dossier's facts, in the very place where they stood: the next dossier has not been drawn yet. */
  #isFormer(facts: PageFacts | null): boolean {
    const former = this.#former;
    if (former === null || facts === null) return false;
    if (former.marker !== null) return former.facts.code === facts.code && former.marker.stillStands();
    return JSON.stringify(former.facts) === JSON.stringify(facts);
  }

  #look(): Look | null {
    const { document, url, context } = this.#duties;
    const known = context();
    if (known === null || document.body === null) return null;
    if (this.#watch === null) this.#tree.forget();
    return { root: this.#tree.root(document.body), context: { ...known, url: url() } };
  }
}

function isSame(one: WordedContext, other: WordedContext): boolean {
  return (
    one.url === other.url &&
    one.profile === other.profile &&
    one.procedures === other.procedures &&
    one.kind === other.kind
  );
}

/** Reads for as long as one piece may take. True if there is more. Never throws: the reading itself says what is wrong. */
function readsOn(steps: Iterator<void> | null): boolean {
  const until = performance.now() + PIECE_MS;
  try {
    while (steps !== null && performance.now() < until) if (steps.next().done === true) return false;
    return steps !== null;
  } catch {
    return false;
  }
}
