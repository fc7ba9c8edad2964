import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { fact, node, table } from './testing/literal.ts';

/* What stands beside a fact, or in its place, and could be taken for it: a wrong deadline is worse than none. */

const CODE = 'H27.128.14-261021-0013';
const OTHER = 'H27.128.14-261022-0077';
const code = fact('Mã hồ sơ: ', CODE);
const received = fact('Ngày tiếp nhận: ', '21/10/2026');
const due = fact('Ngày hẹn trả: ', '18/11/2026');
const status = fact('Trạng thái: ', 'Đang xử lý');

function read(...content: PageNode[]) {
  return readPage(node('body', {}, ...content), {
    url: 'https://motcua.vi-du.gov.vn/ho-so/1',
    profile: null,
    procedures: [],
  });
}

function factsOf(...content: PageNode[]) {
  return read(...content).facts;
}

const span = (text: string) => node('span', {}, text);

describe('what touches a code', () => {
  it.each([
    ['a badge', span('2')],
    ['a day', span('21/10/2026')],
    ['a note', node('sup', {}, '1')],
  ])('is no part of it: %s', (_, beside) => {
    expect(factsOf(node('div', {}, span('Mã hồ sơ:'), span(CODE), beside), received, due)?.code).toBe(CODE);
    expect(factsOf(node('h2', {}, span(CODE), beside), received, due, status)?.code).toBe(CODE);
  });

  it('is a part of it where there would be no code without it', () => {
    const split = node('div', {}, span('Mã hồ sơ:'), span(CODE.slice(0, 14)), node('b', {}, CODE.slice(14)));
    expect(factsOf(split, received, due)?.code).toBe(CODE);
  });
});

describe('a table whose heads and cells are not hidden together', () => {
  const heads = ['Mã hồ sơ', 'Ngày nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả'];
  const hidden = (tag: string, text: string) => node(tag, { hidden: '' }, text);
  const row = (at: number, ...more: PageNode[]) => {
    const cells = [`H27.128.14-26102${at}-0013`, '20/10/2026', `2${at}/10/2026`, '18/11/2026'];
    const [first, ...rest] = cells.map((text) => node('td', {}, text));
    return node('tr', {}, first as PageNode, ...more, ...rest);
  };
  const list = (head: readonly PageNode[], ...rows: PageNode[]) =>
    read(node('table', {}, node('thead', {}, node('tr', {}, ...head)), node('tbody', {}, ...rows))).rows;
  const expected = [
    { received: '2026-10-21', due: '2026-11-18' },
    { received: '2026-10-22', due: '2026-11-18' },
  ];

  it('has a cell that is hidden alone in no column', () => {
    const head = heads.map((text) => node('th', {}, text));
    expect(list(head, row(1, hidden('td', '7')), row(2, hidden('td', '8')))).toMatchObject(expected);
  });

  it('has no cell below a head that is hidden alone', () => {
    const [first, ...rest] = heads.map((text) => node('th', {}, text));
    expect(list([first as PageNode, hidden('th', 'id'), ...rest], row(1), row(2))).toMatchObject(expected);
  });

  it('has each cell below its own where both are hidden', () => {
    const [first, ...rest] = heads.map((text) => node('th', {}, text));
    const head = [first as PageNode, hidden('th', 'id'), ...rest];
    expect(list(head, row(1, hidden('td', '7')), row(2, hidden('td', '8')))).toMatchObject(expected);
  });
});

it('reads no row whose code does not stand where the heads say: its other cells do not either', () => {
  const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'].map((text) => node('th', {}, text));
  const cells = (at: number) =>
    [`H27.128.14-26102${at}-0013`, '21/10/2026', '18/11/2026', 'Đang xử lý'].map((text) => node('td', {}, text));
  const box = () => node('td', {}, node('input', { type: 'checkbox' }));
  const list = (...rows: PageNode[]) => read(node('table', {}, node('tr', {}, ...heads), ...rows)).rows;
  const shifted = (at: number) => node('tr', {}, box(), ...cells(at));
  expect(list(shifted(1), shifted(2))).toEqual([]);
  expect(list(node('tr', {}, ...cells(1)), shifted(2))).toMatchObject([{ due: '2026-11-18' }]);
  const [, ...uncoded] = cells(3);
  expect(list(node('tr', {}, ...cells(1)), node('tr', {}, node('td', {}, ''), ...uncoded))).toMatchObject([
    { due: '2026-11-18' },
    { due: '2026-11-18' },
  ]);
});

