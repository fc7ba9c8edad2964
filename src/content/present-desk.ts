import type { DeskView } from '../messages/requests.ts';

/**
 * The desk as it is at a moment (epoch ms): a citizen whom the background has forgotten by then is gone, and with them
 * the question that was about them. Nobody tells the pages when that time is up.
 */
export function presentDesk(desk: DeskView | null, nowMs: number): DeskView | null {
  if (desk?.session == null || nowMs < desk.session.until) return desk;
  return { ...desk, session: null, finish: null };
}
