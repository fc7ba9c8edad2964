import { type Aside, asideAt, standsIn } from './asides.ts';
import { ownBox } from './boxed-list.ts';
import { codesIn, dateIn, type FactSheet, LONELY, PROMINENT } from './fact-sheet.ts';
import { type Fields, fieldPlace, fieldsOf, floatingOver, labelOf } from './field-place.ts';
import { folded } from './folded.ts';
import { dossierCodes, isDossierCode } from './grammar/dossier-code.ts';
import type { Label, LabelFact, Labelled } from './labels.ts';
import type { Lexicon } from './lexicon.ts';
import type { PageNode } from './page-node.ts';
import { type Line, SEAM } from './page-scan.ts';
import { isCell } from './page-table.ts';
import { remembered } from './remembered.ts';
import { isInside, type ValuePlace, valuePlace } from './value-place.ts';

/** Lines of a page and what is being read of them. */
export interface Reading {
  readonly lines: readonly Line[];
  readonly sheet: FactSheet;
  /** Whether inputs somebody may be typing in count; they do only on the form that makes the dossier. */
  readonly drafts: boolean;
  /** Lines that hold a label or the value of one, and what that label announces. */
  readonly taken: Map<number, LabelFact>;
  /** Lines that are about another dossier. */
  readonly apart: Set<number>;
  /** Lines behind whose label a code was read. */
  readonly codes: number[];
  /** The box of another dossier's code, once one was met. */
  other: PageNode | null;
  /** The part of the page that tells of something else, once its title was met. */
  aside: Aside | null;
  /** The code of the page's title, which no label announces, and whether the title says that it is about this dossier. */
  readonly headed: string | undefined;
  readonly titled: boolean;
  readonly fields: Fields;
}

const HEADING = /^h[1-4]$/;
/** Facts of the dossier itself, not of a step of it. */
const OWN_FACTS: ReadonlySet<LabelFact | undefined> = new Set([
  'code',
  'mixed',
  'received',
  'due',
  'newDue',
  'term',
  'status',
]);
/** So few lines behind what names the dossier its badges stand. */
const NEAR_NAME = 5;
const CLOCK = /^\d{1,2}[:h]\d{2}(?::\d{2})?$/;

/** Reads labels and their values, line by line: those of a page, of a dialog or of a cell. */
export class LineReader {
  readonly #lexicon: Lexicon;
  readonly #codesIn = remembered(codesIn);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Reads lines that are about one dossier, a line at a step. `drafts`: what is being typed counts, too. */
  *read(lines: readonly Line[], drafts: boolean): Generator<void, Reading> {
    const reading = {
      ...newReading(lines, this.#lexicon.newSheet(), drafts),
      ...headedCode(lines, this.#lexicon.known.patterns.ownTitle),
    };
    const { sheet, taken } = reading;
    for (const [i, line] of lines.entries()) {
      this.#enterAside(line, i, reading);
      if (standsIn(line, reading.aside) === 'another') {
        taken.set(i, 'never');
        sheet.rejections?.elsewhere(this.#lexicon.find(line));
      } else if (this.#isAnothers(line, reading)) reading.apart.add(i);
      else this.#readLabelsOf(line, i, reading);
      yield;
    }
    yield* this.#readUnlabelled(reading);
    return reading;
  }

  /** What no label announces: the dossier's code and procedure, and what stands as badges beside them. */
  *#readUnlabelled({ lines, sheet, taken, apart }: Reading): Generator<void> {
    const { ownTitle } = this.#lexicon.known.patterns;
    let name = -NEAR_NAME;
    for (const [i, line] of lines.entries()) {
      if (taken.has(i) || line.ink !== 'print' || line.place !== 'text') continue;
      if (!apart.has(i)) sheet.addPostponed(line, lines[i + 1]);
      const names = sheet.addLonely(line, isHeading(line) ? PROMINENT : LONELY);
      if (names || ownTitle.test(line.folded)) name = i;
      // Below another dossier's code all is the other's.
      else if (dossierCodes(line.text).length > 0) name = Number.NEGATIVE_INFINITY;
      else if (i - name < NEAR_NAME && line.block.tag !== 'li' && isNear(line, lines[name])) sheet.addBadges(line);
      // Below a step it is the step's, elsewhere somebody's: only right below a line of the dossier it is the dossier's.
      const isBelow = OWN_FACTS.has(taken.get(i - 1)) && lines[i - 1]?.block.parent === line.block.parent;
      if (isBelow && !isHeading(line)) sheet.addDueText(line.text);
      yield;
    }
  }

  /** Reads the labels of lines, as of a cell, into a sheet; answers which of the lines hold a label or the value of one. */
  readLabels(lines: readonly Line[], sheet: FactSheet): ReadonlyMap<number, LabelFact> {
    const reading = newReading(lines, sheet, false);
    lines.forEach((line, i) => {
      this.#readLabelsOf(line, i, reading);
    });
    return reading.taken;
  }

  #readLabelsOf(line: Line, i: number, reading: Reading): void {
    if (line.ink === 'print') this.#readLine(line, i, reading);
    else this.#readField(line, i, reading);
  }

  /**
   * A title stands over its own part of the page, as far as that holds no code of the dossier, on a form without one over
   * its box. What is about another thing may begin with a title side by side with the dossier's own.
   */
  #enterAside(line: Line, i: number, reading: Reading): void {
    reading.aside = asideAt(reading.lines, i, reading.aside, this.#lexicon.known.patterns, (of) => {
      const named = namedBy(ownCode(reading), reading);
      if (named.length === 0 && !reading.drafts) return null;
      const next = reading.lines[i + 1]?.first;
      let box: PageNode | null = named.length > 0 ? ownBox(line.first, named) : line.block;
      while (of === 'another' && box && next && !isInside(next, box)) box = box.parent;
      // A title above the dossier's own name, or a form's first, is the page's.
      const [own] = named;
      const isPages =
        own === undefined
          ? isHeading(line) && !reading.lines.slice(0, i).some(isHeading)
          : box !== null && isInside(own.first, box) && reading.lines.indexOf(own) > i;
      return of === 'another' && isPages ? null : box;
    });
  }

