/** One thing wrong with data from outside: where it stands and what is wrong, in English, for the person who edits the file. */
export interface Fault {
  /** Place in the data, e.g. `days[3].date`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}
