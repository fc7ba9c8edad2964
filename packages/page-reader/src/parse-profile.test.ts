import { describe, expect, it } from 'vitest';
import { lintProfile } from './lint-profile.ts';
import { parseProfile } from './parse-profile.ts';
import { profileFaultInVietnamese } from './profile-fault.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const good = shippedProfile('opencps');
const [action, ...actions] = good.actions;

function nested(levels: number): unknown {
  return levels === 0 ? [] : { due: nested(levels - 1) };
}

const APPLICANT = [
  'Chủ hồ sơ',
  'Họ và tên',
  'HỌ TÊN người nộp',
  'Số CCCD',
  'Địa chỉ thường trú',
  'Email:',
  'Trích yếu',
];

describe('parseProfile', () => {
  it('gives back a good profile', () => {
    expect(parseProfile(JSON.parse(JSON.stringify(good)))).toEqual({ ok: true, profile: good });
  });

  it.each([
    ['not an object', null, ''],
    ['another format', { ...good, format: 'portal-profile/2' }, '/format'],
    ['a misspelt key', { ...good, host: [] }, '/host'],
    ['a bad host', { ...good, hosts: ['https://x/'] }, '/hosts/0'],
    ['a pattern that is none', { ...good, pages: [{ kind: 'list', url: '(' }] }, '/pages/0/url'],
    ['a page without a mark', { ...good, pages: [{ kind: 'list' }] }, '/pages/0'],
    ['an unknown kind', { ...good, pages: [{ kind: 'menu', url: 'x' }] }, '/pages/0/kind'],
    ['an unknown fact', { ...good, labels: { applicant: ['Chủ hồ sơ'] } }, '/labels/applicant'],
    [
      'an unknown outcome',
      { ...good, actions: [...actions, { ...action, outcome: 'lost' }] },
      `/actions/${actions.length}/outcome`,
    ],
    ['an action nobody can see succeed', { ...good, actions: [{ ...action, success: [] }] }, '/actions/0/success'],
    [
      'a status out of range',
      { ...good, actions: [{ ...action, success: [{ sign: 'status', status: 11 }] }] },
      '/actions/0/success/0/status',
    ],
    ['two actions of one id', { ...good, actions: [action, action] }, '/actions/1/id'],
    ['no host', { ...good, hosts: [] }, '/hosts'],
    ['a host twice', { ...good, hosts: ['a.vn', 'a.vn'] }, '/hosts/1'],
    ['a host with a scheme', { ...good, hosts: ['http://10.0.0.5'] }, '/hosts/0'],
    ['a whole country', { ...good, hosts: ['*.vn'] }, '/hosts/0'],
    ['a pattern that may take for ever', { ...good, pages: [{ kind: 'list', url: '(a+)+$' }] }, '/pages/0/url'],
    [
      'a label under two facts',
      { ...good, labels: { due: ['Ngày xong'], stepDue: ['NGÀY  XONG'] } },
      '/labels/stepDue/0',
    ],
    ['a label with a number', { ...good, labels: { code: ['Hồ sơ 0912345678'] } }, '/labels/code/0'],
    ['a label longer than any', { ...good, labels: { code: ['x'.repeat(61)] } }, '/labels/code/0'],
    ['a switch that is none', { ...good, enabled: 'no' }, '/enabled'],
    ['a pack that is no id', { ...good, pack: 'Công an' }, '/pack'],
    ['a version that is none', { ...good, version: '1' }, '/version'],
    ['a source of two lines', { ...good, source: 'a\nb' }, '/source'],
    ['an inherited key', JSON.parse('{"__proto__":{"id":"x"}}'), '/__proto__'],
    ['a key of another kind', { ...good, labels: { constructor: ['x'] } }, '/labels/constructor'],
    ['endless nesting', { ...good, labels: nested(200) }, ''],
    ['endless lists', { ...good, hosts: Array.from({ length: 30_000 }, () => 'a.vn') }, ''],
  ])('names the place of %s', (_, profile, path) => {
    const parsed = parseProfile(profile);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('reports all faults at once', () => {
    const parsed = parseProfile({ ...good, id: 'Open CPS', confidence: 'sure', source: undefined });
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path).sort()).toEqual(['/confidence', '/id', '/source']);
  });

  it.each(APPLICANT)('lets no profile have the applicant read: %s', (text) => {
    for (const key of ['code', 'due', 'procedureName', 'mixed', 'dueText'] as const) {
      const parsed = parseProfile({ ...good, labels: { [key]: ['Mã khác', text] } });
      expect(parsed).toMatchObject({ ok: false, faults: [{ path: `/labels/${key}/1`, code: 'applicant-label' }] });
    }
    expect(parseProfile({ ...good, labels: { never: [text] } }).ok).toBe(true);
  });

  it.each([
    'motcua',
    '10.0.0.5',
    '10.0.0.5:8080',
    'motcua.example.vn',
    '*.example.vn',
    '*.example.vn:65535',
    '1cua.vn',
    'xn--mt-ca-7qa.vn',
  ])('takes the address of an office: %s', (host) => {
    expect(parseProfile({ ...good, hosts: [host] }).ok).toBe(true);
  });

  it.each(['10.0.0.05', '999.1.1.1', '10.0.0', '*.0.0.5', '10.0.0.5:65536', 'một-cửa.vn'])(
    'refuses an address that no browser shows: %s',
    (host) => {
      expect(parseProfile({ ...good, hosts: [host] })).toMatchObject({ ok: false, faults: [{ code: 'host-form' }] });
    },
  );

  it('says each fault in both languages, and never what was found', () => {
    const parsed = parseProfile({ ...good, id: 'Họ tên', hosts: ['Nguyễn Văn Thử'], actions: 'Nguyễn Văn Thử' });
    const faults = parsed.ok ? [] : parsed.faults;
    expect(faults.map(profileFaultInVietnamese)).toEqual([
      'phải là chữ thường không dấu, nối bằng dấu "-", tối đa 64 ký tự',
      'phải là tên máy chủ viết thường như "motcua.example.vn", "*.example.vn", "10.0.0.5:8080" hoặc "[fd00::5]"; tên có dấu ghi như khi chép từ thanh địa chỉ, "xn--…"',
      'cần một danh sách trong dấu []',
    ]);
    expect(JSON.stringify(faults)).not.toMatch(/Nguyễn|Họ tên/);
  });
});

describe('lintProfile', () => {
  it('says what an author should look at', () => {
    const profile = {
      ...good,
      pages: [{ kind: 'list' as const, url: '^/ds' }],
      labels: {
        due: ['Ngày hẹn trả', 'Ngày xong', 'Ngày tiếp nhận:', 'Thời điểm'],
        code: ['Hồ sơ gốc'],
        stepDue: ['Hẹn trả'],
        receivedDirect: ['Ngày nộp'],
      },
      hosts: ['motcua.vi-du.vn', '10.0.0.5:80'],
      actions: good.actions.slice(0, 1).map((one) => ({ ...one, failure: [] })),
      source: 'tôi đoán',
    };
    expect(lintProfile(profile).map(({ path, code }) => `${path} ${code}`)).toEqual([
      '/hosts/1 port-implied',
      '/pages/0 one-signal',
      '/labels/due/0 label-known',
      '/labels/due/2 label-turned',
      '/labels/due/3 label-vague',
      '/labels/code/0 label-ignored',
      '/actions/0/failure no-failure',
      '/source source-thin',
    ]);
  });
});
