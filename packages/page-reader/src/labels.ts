import { folded } from './folded.ts';
import type { PageChannel } from './page-facts.ts';
import { SEAM } from './page-scan.ts';
import type { LabelKey, PortalProfile } from './portal-profile.ts';

/** What a label announces. `never`: its value is not looked at, and it ends the value before it. */
export type LabelFact =
  | 'code'
  | 'procedureCode'
  | 'procedureName'
  | 'channel'
  | 'submitted'
  | 'received'
  | 'due'
  | 'newDue'
  | 'stepDue'
  | 'term'
  | 'status'
  | 'dueText'
  | 'mixed'
  | 'never';

export interface Label {
  readonly fact: LabelFact;
  /** Said by the label itself: `Ngày gửi trực tuyến:`. */
  readonly channel?: PageChannel;
}

/** A label found in a line and what stands behind it there; `value` is empty if the line ends with the label. */
export interface Labelled {
  readonly label: Label;
  readonly start: number;
  readonly value: string;
}

const MEANING: Readonly<Record<LabelKey, Label>> = {
  code: { fact: 'code' },
  procedureCode: { fact: 'procedureCode' },
  procedureName: { fact: 'procedureName' },
  channel: { fact: 'channel' },
  submitted: { fact: 'submitted' },
  submittedDirect: { fact: 'submitted', channel: 'direct' },
  submittedOnline: { fact: 'submitted', channel: 'online' },
  received: { fact: 'received' },
  receivedDirect: { fact: 'received', channel: 'direct' },
  receivedOnline: { fact: 'received', channel: 'online' },
  receivedPost: { fact: 'received', channel: 'post' },
  due: { fact: 'due' },
  newDue: { fact: 'newDue' },
  stepDue: { fact: 'stepDue' },
  term: { fact: 'term' },
  status: { fact: 'status' },
  dueText: { fact: 'dueText' },
  mixed: { fact: 'mixed' },
  never: { fact: 'never' },
};

/** The reader's own synonyms, folded; a portal's profile adds to them and may give one another meaning. */
const SYNONYMS: Readonly<Record<LabelKey, readonly string[]>> = {
  code: ['mã hồ sơ', 'mã số hồ sơ', 'số hồ sơ', 'số biên nhận', 'mã biên nhận'],
  procedureCode: ['mã thủ tục', 'mã thủ tục hành chính', 'mã tthc'],
  procedureName: ['tên thủ tục', 'thủ tục', 'tên thủ tục hành chính', 'thủ tục hành chính', 'tên tthc'],
  channel: [
    'kênh thực hiện',
    'hình thức nộp',
    'hình thức nộp hồ sơ',
    'phương thức nộp',
    'hình thức tiếp nhận',
    'cách thức nộp',
  ],
  submitted: ['ngày nộp hồ sơ', 'ngày nộp', 'thời gian nộp', 'thời gian nộp hồ sơ'],
  submittedDirect: [],
  submittedOnline: ['ngày gửi trực tuyến'],
  received: [
    'ngày tiếp nhận',
    'tiếp nhận',
    'thời gian nhận hồ sơ',
    'thời gian tiếp nhận',
    'ngày tiếp nhận hồ sơ',
    'ngày nhận',
    'ngày nhận hồ sơ',
  ],
  receivedDirect: ['tiếp nhận trực tiếp'],
  receivedOnline: ['tiếp nhận trực tuyến'],
  receivedPost: ['tiếp nhận qua bưu chính công ích', 'tiếp nhận bưu chính công ích'],
  due: [
    'ngày hẹn trả',
    'hẹn trả',
    'ngày hẹn trả kết quả',
    'hẹn trả kết quả',
    'thời gian trả kết quả',
    'ngày hẹn trả dự kiến',
    'thời gian hẹn trả',
    'thời gian hẹn trả kết quả',
    'hạn trả kết quả',
  ],
  newDue: ['hẹn lại', 'ngày hẹn lại'],
  stepDue: ['hạn xử lý cá nhân', 'hạn xử lý', 'hạn xử lý bước', 'hạn bước xử lý'],
  term: ['thời hạn giải quyết', 'thời gian giải quyết'],
  status: ['trạng thái', 'tình trạng', 'trạng thái hồ sơ', 'tình trạng hồ sơ', 'trạng thái xử lý'],
  dueText: ['tình trạng hạn', 'thời gian còn lại', 'còn lại', 'thời hạn còn lại'],
  mixed: ['thông tin hồ sơ', 'hồ sơ', 'thời gian', 'thông tin'],
  never: [
    'chủ hồ sơ',
    'người nộp',
    'người nộp hồ sơ',
    'tên người nộp',
    'họ và tên',
    'họ tên',
    'tên công dân',
    'người yêu cầu',
    'trích yếu',
    'trích yếu hồ sơ',
    'tên hồ sơ',
    'nội dung',
    'nội dung hồ sơ',
    'ghi chú',
    'hồ sơ gốc',
    'ý kiến',
    'lý do',
    'địa chỉ',
    'điện thoại',
    'số điện thoại',
    'thư điện tử',
    'email',
    'địa chỉ email',
    'cccd',
    'số cccd',
    'cmnd',
    'số cmnd/ căn cước',
    'cccd/ cmnd/ hộ chiếu',
    'số giấy tờ',
    'mã số thuế',
    'ngày sinh',
    'ngày cấp',
    'đối tượng',
    'người thực hiện',
    'người xử lý',
    'cán bộ xử lý',
    'người chuyển đến',
    'cán bộ tiếp nhận',
    'người nhận',
    'người ký',
    'ngày trả',
    'ngày trả kết quả',
    'ngày kết thúc xử lý',
    'ngày hẹn trả mới',
    'ngày hẹn trả sớm',
    'cơ quan',
    'đơn vị tiếp nhận',
  ],
};

