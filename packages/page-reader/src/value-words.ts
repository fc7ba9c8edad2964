/**
 * National statuses 1–10 and the texts portals print for them, folded, in the short form of the vocabulary. A text that
 * names a step on the way ("chờ ký duyệt") has none (empty); these stand first, because a number counts before none.
 * What may mean two numbers that are both over has the one that claims less: "đã hoàn thành" is 9 (10 says that the result
 * was handed over), "đã hủy" is 8. Uncertain: no list of a portal's statuses with these numbers is known. Without "đã" they
 * may be a step or what can be pressed, and "đã đóng" may be a fee: these have none.
 */
export const STATUS_WORDS: readonly (readonly [number: string, list: string])[] = [
  [
    '',
    '~đang~đã+tạm dừng+~xử lý~giải quyết|từ chối chuyên ngành|~đã+bổ sung+hồ sơ~giấy tờ|chưa xử lý|hoàn thành|hủy+~hồ sơ|' +
      'trả lại+~hồ sơ|đã đóng|~đang+chờ~trình+phân công~phê duyệt~lãnh đạo duyệt~ký duyệt~ký số~ký~thẩm định|' +
      'chờ lãnh đạo+phê duyệt~ký|~đang+chờ+nhận+~hồ sơ|đã+phê duyệt~ký duyệt|đang lấy ý kiến|~đã+chuyển xử lý',
  ],
  [
    '1',
    'mới+đăng ký~nộp~gửi~tạo|chưa tiếp nhận|~đang+chờ+xử lý~tiếp nhận+~hồ sơ~trực tuyến|đã~mới+nộp~gửi+hồ sơ|hồ sơ mới',
  ],
  ['2', 'được~đã~mới~vừa~đã được+tiếp nhận+~hồ sơ'],
  ['3', 'không~không được~từ chối~đã từ chối~bị từ chối+tiếp nhận+~hồ sơ|~đã~bị+từ chối+~xử lý~giải quyết~hồ sơ'],
  ['4', 'đang~đang chờ+xử lý~giải quyết~thụ lý~thẩm định~thẩm tra~xác minh~thực hiện+~hồ sơ~liên thông'],
  [
    '5',
    'chờ~đang chờ~tạm dừng chờ~yêu cầu~chờ công dân~đang chờ công dân~chờ người dân~đang chờ người dân~đang~cần~đã yêu cầu~đang yêu cầu+bổ sung+~giấy tờ~hồ sơ',
  ],
  ['6', 'chờ~đang chờ~yêu cầu~đang+thực hiện nghĩa vụ tài chính~nộp phí~nộp lệ phí~thanh toán'],
  ['7', '~công dân~người dân+~yêu cầu~xin~đã+rút hồ sơ|đã rút|xin rút'],
  ['8', '~đã+dừng+xử lý~giải quyết+~hồ sơ|đã+hủy+~hồ sơ|hồ sơ+đã hủy|~hồ sơ+~đã+bị hủy'],
  [
    '9',
    '~đã+xử lý~giải quyết+xong|đã+xử lý~giải quyết|~đang+chờ+~chuyển+trả+~kết quả+~hồ sơ|~đang+chờ+nhận+kết quả+~hồ sơ|~đã+có kết quả|~hồ sơ+đã hoàn thành+~xử lý~giải quyết~hồ sơ',
  ],
  ['10', 'đã trả+~kết quả~kq+~hồ sơ+~cho công dân'],
];

/** Whether a text says how a deadline stands with the time before or since it, or alone. */
export type DueSaying = 'counted' | 'alone';

/** What says how a deadline stands, folded, in the short form of the vocabulary. */
export const DUE_WORDS: readonly (readonly [DueSaying, list: string])[] = [
  ['counted', '~hồ sơ+~đã~bị+quá~trễ~chậm|~hồ sơ+sớm~trước~còn~còn lại'],
  [
    'alone',
    '~hồ sơ+~đã~bị+quá hạn~trễ hạn~chậm hạn~hết hạn|~hồ sơ+sớm hạn~trước hạn~còn hạn~đúng hạn~đúng tiến độ~trong hạn|' +
      '~hồ sơ+chưa+đến hạn~quá hạn|~hồ sơ+~hôm nay+đến hạn~hết hạn|~hồ sơ+sắp+đến hạn~quá hạn~hết hạn|' +
      '~hồ sơ+đến hạn~hết hạn+hôm nay|~hồ sơ+~đang~đã+tạm dừng+~xử lý~giải quyết',
  ],
];
