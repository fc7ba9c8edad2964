import { offerRows } from '../rows-door.ts';
import { RowChips } from './row-chips.tsx';

offerRows((duties) => new RowChips(duties));
