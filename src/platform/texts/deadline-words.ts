import { defineTexts } from '../i18n.ts';

/** What is said of a deadline besides how much time is left; that is said by checklist-core, in either language. */
export const deadlineTexts = defineTexts({
  vi: {
    doubtDue: 'Ngày hẹn cần xem lại',
    doubtDueHint: 'Trang in ngày hẹn: {due}. Mình xem lại giúp trước khi báo người dân.',
    lateHint: 'Nên báo và xin lỗi người dân sớm',
    pausedHint: 'Thời gian chờ bổ sung không tính vào thời hạn.',
  },
  en: {
    doubtDue: 'Check the due date',
    doubtDueHint: 'The page prints {due}. Please check it before telling the citizen.',
    lateHint: 'Better tell the citizen and apologise early',
    pausedHint: 'Time spent waiting for papers does not count.',
  },
});

export type DeadlineText = keyof typeof deadlineTexts.vi;
