import { describe, expect, it } from 'vitest';
import type { Term } from '../deadline/term.ts';
import { MAX_TERM_LENGTH, parseTerm } from './parse-term.ts';

const workingDays = (n: number) => ({ kind: 'working-days', n }) as const;
const verify = (n: number, how: 'instead' | 'added' = 'instead') =>
  ({ condition: 'phải xác minh', how, length: workingDays(n), orLonger: false }) as const;

const READ: readonly (readonly [string, Term])[] = [
  ['3 ngày làm việc', workingDays(3)],
  ['03 ngày làm việc', workingDays(3)],
  ['003 ngày  làm việc.', workingDays(3)],
  ['03 NGÀY LÀM VIỆC', workingDays(3)],
  ['03 (ba) ngày làm việc', workingDays(3)],
  ['  25 ngày làm việc ', workingDays(25)],
  ['2,5 ngày làm việc', workingDays(2.5)],
  ['0.25 ngày làm việc', workingDays(0.25)],
  ['03 ngày', { kind: 'calendar-days', n: 3 }],
  ['Không quá 23 ngày', { kind: 'calendar-days', n: 23 }],
  ['16 giờ làm việc', { kind: 'working-hours', n: 16 }],
  ['24 giờ', { kind: 'hours', n: 24 }],
  ['01 tháng', { kind: 'months', n: 1 }],
  ['Thời hạn giải quyết: 05 ngày làm việc', workingDays(5)],
  ['Trong thời hạn 05 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', workingDays(5)],
  ['không quá 02 ngày làm việc, kể từ ngày tiếp nhận hồ sơ', workingDays(2)],
  ['07 ngày làm việc (kể từ ngày nhận đủ hồ sơ)', workingDays(7)],
  ['tối đa 10 ngày', { kind: 'calendar-days', n: 10 }],
  ['từ 03 đến 05 ngày làm việc', { ...workingDays(5), shortest: 3 }],
  ['03 - 05 ngày làm việc', { ...workingDays(5), shortest: 3 }],
  ['3–5 ngày', { kind: 'calendar-days', n: 5, shortest: 3 }],
  ['Không quy định', { kind: 'unspecified' }],
  ['Không có thông tin', { kind: 'unspecified' }],
  ['Trong ngày', { kind: 'same-day' }],
  ['Ngay trong ngày làm việc', { kind: 'same-day' }],
  ['Ngay trong ngày tiếp nhận hồ sơ', { kind: 'same-day' }],
  ['ngay sau khi nhận đủ hồ sơ', { kind: 'immediate' }],
  ['Ngay sau khi nhận đủ hồ sơ hợp lệ.', { kind: 'immediate' }],
  ['ngay sau khi nhận đủ hồ sơ; sau 15 giờ thì ngày làm việc tiếp theo', { kind: 'immediate', lateAfter: '15:00' }],
  ['trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo', { kind: 'same-day', lateAfter: '15:00' }],
  [
    'Ngay trong ngày; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo',
    { kind: 'same-day', lateAfter: '15:00' },
  ],
  [
    'Trong ngày làm việc hoặc trong ngày làm việc tiếp theo nếu nhận hồ sơ sau 15 giờ',
    { kind: 'same-day', lateAfter: '15:00' },
  ],
  [
    'Thời hạn thực hiện yêu cầu chứng thực phải được bảo đảm ngay trong ngày cơ quan, tổ chức tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ.',
    { kind: 'same-day', lateAfter: '15:00' },
  ],
  ['Trong ngày, sau 15h30 thì ngày làm việc tiếp theo', { kind: 'same-day', lateAfter: '15:30' }],
  ['03 ngày làm việc; không quá 05 ngày làm việc trường hợp phải xác minh', { ...workingDays(3), cases: [verify(5)] }],
  ['03 ngày làm việc (không quá 05 ngày làm việc nếu phải xác minh)', { ...workingDays(3), cases: [verify(5)] }],
  ['không quá 05 ngày làm việc trường hợp phải xác minh', { kind: 'unspecified', cases: [verify(5)] }],
  [
    '03 ngày làm việc; nếu phải xác minh thì không quá 23 ngày',
    { ...workingDays(3), cases: [{ ...verify(5), length: { kind: 'calendar-days', n: 23 } }] },
  ],
  [
    '03 ngày làm việc. Trường hợp phải xác minh thì thời hạn được kéo dài thêm không quá 05 ngày làm việc.',
    { ...workingDays(3), cases: [verify(5, 'added')] },
  ],
  [
    'trong ngày, nếu cần xác minh, làm rõ thì không quá 05 ngày làm việc',
    { kind: 'same-day', cases: [{ ...verify(5), condition: 'cần xác minh, làm rõ' }] },
  ],
  [
    'không quá 03 ngày làm việc, nếu phải xác minh thì không quá 05 ngày làm việc; nhận hồ sơ sau 15 giờ thì tính từ ngày làm việc tiếp theo',
    { ...workingDays(3), lateAfter: '15:00', cases: [verify(5)] },
  ],
  [
    'trong ngày; nhiều trang thì kéo dài không quá 02 ngày làm việc hoặc hơn theo thỏa thuận',
    { kind: 'same-day', cases: [{ condition: 'nhiều trang', how: 'added', length: workingDays(2), orLonger: true }] },
  ],
  [
    '03 ngày làm việc đối với hồ sơ giấy; 02 ngày làm việc đối với hồ sơ trực tuyến',
    {
      kind: 'unspecified',
      cases: [
        { condition: 'hồ sơ giấy', how: 'instead', length: workingDays(3), orLonger: false },
        { condition: 'hồ sơ trực tuyến', how: 'instead', length: workingDays(2), orLonger: false },
      ],
    },
  ],
];

