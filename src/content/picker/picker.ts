import type { PageKind } from 'page-reader';
import { profileFrom, type Spot, type TaughtKey } from 'page-reader/teach';
import { h, render } from 'preact';
import { pagePattern } from '../../messages/page-pattern.ts';
import type { DeskRequests, Snapshot } from '../../messages/requests.ts';
import { type Translate, translator } from '../../platform/i18n.ts';
import { type PickerText, pickerTexts } from '../../platform/texts/picker.ts';
import { procedureSpellings } from '../../rules/resolve-procedure.ts';
import { isOfDesk } from '../desk-clerk.ts';
import type { DeskLink } from '../desk-link.ts';
import { HOST_TAG } from '../host.ts';
import { Timers } from '../timers.ts';
import { viewportOf } from '../viewport.ts';
import { LessonPage } from './lesson-page.ts';
import type { PickerActs } from './picker-acts.ts';
import { createPickerHost } from './picker-host.ts';
import { PickerPanel } from './picker-panel.tsx';
import { type ChosenKind, choicesOf, nextStep, type PickerState, refusalOf, STEPS } from './picker-state.ts';
import { pickerStyles } from './styles.ts';

/** So long after a change the page is looked at anew, also one that never rests. */
const RENEW_MS = 300;
const WATCHED: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributes: true,
  attributeFilter: ['open'],
};

/**
 * One lesson on one page: asks what stands where, shows what would be read, and has it kept if the official says so.
 * Never presses anything of the page, never stores what the page prints. Gone without a trace when it ends.
 */
export class Picker {
  readonly #document: Document;
  readonly #window: Window;
  readonly #link: DeskLink;
  readonly #snapshot: Snapshot;
  readonly #t: Translate<PickerText>;
  readonly #stop: AbortController;
  readonly #page: LessonPage;
  readonly #url: string;
  readonly #root: ShadowRoot;
  readonly #panel: HTMLElement;
  readonly #acts: PickerActs;
  readonly #onMove = () => this.#show({});
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  readonly #timers: Timers;
  #state: PickerState;

  /** `stop`: aborted once nothing of the picker is left, or to take it away. Throws where the page cannot be read. */
  constructor(window: Window, link: DeskLink, snapshot: Snapshot, stop: AbortController) {
    const { document } = window;
    this.#stop = stop;
    this.#document = document;
    this.#window = window;
    this.#link = link;
    this.#snapshot = snapshot;
    this.#t = translator(pickerTexts, snapshot.language);
    this.#url = window.location.href;
    this.#timers = new Timers(window, this.#stop.signal);
    const context = {
      url: this.#url,
      profile: snapshot.portal,
      procedures: procedureSpellings(snapshot.procedures),
    };
    this.#page = new LessonPage(document, context, (root) => this.#watch(root));
    // Before anything stands over a page that cannot be read.
    this.#state = this.#opening();
    this.#root = createPickerHost(document, pickerStyles, this.#stop.signal);
    this.#panel = document.createElement('div');
    this.#root.append(this.#panel);
    this.#acts = this.#makeActs();
    this.#listen();
    this.#show({});
    this.#focus();
  }

