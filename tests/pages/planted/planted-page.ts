import fc from 'fast-check';
import { escapeHtml, htmlPage } from '../html.ts';
import { type Applicant, applicant } from './applicant.ts';
import { tracesOf } from './trace-scan.ts';

/*
 * Pages that print an invented applicant in every place near the labels that are read: before, between, behind and inside
 * label and value, instead of either, in headings, tooltips, inputs, attributes, and in the address of the page.
 */

export interface PlantedPage {
  readonly applicant: Applicant;
  readonly url: string;
  readonly html: string;
}

/** Labels that are read, each with an honest value. */
const FACTS = [
  ['Mã hồ sơ', 'H27.128.14-261021-0013'],
  ['Số biên nhận', 'H27.128.14-261021-0013'],
  ['Mã thủ tục', '1.001193'],
  ['Thủ tục', 'Đăng ký khai sinh'],
  ['Tên thủ tục', 'Đăng ký khai sinh'],
  ['Kênh thực hiện', 'Trực tiếp'],
  ['Ngày tiếp nhận', '21/10/2026 07:34:24'],
  ['Tiếp nhận trực tiếp', '21/10/2026'],
  ['Ngày nộp hồ sơ', '20/10/2026'],
  ['Ngày hẹn trả', '18/11/2026 16:00'],
  ['Hẹn trả', '18/11/2026'],
  ['Hẹn lại ngày', '20/11/2026'],
  ['Hạn xử lý cá nhân', '10/11/2026'],
  ['Thời hạn giải quyết', '20 ngày làm việc'],
  ['Trạng thái', 'Đang xử lý'],
  ['Tình trạng hạn', 'Quá 1.25 ngày'],
  ['Thông tin hồ sơ', 'H27.128.14-261021-0013'],
  ['Kết quả', ''],
] as const;
/** Dossiers beside the one of `FACTS`. */
const [SECOND, THIRD, FOURTH, FIFTH] = [
  'H27.128.14-261021-0014',
  'H27.128.14-261021-0015',
  'H27.128.14-261021-0016',
  'H27.128.14-261021-0017',
] as const;
/** What a page may tell that is nobody's. */
const OF_THE_OFFICE = [...FACTS.map(([, value]) => value), SECOND, THIRD, FOURTH, FIFTH].join(' và ');

/** Somebody of whose numbers no part stands in what the office prints: found again, it is theirs. */
const stranger = applicant.filter((one) => tracesOf(one, OF_THE_OFFICE).length === 0);

/** Labels of the applicant; what stands behind them is never read. */
const APPLICANT_LABELS = [
  'Chủ hồ sơ',
  'Người nộp',
  'Họ và tên',
  'Số CCCD',
  'Số điện thoại',
  'Địa chỉ',
  'Email',
  'Trích yếu',
  'Tên hồ sơ',
  'Nội dung',
  'Ghi chú',
  'Lý do',
  'Nhãn lạ',
] as const;
const BIRTH_LABELS = ['Ngày sinh', 'Ngày, tháng, năm sinh', 'Sinh ngày', 'Ngày sinh của trẻ', 'Ngày cấp'] as const;

const HEADINGS = [
  'CHI TIẾT HỒ SƠ',
  'THÊM MỚI HỒ SƠ',
  'TRẢ KẾT QUẢ HỒ SƠ',
  'Trình tự thực hiện',
  'Danh sách hồ sơ',
] as const;
/** Where pages of known and unknown systems lie; `{p}` is what an address may carry. */
const ADDRESSES = [
  'https://motcua.mod.gov.vn/web/mot-cua/qlhs?ten={p}#/danh-sach-ho-so/0/chi-tiet-ho-so/1',
  'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0/ho-so/1/NEW?chu={p}',
  'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/0',
  'https://motcua.thanhhoa.gov.vn/dvc/xu-ly-ho-so/{p}',
  'https://motcuasothongke.cantho.gov.vn/group/guest/chi-tiet-ho-so?p_p_id={p}&hoSoId=7',
  'https://dichvucong.gov.vn/thu-tuc-hanh-chinh/00000000-0000-4000-8000-000000001193?q={p}',
  'https://mot-cua.xa-vi-du.example/ho-so/{p}/xem',
  'https://mot-cua.xa-vi-du.example/xem.aspx?q={p}#/{p}',
] as const;

