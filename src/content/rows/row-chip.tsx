import type { DeadlineChip } from '../../messages/requests.ts';
import { ChipMark } from '../panel/chip-mark.tsx';

interface RowChipProps {
  readonly chip: DeadlineChip;
  /** CSS pixels of the viewport. */
  readonly left: number;
  readonly top: number;
  /** The mark alone. */
  readonly bare: boolean;
  /** Not to be seen for the moment. */
  readonly gone: boolean;
}

/** The deadline of one row of a list. */
export function RowChip({ chip, left, top, bare, gone }: RowChipProps) {
  return (
    <span
      class="chip row-chip"
      data-part="row-chip"
      data-mark={chip.mark}
      data-bare={bare}
      style={`left: ${left}px; top: ${top}px; visibility: ${gone ? 'hidden' : 'inherit'}`}
    >
      <ChipMark mark={chip.mark} />
      {!bare && chip.text}
    </span>
  );
}
