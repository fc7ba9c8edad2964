import { describe, expect, it } from 'vitest';

import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { rowNode } from './read-worded.ts';
import { fact, node, table } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const procedures = [
  { code: '1.001193', name: 'Đăng ký khai sinh' },
  { code: '1.000656', name: 'Đăng ký khai tử' },
  { code: '1.000894', name: 'Đăng ký kết hôn' },
];
const CODE = 'H27.128.14-261021-0013';
const OPENCPS = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0';
const DETAIL = `${OPENCPS}/chi-tiet-ho-so/34013`;

function opencps(url: string, ...content: PageNode[]) {
  return readPage(node('body', {}, ...content), { url, profile: shippedProfile('opencps'), procedures });
}

function generic(url: string, ...content: PageNode[]) {
  return readPage(node('body', {}, ...content), { url, profile: null, procedures });
}

const ribbon = node(
  'div',
  {},
  node('div', {}, 'CHI TIẾT HỒ SƠ'),
  node('div', { title: 'Đăng ký khai sinh' }, node('b', {}, 'Đăng ký khai…')),
);

function detail(...facts: PageNode[]) {
  return opencps(DETAIL, ribbon, ...facts);
}

const code = fact('Mã hồ sơ: ', CODE);
const received = fact('Ngày tiếp nhận: ', '21/10/2026 07:34:24');
const due = fact('Ngày hẹn trả: ', '18/11/2026 07:34:00');
const status = fact('Trạng thái: ', 'Đang xử lý');

