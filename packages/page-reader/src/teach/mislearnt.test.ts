import { describe, expect, it } from 'vitest';
import type { PageNode } from '../page-node.ts';
import type { PortalProfile } from '../portal-profile.ts';
import { fact, node } from '../testing/literal.ts';
import { type Choice, profileFrom, readTaught, spotsOf, type TaughtKey } from './index.ts';

/* What could be learnt from one page and be wrong on the next. */

const URL = 'https://motcua.vi-du.example/xu-ly/34001/xem';
const CODE = 'H27.128.14-261021-0013';

function contextOf(profile: PortalProfile | null = null) {
  return { url: URL, profile, procedures: [], kind: 'detail' } as const;
}

function page(...content: PageNode[]): PageNode {
  return node('body', {}, node('main', {}, node('h2', {}, 'Xử lý hồ sơ'), fact('Mã hồ sơ: ', CODE), ...content));
}

function offered(root: PageNode, key: TaughtKey, profile: PortalProfile | null = null) {
  return spotsOf(root, contextOf(profile), key).map(({ label, standing }) => [label, standing]);
}

function lesson(...choices: Choice[]): PortalProfile {
  const place = { url: URL, host: 'motcua.vi-du.example', kind: 'detail', heading: null, dialog: false } as const;
  return profileFrom(choices, { ...place, title: 'Ví dụ', source: 'Ví dụ để thử, không của trang nào.' });
}

const bold = (text: string) => node('b', {}, text);
const pair = (label: string, value: string) => node('dl', {}, node('dt', {}, label), node('dd', {}, value));

describe('a day of the applicant’s', () => {
  it.each<[string, PageNode]>([
    ['whose label goes on in another element', node('p', {}, 'Ngày sinh ', bold('theo giấy tờ'), ': 12/03/2027')],
    ['of a paper', node('p', {}, 'Ngày cấp ', bold('giấy tờ'), ': 12/03/2027')],
    ['behind their number', node('p', {}, 'Số CCCD: 001203012345, giấy tờ có hạn: 12/03/2027')],
    ['in brackets behind what it is of', node('p', {}, 'CCCD (Ngày nhập: 12/03/2027)')],
    [
      'whose label goes on in the line below',
      node('div', {}, ...['Ngày sinh', 'Theo giấy tờ', '12/03/2027'].map((text) => node('div', {}, text))),
    ],
  ])('is never learnt: %s', (_, line) => {
    for (const key of ['received', 'due', 'stepDue'] as const) {
      expect(offered(page(line), key).map(([, standing]) => standing)).toEqual(['never-read']);
    }
  });

  it('keeps no other from being learnt that stands below it', () => {
    const root = page(pair('Ngày sinh', '12/03/2001'), pair('Ngày vào sổ', '21/10/2026'));
    expect(offered(root, 'received')).toEqual([
      [null, 'never-read'],
      ['Ngày vào sổ', 'new'],
    ]);
  });
});