it('keeps the columns below a cell that is two rows high and two columns wide', () => {
  const head = ['Mã hồ sơ', 'Ngày nộp', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'].map((text) =>
    node('th', {}, text),
  );
  const td = (text: string, span = {}) => node('td', span, text);
  const wide = { rowspan: '2', colspan: '2' };
  const rows = [
    [td(CODE, wide), td('21/10/2026'), td('18/11/2026'), td('Đang xử lý')],
    [td('22/10/2026'), td('19/11/2026'), td('Đang xử lý')],
  ].map((cells) => node('tr', {}, ...cells));
  const { rows: found } = read(
    node('table', {}, node('thead', {}, node('tr', {}, ...head)), node('tbody', {}, ...rows)),
  );
  expect(found.map((one) => one.due)).toEqual(['2026-11-18', '2026-11-19']);
});

describe('an appointment that was taken back', () => {
  it.each(['s', 'del', 'strike'])('is not read where it is struck out by %s', (tag) => {
    const struck = node('p', {}, node(tag, {}, '12/11/2026'));
    const cells = node('tr', {}, node('th', {}, 'Ngày hẹn trả'), node('td', {}, struck, node('p', {}, '18/11/2026')));
    expect(factsOf(code, received, node('table', {}, cells))?.due).toBe('2026-11-18');
  });

  it.each([
    ['in one line', span('12/11/2026'), span('(Gia hạn: 18/11/2026)')],
    ['in a line of its own', node('div', {}, '12/11/2026'), node('div', {}, 'Gia hạn lần 1: 18/11/2026')],
  ])('gives way to the one that more time makes of it, in the same place: %s', (_, first, more) => {
    expect(factsOf(code, received, node('div', {}, span('Ngày hẹn trả: '), first, more))).toMatchObject({
      due: '2026-11-18',
      doubts: [],
    });
    const cells = [CODE, '21/10/2026'].map((text) => node('td', {}, text));
    const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Hẹn trả'].map((text) => node('th', {}, text));
    const rows = [1, 2].map(() => node('tr', {}, ...cells, node('td', {}, first, node('br', {}), more)));
    expect(read(node('table', {}, node('tr', {}, ...heads), ...rows)).rows).toMatchObject([
      { due: '2026-11-18' },
      { due: '2026-11-18' },
    ]);
  });

  it('is doubtful where two days stand in its place: a sheet of styles may have struck one of them out', () => {
    const days = (...days: readonly string[]) => days.map((day) => node('div', {}, day));
    const read = (...inPlace: PageNode[]) =>
      factsOf(code, received, node('div', {}, span('Ngày hẹn trả: '), node('div', {}, ...inPlace)));
    expect(read(...days('12/11/2026', '18/11/2026'))).toMatchObject({ doubts: ['dues-disagree'] });
    for (const beside of ['17:00', '(Còn 2 ngày)', '12/11/2026', 'Nhận tại quầy số 3']) {
      expect(read(...days('12/11/2026', beside))).toMatchObject({ doubts: [] });
    }
  });

  it('is doubtful beside an earlier one that should be newer: that may be the day on which more time was given', () => {
    expect(factsOf(code, received, due, fact('Gia hạn: ', '10/11/2026'))).toMatchObject({ doubts: ['dues-disagree'] });
  });

  it.each([
    'Gia hạn đến',
    'Đã gia hạn đến ngày',
    'Lùi hạn đến ngày',
    'Dời hẹn tới',
    'Hẹn lại ngày',
    'Hẹn lại lần 1',
    'Xin lỗi và hẹn lại ngày',
    'Ngày hẹn trả mới',
    'Ngày hẹn trả điều chỉnh',
    'Ngày hẹn trả (sau gia hạn)',
    'Hẹn trả sau bổ sung',
  ])('gives way to the one behind "%s"', (label) => {
    const moved = [
      fact(`${label}: `, '18/11/2026'),
      node('dl', {}, node('dt', {}, label), node('dd', {}, '18/11/2026')),
    ];
    for (const one of moved)
      expect(factsOf(code, received, fact('Ngày hẹn trả: ', '12/11/2026'), one)?.due).toBe('2026-11-18');
  });
});

describe('appointments that are counted', () => {
  it.each(['Ngày hẹn trả lần 2', 'Hạn trả lần thứ 2'])('are in doubt beside the one that is not: %s', (label) => {
    for (const one of [
      fact(`${label}: `, '18/11/2026'),
      node('dl', {}, node('dt', {}, label), node('dd', {}, '18/11/2026')),
    ])
      expect(factsOf(code, received, fact('Ngày hẹn trả: ', '12/11/2026'), one)?.doubts).toEqual(['dues-disagree']);
  });

  it('are in doubt where several are new, and the last one is shown', () => {
    const facts = factsOf(
      code,
      received,
      due,
      fact('Hẹn lại lần 1: ', '20/11/2026'),
      fact('Hẹn lại lần 2: ', '25/11/2026'),
    );
    expect(facts).toMatchObject({ due: '2026-11-25', doubts: ['dues-disagree'] });
  });

  it('are read over two elements', () => {
    const split = node('p', {}, 'Ngày hẹn trả 18', node('b', {}, '/11/2026'));
    expect(factsOf(code, received, status, split)?.due).toBe('2026-11-18');
  });
});

