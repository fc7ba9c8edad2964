import { type HandoverHeader, netEntries, type SharedEntry } from 'checklist-core/handover';
import type { ServicePart } from 'checklist-core/journal';

/** What a hand-over file says, as its reader gets it out of the file's own bytes. */
export interface ReadFile {
  readonly header: HandoverHeader;
  /** Standard base64 of SHA-256 of the whole file. */
  readonly file: string;
  /** Every listed leaf, opened or not, in the order of the file. */
  readonly entries: readonly SharedEntry[];
}

/** One act at the desk as a reader counts it, its outcome and whether it was on time. */
type Act = Pick<ServicePart, 'day' | 'half' | 'outcome' | 'onTime'>;

/** How many acts there were, by what they were. */
export interface ActCounts {
  readonly am: number;
  readonly pm: number;
  readonly received: number;
  readonly returned: number;
  readonly supplement: number;
  readonly refused: number;
  readonly early: number;
  readonly onTime: number;
  readonly late: number;
}

export interface DayCounts extends ActCounts {
  /** `YYYY-MM-DD`. */
  readonly day: string;
}

/** A line of the file in the reader's eyes. */
export interface DigestLine extends SharedEntry {
  /** An act that a later line of the file undoes or corrects: it counts nowhere. */
  readonly taken: boolean;
  /** Line of the entry that a void or correction speaks of; null where it is not in the file. */
  readonly ofLine: number | null;
}

export interface FileDigest {
  readonly header: HandoverHeader;
  /** Standard base64 of SHA-256 of the whole file: its name in the list of what was given. */
  readonly file: string;
  readonly lines: readonly DigestLine[];
  readonly days: readonly DayCounts[];
  readonly total: ActCounts;
  /** Acts that count: finishes as corrected, without the undone ones. */
  readonly acts: number;
  readonly voided: number;
  /** Lines of which nothing is open. */
  readonly closed: number;
}

/** Counts a file for its official as every reader does: undone acts and their undos net out, practice counts nowhere. */
export function digestOf({ header, file, entries }: ReadFile): FileDigest {
  const lineOf = new Map(entries.map(({ id, line }) => [id, line]));
  const counted = netEntries(entries).filter(isAct);
  const countedIds = new Set(counted.map(({ id }) => id));
  const acts = counted.flatMap(({ service }) => service ?? []);
  const days = [...new Set(acts.map(({ day }) => day))].sort();
  const finishes = entries.filter((entry) => isAct(entry) && entry.service?.kind === 'finish');
  return {
    header,
    file,
    lines: entries.map((entry): DigestLine => {
      const of = entry.service?.of ?? null;
      const taken = isAct(entry) && !countedIds.has(entry.id);
      return { ...entry, taken, ofLine: of === null ? null : (lineOf.get(of) ?? null) };
    }),
    days: days.map((day) => ({ day, ...countActs(acts.filter((act) => act.day === day)) })),
    total: countActs(acts),
    acts: acts.length,
    // A correction stands for one finish, so what is missing of the finishes was undone.
    voided: Math.max(0, finishes.length - acts.length),
    closed: entries.filter(isClosed).length,
  };
}

/** Nothing of this line can be read. */
export function isClosed({ service, conduct, continues }: SharedEntry): boolean {
  return service === null && conduct === null && continues === null;
}

function isAct({ service }: SharedEntry): boolean {
  return (service?.kind === 'finish' || service?.kind === 'correction') && !service.practice;
}

function countActs(acts: readonly Act[]): ActCounts {
  const count = (fits: (act: Act) => boolean) => acts.filter(fits).length;
  return {
    am: count(({ half }) => half === 'am'),
    pm: count(({ half }) => half === 'pm'),
    received: count(({ outcome }) => outcome === 'received'),
    returned: count(({ outcome }) => outcome === 'returned'),
    supplement: count(({ outcome }) => outcome === 'supplement'),
    refused: count(({ outcome }) => outcome === 'refused'),
    early: count(({ onTime }) => onTime === 'early'),
    onTime: count(({ onTime }) => onTime === 'on-time'),
    late: count(({ onTime }) => onTime === 'late'),
  };
}
