import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE_MS, printMinute, wallTimeAt } from '../../src/training/practice/wall-time.ts';
import { DOSSIER, practiceDossiers } from '../pages/dossiers.ts';
import { opencps } from '../pages/routes.ts';
import { type PracticePortal, startPracticePortal } from '../pages/server.ts';
import { Desk, type DeskPage } from './harness/chromium.ts';
import { noticesSeen, withNoticeWitness, workerStarts } from './harness/notice-witness.ts';
import { isRead } from './harness/overlay.ts';
import { openReceiveForm, receive, until } from './harness/steps.ts';
import { readWakes } from './harness/wake-table.ts';

const HOUR_MS = 60 * MINUTE_MS;
const QUIET_MS = 1_500;

/*
 * The tests may run on a Sunday night, when no working hour is near. The portal prints appointments by the clock on the
 * wall instead; what a page prints is what counts.
 */
const STARTED = Date.now() - (Date.now() % MINUTE_MS);
const SOON = STARTED + 30 * MINUTE_MS;
const LATER = STARTED + 3 * HOUR_MS;
const MUCH_LATER = STARTED + 5 * HOUR_MS;

let folder: string;
let extension: string;
let portal: PracticePortal;
let laterDue = LATER;
const desks: Desk[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'than-thien-test-'));
  extension = await withNoticeWitness(folder);
  const dues = (): ReadonlyMap<number, number> =>
    new Map([
      [DOSSIER.overdue, STARTED - 30 * MINUTE_MS],
      [DOSSIER.dueInAnHour, SOON],
      [DOSSIER.dueTomorrow, laterDue],
    ]);
  portal = await startPracticePortal({
    // Online, so that opening one brings no citizen to the desk.
    dossiers: (now) =>
      practiceDossiers(now).map((dossier) => {
        const due = dues().get(dossier.id);
        return due === undefined ? dossier : { ...dossier, channel: 'online' as const, due: wallTimeAt(due) };
      }),
  });
});
afterAll(async () => {
  await portal.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});
afterEach(async () => {
  laterDue = LATER;
  await Promise.all(desks.splice(0).map((desk) => desk.close().catch(() => undefined)));
});

/** A desk, and a page of the extension from which to look: a picture, so that looking wakes nobody. */
async function openDesk(profile?: string): Promise<{ desk: Desk; lookout: Page }> {
  const desk = await Desk.open({ extension, portal, ...(profile !== undefined && { profile }) });
  desks.push(desk);
  return { desk, lookout: await desk.extensionPage('icons/128.png') };
}

async function openDossier(desk: Desk, dossier: keyof typeof DOSSIER): Promise<DeskPage> {
  const tab = await desk.visit(opencps.detail(dossier));
  await tab.overlay.waitFor('chip', isRead);
  return tab;
}

function alarms(lookout: Page): Promise<chrome.alarms.Alarm[]> {
  return lookout.evaluate(() => chrome.alarms.getAll());
}

/** Ids of the notifications on the screen now. */
function shown(lookout: Page): Promise<object> {
  return lookout.evaluate(() => chrome.notifications.getAll());
}

/** An hour before it is due, but the badge of a new day has to be drawn at midnight in Vietnam. */
function wakeFor(due: number): number {
  const day = 24 * HOUR_MS;
  const shift = 7 * HOUR_MS;
  const midnight = (Math.floor((Date.now() + shift) / day) + 1) * day - shift;
  return Math.min(due - HOUR_MS, midnight);
}

async function untilOneAlarmFor(lookout: Page, due: number): Promise<void> {
  await expect
    .poll(async () => (await alarms(lookout)).map(({ scheduledTime }) => scheduledTime), { timeout: 8_000 })
    .toEqual([wakeFor(due)]);
}

/** Waits until what is due soon was told, and noted as told: only from then on a death of the worker changes nothing. */
async function untilTold(lookout: Page): Promise<void> {
  await until('told', async () => (await readWakes(lookout)).some(({ at, told }) => at === SOON && told));
}

/** Lets the one alarm ring at once, and waits until the worker has looked and set it for later again. */
async function ring(lookout: Page): Promise<void> {
  const [alarm] = await alarms(lookout);
  const rings = await lookout.evaluate(async (name) => {
    const when = Date.now() + 200;
    await chrome.alarms.create(name, { when });
    return when;
  }, alarm?.name ?? '');
  await until('the alarm rang', async () => {
    const [next, ...more] = await alarms(lookout);
    return next !== undefined && more.length === 0 && next.scheduledTime > rings;
  });
}

/** Opens a page that tells the worker nothing of any dossier: it only wakes it. */
async function openOtherPage(desk: Desk): Promise<Page> {
  const { page } = await desk.visit(opencps.unknown());
  return page;
}

/** Kills the worker until it stays dead: what a page still told as it was closed may wake it once more. */
async function killWorker(desk: Desk, lookout: Page): Promise<void> {
  let before: number;
  do {
    before = await workerStarts(lookout);
    await desk.killWorker(lookout);
    // The browser has to notice, before the next event is for nobody.
    await lookout.waitForTimeout(300);
  } while ((await workerStarts(lookout)) > before);
}

/** Kills the worker and has it woken by a page that is opened. */
async function killAndWake(desk: Desk, lookout: Page): Promise<void> {
  const before = await workerStarts(lookout);
  await killWorker(desk, lookout);
  const page = await openOtherPage(desk);
  await until('the worker started again', async () => (await workerStarts(lookout)) > before);
  await page.close();
}

