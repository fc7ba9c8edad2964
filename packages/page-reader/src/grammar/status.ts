import { evenTone } from '../folded.ts';

/** A status as printed and its national number; the number is null for a known text outside the national list. */
export interface PrintedStatus {
  readonly text: string;
  readonly status: number | null;
}

/**
 * National statuses 1–10 and the texts portals print for them, folded, as patterns of whole texts. A text that names a
 * step on the way ("chờ ký duyệt") is a 4; one that may mean two numbers ("hoàn thành": 9 or 10) has none.
 */
const STATUSES: readonly (readonly [number | null, string])[] = [
  [1, 'mới đăng ký|chờ xử lý|chờ tiếp nhận( hồ sơ| trực tuyến)?|mới nộp|(đã|mới) nộp hồ sơ|hồ sơ mới'],
  [2, '(được|đã|mới) tiếp nhận( hồ sơ)?'],
  [3, '(không|không được|(đã |bị )?từ chối) tiếp nhận( hồ sơ)?|(đã |bị )?từ chối( xử lý| hồ sơ)?'],
  [4, 'đang (xử lý|giải quyết|thụ lý|thẩm định|thẩm tra|xác minh)( hồ sơ)?|đang xử lý liên thông'],
  [4, '(chờ|đang trình|đang chờ) (phê duyệt|ký duyệt|ký số|ký|thẩm định)|(đã )?chuyển xử lý'],
  [5, '((đang )?chờ|yêu cầu|chờ công dân) bổ sung( giấy tờ| hồ sơ)?'],
  [6, '((đang )?chờ|yêu cầu|đang) thực hiện nghĩa vụ tài chính'],
  [7, '(công dân |người dân )?(yêu cầu |xin |đã )?rút hồ sơ|đã rút|xin rút'],
  [8, '(đã )?dừng xử lý( hồ sơ)?'],
  [9, '(đã )?xử lý xong|(đã )?giải quyết xong|đã giải quyết|(chờ|đang chờ) trả( kết quả)?( hồ sơ)?|(đã )?có kết quả'],
  [10, 'đã trả( kết quả)?( hồ sơ)?|đã trả kết quả cho công dân'],
  [
    null,
    '(đang )?tạm dừng( xử lý)?|từ chối chuyên ngành|(đã )?bổ sung( hồ sơ| giấy tờ)|(đã )?hoàn thành|(đã )?hủy( hồ sơ)?',
  ],
];

const KNOWN = STATUSES.map(([status, texts]) => [status, new RegExp(`^(?:${texts})$`)] as const);

/** The status that a plain text is, or that stands before a bracket, comma or dash in it; null for any other text. */
export function status(text: string): PrintedStatus | null {
  const printed = /^[^\p{L}]*([^(,;.|–-]+)/u.exec(text)?.[1]?.trim() ?? '';
  const words = evenTone(printed.toLowerCase());
  const known = KNOWN.find(([, pattern]) => pattern.test(words));
  return known === undefined ? null : { text: printed, status: known[0] };
}
