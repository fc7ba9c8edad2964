import { wallMinuteAt } from 'checklist-core/deadline';
import { kindFromUrl, type PageKind, type PageReading, RESULT_READY } from 'page-reader';
import { h, render } from 'preact';
import type { Broadcast, DeskView } from '../messages/requests.ts';
import { type Translate, translator } from '../platform/i18n.ts';
import { type OverlayText, overlayTexts } from '../platform/texts/overlay.ts';
import { ChordRhythm } from './chord-rhythm.ts';
import { DeskClerk } from './desk-clerk.ts';
import type { DeskLink } from './desk-link.ts';
import { Gate, type GatePage, type Press } from './gate.ts';
import { createHost, type OverlayHost } from './host.ts';
import { watchPage } from './navigation.ts';
import {
  asksFinish,
  finishCueIds,
  isForCitizens,
  type OverlayState,
  overlayView,
  type ViewContext,
} from './overlay-view.ts';
import { PageLens } from './page-lens.ts';
import { boxOf, focusedField, visibleControls } from './page-obstacles.ts';
import { pagePattern } from './page-pattern.ts';
import type { OverlayActs } from './panel/acts.ts';
import { OverlayPanel } from './panel/overlay-panel.tsx';
import { panelStyles } from './panel/styles.ts';
import { PassingCues } from './passing-cues.ts';
import { ICON_SIZE, PILL_WIDTH, type Placement, placePill } from './placement.ts';
import { presentDesk } from './present-desk.ts';

/** Where the overlay lives and whom it talks to. */
export interface OverlayPlace {
  readonly document: Document;
  readonly window: Window;
  readonly link: DeskLink;
  /** Address of the page; the practice desk gives the one its pages pretend to have. */
  readonly url: () => string;
}

/**
 * How long a page that shows its dossier must be still before "not there" is believed of the rest; a page that shows
 * nothing yet may only be slow, and gets longer.
 */
const QUIET_MS = 600;
const PATIENCE_MS = 2_500;
/** Deadlines are words in minutes: often enough. */
const TICK_MS = 30_000;
const NOTICE_MS = 6_000;
/** A tab that comes to the front asks anew how the desk stands, but not at every switch. */
const ASK_AGAIN_MS = 60_000;
/** A session this young has just begun; an older one was greeted on the page before. */
const JUST_BEGUN_MS = 5_000;
const SCROLL_REST_MS = 200;

type Vanishing = Pick<OverlayState, 'opened' | 'notice' | 'finish'>;

/**
 * The controller of one page's overlay. It owns every listener, timer and state; the components only draw. `destroy`
 * leaves nothing behind.
 */
export class Overlay {
  readonly #place: OverlayPlace;
  readonly #stop = new AbortController();
  readonly #clerk: DeskClerk;
  readonly #lens: PageLens;
  readonly #gate: Gate;
  readonly #passing: PassingCues;
  readonly #rhythm = new ChordRhythm(() => performance.now());
  readonly #timers = new Map<string, number>();
  readonly #acts: OverlayActs;
  readonly #onFocusIn = () => this.#focusMoved();
  readonly #onFocusOut = () => this.#later('focus', 0, () => this.#focusMoved());
  readonly #onSwitch = () => this.#switched();
  readonly #onPageShow = ({ persisted }: PageTransitionEvent) => this.#cameBack(persisted);
  readonly #onResize = () => this.#dock();
  readonly #onScroll = () => this.#later('scroll', SCROLL_REST_MS, () => this.#dock());
  #page: Element | null = null;
  #host: OverlayHost | null = null;
  #placement: Placement = { dock: 'bottom-end', compact: false, left: 0, top: 0 };
  #own: Vanishing = { opened: null, notice: null, finish: null };
  #marked: ReadonlySet<string> = new Set();
  #folded = false;
  #settled = false;
  #fieldFocused = false;
  #openedAt = 0;
  #greeted: string | null = null;
  /** The official has said on this page that a citizen is there. */
  #called = false;
  #asked: string | null = null;
  #worked: string | null = null;
  #returned: { readonly code: string | undefined; readonly at: number } | null = null;

