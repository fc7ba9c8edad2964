import type { Pack } from 'checklist-core';
import { createWorkingCalendar } from 'checklist-core/deadline';
import { nameIndex } from 'page-reader';
import type { KnownProcedure } from '../messages/requests.ts';
import { defaultPack, packById, parseShippedPacks, procedureSpellings, procedures, vnOffice } from '../rules/index.ts';

/*
 * The rules in force, compiled once a worker. They are data that ships; nothing here is state.
 */

/** The calendar's engine: every due time and every stamp of an entry is counted by it. */
export const calendar = createWorkingCalendar(vnOffice);

export const pack = defaultPack;
export const calendarData = vnOffice;
export { procedures };

/** `id@version`, as entries name a pack. */
export function labelOf({ id, version }: Pack): string {
  return `${id}@${version}`;
}

export const packLabel = labelOf(defaultPack);

/** The pack that a portal asks for; the default one where it asks for none, or for one that does not serve a desk. */
export function packOf(portal: { readonly pack?: string } | null, find: typeof packById = deskPackById): Pack {
  return (portal?.pack === undefined ? null : find(portal.pack)) ?? defaultPack;
}

/** A pack that asks at the finish: without it nobody at the desk would be asked anything. Null: there is none of this id. */
export function deskPackById(id: string): Pack | null {
  const found = packById(id);
  return found?.pausePoints.some((point) => point.id === 'finish' && point.asks) ? found : null;
}

/** Tells the ids of the rules that a cue serves, in whatever pack: entries of several packs stand in one journal. */
export function rulesByCue(): (cue: string) => readonly string[] {
  const cues = parseShippedPacks().packs.flatMap((each) => each.cues);
  return (cue) => cues.filter(({ id }) => id === cue).flatMap(({ serves }) => serves);
}

/** The procedures as the overlay knows them: it gets them anew on every page. */
export const knownProcedures: readonly KnownProcedure[] = procedures.map(({ code, name, otherNames, tone }) => ({
  code,
  name,
  tone,
  ...(otherNames === undefined ? {} : { otherNames }),
}));

const spellings = procedureSpellings(procedures);

/** Their names as the reader in a page looks them up. */
export const procedureNames = nameIndex(spellings);

const names = new Set(spellings.map(({ name }) => name));

/** Whether a text is, letter by letter, a name of the procedure table. */
export function isProcedureName(text: string): boolean {
  return names.has(text);
}
