import type { ReviewText } from '../platform/texts/review.ts';
import { Button } from '../ui/button.tsx';
import { useTexts } from './language.tsx';

/** Before anything can be shown; `elsewhere`: another tab of this page is open, and this one follows when it is closed. */
export function Waiting({ elsewhere }: { readonly elsewhere: boolean }) {
  const t = useTexts();
  return (
    <main class="state" aria-busy={!elsewhere}>
      <p role="status">{t(elsewhere ? 'waiting' : 'loading')}</p>
      {elsewhere && <p class="soft">{t('waitingHow')}</p>}
    </main>
  );
}

export interface ClosedProps {
  readonly sentence: ReviewText;
  readonly onRetry: () => void;
}

/** When the store cannot be read: one sentence, and no figure that could be wrong. */
export function Closed({ sentence, onRetry }: ClosedProps) {
  const t = useTexts();
  return (
    <main class="state">
      <p role="alert">{t(sentence)}</p>
      <Button part="retry" onPress={onRetry}>
        {t('retry')}
      </Button>
    </main>
  );
}
