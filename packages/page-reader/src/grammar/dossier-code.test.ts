import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announcedCode, dossierCodes, isDossierCode } from './dossier-code.ts';

const two = (n: number) => String(n).padStart(2, '0');
const digits = (least: number, most: number) => fc.stringMatching(new RegExp(`^[0-9]{${least},${most}}$`));
const day = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
const parts = (date: Date) => [two(date.getUTCFullYear() % 100), two(date.getUTCMonth() + 1), two(date.getUTCDate())];

const nationalDay = day.map((date) => parts(date).join(''));
/** Since there are such codes; days of birth are mostly before. */
const recently = fc.date({ min: new Date('2010-01-01'), max: new Date('2039-12-31'), noInvalidDate: true });
const ownDay = fc.tuple(recently, fc.boolean(), fc.boolean()).map(([date, long, forwards]) => {
  const [year = '', month, last] = parts(date);
  const printed = [long ? `20${year}` : year, month, last];
  return (forwards ? printed : printed.reverse()).join('');
});
const unit = fc.stringMatching(/^([0-9]{3}\.[0-9]{2}\.[0-9]{2}\.)?[A-Y][0-9]{2}(\.[0-9]{1,3}){0,4}$/);
const house = fc
  .stringMatching(/^[A-Z]{2,5}(\.[A-Z0-9]{1,5}){0,3}$/)
  .filter((text) => text.replace(/\D/g, '').length <= 4);

const national = fc.tuple(unit, nationalDay, digits(4, 6)).map((all) => all.join('-'));
const own = fc.tuple(house, ownDay, digits(3, 6)).map((all) => all.join('-'));

describe('a code that a label announces', () => {
  it.each(['BTNMT-211026-0013', 'BGTVT-20261021-0013', 'BTC-20261021-013', 'BTP-211026-013', 'BYT.QLD-211026-0013'])(
    'is a code when it is a ministry’s own: %s',
    (code) => {
      expect(announcedCode(`${code} (trực tuyến)`)).toBe(code);
      expect(isDossierCode(code)).toBe(true);
    },
  );

  it('is a code to everybody, however it was printed', () => {
    const print = fc.constantFrom(
      (code: string) => code,
      (code: string) => code.toLowerCase(),
      (code: string) => code.replaceAll('-', '–'),
      (code: string) => code.replaceAll('-', ' - '),
      (code: string) => `${code} Ông Ví Dụ`,
    );
    fc.assert(
      fc.property(fc.oneof(national, own), print, (code, printed) => {
        const read = announcedCode(printed(code));
        // A ministry's own with wide hyphens is nobody's code.
        if (read !== null) expect([read, isDossierCode(read)]).toEqual([code, true]);
        expect(isDossierCode(code)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('is a code whatever stands around it', () => {
    const around = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('(', '000.00.14.', 'A', ' - ', '.'),
    );
    fc.assert(
      fc.property(around, fc.oneof(national, own), around, (before, code, after) => {
        const text = `${before}${code}${after}`;
        for (const read of [...dossierCodes(text), announcedCode(text), announcedCode(`${code}${after}`)]) {
          if (read !== null) expect([read, isDossierCode(read)]).toEqual([read, true]);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('what is no code', () => {
  it.each([
    ['H27-261021-0013 ', 'with a space behind it'],
    ['h27-261021-0013', 'in small letters'],
    ['H27–261021–0013', 'with other hyphens'],
    ['BTC-211026-0013\n', 'with a line end'],
    ['BTC-211026-0013 NGUYỄN VĂN VÍ DỤ', 'with a name behind it'],
    ['BTC-991399-0013', 'without a day'],
    ['000.00.14-261021-0013', 'without a house'],
    ['261021-0013', 'without a unit'],
    ['TRAN.VAN.NAM-010190-0912', 'with a day of birth'],
    ['LAN-01011990-0912', 'with a day of birth'],
    ['SDT.0912.345.678-010125-001', 'with somebody’s number in its house'],
    ['BTC-211026-0013@vidu.vn', 'the beginning of an address'],
    ['B01.203.012.345-250101-0912@vidu.vn', 'the beginning of an address'],
    ['', 'nothing'],
  ])('"%s": %s', (text) => {
    expect(isDossierCode(text)).toBe(false);
  });

  it('names without a figure, and figures without a letter, as they are and in parts', () => {
    const syllable = fc.constantFrom('PHAN', 'THỊ', 'VÍ', 'DỤ', 'TRAN', 'Van', 'an', 'H', 'NGUYỄN');
    const gap = fc.constantFrom('', ' ', '-', '.', '–', '_');
    const joined = (piece: fc.Arbitrary<string>, least: number) =>
      fc.tuple(fc.array(piece, { minLength: least, maxLength: 6 }), gap).map(([all, between]) => all.join(between));
    // Phone numbers, identity numbers of 9 and 12 figures, in groups and without.
    const number = joined(digits(1, 12), 1);
    fc.assert(
      fc.property(fc.oneof(joined(syllable, 1), number, digits(9, 9), digits(10, 10), digits(12, 12)), (text) => {
        expect([text, isDossierCode(text)]).toEqual([text, false]);
      }),
      { numRuns: 1000 },
    );
  });
});
