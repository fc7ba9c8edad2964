import type { Channel, Outcome, Pack, Tone } from 'checklist-core';
import type { CalendarData } from 'checklist-core/deadline';
import type { DayAnswer } from 'checklist-core/journal';
import type { PackFault } from 'checklist-core/pack';
import type { NameIndex, PageFacts, PageKind, PortalProfile, ReaderWords } from 'page-reader';
import type { ProfileFault } from 'page-reader/profile';
import type { Language } from '../platform/i18n.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';
import type { Procedure } from '../rules/procedure.ts';
import type { SeenFacts } from './seen-facts.ts';

/*
 * One typed map per direction. A message is `{ type, body }`; the answer is always a `Reply`.
 * Schemas that check them on receipt: `schemas.ts`. Who may send what: `sender.ts`.
 */

/** Answer over the wire: results, never raw errors. `code` picks the sentence the official sees. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: WireError };

export interface WireError {
  readonly code:
    | 'bad-message'
    | 'not-allowed'
    | 'other-profile'
    | 'no-session'
    | 'storage-full'
    | 'storage-refused'
    | 'too-late'
    | 'internal';
  /** English, for the console and the health page; never page text. */
  readonly detail: string;
}

/** A unit of our own work in a page that can be switched off for a site: reading the page, chips over a list's rows. */
export type RuleName = 'read' | 'rows';

/** What the overlay has come where it is needed: the chips over a list's rows, the cards beside the pill. */
export type ScriptName = 'rows' | 'cards';

/** A rule that took too long on pages of a site: after three of them it rests there, for a day or until it is woken. */
export interface RestingRule {
  readonly host: string;
  readonly rule: RuleName;
  /** How long it took last, in whole ms. */
  readonly ms: number;
  /** On how many pages it came to rest. */
  readonly pages: number;
  /** Epoch ms. */
  readonly at: number;
}

/** What the content script saw on the page it runs in. */
export interface Sighting {
  readonly kind: PageKind;
  readonly facts: SeenFacts | null;
  /** The rows of a list that are news to the background; they only refresh dossiers this profile already watches. */
  readonly rows: readonly SeenFacts[];
  /** The codes of all dossiers of the list. */
  readonly listed: readonly string[];
}

/** What a dossier's deadline is counted from: neither its code nor a word of its page. */
export type DueMarks = Pick<PageFacts, 'due' | 'dueState' | 'status' | 'doubts'>;

/** The deadline of one dossier as it is shown. `mark` is drawn as a shape, so that no meaning hangs on colour. */
export interface DeadlineChip {
  readonly mark: 'neutral' | 'running' | 'today' | 'late' | 'paused' | 'returned' | 'unknown' | 'doubt';
  readonly text: string;
  /** One more sentence, for the tooltip and the opened panel; empty if there is none. */
  readonly hint: string;
}

/** How the deadline of one dossier stands. */
export interface DeadlineCount {
  /** Null where the dossier is over. */
  readonly chip: DeadlineChip | null;
  /** Null for every dossier that is not counted among today's: paused, over, doubtful, due later. */
  readonly due: 'overdue' | 'due-today' | null;
}

/** One dossier of the session, as far as the cues need it. */
export interface FinishAsked {
  readonly sessionId: string;
  readonly outcome: Outcome;
  readonly tone: Tone | null;
  readonly late: boolean | null;
  readonly group: string | null;
  /** Epoch ms at which the sign of success was seen. */
  readonly askedAt: number;
}

/** The citizen who is present, as far as surfaces need to know. */
export interface SessionView {
  readonly id: string;
  /** Epoch ms. */
  readonly startedAt: number;
  /** Epoch ms at which the session is forgotten if nothing more is done for this citizen. */
  readonly until: number;
  /** False where a page began it so soon after a finish that it may still be the citizen before, who was greeted. */
  readonly greets: boolean;
  readonly tone: Tone | null;
}

/** The state of the desk as every surface may show it: no code, no name. */
export interface DeskView {
  readonly profile: { readonly id: string; readonly name: string | null };
  readonly practice: boolean;
  readonly session: SessionView | null;
  readonly finish: FinishAsked | null;
  /** A commit control pressed in this tab that still awaits its sign of success; survives a page load. Null in a broadcast. */
  readonly pressed: { readonly actionId: string; readonly outcome: Outcome; readonly at: number } | null;
  /** The last entry made, while it can still be undone with one key (5 s), by its id. */
  readonly undoable: { readonly id: string; readonly until: number } | null;
  /** Dossiers due today or overdue among those watched, without the ones on the list page just reported. */
  readonly today: { readonly overdue: number; readonly dueToday: number };
}

