import type { FactDeclaration } from 'checklist-core';
import facts from './house-facts.json' with { type: 'json' };

/**
 * What the extension can tell the conditions of packs: the outcome, tone and group of a dossier, whether it is late, and
 * whether the system is slow. The assertion is needed because an imported JSON file has `string` where the type has
 * words; the tests of the packs hold it to the library's own words.
 */
export const houseFacts = facts as readonly FactDeclaration[];
