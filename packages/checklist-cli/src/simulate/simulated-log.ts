import { createHash, hash } from 'node:crypto';
import {
  HANDOVER_FORMAT,
  type HandoverHeader,
  type Period,
  type StatedConduct,
  statedConduct,
} from 'checklist-core/handover';
import {
  formatVerifierKey,
  type NoteSigner,
  newLogOrigin,
  signCheckpoint,
  signNote,
  verifierKeyOf,
} from 'checklist-core/journal';
import { type DeskHabits, drawHabits, rulesOfCue, type SimulatedEntry, simulateDay } from './desk-day.ts';
import { LeafTree } from './leaf-tree.ts';
import { SeededRandom } from './seeded-random.ts';
import { seededSigner } from './seeded-signer.ts';

/** The working days of one reporting period. */
export interface SimulatedPeriod {
  readonly period: Period;
  readonly days: readonly string[];
}

/** One finished file, and the head it ends with. */
export interface SimulatedFile {
  readonly period: Period;
  readonly bytes: Buffer;
  readonly entries: number;
  /** Signed head at the end of the period. */
  readonly checkpoint: string;
}

/** Entries of one period while the later ones are still to come. */
interface Chapter {
  readonly period: Period;
  readonly from: number;
  readonly to: number;
  readonly lines: string;
  readonly stated: StatedConduct | null;
}

/**
 * The journal of one invented official over all periods, handed over period by period on the last day: each file proves
 * every head that this log gave away, and knows the newest. Every fourth official shares conduct line by line, the
 * others as sums. A class that stays closed gets a random digest, which nobody can tell from the digest of one that was
 * withheld, and costs nothing.
 */
export class SimulatedLog {
  readonly #random: SeededRandom;
  readonly #signer: NoteSigner;
  readonly #author: string;
  readonly #habits: DeskHabits;
  readonly #isLineByLine: boolean;
  readonly #tree = new LeafTree();
  readonly #leafInput = Buffer.alloc(1 + 187);

  /** @param official counted from 0. */
  constructor(seed: number, official: number) {
    this.#random = new SeededRandom(`checklist-simulate/1 ${seed} ${official}`);
    const origin = newLogOrigin((length) => this.#random.bytes(length));
    this.#signer = seededSigner(origin, this.#random);
    this.#author = this.#random.text(16);
    this.#habits = drawHabits(this.#random);
    this.#isLineByLine = official % 4 === 3;
  }

  /** Writes the journal and gives its files, in the order of the periods. */
  async *files(periods: readonly SimulatedPeriod[]): AsyncGenerator<SimulatedFile> {
    const chapters = periods.map((each) => this.#chapter(each));
    const heads = await Promise.all(chapters.map(({ to }) => this.#head(to)));
    for (const [index, chapter] of chapters.entries()) {
      const later = index + 1 < heads.length ? (heads.at(-1) ?? null) : null;
      const checkpoint = heads[index] ?? '';
      const others = chapters.map(({ to }) => to).filter((to) => to !== chapter.to);
      const bytes = await this.#fileOf(chapter, others, checkpoint, later);
      yield { period: chapter.period, bytes, entries: chapter.to - chapter.from, checkpoint };
    }
  }

  #chapter({ period, days }: SimulatedPeriod): Chapter {
    const from = this.#tree.size;
    const entries = days.flatMap((day) => simulateDay(day, this.#habits, this.#random));
    const lines = entries.map((entry) => this.#lineOf(entry)).join('');
    const stated = this.#isLineByLine ? null : statedConduct(entries, period, rulesOfCue);
    return { period, from, to: this.#tree.size, lines, stated };
  }

  /** Appends the leaf of an entry and gives its line. */
  #lineOf({ id, service, conduct }: SimulatedEntry): string {
    const random = this.#random;
    const open: string[] = [];
    const digest = (name: 's' | 'c', part: object | null): string => {
      if (part === null || (name === 'c' && !this.#isLineByLine)) return random.text(32);
      const disclosure = Buffer.from(JSON.stringify([random.text(16), name, part])).toString('base64url');
      open.push(disclosure);
      return hash('sha256', disclosure, 'base64url');
    };
    const s = digest('s', service);
    const leaf = `{"c":"${digest('c', conduct)}","id":"${id}","p":"${random.text(32)}","s":"${s}","v":1}`;
    this.#leafInput.write(leaf, 1, 'latin1');
    const leafHash = hash('sha256', this.#leafInput, 'buffer');
    const n = this.#tree.size;
    this.#tree.append(leafHash);
    return `{"h":"${leafHash.toString('base64')}","leaf":${leaf},"n":${n},"open":${JSON.stringify(open)}}\n`;
  }

  #head(size: number): Promise<string> {
    const checkpoint = { origin: this.#signer.name, size, root: Uint8Array.from(this.#tree.root(size)) };
    return signCheckpoint(checkpoint, this.#signer);
  }

  async #fileOf(
    chapter: Chapter,
    otherHeads: readonly number[],
    checkpoint: string,
    later: string | null,
  ): Promise<Buffer> {
    const header: HandoverHeader = {
      format: HANDOVER_FORMAT,
      origin: this.#signer.name,
      key: formatVerifierKey(verifierKeyOf(this.#signer.name, this.#signer.publicKey)),
      author: this.#author,
      name: null,
      period: chapter.period,
      before: this.#tree.range(chapter.from),
      stated: chapter.stated,
      later,
    };
    const proofs = otherHeads.map((size) => this.#proofLine(Math.min(size, chapter.to), Math.max(size, chapter.to)));
    const body = Buffer.from(`${JSON.stringify(header)}\n${proofs.join('')}${chapter.lines}`);
    const digest = createHash('sha256').update(body).digest('base64');
    const file = await signNote(`${HANDOVER_FORMAT}\n${this.#signer.name}\n${digest}\n`, this.#signer);
    return Buffer.concat([body, Buffer.from(`${JSON.stringify({ checkpoint, file })}\n`)]);
  }

  #proofLine(from: number, to: number): string {
    const hashes = this.#tree.consistency(from, to).map((each) => each.toString('base64'));
    return `${JSON.stringify({ proof: { from, to, hashes } })}\n`;
  }
}