describe('a detail in the shape of OpenCPS', () => {
  it('reads every fact and never mixes the step’s deadline with the dossier’s', () => {
    const reading = detail(
      fact('Chủ hồ sơ: ', 'CÔNG DÂN VÍ DỤ'),
      code,
      fact('Ngày nộp hồ sơ: ', '21/10/2026 07:30:00'),
      received,
      fact('Thời hạn giải quyết: ', '20 ngày làm việc'),
      due,
      status,
      node(
        'div',
        {},
        'Người thực hiện: ',
        node('b', {}, 'Cán bộ ví dụ'),
        ' - ',
        node('span', {}, 'Quá hạn 2 ngày 6 giờ 25 phút '),
      ),
    );
    expect(reading).toEqual({
      kind: 'detail',
      rows: [],
      facts: {
        code: CODE,
        procedureName: 'Đăng ký khai sinh',
        channel: 'direct',
        received: '2026-10-21T07:34:24',
        due: '2026-11-18T07:34:00',
        term: '20 ngày làm việc',
        statusText: 'Đang xử lý',
        status: 4,
        doubts: [],
      },
    });
  });

  it('knows an online dossier by the label of its first date', () => {
    const reading = detail(code, fact('Ngày gửi trực tuyến: ', '20/10/2026 20:00:00'), received, status);
    expect(reading.facts).toMatchObject({ channel: 'online', received: '2026-10-21T07:34:24' });
  });

  it('knows an online dossier without a code, not yet received', () => {
    const reading = detail(
      fact('Mã hồ sơ: ', ''),
      fact('Ngày gửi trực tuyến: ', '20/10/2026 20:00:00'),
      fact('Ngày tiếp nhận: ', ''),
      fact('Trạng thái: ', 'Chờ xử lý'),
    );
    expect(reading.kind).toBe('detail');
    expect(reading.facts).toEqual({
      procedureName: 'Đăng ký khai sinh',
      channel: 'online',
      statusText: 'Chờ xử lý',
      status: 1,
      doubts: [],
    });
  });

  it('leaves an empty due date empty and does not take the next line for it', () => {
    const reading = detail(code, received, fact('Ngày hẹn trả: ', ''), node('div', {}, '22/12/2026 10:00'), status);
    expect(reading.facts?.due).toBeUndefined();
    expect(reading.facts?.doubts).toEqual([]);
  });

  it('doubts a malformed due date and never guesses it', () => {
    const reading = detail(code, received, fact('Ngày hẹn trả: ', '31/02/2026 07:34:00'), status);
    expect(reading.facts?.due).toBeUndefined();
    expect(reading.facts?.doubts).toEqual(['due-malformed']);
  });

  it('doubts a due date before the day of receipt', () => {
    const reading = detail(code, received, fact('Ngày hẹn trả: ', '20/10/2026 07:34:00'), status);
    expect(reading.facts?.doubts).toEqual(['due-before-received']);
  });

  it('doubts codes that disagree, and reads on to the second only', () => {
    const reading = detail(
      code,
      received,
      due,
      status,
      fact('Mã hồ sơ: ', 'H27.128.14-261021-0099'),
      fact('Ngày hẹn trả: ', '19/11/2026 07:34:00'),
    );
    expect(reading.facts).toMatchObject({ code: CODE, due: '2026-11-18T07:34:00', doubts: ['codes-disagree'] });
  });

  it('does not take the parent dossier’s code', () => {
    expect(detail(fact('Hồ sơ gốc: ', 'H27.128.14-261001-0001'), code, received, status).facts?.code).toBe(CODE);
  });

  it('takes a new appointment for the old one', () => {
    const reading = detail(
      code,
      received,
      due,
      status,
      node('div', {}, node('span', {}, 'Hẹn lại: 25/11/2026 09:00:00')),
    );
    expect(reading.facts).toMatchObject({ due: '2026-11-25T09:00:00', doubts: [] });
  });

  it('reads words spread over elements, NBSP and decomposed letters', () => {
    const reading = detail(
      node(
        'div',
        {},
        node('span', {}, 'Mã\u00a0hồ sơ:\u00a0'.normalize('NFD')),
        node('span', {}, node('span', {}, 'H27.128.14-'), node('b', {}, '261021-0013')),
      ),
      node(
        'div',
        {},
        node('span', {}, 'NGÀY TIẾP NHẬN :'.normalize('NFD')),
        node('span', {}, node('span', {}, node('span', {}, '21/10/2026'), node('span', {}, '07:34:24'))),
      ),
      node(
        'div',
        {},
        node('span', {}, 'Trạng thái: '.normalize('NFD')),
        node('span', {}, 'Đang xử lý'.normalize('NFD')),
      ),
    );
    expect(reading.facts).toMatchObject({
      code: CODE,
      received: '2026-10-21T07:34:24',
      statusText: 'Đang xử lý',
      status: 4,
    });
  });

  it('does not see what is hidden', () => {
    const reading = detail(
      code,
      received,
      due,
      status,
      node(
        'div',
        { hidden: '' },
        fact('Mã hồ sơ: ', 'H27.128.14-261021-0099'),
        fact('Ngày hẹn trả: ', '01/01/2027 08:00:00'),
      ),
    );
    expect(reading.facts).toMatchObject({ code: CODE, due: '2026-11-18T07:34:00', doubts: [] });
  });

  it('does not read what is being typed into the action’s form', () => {
    const typing = node(
      'div',
      {},
      node('div', {}, node('label', {}, 'Ngày hẹn trả')),
      node('div', {}, node('input', { value: '30/12/2026 10:00' })),
    );
    expect(detail(code, received, due, status, typing).facts).toMatchObject({ due: '2026-11-18T07:34:00', doubts: [] });
    expect(detail(code, received, status, typing).facts?.due).toBeUndefined();
  });

  it('does not read a table of steps', () => {
    const steps = table(
      ['#', 'Vai trò', 'Công việc', 'Thời hạn quy định', 'Ngày bắt đầu', 'Ngày hẹn trả'],
      ['1', 'Một cửa', 'Tiếp nhận', '4 giờ làm việc', '21/10/2026', '01/01/2027'],
    );
    expect(detail(code, received, due, status, steps).facts).toMatchObject({ due: '2026-11-18T07:34:00', doubts: [] });
  });

  it('is a return while the page says that the result is being returned', () => {
    expect(detail(code, received, due, status, node('div', {}, 'TRẢ KẾT QUẢ HỒ SƠ: ', CODE)).kind).toBe('return');
    expect(detail(code, received, due, status, node('button', {}, 'Trả kết quả')).kind).toBe('detail');
    expect(detail(code, received, due, status, node('nav', {}, node('div', {}, 'Trả kết quả'))).kind).toBe('detail');
  });

  it('is nothing while its facts load, or where the address says that the page has moved on', () => {
    expect(detail().kind).toBe('other');
    expect(opencps(OPENCPS, ribbon, code, received, due, status)).toMatchObject({
      kind: 'other',
      facts: null,
      rows: [],
    });
  });
});