/** Something of the applicant, as pages print it. */
const said = (one: Applicant): fc.Arbitrary<string> => {
  const { name, idNumber, phone, address } = one;
  const spoken = fc.constantFrom(
    ...Object.values({ ...one, birth: name }),
    `${name} (${idNumber})`,
    `Ông/Bà: ${name}, ĐT: ${phone}`,
    `${phone.slice(0, 4)} ${phone.slice(4, 7)} ${phone.slice(7)}`,
    // What is the applicant's and looks like a value that is read.
    `${idNumber}-261021-0001`,
    `${name}-261021-0001`,
    `3 ngày ${name}`,
    `Quá hạn ${name}`,
    `Đang xử lý ${name}`,
    `Đăng ký khai sinh ${name}`,
    `Đăng ký khai sinh cho con ${name}, ${address}`,
    `18/11/2026 ${phone}`,
    `Hẹn trả ${name}: ${phone}`,
    `Mã hồ sơ của ${name}: ${idNumber}`,
  );
  return fc.tuple(spoken, fc.constantFrom(...SPELLINGS)).map(([text, spelt]) => spelt(text));
};

const SPELLINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.toLowerCase(),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd'),
  (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))),
  (text) => [...text].join('\u200b'),
  (text) => text.replaceAll(' ', '\u00a0'),
];

/** How something stands to the label and the value of a fact; `{p}` is it. Label, value, and what stands around them. */
interface Place {
  readonly label: string;
  readonly value: string;
  readonly before: string;
  readonly between: string;
  readonly behind: string;
  readonly attribute: string;
}

const AT: readonly Partial<Place>[] = [
  { before: '{p}' },
  { between: '{p}' },
  { behind: '{p}' },
  { attribute: '{p}' },
  { label: '{l} {p}' },
  { label: '{p} {l}' },
  { label: '{l} ({p})' },
  { label: '{p}' },
  { value: '{p}' },
  { value: '{v} {p}' },
  { value: '{p} {v}' },
  { value: '{v} ({p})' },
  { value: '{v}, {p}' },
  { value: '{v} - {p}' },
  { value: '{v}\n{p}' },
  { value: '{p}: {v}' },
  { value: '{p}{v}' },
  { value: '{v}{p}' },
  { label: '{p}', value: '{p}', attribute: '{p}', before: '{p}', behind: '{p}' },
  { label: '{l}: {p}, {l}' },
];
const NOTHING: Place = { label: '{l}', value: '{v}', before: '', between: '', behind: '', attribute: '' };

type Layout = (place: Place) => string;

const span = (text: string, tag = 'span'): string => (text === '' ? '' : `<${tag}>${text}</${tag}>`);
const tip = ({ attribute }: Place): string =>
  attribute === ''
    ? ''
    : ` title="${attribute}" aria-label="${attribute}" data-chu="${attribute}" placeholder="${attribute}"`;

const LAYOUTS: readonly Layout[] = [
  (at) =>
    `<div>${span(at.before)}<span${tip(at)}>${at.label}: </span>${span(at.between)}<span${tip(at)}>${at.value}</span>${span(at.behind)}</div>`,
  (at) =>
    `${span(at.before, 'div')}<div><div><b>${at.label}</b></div>${span(at.between, 'div')}<div><p${tip(at)}>${at.value}</p></div></div>${span(at.behind, 'div')}`,
  (at) => `<p>${at.before} - ${at.label}: ${at.between} ${at.value} ${at.behind}</p>`,
  (at) =>
    `<dl>${span(at.before, 'dt')}<dt${tip(at)}>${at.label}</dt>${span(at.between, 'dd')}<dd>${at.value}</dd>${span(at.behind, 'dd')}</dl>`,
  (at) =>
    `<table><tr>${span(at.before, 'td')}<th${tip(at)}>${at.label}</th>${span(at.between, 'td')}<td${tip(at)}>${at.value}</td>${span(at.behind, 'td')}</tr></table>`,
  (at) =>
    `<table><tr><td>${at.label}</td></tr>${at.between && `<tr><td>${at.between}</td></tr>`}<tr><td>${at.value}</td></tr></table>`,
  (
    at,
  ) => `<table><thead><tr><th>Mã hồ sơ</th><th${tip(at)}>${at.label}</th><th>${at.before || 'Chủ hồ sơ'}</th></tr></thead>
    <tbody><tr><td>${SECOND}</td><td${tip(at)}>${at.value}<div>${at.between}</div></td><td>${at.behind}</td></tr>
    <tr><td>${at.behind} ${THIRD}</td><td>${at.value}</td><td>${at.value}</td></tr></tbody></table>`,
  (at) =>
    `<div>${span(at.before, 'label')}<label for="x">${at.label}</label>${span(at.between)}<input id="x" value="${at.value}"${tip(at)}>${span(at.behind)}</div>`,
  (at) =>
    `<div><label>${at.label}</label><input readonly value="${at.value}"${tip(at)}><input disabled value="${at.behind}"></div>`,
  (at) =>
    `<div><label>${at.label}</label><textarea${tip(at)}>${at.value}</textarea><select><option>${at.before}</option><option selected>${at.value}</option></select></div>`,
  (at) => `<input aria-label="${at.label}" disabled value="${at.value}" title="${at.behind}">`,
  (at) =>
    `<dialog open><h3${tip(at)}>Chi tiết hồ sơ ${at.before}</h3><p>${at.label}: ${at.value}</p><p>${at.behind}</p></dialog>`,
  (at) =>
    `<div role="dialog" aria-modal="true" aria-label="${at.before}"><h2>${at.label}</h2><div>${at.label}: ${at.between}${at.value}</div></div>`,
  (at) =>
    `<ul><li>${FOURTH} ${at.before}<br>${at.label}: ${at.value}</li><li>${at.behind} ${FIFTH}<br>${at.label}: ${at.value}</li></ul>`,
  (at) => `<section><h3${tip(at)}>${at.label} ${at.behind}</h3><h2>${at.value}</h2></section>`,
  (at) =>
    `<nav><a>${at.label}</a><a>${at.value}</a></nav><button${tip(at)}>${at.value}</button><div role="tooltip">${at.label}: ${at.value}</div>`,
  (at) => `<details open><summary>${at.label}: ${at.between}</summary>${at.value} ${at.behind}</details>`,
  (at) => `<fieldset><legend>${at.label}</legend>${at.value}<p>${at.behind}</p></fieldset>`,
  (at) =>
    `<p>${at.before} Tiếp nhận trực tiếp: 21/10/2026, ${at.label}: ${at.value}; hẹn trả: 18/11/2026 ${at.behind}</p>`,
  (at) =>
    `<div${tip(at)}><span title="Đăng ký khai sinh ${at.attribute}">Đăng ký…</span><h1${tip(at)}>${at.label}</h1><span>${at.value}</span></div>`,
];

