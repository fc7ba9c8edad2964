import type { DayCounts, EntryKind, HalfDay, LetterKind } from '../journal/entry.ts';
import type { CountedService } from './service-tally.ts';

/** An entry as far as it can count. Kept small: those at the edges of a file wait for its neighbour. */
export interface RunEntry extends CountedService {
  readonly n: number;
  readonly id: string;
  readonly kind: EntryKind;
  readonly half: HalfDay;
  readonly pack: string;
  readonly practice: boolean;
  /** Id of the entry that a void or correction speaks of. */
  readonly of: string | null;
  readonly letter: LetterKind | null;
  readonly counts: DayCounts | null;
  /** Its conduct, see `ConductCoder`; null if closed. */
  codes: Uint32Array | null;
  /** Not counted from another file yet. */
  newService: boolean;
  newConduct: boolean;
}
