import { deskAt } from 'checklist-core/desk';
import { alarms, notifications, runtime } from '../platform/browser.ts';
import { now } from '../platform/clock.ts';
import { type Language, translator } from '../platform/i18n.ts';
import { backgroundTexts } from '../platform/texts/background.ts';
import { findProfile } from '../storage/profiles.ts';
import type { StoredProfile, Wake } from '../storage/schema.ts';
import { inTurn } from '../storage/turns.ts';
import { setTold, tidy, wakes } from '../storage/watch-store.ts';
import { showBadge } from './badge.ts';
import { badgeFace } from './badge-face.ts';
import { calendar } from './house-rules.ts';
import { type Moment, noticeWords, planReminders } from './reminder-plan.ts';
import { sessionDeskStore } from './session-desk-store.ts';
import { readLanguage } from './settings.ts';
import { todayCounts } from './today-counts.ts';
import { watchedBy } from './watched.ts';

/** The one alarm. It only wakes: what is due is worked out from the data each time. */
export const ALARM = 'wake';

/** The one notification; a newer one takes its place. */
const NOTICE = 'due';

/**
 * Looks at what is due: purges, tells what has to be told, sets the alarm, draws the badge. Harmless at any time and
 * any number of times; run at every start of the worker, on the alarm, and when something due changed. Never rejects.
 */
export function lookAtDue(): Promise<void> {
  return inTurn('reminders', async () => {
    try {
      await look();
    } catch (error) {
      console.error('reminders:', error);
    }
  });
}

async function look(): Promise<void> {
  const moment: Moment = { now: now(), offsetMinutes: calendar.offsetMinutes };
  const language = await readLanguage();
  const profile = await findProfile('normal');
  const table = profile ? await wakeTable(profile, moment) : [];
  const plan = planReminders(table, moment, profile !== null && (await citizenPresent(profile, moment.now)));
  // First of all the alarm: whatever fails below is tried again.
  await alarms.create(ALARM, { when: plan.next });
  const watched = profile ? await watchedBy(profile) : [];
  await showBadge(badgeFace(todayCounts(watched, moment.now), language));
  if (profile === null || plan.tell.length === 0) return;
  await notify(plan.tell, moment, language);
  await setTold(profile, plan.tell);
}

async function wakeTable(profile: StoredProfile, moment: Moment): Promise<readonly Wake[]> {
  await tidy(profile, { calendar, now: moment.now }).catch((error) => console.error('watch list not tidied:', error));
  return wakes(profile);
}

async function citizenPresent(profile: StoredProfile, nowMs: number): Promise<boolean> {
  return deskAt((await sessionDeskStore.load(profile.id)).desk, nowMs).session !== null;
}

async function notify(told: readonly Wake[], moment: Moment, language: Language): Promise<void> {
  const t = translator(backgroundTexts, language);
  const { due, hour, sameHour, overdue } = noticeWords(told, moment);
  const lines = [
    ...(hour === null ? [] : [t(sameHour ? 'notice.due' : 'notice.due-from', { n: due, hour })]),
    ...(overdue > 0 ? [t('notice.overdue', { n: overdue })] : []),
  ];
  await notifications.create(NOTICE, {
    type: 'basic',
    iconUrl: runtime.getURL('icons/128.png'),
    title: t('notice.title'),
    message: lines.join('\n'),
  });
}
