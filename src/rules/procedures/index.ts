import type { LocalizedText } from 'checklist-core';
import type { Procedure } from '../procedure.ts';
import commune from './commune.json' with { type: 'json' };

/** A group of procedures: what a hand-over may say instead of the procedure. */
export interface ProcedureGroup {
  readonly id: string;
  readonly title: LocalizedText;
}

/**
 * The procedures a commune's one-stop desk sees most. The assertion is needed because an imported JSON file has
 * `string` where the type has words; the test beside this file checks every row.
 */
export const procedures = commune.procedures as readonly Procedure[];

export const procedureGroups: readonly ProcedureGroup[] = commune.groups;

/** Titles of the groups, by id. */
export const groupTitles: Readonly<Record<string, LocalizedText>> = Object.fromEntries(
  procedureGroups.map(({ id, title }) => [id, title]),
);