const filled = (place: Place, label: string, value: string, p: string): Place =>
  Object.fromEntries(
    Object.entries(place).map(([name, shape]: [string, string]) => [
      name,
      escapeHtml(
        shape
          .replaceAll('{l}', label)
          .replaceAll('{v}', value)
          .replaceAll('{p}', () => p),
      ),
    ]),
    // Every name of a place with a text again.
  ) as unknown as Place;

/** One label and value with something of the applicant about them. */
const piece = (one: Applicant): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...FACTS, ...APPLICANT_LABELS.map((label) => [label, ''] as const)),
      said(one),
      fc.constantFrom(...AT),
      fc.constantFrom(...LAYOUTS),
    )
    .map(([[label, value], p, at, layout]) => {
      const isTheirs = value === '' && at.value === undefined;
      return layout(filled({ ...NOTHING, ...at, ...(isTheirs ? { value: '{p}' } : {}) }, label, value, p));
    });

/** A day of birth beside its label, in all layouts. */
const birthPiece = (one: Applicant): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...BIRTH_LABELS), fc.constantFrom(...LAYOUTS))
    .map(([label, layout]) => layout({ ...NOTHING, label, value: one.birth.split('-').reverse().join('/') }));

const cleanPiece = fc
  .tuple(fc.constantFrom(...FACTS), fc.constantFrom(...LAYOUTS))
  .map(([[label, value], layout]) => layout(filled(NOTHING, label, value, '')));

/** Enough of a dossier that any page with it is read as one. */
const DOSSIER = [0, 6, 9].map((fact) => {
  const [label, value] = FACTS[fact] ?? ['', ''];
  return `<div><span>${label}: </span><span>${value}</span></div>`;
});

/** Any page with an applicant all over it. */
export const plantedPage: fc.Arbitrary<PlantedPage> = stranger.chain((one) =>
  fc
    .record({
      address: fc.constantFrom(...ADDRESSES),
      inAddress: said(one),
      title: said(one),
      heading: fc.constantFrom(...HEADINGS),
      behindHeading: fc.oneof(fc.constant(''), said(one)),
      pieces: fc.array(piece(one), { minLength: 1, maxLength: 10 }),
      births: fc.array(birthPiece(one), { maxLength: 2 }),
      dossier: fc.constantFrom([], DOSSIER),
      clean: fc.array(cleanPiece, { maxLength: 6 }),
    })
    .map((part) => ({
      applicant: one,
      url: part.address.replaceAll('{p}', () => encodeURIComponent(part.inAddress)),
      html: htmlPage({
        title: part.title,
        body: `<main><h1>${part.heading} ${escapeHtml(part.behindHeading)}</h1>
${[...part.dossier, ...part.clean, ...part.pieces, ...part.births].join('\n')}</main>`,
      }),
    })),
);
