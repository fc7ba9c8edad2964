import { describe, expect, it } from 'vitest';
import type { Procedure } from './procedure.ts';
import { procedures } from './procedures/index.ts';
import { procedureSpellings, resolveProcedure } from './resolve-procedure.ts';

const codeOf = (printed: { procedureCode?: string; procedureName?: string }) =>
  resolveProcedure(procedures, printed)?.code ?? null;

describe('resolveProcedure', () => {
  it.each([
    ['1.001193', '1.001193'],
    [' 1.001193 ', '1.001193'],
    ['1.000894.02', '1.000894'],
    ['2.000815.000.00.00.H55', '2.000815'],
    ['2.002621.H13', '2.002621'],
    ['1.0011931', null],
    ['11.001193', null],
    ['4.001193', null],
    ['BNG-270817', null],
    ['', null],
  ])('finds code %j as %j', (procedureCode, code) => {
    expect(codeOf({ procedureCode })).toBe(code);
  });

  it.each([
    ['Đăng ký khai sinh', '1.001193'],
    ['ĐĂNG KÝ KHAI SINH', '1.001193'],
    ['  Đăng  ký\u00a0khai\nsinh ', '1.001193'],
    ['Đăng ký khai sinh'.normalize('NFD'), '1.001193'],
    ['Thủ tục đăng ký khai tử', '1.000656'],
    ['Xác nhận tình trạng hôn nhân', '1.004873'],
    ['Đăng ký lại khai sinh', '1.004884'],
    ['Dang ky khai sinh', null],
    ['Đăng ký khai', null],
    ['Đăng ký khai sinh cho cháu', null],
    ['Thủ tục', null],
    ['', null],
  ])('finds name %j as %j', (procedureName, code) => {
    expect(codeOf({ procedureName })).toBe(code);
  });

  it('does not choose between a code and a name that disagree', () => {
    expect(codeOf({ procedureCode: '1.001193', procedureName: 'Đăng ký khai tử' })).toBeNull();
    expect(codeOf({ procedureCode: '1.001193', procedureName: 'Đăng ký khai sinh' })).toBe('1.001193');
    expect(codeOf({ procedureCode: '1.001193', procedureName: 'Tên của địa phương' })).toBe('1.001193');
    expect(codeOf({ procedureCode: 'BNG-270817', procedureName: 'Đăng ký khai sinh' })).toBe('1.001193');
  });

  it('does not choose between two procedures of one name', () => {
    const row = procedures[0] as Procedure;
    const twins = [row, { ...row, code: '3.999999' }];
    expect(resolveProcedure(twins, { procedureName: row.name })).toBeNull();
    expect(resolveProcedure(twins, { procedureCode: '3.999999' })?.code).toBe('3.999999');
  });

  it('finds every shipped procedure by every spelling: no two share a name', () => {
    for (const { code, name } of procedureSpellings(procedures))
      expect(codeOf({ procedureName: name }), name).toBe(code);
  });
});
