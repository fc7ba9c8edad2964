import { evenTone } from '../folded.ts';

/** A status as printed and its national number; the number is null for a known text outside the national list. */
export interface PrintedStatus {
  readonly text: string;
  readonly status: number | null;
}

/**
 * National statuses 1–10 and the texts portals print for them, folded, as patterns of whole texts. A text that names a
 * step on the way ("chờ ký duyệt") or may mean two numbers ("hoàn thành": 9 or 10) has none.
 */
const STATUSES: readonly (readonly [number | null, string])[] = [
  [
    1,
    'mới (đăng ký|nộp|gửi|tạo)|chưa tiếp nhận|(đang )?chờ (xử lý|tiếp nhận)( hồ sơ| trực tuyến)?|(đã|mới) (nộp|gửi) hồ sơ|hồ sơ mới',
  ],
  [2, '(được|đã|mới|vừa|đã được) tiếp nhận( hồ sơ)?'],
  [3, '(không|không được|(đã |bị )?từ chối) tiếp nhận( hồ sơ)?|(đã |bị )?từ chối( xử lý| giải quyết| hồ sơ)?'],
  [4, '(đang|đang chờ) (xử lý|giải quyết|thụ lý|thẩm định|thẩm tra|xác minh|thực hiện)( hồ sơ| liên thông)?'],
  [5, '((đang |tạm dừng )?chờ|yêu cầu|chờ công dân|đang|cần) bổ sung( giấy tờ| hồ sơ)?'],
  [6, '((đang )?chờ|yêu cầu|đang) (thực hiện nghĩa vụ tài chính|nộp (phí|lệ phí)|thanh toán)'],
  [7, '(công dân |người dân )?(yêu cầu |xin |đã )?rút hồ sơ|đã rút|xin rút'],
  [8, '(đã )?dừng (xử lý|giải quyết)( hồ sơ)?'],
  [
    9,
    '(đã )?(xử lý|giải quyết) xong|đã (xử lý|giải quyết)|(đang )?chờ (chuyển )?(trả|nhận)( kết quả)?( hồ sơ)?|(đã )?có kết quả',
  ],
  [10, 'đã trả( kết quả)?( hồ sơ)?( cho công dân)?'],
  [
    null,
    '((đang|đã) )?tạm dừng( xử lý)?|từ chối chuyên ngành|(đã )?bổ sung( hồ sơ| giấy tờ)|(đã )?hoàn thành|(đã )?hủy( hồ sơ)?|chưa xử lý|trả lại( hồ sơ)?|đã đóng|' +
      '(đang )?(chờ|trình) (phân công|phê duyệt|lãnh đạo duyệt|ký duyệt|ký số|ký|thẩm định)|chờ lãnh đạo (phê duyệt|ký)|đã (phê duyệt|ký duyệt)|đang lấy ý kiến|(đã )?chuyển xử lý',
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
