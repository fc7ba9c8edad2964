import { Button } from '../../ui/button.tsx';
import type { CueView } from '../card-kinds.ts';
import type { CardProps } from '../cards-door.ts';
import { Chip } from '../panel/chip.tsx';
import { Fault } from '../panel/fault.tsx';
import { FinishCard } from './finish-card.tsx';

/** The card beside the pill, whatever it holds now. */
export function Card({ card, acts, t }: CardProps) {
  switch (card.kind) {
    case 'finish':
      return <FinishCard card={card} acts={acts} t={t} />;
    case 'saved':
      return <SavedCard card={card} acts={acts} t={t} />;
    case 'cues':
      return (
        <div class="card passing" data-part="cues">
          <CueList title={card.title} cues={card.cues} />
        </div>
      );
    case 'what-page':
      return <WhatPageCard card={card} acts={acts} t={t} />;
    case 'assisted':
      return <AssistedCard card={card} acts={acts} t={t} />;
    case 'details':
      return <DetailsCard card={card} acts={acts} t={t} />;
  }
}

function SavedCard({ card, acts }: CardProps<'saved'>) {
  return (
    <div class="card saved" data-part="saved">
      <p class="note">
        <svg class="saved-mark" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
          <path d="M1.8 6.4 4.8 9.4 10.4 3" />
        </svg>
        {card.text}
      </p>
      {card.fault !== null && <Fault text={card.fault} />}
      {card.undo !== null && (
        <Button part="undo" onPress={acts.undo}>
          {card.undo}
        </Button>
      )}
    </div>
  );
}

function WhatPageCard({ card, acts, t }: CardProps<'what-page'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would carry the page's form semantics into the overlay
    <div class="card what-page" role="group" aria-label={t('whatPage')}>
      <p class="card-title">{t('whatPage')}</p>
      {card.kinds.map(({ kind, text }) => (
        <Button key={kind} part="page-kind" data={{ 'data-kind': kind }} onPress={() => acts.sayWhatPage(kind)}>
          {text}
        </Button>
      ))}
      {card.teach !== null && (
        <div class="footer">
          <Button kind="quiet" part="teach" onPress={acts.teach}>
            {card.teach}
          </Button>
        </div>
      )}
    </div>
  );
}

function AssistedCard({ card, acts, t }: CardProps<'assisted'>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would carry the page's form semantics into the overlay
    <div class="card assisted" data-part="assisted" role="group" aria-label={card.title}>
      <p class="card-title">
        {card.title} · {card.count}
      </p>
      <p class="step">{card.text}</p>
      <Button kind="primary" part="next-step" onPress={acts.nextStep}>
        {card.next}
      </Button>
      <div class="footer">
        <Button kind="quiet" part="what-page" onPress={acts.askWhatPage}>
          {t('whatPage')}
        </Button>
        <Button kind="quiet" part="close" onPress={acts.escape}>
          {t('close')}
        </Button>
      </div>
    </div>
  );
}

function DetailsCard({ card, acts, t }: CardProps<'details'>) {
  return (
    <div class="card details" data-part="details">
      {card.chip !== null && <Chip chip={card.chip} />}
      {card.lines.map((line) => (
        <p class="note" key={line}>
          {line}
        </p>
      ))}
      {card.title !== null && (
        <div data-part="cues">
          <CueList title={card.title} cues={card.cues} />
        </div>
      )}
      {card.waiting && (
        <Button part="waiting" onPress={acts.waiting}>
          {t('waiting')}
        </Button>
      )}
      <div class="footer">
        <Button kind="quiet" part="what-page" onPress={acts.askWhatPage}>
          {t('whatPage')}
        </Button>
        <Button kind="quiet" part="fold" onPress={acts.fold}>
          {t('fold')}
        </Button>
      </div>
    </div>
  );
}

function CueList({ title, cues }: { readonly title: string; readonly cues: readonly CueView[] }) {
  return (
    <>
      <p class="card-title">{title}</p>
      <ul class="cue-list plain">
        {cues.map((cue) => (
          <li class="cue-line" key={cue.id} data-part="cue" data-cue={cue.id}>
            {cue.text}
          </li>
        ))}
      </ul>
    </>
  );
}
