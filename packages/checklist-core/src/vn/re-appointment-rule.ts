import type { ReappointmentRefusal, ReappointmentRule } from '../deadline/re-appointment.ts';

/**
 * At most one new appointment for a dossier, and the apology out at the latest 01 day before the appointment runs out.
 * Nghị định 61/2018/NĐ-CP says so; it was replaced on 01/7/2025, and the words of Nghị định 118/2025/NĐ-CP have not been
 * seen: uncertain until someone has read them.
 */
export const vnReappointment: ReappointmentRule = {
  most: 1,
  apologyDaysBefore: 1,
  source:
    'Nghị định 61/2018/NĐ-CP, Điều 19 khoản 9 (đã được thay thế từ 01/7/2025; chưa đối chiếu Nghị định 118/2025/NĐ-CP)',
  confidence: 'uncertain',
};

const REFUSALS: Readonly<Record<ReappointmentRefusal, string>> = {
  'too-many': 'hồ sơ đã hẹn lại một lần; theo quy định cũ chỉ được hẹn lại một lần',
  'not-later': 'ngày hẹn mới chưa muộn hơn ngày đã hẹn',
  'in-the-past': 'ngày hẹn mới đã qua',
  'rest-day': 'ngày hẹn mới là ngày nghỉ',
  malformed: 'ngày hẹn cần xem lại',
  'outside-calendar': 'chưa có lịch cho ngày hẹn',
};

/** Why a new appointment cannot be given, in one line; empty if it can. */
export function reappointmentRefusalInVietnamese(reasons: readonly ReappointmentRefusal[]): string {
  return reasons.map((reason) => REFUSALS[reason]).join('; ');
}
