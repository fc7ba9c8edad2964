import { readdirSync } from 'node:fs';
import { kindFromUrl, type PageKind } from 'page-reader';
import { lintProfile, parseProfile } from 'page-reader/profile';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { shippedPackFiles } from '../packs/index.ts';
import { portalById, portalForHost, portals, shippedProfileFiles } from './index.ts';

/** Addresses as they are printed in the sources of the profiles, ids invented, and what they are. */
const ADDRESSES: readonly (readonly [portal: string, host: string, path: string, kind: PageKind | null])[] = [
  ['opencps', 'motcua.mod.gov.vn', '/web/mot-cua/xu-ly#/danh-sach-ho-so/3/chi-tiet-ho-so/34013', 'detail'],
  ['opencps', 'motcua.mod.gov.vn', '/web/mot-cua/xu-ly#/danh-sach-ho-so/3/ho-so/0/NEW', 'receive'],
  ['opencps', 'motcua.mod.gov.vn', '/web/mot-cua/xu-ly#/danh-sach-ho-so/3?step=110&page=2', 'list'],
  ['thanh-hoa', 'motcua.thanhhoa.gov.vn', '/dvc/tiep-nhan-ho-so/moi-tiep-nhan', 'list'],
  ['thanh-hoa', 'motcua.thanhhoa.gov.vn', '/dvc/danh-gia-hai-long/danh-gia-co-quan', 'rating'],
  [
    'thanh-hoa-tra-cuu',
    'hcc.thanhhoa.gov.vn',
    '/portaldvc/KenhTin/tra-cuu.aspx?mahs=000.00.06.H56-231027-0361',
    'detail',
  ],
  ['liferay-classic', 'motcuasothongke.cantho.gov.vn', '/group/guest/danh-sach-ho-so?p_p_id=x', 'list'],
  ['national', 'dichvucong.gov.vn', '/chi-tiet-thu-tuc/1.001193', 'procedure'],
  ['national', 'dichvucong.gov.vn', '/nop-ho-so', 'filing'],
  ['lien-thong', 'lienthong.dichvucong.gov.vn', '/#/ke-khai/2.000986', 'filing'],
  ['padsvc', 'dichvucong.danang.gov.vn', '/vi/padsvc/apply-online/65f0c1d2e3a4b5c6d7e8f901', 'filing'],
  ['vnpt-digo', 'dichvucong.hochiminhcity.gov.vn', '/', null],
  ['quang-ninh', 'dichvucong.quangninh.gov.vn', '/nop-ho-so/1234', 'filing'],
  ['lao-cai-lai-chau', 'vi-du.laocai.gov.vn', '/dich-vu-cong/tiep-nhan-online/nhap-thong-tin-ho-so?sid=12', 'filing'],
  ['bac-ninh', 'vi-du.bacninh.gov.vn', '/web/guest/eform?id=3', 'filing'],
  [
    'thai-nguyen',
    'vi-du.thainguyen.gov.vn',
    '/nop-ho-so?MaTTHCDP=2.000815.000.00.00.H55&MaCoQuanThucHien=H55.242',
    'filing',
  ],
  ['tu-phap', 'tokhaidientu.moj.gov.vn', '/e-form/0f8fad5b-d9cb-469f-a165-70867728950e', 'filing'],
  ['tu-phap', 'dichvucongnganhtuphap.moj.gov.vn', '/nop-ho-so/12?maThuTuc=1.004873', 'filing'],
  ['bo-cong-an', 'dichvucong.bocongan.gov.vn', '/bocongan/bothutuc/tthc?matt=26263', 'procedure'],
];

describe('the shipped portal profiles', () => {
  it.each(shippedProfileFiles.map((file) => [file]))('parse as if they came from outside: %#', (file) => {
    expect(parseProfile(file)).toEqual({ ok: true, profile: file });
  });

  it('are all in the index', () => {
    const files = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
    expect(portals.map(({ id }) => `${id}.json`).sort()).toEqual(files.sort());
  });

  it('are written in composed letters', () => {
    expect(JSON.stringify(portals)).toBe(JSON.stringify(portals).normalize('NFC'));
  });

  it('know every host the manifest asks for; all others are granted one by one', () => {
    const known = new Set(portals.flatMap(({ hosts }) => hosts));
    const asked = manifest.content_scripts
      .flatMap(({ matches }) => matches)
      .map((match) => new URL(match.replace('*:', 'https:')).hostname);
    expect(asked.filter((host) => !known.has(host))).toEqual([]);
    expect([...new Set(manifest.content_scripts.flatMap(({ matches }) => matches))]).toEqual(manifest.host_permissions);
  });

  it('never claim one host twice', () => {
    const hosts = portals.flatMap((portal) => portal.hosts);
    expect(hosts.filter((host, at) => hosts.indexOf(host) < at)).toEqual([]);
  });

  it('name only packs that ship', () => {
    const packs = new Set(shippedPackFiles.map((pack) => (pack as { readonly id: string }).id));
    expect(portals.flatMap(({ pack }) => pack ?? []).filter((pack) => !packs.has(pack))).toEqual([]);
  });

  it('say what they do not know instead of guessing: advice only on addresses without a heading', () => {
    const advice = portals.flatMap((portal) => lintProfile(portal).map(({ code }) => `${portal.id} ${code}`));
    expect(advice.filter((each) => !each.endsWith('one-signal') && !each.endsWith('label-known'))).toEqual([]);
  });

  it.each(ADDRESSES)('%s is what serves %s and knows its addresses: %s', (id, host, path, kind) => {
    const portal = portalForHost(host);
    expect(portal?.id).toBe(id);
    expect(kindFromUrl(portal, `https://${host}${path}`)).toBe(kind);
  });

  it('have an address each, so that none is without a test', () => {
    expect(new Set(ADDRESSES.map(([id]) => id))).toEqual(new Set(portals.map(({ id }) => id)));
  });

  it('find their host and no other', () => {
    expect(portalForHost('khac.dichvucong.gov.vn')).toBeNull();
    expect(portalForHost('motcua.mod.gov.vn.vi-du.example')).toBeNull();
    expect(portalForHost('motcua.mod.gov.vn:8443')?.id).toBe('opencps');
    expect(portalById('thanh-hoa')?.hosts).toEqual(['motcua.thanhhoa.gov.vn']);
    expect(portalById('khong-co')).toBeNull();
  });
});
