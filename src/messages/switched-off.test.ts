import type { PortalProfile } from 'page-reader';
import { describe, expect, it } from 'vitest';
import type { PortalRow } from './requests.ts';
import { switchedOff } from './switched-off.ts';

const HOST = 'motcua.example.gov.vn';

function row(id: string, hosts: readonly string[], over: Partial<PortalRow> = {}): PortalRow {
  const profile: PortalProfile = {
    format: 'portal-profile/1',
    id,
    title: id,
    hosts,
    pages: [],
    labels: {},
    actions: [],
    confidence: 'uncertain',
    source: 'invented for this test',
  };
  return { origin: 'shipped', profile, offBy: null, replacedBy: null, ...over };
}

const view = (...rows: readonly PortalRow[]) => ({ rows, allOff: false, faults: [] });

describe('switchedOff', () => {
  it('says who switched off the profile that acts here', () => {
    const off = row('here', [HOST], { origin: 'imported', offBy: 'official' });
    expect(switchedOff(view(off, row('ours', [HOST])), HOST)).toEqual({ by: 'official', profile: 'here' });
  });

  it('says nothing of profiles for other hosts', () => {
    expect(switchedOff(view(row('wide', ['*.example.gov.vn'], { offBy: 'file' })), 'other.vn')).toBeNull();
  });

  it('holds where another profile names the host as closely, or more closely', () => {
    const wide = row('wide', ['*.example.gov.vn'], { offBy: 'file' });
    const close = row('close', [HOST]);
    expect(switchedOff(view(close, wide), HOST)).toEqual({ by: 'file', profile: 'wide' });
    const off = row('off', [HOST], { offBy: 'policy' });
    expect(switchedOff(view(close, off), HOST)).toEqual({ by: 'policy', profile: 'off' });
  });

  it('holds for the hosts of a profile whose place another took, unless only its own file said so', () => {
    const above = row('same', ['nowhere.example'], { origin: 'imported', offBy: 'policy' });
    const below = row('same', [HOST], { offBy: 'policy', replacedBy: 'imported' });
    expect(switchedOff(view(above, below), HOST)).toEqual({ by: 'policy', profile: 'same' });
    expect(switchedOff(view({ ...above, offBy: null }, { ...below, offBy: 'file' }), HOST)).toBeNull();
  });

  it('says of a policy that keeps off every host that there is nothing to switch', () => {
    expect(switchedOff({ ...view(), allOff: true }, HOST)).toEqual({ by: 'policy', profile: null });
  });
});
