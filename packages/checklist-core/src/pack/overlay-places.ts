import type { PackOverlay } from './overlay.ts';
import type { PackFault } from './pack-fault.ts';
import type { WrittenPack } from './written-pack.ts';

const LISTS = ['sources', 'facts', 'params', 'groups', 'rules', 'pausePoints', 'cues'] as const;
type List = (typeof LISTS)[number];

/** Faults of the result, led back to the lines of the overlay that made them as far as that can be said. */
export function overlayPlaces(
  faults: readonly PackFault[],
  result: WrittenPack,
  overlay: PackOverlay,
): readonly PackFault[] {
  return faults.map((fault) => {
    const path = pathInOverlay(fault.path, result, overlay);
    if (path !== null) return { ...fault, path };
    const at = namedPath(fault.path, result);
    const message = `in the resulting pack, at ${at}: ${fault.message}`;
    return { ...fault, path: '', message, values: { ...fault.values, inResult: at } };
  });
}

function pathInOverlay(path: string, result: WrittenPack, overlay: PackOverlay): string | null {
  const [, list = '', index = '', ...rest] = path.split('/');
  if (!isList(list)) return list in overlay ? path : null;
  const name = nameAt(result, list, Number(index));
  const added = (overlay.add?.[list] ?? []).findIndex((one) => nameOf(one) === name);
  if (added >= 0) return ['', 'add', list, added, ...rest].join('/');
  if (list !== 'cues' && list !== 'pausePoints') return null;
  const altered = (overlay.alter?.[list] ?? []).findIndex(({ id }) => id === name);
  return altered < 0 || !touches(overlay, list, altered, rest[0])
    ? null
    : ['', 'alter', list, altered, ...rest].join('/');
}

/** A fault in a part of the cue that the overlay left alone is not to be found in the overlay. */
function touches({ alter }: PackOverlay, list: 'cues' | 'pausePoints', at: number, key: string | undefined): boolean {
  const change = alter?.[list]?.[at];
  return change !== undefined && (key === undefined || key in change);
}

/** `/cues/12/text` means little to someone who never saw the result: `/cues/finish-thank/text`. */
function namedPath(path: string, result: WrittenPack): string {
  const [, list = '', index = '', ...rest] = path.split('/');
  if (!isList(list) || index === '') return path === '' ? '/' : path;
  return ['', list, nameAt(result, list, Number(index)) ?? index, ...rest].join('/');
}

function isList(name: string): name is List {
  return LISTS.some((list) => list === name);
}

function nameAt(result: WrittenPack, list: List, index: number): string | null {
  const one = result[list]?.[index];
  return one === undefined ? null : nameOf(one);
}

function nameOf(one: { readonly id: string } | { readonly name: string }): string {
  return 'id' in one ? one.id : one.name;
}
