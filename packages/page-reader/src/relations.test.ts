import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { fact, node, table } from './testing/literal.ts';

/** Every way in which a label and its value were seen to stand to each other, each on its own. */

const procedures = [
  { code: '1.001193', name: 'Đăng ký khai sinh' },
  { code: '1.004194', name: 'Xóa đăng ký thường trú' },
];
const CODE = 'H27.128.14-261021-0013';
const OTHER = 'H27.128.14-261001-0099';

function read(...content: PageNode[]) {
  const root = node('body', {}, ...content);
  return readPage(root, { url: 'https://vi-du.gov.vn/x', profile: null, procedures, kind: 'detail' }).facts;
}

const div = (...children: (PageNode | string)[]) => node('div', {}, ...children);
const span = (...children: (PageNode | string)[]) => node('span', {}, ...children);
const row = (...cells: (PageNode | string)[]) => node('tr', {}, ...cells.map((cell) => node('td', {}, cell)));
const fixed = (value: string, more: Record<string, string> = {}) => node('input', { value, readonly: '', ...more });

describe('a value and its label', () => {
  it.each([
    ['sibling spans', [div(span('Ngày hẹn trả: '), span('18/11/2026'))]],
    ['columns', [div(div(div('Ngày hẹn trả')), div(node('p', {}, '18/11/2026')))]],
    ['dt and dd', [node('dl', {}, div(node('dt', {}, 'Hẹn trả'), node('dd', {}, div(span('18/11/2026')))))]],
    ['th and td', [node('table', {}, node('tr', {}, node('th', {}, 'Hẹn trả'), node('td', {}, '18/11/2026')))]],
    ['four cells a row', [node('table', {}, row('Mã hồ sơ', CODE, 'Ngày hẹn trả', '18/11/2026'))]],
    ['a row below', [node('table', {}, row('Ngày hẹn trả'), row('18/11/2026'))]],
    ['lines of one cell', [div('- Mã số: 1', node('br', {}), '- Ngày hẹn trả : 18/11/2026')]],
    ['one sentence', [div('- Tiếp nhận trực tiếp: 20/10/2026 15:30, hẹn trả: 18/11/2026')]],
    ['a Material list', [node('mat-list-item', {}, span('Hẹn trả'), span('18/11/2026'))]],
    [
      'a Material card',
      [node('mat-card', {}, node('mat-card-title', {}, 'Ngày hẹn trả'), node('mat-card-subtitle', {}, '18/11/2026'))],
    ],
    ['a field after its label', [div(node('label', {}, 'Ngày hẹn trả *'), fixed('18/11/2026'))]],
    ['a field its label names', [node('label', { for: 'a' }, 'Hẹn trả'), div(div(), fixed('18/11/2026', { id: 'a' }))]],
    [
      'a field that names its label',
      [node('b', { id: 'b' }, 'Ngày hẹn trả'), div(div(), fixed('18/11/2026', { 'aria-labelledby': 'b' }))],
    ],
    ['a field that says its label', [fixed('18/11/2026', { 'aria-label': 'Ngày hẹn trả' })]],
    ['a field under a floating label', [div(fixed('18/11/2026'), span(node('label', {}, 'Ngày hẹn trả')))]],
    ['a disabled field', [div(div('Ngày hẹn trả'), div(node('input', { value: '18/11/2026', disabled: '' })))]],
    ['label above value', [div(div('Ngày hẹn trả'), div('18/11/2026'))]],
    ['behind icons and marks', [div(span('event'), span('Ngày hẹn trả'), span('(*)'), span(':'), span('18/11/2026'))]],
    ['in capitals, decomposed, hard spaces', [fact('NGÀY\u00a0HẸN\u00a0TRẢ:'.normalize('NFD'), '18/11/2026')]],
    ['numbered', [fact('3. Ngày hẹn trả (?):', '18/11/2026')]],
    ['a day and its hour on two lines', [div(div('Ngày hẹn trả'), div(div('18/11/2026'), div('07:34')))]],
  ] as const)('%s', (_, content) => {
    expect(read(...content)?.due).toMatch(/^2026-11-18(T07:34)?$/);
  });

  it('stand in turns under each other', () => {
    const th = (text: string) => node('th', {}, text);
    const facts = read(
      node(
        'table',
        {},
        node('tr', {}, th('Mã hồ sơ'), th('Ngày tiếp nhận')),
        row(CODE, '21/10/2026'),
        node('tr', {}, th('Ngày hẹn trả'), th('Trạng thái')),
        row('18/11/2026', 'Đang xử lý'),
      ),
    );
    expect(facts).toMatchObject({ code: CODE, received: '2026-10-21', due: '2026-11-18', status: 4 });
  });

  it('may be a code of its own kind, only behind a label', () => {
    expect(read(fact('Mã hồ sơ: ', 'BNG-261021-0001'))?.code).toBe('BNG-261021-0001');
    expect(read(fact('Mã hồ sơ: ', 'H27.128.14 – 261021 – 0013'))?.code).toBe(CODE);
    expect(read(div('BNG-261021-0001'))?.code).toBeUndefined();
    expect(read(fact('Mã hồ sơ: ', 'BNG-991399-0001'))?.code).toBeUndefined();
  });

  it('may be a procedure with its code before or behind it, the tone on either vowel', () => {
    const found = { procedureCode: '1.004194', procedureName: 'Xóa đăng ký thường trú' };
    expect(read(fact('Thủ tục: ', '1.004194 - Xoá đăng ký thường trú'))).toMatchObject(found);
    expect(read(fact('Thủ tục: ', 'Xóa đăng ký thường trú (1.004194)'))).toMatchObject(found);
  });

  it('may be cut off, its whole kept in the title', () => {
    const cut = node('span', { title: 'Đăng ký khai sinh' }, 'Đăng ký kh…');
    expect(read(div(span('Tên thủ tục: '), cut))?.procedureName).toBe('Đăng ký khai sinh');
    const stale = node('span', { title: 'Xóa đăng ký thường trú' }, 'Đăng ký khai sinh');
    expect(read(div(span('Tên thủ tục: '), stale))?.procedureName).toBe('Đăng ký khai sinh');
  });
});

