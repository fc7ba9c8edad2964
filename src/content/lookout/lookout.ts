import { PageMarks } from 'page-reader';
import type { Asleep, Awake, Broadcast, Snapshot } from '../../messages/requests.ts';
import type { DeskLink, LinkReply } from '../desk-link.ts';
import type { Relief, Watch } from '../relief.ts';
import { pageText } from './page-text.ts';

/** Changes are gathered this long, longer where looking takes more than its share of the time. */
const GATHER_MS = 150;
const LONGEST_GATHER_MS = 2_000;
const LOOKING_SHARE = 0.05;
/** A background that does not answer, or an overlay that does not come, is asked for again after this time. */
const ASK_AGAIN_MS = 30_000;

const WATCHED: MutationObserverInit = { subtree: true, childList: true, characterData: true };

/**
 * All there is of us in a page that has nothing to do with dossiers. It asks the background once an address, looks at
 * the page's text when the page is ready and after changes, and has the overlay come when there is something for it.
 */
export class Lookout implements Relief {
  readonly #window: Window;
  readonly #link: DeskLink;
  readonly #onEnd: () => void;
  #state: 'resting' | 'watching' | 'waking' | 'relieved' = 'resting';
  /** What the overlay has to be told, until it is there to hear for itself. */
  #told: Broadcast[] = [];
  /** What the background sends along with the overlay. */
  #snapshot: Promise<Snapshot | null> = Promise.resolve(null);
  /** Questions on their way: the overlay may come before their answer. */
  #asking = 0;
  /** The labels of this site; null until the background has told. */
  #marks: PageMarks | null = null;
  /** Made with the first watch over the page. */
  #observer: MutationObserver | null = null;
  #timer = 0;
  #gather = GATHER_MS;
  #url = '';
  /** Something is asked of the official that this tab, behind others, has not shown. */
  #missed = false;

  /** `onEnd`: the extension was updated or removed, another lookout may take this one's place. */
  constructor(window: Window, link: DeskLink, onEnd: () => void) {
    this.#window = window;
    this.#link = link;
    this.#onEnd = onEnd;
  }

  /** Does nothing yet but wait for the page to be ready, and hear whether it is called. */
  start(): void {
    const { document } = this.#window;
    this.#link.onBroadcast((broadcast) => this.#hear(broadcast));
    const ask = () => void this.#ask();
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', ask, { once: true });
    else ask();
  }

  relieve(): Watch {
    this.#rest('relieved');
    return { told: this.#told.splice(0), snapshot: this.#snapshot };
  }

  resume(): void {
    if (this.#link.alive()) this.#rest('resting');
    else this.#end();
  }

  #hear(broadcast: Broadcast): void {
    if (this.#isOff()) return;
    const isCall = broadcast.type === 'chord' || broadcast.type === 'ask-page';
    // What the background has sent along does not know of it.
    if (isCall || this.#asking > 0 || this.#isWaking()) this.#told.push(broadcast);
    if (isCall) void this.#wake();
    else if (broadcast.type === 'rules') this.#askIfIdle();
    else if (broadcast.type === 'desk' && (broadcast.desk.finish ?? broadcast.desk.undoable) !== null) this.#asked();
  }

  /** Something waits for an answer: it is shown in the tab in front, and in others when they come there. */
  #asked(): void {
    this.#missed = this.#window.document.visibilityState === 'hidden';
    if (!this.#missed && this.#state === 'watching') void this.#wake();
  }

  #switched(): void {
    if (!this.#missed || this.#isOff() || this.#window.document.visibilityState === 'hidden') return;
    this.#missed = false;
    this.#askIfIdle();
  }

  #askIfIdle(): void {
    if (this.#state === 'resting' || this.#state === 'watching') void this.#ask();
  }

  async #ask(): Promise<void> {
    const url = this.#window.location.href;
    this.#url = url;
    const answer = await this.#request('peek');
    if (url !== this.#url || this.#isWaking() || this.#isOff()) return;
    if (!answer.ok) this.#refused(answer.error.code);
    else if (answer.value.wake) this.#expect();
    else {
      this.#told = [];
      this.#marks = new PageMarks(answer.value.marks);
      this.#begin();
      this.#look();
      if (answer.value.holds && this.#isWatching()) void this.#tellNothingHere();
    }
  }

  /** Where we may not be, nothing is watched any more; a broadcast may say that things are otherwise. */
  #refused(code: string): void {
    this.#told = [];
    this.#rest('resting');
    if (code === 'orphaned') this.#end();
    else if (code !== 'not-allowed') this.#later(ASK_AGAIN_MS, () => void this.#ask());
  }

  async #tellNothingHere(): Promise<void> {
    await this.#link.request('see', { page: { kind: 'other', facts: null, rows: [] } });
  }

  async #wake(): Promise<void> {
    // One that was sent for and is not here yet may have failed to come: then whoever calls sends for it again.
    if (this.#isOff() || (this.#isWaking() && this.#asking > 0)) return;
    this.#rest('waking');
    const answer = await this.#request('wake');
    if (!this.#isWaking()) return;
    if (answer.ok) this.#expect();
    else this.#refused(answer.error.code);
  }

  /** The overlay relieves us in a moment, unless it cannot come. */
  #expect(): void {
    this.#rest('waking');
    this.#later(ASK_AGAIN_MS, () => {
      this.#rest('resting');
      void this.#ask();
    });
  }

