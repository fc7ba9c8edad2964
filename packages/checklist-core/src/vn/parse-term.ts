import { isLength, type Term, type TermCase, type TermLength, type TermSpan, termInCase } from '../deadline/term.ts';

/** Why a wording gives no term. */
export type UnreadTerm =
  /** Nothing is written. */
  | 'empty'
  /** Longer than any term; see `MAX_TERM_LENGTH`. */
  | 'too-long'
  /** A part was not understood. */
  | 'unknown-words'
  /** A length of 0, of thousands, or a fraction that is no quarter. */
  | 'not-a-length'
  /** More than one length for the ordinary case, and no word says which holds. */
  | 'several-terms'
  /** Says what happens to late or longer cases, but not what is ordinary. */
  | 'no-term'
  /** Adds days of one kind to days of another, or says "kéo dài" without saying whether that is added. */
  | 'unclear-sum'
  /** Gives the day of the result after 15:00 for a term of several days. */
  | 'unclear-late-rule';

/** A term, or the wording as it was given with the reason why it was not read. */
export type TermReading =
  | { readonly ok: true; readonly term: Term }
  | {
      readonly ok: false;
      /** The wording as it was given. */
      readonly text: string;
      readonly reason: UnreadTerm;
      /** The part that stopped the reading, folded; the whole text where no part alone did. */
      readonly part: string;
    };

/** Longest wording that is looked at, in UTF-16 units after white space is collapsed. */
export const MAX_TERM_LENGTH = 400;

/**
 * Reads a processing time in the wording that portals and statutes print: "03 ngày làm việc", "16 giờ làm việc",
 * "23 ngày", "01 tháng", "trong ngày; nhận hồ sơ sau 15 giờ thì trả vào ngày làm việc tiếp theo", "ngay sau khi nhận
 * đủ hồ sơ", "từ 03 đến 05 ngày làm việc", "Không quy định", with conditional parts ("nếu phải xác minh thì không quá
 * 05 ngày làm việc"). Composed or decomposed accents, any case, leading zeros.
 *
 * Every part of the wording must be understood, else the whole is given back unread: half a term is a wrong term.
 * Never throws. The length is bounded, and so is the time: the worst of 400 characters takes some milliseconds.
 */
export function parseTerm(text: string): TermReading {
  const unread = (reason: UnreadTerm, part = text): TermReading => ({ ok: false, text, reason, part });
  const folded = fold(text);
  if (folded === '') return unread('empty');
  if (folded.length > MAX_TERM_LENGTH) return unread('too-long');
  const parts: Part[] = [];
  for (const clause of clausesOf(folded)) {
    const found = readClause(clause);
    if (found === null) return unread('unknown-words', clause);
    parts.push(...found);
  }
  const faulty = parts.find(({ lengths }) => lengths.some((length) => !isSound(length)));
  if (faulty !== undefined) return unread('not-a-length', faulty.clause);
  const term = assemble(parts);
  return typeof term === 'string' ? unread(term) : { ok: true, term };
}

/** What one clause says. `lengths`: every length in it, to be checked. */
type Part = { readonly clause: string; readonly lengths: readonly TermLength[] } & (
  | { readonly says: 'base'; readonly span: TermSpan; readonly shortest: number | null }
  | { readonly says: 'late'; readonly after: string; readonly effect: 'due' | 'counted' }
  | { readonly says: 'case'; readonly case: TermCase; readonly unclear: boolean }
  | { readonly says: 'start' }
);

const NUMBER_WORDS = ['một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

function fold(text: string): string {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/\s+/g, ' ')
      // "03 (ba) ngày": the word in brackets only repeats the figure; where it does not, it stays and stops the reading.
      .replace(/(\d{1,3}) ?\(([\p{L} ]{1,20})\)/gu, (all, figure: string, word: string) =>
        NUMBER_WORDS[Number(figure) - 1] === word.trim() ? figure : all,
      )
      .trim()
  );
}

