import type { PackFault } from '../pack/pack-fault.ts';
import type { PackFaultCode } from '../pack/pack-fault-code.ts';
import type { FaultValues } from '../text/fault.ts';

type Sentence = (values: FaultValues) => string;

/** A fault of a pack or an overlay as a Vietnamese sentence, without its path. */
export function packFaultInVietnamese({ code, values }: PackFault): string {
  const sentence = SENTENCES[code](values);
  const { inResult } = values;
  return inResult === undefined ? sentence : `Trong gói sau khi ghép, tại ${inResult}: ${sentence}`;
}

const SENTENCES: Readonly<Record<PackFaultCode, Sentence>> = {
  'unknown-key': () => 'không có mục nào tên này; xem lại chính tả',
  'forbidden-key': () => 'tên mục này không được dùng trong bất kỳ tệp nào',
  missing: () => 'còn thiếu',
  unexpected: ({ expected, found }) => `cần ${kinds(expected)}, đang là ${kinds(found)}`,
  'not-object': () => 'phải là một nhóm mục trong dấu {}, đang là một danh sách',
  'too-few': ({ limit, found }) => `cần ít nhất ${limit} mục, đang có ${found}`,
  'too-many': ({ limit, found }) => `chỉ được tối đa ${limit} mục, đang có ${found}`,
  'too-long': ({ limit, found }) => `dài ${found} ký tự, chỉ được tối đa ${limit}`,
  'id-form': () => 'phải là chữ thường không dấu, nối bằng dấu "-", ví dụ "xin-chao"',
  'fact-form': () => 'phải là tên dữ kiện như "slowSystem"',
  'language-form': () => 'phải là mã ngôn ngữ như "vi"',
  'version-form': () => 'phải là số phiên bản như "1.0.0"',
  'version-range-form': () => 'phải là số phiên bản như "1.0.0", hoặc "1.x" cho mọi phiên bản 1',
  'hash-form': () => 'phải gồm 64 chữ số thập lục phân viết thường',
  'day-form': () => 'phải là một ngày có thật, viết như "2026-01-31"',
  'source-form': () => 'phải ghi mã của một mục trong sources',
  'empty-text': () => 'không được để trống',
  'line-form': () => 'phải là một dòng chữ, không có ký tự điều khiển hay ký tự hỏng',
  'whole-number': () => 'phải là số nguyên mà máy tính giữ được chính xác',
  'mixed-types': () => 'phải là danh sách toàn chữ, toàn số hoặc toàn đúng/sai',
  'rule-quoted': () =>
    'điều quy định được trích nguyên văn, không sửa được; hãy loại điều ấy ra rồi thêm lời văn của nguồn khác',
  'too-deep': ({ limit }) => `lồng nhau quá ${limit} tầng`,
  'too-large': ({ limit }) => `có hơn ${limit} phần`,
  'text-too-long': ({ limit, found }) => `tệp dài ${found} ký tự, chỉ được tối đa ${limit}`,
  'not-json': ({ line, column, expected }) =>
    `không phải JSON: dòng ${line}, cột ${column}: chỗ này cần ${EXPECTED[String(expected)] ?? expected}`,
  'repeated-key': ({ line, column }) => `một nhóm có hai mục cùng tên: dòng ${line}, cột ${column}`,
  'repeated-id': ({ id }) => `mã "${id}" đã dùng ở trên`,
  'repeated-pack': ({ id }) => `mã "${id}" đã có gói khác dùng`,
  'no-source': ({ id }) => `gói này không có nguồn "${id}"`,
  'no-group': ({ id }) => `gói này không có nhóm "${id}"`,
  'no-pause-point': ({ id }) => `gói này không có thời điểm "${id}"`,
  'no-rule': ({ id }) => `gói này không có điều "${id}"`,
  'no-cue': ({ id }) => `gói này không có lời nhắc "${id}"`,
  'no-param': ({ id }) => `gói này không có thông số "${id}"`,
  'dont-at-pause-point': ({ id }) => `"${id}" là điều không được làm, không đặt vào lời nhắc trước mặt người dân`,
  'no-language': ({ language }) => `chưa có lời văn cho ngôn ngữ "${language}"`,
  'not-composed': () => 'chưa ở dạng Unicode dựng sẵn (NFC); hãy gõ hoặc lưu lại bằng bảng mã dựng sẵn',
  'cue-too-long': ({ limit, found }) => `dài ${found} ký tự; lời nhắc chỉ nên tối đa ${limit}`,
  crowded: ({ limit, found, facts }) =>
    `hiện ${found} lời nhắc cùng lúc, nhiều hơn ${limit}, khi ${facts === '' ? 'chưa biết gì' : facts}`,
  'crowd-unproven': ({ limit }) =>
    `điều kiện kết hợp quá nhiều giá trị nên không kiểm được là luôn hiện tối đa ${limit} lời nhắc`,
  'condition-too-deep': ({ limit }) => `điều kiện chỉ được lồng tối đa ${limit} tầng`,
  'unknown-fact': ({ fact, known }) => `không có dữ kiện "${fact}"; có thể dùng: ${known}`,
  'fact-type': ({ fact, expected, found }) => `dữ kiện "${fact}" là ${kinds(expected)}, đang so với ${found}`,
  'fact-value': ({ fact, expected, found }) =>
    `dữ kiện "${fact}" không bao giờ là ${found}; chỉ có ${String(expected).replaceAll(' or ', ' hoặc ')}`,
  'fact-unordered': ({ fact }) => `dữ kiện "${fact}" không có thứ tự lớn nhỏ; dùng "eq", "ne" hoặc "in"`,
  'fact-declared-otherwise': ({ fact }) => `dữ kiện "${fact}" đã được khai báo khác ở hệ thống`,
  'placeholder-form': ({ found }) =>
    `${found} không phải chỗ của thông số; ghi mã thông số trong ngoặc, như {reply-hours}`,
  'param-bounds': ({ min, max }) => `mức thấp nhất ${min} lại cao hơn mức cao nhất ${max}`,
  'param-low': ({ id, limit, found }) => `"${id}" phải từ ${limit} trở lên, đang là ${found}`,
  'param-high': ({ id, limit, found }) => `"${id}" phải từ ${limit} trở xuống, đang là ${found}`,
  'period-reversed': ({ from }) => `kết thúc trước ngày bắt đầu ${from}`,
  'old-id-in-use': ({ id }) => `mã "${id}" vẫn đang dùng; mã cũ không được cấp lại`,
  'old-id-twice': ({ id }) => `mã "${id}" đã đổi một lần ở trên`,
  'ids-merged': ({ id }) => `đã có mã cũ khác nối tiếp thành "${id}"; không gộp hai dãy số liệu làm một`,
  'id-leads-nowhere': ({ id }) => `gói này không có gì mang mã "${id}"`,
  'id-cycle': ({ id }) => `các lần đổi mã quay vòng về "${id}"`,
  retired: () => 'gói đã thôi dùng',
  'not-yet-effective': ({ from }) => `chỉ có hiệu lực từ ngày ${from}`,
  'no-longer-effective': ({ to }) => `đã hết hiệu lực sau ngày ${to}`,
  'text-without-source': () => 'chưa ghi nguồn',
  'text-without-confidence': () => 'chưa ghi mức tin cậy',
  'draft-unconfirmed': () =>
    'bản nháp chưa bật được vì chưa ai xác nhận lời văn: thêm "confirmation" (số, ngày, nơi quyết định)',
  'layer-below-missing': ({ id }) =>
    id === undefined
      ? 'không có gói đúng nào ở dưới lớp này'
      : `trong các tệp này không có gói "${id}" dùng được; hãy ghi thêm tệp của gói ấy`,
  'imports-other-pack': ({ expected, found }) =>
    `gói ở dưới là "${found}", không phải "${expected}"; kiểm tra rồi ghi lại`,
  'imports-other-version': ({ expected, found }) =>
    `gói ở dưới là phiên bản ${found}, không phải ${expected}; xem có gì đổi rồi ghi lại`,
  'imports-other-bytes': ({ found }) => `gói ở dưới có mã băm ${found}; xem có gì đổi rồi ghi lại`,
  'hash-of-range': () => 'mã băm chỉ đi với một phiên bản cụ thể; ghi rõ phiên bản ở "version"',
  'same-id': ({ id }) => `phải khác mã "${id}" của gói ở dưới`,
  accusing: ({ word }) => `"${word}" nghe như trách; hãy nói điều nên làm`,
  'first-word': ({ word }) => `nên mở đầu bằng một động từ hoặc Xin, Luôn, Không; đang là "${word}"`,
  'unseen-characters': ({ found }) => `có ký tự không nhìn thấy (${found})`,
  'source-unused': ({ id }) => `chưa có điều nào dẫn nguồn "${id}"`,
  'source-replaced': ({ id, by }) =>
    `nguồn "${id}" đã được thay bằng: ${by}; xem các điều dẫn nguồn này còn đúng không`,
  'rule-unserved': ({ id }) => `chưa có lời nhắc nào phục vụ điều "${id}"`,
  'cue-never-shown': () => 'không bao giờ hiện, dù dữ kiện thế nào',
  'pause-point-empty': ({ id }) => `thời điểm "${id}" chưa có lời nhắc nào`,
  'param-unused': ({ id }) => `chưa có lời nhắc nào dùng thông số "${id}"`,
  'over-confident': ({ claimed, weakest }) => `ghi mức "${claimed}" nhưng có điều chỉ ở mức "${weakest}"`,
};

/** What the scanner of JSON text asks for. */
const EXPECTED: Readonly<Record<string, string>> = {
  'a value': 'một giá trị',
  'a key in double quotes': 'tên mục trong dấu ngoặc kép',
  'the end of the text': 'hết tệp',
  '":"': 'dấu ":"',
  '"," or "]"': 'dấu "," hoặc "]"',
  '"," or "}"': 'dấu "," hoặc "}"',
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  boolean: 'đúng/sai (true hoặc false)',
  Object: 'một nhóm mục trong dấu {}',
  Array: 'một danh sách trong dấu []',
  null: 'để trống (null)',
};

/** Names of kinds of values, alone or as alternatives: `string | number`. Values in quotes stay as they are. */
function kinds(names: string | number | undefined): string {
  return String(names)
    .split(' | ')
    .map((name) => KINDS[name] ?? name)
    .join(' hoặc ');
}
