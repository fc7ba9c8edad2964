import { type FaultList, MAX_FAULTS } from './fault-list.ts';
import type { HandoverFaultKind } from './handover.ts';

/** Lines that share one fault: as many as are named, and how many there are. */
export class FewLines {
  readonly #lines: number[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(line: number): void {
    this.#count += 1;
    if (this.#lines.length < MAX_FAULTS) this.#lines.push(line);
  }

  name(faults: FaultList, kind: HandoverFaultKind, path: string, message: string): void {
    for (const line of this.#lines) faults.add(kind, line, path, message);
    faults.count(this.#count - this.#lines.length);
  }
}
