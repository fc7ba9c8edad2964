import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { node } from './testing/literal.ts';

const procedures = [{ code: '1.001193', name: 'Đăng ký khai sinh' }];
const HEADS = ['Mã hồ sơ', 'Thủ tục', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'];
const ROWS = [
  ['H45.26-261116-0041', 'Đăng ký khai sinh', '16/11/2026 08:00', '19/11/2026 08:00', 'Đang xử lý'],
  ['H45.26-261117-0006', 'Đăng ký khai sinh', '17/11/2026 08:00', '20/11/2026 08:00', 'Đã trả kết quả'],
];
const READ = {
  code: 'H45.26-261116-0041',
  procedureName: 'Đăng ký khai sinh',
  received: '2026-11-16T08:00',
  due: '2026-11-19T08:00',
  statusText: 'Đang xử lý',
};
const div = (...children: (PageNode | string)[]) => node('div', {}, ...children);
const span = (text: string) => node('span', {}, text);

function read(...content: PageNode[]) {
  return readPage(node('body', {}, ...content), { url: 'https://vi-du.gov.vn/x', profile: null, procedures });
}

describe('a list that is no table', () => {
  it.each([
    [
      'boxes below their heads',
      [div(...HEADS.map((head) => div(head))), div(...ROWS.map((row) => div(...row.map((cell) => div(cell)))))],
    ],
    [
      'boxes that say their own labels',
      [div(...ROWS.map((row) => div(...row.map((cell, i) => div(`${HEADS[i]}: ${cell}`)))))],
    ],
    [
      'cards with a badge beside the code, the last in a row of its own',
      ROWS.map(([code = '', name = '', received, due, status = '']) =>
        div(
          div(
            node('h5', {}, span(code), span(status)),
            node('p', {}, name),
            div(`Ngày nhận: ${received}`),
            div(`Ngày hẹn trả: ${due}`),
          ),
        ),
      ),
    ],
  ])('%s', (_, content) => {
    const reading = read(...content);
    expect(reading.kind).toBe('list');
    expect(reading.rows).toHaveLength(ROWS.length);
    expect(reading.rows[0]).toMatchObject(READ);
  });

  it('is a grid that draws its pinned column as rows of their own', () => {
    const cell = (role: string, column: number, text: string) =>
      node('div', { role, 'aria-colindex': String(column + 1) }, text);
    const rowsOf = (from: number, to: number) =>
      [HEADS, ...ROWS].map((row, i) =>
        node(
          'div',
          { role: 'row', 'aria-rowindex': String(i + 1) },
          ...row.slice(from, to).map((text, at) => cell(i === 0 ? 'columnheader' : 'gridcell', from + at, text)),
        ),
      );
    const [pinnedHead, ...pinned] = rowsOf(0, 1);
    const [head, ...rows] = rowsOf(1, HEADS.length);
    const heads = [pinnedHead, head].filter((one) => one !== undefined);
    const reading = read(node('div', { role: 'grid' }, div(...heads), div(...pinned), div(...rows)));
    expect(reading.rows).toHaveLength(ROWS.length);
    expect(reading.rows[0]).toMatchObject(READ);
  });
});

describe('a dossier with others beside it', () => {
  it('stays a dossier', () => {
    const [code = '', name = '', received, due, status] = ROWS[0] ?? [];
    const others = ROWS.slice(1).map(([other = '', , taken, promised]) =>
      node('li', {}, span(other), ` - Tiếp nhận trực tiếp: ${taken}, hẹn trả: ${promised}`),
    );
    const { kind, facts } = read(
      node('h4', {}, 'Chi tiết hồ sơ'),
      ...[
        `Mã hồ sơ: ${code}`,
        `Thủ tục: ${name}`,
        `Tiếp nhận: ${received}, hẹn trả: ${due}`,
        `Trạng thái: ${status}`,
      ].map((line) => div(line)),
      node('ul', {}, ...others),
    );
    expect(kind).toBe('detail');
    expect(facts).toMatchObject({ ...READ, doubts: [] });
  });

  it('takes the deadline of the step that a table of steps marks as running', () => {
    const rows = [
      ['Bước', 'Hạn xử lý'],
      ['Tiếp nhận', '16/11/2026 11:00'],
      ['Thẩm định (đang thực hiện)', '18/11/2026 17:00'],
    ].map((cells, i) => node('tr', {}, ...cells.map((text) => node(i === 0 ? 'th' : 'td', {}, text))));
    const [code = '', , received, due] = ROWS[0] ?? [];
    const { facts } = read(
      node('h4', {}, 'Chi tiết hồ sơ'),
      ...[`Mã hồ sơ: ${code}`, `Tiếp nhận: ${received}, hẹn trả: ${due}`].map((line) => div(line)),
      node('table', {}, ...rows),
    );
    expect(facts).toMatchObject({ stepDue: '2026-11-18T17:00', due: READ.due });
  });
});

describe('a page nested far deeper than any', () => {
  it('is read as far as it goes', () => {
    let deep = div('Mã hồ sơ');
    for (let depth = 0; depth < 5_000; depth += 1) deep = div(deep);
    expect(read(deep).kind).toBe('other');
  });
});
