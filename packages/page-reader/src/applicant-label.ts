import { folded } from './folded.ts';

/**
 * Words of labels whose value is the applicant's, or may name them: who they are, where they live, how to reach them,
 * and the texts that officials write in their own words.
 */
const WORDS = [
  'chủ hồ sơ',
  'người nộp',
  'người yêu cầu',
  'người làm thủ tục',
  'họ và tên',
  'họ tên',
  'tên công dân',
  'công dân',
  'cccd',
  'cmnd',
  'căn cước',
  'hộ chiếu',
  'số giấy tờ',
  'số định danh',
  'mã số thuế',
  'ngày sinh',
  'năm sinh',
  'giới tính',
  'quê quán',
  'địa chỉ',
  'điện thoại',
  'email',
  'e-mail',
  'thư điện tử',
  'tên hồ sơ',
  'trích yếu',
  'nội dung',
  'ghi chú',
];

const APPLICANT = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORDS.join('|')})(?![\\p{L}\\p{N}])`, 'u');

/** Whether a label speaks of the applicant: no profile and no lesson may have the value beside it read. */
export function isApplicantLabel(label: string): boolean {
  return APPLICANT.test(folded(label));
}
