/**
 * Teaching: from what an official points at on a page to a portal profile of labels. Only the picker needs it, so that
 * it costs other pages nothing.
 *
 * @module page-reader/teach
 */

export { type LessonContext, readTaught, refusalAt, spotsOf } from './find-spots.ts';
export { type Choice, headingOf, type LessonPlace, profileFrom } from './lesson.ts';
export { safeLabel } from './safe-label.ts';
export type { Refusal, Spot } from './spot.ts';
export { type TaughtKey, taughtValue } from './taught-fact.ts';
