import type { Confidence, Tone } from 'checklist-core';

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
  /** Statutory term in words, as the source prints it; null if not known. */
  readonly term: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}