describe('a receive form in the shape of OpenCPS', () => {
  const row = (label: string, value: PageNode) =>
    node('div', {}, node('div', {}, node('div', {}, label)), node('div', {}, value));
  const url = `${OPENCPS}/ho-so/34014/NEW`;
  const head = node(
    'div',
    {},
    node('div', {}, 'THÊM MỚI HỒ SƠ'),
    node('div', { title: 'Đăng ký kết hôn' }, 'Đăng ký kết hôn'),
  );

  it('reads the label’s column and the value’s column, inputs and all', () => {
    const reading = opencps(
      url,
      head,
      row('Mã hồ sơ:', node('p', {}, '')),
      row('Thời gian giải quyết:', node('p', {}, ' 3 ngày làm việc ')),
      row('Ngày tiếp nhận:', node('div', {}, node('input', { value: '21/10/2026 07:34', readonly: '' }))),
      row('Ngày hẹn trả:', node('div', {}, node('input', { value: '26/10/2026 07:34' }))),
      row('Họ và tên *:', node('input', { value: 'Công Dân Ví Dụ' })),
      row('CCCD/ CMND/ Hộ chiếu *:', node('input', { value: '001200000001' })),
      node('button', {}, 'Tiếp nhận'),
    );
    expect(reading).toEqual({
      kind: 'receive',
      rows: [],
      facts: {
        procedureName: 'Đăng ký kết hôn',
        received: '2026-10-21T07:34',
        due: '2026-10-26T07:34',
        term: '3 ngày làm việc',
        doubts: [],
      },
    });
  });

  it('does not take the next row’s value for an empty one', () => {
    const reading = opencps(
      url,
      head,
      row('Ngày tiếp nhận:', node('p', {})),
      row('Ngày hẹn trả:', node('p', {}, '26/10/2026 07:34')),
    );
    expect(reading.facts?.received).toBeUndefined();
    expect(reading.facts?.due).toBe('2026-10-26T07:34');
  });
});

