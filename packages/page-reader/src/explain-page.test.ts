import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPage } from './explain-page.ts';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { fact, node, table } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const CODE = 'H27.128.14-261021-0013';
const context = {
  url: 'https://vi-du.gov.vn/x',
  profile: null,
  procedures: [{ code: '1.001193', name: 'Đăng ký khai sinh' }],
};
const explain = (...content: PageNode[]) =>
  explainPage(node('body', {}, node('h2', {}, 'Chi tiết hồ sơ'), ...content), context);
const facts = [
  fact('Mã hồ sơ: ', CODE),
  node('div', {}, 'Tiếp nhận trực tiếp: 21/10/2026 07:34, hẹn trả: 18/11/2026'),
  node('div', {}, node('label', {}, 'Trạng thái'), node('input', { value: 'Đang xử lý', readonly: '' })),
  node('div', {}, 'Đăng ký khai sinh'),
];

describe('an explained page', () => {
  it('says label, relation and confidence of each fact', () => {
    const { kind, facts: said, signals } = explain(...facts);
    expect(kind).toBe('detail');
    expect(signals).toEqual({ detail: ['facts', 'heading'] });
    expect(said?.facts).toMatchObject({
      code: { value: CODE, label: 'mã hồ sơ', relation: 'same-line', confidence: 'sure', rejected: [] },
      channel: { value: 'direct', label: 'tiếp nhận trực tiếp', confidence: 'guess' },
      received: { value: '2026-10-21T07:34', label: 'tiếp nhận trực tiếp', relation: 'sentence', confidence: 'sure' },
      due: { value: '2026-11-18', label: 'hẹn trả', relation: 'sentence', confidence: 'sure' },
      status: { value: 4, label: 'trạng thái', relation: 'field', confidence: 'likely' },
      procedureName: { value: 'Đăng ký khai sinh', label: null, relation: 'name', confidence: 'guess' },
    });
  });

  it('says what stands under a title about something else', () => {
    const own = [
      fact('Mã hồ sơ: ', CODE),
      fact('Kênh thực hiện: ', 'Trực tiếp'),
      fact('Ngày tiếp nhận: ', '21/10/2026'),
    ];
    const paid = node(
      'div',
      {},
      node('h4', {}, 'Thanh toán'),
      fact('Trạng thái: ', 'Đã hoàn thành'),
      fact('Hạn trả: ', ''),
    );
    const said = explain(...own, paid).facts;
    expect(said?.facts).not.toHaveProperty('status');
    expect(said?.missing).toMatchObject({
      due: [{ label: 'hạn trả', relation: 'beside', reason: 'elsewhere' }],
      statusText: [{ label: 'trạng thái', relation: 'same-line', reason: 'elsewhere' }],
    });
  });

  it('names no element but those of HTML: a name in angle brackets is one to a browser', () => {
    const day = node('div', {}, 'Ngày lạ lùng: 24/11/2026');
    const odd = ['nguyenvana.0912345678@vidu.vn', 'nguyenvana', 'x-nguyen'].map((tag) => node(tag, {}, day));
    const { hints } = explain(...facts, node('section', {}, ...odd));
    expect(JSON.stringify(hints)).not.toMatch(/nguyen/);
  });

  it('says what was not taken, and why', () => {
    const draft = node('div', {}, node('label', {}, 'Ngày hẹn trả'), node('input', { value: '30/12/2026' }));
    const { facts: said } = explain(
      fact('Mã hồ sơ: ', CODE),
      fact('Ngày tiếp nhận: ', '31/02/2026'),
      fact('Thời hạn giải quyết: ', 'Ông Ví Dụ'),
      fact('Trạng thái: ', ''),
      draft,
      ...facts.slice(1),
    );
    expect(said?.facts.received?.rejected).toEqual([
      { label: 'ngày tiếp nhận', relation: 'same-line', reason: 'malformed' },
    ]);
    expect(said?.facts.due?.rejected).toEqual([{ label: 'ngày hẹn trả', relation: 'field', reason: 'draft' }]);
    expect(said?.facts.statusText?.rejected).toEqual([{ label: 'trạng thái', relation: 'beside', reason: 'empty' }]);
    expect(said?.missing.term).toEqual([
      { label: 'thời hạn giải quyết', relation: 'same-line', reason: 'no-such-value' },
    ]);
  });

  it('says what an author of a profile could add', () => {
    const { hints } = explain(
      fact('Ngày xong việc: ', '18/11/2026'),
      node('table', {}, node('tr', {}, node('td', {}, 'Số vào bảng'), node('td', {}, CODE))),
      fact('Ngày sinh: ', '01/01/1990'),
      fact('Trạng thái: ', 'Chờ ai đó'),
    );
    expect(hints).toEqual([
      { hint: 'unknown-label', about: 'code', at: 'table > tr > td:2' },
      { hint: 'unknown-label', about: null, at: 'div:1' },
    ]);
    const tile = node('div', {}, node('small', {}, 'Ngày phải xong'), node('b', {}, '24/11/2026 16:30'));
    expect(explain(tile).hints).toContainEqual({ hint: 'unknown-label', about: null, at: 'div' });
    const bare = explainPage(node('body', {}, ...facts), context);
    expect(bare.hints).toContainEqual({ hint: 'kind-needs-signal', about: 'detail', at: null });
    const url = 'https://motcua.mod.gov.vn/web/a/b#/danh-sach-ho-so/0/chi-tiet-ho-so/1';
    const root = node('body', {}, node('div', {}, 'CHI TIẾT HỒ SƠ'), ...facts);
    expect(explainPage(root, { ...context, url, profile: shippedProfile('opencps') }).hints).toContainEqual({
      hint: 'no-action',
      about: 'detail',
      at: null,
    });
  });

  it('asks for no label where the line has its own, whatever stands above it', () => {
    const code = node('div', {}, node('small', {}, 'Số hồ sơ'), node('b', {}, CODE));
    const { facts: read, hints } = explain(node('h2', {}, 'Chi tiết hồ sơ'), node('div', {}, code), ...facts.slice(1));
    expect(read?.facts.code?.label).toBe('số hồ sơ');
    expect(hints.filter(({ hint }) => hint === 'unknown-label')).toEqual([]);
  });

  it('says the same as the reading, and no other word of the page', () => {
    const values = fc.constantFrom(
      CODE,
      '21/10/2026',
      '18/11/2026 07:34',
      'Đang xử lý',
      'Quá 3 ngày',
      '3 ngày làm việc',
      'Trực tiếp',
      '31/02/2026',
      'Zwx Qvj',
      '',
      'Đăng ký khai sinh',
    );
    const labels = fc.constantFrom(
      'Mã hồ sơ',
      'Ngày tiếp nhận',
      'Ngày hẹn trả',
      'Hạn xử lý',
      'Trạng thái',
      'Tình trạng hạn',
      'Thời hạn giải quyết',
      'Kênh thực hiện',
      'Tên thủ tục',
      'Qwx nhãn',
      'Chủ hồ sơ',
      'Ghi chú',
      'Hẹn lại',
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(labels, values, fc.nat({ max: 3 })), { maxLength: 10 }),
        fc.boolean(),
        (pairs, listed) => {
          const content = pairs.map(([label, value, shape]) =>
            shape === 0
              ? fact(`${label}: `, value)
              : shape === 1
                ? node('div', {}, node('label', {}, label), node('input', { value, readonly: '' }))
                : node('div', {}, node('div', {}, label), node('div', {}, value, ' Zwx')),
          );
          const rows = listed
            ? [table(['Mã hồ sơ', ...pairs.map(([label]) => label)], [CODE, ...pairs.map(([, value]) => value)])]
            : [];
          const page = () =>
            node('body', {}, node('h2', {}, listed ? 'Danh sách hồ sơ' : 'Chi tiết hồ sơ'), ...content, ...rows);
          const reading = readPage(page(), context);
          const said = explainPage(page(), context);
          expect(said.kind).toBe(reading.kind);
          const drawnFrom = (one: (typeof said.rows)[number]) => ({
            ...Object.fromEntries(Object.entries(one.facts).map(([name, { value }]) => [name, value])),
            doubts: one.doubts,
          });
          expect(said.facts === null ? null : drawnFrom(said.facts)).toEqual(reading.facts);
          expect(said.rows.map(drawnFrom)).toEqual(reading.rows);
          expect(JSON.stringify(said).toLowerCase()).not.toMatch(/zwx|qwx|qvj/);
        },
      ),
      { numRuns: 200 },
    );
  });
});
