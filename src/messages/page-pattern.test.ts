import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PAGE_PATTERN, pagePattern } from './page-pattern.ts';

const motcua = 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/mot-cua';
const classic = 'http://a.gov.vn/group/guest/danh-muc';

describe('pagePattern', () => {
  it.each([
    [
      `${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34013?activeTab=tabs-1`,
      `${motcua}#/danh-sach-ho-so/1/chi-tiet-ho-so/3`,
    ],
    ['https://a.gov.vn/ho-so/H27.128.14-261021-0013/xem', 'https://a.gov.vn/ho-so/H27.128.14-261021-0014/xem'],
    ['https://a.gov.vn/x/0b0f1c2d-aaaa-bbbb-cccc-0123456789ab', 'https://a.gov.vn/x/7'],
    ['https://a.gov.vn/tra-cuu/Nguy%E1%BB%85n/xem', 'https://a.gov.vn/tra-cuu/Tr%E1%BA%A7n/xem'],
    [`${classic}?p_p_id=XuLy_WAR_portlet&p_p_lifecycle=0&_XuLy_hoSoId=771`, `${classic}?p_p_id=XuLy_WAR_portlet`],
    ['https://a.gov.vn/ho-so#tabs-1', 'https://a.gov.vn/ho-so'],
  ])('is the same for two dossiers of one page: %s', (one, two) => {
    expect(pagePattern(one)).toBe(pagePattern(two));
  });

  it('differs between the pages of a site, and between sites', () => {
    const pages = [
      motcua,
      `${motcua}#/danh-sach-ho-so/0`,
      `${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34013`,
      `${motcua}#/danh-sach-ho-so/0/ho-so/34013/NEW`,
      'https://a.gov.vn/danh-sach-ho-so',
      'http://a.gov.vn/danh-sach-ho-so',
      'http://a.gov.vn:8080/danh-sach-ho-so',
      classic,
      `${classic}?p_p_id=XuLy_WAR_portlet`,
      `${classic}?p_p_id=DanhSach_WAR_portlet`,
    ];
    expect(new Set(pages.map(pagePattern)).size).toBe(pages.length);
  });

  it('holds no word of an address, whatever stands in it', () => {
    const part = fc.oneof(
      fc.constantFrom('nguyen-van-a', 'NguyenThiHoa', 'Nguyễn Văn A', '038123456789', 'H27.128.14-261021-0013'),
      fc.string({ maxLength: 20 }).map(encodeURIComponent),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 5 }), part, part, fc.boolean(), (path, query, route, isClassic) => {
        const name = isClassic ? 'p_p_id' : 'ten';
        const url = `https://a.gov.vn/${path.join('/')}?${name}=${encodeURIComponent(query)}#/${route}`;
        expect(pagePattern(url)).toMatch(PAGE_PATTERN);
        expect(pagePattern(url)).toMatch(/^https:\/\/a\.gov\.vn\/#....$/);
      }),
    );
  });

  it('of an address that was kept with its words before is the same', () => {
    expect(pagePattern(`${motcua}#/danh-sach-ho-so/*/chi-tiet-ho-so/*`)).toBe(
      pagePattern(`${motcua}#/danh-sach-ho-so/0/chi-tiet-ho-so/34013`),
    );
  });

  it('of an IPv6 address is one that is taken', () => {
    expect(pagePattern('http://[2001:db8::1]:8080/ho-so/1')).toMatch(PAGE_PATTERN);
  });
});
