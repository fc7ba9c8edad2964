import { type Facts, type Pack, selectCues } from 'checklist-core';
import { describe, expect, it } from 'vitest';
import { parseShippedPacks } from './index.ts';

function shipped(id: string): Pack {
  const found = parseShippedPacks().packs.find((pack) => pack.id === id);
  if (found === undefined) throw new Error(`no shipped pack "${id}"`);
  return found;
}

function texts(pack: Pack, point: string, facts: Facts = {}): string[] {
  return selectCues(pack, point, facts).shown.map(({ text }) => text.vi ?? '');
}

function modes(pack: Pack): string[] {
  return pack.pausePoints.map(({ id, mode }) => `${id}: ${mode}`);
}

describe('online dossiers', () => {
  const pack = shipped('ho-so-truc-tuyen');

  it('have a moment of their own, with at most four cues', () => {
    expect(modes(pack)).toEqual(['online: do-confirm']);
    expect(texts(pack, 'online', { late: true })).toEqual([
      'Đọc hết hồ sơ rồi mới hỏi lại',
      'Yêu cầu một lần cho đủ, ghi rõ căn cứ',
      'Viết lịch sự, dễ hiểu, có chào và cảm ơn',
      'Xin lỗi vì trễ hẹn, báo ngày hẹn mới',
    ]);
  });

  it('apologise only for what is known to be late', () => {
    expect(texts(pack, 'online', { late: false })).toHaveLength(3);
    expect(texts(pack, 'online')).toHaveLength(3);
    expect(selectCues(pack, 'online', {}).undecided).toEqual([
      expect.objectContaining({ cue: expect.objectContaining({ id: 'online-late' }), missing: ['late'] }),
    ]);
  });
});

describe('manners among colleagues', () => {
  const pack = shipped('ung-xu-dong-nghiep');

  it('quote the decision of 2018 and keep its don’ts away from every moment', () => {
    const quoted = pack.rules.filter(({ source }) => source === 'qd-1847-2018');
    expect(quoted.map(({ text, confidence }) => [text.vi, confidence])).toEqual([
      ['hợp tác, tương trợ', 'verified'],
      ['không bè phái', 'verified'],
      ['không nịnh bợ, lấy lòng', 'verified'],
      ['không “tư duy nhiệm kỳ”', 'verified'],
      ['không kén chọn vị trí, chọn việc dễ bỏ việc khó', 'verified'],
    ]);
    expect(quoted.filter(({ polarity }) => polarity === 'do').map(({ id }) => id)).toEqual(['hop-tac-tuong-tro']);
  });

  it('have moments for calling, handing over and meeting', () => {
    expect(modes(pack)).toEqual([
      'colleague-call: do-confirm',
      'colleague-handover: do-confirm',
      'colleague-meeting: do-confirm',
    ]);
  });
});

describe('opening and closing the desk', () => {
  const pack = shipped('mo-dong-ban');

  it('are read and done one step at a time', () => {
    expect(modes(pack)).toEqual(['desk-open: read-do', 'desk-close: read-do']);
  });

  it.each([
    ['the badge, before all else', 0, /thẻ/],
    ['fan or air conditioning', 1, /quạt hoặc điều hòa/],
    ['chairs', 2, /ghế/],
    ['water', 3, /nước uống/],
    ['Wi-Fi', 4, /Wi-Fi/],
    ['a charger', 5, /sạc điện thoại/],
    ['QR posters', 6, /mã QR/],
    ['current forms', 7, /mẫu đơn/],
    ['queue paper', 8, /giấy cho máy lấy số/],
  ])('opens with %s', (_what, step, words) => {
    expect(texts(pack, 'desk-open')[step]).toMatch(words);
  });

  it.each([
    ['open dossiers', /hồ sơ còn mở/],
    ['promises', /lời đã hứa/],
    ['letters owed', /thư cần gửi/],
    ['the next shift', /lời nhắn/],
    ['the day page', /Nhìn lại một ngày/],
    ['the backup', /Sao lưu/],
    ['the receipt', /biên nhận/],
  ])('closes with %s', (_what, words) => {
    expect(texts(pack, 'desk-close').filter((text) => words.test(text))).toHaveLength(1);
  });

  it('praises nobody for staying late', () => {
    expect(JSON.stringify(pack)).not.toMatch(/hết việc|ngoài giờ|thứ bảy/i);
  });
});

describe('assisted filing', () => {
  const pack = shipped('giup-nop-ho-so');
  const steps = texts(pack, 'assisted');

  it('is read and done in this order', () => {
    expect(modes(pack)).toEqual(['assisted: read-do']);
    const order = [
      /Xin phép/,
      /tự đăng nhập/,
      /mật khẩu và mã OTP/,
      /Đọc to từng mục/,
      /Đăng xuất/,
      /Trả điện thoại/,
      /Trao giấy hẹn/,
    ];
    const places = order.map((words) => steps.findIndex((step) => words.test(step)));
    expect(places).not.toContain(-1);
    expect(places).toEqual([...places].sort((a, b) => a - b));
  });

  it('never asks for or keeps a secret of the citizen', () => {
    for (const step of steps.filter((text) => /mật khẩu|OTP/.test(text))) expect(step).toMatch(/^Không hỏi, không giữ/);
  });
});
