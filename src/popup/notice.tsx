import { Button } from '../ui/button.tsx';
import { useTexts } from './language.tsx';

export interface NoticeAction {
  readonly text: string;
  readonly onPress: () => void;
}

export interface NoticeContent {
  readonly text: string;
  /** Something was not done; said calmly, without colour alone. */
  readonly fault: boolean;
  readonly action: NoticeAction | null;
}

/** The one line that says what just happened. It is always in the page, so that a screen reader hears every change. */
export function Notice({ content }: { readonly content: NoticeContent | null }) {
  return (
    <div class="notice" data-shown={content !== null} data-fault={content?.fault === true}>
      <p role="status">{content?.text}</p>
      {content?.action && (
        <Button kind="quiet" part="notice-action" class="small" onPress={content.action.onPress}>
          {content.action.text}
        </Button>
      )}
    </div>
  );
}

/** When nothing can be read: one sentence, and no figure that could be wrong. */
export function ClosedJournal({ onRetry }: { readonly onRetry: () => void }) {
  const t = useTexts();
  return (
    <div class="empty" role="alert">
      <img src="/icons/48.png" width="40" height="40" alt="" />
      <p>{t('faultOpen')}</p>
      <Button part="retry" onPress={onRetry}>
        {t('retry')}
      </Button>
    </div>
  );
}
