/**
 * When a person is at the desk and when the finish is asked: one value that events change, without a clock of its own.
 *
 * @module checklist-core/desk
 */

export {
  type AskedFinish,
  type Desk,
  type DeskSession,
  type DossierInView,
  type DossierPage,
  type EndedSession,
  emptyDesk,
  type PressedAction,
  type SeenDossier,
} from './desk.ts';
export {
  deskAt,
  finishAt,
  JOIN_MS,
  PRESS_WAITS_MS,
  SESSION_IDLE_MS,
  UNDO_MS,
  undoableAt,
} from './desk-time.ts';
export { type DeskEvent, nextDesk } from './next-desk.ts';
export { readDesk } from './read-desk.ts';
