import type { PageKind, PageReading } from 'page-reader';
import type { Broadcast, DeskView, ScriptName, Snapshot } from '../messages/requests.ts';
import { speaker } from '../platform/i18n.ts';
import { firstWords } from '../platform/texts/first-words.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';
import type { CardView } from './card-kinds.ts';
import { type Cards, cardsOffered } from './cards-door.ts';
import { ChordRhythm } from './chord-rhythm.ts';
import { Deadlines } from './deadlines.ts';
import { DeskClerk, isOfDesk } from './desk-clerk.ts';
import { PICKER_TAG } from './host.ts';
import { watchPage } from './navigation.ts';
import type { OverlayPlace } from './overlay-place.ts';
import {
  asksFinish,
  facesCitizen,
  isForCitizens,
  isWanted,
  type OverlayState,
  offersAssistance,
  overlayView,
  rowChip,
  type ViewContext,
  wantsCards,
} from './overlay-view.ts';
import { focusedField, type Tree } from './page-obstacles.ts';
import { PageVisit } from './page-visit.ts';
import type { OverlayActs } from './panel/acts.ts';
import { PassingCues } from './passing-cues.ts';
import { presentDesk } from './present-desk.ts';
import { PressWatch } from './press-watch.ts';
import { elementOfRow } from './row-element.ts';
import { rowsOffered } from './rows-door.ts';
import { SlowRules } from './slow-rules.ts';
import { Stage } from './stage.ts';
import { Timers } from './timers.ts';

export type { OverlayPlace } from './overlay-place.ts';

/** Deadlines are words in minutes: often enough. */
const TICK_MS = 30_000;
const NOTICE_MS = 6_000;
/** A script that could not come is sent for again after this time, if it is still wanted. */
const BRING_AGAIN_MS = 5_000;
/** A tab that comes to the front asks anew how the desk stands, but not at every switch. */
const ASK_AGAIN_MS = 60_000;
/** A session this young has just begun; an older one was greeted on the page before. */
const JUST_BEGUN_MS = 5_000;
const REST_MS = 200;
/** Without the deadlines the rest is drawn, if they are not counted by then. */
const COUNTED_WITHIN_MS = 120;
/** A button that comes where the pill is, is measured after this time; on a page that never rests only so often. */
const DOCK_MS = 400;
const DOCK_EVERY_MS = 2_000;

/** A page of the desk may look like any other while it fills up; after this time it is another. */
const LEFT_AFTER_MS = 2_500;

type Vanishing = Pick<OverlayState, 'opened' | 'step' | 'notice' | 'finish'>;

/**
 * The controller of one page's overlay: hears the page, the desk and the official, and has the stage drawn. `destroy`
 * leaves nothing behind.
 */
