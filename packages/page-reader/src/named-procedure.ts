/** What the reader needs of a row of the procedure table. */
export interface NamedProcedure {
  /** National code, e.g. `1.001193`. */
  readonly code: string;
  readonly name: string;
}
