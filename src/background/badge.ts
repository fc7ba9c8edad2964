import { action } from '../platform/browser.ts';
import type { BadgeFace } from './badge-face.ts';

/** Draws the toolbar button. */
export async function showBadge(face: BadgeFace): Promise<void> {
  await action.setBadgeText({ text: face.text });
  await action.setTitle({ title: face.title });
  await action.setBadgeBackgroundColor({ color: face.background });
  await action.setBadgeTextColor({ color: '#ffffff' });
}
