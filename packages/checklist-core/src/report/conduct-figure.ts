import type { NoteCode } from './note-code.ts';
import type { ConductFigure } from './report.ts';
import { wilson } from './wilson.ts';

/** Below it a proportion is marked. */
const FEW = 30;

/** What must be said beside a proportion of `hits` in `n`. */
export function shareNotes(hits: number, n: number): NoteCode[] {
  if (n >= FEW) return [];
  return hits === n && n > 0 ? ['ceiling', 'low-n'] : ['low-n'];
}

/** How often something was kept; null without an occasion. */
export function conductFigure(missed: number, of: number): ConductFigure | null {
  const kept = wilson(of - missed, of);
  return kept === null ? null : { missed, of, kept, notes: shareNotes(of - missed, of) };
}