export class Overlay {
  readonly #place: OverlayPlace;
  readonly #stop = new AbortController();
  readonly #timers: Timers;
  readonly #clerk: DeskClerk;
  readonly #visit: PageVisit;
  readonly #presses: PressWatch;
  readonly #passing: PassingCues;
  readonly #deadlines: Deadlines;
  readonly #rules = new SlowRules({
    resting: () => this.#clerk.snapshot?.rulesOff ?? [],
    rest: (rule, ms) => void this.#clerk.ruleOff(rule, ms),
    now: () => performance.now(),
  });
  readonly #stage: Stage;
  readonly #rhythm = new ChordRhythm(() => performance.now());
  /** Ends with what is shown: the host, its listeners and its tick. */
  #shown: AbortController | null = null;
  /** Heard once the page has been read: what calls came for, it has to say. */
  readonly #told: Broadcast[];
  #ready = false;
  #page: Element | null = null;
  /** Watches a part of the page, or the page itself once more. */
  #watchIn: (root: Tree) => void = () => undefined;
  #own: Vanishing = { opened: null, step: 0, notice: null, finish: null };
  #marked: ReadonlySet<string> = new Set();
  #folded = false;
  /** The page changed since its last frame. */
  #looking = false;
  /** The page was scrolled or laid out anew a moment ago. */
  #moving = false;
  /** Scripts that are on their way, or could not come a moment ago. */
  readonly #sentFor = new Set<ScriptName>();
  #fieldFocused = false;
  #openedAt = 0;
  /** What was read last and told, or is being told. */
  #taken: PageReading | null = null;
  /** When the page was read last, as `performance.now()` tells. */
  #readAt = 0;
  #greeted: string | null = null;
  /** The official has said on this page that a citizen is there. */
  #called = false;
  #asked: string | null = null;
  #worked: string | null = null;

  /** `told`: what was told before it was there; from now on its own. */
  constructor(place: OverlayPlace, told: Broadcast[]) {
    this.#place = place;
    this.#told = told;
    const { signal } = this.#stop;
    this.#timers = new Timers(place.window, signal);
    this.#clerk = new DeskClerk(place.link, () => this.#deskChanged());
    this.#deadlines = new Deadlines((body) => this.#clerk.count(body));
    this.#visit = new PageVisit(place, this.#clerk, this.#timers, {
      host: () => this.#stage.element,
      rules: this.#rules,
      changed: () => (this.#visit.reading === null ? this.#readPage() : this.#draw()),
    });
    this.#presses = new PressWatch(place, this.#clerk, this.#visit.lens, signal);
    this.#passing = new PassingCues(place.window, this.#draw, signal);
    this.#stage = new Stage(place.document, {
      look: (cards) => this.#look(cards),
      acts: this.#makeActs(),
      replaced: () => this.destroy(),
      rows: { elementOf: elementOfRow, moved: this.#moved },
    });
  }

  /**
   * What the background says is drawn as soon as there is a page to draw on. `brought`: what it said already; where that is
   * nothing it is asked at once.
   */
  async start(brought: Promise<Snapshot | null>): Promise<void> {
    const { link } = this.#place;
    link.onBroadcast((broadcast) => this.#hear(broadcast), this.#stop.signal);
    await this.#open(brought);
  }

  async #open(brought?: Promise<Snapshot | null>): Promise<void> {
    this.#openedAt = performance.now();
    const opened = await this.#clerk.open(brought);
    if (this.#stop.signal.aborted) return;
    if (!opened) {
      if (!this.#clerk.orphaned) this.#timers.later('open', TICK_MS, () => void this.#open());
      return;
    }
    this.#folded = this.#clerk.snapshot?.folded ?? false;
    this.#deadlines.expire();
    this.#presses.resume();
    this.#takeDesk();
    this.#readPage();
  }

  /** The page is there: from now on it is watched, and something is shown where there is something to show. */
  mount(): void {
    if (this.#stop.signal.aborted || this.#ready) return;
    this.#ready = true;
    const { document, window } = this.#place;
    this.#page = document.documentElement;
    const watch = watchPage(
      window,
      {
        onNavigate: () => this.#navigated(),
        onTouch: (records) => this.#touched(records),
        onChange: this.#readPage,
      },
      this.#stop.signal,
    );
    this.#watchIn = (root) => {
      watch.also(root);
      this.#presses.listenIn(root);
      const { signal } = this.#stop;
      this.#stage.spare(root);
      // What happens within a frame or a shadow root is told in there only.
      root.addEventListener('focusin', this.#focusMoved, { signal });
      root.addEventListener('scroll', this.#moved, { signal, capture: true, passive: true });
      if (root !== document) return;
      document.addEventListener('visibilitychange', this.#switched, { signal });
      window.addEventListener('pageshow', this.#cameBack, { signal });
    };
    this.#watchIn(document);
    this.#visit.lens.watchedBy({ ...watch, also: this.#watchIn });
    this.#visit.begin();
    this.#readPage();
  }

  #appear(): void {
    const { document, window } = this.#place;
    this.#shown = new AbortController();
    const { signal } = this.#shown;
    this.#stage.open(signal);
    this.#fieldFocused = focusedField(document) !== null;
    const left = () => this.#timers.later('focus', 0, () => this.#focusMoved());
    document.addEventListener('focusout', left, { signal });
    document.addEventListener('fullscreenchange', () => this.#stage.settle(), { signal });
    window.addEventListener('resize', this.#moved, { signal });
    const ticking = window.setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => window.clearInterval(ticking));
  }

  #vanish(): void {
    this.#shown?.abort();
    this.#shown = null;
  }

  /** A page that writes itself anew takes every listener off, also off what is ours: that comes anew as well. */
  #listenAgain(): void {
    if (this.#page === this.#place.document.documentElement) return;
    this.#page = this.#place.document.documentElement;
    this.#watchIn(this.#place.document);
    this.#vanish();
  }

  /** Takes everything away again: the element, the listeners, the timers. */
  destroy(): void {
    this.#stop.abort();
    this.#vanish();
  }

  /** Aborted once the overlay is gone for good. */
  get ended(): AbortSignal {
    return this.#stop.signal;
  }

  // The page

  readonly #readPage = () => {
    if (!this.#ready) return;
    this.#listenAgain();
    this.#stage.settle();
    this.#visit.lens.prepare(() => this.#takeReading());
  };

  #takeReading(): void {
    if (this.#stop.signal.aborted) return;
    this.#readAt = performance.now();
    const reading = this.#visit.lens.read();
    this.#presses.check();
    // The page may have a button now where the pill is.
    const rested = Math.max(DOCK_MS, this.#stage.dockedAt + DOCK_EVERY_MS - this.#readAt);
    this.#timers.soon('dock', rested, () => this.#stage.dockUnlessSince(this.#readAt));
    if (reading !== null && reading === this.#taken) {
      // What was told of it stands; the picker may have come or gone, and chips may have been hidden meanwhile.
      this.#draw();
      this.#drawRows();
      return;
    }
    this.#taken = reading;
    if (reading !== null) {
      this.#greet();
      const { kind } = reading;
      // A session that this page begins is greeted first.
      void this.#clerk.see(reading, this.#place.url()).then((isHeard) => {
        // Read again at the next tick.
        if (!isHeard) this.#taken = null;
        this.#cueWork(kind);
      });
      if (isOfDesk(reading)) this.#timers.cancel('leave');
      else this.#timers.soon('leave', LEFT_AFTER_MS, () => void this.#leave());
    }
    this.#timers.later('show', COUNTED_WITHIN_MS, this.#showReading);
    void this.#count().then(this.#showReading);
  }

  async #leave(): Promise<void> {
    const { reading } = this.#visit;
    if (reading === null || isOfDesk(reading) || (await this.#clerk.leave())) return;
    this.#timers.soon('leave', TICK_MS, () => void this.#leave());
  }

  async #count(): Promise<void> {
    const { reading } = this.#visit;
    if (reading !== null) await this.#deadlines.count(reading, this.#presses.returnedAt, Date.now());
  }

  readonly #showReading = () => {
    const hear = () => {
      if (this.#clerk.snapshot !== null) for (const broadcast of this.#told.splice(0)) this.#hear(broadcast);
    };
    // A page of ours begins cold, and each of these takes long then. Later the page is measured before anything is written.
    this.#timers.inSteps(
      'show',
      this.#stage.isDocked
        ? [this.#drawRows, this.#draw, hear]
        : [() => this.#come(), this.#draw, this.#drawRows, hear],
    );
  };

  /** The page was scrolled or laid out anew: nothing of ours is where it belongs until it rests. */
  readonly #moved = () => {
    this.#stage.rows?.hide();
    this.#moving = true;
    this.#timers.later('rest', REST_MS, () => {
      this.#moving = false;
      this.#stage.dock();
      this.#drawRows();
    });
  };

  /** Only ever from a reading of the page as it is now: a list may have put another dossier into the same row. */
  readonly #drawRows = () => {
    // A reading that ends while the page is being scrolled waits with its chips until it rests.
    if (this.#shown === null || this.#moving) return;
    const { rows } = this.#stage;
    const context = this.#viewContext();
    // A page that is becoming a list will be read again by itself.
    const reading = this.#visit.reading?.kind === 'list' ? this.#visit.lens.readFresh() : null;
    if (reading?.kind !== 'list' || context === null || this.#folded) {
      rows?.hide();
    } else if (rows === null) {
      void this.#bringRows();
    } else {
      // They ask what lies where: by then the pill has its place.
      if (!this.#stage.isDocked) this.#stage.dock();
      this.#rules.run('rows', () => rows.draw(reading.rows, (facts) => rowChip(facts, context)));
    }
  };

  /** Has a script of ours come. `asked`: the official called for what needs it, and is told if it does not come. */
  async #bring(script: ScriptName, asked = false): Promise<void> {
    if (this.#sentFor.has(script)) return;
    this.#sentFor.add(script);
    if (await this.#clerk.bring(script, asked)) this.#sentFor.delete(script);
    else {
      this.#timers.later(script, BRING_AGAIN_MS, () => {
        this.#sentFor.delete(script);
        this.#draw();
        this.#drawRows();
      });
    }
  }

  async #bringRows(): Promise<void> {
    await this.#bring('rows');
    const make = rowsOffered();
    if (make === null || this.#shown === null) return;
    this.#stage.bringRows(make, this.#shown.signal);
    this.#drawRows();
  }

  #navigated(): void {
    this.#stage.rows?.hide();
    this.#presses.turnPage(this.#visit.turn());
    this.#clerk.turnPage();
    this.#worked = null;
    this.#called = false;
    this.#taken = null;
    // What was brought out over one page is not brought out over the next.
    this.#own = { ...this.#own, opened: null, finish: this.#own.finish === 'aside' ? 'aside' : null };
    this.#passing.drop('work');
    this.#draw();
    this.#timers.later('read', 60, this.#readPage);
  }

  #touched(records: readonly MutationRecord[]): void {
    if (this.#visit.touch(records)) this.#draw();
    this.#stage.rows?.touch(records);
    if (this.#looking) return;
    this.#looking = true;
    // Before the change is painted: asking now would lay the page out in the middle of its work.
    requestAnimationFrame(() => {
      this.#looking = false;
      this.#stage.rows?.check();
      if (this.#visit.lens.look()) this.#draw();
    });
  }

  readonly #focusMoved = () => {
    this.#fieldFocused = focusedField(this.#place.document) !== null;
    if (this.#fieldFocused) this.#passing.drop('work');
    this.#draw();
    this.#stage.dockSoon();
  };

  /** What was told while this tab lay behind others may have been missed. */
  readonly #switched = () => {
    if (this.#place.document.visibilityState === 'hidden') return;
    if (performance.now() - this.#openedAt > ASK_AGAIN_MS && !this.#clerk.orphaned) void this.#open();
    this.#tick();
  };

  /** Taken out of the browser's cache, where nothing is heard: the citizen may be another one by now. */
  readonly #cameBack = ({ persisted }: PageTransitionEvent) => {
    if (!persisted || this.#clerk.orphaned) return;
    this.#navigated();
    void this.#open();
  };

  #tick(): void {
    if (this.#place.document.visibilityState === 'hidden') return;
    this.#clerk.checkAlive();
    this.#stage.settle();
    this.#deskChanged();
    this.#drawRows();
    if (this.#taken === null) this.#readPage();
    // What is known stands and is not asked for; what nobody answered is.
    void this.#count().then(this.#showReading);
  }

  // The desk

  #hear(broadcast: Broadcast): void {
    const isChord = broadcast.type === 'chord';
    if (isChord || broadcast.type === 'ask-page') {
      if (this.#readAt === 0) this.#told.push(broadcast);
      else if (isChord) this.#chord();
      else this.#ask();
    } else {
      this.#clerk.hear(broadcast);
      if (broadcast.type === 'rules') void this.#open();
    }
  }

  /** The desk as of now. */
  #desk(): DeskView | null {
    return presentDesk(this.#clerk.desk, Date.now());
  }

  #deskChanged(): void {
    this.#takeDesk();
    this.#draw();
  }

  #takeDesk(): void {
    // The site was taken back, now or before this page opened.
    if (this.#clerk.unwanted) {
      this.destroy();
      return;
    }
    const desk = this.#desk();
    const session = desk?.session ?? null;
    if (session === null) this.#passing.drop('greet');
    this.#greet();
    void this.#clerk.learnFinish();
    const asked = desk?.finish?.sessionId ?? null;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#marked = new Set();
      this.#own = { ...this.#own, finish: null, ...(asked === null ? {} : { opened: null }) };
      if (asked !== null) this.#passing.clear();
    }
    if (session !== null) this.#timers.later('until', session.until - Date.now() + 20, () => this.#deskChanged());
    const undoableFor = (desk?.undoable?.until ?? 0) - Date.now();
    if (undoableFor > 0) this.#timers.later('undoable', undoableFor + 20, this.#draw);
    if (this.#clerk.fault !== null && asked === null) {
      this.#timers.later('fault', NOTICE_MS, () => {
        this.#clerk.clearFault();
        this.#draw();
      });
    }
  }

  /** Once for each citizen, in the tab in front, over a page that is about them. */
  #greet(): void {
    const session = this.#desk()?.session ?? null;
    const { reading } = this.#visit;
    if (session === null || session.id === this.#greeted || reading === null) return;
    this.#greeted = session.id;
    const isNew = session.greets && this.#desk()?.finish == null;
    const fits = isNew && isForCitizens(reading) && (reading.kind !== 'procedure' || this.#called);
    const inFront = this.#place.document.visibilityState === 'visible';
    if (fits && inFront && Date.now() - session.startedAt < JUST_BEGUN_MS) this.#passing.show('greet');
  }

  /** Work cues come once a page, before the first field has the focus. */
  #cueWork(kind: PageKind): void {
    if (
      kind !== 'receive' ||
      this.#visit.reading?.kind !== kind ||
      this.#worked !== null ||
      this.#fieldFocused ||
      this.#desk()?.finish != null
    )
      return;
    this.#worked = this.#place.url();
    this.#passing.show('work');
  }

  async #finish(skipped: boolean): Promise<void> {
    const { finishCues } = this.#clerk;
    const desk = this.#desk();
    if (desk?.finish == null || finishCues === null) return;
    const cues = finishCues.map(({ id }) => id);
    const missed = skipped ? [] : cues.filter((id) => this.#marked.has(id));
    await this.#clerk.finish({ sessionId: desk.finish.sessionId, cues, missed, skipped });
  }

  async #undo(): Promise<void> {
    if (!(await this.#clerk.undo())) return;
    // Taken back by hand, so asked again here, whatever page this is.
    this.#own = { ...this.#own, finish: 'open' };
    this.#notice('undone');
  }

  #asksFinish(): boolean {
    return asksFinish(this.#state());
  }

  #notice(notice: OverlayState['notice']): void {
    this.#show({ notice });
    this.#timers.later('notice', NOTICE_MS, () => this.#show({ notice: null }));
  }

  // The official's acts

  #makeActs(): OverlayActs {
    return {
      icon: () => this.#pressIcon(),
      fold: () => this.#fold(true),
      waiting: () => {
        this.#called = true;
        this.#show({ opened: null });
        void this.#clerk.waiting();
      },
      toggleCue: (id) => this.#toggleCue(id),
      confirm: () => void this.#finish(false),
      skip: () => void this.#finish(true),
      undo: () => void this.#undo(),
      askWhatPage: () => this.#show({ opened: this.#own.opened === 'what-page' ? null : 'what-page', finish: null }),
      sayWhatPage: (kind) => this.#sayWhatPage(kind),
      teach: () => {
        this.#show({ opened: null });
        void this.#clerk.teach();
      },
      nextStep: () => this.#nextStep(),
      escape: () => this.#escape(),
      hold: () => this.#passing.hold(),
    };
  }

  /** One chord for the moment at hand: confirm what is asked, take back what was just done, else open and close. */
  #chord(): void {
    const { writing, orphaned } = this.#clerk;
    if (orphaned || writing !== null || this.#isTaught || !this.#rhythm.take()) return;
    if (this.#shown === null) this.#ask();
    else if (facesCitizen(this.#visit.state)) this.#show({ opened: null });
    else if (this.#asksFinish()) this.#ifSeen('finish', () => this.#finish(false));
    else if (Date.now() < (this.#desk()?.undoable?.until ?? 0)) this.#ifSeen('saved', () => this.#undo());
    else this.#pressIcon();
  }

  /** Nobody answers a card that has not come yet. */
  #ifSeen(card: CardView['kind'], act: () => Promise<void>): void {
    if (this.#stage.card === card) void act();
  }

  /** The official's own call, from the popup or where nothing of ours is to be seen. */
  #ask(): void {
    this.#show({ opened: offersAssistance(this.#state()) ? 'assisted' : 'what-page', step: 0, finish: null });
  }

  #nextStep(): void {
    const { snapshot } = this.#clerk;
    const step = this.#own.step + 1;
    const isLast = snapshot === null || step >= snapshot.assisted.length;
    this.#show(isLast ? { opened: null } : { step });
  }

  #pressIcon(): void {
    const asked = this.#desk()?.finish != null;
    if (asked) this.#show({ opened: null, finish: this.#asksFinish() ? 'aside' : 'open' });
    else if (this.#folded) this.#fold(false);
    else this.#show({ opened: this.#own.opened === null ? 'details' : null });
  }

  #fold(folded: boolean): void {
    this.#folded = folded;
    this.#show({ opened: null });
    this.#drawRows();
    void this.#clerk.fold(folded);
  }

  #toggleCue(id: string): void {
    const marked = new Set(this.#marked);
    if (!marked.delete(id)) marked.add(id);
    this.#marked = marked;
    this.#draw();
  }

  #sayWhatPage(kind: PageKind): void {
    const kept = this.#clerk.correctPage(this.#visit.pattern, kind);
    this.#readPage();
    void kept.then((isKept) => {
      if (this.#own.opened === 'what-page') this.#own = { ...this.#own, opened: null };
      if (isKept) this.#notice('thanksForKind');
      else this.#draw();
    });
  }

  /** The smallest step back: what was opened, then what asks, then the cues, then the pill itself. */
  #escape(): void {
    if (this.#own.opened !== null) this.#show({ opened: null });
    else if (this.#asksFinish()) this.#show({ finish: 'aside' });
    else if (this.#passing.current !== null) this.#passing.clear();
    else if (!this.#folded) this.#fold(true);
  }

  #show(change: Partial<Vanishing>): void {
    this.#own = { ...this.#own, ...change };
    this.#draw();
  }

  // What is to be seen

  /** The picker is there, in our place. */
  get #isTaught(): boolean {
    return this.#place.document.querySelector(PICKER_TAG) !== null;
  }

  /** Comes or goes, as the page and the desk want it. */
  #come(): void {
    if (!this.#ready || this.#stop.signal.aborted) return;
    const wanted = this.#isTaught ? false : isWanted(this.#state());
    if (wanted === true && this.#shown === null) this.#appear();
    if (wanted === false) this.#vanish();
  }

  readonly #draw = () => {
    this.#come();
    if (this.#shown !== null) this.#stage.draw();
  };

  #look(cards: Cards | null) {
    const context = this.#viewContext();
    const state = this.#state();
    if (cards === null && wantsCards(state, Date.now())) void this.#bringCards();
    return context === null ? null : { view: overlayView(state, context, cards), context };
  }

  async #bringCards(): Promise<void> {
    await this.#bring('cards', this.#own.opened !== null);
    if (cardsOffered() === null) return;
    // What passes by is seen only from now on.
    this.#passing.again();
    this.#draw();
  }

  #state(): OverlayState {
    const { snapshot, otherDue, finishCues, writing, fault, orphaned, unsaved } = this.#clerk;
    return {
      ...this.#own,
      ...this.#visit.state,
      snapshot,
      desk: this.#desk(),
      otherDue,
      finishCues,
      returnedAt: this.#presses.returnedAt,
      fieldFocused: this.#fieldFocused,
      passing: this.#passing.current,
      folded: this.#folded,
      marked: this.#marked,
      writing,
      fault,
      orphaned: orphaned ? { unsaved } : null,
    };
  }

  #viewContext(): ViewContext | null {
    const { snapshot, fault } = this.#clerk;
    if (snapshot === null && fault === null) return null;
    // Without a snapshot there is nothing but the fault to be said.
    const texts: Partial<Record<OverlayText, string>> = snapshot?.texts ?? firstWords;
    const language = snapshot?.language ?? 'vi';
    return { language, t: speaker(texts), deadlines: this.#deadlines, nowMs: Date.now() };
  }
}
