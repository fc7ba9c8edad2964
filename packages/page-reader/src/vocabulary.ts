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
  code:
    'mã~số~mã số~số/mã~mã/số~ký hiệu+hồ sơ~biên nhận~biên nhận hồ sơ~tiếp nhận~hs~tiếp nhận hồ sơ~phiếu~phiếu hẹn~' +
    'phiếu tiếp nhận~phiếu biên nhận~giấy hẹn~giấy biên nhận~giấy tiếp nhận~hồ sơ tthc~hồ sơ điện tử~hồ sơ một cửa|' +
    'mã tra cứu+~hồ sơ|hồ sơ số',
  procedureCode: 'mã~mã số~ký hiệu+thủ tục~thủ tục hành chính~tthc~dịch vụ công~dịch vụ~dvc',
  procedureName:
    '~tên~loại+thủ tục~thủ tục hành chính~tthc~dịch vụ công~dịch vụ~dvc+~trực tuyến|loại hồ sơ|thủ tục+thực hiện~giải quyết~đề nghị',
  channel:
    'kênh~hình thức~phương thức~cách thức~nguồn~cách~nơi+nộp~tiếp nhận~gửi+~hồ sơ|kênh thực hiện|' +
    'hình thức~phương thức+nhận hồ sơ|nguồn+~hồ sơ|kênh|nộp~tiếp nhận+qua',
  submitted: 'ngày~thời gian~thời điểm~ngày giờ~ngày, giờ~giờ+nộp~gửi+~hồ sơ|~đã+nộp~gửi+~hồ sơ+lúc~ngày~vào lúc',
  submittedOnline: 'ngày~thời gian~thời điểm+gửi~nộp~nộp hồ sơ+trực tuyến',
  received:
    'ngày~thời gian~thời điểm~ngày giờ~ngày, giờ~giờ~giờ, ngày~giờ ngày~ngày và giờ+tiếp nhận~nhận+~hồ sơ~đủ hồ sơ|' +
    'tiếp nhận|~đã+tiếp nhận~nhận+~hồ sơ~đủ hồ sơ+lúc~ngày~vào~vào lúc',
  receivedDirect: 'tiếp nhận trực tiếp+~lúc~ngày~vào lúc',
  receivedOnline: 'tiếp nhận trực tuyến+~lúc~ngày~vào lúc',
  receivedPost: 'tiếp nhận+qua bưu chính~bưu chính+~công ích+~lúc~ngày~vào lúc',
  due:
    '~ngày~thời gian~thời điểm~hạn~thời hạn~ngày giờ~ngày, giờ~giờ~giờ, ngày~lịch~ngày và giờ+hẹn trả+~kết quả~kq~hồ sơ~dự kiến+' +
    '~lúc~ngày~vào~vào lúc~dự kiến|ngày~ngày giờ+hẹn+~kết quả~nhận kết quả|' +
    'hạn+~phải+trả~trả kết quả~trả kq~trả hồ sơ~giải quyết~giải quyết hồ sơ~hồ sơ|hạn~hạn xử lý+toàn trình|' +
    'thời gian~thời hạn+trả kết quả+~giải quyết hồ sơ|thời hạn trả|hẹn+~ngày~giờ+trả+~kết quả|' +
    'ngày~thời gian~thời điểm~ngày giờ~+~phải+trả~trả kết quả~trả kq+dự kiến|' +
    '~ngày~thời gian~thời điểm+dự kiến trả+~kết quả|ngày phải trả+~kết quả|~ngày~thời gian+hẹn+nhận kết quả~có kết quả|' +
    '~ngày~thời gian+hẹn trả+~cho+công dân~người dân|~ngày+hẹn trả~hạn trả+~kết quả+lần+~thứ+~một~hai~ba',
  newDue:
    '~ngày~thời điểm~thời gian+hẹn lại~hẹn trả lại+~ngày~lần|~ngày+xin lỗi+~và+hẹn lại+~ngày|ngày trả kết quả hẹn lại|' +
    '~đã+gia hạn~lùi~lùi hạn~lùi hẹn~dời hẹn+đến~tới+~ngày|gia hạn|gia hạn lần+~một~hai~ba|' +
    '~ngày~thời gian+hẹn trả~trả+~kết quả+mới~điều chỉnh~gia hạn~(gia hạn)~(sau gia hạn)~(điều chỉnh)~(đã điều chỉnh)~sau xin lỗi|hạn trả mới|' +
    '~ngày+hẹn trả~hạn trả+sau+~khi+gia hạn~điều chỉnh~tạm dừng~bổ sung|hẹn lại ngày trả+~kết quả|ngày hẹn trả+~kết quả+lại|' +
    'ngày hẹn trả lại+~kết quả|đã hẹn lại+~đến~ngày~lúc|điều chỉnh hạn trả|gia hạn thêm đến+~ngày',
  stepDue:
    'hạn~thời hạn+~xử lý~hoàn thành~thực hiện~thụ lý+~của+bước~bước hiện tại~bước này~bước xử lý~bước đang xử lý~công việc~' +
    'phòng ban~phòng chuyên môn~cá nhân~cán bộ~chuyên viên~công chức~người xử lý~tôi~bạn~nội bộ~hiện tại|' +
    'hạn+xử lý~thực hiện~thụ lý|ngày hẹn trả cá nhân',
  term:
    '~tổng+thời hạn~thời gian~số ngày+giải quyết~thực hiện~quy định+~hồ sơ~tthc~thủ tục~thủ tục hành chính~theo quy định|' +
    'thời hạn+~xử lý|tổng thời gian xử lý|thời gian giải quyết hồ sơ theo quy định+~là|thời gian~thời hạn+theo quy định',
  status: 'trạng thái~tình trạng+~xử lý~giải quyết~hiện tại~tiếp nhận~thực hiện+~hồ sơ~hs+~hiện tại',
  dueText:
    'tình trạng~cảnh báo~đánh giá~tiến độ+hạn~thời hạn~hạn trả~hạn giải quyết|~thời gian~thời hạn+còn lại|hạn|cảnh báo|' +
    '~đánh giá+tiến độ+~hồ sơ~xử lý~giải quyết~thực hiện|còn lại/quá hạn|còn lại/trễ hạn|còn hạn/quá hạn',
  mixed: 'thông tin+~hồ sơ~chung|hồ sơ|thời gian',
  never:
    '~tên~thông tin~họ tên~họ và tên+chủ hồ sơ~người nộp~người nộp hồ sơ~người yêu cầu~công dân~tổ chức~người nhận~người nhận kết quả|' +
    'họ tên|họ và tên|người được ủy quyền|cá nhân/tổ chức|tổ chức/cá nhân|tổ chức, cá nhân|địa chỉ|' +
    '~số+điện thoại~cccd~cmnd~định danh~định danh cá nhân|sđt|di động|thư điện tử|~địa chỉ+email|căn cước|số cmnd/căn cước|' +
    'số cmnd/cccd|cccd/cmnd/hộ chiếu|số giấy tờ|mã số thuế|ngày sinh|năm sinh|sinh ngày|ngày cấp|nơi cấp|giới tính|đối tượng|' +
    '~mã~số+hồ sơ+gốc~cũ~trước~cha~liên quan~liên thông|mã hồ sơ+dvcqg~quốc gia~cổng dvcqg~tham chiếu|hồ sơ kèm theo|' +
    'ngày trả+~kết quả~thực tế|~ngày+thực trả+~lúc|có kết quả+~lúc~ngày|ngày kết thúc+~xử lý|ngày hẹn trả+sớm~cũ~ban đầu|' +
    'ngày+hoàn thành~có kết quả~bổ sung~yêu cầu bổ sung~tạo~cập nhật~thanh toán~in~ký|hạn+bổ sung~nộp phí~thanh toán|' +
    'người~cán bộ+thực hiện~xử lý~thụ lý~chuyển~chuyển đến~tiếp nhận~nhận~ký|số ngày+quá hạn~trễ hạn~còn lại|' +
    'bước+xử lý~hiện tại|công việc|cơ quan|đơn vị+~tiếp nhận|hình thức~phương thức~cách thức~nơi+nhận kết quả~trả kết quả~trả|' +
    'thủ tục liên quan|trường hợp thủ tục|lĩnh vực|trạng thái~tình trạng+thanh toán|kết quả|lệ phí|phí, lệ phí',
  prose:
    'trích yếu+~hồ sơ|tên hồ sơ|tiêu đề|mô tả|diễn giải|ghi chú|trao đổi|ý kiến+~xử lý~của cán bộ|' +
    'lý do+~từ chối~trễ hạn~không hài lòng|nội dung+~hồ sơ~yêu cầu~giải quyết~xử lý~bổ sung~yêu cầu bổ sung~từ chối',
};