describe('a list in the shape of OpenCPS', () => {
  const heads = ['Mã hồ sơ', 'Tên thủ tục', 'Chủ hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'];
  const codeCell = (value: string, kind: string) =>
    node('div', {}, node('span', {}, value), node('br', {}), node('span', {}, kind));
  const dueCell = (value: string, text: string) => node('div', {}, value, node('br', {}), node('span', {}, text));

  it('takes facts from the table only, by the header of each column', () => {
    const filters = node(
      'div',
      {},
      node('div', {}, node('div', {}, 'Ngày tiếp nhận:')),
      node('div', {}, node('input', { value: '01/01/2020' })),
      node('div', {}, 'Mã hồ sơ:'),
      node('div', {}, CODE),
    );
    const rows = table(
      heads,
      [
        codeCell(CODE, 'Hồ sơ một cửa'),
        'Đăng ký khai sinh',
        'CÔNG DÂN VÍ DỤ',
        '21/10/2026 07:34:24',
        dueCell('18/11/2026 07:34:00', 'Quá 1.25 ngày'),
        'Đang xử lý',
      ],
      [codeCell('', 'Hồ sơ trực tuyến'), 'Thủ tục chưa biết', 'CÔNG DÂN KHÁC', '', '', 'Chờ xử lý'],
    );
    expect(opencps(`${OPENCPS}?renew=1&page=1`, filters, rows)).toEqual({
      kind: 'list',
      facts: null,
      rows: [
        {
          code: CODE,
          procedureName: 'Đăng ký khai sinh',
          channel: 'direct',
          received: '2026-10-21T07:34:24',
          due: '2026-11-18T07:34:00',
          statusText: 'Đang xử lý',
          status: 4,
          dueText: 'Quá 1.25 ngày',
          dueState: 'late',
          doubts: [],
        },
        { channel: 'online', statusText: 'Chờ xử lý', status: 1, doubts: [] },
      ],
    });
  });

  it('skips the second head row and keeps columns in step', () => {
    const page = node(
      'table',
      {},
      node(
        'thead',
        {},
        node('tr', {}, node('th', {}), ...heads.map((head) => node('th', {}, head))),
        node('tr', {}, node('th', { colspan: '7' })),
      ),
      node(
        'tbody',
        {},
        node(
          'tr',
          {},
          ...['', CODE, 'Đăng ký khai tử', 'X', '21/10/2026', '22/10/2026', 'Đang xử lý'].map((text) =>
            node('td', {}, text),
          ),
        ),
      ),
    );
    expect(opencps(OPENCPS, page).rows).toEqual([
      {
        code: CODE,
        procedureName: 'Đăng ký khai tử',
        received: '2026-10-21',
        due: '2026-10-22',
        statusText: 'Đang xử lý',
        status: 4,
        doubts: [],
      },
    ]);
  });

  it('reads the one cell of a narrow window, code without a label', () => {
    const line = (label: string, ...rest: (PageNode | string)[]) => node('div', {}, node('span', {}, label), ...rest);
    const cell = node(
      'div',
      {},
      node('div', {}, `${CODE} - Hồ sơ một cửa`),
      node('div', {}, 'Đăng ký kết hôn'),
      line('Chủ hồ sơ: ', 'CÔNG DÂN VÍ DỤ'),
      line('Tiếp nhận: ', '21/10/2026 07:34:24'),
      line('Hẹn trả: ', '18/11/2026 07:34:00'),
      node('div', {}, node('span', {}, 'Còn 2 giờ')),
    );
    expect(opencps(OPENCPS, table(['STT', 'Tên thủ tục'], ['1', cell])).rows).toEqual([
      {
        code: CODE,
        procedureName: 'Đăng ký kết hôn',
        channel: 'direct',
        received: '2026-10-21T07:34:24',
        due: '2026-11-18T07:34:00',
        dueText: 'Còn 2 giờ',
        dueState: 'running',
        doubts: [],
      },
    ]);
  });

  it('reads a paused row', () => {
    const page = table(heads, [CODE, '', '', '21/10/2026', '', node('span', {}, 'Tạm dừng xử lý')]);
    expect(opencps(OPENCPS, page).rows).toEqual([
      {
        code: CODE,
        received: '2026-10-21',
        statusText: 'Tạm dừng xử lý',
        dueText: 'Tạm dừng xử lý',
        dueState: 'paused',
        doubts: [],
      },
    ]);
  });

  it('reads the same words alike in every row of a column, otherwise under another header, and not from an input', () => {
    const other = 'H27.128.14-261021-0014';
    const typed = node('input', { value: 'Đang xử lý' });
    const rows = table(
      ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'],
      [CODE, '21/10/2026', '28/10/2026', 'Đang xử lý'],
      [other, '28/10/2026', '21/10/2026', 'Đang xử lý'],
      ['H27.128.14-261021-0015', '21/10/2026', '28/10/2026', typed],
    );
    const same = { statusText: 'Đang xử lý', status: 4 };
    expect(opencps(OPENCPS, rows).rows).toEqual([
      { code: CODE, received: '2026-10-21', due: '2026-10-28', ...same, doubts: [] },
      { code: other, received: '2026-10-28', due: '2026-10-21', ...same, doubts: ['due-before-received'] },
      { code: 'H27.128.14-261021-0015', received: '2026-10-21', due: '2026-10-28', doubts: [] },
    ]);
  });
});

