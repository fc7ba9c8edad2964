import { CHANNEL_PATTERNS, type ChannelPatterns } from './channel-patterns.ts';
import { DATE_PATTERNS, type DatePatterns } from './date-patterns.ts';
import { LETTERS } from './letters.ts';
import type { DueState } from './page-facts.ts';

/** How due texts begin, by what they say; "quá" and "trễ" also where "hạn" is left out. Any other says that time is running. */
export type DueStatePatterns = Readonly<Record<Exclude<DueState, 'running'>, string>>;

/** How offices word what no list of texts can hold, each the source of a regular expression over folded text. */
export interface WordPatterns extends ChannelPatterns, DatePatterns, DueStatePatterns {
  /** What a title begins with that says nothing of what follows: a number, `các`. */
  readonly opening: string;
  /** Behind it: a step, or a history of steps; its days are not the dossier's. */
  readonly step: string;
  /**
   * Behind it, and not many words more, as the name of a procedure has: money, papers, the post, other offices, other
   * dossiers. Neither their days nor their status are the dossier's. A notice or a request to add something is.
   */
  readonly another: string;
  /**
   * A line that speaks of an appointment put off, in whatever words: a later day in it or behind it makes the dossier's own
   * doubtful.
   */
  readonly postponed: string;
  /** A label alone of an appointment's day. */
  readonly dayLabel: string;
  /** A page's first title that names something else than a dossier, though all its labels may be a dossier's. */
  readonly foreignTitle: string;
  /** A line of a cell that names a step: what stands below is the step's. */
  readonly ofStep: string;
  /** What names the dossier of a page, besides its code and its procedure: behind it stand its badges. */
  readonly ownTitle: string;
  /** A step that is not done yet. */
  readonly running: string;
  /** How much time is left, or was exceeded by. */
  readonly amounts: string;
  /** How a sentence about a dossier goes on to a label; one that names somebody as its subject does not. `\uFFFC`: a seam. */
  readonly sentence: string;
  /** How a status begins that could not be read as an order to the page. */
  readonly stated: string;
  /**
   * Behind the number 9, "đã hoàn thành" and its like: what says that only a step is over. Who is waited for, or which step
   * it is; not that the citizen is.
   */
  readonly unfinished: string;
  /** Before a code that no label announces: it is another dossier's, or nobody's. */
  readonly anothersCode: string;
  /** A term, at the beginning of a text, as far as it goes. */
  readonly term: string;
  /** A term as most portals print it, and nothing behind it. */
  readonly plainTerm: string;
  /** The heads of the national portal's table of ways to file a procedure: the way, and its term. */
  readonly wayHead: string;
  readonly termHead: string;
  /** The name of a column, where old pages write it into an ordinary cell. */
  readonly plainHead: string;
  /** What a head says behind its name to those who do not see its arrow. */
  readonly sorting: string;
  /** A head over several columns that says whose they are: a step's, a person's, a payment's, not the dossier's. */
  readonly headOfAnother: string;
  /** No term is without one of these. */
  readonly termHint: string;
}

const NUMBER = String.raw`\d{1,3}(?:[.,/]\d{1,2})?`;
/** A number said again in words: `03 (ba) ngày làm việc`. */
const IN_WORDS = String.raw`(?: \((?:một|hai|ba|bốn|năm|lăm|sáu|bảy|tám|chín|mười|mươi| )+\))?`;
const UNIT = String.raw`\(?(?:ngày|giờ|tháng|phút)`;
/** Where it goes on like this, what was read is another term, or a part of one. */
const MORE = String.raw` ?(?:\(?(?:\d|làm việc)|[-–] ?\d|hoặc|đến|tiếp theo|kế tiếp)`;

const AMOUNT = String.raw`(?!0\d\d)\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|giây|tháng|tuần)`;

