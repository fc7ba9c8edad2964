// @ts-check
// A desk is one value that events change. Nothing here reads a clock: the time of every event is passed in.
import { emptyDesk, finishAt, nextDesk } from 'checklist-core/desk';

let counter = 0;
const newId = () => `session-${++counter}`;
const start = Date.UTC(2026, 2, 9, 1, 0);
const minute = 60_000;
const dossier = {
  key: 'row-1',
  channel: /** @type {const} */ ('direct'),
  procedureCode: null,
  group: 'example',
  tone: null,
};

// Somebody is here; a dossier is received; the portal shows the sign of success: finish is asked, once.
let desk = nextDesk(emptyDesk, { type: 'waiting' }, start, newId);
desk = nextDesk(
  desk,
  { type: 'press', actionId: 'receive', outcome: 'received', dossier, onTime: null },
  start + 2 * minute,
  newId,
);
console.log('asked before the sign of success:', finishAt(desk, start + 2 * minute) !== null);
desk = nextDesk(desk, { type: 'settle', success: true }, start + 2 * minute + 800, newId);
const asked = finishAt(desk, start + 3 * minute);
console.log('asked after it:', asked?.sessionId, asked?.outcome);
// Twenty minutes later nobody answered: that is "unknown", never "missed".
console.log('asked twenty minutes later:', finishAt(desk, start + 30 * minute) !== null);

// prints:
// asked before the sign of success: false
// asked after it: session-1 received
// asked twenty minutes later: false
