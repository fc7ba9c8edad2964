import { describe, expect, it } from 'vitest';
import { isCalmPattern } from '../calm-pattern.ts';
import { addressPattern } from './address-pattern.ts';

const SITE = 'https://motcua.vi-du.example';

describe('addressPattern', () => {
  it.each([
    ['/xu-ly/34001/xem', '/xu-ly/H27.128.14-261021-0013/xem', '/xu-ly/34001/sua'],
    ['/xem.aspx?id=34001', '/xem.aspx?id=2&p=1', '/sua.aspx?id=34001'],
    ['/web/mot-cua/ql#/ho-so/34001/chi-tiet?tab=1', '/web/mot-cua/ql#/ho-so/2/chi-tiet', '/web/mot-cua/ql#/ho-so/2'],
    ['/web/ql?a=b#/ho-so/34001', '/web/ql?c=d#/ho-so/7', '/web/ql?a=b#/danh-sach'],
    [
      '/group/guest?p_p_id=chitiet_WAR_x&hoSoId=1',
      '/group/guest?p_l=1&p_p_id=chitiet_WAR_x',
      '/group/guest?p_p_id=khac',
    ],
    ['/ho-so/c0ffee00-1111-4222-8333-444455556666', '/ho-so/deadbeefdeadbeef', '/danh-sach'],
  ])('of %s fits %s and not %s', (taught, sibling, other) => {
    const pattern = addressPattern(SITE + taught);
    if (pattern === null) throw new Error('no pattern');
    expect(isCalmPattern(pattern)).toBe(true);
    expect(pattern).not.toMatch(/\d{3}/);
    const fits = (address: string) => new RegExp(pattern).test(address);
    expect([taught, sibling, other].map(fits)).toEqual([true, true, false]);
  });

  it.each(['/', '/index.php?trang=chi-tiet&id=1', '/#/', 'not an address'])(
    'does not tell pages of %s apart',
    (address) => {
      expect(addressPattern(address.startsWith('/') ? SITE + address : address)).toBeNull();
    },
  );

  it('keeps no word of a person', () => {
    const pattern = addressPattern(`${SITE}/tra-cuu/Nguy%E1%BB%85n%20V%C4%83n/ket-qua`);
    expect(pattern).toBe('^/tra-cuu/[^/?#]+/ket-qua(?:[?#]|$)');
  });
});
