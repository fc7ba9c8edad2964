/** What a portal action did with the dossier; each has its own cues at finish. */
export type Outcome = 'received' | 'returned' | 'supplement' | 'refused';

/** How the citizen came. Only `direct` means a person is at the desk. */
export type Channel = 'direct' | 'online' | 'post';

/** Tone of a procedure: at `grief` nobody is told to smile or congratulated. */
export type Tone = 'joy' | 'neutral' | 'grief';