  /** Below another dossier's code all is the other's, as far as the box of that code reaches; notes the box of such a code. */
  #isAnothers(line: Line, reading: Reading): boolean {
    const { other } = reading;
    if (other !== null && isInside(line.first, other)) return true;
    const own = ownCode(reading);
    const names = own !== undefined && this.#codesIn(line.text).some((code) => code !== own);
    // A label and nothing but its code, or a label whose value is another's besides.
    if (!names || this.#lexicon.find(line).some(({ weak, value }) => !weak || isDossierCode(value))) return false;
    reading.other = ownBox(line.first, namedBy(own, reading));
    return true;
  }

  #readLine(line: Line, i: number, reading: Reading): void {
    const { lines, sheet, taken, codes } = reading;
    if (line.place !== 'text' || taken.has(i)) return;
    const found = this.#lexicon.find(line);
    // What stands behind a code that no label announces is that dossier's, whichever it is.
    const [named] = found.length > 0 && !found.some(({ label }) => isCode(label)) ? dossierCodes(line.text) : [];
    const another = named !== undefined;
    // A warning that names another dossier, and its day.
    const own = ownCode(reading);
    if (another && own !== undefined && named !== own && standsBefore(found, named, line)) return;
    const isOfStep = standsIn(line, reading.aside) === 'step';
    const foreign = another && lines.some(({ text }) => this.#codesIn(text).some((code) => code !== named));
    for (const { label: said, value, weak: common, told } of found) {
      const label = isOfStep ? ofStep(said) : said;
      if (label === null || (told && foreign)) continue;
      const weak = common || another;
      if (!weak) taken.set(i, label.fact);
      if (value === '') this.#readBeside(label, i, reading, weak);
      else if (
        !isCutOff(line) &&
        sheet.add(label, value, { relation: found.length > 1 ? 'sentence' : 'same-line', ink: 'print', weak })
      ) {
        taken.set(i, label.fact);
        if (label.fact === 'code') codes.push(i);
      }
    }
  }

  /** An input that says its own label. */
  #readField(line: Line, i: number, { sheet, taken, drafts }: Reading): void {
    const label = taken.has(i)
      ? null
      : this.#lexicon.labels.header(folded(line.block.attribute('aria-label') ?? labelOf(line.block)));
    if (label === null || isCutOff(line)) return;
    taken.set(i, label.fact);
    if (line.ink === 'fixed' || drafts) sheet.add(label, line.text, { relation: 'field', ink: line.ink });
    else sheet.rejections?.draft(label, 'field');
  }

  /** The value of a label alone: in the input that belongs to it, or in the place right behind it. */
  #readBeside(label: Label, i: number, reading: Reading, weak: boolean): void {
    const { lines, sheet, drafts, taken, codes } = reading;
    const beside = fieldPlace(lines[i], reading.fields) ?? valuePlace(lines, i) ?? floatingOver(lines, i, taken);
    const place = beside === null ? null : withoutEmptyFields(lines, beside);
    const line = place === null ? undefined : lines[place.from];
    if (line && isCutOff(line)) return;
    if (label.prose && place !== null) for (let at = place.from; at < place.to; at += 1) taken.set(at, label.fact);
    if (place === null || line === undefined || (line.ink === 'print' && this.#beginsLabel(line))) {
      if (!weak) sheet.add(label, '', { relation: 'beside', ink: 'print' });
      return;
    }
    const stand = { relation: line.ink === 'print' ? ('beside' as const) : ('field' as const), ink: line.ink, weak };
    if (!weak) taken.set(place.from, label.fact);
    if (line.ink === 'draft' && !drafts) {
      if (!weak) sheet.rejections?.draft(label, stand.relation);
    } else if (sheet.add(label, withClock(lines, place), stand)) {
      taken.set(i, label.fact).set(place.from, label.fact);
      if (label.fact === 'code') codes.push(i);
    }
    if (label.fact === 'due') this.#readMoved(label, line, lines[place.to], sheet);
    const below = place.from + 1 < place.to && label.fact === 'due' ? lines[place.from + 1] : undefined;
    if (below === undefined) return;
    const under = { ...stand, ink: below.ink };
    sheet.add({ ...label, fact: 'dueText' }, below.text, { ...under, weak: true });
    // One of two days in one place was struck out, or holds no longer: nobody knows which.
    if (!taken.has(place.from + 1) && dateIn(below.text, this.#lexicon.known.patterns) !== null)
      sheet.add(label, below.text, under);
  }

  /** A table of what was before and what is now has two days in the row of one label: nobody knows which holds. */
  #readMoved(label: Label, value: Line, next: Line | undefined, sheet: FactSheet): void {
    if (
      next?.block.parent !== value.block.parent ||
      !isCell(next.block) ||
      dateIn(next.text, this.#lexicon.known.patterns) === null ||
      this.#lexicon.find(next).length > 0
    )
      return;
    sheet.add(label, next.text, { relation: 'beside', ink: next.ink });
  }

  #beginsLabel(line: Line): boolean {
    return this.#lexicon.find(line).some(({ weak }) => !weak);
  }
}