/** Whoever is told to give a new day has not given it, and what else is put off is none of the dossier's. */
const NOT_GIVEN =
  '^(?!.*(?:đề nghị|yêu cầu|vui lòng|hãy|nhập |lập |chưa |không |từ chối|số lần|bổ sung|giấy phép|tạm trú|sử dụng|hợp đồng|nộp |hữu hạn|bước ))';
const MORE_TIME = `gia hạn(?=[^${LETTERS}]*\\d[^${LETTERS}]*$|[ (:]*(?:xử lý|thêm|lần|đến|tới|ngày|thời gian (?:giải quyết|trả)|thời hạn giải quyết|trả|hồ sơ))`;
const CHANGED =
  '(?:lùi|dời|kéo dài|điều chỉnh|thay đổi)(?: (?:thời gian|thời hạn|thời điểm|lịch|ngày|giờ))* (?:hẹn|hạn (?:trả|giải quyết|xử lý)|trả|giải quyết(?! (?:việc|chế)))';
const NEW_DAY =
  '(?:hẹn|hạn)(?: trả)?(?: kết quả)?[ (]+lần|(?:thời hạn|hạn(?: giải quyết)?) mới(?= *:| *\\(?\\d)|hạn(?: giải quyết)? (?:điều chỉnh|hiện tại)|' +
  '(?:hẹn|hẹn trả|hạn trả|trả)(?: kết quả)?[ (]+(?:mới|điều chỉnh|thay đổi|cập nhật(?! lúc)|hiện tại|tiếp theo|sau (?:gia hạn|điều chỉnh|khi))';

