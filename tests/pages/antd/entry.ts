import './antd.css';
import type { PracticeDossier } from '../../../src/training/practice/dossier.ts';
import { element } from '../../../src/training/practice/element.ts';
import { printSecond } from '../../../src/training/practice/wall-time.ts';
import { pageData, pageDesk, pageSwitches } from '../page-data.ts';
import { ANTD_LISTS } from '../routes.ts';
import { openDetail } from './detail-modal.ts';
import { receivedSentence, STATUS_TEXT } from './dossier-card.ts';

const MENU: readonly (readonly [path: string, name: string, holds: (dossier: PracticeDossier) => boolean])[] = [
  [ANTD_LISTS.all, 'Theo dõi tất cả hồ sơ', () => true],
  [ANTD_LISTS.justReceived, 'Mới tiếp nhận', ({ received, status }) => received !== null && status === 'processing'],
  [ANTD_LISTS.online, 'Chờ tiếp nhận trực tuyến', ({ status }) => status === 'receiving'],
  [ANTD_LISTS.processing, 'Đang xử lý', ({ status }) => status === 'processing'],
  [ANTD_LISTS.toReturn, 'Chờ trả kết quả', ({ status }) => status === 'released'],
];
const COLUMNS = ['STT', 'Thông tin hồ sơ', 'Chủ hồ sơ', 'Người xử lý', 'Hạn xử lý cá nhân', 'Thao tác'];

const data = pageData();
const desk = pageDesk(data);
const switches = pageSwitches();
const place = element('div', { class: 'ant-layout-content' });

function openDossier(id: number): void {
  openDetail(id, { desk, answer: switches.answer, slow: switches.slow, fails: switches.fails, changed: draw });
}

/** One cell of lines: code, content, status (a space before its colon) and one sentence. */
function informationCell(dossier: PracticeDossier): HTMLElement {
  const code = element('div', { role: 'button', tabindex: '0', class: 'code' }, dossier.code || '(chưa cấp mã)');
  code.addEventListener('click', () => openDossier(dossier.id));
  code.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') openDossier(dossier.id);
  });
  return element(
    'td',
    { class: 'ant-table-cell' },
    code,
    element('div', {}, `- ${dossier.procedure.name}: ${dossier.applicant}`),
    element('div', {}, `- Trạng thái hồ sơ : ${STATUS_TEXT[dossier.status]}`),
    element('div', {}, receivedSentence(dossier)),
  );
}

function row(dossier: PracticeDossier, index: number): HTMLElement {
  const cell = (...content: (Node | string)[]): HTMLElement => element('td', { class: 'ant-table-cell' }, ...content);
  const personal = typeof dossier.due === 'number' ? printSecond(dossier.due - 3_600_000) : '';
  const view = element(
    'button',
    { type: 'button', class: 'ant-btn ant-btn-link', 'aria-label': `Xem hồ sơ ${index + 1}` },
    'Xem',
  );
  view.addEventListener('click', () => openDossier(dossier.id));
  return element(
    'tr',
    { class: 'ant-table-row' },
    cell(String(index + 1)),
    informationCell(dossier),
    cell(element('div', {}, `${dossier.applicant} (000000000000)`), element('div', {}, '0000 000 000')),
    cell('Lê Thị Thực Hành'),
    cell(personal),
    cell(view),
  );
}

function table(dossiers: readonly PracticeDossier[]): HTMLElement {
  const heads = COLUMNS.map((text) => element('th', { class: 'ant-table-cell', scope: 'col' }, text));
  return element(
    'div',
    { class: 'ant-table' },
    element(
      'table',
      {},
      element('thead', { class: 'ant-table-thead' }, element('tr', {}, ...heads)),
      element('tbody', { class: 'ant-table-tbody' }, ...dossiers.map(row)),
    ),
  );
}

function draw(): void {
  const [, title, holds] = MENU.find(([path]) => path === window.location.pathname) ?? [
    '',
    'Theo dõi tất cả hồ sơ',
    () => true,
  ];
  place.replaceChildren(element('h3', {}, title), table(desk.all().filter(holds)));
  performance.mark('practice:facts');
}

function loadThenDraw(): void {
  place.replaceChildren(element('div', { class: 'ant-spin' }, element('span', { class: 'ant-spin-dot' })));
  setTimeout(draw, switches.slow);
}

function menuLink([path, name]: (typeof MENU)[number]): HTMLElement {
  const link = element('a', { class: 'ant-menu-item', href: path }, name);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    window.history.pushState({}, '', path + window.location.search);
    loadThenDraw();
  });
  return link;
}

const header = element('div', { class: 'ant-layout-header' }, 'Hệ thống một cửa (trang mẫu, hồ sơ không có thật)');
const sider = element(
  'div',
  { class: 'ant-layout-sider', role: 'navigation', 'aria-label': 'Danh mục' },
  ...MENU.map(menuLink),
);
document.getElementById('root')?.replaceChildren(header, element('div', { class: 'ant-layout' }, sider, place));
window.addEventListener('popstate', loadThenDraw);
loadThenDraw();
