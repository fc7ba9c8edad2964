import * as v from 'valibot';
import type { RestingRule, RuleName } from '../messages/requests.ts';
import { storage } from '../platform/browser.ts';
import { inTurn } from '../storage/turns.ts';

/*
 * Rules that were switched off because they took too long on a site, in `storage.local`: a host, a name of ours and a
 * time. Nothing of a page.
 */

const restingRules = v.array(
  v.object({ host: v.string(), rule: v.picklist(['read', 'rows']), ms: v.number(), at: v.number() }),
);

/** Most rules kept; the oldest go first, and work again. */
const MOST_RESTING = 50;

/** Every rule that rests somewhere, newest first. */
export async function readRestingRules(): Promise<readonly RestingRule[]> {
  const stored = v.safeParse(restingRules, (await storage.local.get('restingRules')).restingRules);
  return stored.success ? stored.output : [];
}

export function restRule(resting: RestingRule): Promise<void> {
  return change(resting, (others) => [resting, ...others].slice(0, MOST_RESTING));
}

/** Lets a rule work again on a host. */
export function wakeRule(host: string, rule: RuleName): Promise<void> {
  return change({ host, rule }, (others) => others);
}

function change(
  { host, rule }: Pick<RestingRule, 'host' | 'rule'>,
  keep: (others: readonly RestingRule[]) => readonly RestingRule[],
): Promise<void> {
  return inTurn('resting rules', async () => {
    const others = (await readRestingRules()).filter((each) => each.host !== host || each.rule !== rule);
    await storage.local.set({ restingRules: keep(others) });
  });
}
