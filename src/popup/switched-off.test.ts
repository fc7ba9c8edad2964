import type { PortalProfile } from 'page-reader';
import { describe, expect, it } from 'vitest';
import type { PortalRow } from '../messages/requests.ts';
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
  return { origin: 'shipped', profile, offBy: null, ...over };
}

const view = (...rows: readonly PortalRow[]) => ({ rows, allOff: false, faults: [] });

describe('switchedOff', () => {
  it('says who switched off the profile that acts here', () => {
    const off = row('here', [HOST], { origin: 'imported', offBy: 'official' });
    expect(switchedOff(view(off, row('ours', [HOST])), HOST)).toEqual({ by: 'official', profile: 'here' });
  });

  it('says nothing of profiles for other hosts, nor of a wide one where a closer one acts', () => {
    const wide = row('wide', ['*.example.gov.vn'], { offBy: 'file' });
    expect(switchedOff(view(wide, row('close', [HOST])), HOST)).toBeNull();
    expect(switchedOff(view(wide), 'other.vn')).toBeNull();
    expect(switchedOff(view(wide), HOST)).toEqual({ by: 'file', profile: 'wide' });
  });

  it('says of a policy that keeps off every host that there is nothing to switch', () => {
    expect(switchedOff({ ...view(), allOff: true }, HOST)).toEqual({ by: 'policy', profile: null });
  });
});