/** Words too common to be labels on their own: they need their colon, or a place that only labels have. */
export const NEED_COLON =
  'tiếp nhận+~trực tiếp~trực tuyến~qua|hẹn trả|hẹn lại|thủ tục+~hành chính~liên quan|thời gian|hồ sơ+~liên quan~liên thông~cũ|' +
  'thông tin+~hồ sơ~chung~người nộp~người nộp hồ sơ~chủ hồ sơ~công dân~tổ chức|còn lại|hạn|số hồ sơ|cơ quan|nội dung|đối tượng|' +
  'lý do|ý kiến|dịch vụ+~công~công trực tuyến|dvc|tthc|ngày hẹn|thời hạn|công dân|tổ chức|đơn vị|công việc|kết quả|tiêu đề|mô tả|' +
  'trao đổi|căn cước|hạn hồ sơ|gia hạn|dự kiến trả+~kết quả|~phải+trả+~kết quả~kq+dự kiến|hẹn trả+~kết quả~hồ sơ|kênh|nguồn|' +
  'nộp qua|cảnh báo|tiến độ|hồ sơ số|số phiếu|có kết quả|lệ phí|người nhận';

/** Every text that such a list stands for. */
export function spelled(texts: string): readonly string[] {
  return texts.split('|').flatMap((text) =>
    text
      .split('+')
      .map((part) => part.split('~'))
      .reduce((heads, tails) => heads.flatMap((head) => tails.map((tail) => `${head} ${tail}`.trim())), ['']),
  );
}
