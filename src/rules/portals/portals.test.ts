import { parseProfile } from 'page-reader/profile';
import { describe, expect, it } from 'vitest';
import manifest from '../../../manifest.json' with { type: 'json' };
import { portalById, portalForHost, portals, shippedProfileFiles } from './index.ts';

describe('the shipped portal profiles', () => {
  it.each(shippedProfileFiles.map((file) => [file]))('parse as if they came from outside: %#', (file) => {
    expect(parseProfile(file)).toEqual({ ok: true, profile: file });
  });

  it('are written in composed letters', () => {
    expect(JSON.stringify(portals)).toBe(JSON.stringify(portals).normalize('NFC'));
  });

  it('serve exactly the hosts the manifest asks for', () => {
    const asked = manifest.content_scripts
      .flatMap(({ matches }) => matches)
      .map((match) => new URL(match.replace('*:', 'https:')).hostname);
    expect(portals.flatMap(({ hosts }) => hosts).sort()).toEqual(asked.sort());
  });

  it('find their host and no other', () => {
    expect(portalForHost('motcua.mod.gov.vn')?.id).toBe('opencps');
    expect(portalForHost('dichvucong.gov.vn')?.id).toBe('national');
    expect(portalForHost('khac.dichvucong.gov.vn')).toBeNull();
    expect(portalForHost('motcua.mod.gov.vn.vi-du.example')).toBeNull();
    expect(portalById('thanh-hoa')?.hosts).toEqual(['motcua.thanhhoa.gov.vn']);
  });

  it('take a whole domain where a profile says so', () => {
    const [first] = portals;
    const wide = first === undefined ? [] : [{ ...first, hosts: ['*.vi-du.example'] }];
    expect(portalForHost('motcua.vi-du.example', wide)?.id).toBe('opencps');
    expect(portalForHost('vi-du.example', wide)).toBeNull();
    expect(portalForHost('xvi-du.example', wide)).toBeNull();
  });
});
