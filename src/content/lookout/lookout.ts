import { bearsMarks } from 'page-reader';
import type { Asleep, Awake, Broadcast, Snapshot } from '../../messages/requests.ts';
import type { DeskLink, LinkReply } from '../desk-link.ts';
import type { Relief, Watch } from '../relief.ts';
import { unborn } from '../unborn.ts';
import { pageText } from './page-text.ts';

/** Changes are gathered this long, longer where looking takes more than its share of the time. */
const GATHER_MS = 150;
const LONGEST_GATHER_MS = 2_000;
const LOOKING_SHARE = 0.05;
/** A component that comes to life shows what it has in a shadow root, and nothing tells: asked for so often, and so many times. */
const BORN_WITHIN_MS = 1_000;
const MOST_WAITS = 30;
/** A background that does not answer, or an overlay that does not come, is asked for again after this time. */
const ASK_AGAIN_MS = 30_000;

/** Relieved: the overlay is here, or the extension has gone. */
type State = 'resting' | 'watching' | 'waking' | 'relieved';

const WATCHED: MutationObserverInit = { subtree: true, childList: true, characterData: true };
const UNSEEN = { capture: true, passive: true };

/**
 * All there is of us in a page that has nothing to do with dossiers. It asks the background once an address, looks at
 * the page's text when the page is ready and after changes, and has the overlay come when there is something for it.
 */
export class Lookout implements Relief {
  readonly #window: Window;
  readonly #link: DeskLink;
  readonly #onEnd: () => void;
  readonly #onReady = () => this.#ask();
  readonly #onChange = () => this.#changed();
  readonly #onSwitch = () => this.#switched();
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => persisted && this.#askIfIdle();
  #state: State = 'resting';
  /** What the overlay has to be told, until it is there to hear for itself. */
  #told: Broadcast[] = [];
  /** What the background says, which may bring along what the overlay needs. */
  #answer: Promise<LinkReply<Awake | Asleep>> | null = null;
  /** Questions on their way: the overlay may come before their answer. */
  #asking = 0;
  /** The labels of this site; null until the background has told. */
  #marks: string | null = null;
  /** Made with the first watch over the page. */
  #observer: MutationObserver | null = null;
  #timer = 0;
  #births = 0;
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

  /**
   * Does nothing yet but wait for the page to be ready, and hear whether it is called. A page that a browser makes ready
   * before anybody asked for it is in no tab yet, so the background would refuse it: it begins when it is shown.
   */
  start(): void {
    const { document } = this.#window;
    if (Reflect.get(document, 'prerendering') === true) {
      document.addEventListener('prerenderingchange', () => this.start(), { once: true });
      return;
    }
    this.#link.onBroadcast((broadcast) => this.#hear(broadcast));
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', this.#onReady, { once: true });
    else this.#ask();
  }

  relieve(): Watch {
    this.#rest('relieved');
    return { told: this.#told.splice(0), snapshot: this.#brought() };
  }

  async #brought(): Promise<Snapshot | null> {
    const answer = await this.#answer;
    return answer?.ok && answer.value.wake ? answer.value.snapshot : null;
  }

  resume(): void {
    if (this.#link.alive()) this.#rest('resting');
    else this.#end();
  }

  #hear(broadcast: Broadcast): void {
    if (this.#is('relieved')) return;
    const isCall = broadcast.type === 'chord' || broadcast.type === 'ask-page';
    // What the background has sent along does not know of it.
    if (isCall || this.#asking > 0 || this.#is('waking')) this.#told.push(broadcast);
    if (isCall) this.#wake();
    else if (broadcast.type === 'rules') this.#askIfIdle();
    else if (broadcast.type === 'desk' && (broadcast.desk.finish ?? broadcast.desk.undoable) !== null) this.#asked();
  }

  /** Something waits for an answer: it is shown in the tab in front, and in others when they come there. */
  #asked(): void {
    this.#missed = this.#window.document.visibilityState === 'hidden';
    if (this.#missed) this.#listen();
    else if (this.#state === 'watching') this.#wake();
  }

  #switched(): void {
    if (!this.#missed || this.#is('relieved') || this.#window.document.visibilityState === 'hidden') return;
    this.#missed = false;
    this.#askIfIdle();
  }

  #askIfIdle(): void {
    if (this.#is('resting', 'watching')) this.#ask();
  }

  #ask(): void {
    const url = this.#window.location.href;
    this.#url = url;
    this.#request('peek', (answer) => {
      if (url !== this.#url || this.#is('waking', 'relieved')) return;
      if (!answer.ok) this.#refused(answer.error.code);
      else if (answer.value.wake) this.#expect();
      else this.#sleep(answer.value);
    });
  }

  #sleep({ marks, holds }: Asleep): void {
    this.#told = [];
    this.#marks = marks;
    this.#state = 'watching';
    this.#observer ??= this.#observe();
    this.#look();
    if (holds && this.#is('watching')) void this.#tellNothingHere();
  }

  /** Where we may not be, nothing is watched any more; a broadcast may say that things are otherwise. */
  #refused(code: string): void {
    this.#told = [];
    this.#rest('resting');
    if (code === 'orphaned') this.#end();
    else if (code !== 'not-allowed') this.#later(ASK_AGAIN_MS, this.#onReady);
  }

