import type { PageFacts } from 'page-reader';
import { type Spot, type TaughtKey, taughtValue } from 'page-reader/teach';
import type { Translate } from '../../platform/i18n.ts';
import type { PickerText } from '../../platform/texts/picker.ts';
import { Button } from '../../ui/button.tsx';
import type { PickerActs } from './picker-acts.ts';
import { type ChosenKind, KINDS, MORE, type PickerState, STEPS } from './picker-state.ts';

interface CardProps {
  readonly state: PickerState;
  readonly acts: PickerActs;
  readonly t: Translate<PickerText>;
}

const KIND_TEXT: Readonly<Record<ChosenKind, PickerText>> = {
  list: 'kindList',
  detail: 'kindDetail',
  receive: 'kindReceive',
  return: 'kindReturn',
  other: 'kindOther',
};

const REFUSAL_TEXT: Readonly<Record<NonNullable<PickerState['refusal']>['reason'], PickerText>> = {
  'never-read': 'neverRead',
  'no-such-value': 'noSuchValue',
  draft: 'draft',
  'no-label': 'noLabelHere',
  'other-meaning': 'otherMeaning',
  'not-read': 'notRead',
  'nothing-here': 'nothingHere',
};

/** Marks the button that the keyboard goes to. */
const NEXT = { 'data-next': '' } as const;

/** The card beside what is pointed at: one question at a time, and at the end what will be read. */
export function PickerCard({ state, acts, t }: CardProps) {
  return (
    <div
      class="card"
      role="dialog"
      aria-modal="true"
      aria-label={t(state.stage === 'kind' ? 'whatPage' : 'title')}
      data-part="picker"
      data-side={state.side}
      onKeyDown={(event) => hearKey(event, acts)}
    >
      <Stage state={state} acts={acts} t={t} />
    </div>
  );
}

function Stage(props: CardProps) {
  switch (props.state.stage) {
    case 'kind':
      return <KindStage {...props} />;
    case 'step':
      return <StepStage {...props} />;
    case 'summary':
      return <SummaryStage {...props} />;
    case 'saved':
      return <SavedStage {...props} />;
  }
}

function KindStage({ state, acts, t }: CardProps) {
  const likely = state.kindFound === 'other' ? 'detail' : state.kindFound;
  return (
    <>
      <p class="card-title">{t('whatPage')}</p>
      <p class="note">{t('whatPageHelp')}</p>
      <Fault {...{ state, acts, t }} />
      {KINDS.map((kind) => (
        <Button
          key={kind}
          part="picker-kind"
          kind={kind === likely ? 'primary' : 'plain'}
          data={{ 'data-page': kind, ...(kind === likely ? NEXT : {}) }}
          busy={state.saving}
          onPress={() => acts.choose(kind)}
        >
          {t(KIND_TEXT[kind])}
        </Button>
      ))}
      <div class="footer">
        <Button kind="quiet" part="leave" onPress={acts.leave}>
          {t('leave')}
        </Button>
      </div>
    </>
  );
}

function StepStage({ state, acts, t }: CardProps) {
  const { key, spots, kind } = state;
  const at = (STEPS as readonly TaughtKey[]).indexOf(key);
  const none = key === 'procedureName' ? 'noneProcedure' : 'none';
  return (
    <>
      <div class="head">
        <p class="card-title">{t('ask', { fact: t(key) })}</p>
        {at >= 0 && <p class="count">{t('step', { n: at + 1, of: STEPS.length })}</p>}
        <button
          type="button"
          class="move"
          data-part="move"
          aria-label={t('move')}
          title={t('move')}
          onClick={acts.move}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">
            <path d="M5 4 1.5 8 5 12M11 4l3.5 4L11 12M2 8h12" />
          </svg>
        </button>
      </div>
      <p class="note">{spots.length === 0 ? t(none) : t(kind === 'list' ? 'helpColumn' : 'help')}</p>
      <p class="refusal" role="status" data-part="refusal">
        {state.refusal !== null && t(REFUSAL_TEXT[state.refusal.reason], { fact: t(key), label: state.refusal.label })}
      </p>
      {spots.length > 0 && <SpotList key={key} state={state} acts={acts} t={t} />}
      <div class="footer">
        <Button kind="quiet" part="back" onPress={acts.back}>
          {t('back')}
        </Button>
        <Button
          kind={spots.length === 0 ? 'primary' : 'quiet'}
          part="absent"
          onPress={acts.absent}
          {...(spots.length === 0 && { data: NEXT })}
        >
          {t('absent')}
        </Button>
        <Button kind="quiet" part="leave" onPress={acts.leave}>
          {t('leave')}
        </Button>
      </div>
    </>
  );
}

/**
 * The same places as on the page, for the keyboard and for whoever listens: one stop of the Tab key, arrows walk. A voice
 * says number and label, not what stands there: others may be listening.
 */
