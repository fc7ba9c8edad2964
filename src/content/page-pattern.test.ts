import { describe, expect, it } from 'vitest';
import { idsIn, pagePattern } from './page-pattern.ts';

const motcua = 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/mot-cua';

describe('pagePattern', () => {
  it('is the same for two dossiers of one page, and names neither', () => {
    const one = pagePattern(`${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34013?activeTab=tabs-1`);
    const two = pagePattern(`${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34999`);
    expect(one).toBe(two);
    expect(one).toBe(`${motcua}#/danh-sach-ho-so/*/chi-tiet-ho-so/*`);
  });

  it('hides codes and random ids wherever they stand', () => {
    expect(pagePattern('https://a.gov.vn/ho-so/H27.128.14-261021-0013/xem')).toBe('https://a.gov.vn/ho-so/*/xem');
    expect(pagePattern('https://a.gov.vn/x/0b0f1c2d-aaaa-bbbb-cccc-0123456789ab')).toBe('https://a.gov.vn/x/*');
  });

  it('keeps the portlet of a classic page and drops its state', () => {
    const url = 'http://a.gov.vn/group/guest/danh-muc?p_p_id=XuLy_WAR_portlet&p_p_lifecycle=0&_XuLy_hoSoId=771';
    expect(pagePattern(url)).toBe('http://a.gov.vn/group/guest/danh-muc?p_p_id=XuLy_WAR_portlet');
  });

  it('does not take a plain anchor for a route', () => {
    expect(pagePattern('https://a.gov.vn/ho-so#tabs-1')).toBe('https://a.gov.vn/ho-so');
  });
});

describe('idsIn', () => {
  it('differs between dossiers and not between tabs of one', () => {
    const detail = `${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34013`;
    expect(idsIn(`${detail}?activeTab=tabs-2`)).toBe(idsIn(detail));
    expect(idsIn(detail)).not.toBe(idsIn(`${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34014`));
    expect(idsIn('https://a.gov.vn/x?maHoSo=H27-261021-0013')).not.toBe(
      idsIn('https://a.gov.vn/x?maHoSo=H27-261021-0014'),
    );
  });
});
