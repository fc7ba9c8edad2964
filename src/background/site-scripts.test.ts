import { describe, expect, it } from 'vitest';
import { grantedSites, scriptChanges } from './site-scripts.ts';

const LISTED = ['https://dichvucong.gov.vn/*', '*://motcua.example.vn/*'];
const JS = ['src/content/index.js'];

describe('grantedSites', () => {
  it("are those beside the manifest's own, one host each", () => {
    const origins = [...LISTED, 'https://motcua.example.vn/*', 'http://10.0.0.5/*', 'https://*/*', '*://*.gov.vn/*'];
    expect(grantedSites(origins, LISTED)).toEqual(['http://10.0.0.5/*']);
  });

  it('a listed host by a scheme that is not listed counts as granted', () => {
    expect(grantedSites(['http://dichvucong.gov.vn/*'], LISTED)).toEqual(['http://dichvucong.gov.vn/*']);
  });
});

describe('scriptChanges', () => {
  it('adds what is missing and removes what was revoked', () => {
    const registered = [{ id: 'http://old/*', js: JS }];
    expect(scriptChanges(['http://new/*'], JS, registered)).toEqual({
      remove: ['http://old/*'],
      add: [{ id: 'http://new/*', js: JS }],
    });
  });

  it('changes nothing the second time', () => {
    const { add } = scriptChanges(['http://a/*', 'http://b/*'], JS, []);
    expect(scriptChanges(['http://a/*', 'http://b/*'], JS, add)).toEqual({ remove: [], add: [] });
  });

  it('replaces a script that names the file of another version', () => {
    const registered = [{ id: 'http://a/*', js: ['assets/old.js'] }];
    expect(scriptChanges(['http://a/*'], JS, registered)).toEqual({
      remove: ['http://a/*'],
      add: [{ id: 'http://a/*', js: JS }],
    });
  });
});