  async #request(type: 'peek' | 'wake'): Promise<LinkReply<Awake | Asleep>> {
    const answering: Promise<LinkReply<Awake | Asleep>> = this.#link.request(type, {});
    this.#snapshot = answering.then((answer) => (answer.ok && answer.value.wake ? answer.value.snapshot : null));
    this.#asking += 1;
    const answer = await answering;
    this.#asking -= 1;
    return answer;
  }

  // The page

  #begin(): void {
    this.#state = 'watching';
    this.#observer ??= this.#listen();
    this.#observer.observe(this.#window.document, WATCHED);
  }

  /** The listeners stay for as long as the page: what they hear while there is no watch over it is of no account. */
  #listen(): MutationObserver {
    const { document } = this.#window;
    const changed = () => this.#changed();
    // Where there is no Navigation API, a page that changes its address changes what stands on it, too.
    const navigation: Partial<EventTarget> | undefined = Reflect.get(this.#window, 'navigation');
    navigation?.addEventListener?.('currententrychange', changed);
    // A frame that has loaded shows other text than before.
    document.addEventListener('load', changed, { capture: true, passive: true });
    document.addEventListener('visibilitychange', () => this.#switched());
    this.#window.addEventListener('pageshow', ({ persisted }) => persisted && this.#askIfIdle());
    return new MutationObserver(changed);
  }

  #changed(): void {
    if (this.#isWatching() && this.#timer === 0) this.#later(this.#gather, () => this.#lookAgain());
  }

  /** An address that changed in place may be one that the background knows. */
  #lookAgain(): void {
    if (!this.#isWatching()) return;
    if (this.#window.location.href !== this.#url) void this.#ask();
    else this.#look();
  }

  #look(): void {
    const begun = Date.now();
    const { text, roots } = pageText(this.#window.document);
    for (const root of roots) this.#observer?.observe(root, WATCHED);
    const isWorth = this.#marks?.areOn(text) === true;
    const cost = Date.now() - begun;
    this.#gather = Math.min(LONGEST_GATHER_MS, Math.max(GATHER_MS, cost / LOOKING_SHARE));
    if (isWorth) void this.#wake();
  }

  #isWatching(): boolean {
    return this.#state === 'watching';
  }

  #isWaking(): boolean {
    return this.#state === 'waking';
  }

  /** The overlay is here, or the extension has gone. */
  #isOff(): boolean {
    return this.#state === 'relieved';
  }

  /** No watch over the page from now on. */
  #rest(state: 'resting' | 'waking' | 'relieved'): void {
    this.#state = state;
    this.#observer?.disconnect();
    this.#window.clearTimeout(this.#timer);
    this.#timer = 0;
  }

  #end(): void {
    this.#rest('relieved');
    this.#onEnd();
  }

  #later(ms: number, act: () => void): void {
    this.#timer = this.#window.setTimeout(() => {
      this.#timer = 0;
      act();
    }, ms);
  }
}
