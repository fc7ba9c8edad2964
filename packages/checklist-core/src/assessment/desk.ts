import type { OnTimeClass } from '../journal/entry.ts';
import type { Channel, Outcome, Tone } from './outcome.ts';

/** What an event tells of the dossier on the page; `null` wherever the page does not say. Never the applicant. */
export interface SeenDossier {
  /** Tells one dossier from another on this computer; opaque, not a dossier code. */
  readonly key: string | null;
  readonly channel: Channel | null;
  readonly procedureCode: string | null;
  /** Id of the procedure group. */
  readonly group: string | null;
  readonly tone: Tone | null;
}

/** `receive`: the form that takes a dossier in; `dossier`: its detail or the return of its result. */
export type DossierPage = 'receive' | 'dossier';

/** One present citizen. */
export interface DeskSession {
  readonly id: string;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms of the last thing that may have been done for this citizen. */
  readonly lastActivityAt: number;
  /** `button`: the official said that somebody is here; the others are read from what was opened or pressed. */
  readonly startedBy: 'button' | 'page' | 'press';
  /** `grief` once any dossier of the session is grief; else the tone last known. */
  readonly tone: Tone | null;
  /** Keys of the dossiers that belong to it. */
  readonly dossiers: readonly string[];
  /** Asked once per session; a later action only changes what it is about. */
  readonly finish: AskedFinish | null;
}

/** What the finish of a session is about: its latest action that succeeded. */
export interface AskedFinish {
  /** Epoch ms at which the sign of success was seen. */
  readonly askedAt: number;
  readonly outcome: Outcome;
  readonly tone: Tone | null;
  readonly group: string | null;
  readonly procedureCode: string | null;
  readonly channel: Channel | null;
  /** Null unless a result was returned and a due date was printed. */
  readonly onTime: OnTimeClass;
  /** The fact `late` of the cues: null where `onTime` is. */
  readonly late: boolean | null;
}

/** A commit control that was pressed and still awaits its sign of success or failure. */
export interface PressedAction {
  readonly actionId: string;
  readonly outcome: Outcome;
  /** Epoch ms. */
  readonly at: number;
  readonly dossier: SeenDossier;
  readonly onTime: OnTimeClass;
  /** The session it was pressed for; null if nobody was known to be present. */
  readonly sessionId: string | null;
}

/** The session that was confirmed or skipped last. */
export interface EndedSession {
  readonly session: DeskSession;
  /** The entry that ended it. */
  readonly entryId: string;
  /** Epoch ms. */
  readonly at: number;
}

/** The dossier page looked at last. */
export interface DossierInView {
  readonly page: DossierPage;
  readonly key: string | null;
  readonly channel: Channel | null;
  readonly tone: Tone | null;
}

/** One profile's desk. Plain JSON: it lives in the browser's session storage, through page loads and worker deaths. */
export interface Desk {
  readonly session: DeskSession | null;
  readonly pressed: PressedAction | null;
  readonly ended: EndedSession | null;
  readonly inView: DossierInView | null;
}

/** The desk before anything happened: what a browser starts with, and what every part is null in. */
export const emptyDesk: Desk = { session: null, pressed: null, ended: null, inView: null };
