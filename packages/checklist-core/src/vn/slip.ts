import { dateOfDay, dayOfMinute, startOfDay, twoDigits, type WallMinute } from '../time/wall-time.ts';

/*
 * The wording of the slip that a one-stop desk hands out (Giấy tiếp nhận hồ sơ và hẹn trả kết quả), as real ones print
 * it: received "9 giờ 32 phút, ngày 27/10/2023", result "Sau 9 giờ 00, 03/11/2023".
 */

/** When the dossier was received: `9 giờ 32 phút, ngày 27/10/2023`. */
export function receivedOnSlip(minute: WallMinute): string {
  return `${hourOf(minute)} giờ ${twoDigits(minuteOf(minute))} phút, ngày ${dateOf(minute)}`;
}

/**
 * When the result can be fetched: `Sau 9 giờ 00, 03/11/2023`. The slip rounds the hour down: 9:32 is printed as 9:00,
 * although the appointment that the system keeps is 9:32.
 */
export function dueOnSlip(minute: WallMinute): string {
  return `Sau ${hourOf(minute)} giờ 00, ${dateOf(minute)}`;
}

function minutesOfDay(minute: WallMinute): number {
  return minute - startOfDay(dayOfMinute(minute));
}

function hourOf(minute: WallMinute): number {
  return Math.floor(minutesOfDay(minute) / 60);
}

function minuteOf(minute: WallMinute): number {
  return minutesOfDay(minute) % 60;
}

function dateOf(minute: WallMinute): string {
  const { year, month, day } = dateOfDay(dayOfMinute(minute));
  return `${twoDigits(day)}/${twoDigits(month)}/${year}`;
}
