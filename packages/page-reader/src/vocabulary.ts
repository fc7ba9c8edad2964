import type { LabelKey } from './portal-profile.ts';

/** `prose`: what somebody wrote in their own words; labels inside it are theirs, not the page's. */
export type VocabularyKey = LabelKey | 'prose';

/*
 * The words by which Vietnamese one-stop systems announce facts, folded, tones on the first vowel (`evenTone`). Texts are
 * parted by `|`; `a~b+c~d` stands for every way to join one part with the next ("a c", "a d", "b c", "b d").
 *
 * A deadline of a step or a person is never the dossier's: "Hạn xử lý" stands for both in different systems, so it is
 * taken for the one that decides nothing. How a result is fetched is no channel by which the dossier came in. "Số ngày
 * quá hạn" counts calendar days and one more, of a step in one system and of the dossier in another: not read.
 */
export const VOCABULARY: Readonly<Partial<Record<VocabularyKey, string>>> = {
  code: 'mã~số~mã số~số/mã~mã/số+hồ sơ~biên nhận~biên nhận hồ sơ~tiếp nhận~hs|mã hồ sơ+điện tử~một cửa|mã tra cứu+~hồ sơ',
  procedureCode: 'mã~mã số+thủ tục~thủ tục hành chính~tthc~dịch vụ công~dịch vụ~dvc',
  procedureName:
    '~tên+thủ tục~thủ tục hành chính~tthc~dịch vụ công~dịch vụ~dvc|loại+hồ sơ~thủ tục hành chính|thủ tục thực hiện',
  channel: 'kênh~hình thức~phương thức~cách thức~nguồn+nộp~tiếp nhận~gửi+~hồ sơ|kênh thực hiện|nguồn hồ sơ',
  submitted: 'ngày~thời gian~thời điểm~ngày giờ+nộp~gửi+~hồ sơ',
  submittedOnline: 'ngày+gửi~nộp~nộp hồ sơ+trực tuyến',
  received:
    'ngày~thời gian~thời điểm~ngày giờ~ngày, giờ~giờ+tiếp nhận~nhận+~hồ sơ|tiếp nhận|~đã+tiếp nhận~nhận+~hồ sơ+lúc~ngày~vào lúc',
  receivedDirect: 'tiếp nhận trực tiếp',
  receivedOnline: 'tiếp nhận trực tuyến',
  receivedPost: 'tiếp nhận+qua bưu chính~bưu chính+~công ích',
  due:
    '~ngày~thời gian~thời điểm~hạn~thời hạn~ngày giờ~ngày, giờ+hẹn trả+~kết quả~hồ sơ~dự kiến~(dự kiến)|' +
    'hẹn trả+~kết quả+lúc~ngày~vào~vào lúc|hạn+trả~trả kết quả~trả hồ sơ~giải quyết~giải quyết hồ sơ~hồ sơ|' +
    'hạn~hạn xử lý+toàn trình|thời gian~thời hạn+trả kết quả|thời hạn trả|ngày trả+~kết quả+dự kiến|' +
    '~ngày+dự kiến trả+~kết quả|trả kết quả dự kiến|ngày hẹn+~kết quả|hẹn ngày trả+~kết quả|ngày phải trả+~kết quả',
  newDue: '~ngày+hẹn lại~hẹn trả lại|gia hạn đến',
  stepDue:
    'hạn~thời hạn+xử lý+cá nhân~bước~bước hiện tại~bước này~công việc~hiện tại~phòng ban~của bước~của cán bộ~của tôi|' +
    'hạn+xử lý~bước~bước xử lý~bước hiện tại~cá nhân~công việc~thực hiện~hoàn thành bước|ngày hẹn trả cá nhân',
  term: '~tổng+thời hạn~thời gian+giải quyết+~hồ sơ~tthc~thủ tục~theo quy định|thời hạn|số ngày giải quyết',
  status: 'trạng thái~tình trạng+~xử lý~giải quyết~hiện tại+~hồ sơ~hs',
  dueText:
    'tình trạng+hạn~thời hạn~hạn trả~hạn giải quyết|~thời gian~thời hạn+còn lại|hạn|đánh giá hạn|tiến độ giải quyết',
  mixed: 'thông tin+~hồ sơ~chung|hồ sơ|thời gian',
  never:
    '~tên~thông tin~họ tên~họ và tên+chủ hồ sơ~người nộp~người nộp hồ sơ~người yêu cầu~công dân~tổ chức|họ tên|họ và tên|' +
    'người được ủy quyền|cá nhân/tổ chức|tổ chức/cá nhân|tổ chức, cá nhân|địa chỉ|~số+điện thoại~cccd~cmnd~định danh|' +
    'sđt|thư điện tử|~địa chỉ+email|căn cước|số cmnd/ căn cước|số cmnd/cccd|cccd/ cmnd/ hộ chiếu|số giấy tờ|mã số thuế|' +
    'ngày sinh|năm sinh|ngày cấp|nơi cấp|giới tính|đối tượng|~mã+hồ sơ+gốc~cũ~trước~cha~liên quan~liên thông|' +
    'mã hồ sơ+dvcqg~quốc gia~cổng dvcqg~tham chiếu|hồ sơ kèm theo|ngày trả+~kết quả~thực tế|' +
    'ngày kết thúc+~xử lý|ngày hẹn trả+mới~sớm~cũ~ban đầu|' +
    'ngày+hoàn thành~có kết quả~bổ sung~yêu cầu bổ sung~tạo~cập nhật~thanh toán~in~ký|' +
    'người~cán bộ+thực hiện~xử lý~thụ lý~chuyển~chuyển đến~tiếp nhận~nhận~ký|số ngày+quá hạn~trễ hạn~còn lại|' +
    'bước+xử lý~hiện tại|công việc|cơ quan|đơn vị+~tiếp nhận|hình thức~phương thức~cách thức~nơi+nhận kết quả~trả kết quả~trả|' +
    'thủ tục liên quan|trường hợp thủ tục|lĩnh vực|trạng thái~tình trạng+thanh toán|kết quả',
  prose:
    'trích yếu+~hồ sơ|tên hồ sơ|tiêu đề|mô tả|diễn giải|ghi chú|trao đổi|ý kiến+~xử lý~của cán bộ|' +
    'lý do+~từ chối~trễ hạn~không hài lòng|nội dung+~hồ sơ~yêu cầu~giải quyết~xử lý~bổ sung~yêu cầu bổ sung~từ chối',
};

/** Words too common to be labels on their own: they need their colon, or a place that only labels have. */
export const NEED_COLON =
  'tiếp nhận+~trực tiếp~trực tuyến|hẹn trả|hẹn lại|thủ tục+~hành chính~liên quan|thời gian|hồ sơ+~liên quan~liên thông~cũ|' +
  'thông tin+~hồ sơ~chung~người nộp~người nộp hồ sơ~chủ hồ sơ~công dân~tổ chức|còn lại|hạn|số hồ sơ|cơ quan|nội dung|đối tượng|' +
  'lý do|ý kiến|dịch vụ+~công|dvc|tthc|ngày hẹn|thời hạn|công dân|tổ chức|đơn vị|công việc|kết quả|tiêu đề|mô tả|trao đổi|' +
  'căn cước|hạn hồ sơ|dự kiến trả+~kết quả|trả kết quả dự kiến';

/** Every text that such a list stands for. */
export function spelled(texts: string): readonly string[] {
  return texts.split('|').flatMap((text) =>
    text
      .split('+')
      .map((part) => part.split('~'))
      .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`.trim())), ['']),
  );
}