/** Words too common to be labels on their own: they need their colon, except as a column's header. */
const NEED_COLON = new Set([
  'tiếp nhận',
  'hẹn trả',
  'hẹn lại',
  'thủ tục',
  'thủ tục hành chính',
  'hồ sơ',
  'thời gian',
  'thông tin',
  'thông tin hồ sơ',
  'còn lại',
  'số hồ sơ',
  'cơ quan',
  'nội dung',
  'đối tượng',
  'lý do',
  'ý kiến',
  'thông tin',
]);

const LABEL_END = String.raw`[ ${SEAM}]*(?:\(\*\)|\*)?[ ${SEAM}]*([:：]?)`;
const MAY_PRECEDE = new RegExp(String.raw`(?:^|[${SEAM}\d,;.|•()\-–+*/])\s*$`);
const PIECE_BEGINS = new RegExp(String.raw`(?:^|${SEAM})[ \-–•]*$`);
const PIECE_ENDS = new RegExp(String.raw`^ *(?:\*|\(\*\))? *(?:$|${SEAM})`);

/** The labels of a portal: the reader's own and those its profile adds. */
export class Labels {
  readonly #known: ReadonlyMap<string, Label>;
  readonly #pattern: RegExp;

  constructor(profile: PortalProfile | null) {
    const known = new Map<string, Label>();
    for (const [key, texts] of entries(SYNONYMS)) for (const text of texts) known.set(text, MEANING[key]);
    for (const [key, texts] of entries(profile?.labels ?? {})) {
      for (const text of texts) known.set(folded(text), MEANING[key]);
    }
    const longestFirst = [...known.keys()].sort((a, b) => b.length - a.length).map(asPattern);
    this.#known = known;
    this.#pattern = new RegExp(`(${longestFirst.join('|')})(?![\\p{L}\\p{N}])${LABEL_END}`, 'gu');
  }

  /** The label that a column's header is, or null. */
  header(text: string): Label | null {
    return this.#known.get(bareLabel(text)) ?? null;
  }

  /** All labels of a line (text and its folded form, seams included) with what stands behind each. */
  find(text: string, lower: string): readonly Labelled[] {
    if (!lower.includes(':') && !lower.includes('：') && !lower.includes(SEAM)) return this.#whole(lower);
    const found: { label: Label; start: number; end: number }[] = [];
    for (const match of lower.matchAll(this.#pattern)) {
      const end = match.index + match[0].length;
      const name = (match[1] ?? '').replaceAll(SEAM, ' ').replace(/ +/g, ' ');
      const label = this.#known.get(name);
      if (label !== undefined && isLabelAt(lower, match, name)) {
        found.push({ label, start: match.index, end });
      }
    }
    return found.map(({ label, start, end }, i) => ({
      label,
      start,
      value: bareValue(text.slice(end, found[i + 1]?.start)),
    }));
  }

  #whole(lower: string): readonly Labelled[] {
    const name = bareLabel(lower);
    const label = NEED_COLON.has(name) ? undefined : this.#known.get(name);
    return label === undefined ? [] : [{ label, start: 0, value: '' }];
  }
}

const compiled = new WeakMap<PortalProfile, Labels>();
const generic = new Labels(null);

export function labelsOf(profile: PortalProfile | null): Labels {
  if (profile === null) return generic;
  let labels = compiled.get(profile);
  if (labels === undefined) {
    labels = new Labels(profile);
    compiled.set(profile, labels);
  }
  return labels;
}

/** A label stands at the beginning, or behind a value or a mark, and ends with a colon or with its own element. */
function isLabelAt(lower: string, match: RegExpExecArray, name: string): boolean {
  const before = lower.slice(0, match.index);
  if (match[2] !== '') return MAY_PRECEDE.test(before);
  const after = lower.slice(match.index + (match[1]?.length ?? 0));
  return !NEED_COLON.has(name) && PIECE_BEGINS.test(before) && PIECE_ENDS.test(after);
}

function bareLabel(text: string): string {
  return text.replace(/^[\s\-–•*]+/, '').replace(/[\s:：*()]+$/, '');
}

function bareValue(text: string): string {
  return text.replace(/^[\s\uFFFC:\-–]+|[\s\uFFFC]+$/g, '');
}

function asPattern(label: string): string {
  return label.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(' ', `[ ${SEAM}]+`);
}

function entries(labels: Partial<Record<LabelKey, readonly string[]>>): [LabelKey, readonly string[]][] {
  // Object.entries forgets the key type that the record was declared with.
  return Object.entries(labels) as [LabelKey, readonly string[]][];
}
