// The path `npm start` walks where nobody can look at a window: opens a dossier, receives one, confirms at
// finish, shows Today, hands over and reads what was handed over; says what it did and where the pictures are.
import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Page } from 'playwright-core';
import { type Desk, SCREEN } from '../tests/e2e/harness/chromium.ts';
import { isCounted } from '../tests/e2e/harness/due-on-list.ts';
import { isRead } from '../tests/e2e/harness/overlay.ts';
import { openReceiveForm, receive } from '../tests/e2e/harness/steps.ts';
import { opencps } from '../tests/pages/routes.ts';
import { root } from './dependencies.mjs';

const PICTURES = join(root, 'artifacts', 'walk');

/** What fades in has faded in. */
const SETTLE_MS = 500;

/** Walks the main job once and leaves one picture a step. */
export async function walk(desk: Desk, say: (line: string) => void): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  let step = 0;
  const picture = async (page: Page, name: string, line: string): Promise<void> => {
    step += 1;
    await page.waitForTimeout(SETTLE_MS);
    const path = join(PICTURES, `${step}-${name}.png`);
    await page.screenshot({ path });
    say(`${step}. ${line}\n   ${relative(root, path)}`);
  };

  const { page, overlay } = await desk.visit(opencps.list());
  const pill = await overlay.waitFor('pill-text', isCounted);
  await picture(page, 'list', `Opened the dossier list. The overlay says: ${pill.text}`);

  await page.goto(opencps.detail('dueTomorrow'));
  const chip = await overlay.waitFor('chip', isRead);
  await picture(page, 'dossier', `Opened a dossier. Working time left: ${chip.text}`);

  await page.goto(opencps.list());
  await overlay.waitFor('pill');
  await openReceiveForm(page);
  await overlay.waitFor('cues');
  await picture(page, 'receive', 'Opened the receive form: a citizen is here, the cues are shown.');

  await receive(page);
  await overlay.waitFor('finish');
  const cues = (await overlay.parts()).filter((part) => part.name === 'cue');
  await picture(page, 'finish', `Received the dossier. Finish asks once: ${cues.map((cue) => cue.text).join(' · ')}`);

  await overlay.click('confirm');
  const saved = await overlay.waitFor('saved');
  await picture(
    page,
    'saved',
    `Confirmed with one click. The overlay says: ${saved.text.replace('Hoàn tác', ' · Hoàn tác')}`,
  );

  const popup = await desk.extensionPage('src/popup/index.html', { width: 400, height: 500 });
  await popup.getByRole('heading').first().waitFor();
  await picture(popup, 'today', 'Opened the popup: Today.');
  await popup.getByRole('tab', { name: 'Nhìn lại một ngày' }).click();
  await picture(popup, 'day-page', 'Opened the day page: thirteen rules, three keys, for oneself.');

  const practice = await desk.extensionPage('src/training/practice/index.html', SCREEN);
  await practice.getByRole('button', { name: 'Bắt đầu' }).first().click();
  await picture(practice, 'practice', 'Opened the practice desk: invented citizens, nothing counts.');

  const handover = await desk.extensionPage('src/settings/handover/index.html', SCREEN);
  await handover.locator('.summary', { hasText: '1 lượt, từ' }).waitFor();
  await picture(handover, 'hand-over', 'Opened the hand-over page: what the receiver will read, word for word.');
  const [download] = await Promise.all([
    handover.waitForEvent('download'),
    handover.getByRole('button', { name: 'Tạo tệp chia sẻ' }).click(),
  ]);
  const file = join(PICTURES, download.suggestedFilename());
  await download.saveAs(file);

  const lead = await desk.extensionPage('src/review/index.html', SCREEN);
  await lead.locator('input[type=file]').first().setInputFiles(file);
  await lead.getByRole('button', { name: 'Nhận vào' }).waitFor();
  await picture(lead, 'lead', "Opened the team lead's page with that file: verified, nothing stored yet.");
}
