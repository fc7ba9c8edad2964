import { folded } from './folded.ts';
import type { PortalProfile } from './portal-profile.ts';
import { NEED_COLON, spelled, VOCABULARY } from './vocabulary.ts';

/** Labels that say nothing of a dossier by themselves. */
const MUTE = new Set(['mixed', 'never', 'prose']);
/** A page that shows so many different facts is worth reading. */
const ENOUGH = 2;

/**
 * As the reader's own, but with anything around it: where the text of a whole page is taken in one piece, the cells of a
 * table touch each other.
 */
const LOOSE_CODE = /[a-y]\d{2}(?:\.\d{1,3}){0,4} ?[-\u2010-\u2015\u2212] ?\d{6} ?[-\u2010-\u2015\u2212] ?\d{4}/;

/**
 * The source of a regular expression over folded text that finds the labels of dossiers, one group for each fact: made
 * once for a site, so that who runs in every page of it needs no vocabulary.
 */
export function pageMarks(profile: PortalProfile | null): string {
  const weak = new Set(spelled(NEED_COLON));
  const keys = [...new Set([...Object.keys(VOCABULARY), ...Object.keys(profile?.labels ?? {})])];
  const facts = keys
    .filter((key) => !MUTE.has(key))
    .map((key) => textsOf(key, profile).filter((text) => !weak.has(text)));
  return facts.flatMap((texts) => (texts.length === 0 ? [] : `(${shortest(texts).map(literal).join('|')})`)).join('|');
}

/** Whether a page is worth reading by its folded text: a dossier's code, or the labels of two different facts. */
export function isWorthReading(text: string, marks: RegExp): boolean {
  if (LOOSE_CODE.test(text)) return true;
  const facts = new Set<number>();
  for (const [, ...groups] of text.matchAll(marks)) {
    facts.add(groups.findIndex((group) => group !== undefined));
    if (facts.size >= ENOUGH) return true;
  }
  return false;
}

function textsOf(key: string, profile: PortalProfile | null): readonly string[] {
  const own: Readonly<Record<string, string | undefined>> = VOCABULARY;
  const added: Readonly<Record<string, readonly string[] | undefined>> = profile?.labels ?? {};
  return [...spelled(own[key] ?? ''), ...(added[key] ?? []).map(folded)].filter((text) => text !== '');
}

/** Whoever finds the shorter of two texts has found the longer one. */
function shortest(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
    .filter((text, _, all) => !all.some((other) => other !== text && text.includes(other)))
    .sort();
}

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/ ?\/ ?/g, ' ?/ ?');
}
