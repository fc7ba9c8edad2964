import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { lintProfile } from '../lint-profile.ts';
import type { PageFacts, PageKind } from '../page-facts.ts';
import type { PageNode } from '../page-node.ts';
import { PageReader } from '../page-reader.ts';
import { parseProfile } from '../parse-profile.ts';
import { readPage } from '../read-page.ts';
import { node, table } from '../testing/literal.ts';
import { type Choice, headingOf, profileFrom, readTaught, refusalAt, spotsOf, type TaughtKey } from './index.ts';
import { safeLabel } from './safe-label.ts';

const PROCEDURES = [{ code: '1.001193', name: 'Đăng ký khai sinh' }];
const URL = 'https://motcua.vi-du.example/xu-ly/34001/xem';

function contextOf(kind: PageKind) {
  return { url: URL, profile: null, procedures: PROCEDURES, kind } as const;
}

function lessonOf(root: PageNode, kind: PageKind, choices: readonly Choice[]) {
  return profileFrom(choices, {
    url: URL,
    host: 'motcua.vi-du.example',
    kind,
    heading: headingOf(root),
    dialog: false,
    title: 'Được chỉ: motcua.vi-du.example',
    source: 'Được chỉ trên máy này, từ nhãn của trang.',
  });
}

/** Points at these values, as an official does who knows what they mean. */
function teach(root: PageNode, kind: PageKind, values: Partial<Record<TaughtKey, string>>): Choice[] {
  const choices: Choice[] = [];
  for (const [key, value] of Object.entries(values) as [TaughtKey, string][]) {
    const spots = spotsOf(root, contextOf(kind), key, choices);
    const spot = spots.find((each) => each.standing === 'new' && each.value === value);
    if (spot?.label != null) choices.push({ key, label: spot.label });
  }
  return choices;
}

interface Dossier {
  readonly code: string;
  readonly received: string;
  readonly due: string;
}

const FIRST: Dossier = { code: 'H27.128.14-261021-0013', received: '21/10/2026 07:34', due: '18/11/2026 16:30' };
const SECOND: Dossier = {
  code: 'H27.128.14-261102-0007',
  received: '02/11/2026',
  due: '9 giờ 30 phút, ngày 20/11/2026',
};

function iso({ code }: Dossier): Pick<PageFacts, 'code' | 'received' | 'due'> {
  return code === FIRST.code
    ? { code, received: '2026-10-21T07:34', due: '2026-11-18T16:30' }
    : { code, received: '2026-11-02', due: '2026-11-20T09:30' };
}

type Layout = (label: string, value: string) => PageNode;

const LAYOUTS: Readonly<Record<string, Layout>> = {
  spans: (label, value) => node('div', {}, node('span', {}, `${label}: `), node('span', {}, ` ${value} `)),
  line: (label, value) => node('p', {}, `- ${label}: ${value}`),
  cells: (label, value) => node('table', {}, node('tr', {}, node('th', {}, label), node('td', {}, value))),
  columns: (label, value) =>
    node('div', {}, node('div', {}, node('div', {}, label)), node('div', {}, node('div', {}, value))),
  field: (label, value) => node('div', {}, node('label', {}, label), node('input', { value, readonly: '' })),
};

const CITIZEN = ['Chủ hồ sơ', 'Họ và tên', 'Địa chỉ', 'Ngày sinh', 'Số CCCD'] as const;

function detail(layout: Layout, { code, received, due }: Dossier, odd: readonly [string, string, string]): PageNode {
  return node(
    'body',
    {},
    node('header', {}, node('h1', {}, 'Hệ thống một cửa')),
    node(
      'main',
      {},
      node('h2', {}, 'Xử lý hồ sơ'),
      layout(odd[0], code),
      layout('Chủ hồ sơ', 'NGUYỄN VĂN VÍ DỤ'),
      layout('Ngày sinh', '01/02/2020'),
      layout(odd[1], received),
      layout(odd[2], due),
    ),
  );
}

const CODE_LABELS = ['Số phiếu tiếp nhận', 'Mã vụ việc', 'Mã hồ sơ'] as const;
const RECEIVED_LABELS = ['Ngày vào sổ', 'Ngày nhận giấy tờ', 'Thời điểm lập phiếu', 'Ngày nộp'] as const;
const DUE_LABELS = ['Ngày xong việc', 'Hạn trả cho người dân', 'Phải trả trước ngày', 'Thời điểm hoàn thành'] as const;

