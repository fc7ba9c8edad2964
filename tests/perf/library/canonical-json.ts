import canonicalize from 'canonicalize';
// The writer is no part of the library's doors: nobody else has lines of this shape.
import { spellLeaf } from '../../../packages/checklist-core/src/handover/handover-lines.ts';
import { contest, type Standing } from './contest.ts';

const LINES = 2_000;
const digest = (seed: number): string => String(seed).padEnd(42, 'x').concat('A');
const lines = Array.from({ length: LINES }, (_, n) => ({
  h: `${digest(n)}=`,
  leaf: {
    c: digest(n + 1),
    id: String(n).padEnd(21, 'x').concat('A'),
    p: digest(n + 2),
    s: digest(n + 3),
    v: 1 as const,
  },
  n,
  open: ['W'.repeat(300)],
}));

/** Spelling the lines of a hand-over: its own fixed-shape writer against the library it is byte-equal to. */
export async function canonicalJsonBench(): Promise<Standing[]> {
  const differing = lines.find((line) => spellLeaf(line) !== canonicalize(line));
  if (differing !== undefined) throw new Error(`line ${differing.n} is spelt differently`);
  const sum = (spell: (line: (typeof lines)[number]) => string | undefined): number =>
    lines.reduce((total, line) => total + (spell(line)?.length ?? 0), 0);
  return contest('spell a line of a hand-over', { name: 'checklist-core', run: () => sum(spellLeaf), units: LINES }, [
    { name: 'canonicalize 4.0.0', run: () => sum(canonicalize), units: LINES, wanted: 4 },
  ]);
}