/** A cue ready to be shown, in the language of the interface. */
export interface CueText {
  readonly id: string;
  readonly text: string;
}

/** Cues for each tone there may be at the desk, and for the one that is not known. */
export type CuesByTone = Readonly<Record<Tone | 'unknown', readonly CueText[]>>;

/** What the overlay knows of a procedure: its names and its tone. */
export type KnownProcedure = Pick<Procedure, 'code' | 'name' | 'otherNames' | 'tone'>;

/** Everything a content script needs to work on one site, compiled by the background in one answer. */
export interface Snapshot {
  readonly language: Language;
  /** The overlay's texts in that language: so that the script in every page need not carry both. */
  readonly texts: Readonly<Record<OverlayText, string>>;
  /** The words that pages are read by. */
  readonly words: ReaderWords;
  /** Every name of every procedure, for the reader. */
  readonly names: NameIndex;
  /** Profile of this host, all layers in one; null means the generic reader. */
  readonly portal: PortalProfile | null;
  /** The cues of greeting and guiding, from the pack that goes with this host. */
  readonly cues: { readonly greet: CuesByTone; readonly work: CuesByTone };
  /** The steps of helping a citizen file, for the pages where that is done; none where their pack is switched off. */
  readonly assisted: readonly CueText[];
  readonly procedures: readonly KnownProcedure[];
  /** Page kinds the official corrected, by `pagePattern`. */
  readonly pageKinds: Readonly<Record<string, PageKind>>;
  /** The official folded the pill to its icon on this site. */
  readonly folded: boolean;
  /** What rests on this host because it took too long. */
  readonly rulesOff: readonly RuleName[];
  readonly desk: DeskView;
}

/** What the pages of ours show of the rules in force. */
export interface HouseView {
  readonly versions: { readonly extension: string; readonly pack: string; readonly calendar: string };
  readonly language: Language;
  /** The pack in force where no portal asks for another one. */
  readonly pack: Pack;
  readonly calendar: CalendarData;
  readonly desk: DeskView;
}

/** The official's act. `id`: 128 random bits, base64url (22 characters); it becomes the leaf's id, so a retry is harmless. */
export type Intent =
  | {
      readonly kind: 'finish';
      readonly id: string;
      readonly profile: string;
      readonly sessionId: string;
      readonly cues: readonly string[];
      readonly missed: readonly string[];
      readonly skipped: boolean;
    }
  | { readonly kind: 'void'; readonly id: string; readonly profile: string; readonly of: string }
  | {
      readonly kind: 'day-page';
      readonly id: string;
      readonly profile: string;
      readonly answers: Readonly<Record<string, DayAnswer>>;
    };

/** Sent only after the transaction is durable: `n` is the index of the leaf in this journal. */
export interface Acknowledgement {
  readonly id: string;
  readonly n: number;
  readonly desk: DeskView;
}

/** The overlay was sent for. */
export interface Awake {
  readonly wake: true;
  /** What the overlay would ask for first (`open`); null where that cannot be had, and the overlay has to say why. */
  readonly snapshot: Snapshot | null;
}

/** The overlay is not needed so far. */
export interface Asleep {
  readonly wake: false;
  /** `pageMarks` of the site: a page that bears them needs the overlay. */
  readonly marks: string;
  /** The desk still holds what the page before this one showed; it is to be told (`see`) that this one shows nothing. */
  readonly holds: boolean;
}

/** Something that happened once: a page that gets no answer in time sends it again, with the same 128 random bits in base64url. */
interface Once {
  readonly id: string;
}