function SpotList({ state, acts, t }: CardProps) {
  const { spots, active } = state;
  const known = spots.findIndex(({ standing }) => standing === 'known');
  const stop = active ?? Math.max(0, known);
  return (
    <ol class="spots">
      {spots.map((spot, index) => (
        <li key={index}>
          <button
            type="button"
            class="spot"
            data-part="spot"
            data-active={index === active}
            {...(index === stop ? NEXT : {})}
            tabIndex={index === stop ? 0 : -1}
            onFocus={() => acts.activate(index)}
            onPointerEnter={() => acts.activate(index)}
            onClick={() => acts.pick(index)}
          >
            <span class="number" aria-hidden="true">
              {index + 1}
            </span>
            <span class="spot-text">
              <span class="spoken">{t('spot', { n: index + 1, of: spots.length })} </span>
              <b>{spot.label ?? t(spot.standing === 'known' ? 'readWithout' : 'noLabel')}</b>
              <span class="spot-value" aria-hidden="true">
                {shownValue(spot.value)}
              </span>
              {spot.nodes.length > 1 && <span class="hint">{t('column', { n: spot.nodes.length })}</span>}
              {spot.standing === 'known' && spot.label !== null && <span class="hint known">{t('known')}</span>}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

function SummaryStage({ state, acts, t }: CardProps) {
  const { picks, reading, saving } = state;
  const facts = reading?.facts ?? reading?.rows[0] ?? null;
  const read = [...STEPS, ...MORE].filter((key) => picks.get(key) != null);
  return (
    <>
      <p class="card-title">{t('summary')}</p>
      {reading?.kind === 'list' && reading.rows.length > 0 && (
        <p class="note">{t('summaryRows', { n: reading.rows.length })}</p>
      )}
      {read.length === 0 ? (
        <p class="note">{t('nothingRead')}</p>
      ) : (
        <table class="facts" data-part="facts">
          <thead>
            <tr>
              <th scope="col">{t('fact')}</th>
              <th scope="col">{t('label')}</th>
              <th scope="col">{t('value')}</th>
            </tr>
          </thead>
          <tbody>
            {read.map((key) => (
              <FactRow key={key} fact={key} spot={picks.get(key) ?? null} facts={facts} t={t} />
            ))}
          </tbody>
        </table>
      )}
      {facts?.doubts.includes('due-before-received') === true && <p class="refusal">{t('doubt')}</p>}
      <div class="more">
        <span class="note">{t('more')}</span>
        {MORE.filter((key) => picks.get(key) == null).map((key) => (
          <Button key={key} kind="quiet" part="more" data={{ 'data-fact': key }} onPress={() => acts.ask(key)}>
            {t(key)}
          </Button>
        ))}
      </div>
      <p class="note">{t('onlyLabels')}</p>
      <Fault {...{ state, acts, t }} />
      <div class="footer">
        <Button kind="quiet" part="back" onPress={acts.back}>
          {t('back')}
        </Button>
        <Button kind="quiet" part="leave" onPress={acts.leave}>
          {t('leave')}
        </Button>
        <Button kind="primary" part="save" busy={saving} data={NEXT} onPress={acts.save}>
          {t(saving ? 'saving' : 'save')}
        </Button>
      </div>
    </>
  );
}

interface FactRowProps {
  readonly fact: TaughtKey;
  readonly spot: Spot | null;
  readonly facts: PageFacts | null;
  readonly t: Translate<PickerText>;
}

function FactRow({ fact, spot, facts, t }: FactRowProps) {
  return (
    <tr>
      <th scope="row">{t(fact)}</th>
      <td>
        {spot?.label ?? t('readWithout')}
        {spot?.insteadOf.map((label) => (
          <span key={label} class="hint">
            {t('insteadOf', { label })}
          </span>
        ))}
      </td>
      <td>{shownValue(taughtValue(facts, fact) ?? '–')}</td>
    </tr>
  );
}

function SavedStage({ state, acts, t }: CardProps) {
  const taught = state.kind !== 'other';
  return (
    <>
      <p class="saved" role="status" data-part="picker-saved">
        <svg viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d="M1.8 6.4 4.8 9.4 10.4 3" />
        </svg>
        {t(taught ? 'saved' : 'savedOther')}
      </p>
      {taught && <p class="note">{t('savedShare')}</p>}
      <div class="footer">
        <Button kind="primary" part="done" data={NEXT} onPress={acts.leave}>
          {t('done')}
        </Button>
      </div>
    </>
  );
}

function Fault({ state, t }: CardProps) {
  return state.fault === null ? null : (
    <p class="refusal" role="alert" data-part="fault">
      {t(state.fault)}
    </p>
  );
}

/** A date as it is written in Vietnam, everything else as it is. */
function shownValue(value: string): string {
  const date = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?))?$/.exec(value);
  if (date === null) return value;
  const [, year, month, day, time] = date;
  return `${day}/${month}/${year}${time === undefined ? '' : ` ${time}`}`;
}

const WALK: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Esc leaves, Tab stays in the card, arrows walk along the places. */
function hearKey(event: KeyboardEvent, acts: PickerActs): void {
  const card = event.currentTarget as HTMLElement;
  const root = card.getRootNode() as ShadowRoot;
  if (event.key === 'Escape') {
    // Else the browser would close the page's own modal dialog by it.
    event.preventDefault();
    acts.leave();
  } else if (event.key === 'Tab') keepInside(event, card, root);
  else if (WALK[event.key] !== undefined) walk(event, card, root, WALK[event.key] ?? 0);
}

function walk(event: KeyboardEvent, card: HTMLElement, root: ShadowRoot, step: number): void {
  const spots = [...card.querySelectorAll<HTMLElement>('.spot')];
  if (spots.length === 0) return;
  event.preventDefault();
  const at = spots.indexOf(root.activeElement as HTMLElement);
  spots[(at + step + spots.length) % spots.length]?.focus();
}

function keepInside(event: KeyboardEvent, card: HTMLElement, root: ShadowRoot): void {
  const stops = [...card.querySelectorAll<HTMLElement>('button:not([tabindex="-1"])')];
  const [first, last] = [stops[0], stops.at(-1)];
  const [from, to] = event.shiftKey ? [first, last] : [last, first];
  if (root.activeElement !== from) return;
  event.preventDefault();
  to?.focus();
}
