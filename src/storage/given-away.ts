import * as v from 'valibot';

/** How much of the conduct class a hand-over holds: nothing, sums for the period, or every line. */
export type SharedConduct = 'none' | 'sums' | 'lines';

/** What is told of one thing given away besides its head; sealed, for the official's own list. */
export interface GivenDetails {
  readonly what: 'handover' | 'receipt';
  /** Local days, both included; null for a receipt. */
  readonly period: { readonly from: string; readonly to: string } | null;
  readonly conduct: SharedConduct | null;
  /** Whether the official put a name on it; the name itself is not kept. */
  readonly named: boolean;
  /** Entries that a reader can open, voided ones included. */
  readonly entries: number;
  /** Epoch ms. */
  readonly at: number;
  /** Epoch ms at which a withdrawal was made; null if it stands. */
  readonly withdrawn: number | null;
}

/** Something this profile gave away. */
export interface GivenAway extends GivenDetails {
  /** Standard base64 of SHA-256 of the bytes given. */
  readonly id: string;
  /** Leaves under the head that went with it. */
  readonly size: number;
  /** That head: a signed note. */
  readonly note: string;
}

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const day = v.pipe(v.string(), v.isoDate());

/** Stored bytes are checked like any other input. */
export const givenDetailsSchema: v.GenericSchema<unknown, GivenDetails> = v.strictObject({
  what: v.picklist(['handover', 'receipt']),
  period: v.nullable(v.strictObject({ from: day, to: day })),
  conduct: v.nullable(v.picklist(['none', 'sums', 'lines'])),
  named: v.boolean(),
  entries: whole,
  at: whole,
  withdrawn: v.nullable(whole),
});

/** What the sealed details of a row are bound to: they open beside no other head. */
export function givenPlace(id: string): string {
  return `given ${id}`;
}