  async #tellNothingHere(): Promise<void> {
    await this.#link.request('see', { page: { kind: 'other', facts: null, rows: [], listed: [] } });
  }

  #wake(): void {
    // One that was sent for and is not here yet may have failed to come: then whoever calls sends for it again.
    if (this.#is('relieved') || (this.#is('waking') && this.#asking > 0)) return;
    this.#rest('waking');
    this.#request('wake', (answer) => {
      if (!this.#is('waking')) return;
      if (answer.ok) this.#expect();
      else this.#refused(answer.error.code);
    });
  }

  /** The overlay relieves us in a moment, unless it cannot come. */
  #expect(): void {
    this.#rest('waking');
    this.#later(ASK_AGAIN_MS, () => {
      this.#rest('resting');
      this.#ask();
    });
  }

  #request(type: 'peek' | 'wake', act: (answer: LinkReply<Awake | Asleep>) => void): void {
    this.#asking += 1;
    this.#answer = this.#link.request(type, {});
    void this.#answer.then((answer) => {
      this.#asking -= 1;
      act(answer);
    });
  }

  // The page

  #observe(): MutationObserver {
    // Where there is no Navigation API, a page that changes its address changes what stands on it, too.
    const navigation: Partial<EventTarget> | undefined = Reflect.get(this.#window, 'navigation');
    navigation?.addEventListener?.('currententrychange', this.#onChange);
    return new MutationObserver(this.#onChange);
  }

  /**
   * The listeners stay for as long as the page: what they hear while there is no watch over it is of no account. They are put
   * back at every look, because `document.open` takes them off.
   */
  #listen(): void {
    this.#window.addEventListener('pageshow', this.#onPageShow);
    if (this.#missed) this.#window.document.addEventListener('visibilitychange', this.#onSwitch);
  }

  /** Watches what is in the page besides its own text: documents in frames and shadow roots. */
  #watchIn(root: Node): void {
    this.#observer?.observe(root, WATCHED);
    (root as Partial<Document>).defaultView?.addEventListener('pagehide', this.#onChange, UNSEEN);
    this.#hearLoads(root);
  }

  /** A frame that has loaded shows other text than before; one that is left for another document may be long in loading. */
  #hearLoads(root: Node): void {
    root.addEventListener('load', this.#onChange, UNSEEN);
  }

  #changed(): void {
    if (this.#is('watching') && this.#timer === 0) this.#later(this.#gather, () => this.#lookAgain());
  }

  /** An address that changed in place may be one that the background knows. */
  #lookAgain(): void {
    if (!this.#is('watching')) return;
    if (this.#window.location.href !== this.#url) this.#ask();
    else this.#look();
  }

  #look(): void {
    const begun = Date.now();
    const { document } = this.#window;
    const { text, roots, mayGrow } = pageText(document);
    this.#listen();
    this.#observer?.observe(document, WATCHED);
    if (mayGrow) this.#hearLoads(document);
    for (const root of roots) this.#watchIn(root);
    const isWorth = this.#marks !== null && bearsMarks(text, this.#marks);
    const cost = Date.now() - begun;
    this.#gather = Math.min(LONGEST_GATHER_MS, Math.max(GATHER_MS, cost / LOOKING_SHARE));
    if (isWorth) this.#wake();
    else if (mayGrow) this.#awaitBirths(unborn(document), MOST_WAITS);
  }

  /** Only so long: elements that are merely named like components, as some frameworks have them, are never born. */
  #awaitBirths(expected: number, waits: number): void {
    this.#window.clearTimeout(this.#births);
    if (expected === 0 || waits === 0) return;
    this.#births = this.#window.setTimeout(() => {
      if (unborn(this.#window.document) === expected) this.#awaitBirths(expected, waits - 1);
      else this.#changed();
    }, BORN_WITHIN_MS);
  }

  #is(...states: readonly State[]): boolean {
    return states.includes(this.#state);
  }

  /** No watch over the page from now on. */
  #rest(state: 'resting' | 'waking' | 'relieved'): void {
    this.#state = state;
    this.#observer?.disconnect();
    this.#window.clearTimeout(this.#timer);
    this.#window.clearTimeout(this.#births);
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