function clausesOf(folded: string): readonly string[] {
  return folded
    .split(/[;()]|\.(?= |$)/)
    .map((clause) => clause.replace(/^(?:[ ,:]|[-+] )+|[ ,:]+$/g, ''))
    .filter((clause) => clause !== '');
}

/**
 * Reads a clause as a whole, else as the first part before a comma or "hoặc" and the rest; null if neither is understood.
 * A rest is always an end of the same clause: `unread` holds the lengths of those that were tried in vain, without
 * which a text of nested conditions would be tried in more ways than anyone can wait for.
 */
function readClause(clause: string, unread = new Set<number>()): readonly Part[] | null {
  if (unread.has(clause.length)) return null;
  const whole = readWhole(clause);
  if (whole !== null) return [whole];
  for (const { index, 0: joint } of clause.matchAll(/,? hoặc |, /g)) {
    const head = readWhole(clause.slice(0, index));
    if (head === null) continue;
    const rest = readClause(clause.slice(index + joint.length), unread);
    if (rest !== null) return [head, ...rest];
  }
  unread.add(clause.length);
  return null;
}

function readWhole(clause: string): Part | null {
  return readLate(clause) ?? readBase(clause) ?? readCase(clause) ?? (START.test(clause) ? start(clause) : null);
}

const UNIT = '(ngày làm việc|giờ làm việc|ngày|giờ|tháng)';
const NUMBER = String.raw`(\d+(?:[.,]\d+)?)`;
const AT_MOST = '(?:tối đa không quá |không quá |không vượt quá |tối đa là |tối đa |chậm nhất là |chậm nhất )?';
const TITLE =
  '(?:thời (?:hạn|gian)(?: giải quyết| thực hiện| xử lý)?(?: hồ sơ| thủ tục)?(?: theo quy định)?(?: là)?:? )?';
const LEAD = `${TITLE}(?:giải quyết |trả kết quả )?(?:trong thời hạn |trong thời gian |trong vòng |trong )?${AT_MOST}`;
const RECEIPT =
  '(?:tiếp nhận|nhận)(?: được)?(?: đủ| đầy đủ)?(?: hồ sơ| yêu cầu)?(?: đầy đủ)?(?:,? và| ,|,)?(?: hợp lệ)?';
const SINCE_RECEIPT = `(?:(?:kể từ|tính từ|từ) (?:ngày|khi|thời điểm|lúc)|sau khi) ${RECEIPT}(?: theo quy định)?`;
const IF = '(?:nếu|trong trường hợp|đối với trường hợp|trường hợp|đối với)';
/** Words without figures; a figure would be a length that nobody read. */
const CONDITION = String.raw`[^\d:]+?`;
const OR_LONGER = '( hoặc (?:có thể )?(?:dài )?hơn theo thỏa thuận)?';
const TIME = String.raw`(\d{1,2}) ?(?:giờ|h|:)(?: ?(\d{2})(?: ?phút)?)?`;
const NEXT_DAY = 'ngày làm việc (?:tiếp theo|kế tiếp|liền kề)';

const START = new RegExp(`^${SINCE_RECEIPT}$`);
const LENGTH = new RegExp(`^${LEAD}${NUMBER} ?${UNIT}(?:,? ${SINCE_RECEIPT})?$`);
const RANGE = new RegExp(
  `^${LEAD}(?:từ )?${NUMBER}(?: ?${UNIT})? ?(?:đến|-|–) ?${NUMBER} ?${UNIT}(?:,? ${SINCE_RECEIPT})?$`,
);
/** The decree on certification: "thời hạn thực hiện yêu cầu chứng thực phải được bảo đảm ngay trong ngày cơ quan, tổ chức tiếp nhận yêu cầu". */
const ASSURED = '(?:thời hạn thực hiện yêu cầu chứng thực )?(?:phải )?(?:được )?bảo đảm ';
const SAME_DAY = new RegExp(
  `^(?:${ASSURED}|${TITLE}(?:giải quyết |trả kết quả )?)(?:ngay )?trong ngày(?: làm việc)?(?: (?:cơ quan, tổ chức |cơ quan )?${RECEIPT})?$`,
);
const IMMEDIATE = new RegExp(`^${TITLE}(?:giải quyết |trả kết quả )?ngay(?: (?:sau )?khi ${RECEIPT})?$`);
const UNSPECIFIED = new RegExp(
  `^${TITLE}(?:pháp luật )?(?:không quy định|không có quy định|chưa quy định|không có thông tin)(?: thời hạn| thời gian)?(?: giải quyết)?$`,
);

