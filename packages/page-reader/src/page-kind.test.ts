import { describe, expect, it } from 'vitest';
import type { PageKind } from './page-facts.ts';
import { citizensKind, kindFromUrl } from './page-kind.ts';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { fact, node } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';
import { vietnameseWords } from './vietnamese-words.ts';

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

  it('is looked for at the beginning of the address only', () => {
    const profile = shippedProfile('opencps');
    expect(kindFromUrl(profile, `${opencps}?q=${'x'.repeat(100_000)}`)).toBe('list');
    expect(kindFromUrl(profile, `https://motcua.mod.gov.vn/?q=${'x'.repeat(3_000)}#/danh-sach-ho-so/3`)).toBeNull();
  });

  it('is nothing without a profile', () => {
    expect(kindFromUrl(null, opencps)).toBeNull();
  });
});

describe('the kind of page facing a citizen that an address alone speaks for', () => {
  it.each([
    ['https://vi-du.gov.vn/nop-ho-so/12', 'filing'],
    ['https://vi-du.gov.vn/web/mot-cua/Danh-Gia-can-bo', 'rating'],
    [opencps, null],
  ])('%s: %s', (url, kind) => {
    expect(citizensKind(vietnameseWords, url)).toBe(kind);
    expect(citizensKind(null, url)).toBeNull();
  });
});

describe('the kind of a page that no profile knows', () => {
  const CODE = 'H27.128.14-261021-0013';
  const kindOf = (path: string, ...content: PageNode[]) =>
    readPage(node('body', {}, ...content), { url: `https://vi-du.gov.vn${path}`, profile: null, procedures: [] }).kind;
  const button = (text: string) => node('button', {}, text);
  const heading = (text: string) => node('h2', {}, text);
  const dossier = [
    fact('Mã hồ sơ: ', CODE),
    fact('Ngày tiếp nhận: ', '21/10/2026'),
    fact('Ngày hẹn trả: ', '22/10/2026'),
  ];
  const inputs = [1, 2, 3, 4].map((value) => node('input', { value: `${value}` }));

  it.each<[PageKind, string, PageNode[]]>([
    ['filing', '/vi/padsvc/apply-online/5f7d0a1b2c3d4e5f6a7b8c9f', inputs],
    ['filing', '/nop-ho-so/12?maThuTuc=1.004873', [button('Tiếp tục')]],
    ['filing', '/dich-vu-cong/tiep-nhan-online/nhap-thong-tin-ho-so?sid=1', [heading('Nhập thông tin hồ sơ')]],
    ['filing', '/#/ke-khai/2.000986', [heading('Kê khai thông tin')]],
    ['filing', '/x', [heading('Nộp hồ sơ trực tuyến'), button('Nộp hồ sơ')]],
    ['detail', '/phieu/2', [heading('Gửi hồ sơ thành công!'), ...dossier, button('Chuyển xử lý')]],
    ['detail', '/x', [heading('PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ'), ...dossier]],
    ['detail', '/x', [heading('Phiếu xin lỗi và hẹn lại ngày trả kết quả'), ...dossier]],
    ['detail', '/mot-cua/sua-ho-so/12', [heading('Kê khai thông tin hồ sơ'), ...dossier, button('Tiếp tục')]],
    ['other', '/nop-ho-so/12', []],
    ['rating', '/x', [heading('Đánh giá sự hài lòng'), button('Rất hài lòng'), button('Hài lòng')]],
    ['receive', '/x', [heading('Tiếp nhận hồ sơ'), button('Tiếp nhận')]],
    ['detail', '/x', [...dossier, button('Chuyển xử lý')]],
    ['detail', '/chi-tiet-ho-so/12', dossier],
    ['return', '/x', [heading('Trả kết quả'), ...dossier, button('Trả kết quả')]],
    ['detail', '/x', [heading('Chi tiết hồ sơ'), ...dossier, node('div', {}, 'Trả kết quả')]],
    ['procedure', '/thu-tuc-hanh-chinh/1', [fact('Mã thủ tục: ', '1.001193')]],
    ['other', '/x', dossier],
  ])('%s at %s', (kind, path, content) => expect(kindOf(path, ...content)).toBe(kind));
});
