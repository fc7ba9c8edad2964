/** A status as printed and its national number; the number is null for a known text outside the national list. */
export interface PrintedStatus {
  readonly text: string;
  readonly status: number | null;
}

/** National statuses 1–10 and the texts portals print for them, folded (OpenCPS public texts included). */
const STATUSES: readonly (readonly [number | null, readonly string[]])[] = [
  [1, ['mới đăng ký', 'chờ xử lý', 'chờ tiếp nhận']],
  [2, ['được tiếp nhận', 'đã tiếp nhận', 'mới tiếp nhận']],
  [3, ['không được tiếp nhận', 'từ chối tiếp nhận', 'từ chối xử lý', 'từ chối']],
  [4, ['đang xử lý']],
  [5, ['yêu cầu bổ sung giấy tờ', 'yêu cầu bổ sung', 'chờ bổ sung giấy tờ', 'chờ bổ sung hồ sơ', 'chờ bổ sung']],
  [6, ['yêu cầu thực hiện nghĩa vụ tài chính', 'chờ thực hiện nghĩa vụ tài chính']],
  [7, ['công dân yêu cầu rút hồ sơ', 'yêu cầu rút hồ sơ', 'rút hồ sơ', 'đã rút hồ sơ']],
  [8, ['dừng xử lý']],
  [9, ['đã xử lý xong', 'chờ trả kết quả', 'đã có kết quả']],
  [10, ['đã trả kết quả']],
  [null, ['tạm dừng xử lý', 'tạm dừng']],
];

const NUMBER_OF = new Map(STATUSES.flatMap(([status, texts]) => texts.map((text) => [text, status] as const)));

/** The status that a plain text is, or that stands before a bracket, comma or dash in it; null for any other text. */
export function status(text: string): PrintedStatus | null {
  const printed = /^[^(,;.|–-]+/.exec(text)?.[0].trim() ?? '';
  const known = NUMBER_OF.get(printed.toLowerCase());
  return known === undefined ? null : { text: printed, status: known };
}
