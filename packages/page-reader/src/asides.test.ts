import { describe, expect, it } from 'vitest';
import type { PageNode } from './page-node.ts';
import { readPage } from './read-page.ts';
import { fact, node } from './testing/literal.ts';

const CODE = 'H60.05-261118-0004';
const OTHER = 'H60.05-261119-0011';

function read(url: string, ...content: PageNode[]) {
  return readPage(node('body', {}, ...content), { url, profile: null, procedures: [] });
}

const factsOf = (...content: PageNode[]) => read('https://mc.vi-du.gov.vn/ho-so/chi-tiet?id=4', ...content).facts;
const own = () => [
  node('h2', {}, 'Chi tiết hồ sơ'),
  node(
    'div',
    {},
    fact('Mã hồ sơ: ', CODE),
    fact('Thủ tục: ', 'Đăng ký khai sinh'),
    fact('Kênh thực hiện: ', 'Trực tiếp'),
    fact('Ngày tiếp nhận: ', '18/11/2026 08:15'),
  ),
];
const OWN = { code: CODE, channel: 'direct', received: '2026-11-18T08:15', doubts: [] };
const section = (title: PageNode, ...lines: PageNode[]) => node('div', {}, title, ...lines);
const DAY = () => fact('Hạn trả: ', '21/11/2026 17:00');
const STATUS = () => fact('Trạng thái: ', 'Đã trả kết quả');

const TITLES: readonly (readonly [string, (words: string) => PageNode])[] = [
  ['h3', (words) => node('h3', {}, words)],
  ['h5', (words) => node('h5', {}, words)],
  ['legend', (words) => node('legend', {}, words)],
  ['role', (words) => node('div', { role: 'heading' }, words)],
  ['card', (words) => node('div', { class: 'card-header' }, words)],
  ['ant', (words) => node('div', { class: 'ant-card-head-title' }, words)],
];

describe('a part of the page that tells of a step', () => {
  it.each(TITLES)('lends the dossier neither its day nor its status, under a title of %s', (_, title) => {
    const facts = factsOf(...own(), section(title('Quá trình xử lý'), node('b', {}, 'Thẩm định'), DAY(), STATUS()));
    expect(facts).toMatchObject({ code: CODE, received: '2026-11-18T08:15', doubts: [] });
    expect([facts?.due, facts?.status]).toEqual([undefined, undefined]);
  });

  it.each([
    'I. Quá trình xử lý',
    '2. Lịch sử xử lý',
    'Quy trình xử lý',
    'Các bước xử lý',
    'Luân chuyển hồ sơ',
    'Phân công xử lý',
  ])('is known by its title: %s', (words) => {
    expect(factsOf(...own(), section(node('h3', {}, words), DAY()))).not.toHaveProperty('due');
  });
});

describe('a part of the page that tells of the dossier itself', () => {
  const facts = () => [
    fact('Ngày tiếp nhận: ', '18/11/2026 08:15'),
    fact('Ngày hẹn trả: ', '25/11/2026 17:00'),
    STATUS(),
  ];

  it.each(['Thẩm định hồ sơ', 'Số hóa hồ sơ', 'Xác minh hồ sơ', 'Nội dung đăng ký', 'Thông tin chung'])(
    'may be named by what is done with it: %s',
    (words) => {
      const page = [node('p', {}, `Mã hồ sơ: ${CODE}`), section(node('h3', {}, words), ...facts())];
      expect(factsOf(node('h2', {}, 'Chi tiết hồ sơ'), ...page)).toMatchObject({ due: '2026-11-25T17:00', doubts: [] });
    },
  );

  it.each(['Phân công', 'Yêu cầu gia hạn', 'Xác minh', 'Thanh toán'])(
    'may have a button beside its title: %s',
    (words) => {
      const head = node('div', { class: 'card-header' }, node('h3', {}, 'Thông tin chung'), node('button', {}, words));
      const card = node('div', { class: 'card' }, head, node('div', { class: 'card-body' }, ...facts()));
      expect(factsOf(node('h2', {}, `Hồ sơ ${CODE}`), card)).toMatchObject({ due: '2026-11-25T17:00', doubts: [] });
    },
  );
});

