/**
 * Outcome of checking something that another program or another day wrote: the value, or which fault it has.
 * Foreign bytes are expected to be faulty, so a fault is an answer here; exceptions are kept for wrong calls.
 */
export type Checked<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: F };

/** The good answer. */
export function sound<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The other one. */
export function faulty<F>(fault: F): { readonly ok: false; readonly fault: F } {
  return { ok: false, fault };
}
