import type { Tone } from 'checklist-core';
import { isClosedStatus, type PageFacts, type PageKind, type PageReading, RESULT_READY, RETURNED } from 'page-reader';
import type { CueText, DeadlineChip, DeskView, Snapshot } from '../messages/requests.ts';
import type { Language, Translate } from '../platform/i18n.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';
import { resolveProcedure } from '../rules/resolve-procedure.ts';
import type { CardView, NoticeView } from './card-kinds.ts';
import type { Cards } from './cards-door.ts';
import type { Deadlines } from './deadlines.ts';

/** Everything the overlay's looks depend on. */
export interface OverlayState {
  readonly snapshot: Snapshot | null;
  readonly desk: DeskView | null;
  /** The reading of the page as it is now; null while it is not known to belong to this page. */
  readonly reading: PageReading | null;
  /** The page has been quiet for a while: what is not there now will not come by itself. */
  readonly settled: boolean;
  /** The official has said what this page is. */
  readonly corrected: boolean;
  /** What the official, the portal's profile or its own words say of the address: whatever is not read there yet is late, not unknown. */
  readonly addressKind: PageKind | null;
  /** What the background counts besides the rows of this list; null until it has answered for this very list. */
  readonly otherDue: DeskView['today'] | null;
  /** The cues of the finish that is asked; null while they are not known. */
  readonly finishCues: readonly CueText[] | null;
  /** Epoch ms at which the result was seen to be handed over on this page, if it was. */
  readonly returnedAt: number | null;
  readonly fieldFocused: boolean;
  /** The cues shown by themselves for a moment. */
  readonly passing: 'greet' | 'work' | null;
  readonly folded: boolean;
  /** What the official opened by hand. */
  readonly opened: 'details' | 'what-page' | 'assisted' | null;
  /** How many steps of assisted filing were done on this call. */
  readonly step: number;
  /** The finish was put aside and waits behind the icon, or was brought out from there; null: as the page is. */
  readonly finish: 'aside' | 'open' | null;
  readonly marked: ReadonlySet<string>;
  readonly writing: 'finish' | 'undo' | null;
  /** A sentence that stays for a few seconds. */
  readonly notice: 'undone' | 'thanksForKind' | null;
  readonly fault: OverlayText | null;
  /** The extension was updated under this page; so many acts could not be saved. */
  readonly orphaned: { readonly unsaved: number } | null;
}

/** The pill and its card, ready to be drawn. */
export interface OverlayView {
  /** The card alone, without the pill: the page faces a citizen. */
  readonly cardOnly: boolean;
  /** Only the icon is drawn; nothing else of the pill. */
  readonly iconOnly: boolean;
  /** A dot on the icon: something waits behind it. */
  readonly beckons: boolean;
  readonly withCitizen: boolean;
  readonly text: string | null;
  readonly chip: DeadlineChip | null;
  readonly who: string | null;
  readonly waiting: boolean;
  readonly whatPage: boolean;
  readonly card: CardView | null;
  /** What a screen reader is told when it changes. */
  readonly announce: string;
}

/** What drawing needs besides the state: the moment and the words. */
export interface ViewContext {
  readonly language: Language;
  readonly t: Translate<OverlayText>;
  readonly deadlines: Pick<Deadlines, 'ofDossier' | 'ofRow'>;
  readonly nowMs: number;
}

export const DOSSIER_KINDS: readonly PageKind[] = ['detail', 'receive', 'return'];
/** Pages at which a citizen may be standing: those of the desk, and the procedure one looks up for them. */
const DESK_KINDS: readonly PageKind[] = ['list', ...DOSSIER_KINDS, 'procedure'];

/** What the overlay shows, from what is known. Pure: same state and moment, same view. */
export function overlayView(state: OverlayState, context: ViewContext, cards: Cards | null): OverlayView {
  const notice = noticeCard(state, context);
  const cardOnly = facesCitizen(state);
  const isServed = state.orphaned === null || cardOnly;
  const card = isServed && cards !== null ? cards.cardOf(state, context, notice) : notice;
  const unknownPage = isUnknownPage(state);
  const chip = unknownPage ? null : chipOf(state, context);
  const due = unknownPage ? null : dueOnList(state, context);
  const text = unknownPage ? null : pillText(state, due, context);
  const waiting = !unknownPage && offersSession(state);
  const who = unknownPage ? null : whoIsLogging(state, context);
  const empty = text === null && chip === null && !waiting && !unknownPage && who === null;
  return {
    cardOnly,
    iconOnly: state.folded || empty,
    beckons: state.desk?.finish != null && card?.kind !== 'finish',
    withCitizen: state.desk?.session != null,
    text,
    chip,
    who,
    waiting,
    whatPage: unknownPage,
    card,
    announce: card === null ? '' : (cards?.spokenOf(card, context) ?? notice?.text ?? ''),
  };
}

