export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly text: string;
  /** Longer name, where the text is an abbreviation. */
  readonly title?: string;
}

export interface ChoiceProps<T extends string> {
  /** Unique among the groups on the page. */
  readonly name: string;
  /** What is being chosen, for those who cannot see the heading. */
  readonly label: string;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
  readonly compact?: boolean;
}

/** One of a few: native radio buttons (arrows, Space and Tab come with them) drawn as one bar. */
export function Choice<T extends string>({ name, label, options, value, onChoose, compact }: ChoiceProps<T>) {
  return (
    <fieldset class="choice" data-compact={compact === true}>
      <legend class="unseen">{label}</legend>
      {options.map((option) => (
        <label key={option.value} class="choice-option" data-value={option.value} title={option.title}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            aria-label={option.title}
            onChange={() => onChoose(option.value)}
          />
          <span>{option.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