describe('pages in the shape of Thanh Hóa', () => {
  const url = 'https://motcua.thanhhoa.gov.vn/dvc/xu-ly-ho-so/dang-xu-ly';
  const read = (...content: PageNode[]) =>
    readPage(node('body', {}, ...content), { url, profile: shippedProfile('thanh-hoa'), procedures });
  const cell = (...lines: string[]) =>
    node(
      'div',
      {},
      node('div', { role: 'button' }, '000.00.31.H56-261120-0012'),
      ...lines.map((line) => node('div', {}, line)),
    );
  const list = table(
    ['STT', 'Thông tin hồ sơ', 'Chủ hồ sơ', 'Hạn xử lý cá nhân', 'Số ngày quá hạn'],
    [
      '1',
      cell(
        '- Đăng ký khai tử',
        '- Trạng thái hồ sơ : Đang xử lý',
        '- Tiếp nhận qua bưu chính công ích: 20/11/2026 15:30, hẹn trả: 23/11/2026 09:25',
      ),
      'CÔNG DÂN VÍ DỤ (001200000001)',
      '21/11/2026 08:00:00',
      '4  Ngày',
    ],
    [
      '2',
      cell('- CÔNG DÂN VÍ DỤ xin cấp giấy', '- Trạng thái hồ sơ : Mới đăng ký', '- Ngày nộp hồ sơ: 20/11/2026 15:30'),
      '',
      '',
      '',
    ],
  );

  it('reads the one sentence, the status with a space before its colon, and the personal deadline apart', () => {
    expect(read(list)).toEqual({
      kind: 'list',
      facts: null,
      rows: [
        {
          code: '000.00.31.H56-261120-0012',
          procedureName: 'Đăng ký khai tử',
          channel: 'post',
          received: '2026-11-20T15:30',
          due: '2026-11-23T09:25',
          stepDue: '2026-11-21T08:00:00',
          statusText: 'Đang xử lý',
          status: 4,
          doubts: [],
        },
        { code: '000.00.31.H56-261120-0012', statusText: 'Mới đăng ký', status: 1, doubts: [] },
      ],
    });
  });

  it('reads a list whose head scrolls apart from its rows', () => {
    const heads = ['STT', 'Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'];
    const head = node(
      'table',
      {},
      node('thead', {}, node('tr', {}, ...heads.map((text) => node('th', {}, text)), node('th', {}))),
    );
    const cells = ['1', CODE, '20/11/2026', '23/11/2026'].map((text) => node('td', {}, text));
    const body = node('table', {}, node('tbody', {}, node('tr', {}, ...cells)));
    expect(read(node('div', {}, head), node('div', {}, body)).rows).toEqual([
      { code: CODE, received: '2026-11-20', due: '2026-11-23', doubts: [] },
    ]);
  });

  describe('a grid that pins columns in tables of their own', () => {
    const box = (...content: PageNode[]) => node('div', {}, ...content);
    const head = (...names: string[]) =>
      box(node('table', {}, node('thead', {}, node('tr', {}, ...names.map((name) => node('th', {}, name))))));
    const body = (...rows: string[][]) =>
      box(
        node(
          'table',
          {},
          node('tbody', {}, ...rows.map((cells) => node('tr', {}, ...cells.map((cell) => node('td', {}, cell))))),
        ),
      );
    const SECOND = CODE.replace(/\d{4}$/, '9998');

    it('is read row by row, the pinned code with the days beside it', () => {
      const heads = box(head('Mã hồ sơ'), head('Ngày tiếp nhận', 'Ngày hẹn trả'));
      const rows = box(body([CODE], [SECOND]), body(['20/11/2026', '23/11/2026'], ['19/11/2026', '25/11/2026']));
      expect(read(box(heads, rows)).rows).toEqual([
        { code: CODE, received: '2026-11-20', due: '2026-11-23', doubts: [] },
        { code: SECOND, received: '2026-11-19', due: '2026-11-25', doubts: [] },
      ]);
    });

    it('stands for its chip in the part that shows the code', () => {
      const heads = box(head('STT', 'Mã hồ sơ'), head('Ngày tiếp nhận', 'Ngày hẹn trả'));
      const codes = body(['1', CODE]);
      const [row] = read(box(heads, box(codes, body(['20/11/2026', '23/11/2026'])))).rows;
      expect(row && rowNode(row)).toBe(codes.children[0]?.children[0]?.children[0]);
    });

    it('never lends a column the name of one that is beside it', () => {
      const heads = box(head('Mã hồ sơ', 'Ngày tiếp nhận'), head('Thủ tục', 'Ngày hẹn trả'));
      const rows = box(body([CODE, '20/11/2026']), body(['Đăng ký khai sinh', '23/11/2026']));
      expect(read(box(heads, rows)).rows).toEqual([
        expect.objectContaining({ code: CODE, received: '2026-11-20', due: '2026-11-23' }),
      ]);
    });

    it('is no list of whole dossiers where its parts have not as many rows', () => {
      const heads = box(head('Mã hồ sơ', 'Ngày tiếp nhận'), head('Thủ tục', 'Ngày hẹn trả'));
      const rows = box(body([CODE, '20/11/2026'], [SECOND, '19/11/2026']), body(['Đăng ký khai sinh', '23/11/2026']));
      for (const row of read(box(heads, rows)).rows) expect(row).not.toHaveProperty('due');
    });

    it('is no list of whole dossiers where a group stands in one part and a sum in the other', () => {
      const heads = box(head('STT', 'Mã hồ sơ'), head('Ngày tiếp nhận', 'Ngày hẹn trả'));
      const row = (n: string, code: string) => node('tr', {}, node('td', {}, n), node('td', {}, code));
      const group = node('tr', {}, node('td', { colspan: '2' }, 'Hộ tịch'));
      const codes = node('table', {}, group, row('1', CODE), row('2', SECOND));
      const rows = box(box(codes), body(['18/11/2026', '25/11/2026'], ['19/11/2026', '20/11/2026'], ['Tổng: 2', '']));
      expect(read(box(heads, rows)).rows).toEqual([]);
    });

    it('is read where its cells say their column in the whole grid', () => {
      const said = (tag: string, at: number, text: string) => node(tag, { 'aria-colindex': String(at) }, text);
      const part = (tag: 'th' | 'td', ...cells: (readonly [number, string])[]) => {
        const row = node('tr', {}, ...cells.map(([at, text]) => said(tag, at, text)));
        return box(node('table', {}, node(tag === 'th' ? 'thead' : 'tbody', {}, row)));
      };
      const heads = box(
        part('th', [1, 'STT'], [2, 'Mã hồ sơ']),
        part('th', [4, 'Ngày tiếp nhận'], [5, 'Ngày hẹn trả']),
      );
      const rows = box(part('td', [1, '1'], [2, CODE]), part('td', [4, '20/11/2026'], [5, '23/11/2026']));
      expect(read(box(heads, rows)).rows).toEqual([
        { code: CODE, received: '2026-11-20', due: '2026-11-23', doubts: [] },
      ]);
    });

    it('joins no lists that merely stand side by side', () => {
      const list = (due: string, ...rows: string[][]) =>
        box(table(['Mã hồ sơ', due], ...rows.map((cells) => [...cells])));
      const rows = read(
        box(list('Ngày hẹn trả', [CODE, '23/11/2026']), list('Ngày tiếp nhận', [SECOND, '19/11/2026'])),
      ).rows;
      expect(rows).toEqual([
        { code: CODE, due: '2026-11-23', doubts: [] },
        { code: SECOND, received: '2026-11-19', doubts: [] },
      ]);
    });
  });

  const item = (label: string, value: string) => node('div', {}, node('span', {}, label), node('span', {}, value));
  const modal = (title: string, ...content: PageNode[]) =>
    node('div', { role: 'dialog' }, node('div', {}, title), ...content);
  const facts = () => [
    item('Mã hồ sơ', CODE),
    item('Kênh thực hiện', 'Trực tiếp'),
    item('Ngày nộp hồ sơ', '20/11/2026 15:00:00'),
    item('Ngày tiếp nhận', '20/11/2026 15:30:00'),
    item('Ngày hẹn trả', '23/11/2026 09:25:00'),
    item('Nội dung hồ sơ', 'CÔNG DÂN VÍ DỤ'),
    item('Tên thủ tục', 'Đăng ký khai sinh'),
  ];

  it('lets the dialog with a dossier win over the list below it', () => {
    expect(read(list, modal('Chi tiết hồ sơ', ...facts()))).toEqual({
      kind: 'detail',
      rows: [],
      facts: {
        code: CODE,
        procedureName: 'Đăng ký khai sinh',
        channel: 'direct',
        received: '2026-11-20T15:30:00',
        due: '2026-11-23T09:25:00',
        doubts: [],
      },
    });
  });

  it('is a return while the small dialog above says so', () => {
    const reading = read(list, modal('Chi tiết hồ sơ', ...facts()), modal(`TRẢ KẾT QUẢ HỒ SƠ: ${CODE}`));
    expect(reading).toMatchObject({ kind: 'return', facts: { code: CODE } });
  });

  it('is what a citizen looks at while a dialog asks them how it was', () => {
    const question = modal(
      'Đánh giá mức độ hài lòng',
      node('button', {}, 'Rất hài lòng'),
      node('button', {}, 'Không hài lòng'),
    );
    expect(read(list, question)).toEqual({ kind: 'rating', facts: null, rows: [] });
    expect(read(list, modal('Chi tiết hồ sơ', ...facts()), question).kind).toBe('rating');
    const handOver = modal('Giao trả kết quả', node('p', {}, 'Mức độ hài lòng'), node('button', {}, 'Hài lòng'));
    expect(read(list, handOver).kind).toBe('list');
    expect(read(list, modal('Kết quả đánh giá', item('Mức độ hài lòng', 'Rất hài lòng'))).kind).toBe('list');
  });

  it('goes back to the list with a dialog that is hidden or holds no dossier', () => {
    const hidden = node('div', { hidden: '' }, modal('Chi tiết hồ sơ', ...facts()));
    expect(read(list, hidden).kind).toBe('list');
    expect(read(list, modal('Xem tệp đính kèm', item('Địa chỉ', 'Thôn Ví Dụ'))).kind).toBe('list');
  });
});

