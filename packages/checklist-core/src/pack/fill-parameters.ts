import type { LocalizedText } from '../text/localized-text.ts';
import type { Condition, WrittenCondition } from './condition.ts';
import type { Cue, Pack } from './pack.ts';
import { faultAt, type PackFault, type PathPart } from './pack-fault.ts';
import type { WrittenCue, WrittenPack } from './written-pack.ts';

export type Filled =
  | { readonly ok: true; readonly pack: Pack }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** A place for a parameter, or what was meant as one: anything in braces. */
const PLACEHOLDER = /\{[^{}]*\}/g;

/**
 * The pack with the value of every parameter in its place: `{reply-hours}` in the texts of cues, `"param"` in their
 * conditions. Rules are quotations, so braces in them stay as they are. Fails on a name that is no parameter.
 */
export function fillParameters(written: WrittenPack): Filled {
  const { params = [], cues, ...rest } = written;
  const filling = new Filling(new Map(params.map((param) => [param.id, param.default])));
  const filled = cues.map((cue, index) => filling.cue(cue, ['cues', index]));
  if (filling.faults.length > 0) return { ok: false, faults: filling.faults };
  return { ok: true, pack: { ...rest, cues: filled } };
}

/** The ids of the parameters that a cue names. */
export function parametersIn(cue: WrittenCue): readonly string[] {
  const filling = new Filling(new Map());
  filling.cue(cue, []);
  return filling.asked;
}

class Filling {
  readonly faults: PackFault[] = [];
  readonly asked: string[] = [];
  readonly #values: ReadonlyMap<string, number>;

  constructor(values: ReadonlyMap<string, number>) {
    this.#values = values;
  }

  cue({ when, ...cue }: WrittenCue, path: readonly PathPart[]): Cue {
    const text = this.#text(cue.text, [...path, 'text']);
    return when === undefined ? { ...cue, text } : { ...cue, text, when: this.#condition(when, [...path, 'when']) };
  }

  #text(text: LocalizedText, path: readonly PathPart[]): LocalizedText {
    const filled = Object.entries(text).map(([language, words]) => [
      language,
      words.replace(PLACEHOLDER, (found) => this.#placeholder(found, [...path, language])),
    ]);
    return Object.fromEntries(filled);
  }

  #placeholder(found: string, path: readonly PathPart[]): string {
    if (/^\{[a-z0-9-]+\}$/.test(found)) return String(this.#value(found.slice(1, -1), path));
    this.faults.push(faultAt(path, 'placeholder-form', { found }));
    return found;
  }

  #condition(condition: WrittenCondition, path: readonly PathPart[]): Condition {
    if ('of' in condition) {
      return condition.op === 'not'
        ? { op: 'not', of: this.#condition(condition.of, [...path, 'of']) }
        : { op: condition.op, of: condition.of.map((part, at) => this.#condition(part, [...path, 'of', at])) };
    }
    if (!('param' in condition)) return condition;
    const { op, fact, param } = condition;
    return { op, fact, value: this.#value(param, [...path, 'param']) };
  }

  #value(id: string, path: readonly PathPart[]): number {
    this.asked.push(id);
    const value = this.#values.get(id);
    if (value === undefined) this.faults.push(faultAt(path, 'no-param', { id }));
    return value ?? 0;
  }
}