describe('teaching a page', () => {
  it('names no label for what is read by itself: that of the line above is another value’s', () => {
    const row = (label: string, value: string) => node('tr', {}, node('td', {}, label), node('td', {}, value));
    const rows = [
      row('Mã theo dõi', FIRST.code),
      row('Ngày phải xong', '27/11/2026 16:00'),
      row('Việc cần làm', 'Đăng ký khai sinh'),
    ];
    const root = node('body', {}, node('table', {}, node('tbody', {}, ...rows)));
    const [spot] = spotsOf(root, contextOf('detail'), 'procedureName', []);
    expect(spot).toMatchObject({ value: 'Đăng ký khai sinh', standing: 'known', label: null });
  });

  it('learns labels of its own, so that this page and its siblings read', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(LAYOUTS)),
        fc.constantFrom(...CODE_LABELS),
        fc.constantFrom(...RECEIVED_LABELS),
        fc.constantFrom(...DUE_LABELS),
        (layout, ...labels) => {
          const page = detail(layout, FIRST, labels);
          const choices = teach(page, 'detail', iso(FIRST));
          expect(readTaught(page, contextOf('detail'), choices).facts).toMatchObject(iso(FIRST));

          const parsed = parseProfile(lessonOf(page, 'detail', choices));
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
          expect(lintProfile(parsed.profile)).toEqual([]);
          const url = 'https://motcua.vi-du.example/xu-ly/34002/xem';
          const found = { url, profile: parsed.profile, procedures: PROCEDURES };
          const reading = readPage(detail(layout, SECOND, labels), found);
          expect(reading).toMatchObject({ kind: 'detail', facts: iso(SECOND) });
        },
      ),
      { numRuns: 60 },
    );
  });

  it('learns a column of a list by one of its cells', () => {
    const rows = [FIRST, SECOND].map(({ code, received, due }) => [code, received, due, 'LÊ THỊ MẪU']);
    const page = node('body', {}, table(['Mã vụ việc', 'Ngày nhận giấy tờ', 'Ngày xong việc', 'Công dân'], ...rows));
    const spots = spotsOf(page, contextOf('list'), 'due');
    expect(spots.map(({ label, nodes, standing }) => [label, nodes.length, standing])).toEqual([
      ['Ngày nhận giấy tờ', 2, 'new'],
      ['Ngày xong việc', 2, 'new'],
    ]);
    const choices: Choice[] = [
      { key: 'received', label: 'Ngày nhận giấy tờ' },
      { key: 'due', label: 'Ngày xong việc' },
    ];
    expect(readTaught(page, contextOf('list'), choices).rows).toMatchObject([iso(FIRST), iso(SECOND)]);
  });

  it('learns the label of a list of cards as one', () => {
    const cards = [FIRST, SECOND].map(({ code, received, due }) =>
      node(
        'div',
        {},
        node('div', {}, `Mã hồ sơ: ${code}`),
        node('div', {}, `Ngày tiếp nhận: ${received}`),
        node('div', {}, `Ngày xong việc: ${due}`),
      ),
    );
    const page = node('body', {}, node('main', {}, ...cards));
    const spots = spotsOf(page, contextOf('list'), 'due').filter(({ standing }) => standing === 'new');
    expect(spots.map(({ label, nodes }) => [label, nodes.length])).toEqual([['Ngày xong việc', 2]]);
    const taught = readTaught(page, contextOf('list'), [{ key: 'due', label: 'Ngày xong việc' }]);
    expect(taught.rows).toMatchObject([iso(FIRST), iso(SECOND)]);
  });

  it('tells several values of one line apart by the label before each', () => {
    const page = node('body', {}, node('div', {}, 'Ngày nhận giấy tờ: 21/10/2026 07:34, hẹn trả: 18/11/2026 16:30'));
    const spots = spotsOf(page, contextOf('detail'), 'due');
    expect(spots.map(({ label, value }) => [label, value])).toEqual([
      ['Ngày nhận giấy tờ', '2026-10-21T07:34'],
      ['hẹn trả', '2026-11-18T16:30'],
    ]);
  });

  it('says what the reader knows already, and refuses what would mix two meanings up', () => {
    const page = detail(LAYOUTS.spans as Layout, FIRST, ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả']);
    expect(spotsOf(page, contextOf('detail'), 'due').map(({ standing }) => standing)).toEqual([
      'never-read',
      'other-meaning',
      'known',
    ]);
    const taught: Choice[] = [{ key: 'received', label: 'Ngày xong việc' }];
    const odd = detail(LAYOUTS.spans as Layout, FIRST, ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày xong việc']);
    expect(spotsOf(odd, contextOf('detail'), 'due', taught).at(-1)?.standing).toBe('other-meaning');
  });

  it.each(CITIZEN)('never takes what stands behind "%s"', (label) => {
    for (const layout of Object.values(LAYOUTS)) {
      const value = layout(label, '01/02/2020');
      const page = node('body', {}, layout('Mã vụ việc', FIRST.code), value);
      expect(spotsOf(page, contextOf('detail'), 'due').filter(({ standing }) => standing === 'new')).toEqual([]);
      const name = layout(label, 'Nguyễn Văn Ví Dụ');
      const named = node('body', {}, layout('Mã vụ việc', FIRST.code), name);
      expect(refusalAt(named, contextOf('detail'), lastOf(name))).toBe('never-read');
    }
  });
});