describe('the national portal', () => {
  const url = 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000000656';
  const read = (...content: PageNode[]) =>
    readPage(node('body', {}, ...content), { url, profile: shippedProfile('national'), procedures });
  const pair = (label: string, value: string) => node('div', {}, node('div', {}, label), node('div', {}, value));

  it('reads a procedure’s page', () => {
    const reading = read(
      node('h3', {}, 'Thủ tục đăng ký khai tử'),
      node(
        'div',
        {},
        pair('Mã thủ tục', '1.000656'),
        pair('Số quyết định', '000/QĐ-VD'),
        pair('Cấp thực hiện', 'Cấp Xã'),
      ),
      node('h4', {}, 'Cách Thức Thực Hiện'),
      table(['Hình thức nộp', 'Thời gian', 'Phí, lệ phí', 'Mô tả'], ['Trực tiếp', 'Ngay trong ngày', '', '']),
      node('h4', {}, 'Thủ tục hành chính liên quan'),
      node('p', {}, 'Đăng ký khai sinh'),
    );
    expect(reading).toEqual({
      kind: 'procedure',
      rows: [],
      facts: { procedureCode: '1.000656', procedureName: 'Đăng ký khai tử', term: 'Ngay trong ngày', doubts: [] },
    });
  });

  it('takes the term of filing at the desk, and none where cases differ or the words are no term', () => {
    const termOf = (...rows: [string, string][]) =>
      read(
        node('h3', {}, 'Thủ tục đăng ký khai tử'),
        pair('Mã thủ tục', '1.000656'),
        table(['Hình thức nộp', 'Thời gian', 'Mô tả'], ...rows.map(([way, time]) => [way, time, ''])),
      ).facts?.term;
    expect(termOf(['Trực tuyến', '5 ngày làm việc'], ['Trực tiếp', '3 ngày làm việc kể từ khi nhận đủ'])).toBe(
      '3 ngày làm việc',
    );
    expect(termOf(['Trực tiếp', '3 ngày làm việc'], ['Trực tiếp', '23 ngày'])).toBeUndefined();
    expect(termOf(['Trực tiếp', 'Theo hẹn của ông Ví Dụ'])).toBeUndefined();
    expect(termOf(['Trực tuyến', '3 ngày làm việc'])).toBeUndefined();
  });

  it('is nothing before the page is drawn', () => {
    expect(read(node('div', {})).kind).toBe('other');
  });
});