describe('a part of the page that tells of something else', () => {
  it.each([
    'Thanh toán',
    'Thông tin thanh toán',
    'Lệ phí',
    'Lấy ý kiến cơ quan phối hợp',
    'Hồ sơ trước đây của công dân',
    'Các thủ tục liên thông',
    'Bưu chính công ích',
    'Thành phần hồ sơ',
    'Kết quả điện tử',
    'Tình trạng thanh toán',
    'Văn bản xin ý kiến Chi cục Thuế',
    'Giấy phép đã cấp',
    'Thông tin xác minh',
    'Kiểm tra thực địa',
    'Đặt lịch hẹn',
    'Phiếu chuyển thông tin địa chính',
    'Thông báo thuế',
    'Gửi Công an cấp xã',
    'Hóa đơn',
    'Yêu cầu gia hạn',
  ])('lends the dossier nothing: %s', (words) => {
    const more = [fact('Thời hạn: ', '12 tháng'), fact('Kênh: ', 'Trực tuyến'), fact('Mã hồ sơ: ', OTHER)];
    const facts = factsOf(...own(), section(node('h3', {}, words), DAY(), STATUS(), ...more));
    expect(facts).toEqual(OWN);
  });

  it('may stand side by side with the dossier’s own', () => {
    const titles = [node('h3', {}, 'Hồ sơ trước đây của công dân'), node('p', {}, 'Cấp bản sao trích lục')];
    expect(factsOf(...own(), ...titles, STATUS(), DAY())).toEqual(OWN);
  });

  it('ends where the next title of its level stands', () => {
    const again = section(node('h3', {}, 'Lịch hẹn'), DAY());
    const facts = factsOf(...own(), node('main', {}, section(node('h3', {}, 'Lệ phí'), STATUS()), again));
    expect([facts?.status, facts?.due]).toEqual([undefined, '2026-11-21T17:00']);
  });

  it('does not end at a title within it', () => {
    const linked = section(node('h3', {}, 'Hồ sơ liên thông'), node('h4', {}, 'Thông tin chung'), STATUS(), DAY());
    expect(factsOf(...own(), linked)).toEqual(OWN);
  });

  it.each([
    ['in the header of a box', node('div', { class: 'el-card__header' }, node('div', {}, 'Thanh toán'))],
    ['on a button that opens it', node('h2', { class: 'accordion-header' }, node('button', {}, 'Thanh toán'))],
    ['in a summary', node('summary', {}, 'Thanh toán')],
  ])('is known by its title %s', (_, title) => {
    expect(factsOf(...own(), section(title, STATUS(), DAY()))).toEqual(OWN);
  });

  it('ends where a greater title begins another part', () => {
    const again = section(node('h2', {}, 'Kỳ hạn'), DAY());
    const facts = factsOf(...own(), node('main', {}, section(node('h3', {}, 'Lệ phí'), STATUS()), again));
    expect([facts?.status, facts?.due]).toEqual([undefined, '2026-11-21T17:00']);
  });

  it('lends a form nothing of a dossier before it', () => {
    const field = (label: string, id: string, value: string) =>
      node('div', {}, node('label', { for: id }, label), node('input', { id, value }));
    const before = node(
      'div',
      {},
      node('h4', {}, 'Hồ sơ trước đây của công dân'),
      node('div', {}, fact('Mã hồ sơ: ', OTHER), STATUS(), fact('Ngày hẹn trả: ', '12/03/2026')),
    );
    const reading = read(
      'https://mc.vi-du.gov.vn/tiep-nhan',
      node('h2', {}, 'Tiếp nhận hồ sơ trực tiếp'),
      node(
        'form',
        {},
        ...['a', 'b'].map((id) => field('Ghi chú', id, '')),
        field('Ngày tiếp nhận', 't', '18/11/2026'),
        field('Ngày hẹn trả', 'd', '25/11/2026'),
        before,
        node('button', {}, 'Lưu và tiếp nhận'),
      ),
    );
    expect([reading.kind, reading.facts]).toEqual([
      'receive',
      expect.objectContaining({ received: '2026-11-18', due: '2026-11-25', doubts: [] }),
    ]);
    expect(reading.facts).not.toHaveProperty('code');
    expect(reading.facts).not.toHaveProperty('status');
  });
});

