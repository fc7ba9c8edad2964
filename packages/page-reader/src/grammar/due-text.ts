import { firstWord } from '../letters.ts';
import type { DueState } from '../page-facts.ts';
import { Phrases } from '../phrases.ts';

const AMOUNT = String.raw`\d{1,4}(?:[.,]\d{1,2})? ?(?:ngày|giờ|phút|giây|tháng|tuần)`;
const AMOUNTS = new RegExp(
  `^${AMOUNT}(?:,? (?:và )?${AMOUNT})*(?: làm việc)?(?: nữa| so với (?:ngày )?hẹn(?: trả)?)?$`,
);
/** In the short form of the vocabulary: what says how a deadline stands with the time before or since it, or without. */
const COUNTED = '~hồ sơ+~đã~bị+quá~trễ~chậm|~hồ sơ+sớm~trước~còn~còn lại';
const ALONE =
  '~hồ sơ+~đã~bị+quá hạn~trễ hạn~chậm hạn|~hồ sơ+sớm hạn~trước hạn~còn hạn~đúng hạn~đúng tiến độ~trong hạn|' +
  '~hồ sơ+chưa+đến hạn~quá hạn|~hồ sơ+~hôm nay+đến hạn~hết hạn|~hồ sơ+sắp+đến hạn~quá hạn~hết hạn|' +
  '~hồ sơ+đến hạn~hết hạn+hôm nay|~hồ sơ+~đang~đã+tạm dừng+~xử lý';
const STATES = new Phrases<'counted' | 'alone'>().add(COUNTED, 'counted').add(ALONE, 'alone');
const BEFORE_AMOUNT = / ?[:(-]? ?$/;

/**
 * The due text that a plain text is, as printed (`Quá 1.25 ngày`, `Còn 2 giờ`, `Tạm dừng xử lý`), or null. Behind a label
 * that says "còn lại" itself the amount is enough.
 */
export function dueText(text: string, label = ''): string | null {
  if (label === '' && !STATES.begins(firstWord(text).toLowerCase())) return null;
  const bare = text.replace(/^\((.*)\)$/, '$1').replace(/[.;]$/, '');
  const folded = bare.toLowerCase();
  return isDueText(folded) || (label.endsWith('còn lại') && AMOUNTS.test(folded)) ? bare : null;
}

function isDueText(folded: string): boolean {
  const figure = folded.search(/\d/);
  if (figure < 0) return STATES.find(folded)?.meaning === 'alone';
  return (
    STATES.find(folded.slice(0, figure).replace(BEFORE_AMOUNT, '')) !== null &&
    AMOUNTS.test(folded.slice(figure).replace(/\)$/, ''))
  );
}

/** How the texts begin, folded; "quá" and "trễ" also where "hạn" is left out. */
const BEGINNINGS: readonly (readonly [RegExp, DueState])[] = [
  [/tạm dừng/, 'paused'],
  [/^đúng/, 'on-time'],
  [/^(sớm|trước)/, 'early'],
  [/^((đã|bị) )?(quá|trễ|chậm)/, 'late'],
];

/** What a due text says, from its words alone: the colour a portal paints it in is often wrong. */
export function dueState(printed: string): DueState {
  const text = printed.toLowerCase().replace(/^hồ sơ /, '');
  return BEGINNINGS.find(([beginning]) => beginning.test(text))?.[1] ?? 'running';
}