function lastOf(part: PageNode): PageNode {
  const inner = part.children.filter(({ tag }) => tag !== '#text').at(-1);
  return inner === undefined ? part : lastOf(inner);
}

const SYLLABLES =
  'Nguyễn Trần Lê Phạm Hoàng Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Mã Thị Văn Công Chính Quyền Thái Trang Lệ Hạnh Tiến Trung Tâm Thủ Số Quả Cửa Ánh'.split(
    ' ',
  );
const name = fc
  .array(fc.constantFrom(...SYLLABLES), { minLength: 2, maxLength: 4 })
  .map((parts) => parts.join(' '))
  .filter((text) => !text.includes('Mã Số'));

describe('a label that is none, or another place’s', () => {
  const DAY = { code: FIRST.code, day: '21/10/2026' };

  it('is no status, way in or due text that happens to stand above a day', () => {
    const chip = (text: string, day: string) => node('td', {}, node('div', {}, text), node('div', {}, day));
    for (const text of ['Đang xử lý', 'Chờ bổ sung', 'Trực tuyến', 'Đúng hạn']) {
      const rows = [FIRST, SECOND].map(({ code }) => node('tr', {}, node('td', {}, code), chip(text, '25/10/2026')));
      const heads = node('tr', {}, node('th', {}, 'Mã hồ sơ'), node('th', {}, 'Trạng thái'));
      const spots = spotsOf(node('body', {}, node('table', {}, heads, ...rows)), contextOf('list'), 'due');
      expect(spots.map(({ standing, label }) => [standing, label])).not.toContainEqual(['new', text]);
    }
  });

  it('is not one of two labels in a row above two values', () => {
    const cells = ['Ngày vào sổ', 'Ngày phải xong', '21/10/2026', '25/10/2026'].map((text) => node('div', {}, text));
    const page = node('body', {}, node('div', {}, `Mã hồ sơ: ${DAY.code}`), node('div', {}, ...cells));
    for (const key of ['received', 'due'] as const) {
      expect(spotsOf(page, contextOf('detail'), key).filter(({ standing }) => standing === 'new')).toEqual([]);
    }
  });

  it('is learnt where another place says the same: a dossier taken in on the day it was filed', () => {
    const lines = [
      `Mã hồ sơ: ${DAY.code}`,
      `Ngày nộp: ${DAY.day}`,
      `Ngày vào sổ: ${DAY.day}`,
      'Ngày hẹn trả: 25/10/2026',
    ];
    const page = node('body', {}, ...lines.map((line) => node('div', {}, line)));
    const spots = spotsOf(page, contextOf('detail'), 'received');
    expect(spots.map(({ label, standing }) => [label, standing])).toContainEqual(['Ngày vào sổ', 'new']);
    expect(spots.map(({ label, standing }) => [label, standing])).toContainEqual(['Ngày nộp', 'known']);
  });

  it('is learnt for its own column, whatever another row says in another', () => {
    const days = [
      ['20/10/2026', '21/10/2026'],
      ['21/10/2026', '22/10/2026'],
    ];
    const rows = days.map((day, at) => [at === 0 ? FIRST.code : SECOND.code, ...day]);
    const page = node('body', {}, table(['Mã hồ sơ', 'Ngày nộp', 'Ngày vào sổ'], ...rows));
    const spots = spotsOf(page, contextOf('list'), 'received');
    expect(spots.map(({ label, standing }) => [label, standing])).toEqual([
      ['Ngày nộp', 'known'],
      ['Ngày vào sổ', 'new'],
    ]);
  });

  it('is refused where two columns bear it: the reader would take the first', () => {
    const rows = [
      [FIRST.code, '21/10/2026', '25/10/2026'],
      [SECOND.code, '25/10/2026', '29/10/2026'],
    ];
    const page = node('body', {}, table(['Mã hồ sơ', 'Thời điểm', 'Thời điểm'], ...rows));
    const spots = spotsOf(page, contextOf('list'), 'due');
    expect(spots.filter(({ value, standing }) => value === '2026-10-25' && standing === 'new')).toEqual([]);
  });

  it('reads a long page once for each label, not for each place', () => {
    const card = () =>
      ['Ngày vào sổ', '21/10/2026', 'Thời điểm phải xong', '25/10/2026'].map((text) => node('div', {}, text));
    const code = (i: number) => node('div', {}, `H27.128.14-261021-${String(i).padStart(4, '0')}`);
    const page = node('body', {}, ...Array.from({ length: 60 }, (_, i) => node('div', {}, code(i), ...card())));
    const read = vi.spyOn(PageReader.prototype, 'read');
    expect(spotsOf(page, contextOf('detail'), 'received')).toHaveLength(120);
    expect(read.mock.calls.length).toBeLessThan(10);
    read.mockRestore();
  });
});