describe('a dossier whose own place is empty', () => {
  const empty = fact('Mã hồ sơ: ', '');

  it('is not the one in the only row of a table below', () => {
    const related = table(
      ['STT', 'Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'],
      ['1', OTHER, '22/10/2026', '01/12/2026'],
    );
    const { facts } = read(empty, received, status, node('h4', {}, 'Hồ sơ liên quan'), related);
    expect(facts?.code).toBeUndefined();
    expect(facts?.due).toBeUndefined();
  });

  it('has no deadline of its only step', () => {
    const steps = table(['Người xử lý', 'Ngày tiếp nhận', 'Ngày hẹn trả'], ['Cán bộ A', '22/10/2026', '01/12/2026']);
    expect(read(node('h2', {}, 'Chi tiết hồ sơ'), status, steps).facts?.due).toBeUndefined();
  });
});

describe('a detail that prints no deadline', () => {
  const theirs = () => fact('Hẹn trả: ', '05/12/2026');
  const others = () => node('h4', {}, 'Hồ sơ khác của công dân');
  const ways: readonly (readonly [string, () => PageNode[]])[] = [
    ['beside it', () => [node('div', {}, OTHER), theirs()]],
    ['in a list', () => [node('ul', {}, node('li', {}, node('a', {}, OTHER), theirs()))]],
    ['of two', () => [OTHER, 'H27.128.14-261022-0078'].flatMap((one) => [node('div', {}, one), theirs()])],
  ];

  it.each(ways)('has none of another dossier %s', (_, content) => {
    const main = node('main', {}, code, received, status);
    for (const tag of ['aside', 'div', 'section']) {
      const facts = factsOf(main, node(tag, {}, others(), ...content()));
      expect([facts?.code, facts?.due]).toEqual([CODE, undefined]);
    }
  });

  it('has its own below the name of another', () => {
    const related = node('div', {}, 'Nộp lại theo hồ sơ ', node('a', {}, OTHER));
    expect(factsOf(code, related, received, due, status)).toMatchObject({ code: CODE, due: '2026-11-18' });
  });
});

describe('a deadline that has passed', () => {
  it.each([
    fact('Còn lại: ', '-2 ngày'),
    fact('Thời gian còn lại: ', '−2 ngày 3 giờ'),
    fact('Tình trạng hạn: ', 'Còn -2 ngày'),
    fact('Ngày hẹn trả: ', '18/11/2026 (Còn -3 ngày)'),
  ])('does not run where what is left is less than nothing', (saying) => {
    expect(factsOf(code, received, due, saying)?.dueState).toBeUndefined();
  });

  it.each(['Hết hạn', 'Hồ sơ hết hạn', 'Đã hết hạn'])('is late: %s', (text) => {
    expect(factsOf(code, received, due, fact('Tình trạng hạn: ', text))?.dueState).toBe('late');
  });

  it.each(['Sắp hết hạn', 'Hôm nay hết hạn', 'Hết hạn hôm nay'])('runs until its end: %s', (text) => {
    expect(factsOf(code, received, due, fact('Tình trạng hạn: ', text))?.dueState).toBe('running');
  });

  it('is not said by the heading of what follows', () => {
    expect(factsOf(code, received, due, status, node('h4', {}, 'Hồ sơ quá hạn'))?.dueText).toBeUndefined();
  });
});

it.each(['Chờ nhận hồ sơ', 'Chờ nhận', 'Đang chờ nhận'])('takes "%s" for no result that waits', (text) => {
  expect(factsOf(code, received, due, fact('Trạng thái: ', text))).toMatchObject({ statusText: text });
  expect(factsOf(code, received, due, fact('Trạng thái: ', text))?.status).toBeUndefined();
});

