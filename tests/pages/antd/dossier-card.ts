import type { PracticeDossier, PracticeStatus } from '../../../src/training/practice/dossier.ts';
import { printMinute, printSecond } from '../../../src/training/practice/wall-time.ts';

/** National status texts, as this family prints them. */
export const STATUS_TEXT: Readonly<Record<PracticeStatus, string>> = {
  receiving: 'Mới đăng ký',
  processing: 'Đang xử lý',
  waiting: 'Yêu cầu bổ sung giấy tờ',
  released: 'Đã xử lý xong',
  done: 'Đã trả kết quả',
  denied: 'Không được tiếp nhận',
};

export const CHANNEL_TEXT = { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Qua bưu chính công ích' } as const;

function due(dossier: PracticeDossier, print: (time: number) => string): string {
  if (dossier.due === null) return '';
  return typeof dossier.due === 'string' ? dossier.due : print(dossier.due);
}

/** The one sentence of a list row that says how and when the dossier came and when it is due. */
export function receivedSentence(dossier: PracticeDossier): string {
  if (dossier.received === null) return `- Ngày nộp hồ sơ: ${printMinute(dossier.submitted)}`;
  const channel = CHANNEL_TEXT[dossier.channel].toLocaleLowerCase('vi');
  const promised = dossier.due === null ? '' : `, hẹn trả: ${due(dossier, printMinute)}`;
  return `- Tiếp nhận ${channel}: ${printMinute(dossier.received)}${promised}`;
}

/** Labels and values of the detail's first tab. */
export function detailFacts(dossier: PracticeDossier): readonly (readonly [label: string, value: string])[] {
  return [
    ['Mã hồ sơ', dossier.code],
    ['Kênh thực hiện', CHANNEL_TEXT[dossier.channel]],
    ['Ngày nộp hồ sơ', printSecond(dossier.submitted)],
    ['Ngày tiếp nhận', dossier.received === null ? '' : printSecond(dossier.received)],
    ['Ngày hẹn trả', due(dossier, printSecond)],
    ['Ngày kết thúc xử lý', ''],
    ['Ngày trả', ''],
    ['Nội dung hồ sơ', `${dossier.applicant} nộp hồ sơ mẫu`],
    ['Đơn vị tiếp nhận', 'UBND xã An Mẫu (ví dụ)'],
    ['Tên thủ tục', dossier.procedure.name],
    ['Thời hạn giải quyết', dossier.procedure.term],
    ['Trạng thái hồ sơ', STATUS_TEXT[dossier.status]],
  ];
}