describe('what is never a fact of the dossier', () => {
  it.each([
    ['a step’s deadline', fact('Hạn xử lý: ', '18/11/2026')],
    ['a step’s lateness', div('Người thực hiện: ', node('b', {}, 'Cán bộ'), ' - ', span('Quá hạn 2 ngày'))],
    ['days counted by the calendar', fact('Số ngày quá hạn: ', '4 Ngày')],
    ['a sentence in the brief', fact('Trích yếu: ', 'xin cấp; ngày hẹn trả: 18/11/2026')],
    ['a note on its own lines', div(div('Ghi chú'), div(div('Gọi lại'), div('Hẹn trả: 18/11/2026')))],
    ['a sentence somebody wrote', node('p', {}, 'Đề nghị ông mang giấy hẹn, hẹn trả: 18/11/2026')],
    ['the place of the next label', div(div('Ngày hẹn trả'), div('Ngày in'), div('18/11/2026'))],
    ['an empty place', node('table', {}, row('Ngày hẹn trả', '', '18/11/2026', 'x'))],
    ['a tooltip', node('div', { role: 'tooltip' }, 'Ngày hẹn trả: 18/11/2026')],
    ['a tab put away', node('div', { role: 'tabpanel', 'aria-expanded': 'false' }, 'Ngày hẹn trả: 18/11/2026')],
    ['an inert step', node('div', { inert: '' }, fact('Ngày hẹn trả: ', '18/11/2026'))],
    ['how the result is fetched', fact('Hình thức nhận kết quả: ', 'Trực tiếp')],
    ['choices, all printed', div(span('Hình thức nộp:'), span(span('Trực tiếp'), span('Trực tuyến')))],
    ['a value above its label', div(div(div('18/11/2026'), div('Ngày hẹn trả')))],
  ])('%s', (_, content) => {
    const facts = read(fact('Mã hồ sơ: ', CODE), content);
    expect(facts).not.toHaveProperty('due');
    expect(facts).not.toHaveProperty('dueText');
    expect(facts).not.toHaveProperty('channel');
  });

  it('another dossier’s code or facts', () => {
    expect(read(fact('Mã hồ sơ gốc: ', OTHER), fact('Mã hồ sơ: ', CODE))?.code).toBe(CODE);
    expect(read(div('Hồ sơ liên quan ', OTHER))?.code).toBeUndefined();
    expect(read(fact('Mã hồ sơ: ', ''), div(OTHER))?.code).toBeUndefined();
    const own = div(
      fact('Mã hồ sơ: ', CODE),
      fact('Ngày tiếp nhận: ', '21/10/2026'),
      fact('Trạng thái: ', 'Đang xử lý'),
    );
    const related = div(fact('Ngày hẹn trả: ', '05/10/2026'), fact('Mã hồ sơ: ', OTHER));
    expect(read(own, related)).toEqual({
      code: CODE,
      received: '2026-10-21',
      statusText: 'Đang xử lý',
      status: 4,
      doubts: ['codes-disagree'],
    });
  });

  it('one of two due texts that disagree', () => {
    const facts = read(fact('Tình trạng hạn: ', 'Còn 2 giờ'), fact('Tình trạng hạn: ', 'Quá 3 ngày'));
    expect(facts).toEqual({ doubts: ['dues-disagree'] });
  });
});