/** Content script (or the practice desk) → background. */
export interface DeskRequests {
  /** The lookout of a page asks whether the overlay is needed here, which is then sent for; again at each address. */
  readonly peek: { readonly body: Record<string, never>; readonly value: Awake | Asleep };
  /** The lookout has the overlay come. */
  readonly wake: { readonly body: Record<string, never>; readonly value: Awake };
  /** The overlay starts with nothing brought along, or was told that rules changed. */
  readonly open: { readonly body: Record<string, never>; readonly value: Snapshot };
  /** A page was read: feeds the session and the watch list. */
  readonly see: { readonly body: { readonly page: Sighting }; readonly value: DeskView };
  /**
   * How the deadlines of the page's dossiers stand. The pages do not count themselves: what it takes would be made anew
   * in each of them. `returnedAt`: epoch ms at which the result was seen to be handed over on this page, if it was.
   */
  readonly count: {
    readonly body: { readonly marks: readonly DueMarks[]; readonly returnedAt: number | null };
    /** `counts` in the order of `marks`; `until`: epoch ms before which no word of them changes. */
    readonly value: { readonly counts: readonly DeadlineCount[]; readonly until: number };
  };
  /** The overlay has one of the scripts come that most pages need nothing of. Answered once that has run. */
  readonly bring: { readonly body: { readonly script: ScriptName }; readonly value: Record<string, never> };
  /** `Có người dân đang chờ`: a citizen is here. */
  readonly waiting: { readonly body: Once; readonly value: DeskView };
  /** A trusted press on a commit control; kept until its sign of success or failure, or 60 s. */
  readonly press: {
    readonly body: Once & {
      readonly actionId: string;
      readonly outcome: Outcome;
      readonly channel: Channel | null;
      readonly facts: SeenFacts | null;
    };
    readonly value: DeskView;
  };
  /** The portal showed the sign of success (or of failure) of the pressed action. */
  readonly settle: {
    /** `facts`: the page as it is now; a portal may give a dossier its code only when it takes it. */
    readonly body: Once & { readonly success: boolean; readonly facts: SeenFacts | null };
    readonly value: DeskView;
  };
  /** The cues of the finish that is asked at this desk now, in the order of this host's pack; none if nothing is asked. */
  readonly finishCues: { readonly body: Record<string, never>; readonly value: readonly CueText[] };
  /** The official's act, to be written. */
  readonly record: { readonly body: { readonly intent: Intent }; readonly value: Acknowledgement };
  /** `Trang này là gì?`: the official says what this page is. */
  readonly correctPage: {
    readonly body: { readonly pattern: string; readonly kind: PageKind };
    readonly value: Record<string, never>;
  };
  /** The pill was folded to its icon on this site, or brought back; remembered per host (the sender's). */
  readonly fold: { readonly body: { readonly folded: boolean }; readonly value: Record<string, never> };
  /** A rule took too long on a page of this host, again and again, and rests there. Nothing of the page is told. */
  readonly ruleOff: {
    readonly body: { readonly rule: RuleName; readonly ms: number };
    readonly value: Record<string, never>;
  };
  /** `Chỉ cho máy biết`: the official wants to show us where things stand on this page. Answered once its script runs. */
  readonly teach: { readonly body: Record<string, never>; readonly value: Record<string, never> };
  /**
   * The official showed us where things stand on this host: added to what was taught for it before. A lesson is a profile
   * with the id `taughtId(host)`, this one host, pages and labels, and nothing else. Answered once it is kept.
   */
  readonly teachPortal: { readonly body: { readonly profile: PortalProfile }; readonly value: Record<string, never> };
}

/** Where a profile comes from; each is laid over those that follow here: policy, taught, imported, shipped. */
export type PortalOrigin = 'policy' | 'taught' | 'imported' | 'shipped';

/** One portal profile and whether it acts. */
export interface PortalRow {
  readonly origin: PortalOrigin;
  readonly profile: PortalProfile;
  /** Who keeps the overlay off its hosts: the policy, the file itself (`enabled`), the official; null: it acts. */
  readonly offBy: 'policy' | 'file' | 'official' | null;
  /** Where the profile with the same id comes from that took its place: it only says what is off; null: none did. */
  readonly replacedBy: PortalOrigin | null;
}

/** What is wrong with a profile that was kept or came by policy; the profile is not used, or not its pack. */
export interface PortalFault extends ProfileFault {
  readonly in: 'policy' | 'local';
  /** Id the profile claims to have. */
  readonly id: string | null;
}

/** All portal profiles of this browser. */
export interface PortalsView {
  /** Uppermost first. */
  readonly rows: readonly PortalRow[];
  /** The policy keeps the overlay off every host. */
  readonly allOff: boolean;
  readonly faults: readonly PortalFault[];
}

/** How much of the conduct class a hand-over holds. */
export type SharedConduct = 'none' | 'sums' | 'lines';

/** What the official chose to give. */
export interface HandoverChoice {
  /** Local days, `YYYY-MM-DD`, both included. */
  readonly period: { readonly from: string; readonly to: string };
  readonly conduct: SharedConduct;
  /** Only if the official wants to be named. */
  readonly name: string | null;
}

