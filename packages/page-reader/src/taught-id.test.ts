import { describe, expect, it } from 'vitest';
import { parseProfile } from './parse-profile.ts';
import { isTaughtId, taughtId } from './taught-id.ts';

const LONG = `motcua.${'xa-rat-dai.'.repeat(6)}gov.vn`;

describe('taughtId', () => {
  it('says the host', () => {
    expect(taughtId('motcua.vi-du.vn')).toMatch(/^taught-motcua-vi-du-vn-[0-9a-f]{8}$/);
    expect(taughtId('motcua.gov.vn')).toBe('taught-motcua-gov-vn');
    expect(taughtId('10.0.0.5')).toBe('taught-10-0-0-5');
  });

  it('is never that of another host, however alike', () => {
    const hosts = ['a.b.vn', 'a-b.vn', 'a_b.vn', 'a.b-vn', 'a.b.vn:80', 'a.b.vn.80', LONG, `${LONG}:1`, `${LONG}:2`];
    expect(new Set(hosts.map(taughtId)).size).toBe(hosts.length);
  });

  it.each(['a.b.vn', 'a_b.vn', '10.0.0.5:8080', 'motcua', LONG])('of %s is one that a profile may have', (host) => {
    const profile = {
      format: 'portal-profile/1',
      id: taughtId(host),
      title: 'x',
      hosts: [host],
      pages: [],
      labels: {},
      actions: [],
      confidence: 'uncertain',
      source: 'x',
    };
    expect(parseProfile(profile)).toMatchObject({ ok: true });
    expect(isTaughtId(profile.id)).toBe(true);
  });
});
