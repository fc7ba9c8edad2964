import type { LabelFact } from './labels.ts';
import type { PageNode } from './page-node.ts';
import type { Line } from './page-scan.ts';
import { isInside, type ValuePlace } from './value-place.ts';

/**
 * Lines of inputs by the id that a `<label for>` names (`#…`), and by the id of the text that labels them (`@…`). Null: an id
 * that stands twice tells nobody's input, and one of the two may be the applicant's.
 */
export type Fields = ReadonlyMap<string, number | null>;

const NO_FIELDS: Fields = new Map();

/** The inputs among lines, by the ids they go by. */
export function fieldsOf(lines: readonly Line[]): Fields {
  if (lines.every(({ ink }) => ink === 'print')) return NO_FIELDS;
  const fields = new Map<string, number | null>();
  const learn = (name: string, i: number) => fields.set(name, fields.has(name) ? null : i);
  lines.forEach(({ ink, place, block }, i) => {
    if (ink === 'print' || place === 'menu') return;
    learn(`#${block.attribute('id')}`, i);
    for (const id of block.attribute('aria-labelledby')?.split(' ') ?? []) learn(`@${id}`, i);
  });
  return fields;
}

/** The input that names the label's element as its label, or that the label names as its own. */
export function fieldPlace(label: Line | undefined, fields: Fields): ValuePlace | null {
  if (fields.size === 0) return null;
  let node = label?.last.parent ?? null;
  for (let height = 0; node !== null && height < 3; height += 1, node = node.parent) {
    const named = node.tag === 'label' ? node.attribute('for') : null;
    const id = node.attribute('id');
    const from =
      (named === null ? undefined : fields.get(`#${named}`)) ?? (id === null ? undefined : fields.get(`@${id}`));
    if (from != null) return { from, to: from + 1 };
  }
  return null;
}

/** Material floats a label over its input from behind: the two alone in their box, and nothing beside them. */
export function floatingOver(
  lines: readonly Line[],
  i: number,
  taken: ReadonlyMap<number, LabelFact>,
): ValuePlace | null {
  const input = lines[i - 1];
  const label = lines[i];
  if (input === undefined || label === undefined || input.ink === 'print' || taken.has(i - 1)) return null;
  let box = input.block.parent;
  for (let height = 0; box !== null && height < 3 && !isInside(label.first, box); height += 1) box = box.parent;
  const others = [lines[i - 2], lines[i + 1]];
  if (box === null || !isInside(label.first, box)) return null;
  return others.some((other) => other !== undefined && isInside(other.first, box)) ? null : { from: i - 1, to: i };
}

/** The words of the label that names an input, also where a copy of it is drawn in its stead. */
export function labelOf(input: PageNode): string {
  const id = input.attribute('id');
  const label = id === null ? undefined : input.parent?.children.find((one) => one.attribute('for') === id);
  return label === undefined ? '' : textOf(label);
}

function textOf({ text, children }: PageNode): string {
  return text + children.map(textOf).join('');
}
