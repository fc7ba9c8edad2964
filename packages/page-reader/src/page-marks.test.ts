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
    ['labels in decomposed letters and hard spaces', 'Mã\u00a0hồ sơ: ??? Hạn trả: ???'.normalize('NFD')],
  ])('shows %s', (_, text) => {
    expect(isWorth(text)).toBe(true);
  });

  it.each([
    ['one fact, however often', 'Mã hồ sơ, số biên nhận, mã hồ sơ'],
    ['a label within another', 'Ngày tiếp nhận trực tuyến'],
    ['a menu', 'Trang chủ Tin tức Văn bản Tiếp nhận hồ sơ Danh sách hồ sơ Đăng nhập'],
    ['a phone number and a day', '024-261021-0013 21/10/2026'],
    ['nothing', ''],
  ])('does not show %s', (_, text) => {
    expect(isWorth(text)).toBe(false);
  });

  it('is known by what was taught, and not by labels whose value nobody looks at', () => {
    const text = 'Xong (ngày) 1 Mã người 2 Mã hồ sơ 3';
    expect(isWorth(text)).toBe(false);
    expect(isWorth(text, taught)).toBe(true);
    expect(isWorth('Xong (ngày) 1 Mã người 2', taught)).toBe(false);
    expect(isWorth('Xong / trả 1 Mã hồ sơ 3', taught)).toBe(true);
  });
});
