import { newEntryId } from 'checklist-core/journal';
import type { PageFacts, PageKind, PageReading, ReaderWords } from 'page-reader';
import { MOST_ROWS } from '../messages/most-rows.ts';
import type {
  Broadcast,
  CueText,
  DeskRequests,
  DeskView,
  Intent,
  RuleName,
  ScriptName,
  Snapshot,
} from '../messages/requests.ts';
import { type SeenFacts, seenFacts } from '../messages/seen-facts.ts';
import type { OverlayText } from '../platform/texts/overlay.ts';
import type { DeskLink, LinkError } from './desk-link.ts';
import type { Press } from './gate.ts';

/** The sentence for a way in which something was not written; of all others it is said that it is our fault. */
const FAULTS: Readonly<Partial<Record<LinkError['code'], OverlayText>>> = {
  'storage-full': 'faultFull',
  'storage-refused': 'faultRefused',
  'other-profile': 'faultProfile',
  'no-session': 'faultSession',
  'too-late': 'faultLate',
  unreachable: 'faultQuiet',
};

/** Faults that concern what is stored, whatever was asked. */
const ALWAYS_SAID: ReadonlySet<LinkError['code']> = new Set(['orphaned', 'storage-full', 'storage-refused']);

/** What the official asked for: where it cannot be done, they are told. */
const ASKED: ReadonlySet<keyof DeskRequests> = new Set(['open', 'waiting', 'teach', 'correctPage']);

/** What was told of a page that is no page of the desk. */
const ELSEWHERE = 'elsewhere';

/** Page kinds whose readings feed the session and the watch list; of the others only that they are there. */
const TOLD_KINDS: readonly PageKind[] = ['list', 'detail', 'receive', 'return'];

type FinishIntent = Extract<Intent, { kind: 'finish' }>;
type FinishAct = Pick<FinishIntent, 'sessionId' | 'cues' | 'missed' | 'skipped'>;

/**
 * The overlay's side of the conversation with the background: what was told, what the desk looks like, and the few acts
 * that are not acknowledged yet. Nothing here is shown as saved before the background has said so.
 */
export class DeskClerk {
  readonly #link: DeskLink;
  readonly #changed: () => void;
  /** Acts on their way, by the session or entry they are about: pressed again, they go out with the same id. */
  readonly #unsaved = new Map<string, Intent>();
  #told = '';
  /** The rows of a list as they were told last, by code. */
  #rows: ReadonlyMap<string, PageFacts> = new Map();
  /** Rules that took too long on this page: the background lets them rest on the site after a few such pages. */
  readonly #slow: RuleName[] = [];
  snapshot: Snapshot | null = null;
  /** The words to read by: they never change while we run, and what was made of them is kept. */
  words: ReaderWords | null = null;
  desk: DeskView | null = null;
  /** What the background counts besides the rows of the list it was told last. */
  otherDue: DeskView['today'] | null = null;
  /** The cues of the finish that is asked; null while they are not known. */
  finishCues: readonly CueText[] | null = null;
  #asked = '';
  #pressed: Promise<boolean> | null = null;
  writing: 'finish' | 'undo' | null = null;
  fault: OverlayText | null = null;
  orphaned = false;
  /** The background says that this host is none of ours. */
  unwanted = false;

  constructor(link: DeskLink, changed: () => void) {
    this.#link = link;
    this.#changed = changed;
  }

  /** Acts that were made and not acknowledged. */
  get unsaved(): number {
    return this.#unsaved.size;
  }