describe('half of something', () => {
  it('is not read where a line is cut', () => {
    for (let figures = 320; figures < 400; figures += 1) {
      const before = [span('Số tờ: '), span('7'.repeat(figures)), span('Ngày hẹn trả:')];
      const facts = factsOf(code, received, status, node('div', {}, ...before, span('18/11/2026 17:30')));
      expect([undefined, '2026-11-18', '2026-11-18T17:30']).toContain(facts?.due);
    }
  });

  it.each([
    ['1 tháng 15 ngày', '1 tháng 15 ngày'],
    ['Trong ngày làm việc tiếp theo', undefined],
    ['Trong ngày làm việc kế tiếp', undefined],
    ['Ngay trong ngày tiếp nhận hồ sơ', 'Ngay trong ngày'],
    ['3 ngày (24 giờ) làm việc', undefined],
    ['15 ngày hoặc 20 ngày', undefined],
    ['15 - 20 ngày', undefined],
    ['trong ngày 23/11/2026', undefined],
    ['20 ngày làm việc kể từ ngày nhận đủ hồ sơ', '20 ngày làm việc'],
  ])('is no term: %s', (text, expected) => {
    expect(factsOf(code, received, due, fact('Thời hạn giải quyết: ', text))?.term).toBe(expected);
  });

  it.each(['18/11/2026 17:00 UTC', '18/11/2026 17:00 GMT', '2026-11-18 17:00:00 +0000'])(
    'is no hour of ours: %s',
    (text) => {
      expect(factsOf(code, received, status, fact('Ngày hẹn trả: ', text))?.due).toBeUndefined();
    },
  );
});

describe('another dossier on the page of one', () => {
  const box = (...content: PageNode[]) => node('section', {}, node('h4', {}, 'Hồ sơ liên thông'), ...content);
  const field = (label: string, value: string) =>
    node('div', {}, node('label', {}, label), node('input', { disabled: '', value }));

  it('is told from the one whose facts stand in fields: what is printed does not outweigh them in silence', () => {
    const own = [field('Mã hồ sơ', CODE), field('Ngày tiếp nhận', '21/10/2026'), field('Ngày hẹn trả', '18/11/2026')];
    const foreign = node(
      'div',
      {},
      fact('Mã hồ sơ: ', OTHER),
      fact('Ngày tiếp nhận: ', '25/10/2026'),
      fact('Ngày hẹn trả: ', '01/12/2026'),
    );
    expect(factsOf(node('div', {}, ...own), box(foreign))).toMatchObject({
      code: CODE,
      received: '2026-10-21',
      due: '2026-11-18',
    });
    const step = node('div', {}, fact('Ngày tiếp nhận: ', '25/10/2026'), fact('Hẹn trả: ', '30/10/2026'));
    const facts = factsOf(node('div', {}, ...own, status), node('section', {}, step));
    expect([facts?.received, facts?.doubts]).toEqual([undefined, ['dues-disagree']]);
  });

  it('is doubted where its code is labelled and one’s own stands in the title only', () => {
    const title = node('h2', {}, `Chi tiết hồ sơ ${CODE}`);
    const foreign = node('div', {}, fact('Mã hồ sơ: ', OTHER), fact('Ngày hẹn trả: ', '01/12/2026'));
    expect(factsOf(title, received, status, foreign)?.doubts).toContain('codes-disagree');
  });

  it('is passed over below a title of its own', () => {
    const title = node('h2', {}, `Chi tiết hồ sơ ${CODE}`);
    const foreign = box(node('div', {}, fact('Mã hồ sơ: ', OTHER), fact('Ngày hẹn trả: ', '01/12/2026')));
    const facts = factsOf(title, received, status, foreign);
    expect([facts?.code, facts?.due, facts?.doubts]).toEqual([CODE, undefined, []]);
  });

  it('lends nothing to the one whose code stands in the title only', () => {
    const title = node('h2', {}, `Chi tiết hồ sơ ${CODE}`);
    const foreign = box(node('div', {}, node('a', {}, OTHER), fact('Ngày hẹn trả: ', '01/12/2026')));
    const facts = factsOf(title, received, status, foreign);
    expect([facts?.code, facts?.due, facts?.doubts]).toEqual([CODE, undefined, []]);
  });
});

it('doubts an appointment that a permit beside the dossier would move by more than a year', () => {
  const paper = node('div', {}, node('p', {}, 'Giấy phép.pdf'), fact('Gia hạn đến: ', '31/12/2027'));
  expect(factsOf(code, received, due, paper)?.doubts).toEqual(['dues-disagree']);
});

