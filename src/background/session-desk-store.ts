import { readDesk } from 'checklist-core';
import * as v from 'valibot';
import { storage } from '../platform/browser.ts';
import { type DeskState, type DeskStore, emptyDeskState } from './desk-state.ts';

/** Desk states in `storage.session`. */
export const sessionDeskStore: DeskStore = {
  async load(profileId) {
    const key = keyOf(profileId);
    const parsed = v.safeParse(envelope, (await storage.session.get(key))[key]);
    if (!parsed.success) return emptyDeskState;
    const { desk, pressed, ...rest } = parsed.output;
    // `pressed.facts` passed the message schema before it was stored here; this area is ours alone and never outlives
    // the version that wrote it, so its inner shape is not checked twice.
    return { ...rest, desk: readDesk(desk), pressed: pressed as DeskState['pressed'] };
  },
  async save(profileId, state) {
    await storage.session.set({ [keyOf(profileId)]: state });
  },
};

const envelope = v.strictObject({
  desk: v.unknown(),
  pressed: v.nullable(v.strictObject({ facts: v.looseObject({}), host: v.string() })),
  listed: v.array(v.string()),
  claim: v.nullable(v.strictObject({ sessionId: v.string(), entryId: v.string() })),
});

function keyOf(profileId: string): string {
  return `desk-${profileId}`;
}
