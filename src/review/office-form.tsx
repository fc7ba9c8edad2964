import { useEffect, useId, useState } from 'preact/hooks';
import { useTexts } from './language.tsx';
import { GROUP_FLOOR, type OfficeSettings } from './store/schema.ts';

export interface OfficeFormProps {
  readonly settings: OfficeSettings;
  readonly onSave: (settings: OfficeSettings) => void;
}

/** How many people the office has, and how few may stand behind a figure. */
export function OfficeForm({ settings, onSave }: OfficeFormProps) {
  const t = useTexts();
  const [size, setSize] = useState('');
  const [group, setGroup] = useState('');
  const [wrong, setWrong] = useState<'size' | 'group' | null>(null);
  useEffect(() => {
    setSize(settings.officeSize === null ? '' : String(settings.officeSize));
    setGroup(String(settings.minGroup));
  }, [settings.officeSize, settings.minGroup]);

  const save = () => {
    const officeSize = size.trim() === '' ? null : wholeFrom(size, 1);
    const minGroup = wholeFrom(group, GROUP_FLOOR);
    if (Number.isNaN(officeSize)) return setWrong('size');
    if (Number.isNaN(minGroup)) return setWrong('group');
    setWrong(null);
    onSave({ officeSize, minGroup });
  };

  return (
    <form
      class="card office"
      aria-labelledby="office-head"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <h2 id="office-head">{t('officeHead')}</h2>
      <NumberField
        part="office-size"
        text={t('officeSize')}
        hint={settings.officeSize === null ? t('officeUnknown') : null}
        value={size}
        least={1}
        isWrong={wrong === 'size'}
        onInput={setSize}
      />
      <NumberField
        part="min-group"
        text={t('minGroup')}
        hint={t('minGroupHow')}
        value={group}
        least={GROUP_FLOOR}
        isWrong={wrong === 'group'}
        onInput={setGroup}
      />
      {/* A submit button, so that Enter in a field saves, too. */}
      <button type="submit" class="tt-button" data-part="save-office">
        {t('saveOffice')}
      </button>
    </form>
  );
}

interface NumberFieldProps {
  readonly part: string;
  readonly text: string;
  readonly hint: string | null;
  readonly value: string;
  readonly least: number;
  readonly isWrong: boolean;
  readonly onInput: (value: string) => void;
}

function NumberField({ part, text, hint, value, least, isWrong, onInput }: NumberFieldProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{text}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        autocomplete="off"
        data-part={part}
        value={value}
        aria-invalid={isWrong}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
      />
      <p class={isWrong ? 'small wrong' : 'soft small'} id={`${id}-hint`} role={isWrong ? 'alert' : undefined}>
        {isWrong ? t('officeWrong', { least }) : hint}
      </p>
    </div>
  );
}

/** A whole number from `least` on; NaN otherwise. */
function wholeFrom(text: string, least: number): number {
  const value = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least ? value : Number.NaN;
}
