import { emptyDesk, readDesk } from 'checklist-core/desk';
import * as v from 'valibot';
import { storage } from '../platform/browser.ts';
import { type DeskState, type DeskStore, emptyDeskState } from './desk-state.ts';
import type { TabPress } from './tab-desk.ts';

/** Desk states in `storage.session`. */
export const sessionDeskStore: DeskStore = {
  async load(profileId) {
    const key = keyOf(profileId);
    const parsed = v.safeParse(envelope, (await storage.session.get(key))[key]);
    if (!parsed.success) return emptyDeskState;
    const { desk, presses, views, ...rest } = parsed.output;
    return { ...rest, desk: readDesk(desk), presses: readPresses(presses), views: readViews(views) };
  },
  async save(profileId, state) {
    await storage.session.set({ [keyOf(profileId)]: state });
  },
};

const envelope = v.strictObject({
  desk: v.unknown(),
  presses: v.array(
    v.strictObject({
      tab: v.string(),
      host: v.string(),
      pressed: v.unknown(),
      facts: v.nullable(v.looseObject({})),
    }),
  ),
  views: v.array(v.strictObject({ tab: v.string(), inView: v.unknown() })),
  heard: v.array(v.string()),
  claim: v.nullable(v.strictObject({ sessionId: v.string(), entryId: v.string() })),
});

function readPresses(stored: v.InferOutput<typeof envelope>['presses']): DeskState['presses'] {
  return stored.flatMap((press) => {
    const { pressed } = readDesk({ ...emptyDesk, pressed: press.pressed });
    // The facts passed the message schema before they were stored here; this area is ours alone and never outlives the
    // version that wrote it, so their inner shape is not checked twice.
    return pressed === null ? [] : [{ ...press, pressed, facts: press.facts as TabPress['facts'] }];
  });
}

function readViews(stored: v.InferOutput<typeof envelope>['views']): DeskState['views'] {
  return stored.flatMap(({ tab, inView: view }) => {
    const { inView } = readDesk({ ...emptyDesk, inView: view });
    return inView === null ? [] : [{ tab, inView }];
  });
}

function keyOf(profileId: string): string {
  return `desk-${profileId}`;
}
