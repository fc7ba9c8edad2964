import * as v from 'valibot';

/** What the official said about a dossier on Today. */
export type WatchMark = 'open' | 'done' | 'not-mine';

/** A dossier this profile met on this computer. It has a code, so it is only ever stored sealed (docs/adr/0008). */
export interface WatchedDossier {
  /** Opaque id of the row; the only name of a dossier that messages may carry. */
  readonly row: string;
  readonly code: string;
  readonly procedureCode: string | null;
  /** A name of the procedure table, never page text. */
  readonly procedureName: string | null;
  readonly group: string | null;
  readonly channel: 'direct' | 'online' | 'post' | null;
  /** ISO local time as precise as printed, or null. */
  readonly received: string | null;
  /** Appointment as printed, same form. */
  readonly due: string | null;
  /** National status 1–10, or null where the page did not say. */
  readonly status: number | null;
  readonly paused: boolean;
  /** Host of the portal it was last seen on. */
  readonly host: string;
  /** Epoch ms. */
  readonly lastSeen: number;
  readonly mark: WatchMark;
}

const isoLocal = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/));

/** Strict shape of a stored row: what lies in a database is read like any other foreign data. */
export const watchedSchema: v.GenericSchema<unknown, Omit<WatchedDossier, 'row'>> = v.strictObject({
  code: v.string(),
  procedureCode: v.nullable(v.string()),
  procedureName: v.nullable(v.string()),
  group: v.nullable(v.string()),
  channel: v.nullable(v.picklist(['direct', 'online', 'post'])),
  received: v.nullable(isoLocal),
  due: v.nullable(isoLocal),
  status: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
  paused: v.boolean(),
  host: v.string(),
  lastSeen: v.number(),
  mark: v.picklist(['open', 'done', 'not-mine']),
});
