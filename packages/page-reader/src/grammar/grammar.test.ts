import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { folded } from '../folded.ts';
import { phrasesOf } from '../reader-words.ts';
import { vietnameseWords } from '../vietnamese-words.ts';
import { channel as channelOf } from './channel.ts';
import { dossierCodes } from './dossier-code.ts';
import { dueState as dueStateOf, dueText as dueTextOf } from './due-text.ts';
import { printedDate as printedDateOf } from './printed-date.ts';
import { procedureCode } from './procedure-code.ts';
import { nameIndex, procedureNames } from './procedure-name.ts';
import { status as statusOf } from './status.ts';
import { term as termOf } from './term.ts';

const { statuses, dueTexts, patterns } = phrasesOf(vietnameseWords);
const status = (text: string) => statusOf(text, { statuses, patterns });
const dueState = (text: string) => dueStateOf(text, patterns);
const printedDate = (text: string) => printedDateOf(text, patterns);
const channel = (text: string) => channelOf(text, patterns);
const term = (text: string) => termOf(text, patterns);
const dueText = (text: string) => dueTextOf(text, { dueTexts, patterns });

describe('dossier codes', () => {
  it.each([
    ['000.00.06.H56-231027-0361'],
    ['G22.99-251225-020175'],
    ['G22.99.09-240114-0001'],
    ['H27.128.14-261021-0013'],
    ['H44-260101-0001'],
  ])('reads %s', (code) => {
    expect(dossierCodes(code)).toEqual([code]);
    expect(dossierCodes(`${code.toLowerCase()} - Hồ sơ một cửa`)).toEqual([code]);
    expect(dossierCodes(`(${code})`)).toEqual([code]);
    expect(dossierCodes(`Mã ${code}.`)).toEqual([code]);
  });

  it.each([
    ['H27.128.14-261321-0013', 'month 13'],
    ['H27.128.14-260230-0013', '30 February'],
    ['Z27-261021-0013', 'no such agency letter'],
    ['H27-261021-00131234', 'too long a number'],
    ['AH27-261021-0013', 'glued to a letter'],
    ['H27-261021-0013-1', 'goes on'],
    ['012345678901', 'an identity number'],
    ['0123456789-001', 'a tax number'],
  ])('refuses %s (%s)', (text) => {
    expect(dossierCodes(text)).toEqual([]);
  });

  it('finds several in order', () => {
    expect(dossierCodes('H27-261021-0013, H27-261021-0014')).toEqual(['H27-261021-0013', 'H27-261021-0014']);
  });
});

describe('procedure codes', () => {
  it.each([
    ['1.001193', '1.001193'],
    ['2.002621.H13', '2.002621'],
    ['2.002284.H13-1', '2.002284'],
    ['1.001193.01', '1.001193'],
    ['2.000815.000.00.00.H55', '2.000815'],
    ['1.001193 - Đăng ký khai sinh', '1.001193'],
  ])('reads %s', (text, code) => expect(procedureCode(text)).toBe(code));

  it.each(['4.001193', '1.00119', '1.0011933', '11.001193', 'BNG-270817', '1.001193abc'])('refuses %s', (text) =>
    expect(procedureCode(text)).toBeNull(),
  );
});

