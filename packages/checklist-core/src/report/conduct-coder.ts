import type { ConductPart } from '../journal/entry.ts';
import type { Numbering } from './numbering.ts';
import type { TallyOptions } from './tally-options.ts';

/** What is counted: `rule:<id>`, `cue:<id>`, `pause:<id>`, `skipped`, `bypassed`. */
export type Subject = string;

export const SKIPPED: Subject = 'skipped';
export const BYPASSED: Subject = 'bypassed';

/** Lines that were coded are kept, so that equal ones are one object: far fewer kinds of lines are made than lines. */
const MAX_KEPT = 4096;

/** Bits of a code beside the subject's number. */
const MISSED = 1;
const BY_DAY = 2;
const SHIFT = 2;

/** One count that a conduct line makes. */
export interface CodedCount {
  readonly subject: number;
  /** Counted by day; else by half-month, which is enough for what is only shown over the whole period. */
  readonly byDay: boolean;
  readonly missed: boolean;
}

export function decode(code: number): CodedCount {
  return { subject: code >>> SHIFT, byDay: (code & BY_DAY) !== 0, missed: (code & MISSED) !== 0 };
}

interface CodedCue {
  readonly cue: number;
  /** Numbers of the rules it serves; null if that is not known. */
  readonly rules: readonly number[] | null;
}

/** Turns conduct lines into numbers, once per pack and name. */
export class ConductCoder {
  /** For each cue (by subject number) the rules that some pack says it serves. */
  readonly served = new Map<number, Set<number>>();
  readonly #options: TallyOptions;
  readonly #subjects: Numbering<Subject>;
  readonly #lines = new Map<string, Uint32Array>();
  readonly #packs = new Map<string, { rules: Map<string, number>; cues: Map<string, CodedCue> }>();

  constructor(options: TallyOptions, subjects: Numbering<Subject>) {
    this.#options = options;
    this.#subjects = subjects;
    // Hand-overs state these without a line that names them.
    for (const subject of [SKIPPED, BYPASSED]) subjects.numberOf(subject);
  }

  /** Number of a rule of a pack, under its present id. */
  ruleOf(pack: string, rule: string): number {
    return this.#subjects.numberOf(`rule:${this.#options.currentRule?.(pack, rule) ?? rule}`);
  }

  /**
   * The counts that a line makes. A skipped or bypassed confirmation counts as such and in no rate. Rules are counted
   * only if it is known of *every* cue shown which rules it serves: to drop just the lines with an unknown cue missed
   * would make the rates better than they are.
   */
  codesOf(pack: string, pausePoint: string, conduct: ConductPart): Uint32Array {
    const { rules, cues, missed, skipped, bypassed } = conduct;
    const line = `${pack} ${pausePoint} ${skipped} ${bypassed} ${rules.join()} ${cues.join()} ${missed.join()}`;
    const known = this.#lines.get(line);
    if (known !== undefined) return known;
    if (this.#lines.size >= MAX_KEPT) this.#lines.clear();
    const codes = this.#code(pack, pausePoint, conduct);
    this.#lines.set(line, codes);
    return codes;
  }

  #code(pack: string, pausePoint: string, conduct: ConductPart): Uint32Array {
    const bypassed = conduct.bypassed === true;
    const ways = [
      codeOf(this.#subjects.numberOf(SKIPPED), false, conduct.skipped),
      codeOf(this.#subjects.numberOf(BYPASSED), false, bypassed),
    ];
    if (conduct.skipped || bypassed) return Uint32Array.from(ways);
    const pause = codeOf(this.#subjects.numberOf(`pause:${pausePoint}`), false, conduct.missed.length > 0);
    return Uint32Array.from([...ways, pause, ...this.#cueCodes(pack, conduct), ...this.#ruleCodes(pack, conduct)]);
  }

  #cueCodes(pack: string, { cues, missed }: ConductPart): number[] {
    return cues.map((cue) => codeOf(this.#cueOf(pack, cue).cue, false, missed.includes(cue)));
  }

  #ruleCodes(pack: string, { rules, cues, missed }: ConductPart): number[] {
    const known = cues.every((cue) => this.#cueOf(pack, cue).rules !== null);
    if (!known) return [];
    const missedRules = new Set(missed.flatMap((cue) => this.#cueOf(pack, cue).rules ?? []));
    const asked = new Set(rules.map((rule) => this.#numberOfRule(pack, rule)));
    return [...asked].map((rule) => codeOf(rule, true, missedRules.has(rule)));
  }

  #numberOfRule(pack: string, rule: string): number {
    const { rules } = this.#known(pack);
    const known = rules.get(rule);
    if (known !== undefined) return known;
    const number = this.ruleOf(pack, rule);
    rules.set(rule, number);
    return number;
  }

  #cueOf(pack: string, cue: string): CodedCue {
    const { cues } = this.#known(pack);
    const known = cues.get(cue);
    if (known !== undefined) return known;
    const served = this.#options.rulesOfCue?.(pack, cue) ?? null;
    const number = this.#subjects.numberOf(`cue:${this.#options.currentCue?.(pack, cue) ?? cue}`);
    const coded = { cue: number, rules: served?.map((rule) => this.#numberOfRule(pack, rule)) ?? null };
    cues.set(cue, coded);
    const all = this.served.get(number) ?? new Set();
    this.served.set(number, all);
    for (const rule of coded.rules ?? []) all.add(rule);
    return coded;
  }

  #known(pack: string) {
    const known = this.#packs.get(pack);
    if (known !== undefined) return known;
    const fresh = { rules: new Map<string, number>(), cues: new Map<string, CodedCue>() };
    this.#packs.set(pack, fresh);
    return fresh;
  }
}

function codeOf(subject: number, byDay: boolean, missed: boolean): number {
  return ((subject << SHIFT) | (byDay ? BY_DAY : 0) | (missed ? MISSED : 0)) >>> 0;
}
