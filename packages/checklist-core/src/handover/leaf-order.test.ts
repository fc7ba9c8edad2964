import { describe, expect, it } from 'vitest';
import { FaultList } from './fault-list.ts';
import { LeafOrder, type OrderEnd } from './leaf-order.ts';

/*
 * What a line is: its index; `5a` is the same leaf as every other `a`, `5` a leaf of its own. `?` cannot be read, `-` is no
 * leaf line. The first line is line 2.
 */
const FIRST_LINE = 2;

function hashOf(name: string): Uint8Array {
  return Buffer.from(name.padEnd(32, '.'));
}

/** Kind and line of each fault in the order of leaves from `first`, signed up to `size`. */
function faultsIn(lines: string, first: number, end: Partial<OrderEnd> = {}): readonly string[] {
  const order = new LeafOrder(first);
  const marks = lines.split(' ');
  for (const [at, mark] of marks.entries()) {
    const line = FIRST_LINE + at;
    if (mark === '?') order.skip(line);
    else if (mark !== '-') {
      const [n = '', name = ''] = mark.split(/(?<=\d)(?=[a-z]|$)/);
      order.add(Number(n), line, hashOf(name === '' ? `own ${at}` : name));
    }
  }
  const faults = new FaultList();
  order.finish({ size: order.expected, line: FIRST_LINE + marks.length, rootHolds: false, ...end }, faults);
  return faults.sorted().map(({ kind, line }) => `${kind} ${line ?? '-'}`);
}

describe('a jump', () => {
  it('is a gap if the next line follows it, with lines between that cannot be read too', () => {
    expect(faultsIn('0 1 4 5 6', 0)).toEqual(['gap 4']);
    expect(faultsIn('0 1 4 ? 6 7', 0)).toEqual(['gap 4']);
    expect(faultsIn('0 1 4 ? ? 7', 0, { size: 8 })).toEqual(['gap 4']);
    expect(faultsIn('0 1 4 ? ?', 0, { size: 7 })).toEqual(['gap 4']);
  });

  it('is a stray if the next line goes on as if it were not there, with such lines too', () => {
    expect(faultsIn('0 1 9 2 3', 0)).toEqual(['foreign-leaf 4']);
    expect(faultsIn('0 1 9 ? 3 4', 0)).toEqual(['foreign-leaf 4']);
    expect(faultsIn('0 1 9 ? 4 5', 0)).toEqual(['foreign-leaf 4']);
    expect(faultsIn('0 1 9 ?', 0, { size: 3 })).toEqual(['foreign-leaf 4']);
  });

  it('over a gap is in place: the leaf may have stood before', () => {
    expect(faultsIn('0 1a 4a 5', 0)).toEqual(['duplicate 4', 'gap 4']);
  });
});

describe('strays', () => {
  it('that are one leaf are both listed more than once', () => {
    expect(faultsIn('5 0a 0a 6', 5)).toEqual(['duplicate 3', 'duplicate 4']);
    expect(faultsIn('5 0a 6a 7', 5)).toEqual(['duplicate 3']);
    expect(faultsIn('5a 0a 6a 7', 5)).toEqual(['duplicate 3', 'duplicate 4']);
  });

  it('are judged alike in any order', () => {
    // Leaf 1 was exchanged for a foreign one and stands further on, twice claimed.
    expect(faultsIn('0 9 2 3 1 4 1 5', 0)).toEqual(['foreign-leaf 3', 'reorder 6', 'reorder 8']);
    expect(faultsIn('0 1 5 6 2 4 3 7', 0)).toEqual(['reorder 6', 'reorder 7', 'reorder 8']);
    expect(faultsIn('0 1 6 7 3', 0)).toEqual(['gap 4', 'reorder 6']);
  });
});

describe('more leaves than were signed', () => {
  it('are named at the first line too many, if nothing else is wrong', () => {
    expect(faultsIn('3 4 5 6', 3, { size: 5 })).toEqual(['foreign-leaf 4']);
    expect(faultsIn('3 4 5 6', 3, { size: 1 })).toEqual(['foreign-leaf 2']);
    expect(faultsIn('3 4 - 5 6', 3, { size: 5 })).toEqual(['foreign-leaf -']);
    expect(faultsIn('3 4 8 9', 3, { size: 5 })).toEqual(['gap 4', 'foreign-leaf -']);
  });
});

describe('indices that were changed under a root that holds', () => {
  it('are named each, and no line after one that cannot be read', () => {
    expect(faultsIn('3 9 5 6', 3, { rootHolds: true })).toEqual(['edit 3']);
    expect(faultsIn('3 ? 4 5', 3, { rootHolds: true })).toEqual([]);
  });
});

describe('more gaps than are kept', () => {
  it('are gaps all the same', () => {
    const pairs = Array.from({ length: 500 }, (_, at) => `${5 * at + 1} ${5 * at + 2}`).join(' ');
    const kinds = faultsIn(pairs, 0).map((fault) => fault.split(' ')[0]);
    expect(kinds).toHaveLength(100);
    expect(new Set(kinds)).toEqual(new Set(['gap']));
  });
});