  constructor(place: OverlayPlace) {
    this.#place = place;
    this.#clerk = new DeskClerk(place.link, () => this.#deskChanged());
    this.#lens = new PageLens({
      document: place.document,
      url: place.url,
      context: () => this.#readingContext(),
      host: () => this.#host?.element ?? null,
    });
    const duties = {
      page: () => this.#gatePage(),
      signs: () => this.#lens.signs(),
      onPress: (press: Press) => this.#pressed(press),
      onSettle: (press: Press, success: boolean) => this.#settlePress(press, success),
      now: () => Date.now(),
    };
    this.#gate = new Gate(place.window, duties, this.#stop.signal);
    this.#passing = new PassingCues(place.window, () => this.#draw(), this.#stop.signal);
    this.#acts = this.#makeActs();
  }

  /** Asks the background at once; what it says is drawn as soon as there is a page to draw on. */
  async start(): Promise<void> {
    const { link } = this.#place;
    link.onBroadcast((broadcast) => this.#hear(broadcast), this.#stop.signal);
    await this.#open();
  }

  async #open(): Promise<void> {
    this.#openedAt = performance.now();
    const opened = await this.#clerk.open();
    if (this.#stop.signal.aborted) return;
    if (this.#clerk.unwanted) this.destroy();
    if (!opened) return;
    this.#folded = this.#clerk.snapshot?.folded ?? false;
    this.#resumePress();
    this.#readPage();
  }

  /** The page is there: show the pill. */
  mount(): void {
    if (this.#stop.signal.aborted || this.#host !== null) return;
    const { document, window } = this.#place;
    const { signal } = this.#stop;
    this.#host = createHost(document, panelStyles, signal);
    this.#fieldFocused = focusedField(document) !== null;
    watchPage(
      window,
      {
        onNavigate: () => this.#navigated(),
        onTouch: () => this.#touched(),
        onChange: () => this.#readPage(),
      },
      signal,
    );
    this.#listen();
    const ticking = window.setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => window.clearInterval(ticking));
    this.#waitForQuiet();
    this.#readPage();
  }

  /** Idempotent: `document.open` takes every listener off the page, and then they are put back. */
  #listen(): void {
    const { document, window } = this.#place;
    const { signal } = this.#stop;
    document.addEventListener('focusin', this.#onFocusIn, { signal });
    document.addEventListener('focusout', this.#onFocusOut, { signal });
    document.addEventListener('visibilitychange', this.#onSwitch, { signal });
    window.addEventListener('pageshow', this.#onPageShow, { signal });
    window.addEventListener('resize', this.#onResize, { signal });
    window.addEventListener('scroll', this.#onScroll, { signal, capture: true, passive: true });
    this.#gate.listen();
    this.#page = document.documentElement;
  }

  /** Takes everything away again: the element, the listeners, the timers. */
  destroy(): void {
    const root = this.#host?.root;
    if (root !== undefined) render(null, root);
    this.#stop.abort();
    for (const timer of this.#timers.values()) this.#place.window.clearTimeout(timer);
    this.#timers.clear();
    this.#host = null;
  }

  // The page

  #readingContext() {
    const { snapshot, spellings: procedures } = this.#clerk;
    if (snapshot === null) return null;
    const { portal: profile, pageKinds } = snapshot;
    const kind = pageKinds[pagePattern(this.#place.url())];
    return { profile, procedures, ...(kind === undefined ? {} : { kind }) };
  }

  #readPage(): void {
    this.#host?.settle();
    if (this.#host !== null && this.#page !== this.#place.document.documentElement) this.#listen();
    const reading = this.#lens.read();
    this.#gate.check();
    if (reading !== null) {
      this.#greet();
      const { kind } = reading;
      // A session that this page begins is greeted first.
      void this.#clerk.see(reading, this.#place.url()).then(() => this.#cueWork(kind));
    }
    this.#draw();
  }

  #navigated(): void {
    if (this.#lens.navigate(this.#place.url())) this.#gate.forgetStart();
    this.#clerk.turnPage();
    this.#returned = null;
    this.#worked = null;
    this.#settled = false;
    this.#called = false;
    // What was brought out over one page is not brought out over the next.
    this.#own = { ...this.#own, opened: null, finish: this.#own.finish === 'aside' ? 'aside' : null };
    this.#passing.drop('work');
    this.#waitForQuiet();
    this.#draw();
    this.#later('read', 60, () => this.#readPage());
  }

  #touched(): void {
    this.#later('quiet', QUIET_MS, () => this.#restQuietly());
    if (this.#lens.touch()) this.#draw();
  }

  #waitForQuiet(): void {
    this.#later('quiet', QUIET_MS, () => this.#restQuietly());
    this.#later('patience', PATIENCE_MS, () => this.#becomeQuiet());
  }

  #restQuietly(): void {
    if (hasSubstance(this.#lens.reading)) this.#becomeQuiet();
  }

  #becomeQuiet(): void {
    if (this.#settled || this.#place.document.readyState === 'loading') return;
    this.#settled = true;
    this.#draw();
  }

  #focusMoved(): void {
    this.#fieldFocused = focusedField(this.#place.document) !== null;
    if (this.#fieldFocused) this.#passing.drop('work');
    this.#draw();
  }

  /** What was told while this tab lay behind others may have been missed. */
  #switched(): void {
    if (this.#place.document.visibilityState === 'hidden') return;
    if (performance.now() - this.#openedAt > ASK_AGAIN_MS && !this.#clerk.orphaned) void this.#open();
    this.#tick();
  }

  /** Taken out of the browser's cache, where nothing is heard: the citizen may be another one by now. */
  #cameBack(fromCache: boolean): void {
    if (fromCache && !this.#clerk.orphaned) void this.#open();
  }

  #tick(): void {
    if (this.#place.document.visibilityState === 'hidden') return;
    this.#clerk.checkAlive();
    if (this.#clerk.snapshot === null && !this.#clerk.orphaned) void this.#open();
    this.#host?.settle();
    this.#deskChanged();
  }

  // The press

  #gatePage(): GatePage | null {
    const profile = this.#clerk.snapshot?.portal ?? null;
    const reading = this.#lens.readFresh();
    return profile === null || reading === null ? null : { profile, kind: reading.kind, facts: reading.facts };
  }

  /** The background must know the page before it hears of a press on it, however quick the official was. */
  #pressed(press: Press): void {
    const { reading } = this.#lens;
    if (reading !== null) void this.#clerk.see(reading, this.#place.url());
    void this.#clerk.press(press);
  }

  #settlePress(press: Press, success: boolean): void {
    if (success && press.action.outcome === 'returned' && press.facts?.status !== RESULT_READY) {
      this.#returned = { code: press.facts?.code ?? this.#lens.reading?.facts?.code, at: Date.now() };
    }
    void this.#clerk.settle(success, this.#lens.readFresh()?.facts ?? null);
  }

  #resumePress(): void {
    const { desk, snapshot } = this.#clerk;
    const pressed = desk?.pressed ?? null;
    const action = snapshot?.portal?.actions.find(({ id }) => id === pressed?.actionId);
    if (pressed !== null && action !== undefined) this.#gate.resume(action, pressed.at);
  }

  // The desk

  #hear(broadcast: Broadcast): void {
    if (broadcast.type === 'chord') this.#chord();
    else this.#clerk.hear(broadcast);
  }

  /** The desk as of now. */
  #desk(): DeskView | null {
    return presentDesk(this.#clerk.desk, Date.now());
  }

  #deskChanged(): void {
    const desk = this.#desk();
    const session = desk?.session ?? null;
    if (session === null) this.#passing.drop('greet');
    this.#greet();
    const asked = desk?.finish?.sessionId ?? null;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#marked = new Set();
      this.#own = { ...this.#own, finish: null, ...(asked === null ? {} : { opened: null }) };
      if (asked !== null) this.#passing.clear();
    }
    if (session !== null) this.#later('until', session.until - Date.now() + 20, () => this.#deskChanged());
    if (desk?.undoable != null) {
      this.#later('undoable', Math.max(0, desk.undoable.until - Date.now()) + 20, () => this.#draw());
    }
    if (this.#clerk.fault !== null && asked === null) this.#later('fault', NOTICE_MS, () => this.#forgive());
    this.#draw();
  }

  /** Once for each citizen, in the tab in front, over a page that is about them. */
  #greet(): void {
    const session = this.#desk()?.session ?? null;
    const { reading } = this.#lens;
    if (session === null || session.id === this.#greeted || reading === null) return;
    this.#greeted = session.id;
    const fits = session.greets && isForCitizens(reading) && (reading.kind !== 'procedure' || this.#called);
    const inFront = this.#place.document.visibilityState === 'visible';
    if (fits && inFront && Date.now() - session.startedAt < JUST_BEGUN_MS) this.#passing.show('greet');
  }

  #forgive(): void {
    this.#clerk.clearFault();
    this.#draw();
  }

  /** Work cues come once a page, before the first field has the focus. */
  #cueWork(kind: PageKind): void {
    if (
      kind !== 'receive' ||
      this.#lens.reading?.kind !== kind ||
      this.#worked !== null ||
      this.#fieldFocused ||
      this.#desk()?.finish != null
    )
      return;
    this.#worked = this.#place.url();
    this.#passing.show('work');
  }

  async #finish(skipped: boolean): Promise<void> {
    const { snapshot } = this.#clerk;
    const desk = this.#desk();
    if (desk?.finish == null || snapshot === null) return;
    const cues = finishCueIds(snapshot, desk.finish);
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
    this.#own = { ...this.#own, notice };
    this.#later('notice', NOTICE_MS, () => {
      this.#own = { ...this.#own, notice: null };
      this.#draw();
    });
    this.#draw();
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
      escape: () => this.#escape(),
      hold: () => this.#passing.hold(),
    };
  }

  /** One chord for the moment at hand: confirm what is asked, take back what was just done, else open and close. */
  #chord(): void {
    const { writing, orphaned } = this.#clerk;
    const desk = this.#desk();
    if (orphaned || writing !== null || !this.#rhythm.take()) return;
    if (this.#asksFinish()) void this.#finish(false);
    else if (desk?.undoable != null && Date.now() < desk.undoable.until) void this.#undo();
    else this.#pressIcon();
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
    void this.#clerk.fold(folded);
  }

  #toggleCue(id: string): void {
    const marked = new Set(this.#marked);
    if (!marked.delete(id)) marked.add(id);
    this.#marked = marked;
    this.#draw();
  }

  #sayWhatPage(kind: PageKind): void {
    this.#own = { ...this.#own, opened: null };
    void this.#clerk.correctPage(pagePattern(this.#place.url()), kind);
    this.#notice('thanksForKind');
    this.#readPage();
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

  // Drawing

  #draw(): void {
    const host = this.#host;
    if (host === null) return;
    try {
      this.#render(host);
      this.#dock();
    } catch (error) {
      // Whatever breaks in here, the portal works on.
      console.warn('Thân Thiện', error instanceof Error ? error.message : 'drawing failed');
    }
  }

  #render(host: OverlayHost): void {
    const context = this.#viewContext();
    const view = overlayView(this.#state(), context);
    const { placement, acts } = { placement: this.#placement, acts: this.#acts };
    const hadFocus = host.root.activeElement !== null;
    render(h(OverlayPanel, { view, placement, language: context.language, acts, t: context.t }), host.root);
    // A button that had the focus may be gone now: keep the keyboard in the panel, never take it from the page.
    if (hadFocus && host.root.activeElement === null) refocus(host.root);
  }

  #state(): OverlayState {
    const { snapshot, otherDue, writing, fault, orphaned, unsaved } = this.#clerk;
    const url = this.#place.url();
    return {
      ...this.#own,
      snapshot,
      desk: this.#desk(),
      reading: this.#lens.reading,
      settled: this.#settled,
      corrected: snapshot?.pageKinds[pagePattern(url)] !== undefined,
      knownAddress: kindFromUrl(snapshot?.portal ?? null, url) !== null,
      otherDue,
      returnedAt: this.#returnedAt(),
      fieldFocused: this.#fieldFocused,
      passing: this.#passing.current,
      folded: this.#folded,
      marked: this.#marked,
      writing,
      fault,
      orphaned: orphaned ? { unsaved } : null,
    };
  }

  #returnedAt(): number | null {
    const offset = this.#clerk.calendar?.offsetMinutes;
    const code = this.#lens.reading?.facts?.code;
    if (this.#returned === null || offset === undefined || this.#returned.code !== code) return null;
    return wallMinuteAt(this.#returned.at, offset);
  }

  #viewContext(): ViewContext {
    const { snapshot, calendar } = this.#clerk;
    const language = snapshot?.language ?? 'vi';
    const t: Translate<OverlayText> = translator(overlayTexts, language);
    const nowMs = Date.now();
    return { language, t, calendar, nowMs, now: wallMinuteAt(nowMs, calendar?.offsetMinutes ?? 0) };
  }

  /** Puts the pill where it covers none of the page's buttons and not the field in use. */
  #dock(): void {
    const host = this.#host;
    const pill = host?.root.querySelector('[data-part="pill"]');
    if (host === null || pill == null) return;
    const { document } = this.#place;
    const field = focusedField(document);
    const fieldBox = field === null || field.localName === 'iframe' ? null : boxOf(field);
    const card = host.root.querySelector('.card');
    const next = placePill({
      viewport: { width: document.documentElement.clientWidth, height: document.documentElement.clientHeight },
      pill: pillSize(pill, this.#placement.compact),
      card: card === null ? null : boxOf(card),
      avoid: fieldBox === null ? visibleControls(document) : [...visibleControls(document), fieldBox],
      field: fieldBox,
      current: host.element.dataset.dock === undefined ? null : this.#placement,
    });
    const changed = next.dock !== this.#placement.dock || next.compact !== this.#placement.compact;
    this.#placement = next;
    host.place(next);
    if (changed) this.#render(host);
  }

  #later(name: string, ms: number, act: () => void): void {
    const { window } = this.#place;
    const before = this.#timers.get(name);
    if (before !== undefined) window.clearTimeout(before);
    if (this.#stop.signal.aborted) return;
    const run = () => {
      this.#timers.delete(name);
      act();
    };
    this.#timers.set(name, window.setTimeout(run, ms));
  }
}

/** Something of a dossier has been drawn: the page is more than its skeleton. */
function hasSubstance(reading: PageReading | null): boolean {
  return reading !== null && (reading.rows.length > 0 || reading.facts?.code !== undefined);
}

function refocus(root: ShadowRoot): void {
  const next = root.querySelector<HTMLElement>('.card .tt-button, [data-part="icon"]');
  next?.focus({ preventScroll: true });
}

/** The pill as it would be in full; while it is shrunk to its icon, the most it may be. */
function pillSize(pill: Element, compact: boolean): { width: number; height: number } {
  const { width } = boxOf(pill);
  const iconOnly = pill.getAttribute('data-icon-only') === 'true';
  if (iconOnly && !compact) return { width: ICON_SIZE, height: ICON_SIZE };
  return { width: compact ? PILL_WIDTH : Math.min(PILL_WIDTH, width), height: ICON_SIZE };
}
