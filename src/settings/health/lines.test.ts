import { describe, expect, it } from 'vitest';
import { translator } from '../../platform/i18n.ts';
import { siteOf } from '../../platform/site-address.ts';
import { healthTexts } from '../../platform/texts/health.ts';
import { portals } from '../../rules/portals/index.ts';
import type { Environment } from './environment.ts';
import { environmentLines, linesText, portalLines, restingLines, siteLines } from './lines.ts';
import type { Sites } from './sites.ts';

const t = translator(healthTexts, 'vi');
const time = (ms: number) => `${ms}`;

const silent: Environment = {
  extension: '0.1.0',
  browser: 'Firefox 153',
  house: null,
  journal: null,
  storage: null,
  alarm: null,
  shortcut: null,
  policy: null,
};

function sites(...urls: readonly string[]): Sites {
  const rows = urls.flatMap((url) => {
    const site = siteOf(url);
    return site === null ? [] : [{ site, listed: false, allowed: true }];
  });
  return { rows, wide: [] };
}

describe('the lines of the health page', () => {
  it('say of each part that does not answer that it does not, and are to be looked at', () => {
    const lines = environmentLines(silent, t, time);
    const calm = lines.filter(({ look }) => !look).map(({ label }) => label);
    expect(calm).toEqual(['Thân Thiện', 'Trình duyệt']);
    expect(lines.find(({ label }) => label === 'Sổ ghi')?.value).toBe('chưa trả lời');
  });

  it('name the keys of a policy, never what they hold', () => {
    const policy = { used: ['portals'], ignored: ['typo'] };
    const line = environmentLines({ ...silent, policy }, t, time).at(-1);
    expect(line).toEqual({ label: 'Chính sách', value: 'đang dùng portals; không dùng được typo', look: true });
  });

  it('are copied with hosts only: no path, no port, no query', () => {
    const text = linesText([
      { title: 'x', lines: siteLines(sites('http://10.0.0.5:8080/ho-so?ma=H27-261102-0013'), null, t) },
    ]);
    expect(text).toBe('x\n- 10.0.0.5: Đang dùng · mình đã cho phép · qua http, không mã hóa\n');
  });

  it('say of a site that the overlay may run on, but was switched off for, who did that', () => {
    const [shipped] = portals;
    if (shipped === undefined) throw new Error('no portal ships');
    const profile = { ...shipped, hosts: ['a.gov.vn'] };
    const off = { origin: 'shipped', profile, offBy: 'policy', replacedBy: null } as const;
    const lines = siteLines(
      sites('https://a.gov.vn', 'https://b.gov.vn'),
      { rows: [off], allOff: false, faults: [] },
      t,
    );
    expect(lines).toEqual([
      { label: 'a.gov.vn', value: 'Cơ quan đã tắt · mình đã cho phép', look: true },
      { label: 'b.gov.vn', value: 'Đang dùng · mình đã cho phép', look: false },
    ]);
  });

  it('say what rests where, and how long it took', () => {
    const resting = [{ host: 'a.gov.vn', rule: 'rows', ms: 84, pages: 2, at: 7 }] as const;
    expect(restingLines(resting, t, time)).toEqual([
      { label: 'a.gov.vn', value: 'Nhãn hạn trên từng dòng · mất 84 ms · 7', look: true },
    ]);
  });

  it('say of a portal where it comes from, who switched it off, and how sure it is', () => {
    const [shipped] = portals;
    if (shipped === undefined) throw new Error('no portal ships');
    const rows = [
      { origin: 'shipped', profile: { ...shipped, confidence: 'recalled' }, offBy: 'official', replacedBy: null },
    ] as const;
    expect(portalLines({ rows, allOff: false, faults: [] }, t, 'vi')).toEqual([
      { label: shipped.id, value: expect.stringMatching(/^Mình đã tắt · có sẵn · .*theo trí nhớ/), look: true },
    ]);
    expect(portalLines({ rows: [], allOff: true, faults: [] }, t, 'vi')).toMatchObject([{ look: true }]);
  });

  it('say what is wrong with a portal that is not used: whoever is sent these sees nothing else of it', () => {
    const faults = [
      { in: 'policy', id: 'xa-tu', path: '/hosts/0', code: 'host-form', message: 'not a host', values: {} },
      { in: 'local', id: null, path: '', code: 'host-form', message: 'not a host', values: {} },
    ] as const;
    expect(portalLines({ rows: [], allOff: false, faults }, t, 'en')).toEqual([
      { label: 'của cơ quan · xa-tu', value: '/hosts/0: not a host', look: true },
      { label: 'trên máy này', value: 'not a host', look: true },
    ]);
  });
});
