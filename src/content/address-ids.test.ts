import { describe, expect, it } from 'vitest';
import { idsIn } from './address-ids.ts';

const motcua = 'https://motcua.mod.gov.vn/web/mot-cua-bo-quoc-phong/mot-cua';

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
