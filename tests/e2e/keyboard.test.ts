import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { opencps } from '../pages/routes.ts';
import { Desk } from './harness/chromium.ts';
import { readJournal } from './harness/journal.ts';
import { isRead, type Overlay } from './harness/overlay.ts';
import { askedFinish, pressChord } from './harness/steps.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());
afterEach(async () => {
  await (await desk.worker()).evaluate(() => chrome.storage.session.clear());
});

/** Two chords this far apart are two presses. */
const ANOTHER_PRESS_MS = 800;

async function size(): Promise<number> {
  const popup = await desk.extensionPage('src/popup/index.html');
  const journal = await readJournal(popup);
  await popup.close();
  return journal.size;
}

async function focusedPart(overlay: Overlay): Promise<string | undefined> {
  return overlay.evaluate<string>(`(() => {
    const root = chrome.dom.openOrClosedShadowRoot(document.querySelector('than-thien'));
    return root.activeElement?.dataset.part ?? '';
  })()`);
}

async function tabTo(page: Page, overlay: Overlay, part: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if ((await focusedPart(overlay)) === part) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches "${part}"; visible: ${await overlay.describe()}`);
}

describe('the chord', () => {
  it('confirms a finish that waits; within five seconds it undoes', async () => {
    const before = await size();
    const { page, overlay } = await askedFinish(desk);
    await pressChord(desk, page);
    await overlay.waitFor('saved');
    await page.waitForTimeout(ANOTHER_PRESS_MS);
    await pressChord(desk, page);
    await overlay.waitFor('finish');
    expect(await size()).toBe(before + 2);
  });

  it('pressed twice at once is pressed once: what was confirmed is not undone', async () => {
    const before = await size();
    const { page, overlay } = await askedFinish(desk);
    await Promise.all([pressChord(desk, page), pressChord(desk, page)]);
    await overlay.waitFor('saved');
    await overlay.waitGone('saved');
    expect(await overlay.find('finish')).toBeUndefined();
    expect(await size()).toBe(before + 1);
  });

  it('otherwise opens and closes the panel', async () => {
    // A dossier that came online begins no session, so nothing passes by on its own.
    const { page, overlay } = await desk.visit(opencps.detail('online'));
    await overlay.waitFor('chip', isRead);
    await pressChord(desk, page);
    await overlay.waitFor('details');
    await page.waitForTimeout(ANOTHER_PRESS_MS);
    await pressChord(desk, page);
    await overlay.waitGone('details');
  });
});

describe('keyboard alone', () => {
  it('marks a cue, confirms and undoes', async () => {
    const { page, overlay } = await askedFinish(desk);
    await tabTo(page, overlay, 'cue');
    await page.keyboard.press('Space');
    await overlay.waitFor('confirm', ({ text }) => text === 'Ghi lại, 1 điều chưa kịp');
    await tabTo(page, overlay, 'confirm');
    await page.keyboard.press('Enter');
    await overlay.waitFor('saved');
    await tabTo(page, overlay, 'undo');
    await page.keyboard.press('Enter');
    await overlay.waitFor('finish');
  });

  it('skips', async () => {
    const { page, overlay } = await askedFinish(desk);
    await tabTo(page, overlay, 'skip');
    await page.keyboard.press('Enter');
    await overlay.waitGone('finish');
  });

  it('Esc puts the panel aside; the question still waits behind the icon', async () => {
    const { page, overlay } = await askedFinish(desk);
    await tabTo(page, overlay, 'confirm');
    await page.keyboard.press('Escape');
    await overlay.waitGone('finish');
    await pressChord(desk, page);
    await expect.poll(async () => (await overlay.find('finish')) ?? (await overlay.find('saved'))).toBeDefined();
  });

  it('the session button starts a session', async () => {
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('waiting', ({ text }) => text.includes('Có người dân đang chờ'));
    await tabTo(page, overlay, 'waiting');
    await page.keyboard.press('Enter');
    await overlay.waitFor('pill', ({ text }) => text.includes('Chào · Mời ngồi · Mỉm cười'));
    await overlay.waitGone('waiting');
  });
});
