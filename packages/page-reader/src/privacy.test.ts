import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explainPage } from './explain-page.ts';
import { type Labels, labelsOf } from './labels.ts';
import type { PageNode } from './page-node.ts';
import { readPage, signsNow } from './read-page.ts';
import { node, table } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';
import { vietnameseWords } from './vietnamese-words.ts';

/*
 * Pages full of an invented citizen, in every place near the labels that are read. Whatever is planted, nothing of it
 * may come out of a reading.
 */

const WORDS = ['Nguyễn', 'Trần', 'Thị', 'Văn', 'Ánh', 'Đức', 'Xuân', 'Thủy', 'Quỳnh', 'Lê', 'Phạm', 'Hoàng'] as const;
const LABELS = [
  'Mã hồ sơ',
  'Số biên nhận',
  'Mã thủ tục',
  'Tên thủ tục',
  'Thủ tục',
  'Kênh thực hiện',
  'Ngày tiếp nhận',
  'Tiếp nhận',
  'Ngày nộp hồ sơ',
  'Ngày hẹn trả',
  'Hẹn trả',
  'Hẹn lại',
  'Hạn xử lý cá nhân',
  'Thời hạn giải quyết',
  'Trạng thái',
  'Tình trạng hạn',
  'Chủ hồ sơ',
  'Trích yếu',
  'Tên hồ sơ',
  'Nội dung',
  'Ghi chú',
  'Địa chỉ',
  'Số điện thoại',
  'Hạn trả',
  'Số biên nhận hồ sơ',
  'Hạn xử lý toàn trình',
  'Lý do',
  'Thông tin hồ sơ',
  'Nhãn lạ',
] as const;
const VALUES = [
  'H27.128.14-261021-0013',
  '1.001193',
  'Đăng ký khai sinh',
  'Trực tiếp',
  '21/10/2026 07:34:24',
  '18/11/2026',
  '20 ngày làm việc',
  'Đang xử lý',
  'Quá 1.25 ngày',
  '',
] as const;
const URLS = [
  ['opencps', 'https://motcua.mod.gov.vn/web/a/b#/danh-sach-ho-so/0/chi-tiet-ho-so/1'],
  ['opencps', 'https://motcua.mod.gov.vn/web/a/b#/danh-sach-ho-so/0/ho-so/1/NEW'],
  ['opencps', 'https://motcua.mod.gov.vn/web/a/b#/danh-sach-ho-so/0'],
  ['thanh-hoa', 'https://motcua.thanhhoa.gov.vn/dvc/xu-ly-ho-so/dang-xu-ly'],
  ['national', 'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000001193'],
  ['liferay-classic', 'https://motcuasothongke.cantho.gov.vn/group/guest/chi-tiet-ho-so?x=1'],
] as const;
const HEADINGS = [
  'CHI TIẾT HỒ SƠ',
  'THÊM MỚI HỒ SƠ',
  'TRẢ KẾT QUẢ HỒ SƠ:',
  'Trình tự thực hiện',
  'Danh sách hồ sơ',
] as const;

const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const name = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 4 }).map((words) => words.join(' '));
/** Something of a citizen, marked so that its trace can be found again. */
const secret = fc.oneof(
  name,
  name.map((text) => text.toUpperCase()),
  digits(12).map((number) => `0${number.slice(1)}`),
  digits(10).map((number) => `09${number.slice(2)}`),
  fc.tuple(name, digits(12)).map(([who, number]) => `${who} (${number})`),
  fc.tuple(fc.nat({ max: 99 }), name).map(([house, street]) => `Số ${house}, ngõ ${street}, xã Ví Dụ`),
  digits(4).map((number) => `cong.dan.${number}@vi-du.example`),
  // Decoys: what looks like a code, a date, a term or a due text and is somebody's.
  fc.tuple(name, digits(6)).map(([who, number]) => `${who}-${number}-0001`),
  digits(8).map((number) => `19/0${number.slice(0, 1)}/${number.slice(1, 5)}9 ${number}`),
  name.map((who) => `3 ngày ${who}`),
  name.map((who) => `Quá hạn ${who}`),
);

const label = fc.constantFrom(...LABELS);
const value = fc.constantFrom(...VALUES);
/** A value with something of the citizen before, behind or instead of it. */
const planted = fc
  .tuple(value, secret, fc.constantFrom('{s}', '{v} {s}', '{s} {v}', '{v}, {s}', '{v} ({s})', '{v} - {s}', '{v}: {s}'))
  .map(([v, s, shape]) => ({ s, text: shape.replace('{v}', v).replace('{s}', s) }));

interface Piece {
  readonly node: PageNode;
  readonly secrets: readonly string[];
}

const piece: fc.Arbitrary<Piece> = fc
  .tuple(label, planted, fc.nat({ max: 16 }))
  .map(([l, { s, text }, shape]) => ({ secrets: [s], node: shaped(shape, l, text) }));

