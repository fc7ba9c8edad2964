import { PAGE_KINDS, type PageKind, type PageReading } from 'page-reader';
import type { CueText } from '../../messages/requests.ts';
import type { CardView, CueView, NoticeView } from '../card-kinds.ts';
import {
  asksFinish,
  chipOf,
  DOSSIER_KINDS,
  facesCitizen,
  isUnknownPage,
  type OverlayState,
  passingNow,
  toneOf,
  type ViewContext,
  whoIsLogging,
} from '../overlay-view.ts';

/** The card to be seen, from what is known. Pure. `notice`: what is said where neither a finish nor its undo is open. */
export function cardOf(state: OverlayState, context: ViewContext, notice: NoticeView | null): CardView | null {
  // Over a citizen's page only what was called for there.
  if (facesCitizen(state)) return openedCard(state, context);
  return (
    finishCard(state, context) ??
    savedCard(state, context) ??
    notice ??
    openedCard(state, context) ??
    passingCard(state, context)
  );
}

/** What a screen reader is told when a card comes, also one that was opened by hand: by the chord the focus stays in the page. */
export function spokenOf(card: CardView, { t }: ViewContext): string {
  switch (card.kind) {
    case 'finish':
      return card.fault ?? (card.busy ? t('saving') : card.title);
    case 'saved':
      return card.fault ?? card.text;
    case 'notice':
    case 'assisted':
      return card.text;
    case 'cues':
      return card.cues.map((cue) => cue.text).join('. ');
    case 'what-page':
      return t('whatPage');
    case 'details':
      return [card.chip?.text ?? '', ...card.lines].filter(Boolean).join('. ');
  }
}

function finishCard(state: OverlayState, { t }: ViewContext): CardView | null {
  const { desk, finishCues, marked, writing } = state;
  if (desk?.finish == null || finishCues === null || !asksFinish(state)) return null;
  const missed = marked.size;
  return {
    kind: 'finish',
    title: t(`finish-${desk.finish.outcome}`),
    help: t('finishHelp'),
    cues: cueViews(finishCues, marked),
    confirm: writing === 'finish' ? t('saving') : missed === 0 ? t('confirm') : t('confirmMissed', { n: missed }),
    busy: writing !== null,
    fault: state.fault === null ? null : t(state.fault),
  };
}

function savedCard({ desk, writing, fault }: OverlayState, { t, nowMs }: ViewContext): CardView | null {
  if (desk?.undoable == null || nowMs >= desk.undoable.until) return null;
  const undo = writing === 'undo' ? t('undoing') : t('undo');
  return { kind: 'saved', text: t('saved'), undo, fault: fault === null ? null : t(fault) };
}

function openedCard(state: OverlayState, context: ViewContext): CardView | null {
  switch (state.opened) {
    case null:
      return null;
    case 'what-page':
      return whatPageCard(state, context);
    case 'assisted':
      return assistedCard(state, context);
    case 'details':
      return detailsCard(state, context);
  }
}

function whatPageCard({ desk }: OverlayState, { t }: ViewContext): CardView {
  return {
    kind: 'what-page',
    kinds: PAGE_KINDS.map((kind) => ({ kind, text: t(`kind-${kind}`) })),
    teach: desk?.practice === true ? null : t('teach'),
  };
}

/** Read, then do: one step at a time, nothing asked and nothing kept. */
function assistedCard({ snapshot, step }: OverlayState, { t }: ViewContext): CardView | null {
  const steps = snapshot?.assisted ?? [];
  const cue = steps[step];
  if (cue === undefined) return null;
  return {
    kind: 'assisted',
    title: t('assisted'),
    count: `${step + 1}/${steps.length}`,
    text: cue.text,
    next: t(step + 1 < steps.length ? 'next' : 'done'),
  };
}

function detailsCard(state: OverlayState, context: ViewContext): CardView {
  const { t } = context;
  const unknown = isUnknownPage(state);
  const chip = unknown ? null : chipOf(state, context);
  const who = whoIsLogging(state, context);
  const lines = [chip?.hint ?? '', who ?? '', state.desk?.practice === true ? t('practice') : ''];
  const moment = state.fieldFocused ? null : momentOf(state.reading?.kind);
  return {
    kind: 'details',
    chip,
    lines: lines.filter((line) => line !== ''),
    title: moment === null ? null : t(moment === 'greet' ? 'cuesGreet' : 'cuesWork'),
    cues: moment === null ? [] : momentCues(state, moment),
    waiting:
      !isElsewhere(state.reading) && state.desk !== null && state.desk.session === null && state.desk.finish === null,
  };
}

/** A page that is none of the desk's, as far as anybody knows. */
function isElsewhere(reading: PageReading | null): boolean {
  return reading === null || reading.kind === 'other';
}

/** The pause point that belongs to a page when the official asks for its cues. */
function momentOf(kind: PageKind | undefined): 'greet' | 'work' | null {
  if (kind === 'list') return 'greet';
  return kind !== undefined && DOSSIER_KINDS.includes(kind) ? 'work' : null;
}

/** Cues that show themselves and fold again; never while a field has focus, so never over what is being typed. */
function passingCard(state: OverlayState, { t }: ViewContext): CardView | null {
  const moment = passingNow(state);
  if (moment === null || state.fieldFocused || state.folded) return null;
  const cues = momentCues(state, moment);
  if (cues.length === 0) return null;
  return { kind: 'cues', title: t(moment === 'greet' ? 'cuesGreet' : 'cuesWork'), cues };
}

function momentCues(state: OverlayState, moment: 'greet' | 'work'): readonly CueView[] {
  return cueViews(state.snapshot?.cues[moment][toneOf(state) ?? 'unknown'] ?? [], new Set());
}

function cueViews(cues: readonly CueText[], marked: ReadonlySet<string>): readonly CueView[] {
  return cues.map((cue) => ({ ...cue, marked: marked.has(cue.id) }));
}
