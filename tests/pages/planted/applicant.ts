import fc from 'fast-check';

/** Somebody invented, with all that a one-stop system knows of an applicant. */
export interface Applicant {
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
  readonly passport: string;
  readonly taxCode: string;
  readonly mail: string;
  readonly address: string;
  /** ISO day. */
  readonly birth: string;
}

/** One of them, of words and numbers that nothing else is written like: where one stands, this applicant stands. */
export const invented: Applicant = {
  name: 'Nguyễn Thị Qvặzhkwrp',
  idNumber: '038291746503',
  phone: '0947261835',
  passport: 'C6183927',
  taxCode: '8364917205',
  mail: 'cong.dan.59173@hop-thu.example',
  address: 'Số 7, ngõ Xzễgbnpt, thôn Ví Dụ 59173',
  birth: '2003-04-17',
};

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Đặng', 'Hồ', 'Tiết', 'Đỗ'] as const;
const MIDDLE = ['Thị', 'Văn', 'Ánh', 'Đức', 'Quỳnh', 'Xuân', 'Bảo Ngọc'] as const;
const GIVEN = ['Thủy', 'Hạnh', 'Hoà', 'Tài', 'Hân', 'Trả', 'Dũng', 'Kết'] as const;
const STREETS = ['Cây Bàng', 'Hoa Sữa', 'Ngày Mới', 'Hẹn Ước', 'Trực Ninh'] as const;

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const two = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map((number) => String(number).padStart(2, '0'));
/** No word of any page or programme, with marks on its vowels: where it stands, this applicant stands. */
const rare = fc
  .tuple(fc.constantFrom('Qv', 'Xz', 'Jw', 'Zk'), fc.constantFrom('ặ', 'ễ', 'ợ', 'ũ'), digits(4))
  .map(([head, vowel, tail]) => `${head}${vowel}${[...tail].map((digit) => 'bcdghkmnpt'[Number(digit)]).join('')}`);

/** Anybody: every second one bears a common name, the others one that nothing else is written like. */
export const applicant: fc.Arbitrary<Applicant> = fc
  .record({
    surname: fc.constantFrom(...SURNAMES),
    middle: fc.constantFrom(...MIDDLE),
    given: fc.oneof(fc.constantFrom(...GIVEN), rare),
    id: digits(8),
    phone: digits(8),
    passport: digits(7),
    tax: digits(9),
    mail: digits(5),
    house: fc.integer({ min: 1, max: 399 }),
    street: fc.constantFrom(...STREETS),
    year: fc.integer({ min: 2001, max: 2009 }),
    month: two(1, 12),
    day: two(1, 28),
  })
  .map((part) => ({
    name: `${part.surname} ${part.middle} ${part.given}`,
    idNumber: `0382${part.id}`,
    phone: `09${part.phone}`,
    passport: `C${part.passport}`,
    taxCode: `8${part.tax}`,
    mail: `cong.dan.${part.mail}@hop-thu.example`,
    address: `Số ${part.house}, ngõ ${part.street}, thôn Ví Dụ ${part.mail}`,
    birth: `${part.year}-${part.month}-${part.day}`,
  }));