/** "nếu phải xác minh thì (kéo dài (thêm)) không quá 05 ngày làm việc"; without "nếu" only up to a "thì". */
const CASE_FIRST = new RegExp(
  `^(?:${IF} (${CONDITION})(?:,? thì|,)? |(${CONDITION}) thì )(?:thời hạn |thời gian )?(?:giải quyết )?(?:được |có thể |có thể được )?` +
    `(kéo dài |gia hạn )?(thêm )?(?:trong |nhưng )?${AT_MOST}${NUMBER} ?${UNIT}${OR_LONGER}$`,
);
/** "(thêm) không quá 05 ngày làm việc trường hợp phải xác minh". */
const CASE_LAST = new RegExp(
  `^${TITLE}(?:được |có thể )?(kéo dài |gia hạn )?(thêm )?${LEAD}${NUMBER} ?${UNIT}(?:,? ${SINCE_RECEIPT})?,? ${IF} (${CONDITION})$`,
);

const AFTER = `(?:${IF} )?(?:hồ sơ )?(?:được )?(?:tiếp nhận |nhận )?(?:được )?(?:hồ sơ |yêu cầu )?sau ${TIME}(?: hàng ngày| cùng ngày)?`;
const DUE_NEXT = `(?:(?:trả kết quả|trả|giải quyết|hẹn trả) )?(?:vào |trong |sang )?${NEXT_DAY}`;
const COUNTED_NEXT = `(?:thời hạn )?(?:được )?tính (?:từ|sang|vào) ${NEXT_DAY}`;
const LATE_FIRST = new RegExp(
  `^${AFTER}(?: mà không giải quyết(?: được)?(?: ngay)?)?,?(?: thì)? (?:${DUE_NEXT}|(${COUNTED_NEXT}))$`,
);
const LATE_LAST = new RegExp(`^(?:${DUE_NEXT}|(${COUNTED_NEXT})),? ${AFTER}$`);

function start(clause: string): Part {
  return { clause, lengths: [], says: 'start' };
}

function readBase(clause: string): Part | null {
  if (SAME_DAY.test(clause)) return base(clause, { kind: 'same-day' });
  if (IMMEDIATE.test(clause)) return base(clause, { kind: 'immediate' });
  if (UNSPECIFIED.test(clause)) return base(clause, { kind: 'unspecified' });
  const [, n, unit] = LENGTH.exec(clause) ?? [];
  if (n !== undefined && unit !== undefined) return base(clause, lengthOf(n, unit));
  const [, low, lowUnit, high, highUnit] = RANGE.exec(clause) ?? [];
  if (low === undefined || high === undefined || highUnit === undefined) return null;
  // "03 ngày đến 05 ngày làm việc": nobody can say which days the 3 are.
  if (lowUnit !== undefined && lowUnit !== highUnit) return null;
  const [shortest, longest] = [lengthOf(low, highUnit), lengthOf(high, highUnit)];
  if (shortest.n >= longest.n) return null;
  return { clause, lengths: [shortest, longest], says: 'base', span: longest, shortest: shortest.n };
}

function base(clause: string, span: TermSpan): Part {
  return { clause, lengths: isLength(span) ? [span] : [], says: 'base', span, shortest: null };
}

function readLate(clause: string): Part | null {
  const first = LATE_FIRST.exec(clause);
  if (first !== null) return late(clause, first[1], first[2], first[3]);
  const last = LATE_LAST.exec(clause);
  return last === null ? null : late(clause, last[2], last[3], last[1]);
}

