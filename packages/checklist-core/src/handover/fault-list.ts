import type { HandoverFault, HandoverFaultKind } from './handover.ts';

/** So many faults are named; the rest is counted. */
export const MAX_FAULTS = 100;

/** Gathers faults, a bounded number of them: a file of a million broken lines must not fill the memory. */
export class FaultList {
  readonly #faults: HandoverFault[] = [];
  #more = 0;

  add(kind: HandoverFaultKind, line: number | null, path: string, message: string): void {
    if (this.#faults.length < MAX_FAULTS) this.#faults.push({ kind, line, path, message });
    else this.#more += 1;
  }

  /** Faults beyond those that whoever found them kept to be named. */
  count(faults: number): void {
    this.#more += faults;
  }

  /** Nothing found? */
  get isEmpty(): boolean {
    return this.#faults.length === 0;
  }

  /** How many were counted only. */
  get more(): number {
    return this.#more;
  }

  /** In the order of their lines; those without a line last. */
  sorted(): readonly HandoverFault[] {
    const place = ({ line }: HandoverFault) => line ?? Number.POSITIVE_INFINITY;
    return this.#faults.toSorted((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
  }
}
