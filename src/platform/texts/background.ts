import { defineTexts } from '../i18n.ts';

/** What the background says: notifications and the toolbar button. Screens face citizens: a count and an hour, no code. */
export const backgroundTexts = defineTexts({
  vi: {
    'notice.title': 'Thân Thiện',
    'notice.due': '{n} việc đến hạn {hour}',
    'notice.due-from': '{n} việc đến hạn, sớm nhất {hour}',
    'notice.overdue': '{n} việc đã quá hạn',
    'action.nothing': 'Thân Thiện: hôm nay chưa có hồ sơ đến hạn',
    'action.due': 'Thân Thiện: {due} hồ sơ đến hạn hôm nay',
    'action.overdue': 'Thân Thiện: {overdue} hồ sơ đã quá hạn, {due} hồ sơ đến hạn hôm nay',
  },
  en: {
    'notice.title': 'Thân Thiện',
    'notice.due': '{n} due at {hour}',
    'notice.due-from': '{n} due, the first at {hour}',
    'notice.overdue': '{n} past due',
    'action.nothing': 'Thân Thiện: nothing due today yet',
    'action.due': 'Thân Thiện: {due} due today',
    'action.overdue': 'Thân Thiện: {overdue} past due, {due} due today',
  },
});