describe('a classic table page', () => {
  const url = 'https://motcuasothongke.cantho.gov.vn/group/guest/chi-tiet-ho-so?p_p_id=x';
  const row = (label: string, value: string) => node('tr', {}, node('td', {}, label), node('td', {}, value));
  const read = (...content: PageNode[]) =>
    readPage(node('body', {}, ...content), { url, profile: shippedProfile('liferay-classic'), procedures });

  it('reads label cells and value cells', () => {
    const reading = read(
      node('h2', {}, 'Chi tiết hồ sơ'),
      node(
        'table',
        {},
        row('Mã hồ sơ:', CODE),
        row('Mã thủ tục:', '2.002621.H13'),
        row('Chủ hồ sơ:', 'CÔNG DÂN VÍ DỤ'),
        row('Ngày tiếp nhận:', '9 giờ 32 phút, ngày 27/10/2026'),
        row('Ngày hẹn trả:', ''),
        row('Trạng thái:', 'Đã trả kết quả'),
      ),
    );
    expect(reading.facts).toEqual({
      code: CODE,
      procedureCode: '2.002621',
      received: '2026-10-27T09:32',
      statusText: 'Đã trả kết quả',
      status: 10,
      doubts: [],
    });
  });

  it('reads th beside td and dt before dd', () => {
    const reading = read(
      node('h2', {}, 'Chi tiết hồ sơ'),
      node('table', {}, node('tr', {}, node('th', {}, 'Mã số hồ sơ'), node('td', {}, CODE))),
      node(
        'dl',
        {},
        node('dt', {}, 'Ngày tiếp nhận'),
        node('dd', {}, '27/10/2026'),
        node('dt', {}, 'Hẹn trả:'),
        node('dd', {}),
        node('dt', {}, 'Tình trạng'),
        node('dd', {}, 'Đang xử lý'),
      ),
    );
    expect(reading.facts).toEqual({
      code: CODE,
      received: '2026-10-27',
      statusText: 'Đang xử lý',
      status: 4,
      doubts: [],
    });
  });
});