describe('the applicant', () => {
  it('is never kept, whoever stands where a label would', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(LAYOUTS)),
        name,
        fc.constantFrom(
          '{n}',
          '{n} - ngày',
          'Ngày {n}',
          'Hẹn {n}',
          'Ông {n}',
          'Ngày hẹn trả của {n}',
          '{n} 0912345678',
        ),
        fc.constantFrom<TaughtKey>('code', 'received', 'due', 'stepDue', 'status', 'term', 'procedureName'),
        (layout, who, shape, key) => {
          const label = shape.replace('{n}', who);
          const values = [FIRST.code, FIRST.due, 'Đang xử lý', '3 ngày làm việc', 'Đăng ký khai sinh', who];
          const page = node('body', {}, node('h2', {}, label), ...values.map((value) => layout(label, value)));
          const spots = spotsOf(page, contextOf('detail'), key);
          const kept = [
            headingOf(page),
            ...spots.map((spot) => spot.label),
            lessonOf(page, 'detail', teach(page, 'detail', { [key]: spots[0]?.value ?? '' })),
          ];
          expect(JSON.stringify(kept).toLowerCase()).not.toContain(who.toLowerCase());
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a label that may be kept', () => {
  it.each([
    'Ngày hẹn trả',
    'Mã số biên nhận:',
    '- Ngày tiếp nhận *:',
    'Ngày phải trả kết quả (dự kiến',
    'Ngày ký nhận:',
    'Ngày giao trả kết quả',
    'Mã tra cứu hồ sơ',
    ...CODE_LABELS,
    ...RECEIVED_LABELS,
    ...DUE_LABELS,
  ])('%s', (text) => {
    expect(safeLabel(text)).not.toBeNull();
  });

  it.each([
    'Hồ Lệ Thái',
    'Hẹn trả 🅽🅰🅼',
    'Lý Công Chính',
    'MÃ QUYỀN',
    'Số 12 ngõ 3',
    'Ngày hẹn trả cho bà Lan',
    'Chủ hồ sơ',
    'Ngày sinh',
    'Địa chỉ nhận kết quả',
    'a@b.example',
    'Trạng thái: Đang xử lý',
    'ngày',
    'Ngày hẹn trả kết quả giải quyết thủ tục hành chính tiếp',
    '',
  ])('not: %s', (text) => {
    expect(safeLabel(text)).toBeNull();
  });
});
