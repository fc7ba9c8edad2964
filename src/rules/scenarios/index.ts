import type { Scenario } from '../scenario.ts';
import birth from './birth-goes-well.json' with { type: 'json' };
import marriage from './marriage-slow-network.json' with { type: 'json' };

/**
 * The scenarios that ship. The assertion is needed because an imported JSON file has `string` where the type has
 * words; the test beside this file checks every word.
 */
export const scenarios = [birth, marriage] as readonly Scenario[];
