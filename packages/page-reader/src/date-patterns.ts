import { LETTERS } from './letters.ts';

/** How offices word days and hours, each the source of a regular expression over folded text. */
export interface DatePatterns {
  readonly dayFirst: string;
  readonly clockFirst: string;
  /** The hour behind a day, and what parts the two. */
  readonly clockBehind: string;
  readonly beforeClock: string;
  /** What portals put before a day: its weekday, how near it is, or that the hour is the last. */
  readonly beforeDay: string;
  /** Whatever looks like somebody meant a date. */
  readonly dateAttempt: string;
  /** Behind a date: another one. */
  readonly anotherDate: string;
  /** It goes on to another day, on which this one was put off. */
  readonly movedDate: string;
  /** Behind a date: what spoils it. */
  readonly uncleanDate: string;
}

const DAY = String.raw`(?:ngày )?(?<d>\d{1,2})(?: ?(?<sep>[/.-]) ?(?<m>\d{1,2}) ?\k<sep> ?| (?:tháng|thg) (?<m2>\d{1,2})(?:,? năm|,)? )(?<y>\d{4})(?!\d)`;
const CLOCK = String.raw`(?<h>\d{1,2}) ?(?::|giờ|h|g) ?(?:(?<min>\d{1,2})(?: ?phút| ?p(?![${LETTERS}])|['’])?(?::(?<s>\d{1,2})(?:\.\d+)?| ?(?<s2>\d{1,2}) giây)?)?(?![:\d])(?: ?(?<half>am|pm|sa|ch|sáng|chiều)(?![${LETTERS}]))?`;
const WEEKDAY = '(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|t[2-7]|chủ nhật|cn),? )?';

export const DATE_PATTERNS: DatePatterns = {
  dayFirst: `^${DAY}`,
  clockFirst: `^(?:lúc |vào lúc )?${CLOCK},? (?:[-–|] )?${WEEKDAY}${DAY}`,
  clockBehind: `^${CLOCK}`,
  beforeClock: String.raw`^,? (?:[-–|] |lúc |vào lúc |vào )?\(?`,
  beforeDay: String.raw`^(?:(?:hôm nay|ngày mai|mai),? \(?)?(?:trước |chậm nhất |hết |đến hết )?(?:(?:buổi )?(?:sáng|chiều),? )?${WEEKDAY}`,
  dateAttempt: String.raw`^(?:ngày |lúc )?\d+ ?(?:[/.-] ?\d+ ?[/.-] ?\d|tháng|giờ|h ?\d|:\d)`,
  anotherDate: String.raw`\d ?[/.-] ?\d{1,2} ?[/.-] ?\d|^ ?(?:-|–|~|đến) ?\d`,
  movedDate: '^[ ,;(–-]*(?!đến|tới)[a-zđ]',
  uncleanDate: String.raw`^[${LETTERS}\d:/]|^[\s,.(-]*\d(?!\d? ngày)|^ ?(?:\+(?!07)|utc|gmt)`,
};