/** Popup and other pages of ours → background (they may also send `record` for void and the day page). */
export interface PageRequests {
  /** The rules in force, for a page that opens or was told that they changed. */
  readonly house: { readonly body: Record<string, never>; readonly value: HouseView };
  /** Changes a watched dossier: done, not mine, or open again. `row` is the row's opaque id. */
  readonly mark: {
    readonly body: { readonly row: string; readonly mark: 'open' | 'done' | 'not-mine' };
    readonly value: Record<string, never>;
  };
  readonly setLanguage: { readonly body: { readonly language: Language }; readonly value: Record<string, never> };
  /**
   * Builds and signs a hand-over file, writing nothing: `text` is the whole file, byte for byte what would be saved.
   * Null where nothing was recorded in the period.
   */
  readonly prepareHandover: { readonly body: HandoverChoice; readonly value: { readonly text: string } | null };
  /**
   * The official gives this prepared file away. Answered once that is written durably, and only then may the page save
   * the file. The file itself comes back, so that nothing has to be remembered in between: its signature is our own.
   * `too-late`: other heads were given away since it was prepared, or entries changed; prepare it again.
   */
  readonly giveHandover: { readonly body: { readonly text: string }; readonly value: { readonly id: string } };
  /** Takes a hand-over back (`id`: SHA-256 of its file, base64): the text of a withdrawal file to send after it. */
  readonly withdrawHandover: { readonly body: { readonly id: string }; readonly value: { readonly text: string } };
  /** The signed head of the journal as it is now, written as given away; null while nothing was recorded. */
  readonly receipt: { readonly body: Record<string, never>; readonly value: { readonly text: string } | null };
  /** All portal profiles, where each comes from and whether it acts. */
  readonly portals: { readonly body: Record<string, never>; readonly value: PortalsView };
  /** Takes a portal profile from the text of a file, in the place of an imported one with the same id. */
  readonly importPortal: {
    readonly body: { readonly text: string };
    readonly value:
      | {
          /** `replacedBy`: kept, but one of the policy with the same id stands in its place. */
          readonly imported: Pick<PortalProfile, 'id' | 'title' | 'hosts'> & Pick<PortalRow, 'replacedBy'>;
        }
      /** The version that is kept is newer than the file's; nothing was changed. */
      | { readonly older: { readonly title: string; readonly given: string; readonly kept: string } }
      | { readonly faults: readonly (PackFault | ProfileFault)[] };
  };
  /** Forgets a profile that was imported or taught. */
  readonly removePortal: { readonly body: { readonly id: string }; readonly value: Record<string, never> };
  /** The kill switch of the official: the overlay stays away from the hosts of this profile, or may come back to them. */
  readonly setPortalEnabled: {
    readonly body: { readonly id: string; readonly enabled: boolean };
    readonly value: Record<string, never>;
  };
  /** Every rule that rests somewhere, newest first. */
  readonly rulesOff: { readonly body: Record<string, never>; readonly value: readonly RestingRule[] };
  /** Lets a rule work again on a host. */
  readonly clearRuleOff: {
    readonly body: { readonly host: string; readonly rule: RuleName };
    readonly value: Record<string, never>;
  };
  /** State of the desk, for a page that opens. */
  readonly desk: { readonly body: Record<string, never>; readonly value: DeskView };
}

export type Requests = DeskRequests & PageRequests;
export type RequestType = keyof Requests;
export type RequestMessage<T extends RequestType = RequestType> = {
  readonly [K in T]: { readonly type: K; readonly body: Requests[K]['body'] };
}[T];
export type ReplyTo<T extends RequestType> = Reply<Requests[T]['value']>;

/** Background → content scripts and our pages, and popup → the tab in front. Nobody answers these. */
export type Broadcast =
  /** The desk's state or the journal changed: draw this, read again what else you show. */
  | { readonly type: 'desk'; readonly desk: DeskView }
  /** Packs, calendar or language changed: ask for a new snapshot. */
  | { readonly type: 'rules' }
  /** The keyboard chord was pressed while this tab was in front. */
  | { readonly type: 'chord' }
  /** `Trang này là gì?` was pressed in the popup over this tab. */
  | { readonly type: 'ask-page' }
  /** The popup looks whether an overlay is in this tab: that it is heard is the answer. */
  | { readonly type: 'here' };
