import type { DeskView } from '../requests.ts';

/** A desk at which nothing happens, and nobody waits. */
export const calmDesk: DeskView = {
  profile: { id: 'p', name: null },
  practice: false,
  session: null,
  finish: null,
  pressed: null,
  undoable: null,
  today: { overdue: 0, dueToday: 0 },
};
