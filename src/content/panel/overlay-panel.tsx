import type { Language, Translate } from '../../platform/i18n.ts';
import type { OverlayText } from '../../platform/texts/overlay.ts';
import type { Cards } from '../cards-door.ts';
import type { OverlayView } from '../overlay-view.ts';
import type { Placement } from '../placement.ts';
import type { OverlayActs } from './acts.ts';
import { NoticeCard } from './notice-card.tsx';
import { Pill } from './pill.tsx';

interface OverlayPanelProps {
  readonly view: OverlayView;
  readonly placement: Placement;
  readonly language: Language;
  /** Null while their script is not here: then no card but a notice is in the view. */
  readonly cards: Cards | null;
  readonly acts: OverlayActs;
  readonly t: Translate<OverlayText>;
}

/** The whole overlay. A press with the mouse leaves the focus where it was: in the portal's own field. */
export function OverlayPanel({ view, placement, language, cards, acts, t }: OverlayPanelProps) {
  const { card } = view;
  const opened = card !== null && card.kind !== 'cues' && card.kind !== 'notice';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for the buttons inside, not for this box
    <div
      class="tt"
      lang={language}
      data-dock={placement.dock}
      onMouseDown={(event) => event.preventDefault()}
      onKeyDown={(event) => steer(event, acts)}
      onPointerMove={acts.hold}
      onFocusIn={acts.hold}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a named region inside a shadow root needs no section element */}
      <div class="stack" role="region" aria-label={t('region')}>
        {!view.cardOnly && <Pill view={view} compact={placement.compact} expanded={opened} acts={acts} t={t} />}
        {card?.kind === 'notice' && <NoticeCard card={card} />}
        {card !== null && card.kind !== 'notice' && cards !== null && <cards.Card card={card} acts={acts} t={t} />}
      </div>
      <div class="spoken" role="status" aria-live="polite">
        {view.announce}
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/** Arrows, Home and End walk through the buttons; Esc steps back. Keys of an input method are not ours. */
function steer(event: KeyboardEvent, acts: OverlayActs): void {
  if (event.isComposing) return;
  if (event.key === 'Escape') {
    acts.escape();
    event.preventDefault();
    return;
  }
  const box = event.currentTarget;
  if (!(box instanceof Element)) return;
  const buttons = [...box.querySelectorAll<HTMLElement>('button')];
  const at = event.target instanceof HTMLElement ? buttons.indexOf(event.target) : -1;
  const to = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : at + (STEPS[event.key] ?? 0);
  if (to === at || at === -1) return;
  buttons[(to + buttons.length) % buttons.length]?.focus();
  event.preventDefault();
}
