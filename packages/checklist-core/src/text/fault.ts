/** One thing wrong with data from outside: where it stands and what is wrong, in English, for the person who edits the file. */
export interface Fault {
  /** Place in the data, e.g. `days[3].date`; empty for the whole. */
  readonly path: string;
  readonly message: string;
}

/** A fault that can be said in other languages too: by its code, and what its sentence names. */
export interface CodedFault<Code extends string> extends Fault {
  readonly code: Code;
  readonly values: FaultValues;
}

/** What the sentence of a fault names: an id, a limit, what was found. */
export type FaultValues = Readonly<Record<string, string | number>>;
