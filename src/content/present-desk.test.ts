import { describe, expect, it } from 'vitest';
import type { DeskView } from '../messages/requests.ts';
import { presentDesk } from './present-desk.ts';

const desk: DeskView = {
  profile: { id: 'p', name: null },
  practice: false,
  session: { id: 's', startedAt: 0, until: 1_000, greets: true, tone: null },
  finish: { sessionId: 's', outcome: 'received', tone: null, late: null, group: null, askedAt: 0 },
  pressed: null,
  undoable: { id: 'x', until: 5_000 },
  today: { overdue: 1, dueToday: 2 },
};

describe('presentDesk', () => {
  it('keeps a citizen and their question until the session is forgotten', () => {
    expect(presentDesk(desk, 999)).toBe(desk);
  });

  it('lets both go then, and keeps everything else', () => {
    expect(presentDesk(desk, 1_000)).toEqual({ ...desk, session: null, finish: null });
  });

  it('leaves an empty desk as it is', () => {
    const empty = { ...desk, session: null, finish: null };
    expect(presentDesk(empty, 1_000_000)).toBe(empty);
    expect(presentDesk(null, 0)).toBeNull();
  });
});
