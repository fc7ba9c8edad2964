import type { Broadcast, Snapshot } from '../messages/requests.ts';

/*
 * The lookout and the overlay are two scripts in one isolated world. The overlay finds the lookout under a symbol there,
 * takes over from it, and hands back when it goes.
 */

/** What the lookout hands over. */
export interface Watch {
  /** What was told since the overlay was sent for: what it was called for, and how the desk changed meanwhile. */
  readonly told: Broadcast[];
  /** What the background sends along with the overlay; null where it sends nothing. */
  readonly snapshot: Promise<Snapshot | null>;
}

/** What the overlay asks of the lookout. */
export interface Relief {
  /** The overlay is here and hears for itself. */
  relieve(): Watch;
  /** The overlay has gone. */
  resume(): void;
}

const POST = Symbol.for('than-thien.lookout');

/** True if a lookout stands in this page already: a second copy of the very same script has nothing to do. */
export function isPosted(): boolean {
  return Reflect.has(globalThis, POST);
}

export function post(relief: Relief): void {
  Reflect.set(globalThis, POST, relief);
}

export function unpost(): void {
  Reflect.deleteProperty(globalThis, POST);
}

/** The lookout of this page; null where the overlay was brought in by other means. */
export function posted(): Relief | null {
  // In our own isolated world only `post` writes this.
  return (Reflect.get(globalThis, POST) as Relief | undefined) ?? null;
}