describe('a head over several columns', () => {
  const th = (text: string, span: Record<string, string> = {}) => node('th', span, text);
  const row = (at: number) =>
    node(
      'tr',
      {},
      ...[`H27.128.14-26102${at}-0013`, '21/10/2026', '22/10/2026', '10/11/2026'].map((text) => node('td', {}, text)),
    );
  const listUnder = (group: string, ...more: PageNode[]) =>
    read(
      node(
        'table',
        {},
        node(
          'thead',
          {},
          ...more,
          node(
            'tr',
            {},
            th('Mã hồ sơ', { rowspan: '2' }),
            th('Ngày tiếp nhận', { rowspan: '2' }),
            th(group, { colspan: '2' }),
          ),
          node('tr', {}, th('Chuyển'), th('Hẹn trả')),
        ),
        node('tbody', {}, row(1), row(2)),
      ),
    ).rows;

  it('says whose the deadlines below it are: a step’s is not the dossier’s', () => {
    const others = ['Phòng chuyên môn', 'Bước hiện tại', 'Xin ý kiến cơ quan phối hợp', 'Giấy phép cũ'];
    for (const rows of others.map((words) => listUnder(words))) {
      expect(rows.map(({ due }) => due)).toEqual([undefined, undefined]);
      expect(rows).toMatchObject([{ received: '2026-10-21' }, { received: '2026-10-21' }]);
    }
    for (const own of ['Thời gian', 'Phía cơ quan', 'Hồ sơ liên thông'])
      expect(listUnder(own)).toMatchObject([{ due: '2026-11-10' }, { due: '2026-11-10' }]);
    expect(listUnder('Thời gian')).toMatchObject([{ due: '2026-11-10' }, { due: '2026-11-10' }]);
  });

  it('is the title of the table where it is over all of them', () => {
    const title = node('tr', {}, th('Phòng Tư pháp: hồ sơ', { colspan: '4' }));
    expect(listUnder('Thời gian', title)).toMatchObject([{ due: '2026-11-10' }, { due: '2026-11-10' }]);
  });

  it('keeps its names above the numbers that a register gives its columns', () => {
    const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Chuyển', 'Hẹn trả'].map((text) => th(text));
    const numbers = ['(1)', '(2)', '(3)', '(4)'].map((text) => th(text));
    const head = node('thead', {}, node('tr', {}, ...heads), node('tr', {}, ...numbers));
    expect(read(node('table', {}, head, node('tbody', {}, row(1), row(2)))).rows).toMatchObject([
      { received: '2026-10-21', due: '2026-11-10' },
      { received: '2026-10-21', due: '2026-11-10' },
    ]);
  });

  it('may be repeated above each group of a list', () => {
    const heads = () => node('tr', {}, ...['Mã hồ sơ', 'Ngày tiếp nhận', 'Chuyển', 'Hẹn trả'].map((text) => th(text)));
    const list = node('table', {}, heads(), row(1), heads(), row(2));
    expect(read(list).rows).toMatchObject([{ due: '2026-11-10' }, { due: '2026-11-10' }]);
  });
});

describe('a notice that names another dossier', () => {
  it('lends this one no day, also where it names it without a colon', () => {
    const notice = node(
      'div',
      {},
      node('div', {}, `Hồ sơ ${OTHER} sắp đến hạn`),
      fact('Hạn trả: ', '20/11/2026 17:00'),
    );
    const own = node('div', {}, code, received, status);
    const facts = factsOf(node('h2', {}, 'Chi tiết hồ sơ'), own, notice);
    expect(facts).toMatchObject({ code: CODE, received: '2026-10-21' });
    expect(facts).not.toHaveProperty('due');
  });

  it.each(['Hồ sơ liên thông', 'Hồ sơ liên quan', 'Số hồ sơ'])(
    'is none where it is a line of this one’s: %s',
    (label) => {
      const top = node('div', {}, node('h2', {}, 'Chi tiết hồ sơ'), code);
      const body = node('div', {}, received, node('p', {}, `${label} ${OTHER}`), due, status);
      expect(factsOf(top, body)).toMatchObject({ code: CODE, due: '2026-11-18', status: 4 });
    },
  );
});

it.each(['Bước hiện tại', 'Bước 2: Thẩm định', 'Lịch sử xử lý'])(
  'takes no day of a step for the dossier’s, below "%s"',
  (title) => {
    const step = node(
      'section',
      {},
      node('h4', {}, title),
      fact('Ngày nhận: ', '25/10/2026'),
      fact('Hạn giải quyết: ', '30/10/2026'),
      fact('Trạng thái: ', 'Đã xử lý xong'),
    );
    expect(factsOf(node('div', {}, code, received, status), step)).toMatchObject({
      received: '2026-10-21',
      stepDue: '2026-10-30',
      status: 4,
      doubts: [],
    });
    expect(factsOf(node('div', {}, code, received, status), step)).not.toHaveProperty('due');
    const titled = node('h2', {}, `Chi tiết hồ sơ ${CODE}`);
    expect(factsOf(node('main', {}, titled, received, status), step)).not.toHaveProperty('due');
  },
);