/**
 * Is there anything to be seen of us on this page? Nothing is on a page that faces a citizen, nor on one that has nothing
 * to do with a dossier, unless the official calls or something waits for an answer. Null: not known yet; it stays as it is.
 */
export function isWanted(state: OverlayState): boolean | null {
  const { reading, snapshot, desk } = state;
  if (snapshot === null) return state.fault === null ? null : true;
  if (facesCitizen(state)) return isCalled(state);
  if (state.opened !== null || state.notice !== null || state.fault !== null) return true;
  const isKnown = state.addressKind !== null || (reading !== null && reading.kind !== 'other');
  if (isKnown) return !state.corrected || reading?.kind !== 'other';
  // It may be a citizen's page until all of it is there.
  if (!state.settled && !state.corrected) return null;
  if (desk?.finish != null || desk?.undoable != null) return true;
  return reading === null ? null : reading.familiar === true && !state.corrected;
}

/** Was what is opened called for over a page that faces a citizen, such as this one? */
function isCalled(state: OverlayState): boolean {
  return state.opened === 'what-page' || (state.opened === 'assisted' && kindOf(state) === 'filing');
}

/** May there be a card besides a notice, now or in a moment? The script of the cards is sent for then. */
export function wantsCards({ desk, opened, passing, orphaned }: OverlayState, nowMs: number): boolean {
  if (orphaned !== null) return false;
  const isAsked = desk?.pressed != null || desk?.finish != null || nowMs < (desk?.undoable?.until ?? 0);
  return isAsked || opened !== null || passing !== null;
}

type SeenPage = Pick<OverlayState, 'reading' | 'corrected' | 'addressKind'>;

/** What this page is for all that is known: while nothing was made out of it, what its address says. */
function kindOf({ reading, corrected, addressKind }: SeenPage): PageKind | null {
  return reading === null || (reading.kind === 'other' && !corrected) ? addressKind : reading.kind;
}

/** Pages that a citizen looks at, or fills in with the official. */
const OF_CITIZENS: readonly (PageKind | null)[] = ['rating', 'filing'];
const STRANGERS: typeof OF_CITIZENS = [...OF_CITIZENS, 'other', null];

export function facesCitizen(page: SeenPage): boolean {
  return OF_CITIZENS.includes(kindOf(page));
}

/** Does assisted filing belong to this page, and do we know its steps? */
export function offersAssistance(state: SeenPage & Pick<OverlayState, 'snapshot'>): boolean {
  return kindOf(state) === 'filing' && (state.snapshot?.assisted.length ?? 0) > 0;
}

/**
 * Does the finish show itself? On a page of no kind, or of none yet, it only beckons, until the official brings it out by
 * hand: nobody is asked about a citizen over a page that has nothing to do with them.
 */
export function asksFinish(state: SeenPage & Pick<OverlayState, 'desk' | 'finish'>): boolean {
  if (state.desk?.finish == null) return false;
  return state.finish === null ? !STRANGERS.includes(kindOf(state)) : state.finish === 'open';
}

/** Is this a page over which a citizen may be greeted: a page of the desk, and not one of a dossier that came without them? */
export function isForCitizens(reading: PageReading | null): boolean {
  if (reading === null || !DESK_KINDS.includes(reading.kind)) return false;
  const channel = reading.facts?.channel;
  return channel !== 'online' && channel !== 'post';
}

/** Nobody knows this page, and nobody has said what it is. */
export function isUnknownPage(state: OverlayState): boolean {
  const { settled, reading, snapshot, corrected, addressKind } = state;
  return settled && reading?.kind === 'other' && snapshot !== null && !corrected && addressKind === null;
}

export function chipOf(state: OverlayState, context: ViewContext): DeadlineChip | null {
  const { reading, returnedAt } = state;
  const { t } = context;
  // Where reading rests nothing is on its way.
  if (state.snapshot === null || state.snapshot.rulesOff.includes('read')) return null;
  const neutral: DeadlineChip = { mark: 'neutral', text: t('reading'), hint: '' };
  if (reading === null) return neutral;
  if (reading.kind === 'other') return !state.corrected && !state.settled ? neutral : null;
  if (reading.kind === 'list') return isUncounted(reading) && !state.settled ? neutral : null;
  if (reading.kind === 'procedure') return termChip(reading.facts, t);
  if (!DOSSIER_KINDS.includes(reading.kind)) return null;
  const { facts } = reading;
  if (isOver(facts?.status, returnedAt)) return statusChip(facts, context);
  const count = context.deadlines.ofDossier(facts, returnedAt);
  // Nobody will count it any more.
  if (count === null) return state.orphaned === null ? neutral : null;
  const { chip } = count;
  if (chip?.mark !== 'unknown') return chip;
  // A page that is still filling up has not said "no due date" yet; one of which nothing was read is left alone in time.
  if (!state.settled) return neutral;
  return hasFacts(facts) ? chip : null;
}