describe('a page of no known portal', () => {
  it('reads a list by its headers and codes', () => {
    const plainHead = node(
      'table',
      {},
      node('tr', {}, ...['STT', 'Số hồ sơ', 'Ngày nhận', 'Hẹn trả'].map((text) => node('td', {}, text))),
      node(
        'tr',
        {},
        ...['1', CODE, '21/10/2026', '16 giờ 30 phút, ngày 27/10/2026'].map((text) => node('td', {}, text)),
      ),
    );
    expect(generic('https://vi-du.example/x', plainHead)).toEqual({
      kind: 'list',
      facts: null,
      rows: [{ code: CODE, received: '2026-10-21', due: '2026-10-27T16:30', doubts: [] }],
    });
  });

  it('reads a detail by its heading and facts', () => {
    expect(generic('https://vi-du.example/x', node('h2', {}, 'Thông tin hồ sơ'), code, received, due).kind).toBe(
      'detail',
    );
  });

  it('believes no single signal', () => {
    expect(generic('https://vi-du.example/x', code, received, due).kind).toBe('other');
    expect(generic('https://vi-du.example/x', node('h2', {}, 'Chi tiết hồ sơ')).kind).toBe('other');
    expect(generic('https://vi-du.example/x', node('h2', {}, 'Chi tiết hồ sơ'), code, received).kind).toBe('other');
    expect(generic('https://vi-du.example/x', node('p', {}, 'Mời họp chiều thứ Sáu.')).kind).toBe('other');
    expect(generic('https://vi-du.example/x').kind).toBe('other');
  });

  it('follows the official’s word', () => {
    const page = node('body', {}, code, received, due);
    const context = { url: 'https://vi-du.example/x', profile: null, procedures };
    expect(readPage(page, { ...context, kind: 'detail' })).toMatchObject({ kind: 'detail', facts: { code: CODE } });
    expect(readPage(page, { ...context, kind: 'other' })).toEqual({ kind: 'other', facts: null, rows: [] });
  });
});
