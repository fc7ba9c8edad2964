import { describe, expect, it } from 'vitest';
import { closestProfile } from './host-pattern.ts';
import { layOver } from './lay-over.ts';
import type { PortalProfile } from './portal-profile.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const below = shippedProfile('opencps');
const taught: PortalProfile = {
  ...below,
  id: 'taught',
  hosts: ['motcua.mod.gov.vn'],
  pages: [{ kind: 'detail', url: '^/xem/' }],
  labels: { due: ['Ngày xong', 'HẸN LẠI'], never: ['Người duyệt'] },
  actions: [],
};

describe('layOver', () => {
  it('adds pages and labels, and lets the upper meaning of a label win', () => {
    const laid = layOver(taught, below);
    expect(laid.id).toBe('taught');
    expect(laid.pages).toEqual([...taught.pages, ...below.pages]);
    expect(laid.labels).toEqual({
      due: ['Ngày xong', 'HẸN LẠI'],
      never: ['Người duyệt'],
      submittedDirect: ['Ngày nộp hồ sơ'],
      submittedOnline: ['Ngày gửi trực tuyến'],
    });
  });

  it('keeps actions and pack of the lower one only where the upper has none', () => {
    const [first] = below.actions;
    if (first === undefined) throw new Error('no action');
    expect(layOver(taught, { ...below, pack: 'a' })).toMatchObject({ actions: below.actions, pack: 'a' });
    const own = { ...taught, actions: [first], pack: 'b' };
    expect(layOver(own, { ...below, pack: 'a' })).toMatchObject({ actions: [first], pack: 'b' });
  });
});

describe('closestProfile', () => {
  const named = (...hosts: string[]): PortalProfile => ({ ...below, id: hosts.join('-'), hosts });
  const all = [
    named('*.vi-du.vn'),
    named('*.xa.vi-du.vn'),
    named('motcua.xa.vi-du.vn'),
    named('*.xa.vi-du.vn:8443'),
    named('10.0.0.5'),
    named('10.0.0.5:8080'),
    named('motcua'),
    named('[fd00::5]'),
    named('[fd00::5]:8080'),
  ];

  it.each([
    ['motcua.xa.vi-du.vn', 'motcua.xa.vi-du.vn'],
    ['motcua.xa.vi-du.vn:8443', 'motcua.xa.vi-du.vn'],
    ['khac.xa.vi-du.vn', '*.xa.vi-du.vn'],
    ['khac.xa.vi-du.vn:8443', '*.xa.vi-du.vn:8443'],
    ['xa.vi-du.vn', '*.vi-du.vn'],
    ['10.0.0.5', '10.0.0.5'],
    ['10.0.0.5:8080', '10.0.0.5:8080'],
    ['10.0.0.5:81', '10.0.0.5'],
    ['motcua', 'motcua'],
    ['vi-du.vn', null],
    ['xvi-du.vn', null],
    ['motcua.vn', null],
    ['10.0.0.55', null],
    ['[fd00::5]', '[fd00::5]'],
    ['[fd00::5]:8080', '[fd00::5]:8080'],
    ['[fd00::5]:81', '[fd00::5]'],
    ['[fd00::55]', null],
  ])('takes for %s the closest: %s', (host, hosts) => {
    expect(closestProfile(all, host)?.id ?? null).toBe(hosts);
    expect(closestProfile(all.toReversed(), host)?.id ?? null).toBe(hosts);
  });
});
