import { describe, expect, it } from 'vitest';
import { parseProfile } from './parse-profile.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const good = shippedProfile('opencps');
const [action, ...actions] = good.actions;

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
    ['two actions of one id', { ...good, actions: [action, action] }, '/actions'],
  ])('names the place of %s', (_, profile, path) => {
    const parsed = parseProfile(profile);
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path)).toEqual([path]);
  });

  it('reports all faults at once', () => {
    const parsed = parseProfile({ ...good, id: 'Open CPS', confidence: 'sure', source: undefined });
    expect(parsed.ok ? [] : parsed.faults.map((fault) => fault.path).sort()).toEqual(['/confidence', '/id', '/source']);
  });
});