describe('an appointment put off', () => {
  it.each([
    'Ngày trả kết quả mới',
    'Ngày hẹn trả lại kết quả',
    'Đã hẹn lại',
    'Điều chỉnh hạn trả',
    'Ngày hẹn trả (đã điều chỉnh)',
  ])('is the one that holds, behind "%s"', (label) => {
    expect(factsOf(code, received, due, status, fact(`${label}: `, '24/11/2026'))).toMatchObject({
      due: '2026-11-24',
      doubts: [],
    });
  });

  it.each([
    fact('Ngày hẹn trả hiện tại: ', '24/11/2026'),
    fact('Ngày hẹn trả (lần 2): ', '24/11/2026'),
    fact('Kéo dài thời gian giải quyết đến: ', '24/11/2026'),
    node('p', {}, 'Hồ sơ đã được gia hạn đến 24/11/2026'),
    node('div', {}, node('p', {}, 'Ngày hẹn trả thay đổi'), node('p', {}, '24/11/2026 17:00')),
  ])('makes the day before it doubtful in words that nobody knows (%#)', (line) => {
    expect(factsOf(code, received, due, status, line)).toMatchObject({ due: '2026-11-18', doubts: ['dues-disagree'] });
  });

  it.each([
    fact('Ngày hẹn trả hiện tại: ', '18/11/2026'),
    fact('Ngày cấp mới: ', '24/11/2026'),
    node('p', {}, 'Gia hạn giấy phép đến 24/11/2031'),
    node('p', {}, 'Đề nghị lập thư xin lỗi và nhập ngày hẹn trả lại trước 17:00 ngày 24/11/2026'),
  ])('is none where no later day is given, nor where somebody is told to give one (%#)', (line) => {
    expect(factsOf(code, received, due, status, line)).toMatchObject({ due: '2026-11-18', doubts: [] });
  });

  it('is seen in a table of such days below the dossier, and in a column of a list', () => {
    const history = table(['Lần', 'Lý do', 'Ngày hẹn lại'], ['1', 'Thiếu bản vẽ', '24/11/2026']);
    expect(factsOf(code, received, due, status, history)?.doubts).toEqual(['dues-disagree']);
    const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Ngày hẹn trả hiện tại'];
    const list = table(
      heads,
      [CODE, '21/10/2026', '18/11/2026', '24/11/2026'],
      [OTHER, '21/10/2026', '18/11/2026', ''],
    );
    expect(read(node('h2', {}, 'Danh sách hồ sơ'), list).rows).toMatchObject([
      { due: '2026-11-18', doubts: ['dues-disagree'] },
      { due: '2026-11-18', doubts: [] },
    ]);
  });
});

it.each(['17/11/2026 17:00 → 24/11/2026 17:00', '17/11/2026 24/11/2026'])(
  'says that the appointment cannot be read, and stays with the dossier: %s',
  (days) => {
    const title = node('h2', {}, 'Chi tiết hồ sơ');
    const facts = factsOf(title, code, received, fact('Ngày hẹn trả: ', days));
    expect(facts).toMatchObject({ code: CODE, received: '2026-10-21', doubts: ['due-malformed'] });
    expect(facts).not.toHaveProperty('due');
  },
);

describe('a step', () => {
  it('has its own clock below the title of its panel', () => {
    const title = node('mat-panel-title', {}, 'Bước 2: Thẩm định');
    const step = node('div', {}, title, fact('Trạng thái: ', 'Đã xử lý xong'), node('p', {}, 'Trễ hạn 1 ngày'));
    const facts = factsOf(node('h2', {}, 'Chi tiết hồ sơ'), node('div', {}, code, received, due, status), step);
    expect(facts).toMatchObject({ due: '2026-11-18', status: 4, doubts: [] });
    expect(facts).not.toHaveProperty('dueState');
  });

  it('has its own time left', () => {
    const step = node('section', {}, node('h4', {}, 'Bước 2: Thẩm định'), fact('Thời gian còn lại: ', '2 giờ'));
    expect(factsOf(node('div', {}, code, received, due, status), step)).not.toHaveProperty('dueState');
  });

  it('may stand in a cell of a list', () => {
    const cell = node('div', {}, node('p', {}, 'Bước: Thẩm định'), node('p', {}, 'Trễ 2 ngày'));
    const heads = ['Mã hồ sơ', 'Ngày hẹn trả', 'Tiến độ'];
    const [row] = read(table(heads, [CODE, '18/11/2026', cell], [OTHER, '18/11/2026', ''])).rows;
    expect(row).toMatchObject({ code: CODE, due: '2026-11-18' });
    expect(row).not.toHaveProperty('dueState');
  });
});

describe('a list', () => {
  it('may be a tree of rows', () => {
    const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'];
    const row = (text: string) => [`├─ ${text}`, '11/11/2026', '21/11/2026'];
    expect(read(table(heads, row(CODE), row(OTHER))).rows).toMatchObject([
      { code: CODE, due: '2026-11-21' },
      { code: OTHER, due: '2026-11-21' },
    ]);
  });

  it('shows no running clock for an amount in brackets, which may be less than nothing', () => {
    const heads = ['Mã hồ sơ', 'Ngày hẹn trả', 'Còn lại'];
    const [first, second] = read(table(heads, [CODE, '18/11/2026', '(3 ngày)'], [OTHER, '18/11/2026', '2 ngày'])).rows;
    expect(first).not.toHaveProperty('dueState');
    expect(second).toMatchObject({ dueState: 'running' });
  });
});

