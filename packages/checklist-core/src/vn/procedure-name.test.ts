import { describe, expect, it } from 'vitest';
import { foldedProcedureName } from './procedure-name.ts';

describe('foldedProcedureName', () => {
  it.each([
    ['Đăng ký khai sinh', 'đăng ký khai sinh'],
    ['THỦ TỤC  ĐĂNG KÝ\u00a0KHAI SINH ', 'đăng ký khai sinh'],
    ['Thủ tục: Đăng ký khai sinh', 'đăng ký khai sinh'],
    ['Thủ tục đăng ký khai tử'.normalize('NFD'), 'đăng ký khai tử'],
    ['Thủ tục', 'thủ tục'],
    ['Dang ky khai sinh', 'dang ky khai sinh'],
    ['', ''],
  ])('folds %j to %j', (name, folded) => {
    expect(foldedProcedureName(name)).toBe(folded);
    expect(foldedProcedureName(folded)).toBe(folded);
  });
});
