import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteOfPattern } from '../../platform/site-address.ts';
import { readAddress } from './read-address.ts';

describe('readAddress', () => {
  it.each([
    ['https://motcua.example.gov.vn/dvc/ho-so?id=1', 'https://motcua.example.gov.vn/*', 'office', null],
    ['  motcua.example.gov.vn ', 'https://motcua.example.gov.vn/*', 'office', null],
    ['http://motcua.example.gov.vn:8080/', 'http://motcua.example.gov.vn/*', 'office', '8080'],
    ['10.0.0.5', 'http://10.0.0.5/*', 'local', null],
    ['10.0.0.5:9090/mot-cua', 'http://10.0.0.5/*', 'local', '9090'],
    ['https://10.0.0.5/', 'https://10.0.0.5/*', 'local', null],
    ['[2001:db8::1]:8080', 'http://[2001:db8::1]/*', 'local', '8080'],
    ['motcua:8080', 'https://motcua/*', 'local', '8080'],
    ['HTTP://MotCua', 'http://motcua/*', 'local', null],
    ['example.com', 'https://example.com/*', 'other', null],
    ['gov.vn.example.com', 'https://gov.vn.example.com/*', 'other', null],
    ['https://someone:secret@example.com/', 'https://example.com/*', 'other', null],
    ['https://mộtcửa.vn/', 'https://xn--mtca-5y5a8e.vn/*', 'other', null],
  ])('%s asks for %s', (typed, pattern, nature, port) => {
    expect(readAddress(typed)).toMatchObject({ kind: 'site', site: { pattern }, nature, port });
  });

  it.each([
    ['*.gov.vn', 'wildcard'],
    ['https://*/*', 'wildcard'],
    ['<all_urls>', 'wildcard'],
    ['file:///tmp/a.html', 'scheme'],
    ['chrome://settings', 'scheme'],
    ['about:blank', 'scheme'],
    ['mot cua', 'not-an-address'],
    ['https://', 'not-an-address'],
    ['https://mot cua.vn', 'not-an-address'],
  ])('%s is refused: %s', (typed, why) => {
    expect(readAddress(typed)).toEqual({ kind: 'refused', why });
  });

  it('says nothing to an empty field', () => expect(readAddress('  ')).toEqual({ kind: 'empty' }));

  it('whatever is typed, never asks for more than one host', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain(), fc.ipV4(), fc.ipV6()), (typed) => {
        const reading = readAddress(typed);
        return reading.kind !== 'site' || siteOfPattern(reading.site.pattern) !== null;
      }),
    );
  });
});