  /**
   * Asks for everything this site needs, unless it was brought. True if it was given; then nobody is told of the change.
   */
  async open(brought?: Promise<Snapshot | null>): Promise<boolean> {
    const snapshot = (await brought) ?? (await this.#ask('open', {}));
    if (snapshot === null) return false;
    this.snapshot = { ...snapshot, rulesOff: [...snapshot.rulesOff, ...this.#slow] };
    this.desk = snapshot.desk;
    this.words ??= snapshot.words;
    if (this.fault === 'faultQuiet') this.fault = null;
    return true;
  }

  /** Says what was read, once for each new reading. False where nobody heard: then all of it is to be told again. */
  async see(reading: PageReading, url: string): Promise<boolean> {
    if (!isOfDesk(reading) || this.snapshot === null) return true;
    const { kind } = reading;
    const facts = seenOf(reading.facts);
    const listed = byCode(reading.rows);
    const codes = [...listed.keys()];
    const rows = [...listed]
      .filter(([code, row]) => !isSame(this.#rows.get(code), row))
      .map(([, row]) => seenFacts(row));
    const told = JSON.stringify([url, kind, facts, codes]);
    if (told === this.#told && rows.length === 0) return true;
    this.#told = told;
    const isSameList = codes.length === this.#rows.size && codes.every((code) => this.#rows.has(code));
    this.#rows = listed;
    const before = JSON.stringify([this.desk, this.otherDue, this.fault]);
    const isList = kind === 'list';
    // A list in another order counts the same.
    if (isList && !isSameList) this.otherDue = null;
    const desk = await this.#ask('see', { page: { kind, facts, rows, listed: codes } });
    // A newer page has been told since: this answer speaks of rows that are gone.
    const isOvertaken = listed !== this.#rows;
    // What was told since leaves out the rows of this.
    if (desk === null) {
      this.#told = '';
      this.#rows = new Map();
    }
    if (isOvertaken) return desk !== null;
    if (isList) this.otherDue = desk?.today ?? { overdue: 0, dueToday: 0 };
    if (desk !== null) this.desk = desk;
    if (JSON.stringify([this.desk, this.otherDue, this.fault]) !== before) this.#changed();
    return desk !== null;
  }

  /** Says that the page is none of the desk: what was in view before is so no more. True once that is known. */
  async leave(): Promise<boolean> {
    if (this.#told === ELSEWHERE || this.snapshot === null || this.orphaned) return true;
    this.turnPage();
    this.#told = ELSEWHERE;
    const isHeard = await this.#tell('see', { page: { kind: 'other', facts: null, rows: [], listed: [] } });
    if (!isHeard && this.#told === ELSEWHERE) this.#told = '';
    return isHeard;
  }

  /** How the deadlines of dossiers stand; null where nobody answers. */
  count(body: DeskRequests['count']['body']): Promise<DeskRequests['count']['value'] | null> {
    return this.#ask('count', body);
  }

  /** Learns the cues of a finish that is asked, once for each and for the rules in force; where nobody answers, at the next occasion again. */
  async learnFinish(): Promise<void> {
    const finish = this.desk?.finish ?? null;
    const asked = finish === null ? '' : JSON.stringify([finish, this.snapshot?.cues]);
    if (asked === this.#asked || this.orphaned) return;
    this.#asked = asked;
    this.finishCues = null;
    if (finish === null) return;
    const cues = await this.#ask('finishCues', {});
    if (asked !== this.#asked) return;
    if (cues === null) {
      this.#asked = '';
      return;
    }
    this.finishCues = cues;
    this.#changed();
  }

  /** Another page: the same facts are worth telling again. */
  turnPage(): void {
    this.#told = '';
    this.#rows = new Map();
    this.otherDue = null;
  }

  async waiting(): Promise<void> {
    await this.#tell('waiting', once());
  }

  async press({ action, facts }: Press): Promise<void> {
    const { id: actionId, outcome } = action;
    const channel = facts?.channel ?? null;
    this.#pressed = this.#tell('press', { ...once(), actionId, outcome, channel, facts: seenOf(facts) });
    await this.#pressed;
  }

  /** `facts`: the page as it shows the sign. */
  async settle(success: boolean, facts: PageFacts | null): Promise<void> {
    // The press may still be on its way, tried again and again.
    await this.#pressed;
    await this.#tell('settle', { ...once(), success, facts: seenOf(facts) });
  }

  async fold(folded: boolean): Promise<void> {
    await this.#ask('fold', { folded });
  }

  /** A rule rests on this page from now on, until what rests is decided anew. */
  async ruleOff(rule: RuleName, ms: number): Promise<void> {
    this.#slow.push(rule);
    if (this.snapshot !== null) this.snapshot = { ...this.snapshot, rulesOff: [...this.snapshot.rulesOff, rule] };
    await this.#ask('ruleOff', { rule, ms });
  }

  /** True once that is remembered. */
  async correctPage(pattern: string, kind: PageKind): Promise<boolean> {
    if (this.snapshot !== null) {
      this.snapshot = { ...this.snapshot, pageKinds: { ...this.snapshot.pageKinds, [pattern]: kind } };
    }
    return (await this.#ask('correctPage', { pattern, kind })) !== null;
  }

  /** Has one of our scripts run in this page; true once it has. Where it was `asked` for, it is said that it does not come. */
  async bring(script: ScriptName, asked: boolean): Promise<boolean> {
    const isHere = (await this.#ask('bring', { script })) !== null;
    if (!isHere && asked && !this.orphaned) {
      this.fault = 'faultQuiet';
      this.#changed();
    }
    return isHere;
  }

  /** Opens the picker over this page. */
  async teach(): Promise<void> {
    await this.#ask('teach', {});
  }

  /** The finish of a session. True once it is durable. */
  finish(act: FinishAct): Promise<boolean> {
    return this.#write('finish', act.sessionId, (id, profile) => ({ kind: 'finish', id, profile, ...act }));
  }

  /** Takes the last entry back, while that is one key. True once it is durable. */
  undo(): Promise<boolean> {
    const of = this.desk?.undoable?.id;
    if (of === undefined) return Promise.resolve(false);
    return this.#write('undo', of, (id, profile) => ({ kind: 'void', id, profile, of }));
  }

  hear(broadcast: Broadcast): void {
    if (broadcast.type === 'desk') {
      // The practice desk and the real one hear each other; neither speaks for the other.
      if (broadcast.desk.practice !== this.desk?.practice) return;
      // What was pressed in this tab is told to this tab alone.
      this.desk = { ...broadcast.desk, pressed: this.desk.pressed };
      const { finish, undoable } = this.desk;
      // What is asked no more was answered elsewhere, or is over.
      for (const about of this.#unsaved.keys())
        if (about !== finish?.sessionId && about !== undoable?.id) this.#unsaved.delete(about);
      this.#changed();
    } else if (broadcast.type === 'rules') this.#slow.length = 0;
  }

  /** Notices that the extension was updated under this page, without having to send anything. */
  checkAlive(): void {
    if (this.orphaned || this.#link.alive()) return;
    this.orphaned = true;
    this.#changed();
  }

  clearFault(): void {
    this.fault = null;
  }

  async #write(
    writing: 'finish' | 'undo',
    about: string,
    make: (id: string, profile: string) => Intent,
  ): Promise<boolean> {
    const profile = this.desk?.profile.id;
    if (profile === undefined || this.writing !== null || this.orphaned) return false;
    const intent = make(this.#unsaved.get(about)?.id ?? newEntryId(randomBytes), profile);
    this.#unsaved.set(about, intent);
    this.writing = writing;
    this.fault = null;
    this.#changed();
    const answer = await this.#link.request('record', { intent });
    this.writing = null;
    if (answer.ok) {
      this.#unsaved.delete(about);
      this.desk = answer.value.desk;
    } else {
      const { code } = answer.error;
      this.#fail(code);
      // It is waiting to be saved only while something can come of it yet.
      if (code !== 'unreachable' && !ALWAYS_SAID.has(code)) this.#unsaved.delete(about);
      if (code === 'no-session' && intent.kind === 'finish') this.#letGo(intent.sessionId);
    }
    this.#changed();
    return answer.ok;
  }

  /** The background knows this citizen no more: the question about them could never be answered. */
  #letGo(sessionId: string): void {
    if (this.desk?.session?.id === sessionId) this.desk = { ...this.desk, session: null };
    if (this.desk?.finish?.sessionId === sessionId) this.desk = { ...this.desk, finish: null };
  }

  /** True if it was heard. */
  async #tell<T extends 'see' | 'waiting' | 'press' | 'settle'>(
    type: T,
    body: DeskRequests[T]['body'],
  ): Promise<boolean> {
    const desk = await this.#ask(type, body);
    if (desk !== null) this.desk = desk;
    this.#changed();
    return desk !== null;
  }

  /** One request whose failure is either said in one sentence or, where nothing was lost, not at all. */
  async #ask<T extends keyof DeskRequests>(
    type: T,
    body: DeskRequests[T]['body'],
  ): Promise<DeskRequests[T]['value'] | null> {
    const answer = await this.#link.request(type, body);
    if (answer.ok) return answer.value;
    const { code } = answer.error;
    if (code === 'not-allowed' && type === 'open') this.unwanted = true;
    if (ASKED.has(type) || ALWAYS_SAID.has(code)) this.#fail(code);
    this.#changed();
    return null;
  }

  #fail(code: LinkError['code']): void {
    if (code === 'orphaned') this.orphaned = true;
    // Said by the orphan sentence, which stays.
    this.fault = this.orphaned ? null : (FAULTS[code] ?? 'faultInternal');
  }
}

/** A page whose dossiers the background is told of. */
export function isOfDesk({ kind }: Pick<PageReading, 'kind'>): boolean {
  return TOLD_KINDS.includes(kind);
}

/** Rows without a code are nobody's: the background could not tell which dossier they are about. */
function byCode(rows: readonly PageFacts[]): ReadonlyMap<string, PageFacts> {
  const coded = rows.slice(0, MOST_ROWS).flatMap((row) => (row.code === undefined ? [] : [[row.code, row] as const]));
  return new Map(coded);
}

/** Most rows are the very same as before; those that were read again may still say the same. */
function isSame(told: PageFacts | undefined, row: PageFacts): boolean {
  return told === row || JSON.stringify(seenOf(told ?? null)) === JSON.stringify(seenFacts(row));
}

function seenOf(facts: PageFacts | null): SeenFacts | null {
  return facts === null ? null : seenFacts(facts);
}

/** Tells one event from another, however often it is sent. */
function once(): { id: string } {
  return { id: newEntryId(randomBytes) };
}

function randomBytes(length: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(length));
}