export const WORD_PATTERNS: WordPatterns = {
  ...CHANNEL_PATTERNS,
  ...DATE_PATTERNS,
  opening: String.raw`^(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)] )?(?:thông tin |danh sách |chi tiết |tình hình |tình trạng |các )*`,
  step: String.raw`^(?:bước (?:hiện tại|đang xử lý|\d)|(?:quá trình|quy trình|tiến trình|lịch sử|nhật ký|luồng|bước) (?:xử lý|giải quyết|hồ sơ|luân chuyển)|luân chuyển|(?:phân công|giao việc|thẩm định)(?: xử lý| thụ lý| công việc)?$)`,
  another:
    '^(?:thanh toán|phí|lệ phí|biên lai|nghĩa vụ tài chính|bưu chính|bưu điện|chuyển phát|(?:văn bản )?(?:lấy |xin )?ý kiến|' +
    '(?:cơ quan )?phối hợp|(?:hồ sơ|thủ tục) (?:trước|cũ|khác|liên thông|liên quan|kèm|đính)|giấy (?:tờ|phép|chứng)|hợp đồng|' +
    'kết quả điện tử|thành phần|tài liệu|phản ánh|trao đổi|đặt lịch|lịch (?:kiểm tra|khảo sát|đo)|xác minh(?! hồ sơ)|' +
    'kiểm tra (?:thực địa|thực tế|hiện trường)|(?:thông báo|nghĩa vụ) thuế|hóa đơn|khoản (?:phải nộp|thu)|phiếu chuyển thông tin|' +
    'công văn (?:đi|đến)|nhắc việc|(?:tờ trình|yêu cầu|đề nghị|đề xuất|phiếu) (?:lùi|gia hạn)|(?:yêu cầu|đề nghị) rút hồ sơ|' +
    'gửi (?:công an|cơ quan|sở|phòng|chi nhánh|thuế)|liên thông (?:cơ quan|chi cục|thuế|công an|sở|phòng)|lịch hẹn (?:công dân|làm việc|tiếp)|' +
    'cuộc họp|chuyển thông tin|văn bản (?:trình|đi|đến|yêu cầu)|công việc (?:của tôi|được giao|khác)|hồ sơ (?:(?:của )?công dân đã nộp|trùng|vừa tiếp nhận|mới tiếp nhận|gần đây))(?:[ ,:]+[^ ]+){0,6}$',
  postponed: `${NOT_GIVEN}(?:.* )?(?:${MORE_TIME}|(?:hẹn|hẹn trả) lại(?! công dân)|${CHANGED}|xin lỗi [^:]*hẹn|${NEW_DAY})`,
  dayLabel: '^(?!.*(?:[0-9]|:.))(?=.*(?:hẹn|trả))',
  foreignTitle:
    '^(?!.*hồ sơ)(?:xem |thông tin )?chi tiết (?:phản ánh|văn bản|giao dịch|nhật ký|cuộc họp|phiếu (?:xin ý|lấy|chuyển)|mẫu)',
  wayHead: '^hình thức nộp$',
  termHead: '^(?:thời gian|thời (?:hạn|gian) giải quyết)$',
  plainHead:
    '^(?:(?:mã|số|mã số) hồ sơ|(?:tên )?thủ tục|ngày tiếp nhận|ngày nhận|(?:ngày )?hẹn trả|trạng thái|tình trạng)$',
  sorting: ':? (?:kích hoạt để |bấm để )?(?:sắp xếp|lọc)(?: .*)?$',
  headOfAnother:
    'bước|phòng|cán bộ|chuyên viên|cá nhân|công việc|nội bộ|người xử lý|^(?:(?:xin |lấy )?ý kiến|cơ quan phối hợp|thanh toán|lệ phí|giấy phép|bưu)',
  ofStep: '^(?:bước|khâu|công đoạn)(?: hiện tại| xử lý)?:',
  ownTitle: '^(?:xem |thông tin )?(?:chi tiết )?hồ sơ$',
  running: '^(?:đang (?:thực hiện|xử lý|chờ)|bước hiện tại|hiện tại)$',
  amounts: `^${AMOUNT}(?:,? (?:và )?${AMOUNT}){0,3}(?: làm việc)?(?: nữa| so với (?:ngày )?hẹn(?: trả)?)?$`,
  paused: 'tạm dừng',
  'on-time': '^(?:hồ sơ )?đúng',
  early: '^(?:hồ sơ )?(?:sớm|trước)',
  late: '^(?:hồ sơ )?(?:(?:đã|bị) )?(?:quá|trễ|chậm|hết hạn$)',
  sentence: String.raw`^(?:hồ sơ(?: này)?(?=[ \uFFFC]*(?:được|đã|[a-y]?\d)).*(?:[,;.\uFFFC] *|(?:được|đã) )|[^${LETTERS}]*)$`,
  stated: '^(?:đang|đã|chờ|chưa|được|mới|không|công dân|yêu cầu (?:bổ sung giấy|thực hiện))',
  unfinished: String.raw`^9(?=\D)(?!.*(?:trả|nhận|lấy|giao|phát|đánh giá|khảo sát)).*(?:chờ |đang |[-–] ?thẩm định|trình (?:ký|duyệt|lãnh)|(?<!\d)0*([1-9]\d*)/(?!0*\1 )\d+ bước|bước (?!0*([1-9]\d*)/0*\2(?!\d))(?:\d|tiếp))`,
  anothersCode: 'gốc|liên quan|liên thông|cũ|trước|cha|kèm|tham chiếu|thay thế|tương tự|khác|ví dụ|vd|mẫu|dạng',
  term: String.raw`^(?:không quy định|(?:(?:trả|giải quyết) )?(?:ngay )?trong (?:ngày|buổi)(?: làm việc)?|(?:(?:không quá|trong(?: thời hạn| vòng)?|tối đa) )?${NUMBER}${IN_WORDS} ${UNIT}(?: ${NUMBER} (?:ngày|giờ|phút))*(?: \(?làm việc)?\)?)(?![${LETTERS}\d]|${MORE})`,
  plainTerm: String.raw`^\d{1,3} (?:ngày|giờ)(?: làm việc)?$`,
  termHint: 'ngày|giờ|tháng|phút|buổi|quy định',
};
