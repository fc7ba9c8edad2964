/** What titles of parts that are not the dossier's own are called, each the source of a regular expression over folded text. */
export interface AsideWords {
  /** What a title begins with that says nothing of what follows: a number, `các`. */
  readonly opening: string;
  /** Behind it: a step, or a history of steps; its days are not the dossier's. */
  readonly step: string;
  /** Behind it: money, papers, the post, other offices, other dossiers; neither their days nor their status are the dossier's. */
  readonly another: string;
  /** The whole title: the dossier's own again. */
  readonly own: string;
}

export const ASIDE_WORDS: AsideWords = {
  opening: String.raw`^(?:(?:[ivx]+|\d+(?:\.\d+)*|[a-z])[.)] )?(?:thông tin |danh sách |chi tiết |tình hình |các )*`,
  step: String.raw`^(?:bước (?:hiện tại|đang xử lý|\d)|(?:quá trình|quy trình|tiến trình|lịch sử|nhật ký|luồng|bước) (?:xử lý|giải quyết|hồ sơ|luân chuyển)|luân chuyển)`,
  another:
    '^(?:thanh toán|phí|lệ phí|biên lai|bưu |chuyển phát|(?:văn bản )?(?:lấy |xin )?ý kiến|(?:cơ quan )?phối hợp|' +
    '(?:hồ sơ|thủ tục) (?:trước|cũ|khác|liên |kèm|đính)|liên thông|giấy (?:tờ|phép|chứng)|hợp đồng|kết quả điện tử|(?:yêu cầu )?bổ sung|' +
    'thành phần|tài liệu|phản ánh|trao đổi|thông báo)',
  own: String.raw`^(?:\S+[.)] )?(?:thông tin|chi tiết|hồ sơ|tiếp nhận|thời (?:hạn|gian)|tình trạng|tiến độ)`,
};
