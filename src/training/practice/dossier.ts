import { workingDays, workingMinutesFrom } from './appointment.ts';
import words from './opencps/words.json' with { type: 'json' };
import { codeDay, printSecond, type WallTime } from './wall-time.ts';

export type PracticeChannel = 'direct' | 'online' | 'post';

/** Where a practice dossier stands; each family of pages prints it in its own words. */
export type PracticeStatus = 'receiving' | 'processing' | 'waiting' | 'released' | 'done' | 'denied';

/** What pressing an action of the portal does with a dossier. */
export type PracticeOutcome = 'received' | 'returned' | 'supplement' | 'refused';

export interface PracticeProcedure {
  readonly code: string;
  readonly name: string;
  /** As printed: a number of working days or hours, in words. */
  readonly term: string;
  /** The term in working days, for dossiers received while practising. */
  readonly days: number;
}

/** An invented dossier of an invented commune. Nobody in it exists. */
export interface PracticeDossier {
  /** Internal number, the one in the portal's URL. */
  readonly id: number;
  /** Public code; empty for an online dossier that was not received yet. */
  readonly code: string;
  readonly procedure: PracticeProcedure;
  /** Invented, and meant to look invented. */
  readonly applicant: string;
  readonly channel: PracticeChannel;
  readonly submitted: WallTime;
  readonly received: WallTime | null;
  /** A string is printed as it stands: portals do print malformed dates. */
  readonly due: WallTime | string | null;
  readonly status: PracticeStatus;
  /** Due text of a list row (late or left, in the portal's words); may be empty. */
  readonly dueText: string;
  /** Due text of the current step on the detail page; may be empty. */
  readonly stepText: string;
}

/** Unit of the invented commune in dossier codes. */
export const PRACTICE_UNIT = 'H27.128.14';

/** A well-formed national dossier code of the invented commune. */
export function practiceCode(day: WallTime, serial: number): string {
  return `${PRACTICE_UNIT}-${codeDay(day)}-${String(serial).padStart(4, '0')}`;
}

/** The appointment as a portal prints it; empty if there is none. */
export function printedDue(dossier: PracticeDossier, print: (time: WallTime) => string = printSecond): string {
  if (dossier.due === null) return '';
  return typeof dossier.due === 'string' ? dossier.due : print(dossier.due);
}

const STATUS_AFTER: Readonly<Record<PracticeOutcome, PracticeStatus>> = {
  received: 'processing',
  returned: 'done',
  supplement: 'waiting',
  refused: 'denied',
};

/** The dossiers of one mounted portal, kept in memory: what the portal's server would know. */
export class DossierDesk {
  readonly #dossiers: Map<number, PracticeDossier>;
  readonly #now: () => WallTime;
  #nextId: number;

  constructor(dossiers: readonly PracticeDossier[], now: () => WallTime) {
    this.#dossiers = new Map(dossiers.map((dossier) => [dossier.id, dossier]));
    this.#now = now;
    this.#nextId = Math.max(34_000, ...this.#dossiers.keys()) + 1;
  }

  all(): readonly PracticeDossier[] {
    return [...this.#dossiers.values()];
  }

  find(id: number): PracticeDossier | null {
    return this.#dossiers.get(id) ?? null;
  }

  /** Opens a new dossier, as the portals do as soon as the form is opened; it has no code yet. */
  open(procedure: PracticeProcedure): PracticeDossier {
    const now = this.#now();
    const dossier: PracticeDossier = {
      id: this.#nextId++,
      code: '',
      procedure,
      applicant: '',
      channel: 'direct',
      submitted: now,
      received: null,
      due: workingMinutesFrom(now, workingDays(procedure.days)),
      status: 'receiving',
      dueText: '',
      stepText: '',
    };
    this.#dossiers.set(dossier.id, dossier);
    return dossier;
  }

  /** Applies the outcome of an action; returns the changed dossier, or null if there is no such dossier. */
  settle(id: number, outcome: PracticeOutcome, applicant?: string): PracticeDossier | null {
    const before = this.find(id);
    if (before === null) return null;
    const received = outcome === 'received' ? this.#now() : before.received;
    const changed: PracticeDossier = {
      ...before,
      applicant: applicant ?? before.applicant,
      status: STATUS_AFTER[outcome],
      received,
      code: before.code === '' && outcome === 'received' ? practiceCode(this.#now(), 900 + (id % 100)) : before.code,
      due:
        before.due === null && outcome === 'received'
          ? workingMinutesFrom(this.#now(), workingDays(before.procedure.days))
          : before.due,
      dueText: dueTextAfter(before, outcome, this.#now()),
      stepText: '',
    };
    this.#dossiers.set(id, changed);
    return changed;
  }
}

function dueTextAfter(dossier: PracticeDossier, outcome: PracticeOutcome, now: WallTime): string {
  if (outcome === 'supplement') return words.due.paused;
  if (outcome !== 'returned') return dossier.dueText;
  return typeof dossier.due === 'number' && dossier.due < now ? words.due.late : words.due.onTime;
}
