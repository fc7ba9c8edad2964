import { useId, useState } from 'preact/hooks';
import { chosenPeriod, type FormState, isGivableName } from './form-state.ts';
import { useTexts } from './language.tsx';
import { type Preset, presetPeriods } from './preset-periods.ts';
import { shownPeriod } from './shown-day.ts';

export interface ChoiceFormProps {
  readonly form: FormState;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly onChange: (form: FormState) => void;
}

const PRESETS: readonly Preset[] = ['thisWeek', 'lastWeek', 'thisMonth', 'reportPeriod'];

/** Which days, which classes, and whether to be named. */
export function ChoiceForm({ form, today, onChange }: ChoiceFormProps) {
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <PeriodChoice form={form} today={today} onChange={onChange} />
      <ClassChoice form={form} onChange={onChange} />
      <NameField form={form} onChange={onChange} />
    </form>
  );
}

function PeriodChoice({ form, today, onChange }: ChoiceFormProps) {
  const t = useTexts();
  const periods = presetPeriods(today);
  const chosen = chosenPeriod(form, today);
  const choose = (preset: FormState['preset']) => {
    const custom = form.custom ?? chosen;
    onChange({ ...form, preset, custom });
  };
  return (
    <fieldset>
      <legend>{t('period')}</legend>
      {PRESETS.map((preset) => (
        <label key={preset} class="option">
          <input
            type="radio"
            name="period"
            value={preset}
            checked={form.preset === preset}
            onChange={() => choose(preset)}
          />
          <span class="option-name">{t(preset)}</span>
          <span class="option-days">{shownPeriod(periods[preset])}</span>
        </label>
      ))}
      <label class="option">
        <input
          type="radio"
          name="period"
          value="custom"
          checked={form.preset === 'custom'}
          onChange={() => choose('custom')}
        />
        <span class="option-name">{t('custom')}</span>
        {/* A browser shows dates its own way; here they stand as everywhere in the house. */}
        {form.preset === 'custom' && chosen !== null && <span class="option-days">{shownPeriod(chosen)}</span>}
      </label>
      {form.preset === 'custom' && <CustomDays form={form} today={today} onChange={onChange} />}
    </fieldset>
  );
}

function CustomDays({ form, today, onChange }: ChoiceFormProps) {
  const t = useTexts();
  const custom = form.custom ?? { from: '', to: '' };
  const isReversed = custom.from !== '' && custom.to !== '' && custom.from > custom.to;
  return (
    <div class="custom">
      {(['from', 'to'] as const).map((end) => (
        <label key={end}>
          <span>{t(end)}</span>
          <input
            type="date"
            value={custom[end]}
            max={today}
            aria-invalid={isReversed}
            onChange={({ currentTarget }) => onChange({ ...form, custom: { ...custom, [end]: currentTarget.value } })}
          />
        </label>
      ))}
      {isReversed && <p class="hint fault">{t('periodReversed')}</p>}
    </div>
  );
}

function ClassChoice({ form, onChange }: Omit<ChoiceFormProps, 'today'>) {
  const t = useTexts();
  const { conduct } = form;
  return (
    <fieldset>
      <legend>{t('include')}</legend>
      <Box text={t('service')} hint={t('serviceWhat')} checked fixed onToggle={() => undefined} />
      <Box
        text={t('sums')}
        hint={t('sumsWhat')}
        checked={conduct !== 'none'}
        onToggle={(isOn) => onChange({ ...form, conduct: isOn ? 'sums' : 'none' })}
      />
      <Box
        text={t('lines')}
        hint={t('linesWhat')}
        checked={conduct === 'lines'}
        onToggle={(isOn) => onChange({ ...form, conduct: isOn ? 'lines' : 'sums' })}
      />
    </fieldset>
  );
}

interface BoxProps {
  readonly text: string;
  readonly hint: string;
  readonly checked: boolean;
  /** Always there: shown, not to be changed. */
  readonly fixed?: boolean;
  readonly onToggle: (isOn: boolean) => void;
}

function Box({ text, hint, checked, fixed = false, onToggle }: BoxProps) {
  const id = useId();
  return (
    <div class="option box">
      <input
        type="checkbox"
        id={id}
        checked={checked}
        disabled={fixed}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => onToggle(currentTarget.checked)}
      />
      <label for={id} class="option-name">
        {text}
      </label>
      <p class="hint" id={`${id}-hint`}>
        {hint}
      </p>
    </div>
  );
}

function NameField({ form, onChange }: Omit<ChoiceFormProps, 'today'>) {
  const t = useTexts();
  const id = useId();
  // What stands in the field outlives every redrawing of the page; the form takes it when the field is left, not at
  // every key: a word half typed with Telex is no name yet.
  const [typed, setTyped] = useState(form.name);
  const isGood = isGivableName(typed);
  return (
    <div class="name">
      <label for={id}>{t('name')}</label>
      <input
        type="text"
        id={id}
        maxLength={80}
        autocomplete="off"
        value={typed}
        aria-invalid={!isGood}
        aria-describedby={`${id}-hint`}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => onChange({ ...form, name: currentTarget.value })}
      />
      <p class={isGood ? 'hint' : 'hint fault'} id={`${id}-hint`}>
        {t(isGood ? 'nameWhat' : 'nameBad')}
      </p>
    </div>
  );
}