it('takes no day out of a warning that names another dossier', () => {
  const warning = node('div', {}, `Hồ sơ trùng ${OTHER} (hẹn trả: 19/11/2026)`);
  const facts = factsOf(node('h2', {}, 'Chi tiết hồ sơ'), code, received, status, warning);
  expect(facts).toMatchObject({ code: CODE, received: '2026-10-21' });
  expect(facts).not.toHaveProperty('due');
});

describe('a form that takes a dossier in', () => {
  const field = (label: string, value = '') =>
    node('div', {}, node('label', {}, label), node('input', value === '' ? {} : { value }));
  const form = [
    node('h3', {}, 'Tiếp nhận hồ sơ mới'),
    field('Họ và tên người nộp'),
    field('Số CCCD'),
    field('Địa chỉ'),
    field('Ngày tiếp nhận', '21/10/2026'),
    field('Ngày hẹn trả', '18/11/2026'),
    node('button', {}, 'Tiếp nhận'),
  ];
  const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'];
  const old = (text: string) => [text, '05/10/2026', '19/10/2026'];

  it.each([
    ['an old dossier of the citizen', table(heads, old(OTHER))],
    ['two of them', table(heads, old(CODE), old(OTHER))],
  ])('is no page of theirs beside %s', (_, rows) => {
    const page = read(...form, node('h4', {}, 'Hồ sơ công dân đã nộp'), rows);
    expect(page.kind).toBe('receive');
    expect(page.facts).toMatchObject({ due: '2026-11-18' });
    expect(page.facts).not.toHaveProperty('code');
  });
});

it('is a dossier’s page where a title says so, whatever another begins with', () => {
  for (const title of ['Chi tiết giao dịch', 'Chi tiết văn bản, hồ sơ']) {
    const widget = node('div', {}, node('h4', {}, title));
    expect(read(widget, node('h3', {}, 'Chi tiết hồ sơ'), code, received, due, status).kind).toBe('detail');
  }
});

it.each(['Thông tin công việc', 'Hồ sơ đã nộp'])('reads what stands below a part of its own: %s', (title) => {
  const top = node('h3', {}, `Chi tiết hồ sơ ${CODE}`);
  expect(factsOf(top, node('h4', {}, title), received, due, status)).toMatchObject({ due: '2026-11-18', status: 4 });
});

it.each(['Chi tiết giao dịch thanh toán', 'Chi tiết phản ánh', 'Xem chi tiết văn bản đến'])(
  'is no dossier’s page under the title "%s"',
  (title) => {
    expect(read(node('h2', {}, title), code, received, due, status).kind).toBe('other');
    // Not its first title: a part of the dossier's page.
    expect(read(node('h2', {}, 'Chi tiết hồ sơ'), code, received, due, status, node('h3', {}, title)).kind).toBe(
      'detail',
    );
  },
);

describe('what is no title of another thing', () => {
  const item = (label: string, value: string, of: Readonly<Record<string, string>>) =>
    node('div', { class: 'item' }, node('div', of, label), node('div', {}, value));

  it.each(['Lệ phí', 'Thành phần hồ sơ', 'Bước hiện tại', 'Văn bản đến', 'Công việc hiện tại'])(
    'is a label in bold, or in an element named so: %s',
    (label) => {
      for (const of of [{ class: 'title' }, { class: 'field-name' }]) {
        const facts = factsOf(
          node('h3', {}, `Hồ sơ: ${CODE}`),
          node(
            'div',
            {},
            item(label, 'Không', of),
            item('Ngày tiếp nhận', '21/10/2026', of),
            item('Ngày hẹn trả', '18/11/2026', of),
            item('Trạng thái', 'Đang xử lý', of),
          ),
        );
        expect(facts).toMatchObject({ code: CODE, received: '2026-10-21', due: '2026-11-18', status: 4, doubts: [] });
      }
    },
  );

  it.each(['Thống kê hồ sơ', 'Hướng dẫn sử dụng', 'Văn bản và điều hành', 'Báo cáo'])(
    'is a heading before the page’s own: %s',
    (heading) => {
      const title = node('h3', {}, 'Chi tiết hồ sơ');
      expect(read(node('h4', {}, heading), title, code, received, due, status).kind).toBe('detail');
    },
  );

  it.each(['Hồ sơ mới tiếp nhận', 'Công việc của tôi', 'Lịch hẹn công dân'])(
    'is the module’s, above the dossier’s: %s',
    (heading) => {
      const title = node('h3', {}, `Chi tiết hồ sơ: ${CODE}`);
      expect(factsOf(node('h2', {}, heading), title, received, due, status)).toMatchObject({
        code: CODE,
        due: '2026-11-18',
        status: 4,
      });
    },
  );
});

