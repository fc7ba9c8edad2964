import type { ComponentChildren } from 'preact';

export interface ButtonProps {
  /** `primary`: the one act of this place; `plain`: an act of equal rank; `quiet`: everything else. */
  readonly kind?: 'primary' | 'plain' | 'quiet';
  /** Name for tests and style sheets (`data-part`). */
  readonly part?: string;
  /** Greys the button out and ignores presses, but leaves it in the tab order so that focus is not lost. */
  readonly busy?: boolean;
  readonly title?: string;
  readonly label?: string;
  /** For a toggle button: is it pressed? */
  readonly pressed?: boolean;
  readonly expanded?: boolean;
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly class?: string;
  readonly onPress: () => void;
  readonly children: ComponentChildren;
}

/** The house's button: draws, and reports a press. Styles: `button.css`. */
export function Button(props: ButtonProps) {
  const { kind = 'plain', busy = false } = props;
  return (
    <button
      type="button"
      class={props.class === undefined ? 'tt-button' : `tt-button ${props.class}`}
      data-kind={kind}
      data-part={props.part}
      title={props.title}
      aria-label={props.label}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-disabled={busy}
      onClick={() => {
        if (!busy) props.onPress();
      }}
      {...props.data}
    >
      {props.children}
    </button>
  );
}