describe('the alarm', () => {
  it('is one, set for an hour before, however often the worker dies', async () => {
    const { desk, lookout } = await openDesk();
    await openDossier(desk, 'dueTomorrow');
    await untilOneAlarmFor(lookout, LATER);
    for (let round = 0; round < 4; round += 1) {
      await killAndWake(desk, lookout);
      await untilOneAlarmFor(lookout, LATER);
    }
    expect(await noticesSeen(lookout)).toEqual([]);
  });

  it('is set again when the browser has lost it and the worker starts', async () => {
    const { desk, lookout } = await openDesk();
    await openDossier(desk, 'dueTomorrow');
    await untilOneAlarmFor(lookout, LATER);
    await killWorker(desk, lookout);
    await lookout.evaluate(() => chrome.alarms.clearAll());
    expect(await alarms(lookout)).toEqual([]);
    await openOtherPage(desk);
    await untilOneAlarmFor(lookout, LATER);
  });

  it('follows an appointment that moves', async () => {
    const { desk, lookout } = await openDesk();
    laterDue = MUCH_LATER;
    const { page, overlay } = await openDossier(desk, 'dueTomorrow');
    await untilOneAlarmFor(lookout, MUCH_LATER);
    laterDue = LATER;
    await page.reload();
    await overlay.waitFor('chip', isRead);
    await untilOneAlarmFor(lookout, LATER);
  });
});

describe('the notice', () => {
  it('comes once for what is due within the hour: a count and an hour, nothing of the dossier', async () => {
    const { desk, lookout } = await openDesk();
    const { page } = await openDossier(desk, 'dueInAnHour');
    await untilTold(lookout);
    await until('it is shown', async () => Object.keys(await shown(lookout)).length === 1);
    await page.close();
    for (let round = 0; round < 3; round += 1) await killAndWake(desk, lookout);
    await killWorker(desk, lookout);
    await ring(lookout);
    await (await openDossier(desk, 'dueInAnHour')).page.waitForTimeout(QUIET_MS);
    const [notice, ...more] = await noticesSeen(lookout);
    expect(more).toEqual([]);
    const hour = printMinute(wallTimeAt(SOON)).split(' ')[1];
    expect(notice?.options).toMatchObject({ title: 'Thân Thiện', message: `1 việc đến hạn ${hour}` });
    const dossier = practiceDossiers(STARTED).find(({ id }) => id === DOSSIER.dueInAnHour);
    const said = JSON.stringify(notice);
    expect(said).not.toMatch(/\d{4,}/);
    for (const word of [dossier?.code, dossier?.applicant, dossier?.procedure.name, dossier?.procedure.code]) {
      expect(said).not.toContain(word);
    }
  });

  it('does not come for what was late already when it was opened', async () => {
    const { desk, lookout } = await openDesk();
    const { page } = await openDossier(desk, 'overdue');
    await killWorker(desk, lookout);
    await ring(lookout);
    await page.waitForTimeout(QUIET_MS);
    expect(await noticesSeen(lookout)).toEqual([]);
  });

  it('waits while a citizen is at the desk, and comes when they have gone', async () => {
    const { desk, lookout } = await openDesk();
    await holdBack(desk, lookout);
    await killWorker(desk, lookout);
    await ring(lookout);
    await lookout.waitForTimeout(QUIET_MS);
    expect(await noticesSeen(lookout)).toEqual([]);
    const { page, overlay } = await desk.visit(opencps.list());
    await overlay.waitFor('pill');
    await openReceiveForm(page);
    await receive(page);
    await overlay.waitFor('finish');
    expect(await noticesSeen(lookout)).toEqual([]);
    await overlay.click('skip');
    await overlay.waitGone('finish');
    await untilTold(lookout);
    expect(await noticesSeen(lookout)).toHaveLength(1);
  });

  it('that was missed is given once, by an alarm that wakes a dead worker', async () => {
    const { desk, lookout } = await openDesk();
    await holdBack(desk, lookout);
    await killWorker(desk, lookout);
    // The citizen is forgotten, as after twenty minutes.
    await lookout.evaluate(() => chrome.storage.session.clear());
    const before = await workerStarts(lookout);
    await ring(lookout);
    await untilTold(lookout);
    expect(await workerStarts(lookout)).toBeGreaterThan(before);
    await killWorker(desk, lookout);
    await ring(lookout);
    await lookout.waitForTimeout(QUIET_MS);
    expect(await noticesSeen(lookout)).toHaveLength(1);
  });

  it('that was missed is given once after the browser went down, without any page being opened', async () => {
    const profile = await mkdtemp(join(folder, 'profile-'));
    const first = await openDesk(profile);
    await holdBack(first.desk, first.lookout);
    await first.desk.kill();
    const { desk, lookout } = await openDesk(profile);
    await untilTold(lookout);
    await killAndWake(desk, lookout);
    await ring(lookout);
    expect(await noticesSeen(lookout)).toHaveLength(1);
    await untilOneAlarm(lookout);
  });
});

/** A citizen is at the desk and a dossier due within the hour was opened: its notice waits. */
async function holdBack(desk: Desk, lookout: Page): Promise<void> {
  const { page, overlay } = await desk.visit(opencps.list());
  // Once the list has been counted the button moves no more.
  await overlay.waitFor('pill-text');
  await overlay.click('waiting');
  await overlay.waitGone('waiting');
  await page.close();
  const dossier = await openDossier(desk, 'dueInAnHour');
  await until('the dossier is watched', async () => (await readWakes(lookout)).some(({ at }) => at === SOON));
  // What is held back is looked at again within five minutes.
  await until('the worker has looked', async () => {
    const [alarm] = await alarms(lookout);
    return alarm !== undefined && alarm.scheduledTime <= Date.now() + 5 * MINUTE_MS;
  });
  await dossier.page.close();
  expect(await noticesSeen(lookout)).toEqual([]);
}

async function untilOneAlarm(lookout: Page): Promise<void> {
  await expect.poll(async () => (await alarms(lookout)).length).toBe(1);
}