describe('a day that puts nothing off', () => {
  const pair = (first: string, second: string) => node('div', {}, node('p', {}, first), node('p', {}, second));

  it.each([
    pair('Thời gian gia hạn: 0 ngày', 'Hạn nộp bổ sung: 30/11/2026'),
    pair('Số lần gia hạn: 0', 'Hạn lưu: 30/12/2026'),
    pair('Chưa gia hạn, chưa xin lỗi', 'Thời điểm xem: 23/11/2026'),
    pair('Lịch sử gia hạn', 'Ngày in: 23/11/2026'),
    pair('Hồ sơ xin gia hạn', 'Thứ hai, 23/11/2026'),
    node('p', {}, 'Gia hạn tạm trú đến ngày: 31/12/2026'),
    node('p', {}, 'Thay đổi tên công ty trách nhiệm hữu hạn ngày 24/11/2026'),
    fact('Gia hạn: ', 'Theo Thông báo 12/TB ngày 14/11/2026'),
    fact('Gia hạn: ', 'Quyết định số 5 ngày 01/10/2026 thay QĐ ngày 02/09/2026'),
    node('p', {}, 'Chứng thư số sẽ hết hạn vào ngày 30/11/2026. Liên hệ quản trị để được gia hạn.'),
    node('p', {}, 'Thời hạn cập nhật bổ sung: 30/11/2026'),
    node('p', {}, '26/11/2026 08:05 Lãnh đạo từ chối gia hạn'),
    node('li', {}, '26/11/2026 Thay đổi người giải quyết hồ sơ'),
    node('p', {}, 'Gia hạn thuê đất đến hết ngày 31/12/2026'),
    node('p', {}, 'Hồ sơ quá hạn sau 30/11/2026 sẽ bị hủy'),
    table(['Chứng chỉ', 'Ngày cấp', 'Gia hạn đến'], ['Hành nghề dược', '01/12/2025', '31/12/2026']),
    table(['Giấy phép', 'Ngày cấp', 'Gia hạn đến'], ['12/GP', '01/10/2026', '30/11/2026']),
    table(['Hồ sơ', 'Ngày hẹn trả', 'Ngày hẹn lại'], [OTHER, '20/11/2026', '27/11/2026']),
  ])('raises no doubt (%#)', (line) => {
    expect(factsOf(code, received, due, status, line)).toMatchObject({ due: '2026-11-18', doubts: [] });
  });
});

it('is a list where dossiers wait to be taken in, with a filter above and a button beside', () => {
  const filter = ['Từ ngày', 'Đến ngày', 'Mã', 'Người'].map((label) =>
    node('div', {}, node('label', {}, label), node('input', {})),
  );
  const heads = ['Mã hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả'];
  const rows = table(heads, [CODE, '21/10/2026', '18/11/2026'], [OTHER, '21/10/2026', '18/11/2026']);
  const page = readPage(
    node('body', {}, node('h3', {}, 'Tiếp nhận hồ sơ'), ...filter, node('button', {}, 'Tiếp nhận'), rows),
    { url: 'https://motcua.vi-du.gov.vn/mot-cua/tiep-nhan-ho-so', profile: null, procedures: [] },
  );
  expect([page.kind, page.rows.length]).toEqual(['list', 2]);
});

it('reads a row whose code stands above its day, and what stands below a step', () => {
  const stacked = (text: string) => node('div', {}, node('div', {}, text), node('div', {}, '11/11/2026'));
  const waiting = table(['Tiếp nhận', 'Ngày hẹn trả'], [stacked(CODE), '21/11/2026'], [stacked(OTHER), '21/11/2026']);
  expect(read(node('h2', {}, 'Danh sách hồ sơ'), waiting).rows).toMatchObject([
    { code: CODE, due: '2026-11-21' },
    { code: OTHER, due: '2026-11-21' },
  ]);
  const stage = () => node('div', {}, node('div', {}, 'Bước: Thẩm định'), node('div', {}, 'Đang xử lý'));
  const heads = ['Mã hồ sơ', 'Ngày hẹn trả', 'Trạng thái'];
  const list = table(heads, [CODE, '18/11/2026', stage()], [OTHER, '18/11/2026', stage()]);
  expect(read(list).rows).toMatchObject([{ status: 4 }, { status: 4 }]);
});
