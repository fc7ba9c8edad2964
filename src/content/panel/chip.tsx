import type { DeadlineChip } from '../../messages/requests.ts';
import { ChipMark } from './chip-mark.tsx';

/** More characters than fit on one line of the pill. */
const LONG = 22;

/** A deadline whose figure would be cut beside something else. A term or a status only names what the page says too. */
export function isLong(chip: DeadlineChip): boolean {
  return chip.text.length > LONG && chip.mark !== 'neutral';
}

/** The deadline: a shape and a few words; more of it in the tooltip. */
export function Chip({ chip }: { readonly chip: DeadlineChip }) {
  return (
    <span
      class="row chip"
      data-part="chip"
      data-mark={chip.mark}
      data-long={isLong(chip)}
      title={chip.hint || chip.text}
    >
      <ChipMark mark={chip.mark} />
      <span class="row-text">{chip.text}</span>
    </span>
  );
}
