import { useEffect, useState } from 'preact/hooks';
import type { HandoverChoice, WireError } from '../../messages/requests.ts';
import { tabs } from '../../platform/browser.ts';
import type { HandoverText } from '../../platform/texts/handover.ts';
import { Button } from '../../ui/button.tsx';
import { ask } from '../background.ts';
import { saveFile } from '../save-file.ts';
import { ChoiceForm } from './choice-form.tsx';
import { handoverFileName } from './file-name.ts';
import { type FormState, handoverChoiceOf } from './form-state.ts';
import { GivenList } from './given-list.tsx';
import type { HandoverData } from './handover-data.ts';
import { useTexts } from './language.tsx';
import { Preview } from './preview.tsx';
import type { Said } from './said.ts';
import { type ReadyDraft, useDraft } from './use-draft.ts';

export interface GivePageProps {
  readonly data: HandoverData;
  readonly onChanged: () => Promise<void>;
}

const FIRST: FormState = {
  preset: 'thisWeek',
  custom: null,
  conduct: 'sums',
  name: '',
  touched: false,
};

/** Choose, look, give: the file is written down as given before it is saved. */
export function GivePage({ data, onChanged }: GivePageProps) {
  const t = useTexts();
  const { house, today, given } = data;
  const [form, setForm] = useState<FormState>(FIRST);
  const [said, setSaid] = useState<Said | null>(null);
  const [creating, setCreating] = useState(false);
  const choice: HandoverChoice | null = handoverChoiceOf(form, today);
  const { draft, prepareAgain } = useDraft(choice);
  const isWithdrawn =
    draft.kind === 'ready' && given.some(({ id, withdrawn }) => id === draft.digest.file && withdrawn !== null);

  // On a Monday morning the week to give is the one before, as long as nothing else was chosen and it holds something.
  useEffect(() => {
    if (draft.kind !== 'empty' || form.touched) return;
    const isFirst = form.preset === 'thisWeek';
    setForm({ ...form, preset: isFirst ? 'lastWeek' : 'thisWeek', touched: !isFirst });
  }, [draft]);

  const say = (text: string) => setSaid({ text, fault: false });
  const sayFault = (text: HandoverText) => setSaid({ text: t(text), fault: true });

  const change = (next: FormState) => {
    setForm({ ...next, touched: true });
    setSaid(null);
  };

  const give = async ({ text, digest }: ReadyDraft) => {
    setCreating(true);
    const reply = await ask('giveHandover', { text });
    setCreating(false);
    if (!reply.ok) {
      if (reply.error.code === 'too-late') prepareAgain();
      return sayFault(faultText(reply.error));
    }
    const file = handoverFileName(digest.header);
    saveFile(file, text);
    say(t('created', { file }));
    await onChanged();
  };

  return (
    <main>
      <p class="lead">{t('lead')}</p>
      <div class="columns">
        <section class="side" aria-labelledby="choose">
          <h2 id="choose">{t('choose')}</h2>
          <ChoiceForm form={form} today={today} onChange={change} />
          <div class="acts">
            <Button
              kind="primary"
              part="create"
              busy={creating || isWithdrawn || draft.kind !== 'ready'}
              onPress={() => {
                if (draft.kind === 'ready') void give(draft);
              }}
            >
              {t(creating ? 'creating' : 'create')}
            </Button>
            <Button kind="quiet" part="later" onPress={() => void closeTab()}>
              {t('later')}
            </Button>
          </div>
          <p class="said" role="status" data-fault={said?.fault === true}>
            {isWithdrawn ? t('draftWithdrawn') : said?.text}
          </p>
        </section>
        <Preview draft={draft} pack={house.pack} onRetry={prepareAgain} />
      </div>
      <GivenList given={given} offsetMinutes={house.calendar.offsetMinutes} onChanged={onChanged} />
    </main>
  );
}

function faultText({ code }: WireError): HandoverText {
  switch (code) {
    case 'storage-full':
      return 'faultFull';
    case 'too-late':
      return 'refreshed';
    default:
      return 'faultGive';
  }
}

/** A tab that a link opened may not close itself; the extension may close its own. */
async function closeTab(): Promise<void> {
  const own = await tabs.getCurrent();
  if (own?.id !== undefined) await tabs.remove(own.id);
}