describe('printed dates', () => {
  it.each([
    ['21/10/2026 07:34:24', '2026-10-21T07:34:24'],
    ['21/10/2026 07:34', '2026-10-21T07:34'],
    ['07:34 21/10/2026', '2026-10-21T07:34'],
    ['07:34:24 21/10/2026', '2026-10-21T07:34:24'],
    ['21/10/2026', '2026-10-21'],
    ['5/3/2026', '2026-03-05'],
    ['21-10-2026 07:34', '2026-10-21T07:34'],
    ['21.10.2026', '2026-10-21'],
    ['2026-10-21', '2026-10-21'],
    ['2026-10-21T07:34:24', '2026-10-21T07:34:24'],
    ['9 giờ 32 phút, ngày 27/10/2023', '2023-10-27T09:32'],
    ['16 giờ 30 phút, ngày 27 tháng 10 năm 2023', '2023-10-27T16:30'],
    ['16 giờ ngày 27/10/2023', '2023-10-27T16:00'],
    ['16h30 ngày 27/10/2023', '2023-10-27T16:30'],
    ['15:30 23/11/2026', '2026-11-23T15:30'],
    ['15:30:05 - 23/11/2026', '2026-11-23T15:30:05'],
    ['ngày 27 tháng 10 năm 2023', '2023-10-27'],
    ['23/11/2026, 09:25', '2026-11-23T09:25'],
    ['23/11/2026 lúc 09:25', '2026-11-23T09:25'],
    ['23/11/2026 03:25 ch', '2026-11-23T15:25'],
    ['23/11/2026 12:05 am', '2026-11-23T00:05'],
    ['thứ tư, 25/11/2026', '2026-11-25'],
    ['29/02/2028', '2028-02-29'],
    ['23/11/2026 (quá hạn)', '2026-11-23'],
    ['23/11/2026 15:30,', '2026-11-23T15:30'],
    ['15h30 ngày 20/11/2026', '2026-11-20T15:30'],
    ["15h30' ngày 20/11/2026", '2026-11-20T15:30'],
    ['trước 17:00 ngày 23/11/2026', '2026-11-23T17:00'],
    ['16:30 thứ hai, 23/11/2026', '2026-11-23T16:30'],
    ['23/11/2026 (15:30)', '2026-11-23T15:30'],
    ['23/11/2026 - 15:30', '2026-11-23T15:30'],
    ['9 giờ 32 phút 5 giây, ngày 27/10/2023', '2023-10-27T09:32:05'],
    ['2026-11-23T15:30:00+07:00', '2026-11-23T15:30:00'],
    ['23/11/2026 theo phiếu hẹn', '2026-11-23'],
    ['23/11/2026 16:30 (5 ngày làm việc)', '2026-11-23T16:30'],
    ['Hôm nay, 23/11/2026 lúc 16:30', '2026-11-23T16:30'],
    ['Ngày mai (24/11/2026 16:30)', '2026-11-24T16:30'],
  ])('reads %s', (text, iso) => expect(printedDate(folded(text))).toEqual({ iso }));

  it.each([
    '31/02/2026',
    '25/11/2026 17:00 (đã gia hạn đến 30/11/2026 17:00)',
    '25/11/2026 (lần 2: 30/11/2026)',
    'hôm nay 16:30',
    '29/02/2027',
    '00/10/2026',
    '11/23/2026',
    '21/10/0026',
    '21/10/26',
    '21/10/2026 25:00',
    '21/10/2026 07:61',
    '24:00 21/10/2026',
    '32/10/2026',
    '21/10/2026 13:00 ch',
    '21/10/20267',
    '21/10/2026 07',
    '21/10/2026 07:3x4',
    '2026-11-23t15:30:00+00:00',
    '2026-11-23t15:30:00z',
    '2026/10/21',
    '25 giờ 10 phút, ngày 27/10/2023',
  ])('calls %s malformed', (text) => expect(printedDate(text)).toBe('malformed'));

  it.each([
    '',
    '-',
    'không quy định',
    'đang cập nhật',
    '20/11/2026 - 30/11/2026',
    'trang 1/5',
    '0900000000',
    'nguyễn văn a',
  ])('sees no date in "%s"', (text) => expect(printedDate(text)).toBeNull());

  it('reads back every minute it could have printed', () => {
    const days = fc.date({
      min: new Date('2000-01-01T00:00:00Z'),
      max: new Date('2100-12-31T23:59:59Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(days, (at) => {
        const [date = '', time = ''] = at.toISOString().split('T');
        const [year, month, day] = date.split('-');
        const minute = time.slice(0, 5);
        expect(printedDate(`${day}/${month}/${year} ${minute}`)).toEqual({ iso: `${date}T${minute}` });
      }),
    );
  });

  it('answers only with ISO, whatever stands there', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const read = printedDate(folded(`${before}21/10/2026${after}`));
        if (read !== null && read !== 'malformed') expect(read.iso).toMatch(/^20\d\d-\d\d-\d\d(T\d\d:\d\d(:\d\d)?)?$/);
      }),
    );
  });
});

describe('terms', () => {
  it.each([
    ['20 ngày làm việc', '20 ngày làm việc'],
    ['4 giờ làm việc', '4 giờ làm việc'],
    ['1 ngày 2 giờ làm việc', '1 ngày 2 giờ làm việc'],
    ['03 ngày làm việc kể từ ngày nhận đủ hồ sơ', '03 ngày làm việc'],
    ['Không quy định', 'Không quy định'],
    ['Ngay trong ngày', 'Ngay trong ngày'],
    ['03 (ba) ngày làm việc', '03 (ba) ngày làm việc'],
    ['Không quá 05 ngày làm việc', 'Không quá 05 ngày làm việc'],
  ])('reads %s', (text, printed) => expect(term(text)).toBe(printed));

  it.each(['', 'Nguyễn Văn A', 'ngày', '1234 ngày', '3 ngàyx', 'vài ngày'])('refuses "%s"', (text) =>
    expect(term(text)).toBeNull(),
  );
});

describe('due texts', () => {
  it.each([
    'Quá 1.25 ngày',
    'Quá 3 ngày',
    'Còn 2 giờ',
    'Quá hạn 2 ngày 6 giờ 25 phút',
    'Còn 0 ngày',
    'Tạm dừng xử lý',
    'Đúng hạn',
    'Sớm hạn',
    'Quá hạn',
    'QUÁ HẠN 1 NGÀY',
    'Đã quá hạn 2 ngày',
    'Trong hạn',
  ])('reads %s', (text) => expect(dueText(text)).toBe(text));

  it.each([
    '',
    'Còn',
    'Quá trình xử lý',
    'Còn 2 người',
    'Quá 3 ngày Nguyễn Văn A',
    'Đang quá hạn',
    'Còn 0912 giờ 345 phút',
  ])('refuses "%s"', (text) => expect(dueText(text)).toBeNull());
});

