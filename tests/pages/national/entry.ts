import './national.css';
import type { PracticeProcedure } from '../../../src/training/practice/dossier.ts';
import { element } from '../../../src/training/practice/element.ts';
import { PRACTICE_PROCEDURES, type ProcedureKey } from '../../../src/training/practice/procedures.ts';
import { pageSwitches } from '../page-data.ts';
import { PROCEDURE_IDS } from './procedure-ids.ts';

function shownProcedure(): PracticeProcedure | null {
  const id = /^\/thu-tuc-hanh-chinh\/([0-9a-f-]{36})$/.exec(window.location.pathname)?.[1];
  const keys = Object.keys(PRACTICE_PROCEDURES).filter((key): key is ProcedureKey => key in PRACTICE_PROCEDURES);
  const key = keys.find((candidate) => id !== undefined && PROCEDURE_IDS[candidate] === id);
  return key === undefined ? null : PRACTICE_PROCEDURES[key];
}

function pair([label, value]: readonly [string, string]): readonly HTMLElement[] {
  return [element('div', { class: 'font-bold' }, label), element('div', {}, value)];
}

function section(title: string, text: string): readonly HTMLElement[] {
  return [element('h4', {}, title), element('p', { class: 'whitespace-pre-wrap' }, text)];
}

/** The ways to file, as a table whose words look like facts of a dossier and are not. */
function waysTable({ term }: PracticeProcedure): HTMLElement {
  const cells = (tag: 'th' | 'td', texts: readonly string[]): HTMLElement =>
    element('tr', {}, ...texts.map((text) => element(tag, {}, text)));
  return element(
    'table',
    {},
    element('thead', {}, cells('th', ['Hình thức nộp', 'Thời gian', 'Phí, lệ phí', 'Mô tả'])),
    element('tbody', {}, cells('td', ['Trực tiếp', term, 'Không', '']), cells('td', ['Trực tuyến', term, 'Không', ''])),
  );
}

function procedurePage(procedure: PracticeProcedure): HTMLElement {
  const facts: readonly (readonly [string, string])[] = [
    ['Mã thủ tục', procedure.code],
    ['Số quyết định', '000/QĐ-VD (ví dụ)'],
    ['Tên thủ tục', procedure.name],
    ['Cấp thực hiện', 'Cấp xã'],
    ['Loại thủ tục', 'TTHC được luật giao quy định chi tiết'],
    ['Lĩnh vực', 'Hộ tịch'],
    ['Đối tượng thực hiện', 'Công dân Việt Nam'],
    ['Cơ quan có thẩm quyền', 'Không có thông tin'],
  ];
  return element(
    'div',
    { class: 'container' },
    element('h3', {}, procedure.name),
    element('div', { class: 'grid grid-cols-1 md:grid-cols-2' }, ...facts.flatMap(pair)),
    ...section('Trình Tự Thực Hiện', 'Bước 1: Nộp hồ sơ (ví dụ).\nBước 2: Nhận kết quả (ví dụ).'),
    element('h4', {}, 'Cách Thức Thực Hiện'),
    waysTable(procedure),
    ...section('Thành phần hồ sơ', 'Tờ khai theo mẫu (ví dụ).'),
    ...section('Cơ quan thực hiện', 'UBND xã An Mẫu (ví dụ)'),
    ...section('Kết quả xử lý', 'Giấy tờ mẫu (ví dụ).'),
  );
}

function otherPage(): HTMLElement {
  return element(
    'div',
    { class: 'container' },
    element('h3', {}, 'Cổng dịch vụ công (trang mẫu)'),
    element('p', {}, 'Nội dung mẫu.'),
  );
}

/** The shell is empty at first; the page comes after a delay, as a single-page app's does. */
setTimeout(() => {
  const header = element(
    'div',
    { class: 'header' },
    element('div', { class: 'user-dropdown' }, 'Đăng nhập (trang mẫu, không có thật)'),
  );
  const procedure = shownProcedure();
  document.getElementById('root')?.replaceChildren(header, procedure ? procedurePage(procedure) : otherPage());
  performance.mark('practice:facts');
}, pageSwitches().slow);
