import { describe, expect, it } from 'vitest';
import { bearsMarks, pageMarks } from './page-marks.ts';
import type { PortalProfile } from './portal-profile.ts';

const taught: PortalProfile = {
  format: 'portal-profile/1',
  id: 'vi-du',
  title: 'Ví dụ',
  hosts: ['motcua.vi-du.vn'],
  pages: [],
  labels: { due: ['Xong (ngày)', 'Xong/Trả'], never: ['Mã người'] },
  actions: [],
  confidence: 'uncertain',
  source: 'Bịa để minh họa',
};

function isWorth(text: string, profile: PortalProfile | null = null): boolean {
  return bearsMarks(text, pageMarks(profile));
}

describe('a page worth reading', () => {
  it.each([
    ['a code', 'Hồ sơ H27.128.14-261021-0013 của bạn'],
    ['a code between cells that touch', 'Mã hồ sơH27.128.14-261021-0013Đang xử lý'],
    ['a code in the hyphens of a word processor', 'h27.128.14‑261021‑0013'],
    ['labels of two facts', 'Ngày tiếp nhận 21/10/2026Ngày hẹn trả 28/10/2026'],
    ['labels that touch what stands before them', 'Đã xong số 4mã hồ sơ: ??? xongngày hẹn trả: ???'],
    ['labels in capitals, over two lines', 'MÃ HỒ SƠ: ???\nNGÀY HẸN\n  TRẢ: ???'],
    ['the weak name of a procedure with its colon', 'Thủ tục hành chính: Đăng ký khai sinh Ngày hẹn trả 28/10/2026'],
    ['labels in decomposed letters and hard spaces', 'Mã\u00a0hồ sơ: ??? Hạn trả: ???'.normalize('NFD')],
  ])('shows %s', (_, text) => {
    expect(isWorth(text)).toBe(true);
  });

  it.each([
    ['one fact, however often', 'Mã hồ sơ, số biên nhận, mã hồ sơ'],
    ['a label within another', 'Ngày tiếp nhận trực tuyến'],
    ['a menu', 'Trang chủ Tin tức Văn bản Tiếp nhận hồ sơ Danh sách hồ sơ Đăng nhập'],
    ['a phone number and a day', '024-261021-0013 21/10/2026'],
    [
      'a login',
      'Hệ thống một cửa điện tử Tên đăng nhập Mật khẩu Đăng nhập Đăng nhập bằng số CCCD (VNeID) Quên mật khẩu?',
    ],
    [
      'news',
      'Cải cách thủ tục hành chính, xã đã tiếp nhận hồ sơ của 120 công dân, giảm thành phần hồ sơ. Cán bộ lập hồ sơ ngay tại quầy, ' +
        'người nộp hồ sơ không phải chờ; thời hạn giải quyết còn hai ngày. Nguồn: Báo Chính phủ',
    ],
    [
      'a dashboard',
      'Trang chủ Tiếp nhận hồ sơ Danh sách hồ sơ Thủ tục hành chính Thống kê Tổng số hồ sơ: 1.200 Tiếp nhận: 120 ' +
        'Đang xử lý: 80 Còn lại: 20 Hẹn trả: 5 Quá hạn: 1 Tiến độ: 98%',
    ],
    [
      'a map',
      'Bản đồ hành chính Tiếp nhận hồ sơ Lớp dữ liệu Thửa đất Tỷ lệ: 1:500 Nguồn: Bộ Nông nghiệp và Môi trường',
    ],
    ['an account below an official’s menu', 'Thêm mới hồ sơ Thông tin tài khoản Số CCCD: 001099000001 Lưu'],
    ['questions', 'Tiếp nhận hồ sơ trực tiếp Tra cứu theo số CCCD Câu hỏi thường gặp'],
    ['advice', 'Tên người nộp hồ sơ phải trùng với số CCCD'],
    ['nothing', ''],
  ])('does not show %s', (_, text) => {
    expect(isWorth(text)).toBe(false);
  });

  it.each([
    [
      'its title and whose dossier it is',
      'Tiếp nhận hồ sơ Thủ tục hành chính Họ và tên người nộp Số CCCD Địa chỉ Ngày hẹn trả Tiếp nhận',
    ],
    ['no due date', 'Tiếp nhận hồ sơ Thủ tục hành chính Họ và tên người nộp Số CCCD Địa chỉ Tiếp nhận'],
    [
      'a field and a part of the old paper',
      'Tiếp nhận hồ sơ Lĩnh vực Thủ tục Họ tên người nộp Số CMND/CCCD Thành phần hồ sơ Lưu nháp Tiếp nhận',
    ],
    ['another title', 'Thêm mới hồ sơ Thủ tục hành chính Họ và tên Số CCCD Ngày hẹn trả Lưu Tiếp nhận hồ sơ'],
  ])('may be the form that makes a dossier: with %s', (_, text) => {
    expect(isWorth(text)).toBe(true);
  });

  it('is known by what was taught, and not by labels whose value nobody looks at', () => {
    const text = 'Xong (ngày) 1 Mã người 2 Mã hồ sơ 3';
    expect(isWorth(text)).toBe(false);
    expect(isWorth(text, taught)).toBe(true);
    expect(isWorth('Xong (ngày) 1 Mã người 2', taught)).toBe(false);
    expect(isWorth('Xong / trả 1 Mã hồ sơ 3', taught)).toBe(true);
  });
});
