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

/** Where a label may end: its colon, or the end of its element. */
const ENDS = new RegExp(`[:：${SEAM}]|$`, 'g');
/** What may stand right before a label: the beginning, another element, a value or a mark, never a word. */
const MAY_PRECEDE = new RegExp(String.raw`[${SEAM}\d,;.|•()\-–+*/:：]`);
const LONGEST_LABEL = 60;

/** The labels of a portal: the reader's own and those its profile adds. */
export class Labels {
  readonly #known = new Map<string, Label>();

  constructor(profile: PortalProfile | null) {
    for (const labels of [SYNONYMS, profile?.labels ?? {}]) {
      for (const [key, texts] of entries(labels)) {
        for (const text of texts) this.#known.set(folded(text), MEANING[key]);
      }
    }
  }

  /** The label that a column's header is, or null. */
  header(text: string): Label | null {
    return this.#known.get(bareLabel(text)) ?? null;
  }

  /** All labels of a line (text and its folded form, seams included) with what stands behind each. */
  find(text: string, lower: string): readonly Labelled[] {
    const found: Place[] = [];
    let piece = 0;
    for (const { 0: mark, index } of lower.matchAll(ENDS)) {
      const from = found.at(-1)?.end ?? 0;
      const colon = mark === ':' || mark === '：';
      const place = colon ? this.#before(lower, from, index) : this.#piece(lower, Math.max(piece, from), index);
      if (place !== null) found.push(place);
      if (!colon) piece = index + 1;
    }
    return found.map(({ label, start, end }, i) => ({
      label,
      start,
      value: bareValue(text.slice(end, found[i + 1]?.start)),
    }));
  }

  /** The longest label that ends at a colon; it may run over several elements. */
  #before(lower: string, from: number, colon: number): Place | null {
    for (let start = Math.max(from, colon - LONGEST_LABEL); start < colon; start += 1) {
      if (lower[start] === ' ' || !mayBegin(lower, start)) continue;
      const label = this.header(lower.slice(start, colon));
      if (label !== null) return { label, start, end: colon + 1 };
    }
    return null;
  }

  /** A whole element that is a label without a colon. */
  #piece(lower: string, start: number, end: number): Place | null {
    if (end - start > LONGEST_LABEL) return null;
    const name = bareLabel(lower.slice(start, end));
    const label = NEED_COLON.has(name) ? undefined : this.#known.get(name);
    return label === undefined ? null : { label, start, end };
  }
}

/** A label and where it stands in its line. */
interface Place {
  readonly label: Label;
  readonly start: number;
  readonly end: number;
}

function mayBegin(lower: string, start: number): boolean {
  let before = start - 1;
  while (lower[before] === ' ') before -= 1;
  return before < 0 || MAY_PRECEDE.test(lower[before] ?? '');
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

function bareLabel(text: string): string {
  const trimmed = text.replace(/^[\s\-–•*\uFFFC]+/, '').replace(/[\s:：*()\uFFFC]+$/, '');
  return trimmed.includes(SEAM) ? trimmed.replace(/[ \uFFFC]+/g, ' ') : trimmed;
}

function bareValue(text: string): string {
  return text.replace(/^[\s\uFFFC:\-–]+|[\s\uFFFC]+$/g, '');
}

function entries(labels: Partial<Record<LabelKey, readonly string[]>>): [LabelKey, readonly string[]][] {
  // Object.entries forgets the key type that the record was declared with.
  return Object.entries(labels) as [LabelKey, readonly string[]][];
}
