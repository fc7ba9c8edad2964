import type { Page } from 'playwright-core';
import { opencps } from '../../pages/routes.ts';
import type { Desk, DeskPage } from './chromium.ts';
import type { Overlay } from './overlay.ts';

/** Steps of a desk official on the OpenCPS-shaped portal, with a real mouse and keyboard. */

/** Says that a citizen is here; where the pill moved away under the press, once more. */
export async function welcome(overlay: Overlay): Promise<void> {
  const isTaken = () => overlay.waitGone('waiting', 3_000);
  await overlay.click('waiting');
  await isTaken().catch(async () => {
    await overlay.click('waiting');
    await isTaken();
  });
}

/** From the list to an empty receive form for a person at the desk. */
export async function openReceiveForm(page: Page, procedure?: string): Promise<void> {
  await page.getByRole('button', { name: 'Thêm mới hồ sơ' }).click();
  if (procedure) await page.getByLabel('Chọn thủ tục hành chính').last().selectOption(procedure);
  await page.getByRole('button', { name: 'Đồng ý' }).click();
  await page.getByText('THÊM MỚI HỒ SƠ').waitFor();
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).waitFor();
}

/** Fills what the portal asks for and presses "Tiếp nhận". The name is invented. */
export async function receive(page: Page): Promise<void> {
  const row = page.locator('.layout.row', { hasText: 'Họ và tên *:' });
  await row.locator('input').fill('Người Ví Dụ');
  await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).click();
}

/** On a detail page: unfolds an action and commits it. */
export async function act(page: Page, action: 'Trả kết quả' | 'Yêu cầu bổ sung' | 'Từ chối'): Promise<void> {
  await page.getByRole('button', { name: action, exact: true }).click();
  await page.getByRole('button', { name: 'Xác nhận', exact: true }).click();
}

/** A new tab in which a citizen's dossier was just received and finish is being asked. */
export async function askedFinish(desk: Desk): Promise<DeskPage> {
  const tab = await desk.visit(opencps.list());
  await tab.overlay.waitFor('pill');
  await openReceiveForm(tab.page);
  await receive(tab.page);
  await tab.overlay.waitFor('finish');
  return tab;
}

/** Waits until `check` holds, polling; fails with `what`. */
export async function until(what: string, check: () => Promise<boolean>, timeoutMs = 8_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await check())) {
    if (Date.now() > end) throw new Error(`not within ${timeoutMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The browser gives the chord to the extension before the page: headless, its event is raised where it arrives. */
export async function pressChord(desk: Desk, page: Page): Promise<void> {
  await page.bringToFront();
  await (await desk.worker()).evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    (chrome.commands.onCommand as unknown as { dispatch(command: string, tab?: chrome.tabs.Tab): void }).dispatch(
      'main',
      tab,
    );
  });
}
