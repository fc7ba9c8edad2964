import * as v from 'valibot';
import type { RestingRule, RuleName } from '../messages/requests.ts';
import { storage } from '../platform/browser.ts';
import { inTurn } from '../storage/turns.ts';

/*
 * Rules that were switched off because they took too long on a site, in `storage.local`: a host, a name of ours and a
 * time. Nothing of a page.
 */

const restingRules = v.array(
  v.object({
    host: v.string(),
    rule: v.picklist(['read', 'rows']),
    ms: v.number(),
    pages: v.number(),
    at: v.number(),
  }),
);

/** Most rules kept; the oldest go first, and work again. */
const MOST_RESTING = 50;

/** A page may be slow because the computer is busy; the third one in a day is slow by itself. */
const ENOUGH_PAGES = 3;
const DAY_MS = 86_400_000;

/** Every rule that came to rest on some page, newest first. */
export async function readRestingRules(): Promise<readonly RestingRule[]> {
  const stored = v.safeParse(restingRules, (await storage.local.get('restingRules')).restingRules);
  return stored.success ? stored.output : [];
}

/** The rules that rest on every page of a host. `now`: epoch ms. */
export async function restingOn(host: string, now: number): Promise<readonly RuleName[]> {
  const resting = await readRestingRules();
  return resting
    .filter((each) => each.host === host && each.pages >= ENOUGH_PAGES && isRecent(each, now))
    .map(({ rule }) => rule);
}

/** Notes that a rule came to rest on one more page. */
export function restRule(resting: Omit<RestingRule, 'pages'>): Promise<void> {
  return change(resting, (others, known) => {
    const pages = known !== undefined && isRecent(known, resting.at) ? known.pages + 1 : 1;
    return [{ ...resting, pages }, ...others].slice(0, MOST_RESTING);
  });
}

function isRecent({ at }: RestingRule, now: number): boolean {
  return now - at < DAY_MS;
}

/** Lets a rule work again on a host. */
export function wakeRule(host: string, rule: RuleName): Promise<void> {
  return change({ host, rule }, (others) => others);
}

function change(
  { host, rule }: Pick<RestingRule, 'host' | 'rule'>,
  keep: (others: readonly RestingRule[], known: RestingRule | undefined) => readonly RestingRule[],
): Promise<void> {
  return inTurn('resting rules', async () => {
    const all = await readRestingRules();
    const known = all.find((each) => each.host === host && each.rule === rule);
    const others = all.filter((each) => each !== known);
    await storage.local.set({ restingRules: keep(others, known) });
  });
}
