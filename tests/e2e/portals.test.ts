import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PortalsView } from '../../src/messages/requests.ts';
import { antd, opencps } from '../pages/routes.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import { communeProfile as profile } from './harness/commune-profile.ts';
import { isRead, type Part } from './harness/overlay.ts';

let desk: Desk;
let ours: Page;

beforeAll(async () => {
  desk = await Desk.open();
  ours = await desk.extensionPage('src/popup/index.html');
});
afterAll(() => desk.close());

/** A request from a page of ours, as the settings send it. */
function ask(type: string, body: object): Promise<{ ok: boolean; value: unknown }> {
  return ours.evaluate(([sent]) => chrome.runtime.sendMessage(sent), [{ type, body }] as const);
}

const importText = (value: object) => ask('importPortal', { text: JSON.stringify(value) });

async function rows(): Promise<string[]> {
  const { value } = (await ask('portals', {})) as { value: PortalsView };
  return value.rows.map(({ origin, profile: { id }, offBy }) => `${origin} ${id} ${offBy}`);
}

/** What the chip says where the page shows no appointment. */
const NO_APPOINTMENT = 'Chưa thấy ngày hẹn';

function isUnseen({ text }: Part): boolean {
  return text === NO_APPOINTMENT;
}

function isSeen(chip: Part): boolean {
  return isRead(chip) && !isUnseen(chip);
}

async function isGone({ page, overlay }: DeskPage): Promise<void> {
  await page.waitForFunction(() => document.querySelector('than-thien') === null);
  expect(await overlay.describe()).toBe('nothing');
}

describe('a portal profile from a file', () => {
  it('acts at once on the pages that are open, outlives the worker, and is gone when it is removed', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await tab.overlay.waitFor('chip', isSeen);
    expect(await importText(profile)).toEqual({
      ok: true,
      value: { imported: { id: 'xa-vi-du', title: profile.title, hosts: profile.hosts, replacedBy: null } },
    });
    await tab.overlay.waitFor('chip', isUnseen);
    await desk.killWorker(ours);
    const later = await desk.visit(opencps.detail('dueInAnHour'));
    await later.overlay.waitFor('chip', isUnseen);
    expect((await rows())[0]).toBe('imported xa-vi-du null');
    await ask('removePortal', { id: 'xa-vi-du' });
    await later.overlay.waitFor('chip', isSeen);
    expect((await rows())[0]).toMatch(/^shipped /);
    await Promise.all([tab.page.close(), later.page.close()]);
  });

  it('with a fault is refused with its place, and nothing changes', async () => {
    const before = await rows();
    const answer = await importText({ ...profile, labels: { code: ['Họ và tên'] } });
    expect(answer).toMatchObject({
      ok: true,
      value: { faults: [{ path: '/labels/code/0', code: 'applicant-label' }] },
    });
    expect(await rows()).toEqual(before);
  });
});

describe('a policy that changes', () => {
  it('is told to the pages that are open', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await tab.overlay.waitFor('chip', isSeen);
    // What the desk is told meanwhile is none of the policy's.
    const told = tab.overlay.evaluate<string>(
      "new Promise((told) => chrome.runtime.onMessage.addListener(({ type }) => { if (type === 'rules') told(type); }))",
    );
    // Only an administrator can change it: the browser's event is raised where it arrives.
    await (await desk.worker()).evaluate(() =>
      (chrome.storage.managed.onChanged as unknown as { dispatch(changes: object): void }).dispatch({}),
    );
    expect(await told).toBe('rules');
    await tab.page.close();
  });
});

describe('the kill switch', () => {
  it('takes the overlay off the pages of one portal, those that are open too, and leaves the others alone', async () => {
    const tab = await desk.visit(opencps.detail('dueInAnHour'));
    await tab.overlay.waitFor('chip', isSeen);
    await ask('setPortalEnabled', { id: 'opencps', enabled: false });
    await isGone(tab);
    const again = await desk.visit(opencps.list());
    await again.page.waitForTimeout(700);
    await isGone(again);
    const other = await desk.visit(antd.list());
    await other.overlay.waitFor('pill');
    await ask('setPortalEnabled', { id: 'opencps', enabled: true });
    await tab.page.reload();
    await tab.overlay.waitFor('chip', isSeen);
  });
});