/** A list of which no rows were read: none there, none yet, or none that say when they are due. Nobody knows which. */
function isUncounted({ kind, rows }: PageReading): boolean {
  return kind === 'list' && !rows.some(({ due, dueState }) => due !== undefined || dueState !== undefined);
}

function hasFacts(facts: PageFacts | null): boolean {
  return Object.keys(facts ?? {}).some((name) => name !== 'doubts');
}

/** Nothing is due any more, and it was not handed over: that would have a chip of its own. */
function isOver(status: number | undefined, returnedAt: number | null): boolean {
  return returnedAt === null && status !== RETURNED && isClosedStatus(status);
}

const STATUS_TEXTS: Readonly<Record<number, OverlayText>> = {
  3: 'statusDenied',
  7: 'statusWithdrawn',
  8: 'statusStopped',
  [RESULT_READY]: 'statusReady',
};

/** The status in the portal's own words; in another language, what its national number stands for. */
function statusChip(facts: PageFacts | null, { language, t }: ViewContext): DeadlineChip | null {
  const named = STATUS_TEXTS[facts?.status ?? 0];
  const text = language === 'vi' || named === undefined ? facts?.statusText : t(named);
  return text === undefined ? null : { mark: 'neutral', text, hint: '' };
}

function termChip(facts: PageFacts | null, t: Translate<OverlayText>): DeadlineChip | null {
  const term = facts?.term;
  return term === undefined ? null : { mark: 'neutral', text: t('term', { term }), hint: '' };
}

type DueCounts = DeskView['today'];

function pillText(state: OverlayState, due: DueCounts | null, { t }: ViewContext): string | null {
  if (passingNow(state) === 'greet') return t(toneOf(state) === 'grief' ? 'greetGrief' : 'greet');
  if (due === null) return null;
  const { overdue, dueToday: today } = due;
  return t(overdue === 0 ? 'dueToday' : today === 0 ? 'dueLate' : 'dueSplit', { overdue, today });
}

/** Distinct dossiers due today or overdue: the rows of this list, and what is watched elsewhere. Null: not counted yet. */
function dueOnList({ reading, otherDue }: OverlayState, { deadlines }: ViewContext): DueCounts | null {
  if (reading?.kind !== 'list' || isUncounted(reading) || otherDue === null) return null;
  const due = new Map<string | number, 'overdue' | 'due-today'>();
  for (const [index, row] of reading.rows.entries()) {
    const count = deadlines.ofRow(row);
    if (count === null) return null;
    if (count.due !== null) due.set(row.code ?? index, count.due);
  }
  const overdue = [...due.values()].filter((state) => state === 'overdue').length;
  return { overdue: otherDue.overdue + overdue, dueToday: otherDue.dueToday + due.size - overdue };
}

/** Marks of a dossier that somebody is still waited upon for, or whose date should be looked at. */
const OPEN_MARKS: readonly DeadlineChip['mark'][] = ['running', 'today', 'late', 'paused', 'doubt'];

/** The chip of one row of a list: its own deadline, and nothing that the row does not leave open. */
export function rowChip(facts: PageFacts, { deadlines }: Pick<ViewContext, 'deadlines'>): DeadlineChip | null {
  const chip = deadlines.ofRow(facts)?.chip ?? null;
  return chip !== null && OPEN_MARKS.includes(chip.mark) ? chip : null;
}

/** The button is offered where a citizen may be standing and nobody is known to be present. */
function offersSession({ desk, reading }: OverlayState): boolean {
  return desk !== null && desk.session === null && desk.finish === null && isForCitizens(reading);
}

/** What passes by, where it belongs: the page may have changed under it. */
export function passingNow({ passing, reading }: OverlayState): OverlayState['passing'] {
  if (passing === 'greet') return isForCitizens(reading) ? passing : null;
  return reading !== null && DOSSIER_KINDS.includes(reading.kind) ? passing : null;
}

export function whoIsLogging({ desk }: OverlayState, { t }: ViewContext): string | null {
  const name = desk?.profile.name;
  return name === null || name === undefined ? null : t('who', { name });
}

function noticeCard({ orphaned, notice, fault }: OverlayState, { t }: ViewContext): NoticeView | null {
  const said = (text: string, isFault: boolean): NoticeView => ({ kind: 'notice', text, isFault });
  if (orphaned !== null) {
    const { unsaved } = orphaned;
    return said(unsaved === 0 ? t('orphaned') : t('orphanedUnsaved', { n: unsaved }), true);
  }
  if (fault !== null) return said(t(fault), true);
  return notice === null ? null : said(t(notice), false);
}

export function toneOf({ desk, snapshot, reading }: OverlayState): Tone | null {
  const facts = reading?.facts ?? null;
  const procedure = snapshot === null || facts === null ? null : resolveProcedure(snapshot.procedures, facts);
  return desk?.session?.tone ?? procedure?.tone ?? null;
}