  #opening(): PickerState {
    const { kindFound } = this.#page;
    return {
      stage: 'kind',
      kindFound,
      kind: 'detail',
      key: STEPS[0],
      picks: new Map(),
      spots: [],
      active: null,
      refusal: null,
      reading: null,
      saving: false,
      fault: null,
      side: 'end',
    };
  }

  #listen(): void {
    const { signal } = this.#stop;
    this.#window.addEventListener('resize', this.#onMove, { signal });
    this.#watch(this.#document);
    signal.addEventListener('abort', () => {
      this.#observer.disconnect();
      render(null, this.#panel);
    });
    this.#window.addEventListener('pagehide', () => this.#leave(), { signal });
    // Heard also where the page swallows every key.
    this.#link.onBroadcast(({ type }) => type === 'chord' && this.#leave(), signal);
  }

  /** The page itself, or what it shows in a frame: its scrolling moves the places, its changes may make others. */
  #watch(root: Document | ShadowRoot): void {
    const { signal } = this.#stop;
    if (signal.aborted) return;
    root.addEventListener('scroll', this.#onMove, { signal, capture: true, passive: true });
    this.#observer.observe(root, WATCHED);
  }

  #changed(records: readonly MutationRecord[]): void {
    if (records.every(({ target }) => target.nodeName.toLowerCase().startsWith(HOST_TAG))) return;
    this.#timers.soon('renew', RENEW_MS, () => this.#renew());
  }

  #makeActs(): PickerActs {
    return {
      choose: (kind) => this.#choose(kind),
      pick: (index) => this.#pick(index),
      activate: (index) => this.#activate(index, true),
      hover: (x, y) => this.#activate(this.#page.spotAt(this.#state.spots, x, y), false),
      point: (x, y) => this.#point(x, y),
      scroll: (x, y, by) => this.#page.scrollAt(x, y, by),
      absent: () => this.#answer(null),
      back: () => this.#back(),
      ask: (key) => this.#ask(key),
      move: () => this.#show({ side: this.#state.side === 'end' ? 'start' : 'end' }),
      save: () => void this.#save(),
      leave: () => this.#leave(),
    };
  }

  #choose(kind: ChosenKind): void {
    if (kind === 'other') void this.#saveOther();
    else {
      this.#state = { ...this.#state, kind, picks: new Map() };
      this.#ask(STEPS[0]);
    }
  }

  /** Asks where this fact stands. */
  #ask(key: TaughtKey): void {
    this.#page.renew();
    this.#show({ stage: 'step', key, spots: this.#offered(key), active: null, refusal: null, reading: null });
    this.#focus();
  }

  #offered(key: TaughtKey): readonly Spot[] {
    return this.#allSpots(key).filter((spot) => refusalOf(spot) === null);
  }

  #allSpots(key: TaughtKey): readonly Spot[] {
    return this.#page.spots(this.#state.kind, key, choicesOf(this.#state.picks, key));
  }

  #activate(active: number | null, byKeyboard: boolean): void {
    if (active === this.#state.active || this.#state.stage !== 'step') return;
    const spot = active === null ? undefined : this.#state.spots[active];
    if (byKeyboard && spot !== undefined) this.#page.show(spot);
    this.#show({ active });
    if (byKeyboard) this.#keepClear();
  }

  /** The panel moves out of the way of what is being looked at. */
  #keepClear(): void {
    const { active, spots, side } = this.#state;
    const spot = active === null ? undefined : spots[active];
    const card = this.#root.querySelector('.card')?.getBoundingClientRect();
    const [box] = spot === undefined ? [] : this.#page.boxesOf(spot);
    if (card === undefined || box === undefined) return;
    const isCovered = (left: number) =>
      box.left < left + card.width &&
      box.left + box.width > left &&
      box.top < card.bottom &&
      box.top + box.height > card.top;
    const across = viewportOf(this.#document).clientWidth - card.right;
    if (isCovered(card.left) && !isCovered(across)) this.#show({ side: side === 'end' ? 'start' : 'end' });
  }

  #point(x: number, y: number): void {
    if (this.#state.stage !== 'step') return;
    const { key, spots } = this.#state;
    const at = this.#page.spotAt(spots, x, y);
    if (at === null) this.#refuse(this.#allSpots(key), x, y);
    else this.#pick(at);
  }

  /** Says kindly why what was pointed at is not taken. */
  #refuse(all: readonly Spot[], x: number, y: number): void {
    const spot = all[this.#page.spotAt(all, x, y) ?? -1];
    const refused = spot === undefined ? null : refusalOf(spot);
    const reason = refused ?? this.#page.refusalAt(x, y, this.#state.kind) ?? 'nothing-here';
    this.#show({ refusal: { reason, label: spot?.label ?? '' }, active: null });
  }

  #pick(index: number): void {
    const spot = this.#state.spots[index];
    if (spot !== undefined && this.#state.stage === 'step') this.#answer(spot);
  }

  #answer(spot: Spot | null): void {
    const picks = new Map(this.#state.picks).set(this.#state.key, spot);
    this.#state = { ...this.#state, picks };
    const next = nextStep(picks);
    if (next === null) this.#summarise();
    else this.#ask(next);
  }

  #summarise(): void {
    const { kind, picks } = this.#state;
    this.#page.renew();
    const reading = this.#page.read(kind, choicesOf(picks));
    this.#show({ stage: 'summary', reading, spots: [], active: null, refusal: null, fault: null });
    this.#focus();
  }

  /** One step back: to the question answered last, and from the first to the kinds. */
  #back(): void {
    const { stage, picks, key } = this.#state;
    const answered = [...picks.keys()].filter((each) => stage === 'summary' || each !== key);
    const last = answered.at(-1);
    if (last === undefined) {
      this.#show({ stage: 'kind', picks: new Map(), spots: [], active: null, refusal: null });
      this.#focus();
      return;
    }
    const left = new Map(picks);
    left.delete(last);
    left.delete(key);
    this.#state = { ...this.#state, picks: left };
    this.#ask(last);
  }

  async #save(): Promise<void> {
    const { kind, picks } = this.#state;
    const { host } = this.#window.location;
    const profile = profileFrom(choicesOf(picks), {
      url: this.#url,
      host,
      kind,
      heading: this.#page.heading,
      dialog: this.#page.isDialog,
      title: this.#t('lessonTitle', { host }),
      source: this.#t('lessonSource'),
    });
    const isEmpty = profile.pages.length === 0 && Object.keys(profile.labels).length === 0;
    const isKept = (isEmpty || (await this.#send('teachPortal', { profile }))) && (await this.#correct(kind));
    if (isKept) this.#show({ stage: 'saved' });
    this.#focus();
  }

  async #saveOther(): Promise<void> {
    this.#state = { ...this.#state, kind: 'other' };
    if (await this.#correct('other')) this.#show({ stage: 'saved' });
    this.#focus();
  }

  /** A dialog's kind says nothing of the address below it. */
  async #correct(kind: PageKind): Promise<boolean> {
    if (this.#page.isDialog && isOfDesk({ kind })) return true;
    return this.#send('correctPage', { pattern: pagePattern(this.#url), kind });
  }

  async #send<T extends 'teachPortal' | 'correctPage'>(type: T, body: DeskRequests[T]['body']): Promise<boolean> {
    this.#show({ saving: true, fault: null });
    const reply = await this.#link.request(type, body);
    const fault = reply.ok ? null : reply.error.code === 'orphaned' ? 'orphaned' : 'fault';
    this.#show({ saving: false, fault });
    return reply.ok;
  }

  #leave(): void {
    this.#stop.abort();
  }

  /** The page changed meanwhile: the same question, over the page as it is now. */
  #renew(): void {
    if (this.#stop.signal.aborted) return;
    // Another page, or a dialog that closed around us: there is nothing left to teach.
    const isElsewhere = this.#window.location.href !== this.#url || !this.#root.host.checkVisibility();
    if (isElsewhere) this.#leave();
    if (isElsewhere || this.#state.stage !== 'step') return;
    this.#page.renew();
    const spots = this.#offered(this.#state.key);
    const active = this.#state.active !== null && this.#state.active < spots.length ? this.#state.active : null;
    this.#show({ spots, active });
  }

  #show(change: Partial<PickerState>): void {
    if (this.#stop.signal.aborted) return;
    this.#state = { ...this.#state, ...change };
    const boxes = this.#state.spots.map((spot) => this.#page.boxesOf(spot));
    const { language } = this.#snapshot;
    render(h(PickerPanel, { state: this.#state, boxes, language, acts: this.#acts, t: this.#t }), this.#panel);
  }

  /** The keyboard goes where the next answer is given. */
  #focus(): void {
    if (this.#stop.signal.aborted) return;
    const buttons = [...this.#root.querySelectorAll<HTMLElement>('.spot, .tt-button')];
    const next = buttons.find(({ dataset }) => dataset.next !== undefined) ?? buttons[0];
    next?.focus({ preventScroll: true });
  }
}
