import { describe, expect, it } from 'vitest';
import { isApplicantLabel } from './applicant-label.ts';

describe('isApplicantLabel', () => {
  it.each([
    'Chủ hồ sơ:',
    'CHỦ HỒ SƠ',
    'Chủ  hồ sơ *',
    'Chủ hồ sơ'.normalize('NFD'),
    'Người nộp hồ sơ',
    'Họ, chữ đệm, tên (Họ và tên)',
    'Số CMND/ căn cước:',
    'Địa chỉ thường trú',
    'Thư điện tử',
    'Địa chỉ email :',
    'Số điện thoại',
    'Ngày sinh',
    'Mã số thuế',
    'Tên hồ sơ',
    'Trích yếu hồ sơ',
    'Nội dung yêu cầu giải quyết',
    'Ghi chú',
  ])('knows %s', (label) => {
    expect(isApplicantLabel(label)).toBe(true);
  });

  it.each([
    'Mã hồ sơ',
    'Số hồ sơ',
    'Tên thủ tục',
    'Ngày tiếp nhận',
    'Hẹn trả',
    'Hạn xử lý cá nhân',
    'Thời hạn giải quyết',
    'Trạng thái hồ sơ',
    'Hình thức nộp hồ sơ',
    'Thông tin hồ sơ',
    'Đơn vị tiếp nhận',
  ])('leaves %s to the reader', (label) => {
    expect(isApplicantLabel(label)).toBe(false);
  });
});
