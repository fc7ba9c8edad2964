import { Button } from '../../ui/button.tsx';
import type { CueView } from '../card-kinds.ts';
import type { CardProps } from '../cards-door.ts';
import { Fault } from '../panel/fault.tsx';

/** The one question of a session: everything done, or which of these not this time. Skipping is as easy as confirming. */
export function FinishCard({ card, acts, t }: CardProps<'finish'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would carry the page's form semantics into the overlay
    <div class="card finish" data-part="finish" role="group" aria-label={card.title}>
      <p class="card-title">{card.title}</p>
      <ul class="cue-list">
        {card.cues.map((cue) => (
          <li key={cue.id}>
            <CueToggle cue={cue} busy={card.busy} missed={t('missed')} onToggle={() => acts.toggleCue(cue.id)} />
          </li>
        ))}
      </ul>
      <p class="note">{card.help}</p>
      {card.fault !== null && <Fault text={card.fault} />}
      <div class="answers">
        <Button kind="primary" part="confirm" busy={card.busy} onPress={acts.confirm}>
          {card.confirm}
        </Button>
        <Button kind="plain" part="skip" busy={card.busy} onPress={acts.skip}>
          {t('skip')}
        </Button>
      </div>
    </div>
  );
}

interface CueToggleProps {
  readonly cue: CueView;
  readonly busy: boolean;
  readonly missed: string;
  readonly onToggle: () => void;
}

function CueToggle({ cue, busy, missed, onToggle }: CueToggleProps) {
  return (
    <button
      type="button"
      class="cue"
      data-part="cue"
      data-cue={cue.id}
      aria-pressed={cue.marked}
      aria-label={`${cue.text}: ${missed}`}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) onToggle();
      }}
    >
      <svg class="cue-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        <path d={cue.marked ? 'M3 6h6' : 'M2.6 6.4 5 8.8 9.6 3.6'} />
      </svg>
      {/* The space is not drawn; it keeps what is seen, read as one text, equal to the name. */}
      <span class="cue-text">{cue.text}</span> {cue.marked && <span class="cue-missed">{missed}</span>}
    </button>
  );
}
