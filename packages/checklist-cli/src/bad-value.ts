/** One value of a question cannot be used. On the command line that is wrong usage, in a batch it spoils one line. */
export class BadValue extends Error {
  override readonly name = 'BadValue';
  /** Name of the value: an option without its dashes, a key of a batch line. */
  readonly field: string;

  constructor(field: string, message: string) {
    super(message);
    this.field = field;
  }
}