function shaped(shape: number, l: string, text: string): PageNode {
  switch (shape) {
    case 0:
      return node('div', {}, node('span', {}, `${l}: `), node('span', {}, text));
    case 1:
      return node('div', {}, node('div', {}, node('div', {}, `${l}:`)), node('div', {}, node('p', {}, text)));
    case 2:
      return node('div', {}, node('label', {}, l), node('input', { value: text }));
    case 3:
      return node('div', {}, node('label', {}, l), node('input', { value: text, readonly: '' }));
    case 4:
      return node('p', {}, `- ${l}: ${text}`);
    case 5:
      return node('table', {}, node('tr', {}, node('th', {}, l), node('td', { title: text }, text)));
    case 6:
      return table(['Mã hồ sơ', l, 'Thông tin hồ sơ'], ['H27.128.14-261021-0014', text, node('div', {}, text)]);
    case 7:
      return node(
        'div',
        { role: 'dialog' },
        node('div', {}, 'Chi tiết hồ sơ'),
        node('div', {}, `${l}: ${text}`),
        node('h3', { title: text }, text),
      );
    case 8:
      return node(
        'div',
        {},
        node('label', { for: 'x' }, l),
        node('div', {}, node('input', { id: 'x', value: text, readonly: '' })),
      );
    case 9:
      return node('input', { value: text, disabled: '', 'aria-label': l, title: text });
    case 10:
      return node('div', {}, node('input', { value: text, readonly: '' }), node('label', {}, l));
    case 11:
      return node('table', {}, node('tr', {}, node('td', {}, l)), node('tr', {}, node('td', {}, text)));
    case 12:
      return node(
        'div',
        {},
        node('span', {}, text),
        node('span', {}, `${l}:`),
        node('span', { title: text }, 'Đăng ký…'),
      );
    case 13:
      return node(
        'div',
        {},
        node('article', {}, `H27.128.14-261021-0015 ${text}`),
        node('article', {}, text, ' H27.128.14-261021-0016'),
      );
    case 14:
      return node(
        'dl',
        {},
        node('dt', {}, text),
        node('dt', {}, l),
        node('dd', {}, node('p', {}, text), node('p', {}, text)),
      );
    case 15:
      return node(
        'div',
        {},
        node('button', {}, text),
        node('a', {}, `${l}: ${text}`),
        node('div', { role: 'tooltip' }, text),
      );
    default:
      return node('h3', { title: text }, node('b', {}, `${l} `), text);
  }
}

/** Every word or number of a secret that is long enough to be told from a value of ours. */
function traces(secret: string): readonly string[] {
  const parts = secret.split(/[\s,()]+/).filter((part) => part.length >= 4 || /^\p{Lu}\p{L}+$/u.test(part));
  return parts.filter((part) => !OURS.has(part.toLowerCase()));
}

/** Words of decoys that stand in honest terms and due texts too. */
const OURS = new Set(['số', 'ngày', 'quá', 'hạn']);

/** An explanation without its labels, each of which has to be one of the reader's own. */
function unlabelled(explanation: unknown, labels: Labels): string {
  return JSON.stringify(explanation, (key, value) => {
    if (key !== 'label' || value === null) return value;
    expect(labels.header(value)?.text).toBe(value);
    return undefined;
  });
}

describe('the applicant', () => {
  it('never comes out of a reading, wherever the page prints them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...URLS),
        fc.constantFrom(...HEADINGS),
        fc.array(piece, { minLength: 1, maxLength: 12 }),
        fc.array(fc.tuple(label, value), { maxLength: 8 }),
        fc.constantFrom(undefined, 'list', 'detail', 'receive', 'procedure', 'return'),
        ([id, url], heading, pieces, clean, kind) => {
          const facts = clean.map(([l, v]) => node('div', {}, node('span', {}, `${l}: `), node('span', {}, v)));
          const root = node('body', {}, node('div', {}, heading), ...facts, ...pieces.map((one) => one.node));
          const context = {
            url,
            profile: shippedProfileOnce(id),
            procedures: [{ code: '1.001193', name: 'Đăng ký khai sinh' }],
            ...(kind === undefined ? {} : { kind: kind as 'list' }),
          };
          const said = [readPage(root, context), signsNow(root, context)];
          const explained = unlabelled(explainPage(root, context), labelsOf(context.profile, vietnameseWords));
          const out = (JSON.stringify(said) + explained).toLowerCase();
          for (const trace of pieces.flatMap((one) => one.secrets).flatMap(traces)) {
            if (url.includes(trace)) continue;
            expect(out).not.toContain(trace.toLowerCase());
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});

const profiles = new Map<string, ReturnType<typeof shippedProfile>>();

function shippedProfileOnce(id: string) {
  const profile = profiles.get(id) ?? shippedProfile(id);
  profiles.set(id, profile);
  return profile;
}