const UNREAD: readonly (readonly [string, string])[] = [
  ['', 'empty'],
  [' \n ', 'empty'],
  ['x'.repeat(MAX_TERM_LENGTH + 1), 'too-long'],
  ['sớm', 'unknown-words'],
  ['ba ngày', 'unknown-words'],
  ['03 buổi', 'unknown-words'],
  ['03 (năm) ngày làm việc', 'unknown-words'],
  ['05 ngày làm việc kể từ ngày thụ lý', 'unknown-words'],
  ['03 ngày đến 05 ngày làm việc', 'unknown-words'],
  ['05 đến 03 ngày làm việc', 'unknown-words'],
  ['-3 ngày', 'unknown-words'],
  ['trong ngày; sau 15 giờ thì có Phiếu hẹn', 'unknown-words'],
  ['trong ngày; sau 25 giờ thì ngày làm việc tiếp theo', 'unknown-words'],
  ['01 ngày làm việc; in, trả giấy phép lái xe trong 2,5 ngày làm việc', 'unknown-words'],
  ['nếu phải xác minh thì 3 hoặc 5 ngày', 'unknown-words'],
  // Without remembering what was tried in vain this one takes seconds.
  [`${'ngay, 3 ngày nếu a, '.repeat(19)}9`, 'unknown-words'],
  ['0 ngày làm việc', 'not-a-length'],
  ['1000 ngày', 'not-a-length'],
  ['1.000 ngày làm việc', 'not-a-length'],
  ['2,3 ngày làm việc', 'not-a-length'],
  ['1,5 tháng', 'not-a-length'],
  ['03 ngày làm việc hoặc 05 ngày làm việc', 'several-terms'],
  ['03 ngày làm việc; 5 ngày', 'several-terms'],
  ['sau 15 giờ thì ngày làm việc tiếp theo', 'no-term'],
  ['kể từ ngày nhận đủ hồ sơ', 'no-term'],
  ['03 ngày làm việc; nếu phải xác minh thì kéo dài thêm không quá 10 ngày', 'unclear-sum'],
  ['03 ngày làm việc; nếu phải xác minh thì kéo dài không quá 05 ngày làm việc', 'unclear-sum'],
  ['không quy định; nếu phải xác minh thì kéo dài thêm 05 ngày', 'unclear-sum'],
  ['03 ngày làm việc; sau 15 giờ thì trả vào ngày làm việc tiếp theo', 'unclear-late-rule'],
];

describe('parseTerm', () => {
  it.each(READ)('reads "%s"', (text, term) => {
    expect(parseTerm(text)).toEqual({ ok: true, term });
    expect(parseTerm(text.normalize('NFD'))).toEqual({ ok: true, term });
    expect(parseTerm(text.toUpperCase())).toEqual({ ok: true, term });
  });

  it.each(UNREAD)('leaves "%s" unread: %s', (text, reason) => {
    expect(parseTerm(text)).toMatchObject({ ok: false, text, reason });
  });

  it('names the part that it did not understand', () => {
    expect(parseTerm('Trong ngày; sau 15 giờ thì có Phiếu hẹn')).toMatchObject({
      part: 'sau 15 giờ thì có phiếu hẹn',
    });
  });
});
