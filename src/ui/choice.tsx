import type { ComponentChildren } from 'preact';

export interface ChoiceOption<T extends string> {
  readonly value: T;
  readonly text: string;
  /** Longer name, where the text is an abbreviation; it has to begin with the text. */
  readonly title?: string;
}

export interface ChoiceProps<T extends string> {
  /** Unique among the groups on the page. */
  readonly name: string;
  /** What is being chosen. */
  readonly legend: ComponentChildren;
  /** Only for those who cannot see what stands around it. */
  readonly legendUnseen?: boolean;
  readonly options: readonly ChoiceOption<T>[];
  readonly value: T | null;
  readonly onChoose: (value: T) => void;
}

/** One of a few: native radio buttons (arrows, Space and Tab come with them) drawn as one bar. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  return (
    <fieldset class="choice">
      <legend class={props.legendUnseen === true ? 'unseen' : 'choice-legend'}>{props.legend}</legend>
      <div class="choice-bar">
        {props.options.map(({ value, text, title }) => (
          <label key={value} class="choice-option" data-value={value} title={title}>
            <input
              type="radio"
              name={props.name}
              value={value}
              checked={props.value === value}
              aria-label={title}
              onChange={() => props.onChoose(value)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
