/** Profiles from outside as they lie there; nothing here is checked. */
export interface PortalSource {
  /** What is kept in this browser, whatever it is. */
  readonly kept: () => Promise<unknown>;
  readonly keep: (kept: KeptPortals) => Promise<void>;
  /** The values of the administrator's policy. */
  readonly managed: () => Promise<unknown>;
}

/** What this browser keeps about portals. */
export interface KeptPortals {
  /** Profiles that were imported or taught. */
  readonly profiles: readonly unknown[];
  /** Ids of profiles that the official switched off. */
  readonly off: readonly string[];
}
