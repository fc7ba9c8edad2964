import { describe, expect, it } from 'vitest';
import { covers, type SiteAddress, siteOf, siteOfPattern } from './site-address.ts';

const site = (url: string): SiteAddress => {
  const found = siteOf(url);
  if (found === null) throw new Error(`${url} is no site`);
  return found;
};

describe('siteOf', () => {
  it.each([
    ['https://motcua.example.gov.vn/web/qlhs?id=1#/2', 'motcua.example.gov.vn', 'https://motcua.example.gov.vn/*'],
    ['http://10.0.0.5:8080/dvc', '10.0.0.5', 'http://10.0.0.5/*'],
    ['http://motcua/', 'motcua', 'http://motcua/*'],
    ['https://[2001:db8::1]:8443/', '[2001:db8::1]', 'https://[2001:db8::1]/*'],
  ])('%s is granted by scheme and host, whatever its port and path', (url, host, pattern) => {
    expect(siteOf(url)).toMatchObject({ host, pattern });
  });

  it.each(['about:blank', 'chrome://extensions/', 'file:///tmp/a.html', 'data:text/html,x', 'not an address'])(
    '%s is no site',
    (url) => expect(siteOf(url)).toBeNull(),
  );

  it('tells plain http', () => {
    expect([site('https://a.vn/').secure, site('http://a.vn/').secure]).toEqual([true, false]);
  });
});

describe('siteOfPattern', () => {
  it('reads what was granted for one host', () => {
    expect(siteOfPattern('http://10.0.0.5/*')).toEqual(site('http://10.0.0.5/'));
    expect(siteOfPattern('*://motcua.example.vn/*')).toMatchObject({ host: 'motcua.example.vn', secure: false });
  });

  it.each(['https://*/*', '*://*/*', '<all_urls>', 'https://*.gov.vn/*'])('%s is wider than one host', (pattern) => {
    expect(siteOfPattern(pattern)).toBeNull();
  });
});

describe('covers', () => {
  it('by the same scheme or by any, never by another host', () => {
    expect(covers('https://a.gov.vn/*', site('https://a.gov.vn/x'))).toBe(true);
    expect(covers('*://a.gov.vn/*', site('http://a.gov.vn/x'))).toBe(true);
    expect(covers('https://a.gov.vn/*', site('http://a.gov.vn/x'))).toBe(false);
    expect(covers('*://a.gov.vn/*', site('https://b.a.gov.vn/x'))).toBe(false);
  });
});