describe('a title that begins like that of something else', () => {
  it.each([
    'Thông báo tổ chức lễ hội cấp xã',
    'Bổ sung thông tin hộ tịch',
    'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế',
    'Thanh toán chế độ trợ cấp một lần cho người có công với cách mạng',
  ])('may be a procedure’s: %s', (words) => {
    expect(factsOf(...own(), section(node('h3', {}, words), DAY()))?.due).toBe('2026-11-21T17:00');
  });

  it('may be the caption of a tab', () => {
    const captions = ['Thông tin', 'Thanh toán'].map((words) => node('h5', {}, words));
    expect(factsOf(...own(), ...captions, DAY())?.due).toBe('2026-11-21T17:00');
    const menu = node('nav', {}, node('h4', {}, 'Thanh toán'));
    expect(factsOf(...own(), menu, DAY())?.due).toBe('2026-11-21T17:00');
  });

  it('may be over a notice about the dossier itself, whose day then disagrees', () => {
    for (const words of ['Bổ sung hồ sơ', 'Thông báo gia hạn']) {
      const notice = section(node('h4', {}, words), fact('Ngày hẹn trả: ', '02/12/2026'));
      expect(factsOf(...own(), fact('Ngày hẹn trả: ', '25/11/2026'), notice)?.doubts).toEqual(['dues-disagree']);
    }
  });
});

describe('codes of several dossiers', () => {
  const place = (label: string, value: string) => node('div', {}, node('label', {}, label), node('div', {}, value));

  it('are doubted where common words announce them, and one’s own days go with one’s own', () => {
    const facts = factsOf(
      node('p', {}, `Hồ sơ ${OTHER} sắp đến hạn`),
      node('h2', {}, 'Chi tiết hồ sơ'),
      place('Số hồ sơ', CODE),
      place('Ngày tiếp nhận', '18/11/2026'),
      place('Ngày hẹn trả', '25/11/2026'),
    );
    expect(facts?.code === OTHER && !facts.doubts.includes('codes-disagree')).toBe(false);
    expect(facts?.doubts).toContain('codes-disagree');
  });

  it('are doubted where a notice announces the other one more plainly', () => {
    for (const notice of [`Hồ sơ: ${OTHER} sắp đến hạn`, `Mã hồ sơ: ${OTHER} sắp đến hạn`]) {
      const day = place('Ngày tiếp nhận', '18/11/2026');
      const facts = factsOf(place('Số hồ sơ', CODE), day, place('Hẹn trả', '25/11/2026'), node('li', {}, notice));
      expect(facts?.doubts).toContain('codes-disagree');
    }
  });

  it('are told apart by the one that the title names', () => {
    const card = node(
      'div',
      {},
      fact('Mã hồ sơ: ', OTHER),
      fact('Ngày tiếp nhận: ', '19/11/2026'),
      fact('Ngày hẹn trả: ', '20/11/2026'),
    );
    const open = node(
      'div',
      {},
      node('h3', {}, `Chi tiết hồ sơ ${CODE}`),
      fact('Mã hồ sơ: ', CODE),
      fact('Ngày tiếp nhận: ', '18/11/2026'),
      fact('Ngày hẹn trả: ', '25/11/2026'),
    );
    expect(factsOf(card, open)).toMatchObject({ code: CODE, received: '2026-11-18', due: '2026-11-25' });
  });
});

it('doubts a day that stands beside another in the row of one label', () => {
  const row = (...cells: string[]) => node('tr', {}, ...cells.map((cell) => node('td', {}, cell)));
  const moved = node(
    'table',
    {},
    row('', 'Trước gia hạn', 'Sau gia hạn'),
    row('Ngày hẹn trả', '25/11/2026', '02/12/2026'),
  );
  expect(factsOf(...own(), moved)?.doubts).toEqual(['dues-disagree']);
});
