import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { node } from './testing/literal.ts';

const CODE = 'H27.128.14-261021-0013';
const OTHER = 'H27.128.14-260921-0001';
const PROCEDURES = [{ code: '1.001193', name: 'Đăng ký khai sinh' }];
const LABELLED = [`Mã hồ sơ: ${CODE}`, 'Ngày tiếp nhận: 21/10/2026 08:00', 'Ngày hẹn trả: 26/10/2026 08:00'];

function read(...content: readonly PageNode[]) {
  return readPage(node('body', {}, ...content), {
    url: 'https://mc.example.gov.vn/a',
    profile: null,
    procedures: PROCEDURES,
  });
}

function lines(...texts: readonly string[]): readonly PageNode[] {
  return texts.map((text) => node('div', {}, text));
}

const title = node('h2', {}, 'Chi tiết hồ sơ');

describe('what stands beside a dossier without a label', () => {
  it('is its status and its due text, as badges beside the title', () => {
    const badges = node('div', {}, node('span', {}, 'Đang xử lý'), ' ', node('span', {}, 'Còn 6 giờ'));
    expect(read(title, badges, ...lines(...LABELLED)).facts).toMatchObject({
      statusText: 'Đang xử lý',
      status: 4,
      dueText: 'Còn 6 giờ',
    });
  });

  it.each([
    ['steps', ['Mới đăng ký', 'Đã tiếp nhận', 'Đang xử lý'], []],
    ['what can be done', ['Dừng xử lý', 'Yêu cầu bổ sung'], []],
    ['another dossier', [], [OTHER, 'Đã trả kết quả']],
    ['a list of others', [], ['Hồ sơ cùng loại', 'Hồ sơ của người nộp', 'Đã trả kết quả']],
  ])('is not its status: %s', (_, before, behind) => {
    const { facts } = read(title, ...lines(...before), ...lines(...LABELLED), ...lines(...behind));
    expect(facts?.code).toBe(CODE);
    expect(facts).not.toHaveProperty('statusText');
  });
});

describe('a sentence with dates', () => {
  const labelled = lines(`Mã hồ sơ: ${CODE}`, 'Trạng thái: Đang xử lý', 'Thủ tục: Đăng ký khai sinh');

  it('tells both of them, and the channel', () => {
    const said =
      'Hồ sơ được tiếp nhận trực tuyến lúc 08:15 ngày 16/11/2026, hẹn trả kết quả lúc 08:15 ngày 23/11/2026.';
    expect(read(title, ...labelled, ...lines(said)).facts).toMatchObject({
      channel: 'online',
      received: '2026-11-16T08:15',
      due: '2026-11-23T08:15',
    });
  });

  it.each([
    `Hồ sơ trước ${OTHER} được tiếp nhận ngày 01/10/2026, hẹn trả ngày 05/10/2026`,
    `Hồ sơ ${OTHER} đã tiếp nhận ngày 01/10/2026, hẹn trả ngày 05/10/2026`,
    'Nguyễn Văn A: tôi đã nộp hồ sơ ngày 01/10/2026, hẹn trả ngày 05/10/2026 mà chưa thấy',
  ])('tells nothing that is another dossier’s or somebody’s: %s', (said) => {
    const { facts } = read(title, ...labelled, ...lines(said));
    expect(facts?.code).toBe(CODE);
    expect(facts).not.toHaveProperty('received');
    expect(facts).not.toHaveProperty('due');
  });
});

describe('the labels of one dossier and nothing else', () => {
  const whole = [...LABELLED, 'Thủ tục: Đăng ký khai sinh', 'Thời hạn giải quyết: 03 ngày làm việc'];

  it('make a detail without a heading', () => {
    expect(read(...lines(...whole)).kind).toBe('detail');
    expect(read(...lines(...LABELLED)).kind).toBe('other');
  });

  it('make none beside a form', () => {
    const inputs = ['1', '2', '3', '4'].map((value) => node('input', { value }));
    expect(read(...lines(...whole), ...inputs).kind).toBe('other');
  });
});
