import fc from 'fast-check';
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
      '/group/guest?p_p_id=chitiet_WAR_hosoportlet&hoSoId=1',
      '/group/guest?p_l=1&p_p_id=chitiet_WAR_hosoportlet',
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

  it.each([
    ['/tra-cuu/Nguy%E1%BB%85n%20V%C4%83n/ket-qua', '^/tra-cuu/[^/?#]+/ket-qua(?:[?#]|$)'],
    ['/ho-so/nguyen-van-a/xem', '^/ho-so/[^/?#]+/xem(?:[?#]|$)'],
    ['/nguyenvana/ChiTietHoSo.aspx?id=1', '^/[^/?#]+/ChiTietHoSo\\.aspx(?:[?#]|$)'],
    ['/web/nguyen-van-a#/ho-so/7', '^/web/[^/?#]+#/ho-so/[^/?#]+(?:[?]|$)'],
    ['/ho-so/nguyen-van-a', null],
    ['/web/ql#/ho-so/nguyen-van-a', null],
    ['/group/guest?p_p_id=nguyen_van_a', null],
  ])('keeps no word of a person: %s', (address, pattern) => {
    expect(addressPattern(SITE + address)).toBe(pattern);
  });

  it('keeps words of its own list only, whatever the address holds', () => {
    const names = fc.constantFrom(
      'qvzkhw',
      'van-qvzkhw',
      'QvzkhwVanA',
      'qvzkhw.nguyen',
      '038123456789',
      'qvzkhw@vi-du.example',
    );
    const part = fc.oneof(names, fc.constantFrom('ho-so', 'chi-tiet', 'xem.aspx', 'web', '34001'));
    const path = fc.array(part, { maxLength: 4 }).map((parts) => parts.join('/'));
    fc.assert(
      fc.property(path, part, part, path, fc.boolean(), (one, key, value, route, isRouted) => {
        const pattern = addressPattern(`${SITE}/${one}?p_p_id=${value}&${key}=${value}${isRouted ? `#/${route}` : ''}`);
        expect(pattern ?? '').not.toMatch(/qvzkhw|\d/i);
      }),
    );
  });
});
