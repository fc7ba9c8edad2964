import { describe, expect, it } from 'vitest';
import { signsNow } from './read-page.ts';
import { answerSeen, lowerSigns } from './signs.ts';
import { fact, node } from './testing/literal.ts';
import { shippedProfile } from './testing/shipped-profile.ts';

const profile = shippedProfile('opencps');
const url = 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0/chi-tiet-ho-so/34013';
const DONE = 'Thực hiện thành công!';
const FAILED = 'Yêu cầu của bạn thực hiện thất bại.';

function action(id: string) {
  const found = profile.actions.find((one) => one.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

function page(status: string, alerts: readonly string[] = [], code = 'H27.128.14-261021-0013') {
  const root = node(
    'body',
    {},
    node('div', {}, 'CHI TIẾT HỒ SƠ'),
    fact('Mã hồ sơ: ', code),
    fact('Ngày tiếp nhận: ', '21/10/2026 07:34:24'),
    fact('Trạng thái: ', status),
    ...alerts.map((alert) => node('div', { role: 'alert' }, node('div', {}, alert), node('button', {}, '×'))),
  );
  return signsNow(root, { url, profile, procedures: [] });
}

describe('signs', () => {
  const before = page('Đang xử lý');

  it('sees no answer while nothing changed', () => {
    expect(answerSeen(action('return'), before, page('Đang xử lý'))).toBeNull();
  });

  it('sees success and failure', () => {
    expect(answerSeen(action('return'), before, page('Đang xử lý', [DONE]))).toBe('success');
    expect(answerSeen(action('return'), before, page('Đang xử lý', [FAILED]))).toBe('failure');
    expect(answerSeen(action('return'), before, page('Đang xử lý', [DONE, FAILED]))).toBe('failure');
  });

  it('does not take an old alert for an answer, but a second one with the same words', () => {
    const old = page('Đang xử lý', [DONE]);
    expect(answerSeen(action('return'), old, page('Đang xử lý', [DONE]))).toBeNull();
    expect(answerSeen(action('return'), old, page('Đang xử lý', [DONE, DONE]))).toBe('success');
  });

  it('takes an alert that went away and came again for a new one', () => {
    const lowered = lowerSigns(page('Đang xử lý', [DONE]), page('Đang xử lý'));
    expect(answerSeen(action('return'), lowered, page('Đang xử lý', [DONE]))).toBe('success');
  });

  it('takes the dossier’s own new status for an answer, not another dossier’s', () => {
    expect(answerSeen(action('return'), before, page('Đã trả kết quả'))).toBe('success');
    expect(answerSeen(action('return'), before, page('Yêu cầu bổ sung giấy tờ'))).toBeNull();
    expect(answerSeen(action('return'), before, page('Đã trả kết quả', [], 'H27.128.14-261021-0014'))).toBeNull();
  });

  it('counts every text of a page loaded after the press', () => {
    expect(answerSeen(action('return'), null, page('Đã trả kết quả', [DONE]))).toBe('success');
    expect(answerSeen(action('return'), null, page('Đã trả kết quả'))).toBeNull();
  });

  it('takes an address for a sign', () => {
    const elsewhere = { ...before, url: url.replace('chi-tiet-ho-so', 'nop-thanh-cong') };
    expect(answerSeen(action('receive-form'), before, elsewhere)).toBe('success');
    expect(answerSeen(action('receive-form'), elsewhere, elsewhere)).toBeNull();
  });
});
