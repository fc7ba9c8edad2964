import type { FaultValues } from 'checklist-core';

type Sentence = (values: FaultValues) => string;

/** What can be wrong with a profile. The codes are a promise, the sentences are not. */
export type ProfileFaultCode =
  // Structure
  | 'unknown-key'
  | 'forbidden-key'
  | 'too-large'
  | 'missing'
  | 'unexpected'
  | 'too-few'
  | 'too-many'
  | 'id-form'
  | 'version-form'
  | 'line-form'
  | 'label-form'
  | 'host-form'
  | 'status-form'
  | 'source-form'
  // Meaning
  | 'no-mark'
  | 'pattern-form'
  | 'pattern-restless'
  | 'applicant-label'
  | 'repeated-label'
  | 'repeated-host'
  | 'repeated-id'
  // Advice
  | 'label-known'
  | 'label-ignored'
  | 'label-turned'
  | 'label-vague'
  | 'no-failure'
  | 'one-signal'
  | 'source-thin'
  | 'port-implied'
  | 'no-pack'
  // The policy it came with
  | 'policy-key'
  | 'off-unknown';

/** Every fault of a profile as a sentence, in English and in Vietnamese: what is wrong and, where not plain, what to do. */
export const profileFaultWords: Readonly<Record<ProfileFaultCode, { readonly en: Sentence; readonly vi: Sentence }>> = {
  'unknown-key': { en: () => 'unknown key', vi: () => 'không có mục nào tên này; xem lại chính tả' },
  'forbidden-key': {
    en: () => 'this key is not allowed in any file',
    vi: () => 'tên mục này không được dùng trong bất kỳ tệp nào',
  },
  'too-large': {
    en: ({ limit }) => `has more than ${limit} parts, or nests too deep`,
    vi: ({ limit }) => `có hơn ${limit} phần, hoặc lồng nhau quá sâu`,
  },
  missing: { en: () => 'is missing', vi: () => 'còn thiếu' },
  unexpected: { en: ({ expected }) => `expected ${expected}`, vi: ({ expected }) => `cần ${kinds(expected)}` },
  'too-few': { en: () => 'must not be empty', vi: () => 'không được để trống' },
  'too-many': { en: () => 'has too many entries', vi: () => 'có quá nhiều mục' },
  'id-form': {
    en: () => 'must be lower-case words joined by "-", at most 64 characters',
    vi: () => 'phải là chữ thường không dấu, nối bằng dấu "-", tối đa 64 ký tự',
  },
  'version-form': {
    en: () => 'must be a version like "1.0.0"',
    vi: () => 'phải là số phiên bản như "1.0.0"',
  },
  'line-form': {
    en: () => 'must be one line of text, at most 200 characters',
    vi: () => 'phải là một dòng chữ, tối đa 200 ký tự',
  },
  'label-form': {
    en: () => 'must be a label as printed: at most 60 characters, with letters and without long numbers',
    vi: () => 'phải là nhãn như in trên trang: tối đa 60 ký tự, có chữ, không có dãy số dài',
  },
  'host-form': {
    en: () =>
      'must be a host in lower case like "motcua.example.vn", "*.example.vn", "10.0.0.5:8080" or "[fd00::5]"; a name with other letters as the address bar copies it, "xn--…"',
    vi: () =>
      'phải là tên máy chủ viết thường như "motcua.example.vn", "*.example.vn", "10.0.0.5:8080" hoặc "[fd00::5]"; tên có dấu ghi như khi chép từ thanh địa chỉ, "xn--…"',
  },
  'status-form': {
    en: () => 'must be a national status from 1 to 10',
    vi: () => 'phải là mã trạng thái quốc gia từ 1 đến 10',
  },
  'source-form': {
    en: () => 'must be one line that says where the facts come from, at most 1000 characters',
    vi: () => 'phải là một dòng ghi rõ lấy từ đâu, tối đa 1000 ký tự',
  },
  'no-mark': { en: () => 'needs a url or a heading', vi: () => 'cần "url" hoặc "heading"' },
  'pattern-form': { en: () => 'must be a regular expression', vi: () => 'phải là một biểu thức chính quy' },
  'pattern-restless': {
    en: () =>
      'could keep the page waiting: repeat single characters only, put a character between two repeats that ends the first, no look-around',
    vi: () =>
      'có thể làm trang phải chờ: chỉ lặp từng ký tự, giữa hai chỗ lặp cần một ký tự ngắt hẳn, không dùng (?=…)',
  },
  'applicant-label': {
    en: () => 'speaks of the applicant; the reader never looks there. Only "never" may name it',
    vi: () => 'là mục về người dân; không bao giờ đọc ở đó. Chỉ được ghi trong "never"',
  },
  'repeated-label': {
    en: ({ key }) => `already stands under "${key}"`,
    vi: ({ key }) => `đã có ở mục "${key}"`,
  },
  'repeated-host': { en: () => 'already stands above', vi: () => 'đã có ở trên' },
  'repeated-id': { en: ({ id }) => `"${id}" is already used above`, vi: ({ id }) => `mã "${id}" đã dùng ở trên` },
  'label-known': {
    en: ({ key }) => `the reader knows this label as "${key}" already`,
    vi: ({ key }) => `nhãn này đã đọc sẵn là "${key}", không cần ghi`,
  },
  'label-ignored': {
    en: ({ key }) => `the reader passes over this label; is what stands beside it really "${key}"?`,
    vi: ({ key }) => `nhãn này vốn được bỏ qua; giá trị bên cạnh có đúng là "${key}" không?`,
  },
  'label-turned': {
    en: ({ key, known }) => `the reader knows this label as "${known}"; is it really "${key}" on this portal?`,
    vi: ({ key, known }) => `nhãn này vốn đọc là "${known}"; trên cổng này có đúng là "${key}" không?`,
  },
  'label-vague': {
    en: ({ key }) => `these words stand beside any day, not only "${key}": name the words that tell it from others`,
    vi: ({ key }) => `nhãn này có thể đứng cạnh ngày nào cũng được, không riêng "${key}": ghi thêm chữ để phân biệt`,
  },
  'no-failure': {
    en: () => 'has no text that the portal shows when it refuses: a refused press stays open for a minute',
    vi: () => 'chưa ghi câu trang báo khi không nhận: lần bấm ấy sẽ treo một phút',
  },
  'one-signal': {
    en: () => 'has only an address or only headings: unless the page shows another sign, its kind is not believed',
    vi: () => 'chỉ có địa chỉ hoặc chỉ có tiêu đề: trang không có dấu hiệu khác thì chưa nhận ra',
  },
  'source-thin': {
    en: () => 'hardly says where the facts come from: who saw them, where and when',
    vi: () => 'chưa nói rõ lấy từ đâu: ai thấy, ở đâu, khi nào',
  },
  'port-implied': {
    en: () =>
      'browsers leave out the port 80 of http and 443 of https: an address that is written so is meant only with the other one',
    vi: () => 'trình duyệt không ghi cổng 80 của http và 443 của https: ghi vậy chỉ khớp với giao thức kia; bỏ cổng đi',
  },
  'policy-key': {
    en: () => 'is not used: no key of the policy, or not in the form that its description gives',
    vi: () => 'không dùng được: không phải mục của chính sách, hoặc không đúng dạng đã mô tả',
  },
  'off-unknown': {
    en: ({ id }) => `no profile has the id "${id}": write the id of a profile, not a host, or "*" for every host`,
    vi: ({ id }) =>
      `không có mô tả nào mang mã "${id}": ghi mã của mô tả (không phải tên máy chủ), hoặc "*" cho mọi trang`,
  },
  'no-pack': {
    en: ({ id }) => `no pack "${id}" with a finish ships: where there is none the default one is used`,
    vi: ({ id }) => `không có gói "${id}" đi kèm có lời nhắc lúc xong việc: nơi không có thì dùng gói mặc định`,
  },
};

const KINDS: Readonly<Record<string, string>> = {
  string: 'chữ',
  number: 'số',
  boolean: 'true hoặc false',
  Object: 'một nhóm mục trong dấu {}',
  Array: 'một danh sách trong dấu []',
};

function kinds(names: string | number | undefined): string {
  return String(names)
    .split(' | ')
    .map((name) => KINDS[name] ?? name)
    .join(' hoặc ');
}
