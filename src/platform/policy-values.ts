/** So long a browser is waited for that does not say its policy at once. */
const ANSWERS_WITHIN_MS = 100;

/** Where the values of a policy come from, and where those that were given last are kept. */
export interface PolicySource {
  /** Asks the browser. */
  readonly ask: () => Promise<unknown>;
  readonly copy: () => Promise<unknown>;
  readonly keep: (values: unknown) => Promise<void>;
  /** The browser says at last what the policy is, and it is not what it was taken for. */
  readonly changed: () => void;
}

const LATE = Symbol('late');

/**
 * The values of the administrator's policy. A browser that was started this moment may take seconds to say them, and some
 * never do, so nobody may wait for it: until it answers, those hold that it gave last.
 */
export class PolicyValues {
  readonly #source: PolicySource;
  #asking: Promise<unknown> | null = null;
  /** What the browser answered last, a new object each time. */
  #answer: { readonly values: unknown } | null = null;
  /** What was answered in the browser's stead, spelled out; nothing while it answers itself. */
  readonly #said = new Set<string>();

  constructor(source: PolicySource) {
    this.#source = source;
  }

  /** The values as far as they are known; they have still to be checked. */
  async read(): Promise<unknown> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    const before = this.#answer;
    const answer = this.#said.size > 0 ? LATE : await Promise.race([this.#asking, soon()]);
    if (answer !== LATE) return answer;
    const copy = await this.#source.copy();
    // Answered while the copy was read: nobody would be told of it any more.
    if (this.#answer !== before) return this.#answer?.values;
    this.#said.add(JSON.stringify(copy));
    return copy;
  }

  async #ask(): Promise<unknown> {
    const values = await this.#source.ask();
    const spelled = JSON.stringify(values);
    // A full disk costs the copy, not the policy.
    if (spelled !== JSON.stringify(await this.#source.copy())) await this.#source.keep(values).catch(() => undefined);
    if ([...this.#said].some((said) => said !== spelled)) this.#source.changed();
    this.#said.clear();
    this.#answer = { values };
    return values;
  }
}

function soon(): Promise<typeof LATE> {
  return new Promise((done) => setTimeout(() => done(LATE), ANSWERS_WITHIN_MS));
}
