import type { Confidence, Tone } from 'checklist-core';
import type { InternalTarget } from 'checklist-core/deadline';
import type { LetterKind } from 'checklist-core/journal';

/** Letters that hang on the procedure; an apology hangs on the delay or the manner, not on what was asked for. */
export type ProcedureLetter = Exclude<LetterKind, 'apology'>;

/** One row of the procedure table. */
export interface Procedure {
  /** National code, e.g. `1.001193`. */
  readonly code: string;
  /** Name as the portals print it, NFC, without a leading "Thủ tục". */
  readonly name: string;
  /** Other names the same procedure goes by on some portals, spelled out in full. */
  readonly otherNames?: readonly string[];
  /** Id of a procedure group: `ho-tich`, `chung-thuc`, `cu-tru`, `lien-thong`, `bao-tro-xa-hoi`, `kinh-doanh`, `khac`. */
  readonly group: string;
  readonly tone: Tone;
  /**
   * The letter that may be offered, never sent by itself; null: none. Null for re-registration, late registration,
   * recognition of a parent or child, adoption and remarriage of the same couple, however glad or sad they sound. What
   * a table cannot know (a stillbirth, a child who has died) stays with the official: every offer can be refused.
   */
  readonly letter: ProcedureLetter | null;
  /** Statutory term in words, as the source prints it; null if not known. */
  readonly term: string | null;
  /** A province's published own aim for this procedure ("Luồng xanh"); null while no decision that says so is known. */
  readonly greenStream: InternalTarget | null;
  readonly source: string;
  readonly confidence: Confidence;
}