describe('a label', () => {
  it.each(['Thời điểm', 'Thời gian', 'Ngày giờ', 'Theo giấy tờ'])(
    'that says nothing but a day is not learnt: %s',
    (label) => {
      expect(offered(page(pair(label, '18/11/2026')), 'due')).toEqual([[null, 'no-label']]);
    },
  );

  it('is learnt whole where its words stand in two elements', () => {
    const root = page(node('p', {}, 'Ngày ', bold('vào sổ'), ': 21/10/2026'));
    expect(offered(root, 'received')).toEqual([[`Ngày vào sổ`, 'new']]);
  });

  it.each([
    [[bold('Còn hạn'), ' ', node('span', {}, 'Phải xong:'), ' 21/11/2026'], 'Phải xong'],
    [[bold('Đang xử lý'), ' ', node('span', {}, 'Vào sổ ngày:'), ' 21/11/2026'], 'Vào sổ ngày'],
    [[node('span', {}, 'Chủ hồ sơ: Lan'), node('span', {}, ' | Phải xong: 21/11/2026')], 'Phải xong'],
  ])('is learnt without a badge or another’s name before it (%#)', (content, label) => {
    expect(offered(page(node('div', {}, ...content)), 'due')).toContainEqual([label, 'new']);
  });

  it.each([
    ['Ngày xong việc (dự kiến)', 'Ngày xong việc'],
    ['Ngày xong việc (*)', 'Ngày xong việc'],
    ['Ngày xong việc (dd/mm/yyyy)', 'Ngày xong việc'],
    ['Ngày/giờ vào sổ', 'Ngày/giờ vào sổ'],
    ['1. Ngày vào sổ', 'Ngày vào sổ'],
  ])('is learnt without what is no part of it: %s', (printed, label) => {
    expect(offered(page(fact(`${printed}: `, '18/11/2026')), 'due')).toEqual([[label, 'new']]);
    expect(offered(page(pair(printed, '18/11/2026')), 'due')).toEqual([[label, 'new']]);
  });

  it('is learnt where nothing but a space parts it from its day', () => {
    expect(offered(page(node('p', {}, 'Ngày vào sổ 21/10/2026 07:34')), 'received')).toEqual([['Ngày vào sổ', 'new']]);
  });

  it('is not learnt where another day stands behind the same words', () => {
    const filter = node(
      'div',
      {},
      node('label', {}, 'Ngày xong việc'),
      node('input', { readonly: '', value: '31/10/2026' }),
    );
    const root = page(filter, pair('Ngày tiếp nhận', '21/10/2026'), pair('Ngày xong việc', '18/11/2026'));
    const standings = spotsOf(root, contextOf(), 'due').map(({ value, standing }) => [value, standing]);
    expect(standings).toContainEqual(['2026-11-18', 'not-read']);
    expect(standings.map(([, standing]) => standing)).not.toContain('new');
  });

  it('that the reader knows is named as the reader spells it', () => {
    expect(offered(page(pair('Ngày hẹn trả', '18/11/2026')), 'due')).toEqual([['Ngày hẹn trả', 'known']]);
  });
});

describe('a lesson that was mistaken', () => {
  const root = page(pair('Hạn nội bộ', '10/11/2026'), pair('Ngày xong việc', '18/11/2026'));

  it('is mended by another: what was taught before is read no more', () => {
    const before = lesson({ key: 'due', label: 'Hạn nội bộ' });
    const spot = spotsOf(root, contextOf(before), 'due').find(({ standing }) => standing === 'new');
    expect(spot).toMatchObject({ label: 'Ngày xong việc', insteadOf: ['Hạn nội bộ'] });
    const choice = { key: 'due', label: 'Ngày xong việc', insteadOf: spot?.insteadOf ?? [] } as const;
    expect(readTaught(root, contextOf(before), [choice]).facts).toMatchObject({ due: '2026-11-18', doubts: [] });
    expect(lesson(choice).labels).toEqual({ due: ['Ngày xong việc'], never: ['Hạn nội bộ'] });
  });

  it('may have meant another day: what it said is not forgotten where it is chosen for that', () => {
    const choices: Choice[] = [
      { key: 'due', label: 'Ngày xong việc', insteadOf: ['Hạn nội bộ'] },
      { key: 'stepDue', label: 'Hạn nội bộ' },
    ];
    expect(lesson(...choices).labels).toEqual({ due: ['Ngày xong việc'], stepDue: ['Hạn nội bộ'] });
  });

  it('was none where it reads the same, or what every portal calls it', () => {
    const same = page(pair('Ngày xong việc', '18/11/2026'), pair('Hạn cuối cùng', '18/11/2026'));
    const before = lesson({ key: 'due', label: 'Ngày xong việc' });
    expect(spotsOf(same, contextOf(before), 'due').flatMap(({ insteadOf }) => insteadOf)).toEqual([]);
    const own = page(pair('Ngày hẹn trả', '18/11/2026'), pair('Ngày xong việc', '20/11/2026'));
    const known = lesson({ key: 'due', label: 'Ngày hẹn trả' });
    expect(spotsOf(own, contextOf(known), 'due').flatMap(({ insteadOf }) => insteadOf)).toEqual([]);
  });

  it('keeps no label from what the reader has always known it to be', () => {
    const before = lesson({ key: 'due', label: 'Ngày tiếp nhận' });
    const known = page(pair('Ngày tiếp nhận', '21/10/2026'));
    expect(offered(known, 'received', before)).toEqual([['Ngày tiếp nhận', 'new']]);
  });
});