function newReading(lines: readonly Line[], sheet: FactSheet, drafts: boolean): Reading {
  return {
    lines,
    sheet,
    drafts,
    taken: new Map(),
    apart: new Set(),
    codes: [],
    other: null,
    aside: null,
    headed: undefined,
    titled: false,
    fields: fieldsOf(lines),
  };
}

/** The lines that name the dossier of this code: behind a label, or as a heading. */
function namedBy(own: string | undefined, { lines, codes }: Reading): readonly Line[] {
  return lines.filter(
    (line, at) => codes.includes(at) || (own !== undefined && isHeading(line) && line.text.includes(own)),
  );
}

/** Before the first label of its line. */
function standsBefore([label]: readonly Labelled[], code: string, { text, folded: words }: Line): boolean {
  return label !== undefined && text.toUpperCase().indexOf(code) < words.indexOf(label.label.text);
}

/** What a label announces where a step is told of; null: nothing of the dossier. */
function ofStep(label: Label): Label | null {
  if (label.fact === 'due') return { ...label, fact: 'stepDue' };
  return (OWN_FACTS.has(label.fact) && !isCode(label)) || label.fact === 'dueText' ? null : label;
}

/** All of it: words for listeners may stand before what is seen, behind it, or on both sides. */
function isCutOff({ first, last }: Line): boolean {
  let around = first;
  while (!isInside(last, around)) around = around.parent ?? last;
  return first.cutOff && last.cutOff && around.cutOff;
}

function isHeading({ block }: Line): boolean {
  return HEADING.test(block.tag);
}

/** The one code of the first heading that has any. */
function headedCode(lines: readonly Line[], ownTitle: RegExp): Pick<Reading, 'headed' | 'titled'> {
  const line = lines.find((one) => isHeading(one) && codesIn(one.text).length > 0);
  const [code, second] = codesIn(line?.text ?? '');
  if (line === undefined || code === undefined || second !== undefined) return { headed: undefined, titled: false };
  const [words = ''] = line.folded.replaceAll(SEAM, ' ').split(code.toLowerCase());
  return { headed: code, titled: ownTitle.test(words.trim()) };
}

/** The code of the dossier that the page is about, as far as it is known by now. */
function ownCode({ sheet, headed, titled }: Reading): string | undefined {
  return titled ? headed : (sheet.reads('code')[0]?.value ?? headed);
}

function isCode({ fact }: Label): boolean {
  return fact === 'code' || fact === 'mixed';
}

/** A select's own input is empty where the words chosen stand behind it. */
function withoutEmptyFields(lines: readonly Line[], { from, to }: ValuePlace): ValuePlace {
  let at = from;
  while (at + 1 < to && lines[at]?.text === '') at += 1;
  return { from: at, to };
}

/** The text of a place; a day and its hour may stand on two lines, either first. */
export function withClock(lines: readonly Line[], { from, to }: ValuePlace): string {
  const text = lines[from]?.text ?? '';
  const next = from + 1 < to ? (lines[from + 1]?.text ?? '') : '';
  return CLOCK.test(next) || (CLOCK.test(text) && next !== '') ? `${text} ${next}` : text;
}

/** In the box of a name or not far above it. */
function isNear({ first }: Line, name: Line | undefined): boolean {
  let box = name?.block;
  for (let up = 0; up < 3; up += 1) box = box?.parent ?? box;
  return box !== undefined && isInside(first, box);
}