describe('due states', () => {
  it.each([
    ['Quá 1.25 ngày', 'late'],
    ['Quá hạn 2 ngày 6 giờ 25 phút', 'late'],
    ['Quá hạn', 'late'],
    ['Trễ hạn', 'late'],
    ['Còn 2 giờ', 'running'],
    ['Tạm dừng xử lý', 'paused'],
    ['Đúng hạn', 'on-time'],
    ['Sớm hạn', 'early'],
  ])('%s is %s', (text, state) => {
    expect(dueText(text)).toBe(text);
    expect(dueState(text)).toBe(state);
  });
});

describe('statuses and channels', () => {
  it.each([
    ['Mới đăng ký', 1],
    ['Chờ xử lý', 1],
    ['Được tiếp nhận', 2],
    ['Không được tiếp nhận', 3],
    ['Từ chối xử lý', 3],
    ['ĐANG XỬ LÝ', 4],
    ['Yêu cầu bổ sung giấy tờ', 5],
    ['Yêu cầu thực hiện nghĩa vụ tài chính', 6],
    ['Công dân yêu cầu rút hồ sơ', 7],
    ['Dừng xử lý', 8],
    ['Đã xử lý xong', 9],
    ['Đã trả kết quả', 10],
    ['Chờ tiếp nhận', 1],
    ['Chờ bổ sung hồ sơ', 5],
    ['Chờ ký duyệt', null],
    ['Đã rút hồ sơ', 7],
    ['Từ chối chuyên ngành', null],
    ['Hoàn thành', null],
    ['Đã hoàn thành', 9],
    ['Đã đóng', null],
    ['Hủy hồ sơ', null],
    ['Đã hủy hồ sơ', 8],
    ['Đang chờ công dân bổ sung hồ sơ', 5],
    ['Tạm dừng xử lý', null],
    ['Tạm dừng giải quyết', null],
    ['Hồ sơ đã hoàn thành', 9],
    ['Hồ sơ bị hủy', 8],
    ['Đã yêu cầu bổ sung hồ sơ', 5],
    ['Đã trả KQ', 10],
  ])('reads %s as %s', (text, number) => expect(status(text)).toEqual({ text, status: number }));

  it.each(['Hoàn thành đúng hạn', 'Đã hoàn thành quá hạn'])('takes what is said of steps for no status: %s', (text) =>
    expect(status(text)).toBeNull(),
  );

  it('keeps only the known words', () => {
    expect(status('Đang xử lý (Nguyễn Văn A)')).toEqual({ text: 'Đang xử lý', status: 4 });
    expect(status('Đang xử lý Nguyễn Văn A')).toBeNull();
  });

  it.each([
    'Đã hoàn thành (2/5 bước)',
    'Đã hoàn thành - Thẩm định hồ sơ',
    'Đã xử lý, chờ lãnh đạo ký',
    'Đã giải quyết (chờ phê duyệt)',
    'Đã xử lý (đang trình ký)',
    'Đã hoàn thành - bước 2/5',
  ])('takes no dossier for over that is not: %s', (text) => expect(status(text)).toBeNull());

  it.each([
    ['Đã hoàn thành - chờ trả kết quả', 9],
    ['Đã hoàn thành (5/5 bước)', 9],
    ['Đã hoàn thành (05/5 bước)', 9],
    ['Đã hoàn thành - bước 5/5', 9],
    ['Đã xử lý xong - Bước 4: Trả kết quả', 9],
    ['Đã có kết quả (chờ công dân đến lấy)', 9],
    ['Đã có kết quả - chờ bàn giao bưu điện', 9],
    ['Đã giải quyết (Phòng Thẩm định)', 9],
    ['Đã trả kết quả (chờ đánh giá hài lòng)', 10],
    ['Dừng xử lý - chờ bổ sung', 8],
    ['Đã rút hồ sơ (chờ thẩm định)', 7],
    ['Đang xử lý (bước 2/5)', 4],
    ['Đã trả kết quả, ngày 05/10/2026', 10],
  ])('reads the status before the remark in %s', (text, number) => expect(status(text)?.status).toBe(number));

  it('reads channels', () => {
    expect(channel('trực tiếp')).toBe('direct');
    expect(channel('hồ sơ trực tuyến')).toBe('online');
    expect(channel('qua bưu chính công ích')).toBe('post');
    expect(channel('nguyễn văn a')).toBeNull();
  });
});

describe('procedure names', () => {
  const find = procedureNames(nameIndex([{ code: '1.001193', name: 'Đăng ký khai sinh' }]));

  it('answers with the name as the table spells it', () => {
    expect(find('ĐĂNG KÝ KHAI SINH')).toBe('Đăng ký khai sinh');
    expect(find(' Thủ tục  đăng ký khai sinh. ')).toBe('Đăng ký khai sinh');
    expect(find('- Đăng ký khai sinh'.normalize('NFD'))).toBe('Đăng ký khai sinh');
  });

  it('does not accept a longer or a similar text', () => {
    expect(find('Đăng ký khai sinh cho cháu A')).toBeNull();
    expect(find('Đăng ký khai tử')).toBeNull();
  });
});