describe('a list', () => {
  const list = (...content: PageNode[]) =>
    readPage(node('body', {}, node('h1', {}, 'Danh sách hồ sơ'), ...content), {
      url: 'https://vi-du.gov.vn/ho-so',
      profile: null,
      procedures,
    });

  it('without a table, one card a dossier', () => {
    const card = (code: string, due: string) =>
      node('article', {}, node('h3', {}, code), node('p', {}, `Hẹn trả: ${due}`));
    const reading = list(div(card(CODE, '18/11/2026'), card(OTHER, '05/10/2026')));
    expect(reading).toMatchObject({
      kind: 'list',
      rows: [
        { code: CODE, due: '2026-11-18' },
        { code: OTHER, due: '2026-10-05' },
      ],
    });
  });

  it('says a cell’s column where the grid draws only some', () => {
    const cell = (at: number, text: string, role = 'gridcell') =>
      node('div', { role, 'aria-colindex': String(at) }, text);
    const head = [
      cell(1, 'STT', 'columnheader'),
      cell(3, 'Mã hồ sơ', 'columnheader'),
      cell(5, 'Ngày hẹn trả', 'columnheader'),
    ];
    const body = [cell(3, CODE), cell(5, '18/11/2026')];
    const grid = node(
      'div',
      { role: 'grid' },
      node('div', { role: 'row' }, ...head),
      node('div', { role: 'row' }, ...body),
    );
    expect(list(grid).rows).toEqual([{ code: CODE, due: '2026-11-18', doubts: [] }]);
  });

  it('leaves alone what stands under a header nobody knows', () => {
    const rows = table(['Mã hồ sơ', 'Ngày hẹn trả', 'Bước này'], [CODE, '18/11/2026', 'Quá hạn 2 ngày']);
    expect(list(rows).rows).toEqual([{ code: CODE, due: '2026-11-18', doubts: [] }]);
  });
});

describe('facts', () => {
  const FACTS = [
    ['Mã hồ sơ', CODE, 'code', CODE],
    ['Ngày tiếp nhận', '21/10/2026 07:34', 'received', '2026-10-21T07:34'],
    ['Ngày hẹn trả', '18/11/2026 16:30', 'due', '2026-11-18T16:30'],
    ['Hạn xử lý cá nhân', '01/11/2026', 'stepDue', '2026-11-01'],
    ['Thời hạn giải quyết', '20 ngày làm việc', 'term', '20 ngày làm việc'],
    ['Trạng thái', 'Đang xử lý', 'statusText', 'Đang xử lý'],
  ] as const;
  const wrapped = (depth: number, inner: PageNode): PageNode => (depth === 0 ? inner : div(wrapped(depth - 1, inner)));
  const noise = fc.constantFrom(
    'Ngày in: 01/01/2030',
    'Trang 1/5',
    'Hỗ trợ: 1900 0000',
    'Cập nhật 02/02/2030',
    'Họ và tên: Ví Dụ',
    '',
  );

  it('stay or vanish, whatever their order, their wrappers and the noise between', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...FACTS], { minLength: 1 }),
        fc.array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 4 }), noise), { minLength: 6, maxLength: 6 }),
        (chosen, shapes) => {
          const content = chosen.flatMap(([label, value], i) => {
            const [depth = 0, shape = 0, between = ''] = shapes[i] ?? [];
            const inner = [
              fact(`${label}: `, value),
              div(div(label), div(wrapped(depth, span(value)))),
              div(`${label} : ${value}`),
              node('dl', {}, node('dt', {}, label), node('dd', {}, value)),
              div(node('label', {}, label), fixed(value)),
            ][shape];
            return inner === undefined ? [] : [wrapped(depth, inner), div(between)];
          });
          const facts: Record<string, unknown> = { ...read(...content) };
          for (const [, , name, value] of FACTS) {
            const expected = chosen.some((one) => one[2] === name) ? value : undefined;
            if (facts[name] !== undefined) expect(facts[name]).toBe(expected);
            else if (expected !== undefined) expect(name).toBe('never missed here');
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});