function late(clause: string, hour = '', minute = '00', counted: string | undefined): Part | null {
  if (Number(hour) > 23 || Number(minute) > 59) return null;
  const after = `${hour.padStart(2, '0')}:${minute}`;
  return { clause, lengths: [], says: 'late', after, effect: counted === undefined ? 'due' : 'counted' };
}

function readCase(clause: string): Part | null {
  const first = CASE_FIRST.exec(clause);
  if (first !== null) {
    const [, introduced, bare, longer, added, n = '', unit = '', orLonger] = first;
    // Without "nếu" a comma may part the ordinary case from the condition: left to the split at commas.
    if (bare?.includes(',') || bare?.startsWith('nếu ')) return null;
    return conditional(clause, introduced ?? bare ?? '', { longer, added, n, unit, orLonger });
  }
  const [, longer, added, n, unit, condition] = CASE_LAST.exec(clause) ?? [];
  if (n === undefined || unit === undefined || condition === undefined) return null;
  return conditional(clause, condition, { longer, added, n, unit, orLonger: undefined });
}

interface CaseWords {
  readonly longer: string | undefined;
  readonly added: string | undefined;
  readonly n: string;
  readonly unit: string;
  readonly orLonger: string | undefined;
}

function conditional(clause: string, condition: string, words: CaseWords): Part | null {
  // A second "nếu" inside is a second condition: not one case.
  if (/(?:^|[ ,])(?:nếu|trường hợp|thì) /.test(condition)) return null;
  const length = lengthOf(words.n, words.unit);
  const orLonger = words.orLonger !== undefined;
  const how = words.longer === undefined && words.added === undefined ? 'instead' : 'added';
  const unclear = words.longer !== undefined && words.added === undefined;
  return {
    clause,
    lengths: [length],
    says: 'case',
    case: { condition: condition.trim(), how, length, orLonger },
    unclear,
  };
}

function lengthOf(number: string, unit: string): TermLength {
  // "1.000" is a thousand to one writer and 1 to another.
  const n = /[.,]\d{3}/.test(number) ? Number.NaN : Number(number.replace(',', '.'));
  return { kind: kindOf(unit), n };
}

function kindOf(unit: string): TermLength['kind'] {
  switch (unit) {
    case 'ngày làm việc':
      return 'working-days';
    case 'giờ làm việc':
      return 'working-hours';
    case 'giờ':
      return 'hours';
    case 'tháng':
      return 'months';
    default:
      return 'calendar-days';
  }
}

function isSound({ kind, n }: TermLength): boolean {
  const step = kind === 'working-days' || kind === 'working-hours' ? 4 : 1;
  return n > 0 && n < 1000 && Number.isInteger(n * step);
}

function assemble(parts: readonly Part[]): Term | UnreadTerm {
  const bases = parts.filter((part) => part.says === 'base');
  const lates = parts.filter((part) => part.says === 'late');
  const cases = parts.filter((part) => part.says === 'case');
  if (bases.length > 1 || lates.length > 1) return 'several-terms';
  const ordinary = bases[0];
  const late = lates[0];
  if (ordinary === undefined && (late !== undefined || cases.length === 0)) return 'no-term';
  const span: TermSpan = ordinary?.span ?? { kind: 'unspecified' };
  if (late !== undefined && span.kind === 'unspecified') return 'no-term';
  if (late?.effect === 'due' && isLength(span)) return 'unclear-late-rule';
  if (cases.some((each) => !isClear(span, each))) return 'unclear-sum';
  return {
    ...span,
    ...(ordinary?.shortest == null ? {} : { shortest: ordinary.shortest }),
    ...(late === undefined ? {} : { lateAfter: late.after }),
    ...(cases.length === 0 ? {} : { cases: cases.map((each) => each.case) }),
  };
}

/** "Kéo dài" without "thêm" says the same as with it only where the ordinary case takes no day. */
function isClear(span: TermSpan, part: { readonly case: TermCase; readonly unclear: boolean }): boolean {
  return !(part.unclear && isLength(span)) && termInCase(span, part.case) !== null;
}
