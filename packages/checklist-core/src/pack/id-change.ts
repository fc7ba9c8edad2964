/** The lists of a pack whose ids are kept in journals. */
export type LastingKind = 'rule' | 'cue' | 'pause-point';

/** An id of an older version: it has another name since a version (`to`), or is gone (`to` is null). */
export interface IdChange {
  readonly kind: LastingKind;
  readonly from: string;
  readonly to: string | null;
  /** The first version of the pack without the old id. */
  readonly since: string;
}
