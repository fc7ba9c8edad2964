import type { DueRule } from '../deadline/due.ts';

const WORDS: Readonly<Record<DueRule, string>> = {
  restarted: 'tính lại từ khi hồ sơ được bổ sung đầy đủ',
  'late-receipt': 'nhận sau giờ nêu trong thời hạn: tính như nhận vào ngày làm việc tiếp theo',
  'outside-hours': 'nhận ngoài giờ: tính như nhận khi mở cửa kế tiếp',
  'from-the-moment': 'tính bằng giờ từ thời điểm nhận (BLDS 2015, Điều 147 khoản 1)',
  'same-day': 'trả trong ngày nhận, trước giờ đóng cửa',
  'receipt-day-not-counted': 'không tính ngày nhận (BLDS 2015, Điều 147 khoản 2)',
  'working-days-only': 'chỉ tính ngày làm việc, theo chữ của thời hạn',
  'corresponding-day': 'ngày tương ứng của tháng cuối (BLDS 2015, Điều 148 khoản 3)',
  'last-day-of-month': 'tháng cuối không có ngày tương ứng: ngày cuối tháng (BLDS 2015, Điều 148 khoản 3)',
  paused: 'cộng thời gian tạm dừng',
  'rolled-off-rest-day': 'ngày cuối là ngày nghỉ: chuyển sang ngày làm việc tiếp theo (BLDS 2015, Điều 148 khoản 5)',
  'clock-time-kept': 'giữ giờ nhận, như hệ thống một cửa in',
  'moved-into-hours': 'giờ nhận nằm ngoài giờ làm việc của ngày cuối: lấy giờ đóng cửa trước đó',
  'moved-to-opening': 'ngày cuối mở cửa muộn hơn giờ nhận: lấy giờ mở cửa',
  'end-of-day': 'đến hết ngày cuối, lấy giờ đóng cửa (BLDS 2015, Điều 148 khoản 1 và khoản 6)',
};

/** The rules behind a due date in one line, with their articles, in the order in which they were applied. */
export function dueRulesInVietnamese(rules: readonly DueRule[]): string {
  return rules.map((rule) => WORDS[rule]).join('; ');
}
