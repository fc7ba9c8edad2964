import { LETTERS } from './letters.ts';

/** How offices word what no list of texts can hold, each the source of a regular expression over folded text. */
export interface WordPatterns {
  /** What a title begins with that says nothing of what follows: a number, `các`. */
  readonly opening: string;
  /** Behind it: a step, or a history of steps; its days are not the dossier's. */
  readonly step: string;
  /**
   * Behind it, and not many words more, as the name of a procedure has: money, papers, the post, other offices, other
   * dossiers. Neither their days nor their status are the dossier's. A notice or a request to add something is.
   */
  readonly another: string;
  /** How a status begins that could not be read as an order to the page. */
  readonly stated: string;
  /** Before a code that no label announces: it is another dossier's, or nobody's. */
  readonly anothersCode: string;
  /** A term, at the beginning of a text, as far as it goes. */
  readonly term: string;
  /** No term is without one of these. */
  readonly termHint: string;
}

const NUMBER = String.raw`\d{1,3}(?:[.,/]\d{1,2})?`;
/** A number said again in words: `03 (ba) ngày làm việc`. */
const IN_WORDS = String.raw`(?: \((?:một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mươi| )+\))?`;
const UNIT = String.raw`\(?(?:ngày|giờ|tháng|phút)`;
/** Where it goes on like this, what was read is another term, or a part of one. */
const MORE = String.raw` ?(?:\(?(?:\d|làm việc)|[-–] ?\d|hoặc|đến|tiếp theo|kế tiếp)`;

export const WORD_PATTERNS: WordPatterns = {
  opening: String.raw`^(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)] )?(?:thông tin |danh sách |chi tiết |tình hình |tình trạng |các )*`,
  step: String.raw`^(?:bước (?:hiện tại|đang xử lý|\d)|(?:quá trình|quy trình|tiến trình|lịch sử|nhật ký|luồng|bước) (?:xử lý|giải quyết|hồ sơ|luân chuyển)|luân chuyển|(?:phân công|giao việc|thẩm định)(?: xử lý| thụ lý| công việc)?$)`,
  another:
    '^(?:thanh toán|phí|lệ phí|biên lai|nghĩa vụ tài chính|bưu chính|bưu điện|chuyển phát|(?:văn bản )?(?:lấy |xin )?ý kiến|' +
    '(?:cơ quan )?phối hợp|(?:hồ sơ|thủ tục) (?:trước|cũ|khác|liên thông|liên quan|kèm|đính)|giấy (?:tờ|phép|chứng)|hợp đồng|' +
    'kết quả điện tử|thành phần|tài liệu|phản ánh|trao đổi|đặt lịch|lịch (?:kiểm tra|khảo sát|đo)|xác minh(?! hồ sơ)|' +
    'kiểm tra (?:thực địa|thực tế|hiện trường)|(?:thông báo|nghĩa vụ) thuế|hóa đơn|khoản (?:phải nộp|thu)|phiếu chuyển thông tin|' +
    'công văn (?:đi|đến)|nhắc việc|(?:tờ trình|yêu cầu|đề nghị|đề xuất|phiếu) (?:lùi|gia hạn)|(?:yêu cầu|đề nghị) rút hồ sơ|' +
    'gửi (?:công an|cơ quan|sở|phòng|chi nhánh|thuế))(?:[ ,:]+[^ ]+){0,6}$',
  stated: '^(?:đang|đã|chờ|chưa|được|mới|không|công dân|yêu cầu (?:bổ sung giấy|thực hiện))',
  anothersCode: 'gốc|liên quan|liên thông|cũ|trước|cha|kèm|tham chiếu|thay thế|tương tự|khác|ví dụ|vd|mẫu|dạng',
  term: String.raw`^(?:không quy định|(?:(?:trả|giải quyết) )?(?:ngay )?trong (?:ngày|buổi)(?: làm việc)?|(?:(?:không quá|trong(?: thời hạn| vòng)?|tối đa) )?${NUMBER}${IN_WORDS} ${UNIT}(?: ${NUMBER} (?:ngày|giờ|phút))*(?: \(?làm việc)?\)?)(?![${LETTERS}\d]|${MORE})`,
  termHint: 'ngày|giờ|tháng|phút|buổi|quy định',
};
