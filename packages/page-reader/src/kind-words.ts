import type { KindPatterns } from './reader-words.ts';

/** What marks a kind of page on any portal; texts in the short form of the vocabulary. */
export interface KindWords extends KindPatterns {
  /** Lines that are such a text, alone or before a colon. */
  readonly heading: string;
  /** As `heading`, but also the name of a step or a tab: believed only of a heading element. */
  readonly weakHeading?: string;
  /** What is pressed on such a page. */
  readonly control: string;
}

/** What is done before a dossier's receipt is confirmed, in the same press. */
const SAVING =
  '~lưu~lưu và~lưu,~lưu &~xác nhận~xác nhận và~xác nhận,~xác nhận &~hoàn tất~hoàn tất và~hoàn tất,~hoàn tất &';

export const KIND_WORDS: readonly KindWords[] = [
  {
    kind: 'detail',
    url: String.raw`chi-?tiet(?!-?(?:thu-?tuc|tthc))|[/-]xem-?(?:ho-?so|hs)|[/#?](?:details?|view|xem|xu-?ly|process(?:ing)?)[/=]|(?:ho-?so|dossiers?|records?)/[\da-f-]*\d`,
    heading:
      '~xem~cập nhật+~thông tin+chi tiết~chi tiết về+hồ sơ*|thông tin~thông tin chung~thông tin chung về+hồ sơ*|hồ sơ chi tiết|' +
      '~xem và+xử lý hồ sơ|phiếu kiểm soát+~quá trình giải quyết hồ sơ|phiếu xin lỗi*|giấy~phiếu+tiếp nhận~biên nhận+~hồ sơ+~và hẹn*',
    weakHeading: '~mã~thông tin+hồ sơ+~số~mã|chi tiết',
    control:
      'yêu cầu~đề nghị+bổ sung+~hồ sơ~giấy tờ|chuyển~trình~phân công~từ chối~thu hồi~trả lại~ký~phê duyệt+~*|trả kết quả|' +
      'tiếp nhận+~hồ sơ|~tạm+dừng xử lý|in+~lại+phiếu*~giấy*~biên nhận*~sổ*|in+tiếp nhận~hẹn trả|~xin+gia hạn|hẹn lại*|' +
      'xử lý+~hồ sơ|lập+thư~phiếu+*|xem+lịch sử*~tiến trình*~quá trình*~luồng*~thông tin*',
  },
  {
    kind: 'return',
    url: 'tra-?(?:ket-?qua|kq)|[/#?](?:return|deliver)',
    heading:
      '~thông tin~xác nhận~phiếu+trả kết quả+hồ sơ*~giải quyết*~cho*~tại*~thủ tục*~trực tiếp*|thông tin~xác nhận+trả kết quả',
    weakHeading: 'trả kết quả',
    control: 'xác nhận~hoàn tất~hoàn thành~lưu và+~đã+trả+~kết quả+~*',
  },
  {
    kind: 'receive',
    url: '^(?!.*(?:chi-?tiet|detail|danh-?sach|xu-?ly)).*(?:tiep-?nhan|them-?moi|tao-?moi|nhap-?moi|receive|reception|create|[/#?]new(?![a-z]))',
    heading:
      'thêm mới~nhập mới~tạo mới~thêm~nhập~tạo~lập~tiếp nhận+~mới+hồ sơ+~mới~trực tiếp~tại quầy~một cửa~thủ tục*|' +
      'nhận hồ sơ+mới~trực tiếp~tại quầy',
    control: `${SAVING}+tiếp nhận~tiếp nhận hồ sơ~tiếp nhận và *~in phiếu*~in giấy*~in biên nhận*|lưu~nhận+hồ sơ`,
  },
  {
    kind: 'procedure',
    url: '/(thu-tuc-hanh-chinh|chi-tiet-(thu-tuc|tthc)|thu-tuc)/|[?&](ma_thu_tuc|matt)=',
    heading: 'trình tự~cách thức+thực hiện|chi tiết thủ tục+~hành chính',
    control: 'nộp+~hồ sơ+trực tuyến',
  },
  {
    kind: 'rating',
    url: 'danh-gia(?!-(?:noi-bo|ho-so))',
    heading: '~xin vui lòng~phiếu~mời+đánh giá+hồ sơ~cán bộ~chất lượng*~mức độ*~sự hài lòng*|mức độ hài lòng*',
    words: { with: 'hài lòng', pattern: 'đánh giá( về)? (mức độ|sự) hài lòng|có hài lòng ' },
    control: 'gửi đánh giá|~rất~không+hài lòng',
  },
  {
    kind: 'filing',
    url: String.raw`/padsvc/apply-online/|/(nop-ho-so|tao-ho-so|sua-ho-so|nop-ho-so-truc-tuyen|tiep-nhan-online|e-form|eform|nop-truc-tuyen)(?![a-z-])|#/ke-khai(/|\?|$)|/tokhaidientu`,
    heading:
      'nộp hồ sơ+~trực tuyến|kê khai+~thông tin+~hồ sơ|nhập~khai báo+thông tin hồ sơ|đăng ký trực tuyến|tờ khai điện tử',
    control: 'nộp hồ sơ|gửi hồ sơ|tiếp tục|đồng ý và tiếp tục|lưu+nháp~tạm|bước tiếp theo|tiếp theo',
  },
  {
    kind: 'list',
    url: 'danh-?sach|(tra-?cuu|theo-?doi)-?(ho-?so|hs)|[/-](?:cho|dang|da)-?(?:xu-?ly|tiep-?nhan|tra|bo-?sung)|[/#?](?:lists?|search|inbox)(?![a-z])',
    heading: 'hồ sơ+chờ~đang~đã~mới~quá~đến~sắp~trực~của~toàn~cần~trễ~tạm~bị+*',
    words: { with: 'hồ sơ', pattern: '^(danh sách|tra cứu|theo dõi|quản lý|hồ sơ|sổ) .*hồ sơ' },
    weakHeading: 'chờ~đang~đã+tiếp nhận~xử lý~bổ sung~trả+~*',
    control: 'lọc~tìm kiếm~tra cứu~tìm+~hồ sơ~nâng cao|xuất~kết xuất+*',
  },
];
