import { describe, expect, it } from 'vitest';
import { kindFromUrl } from './page-kind.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const opencps = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/3';
const national = 'https://dichvucong.gov.vn';

describe('the kind that an address alone speaks for', () => {
  it.each([
    ['opencps', `${opencps}?renew=1&page=1`, 'list'],
    ['opencps', opencps, 'list'],
    ['opencps', `${opencps}/chi-tiet-ho-so/34013?activeTab=tabs-1&btnIndex=2`, 'detail'],
    ['opencps', `${opencps}/ho-so/34014/NEW`, 'receive'],
    ['opencps', `${opencps}/ho-so/34014/UPDATE`, null],
    ['opencps', `${opencps}/xu-ly-ho-so?dossiers=1,2`, null],
    ['thanh-hoa', 'https://motcua.thanhhoa.gov.vn/dvc/tra-ket-qua/cho-tra-ket-qua', 'list'],
    ['national', `${national}/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000000656`, 'procedure'],
    ['national', `${national}/chi-tiet-thu-tuc/1.000656`, 'procedure'],
    ['national', `${national}/thu-tuc-hanh-chinh`, null],
    ['national', `${national}/nop-ho-so?x=1`, 'filing'],
    ['liferay-classic', 'http://motcuasothongke.cantho.gov.vn/group/guest/chi-tiet-ho-so?p_p_id=x', 'detail'],
  ])('%s %s: %s', (id, url, kind) => expect(kindFromUrl(shippedProfile(id), url)).toBe(kind));

  it('is nothing without a profile', () => {
    expect(kindFromUrl(null, opencps)).toBeNull();
  });
});
