import type { LintWords } from '../pack/lint-words.ts';

const FIRST_WORDS =
  'xin luôn không mỉm chào mời nghe hỏi nói trao trả chúc chia ghi chỉ cảm cám đọc giúp đỡ hướng giải báo gửi viết ' +
  'yêu kiểm xem rà soát tra nhận tiếp chuyển bàn giao hẹn đeo mặc bật tắt mở đóng khóa khoá sao lưu cất soạn in nạp ' +
  'cắm thử kê lau chuẩn quét xóa xoá đăng nhập xuất đổi điền ký đóng dán phát đưa lấy lập nêu góp nhường đứng ngồi ' +
  'giữ nhắc gọi dừng chờ đợi tạ cúi nhìn dùng để làm bắt mang dẫn đón tiễn thưa trình xác nhẹ lắng tôn bảo dọn sắp thay';

const ACCUSING = [
  'vi phạm',
  'sai phạm',
  'lỗi',
  'không đạt',
  'thất bại',
  'yếu kém',
  'kém cỏi',
  'kỷ luật',
  'kỉ luật',
  'bị phạt',
  'xử phạt',
  'khiển trách',
  'phê bình',
  'chậm trễ',
  'thiếu trách nhiệm',
  'vô trách nhiệm',
  'lười',
  'cẩu thả',
  'cố tình',
  'không chịu',
  'sao chưa',
  'tại sao không',
  'tại sao chưa',
  'vì sao không',
  'vì sao chưa',
];

const INNOCENT = ['xin lỗi', 'tạ lỗi', 'cáo lỗi', 'lỗi hệ thống', 'lỗi mạng', 'lỗi đường truyền'];

/** What the linter of packs knows of Vietnamese: verbs that cues begin with, and words that accuse. */
export const vietnameseLintWords: LintWords = {
  language: 'vi',
  firstWords: FIRST_WORDS.split(' '),
  accusing: ACCUSING,
  innocent: INNOCENT,
};
