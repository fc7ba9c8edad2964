import { type PracticeDossier, printedDue } from '../../../src/training/practice/dossier.ts';
import { PRACTICE_PROCEDURES } from '../../../src/training/practice/procedures.ts';
import { printMinute } from '../../../src/training/practice/wall-time.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import { STATIC_BASE } from '../static-base.ts';

const STATUS_TEXT: Readonly<Record<PracticeDossier['status'], string>> = {
  receiving: 'Mới đăng ký',
  processing: 'Đang xử lý',
  waiting: 'Yêu cầu bổ sung giấy tờ',
  released: 'Đã xử lý xong',
  done: 'Đã trả kết quả',
  denied: 'Không được tiếp nhận',
};
const CHANNEL_TEXT = { direct: 'Trực tiếp', online: 'Trực tuyến', post: 'Bưu chính công ích' } as const;

/** Text the portal shows on the page after an action. */
export const NOTICE = {
  success: 'Yêu cầu của bạn được thực hiện thành công.',
  failure: 'Yêu cầu của bạn thực hiện thất bại.',
} as const;
export type Notice = keyof typeof NOTICE;

/** Address of a page: the portlet is named in the query, as in Liferay 6. */
export function pageUrl(page: string, portlet: string, parameters: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ p_p_id: `${portlet}_WAR_ctonegateportlet`, p_p_lifecycle: '0', ...parameters });
  return `/group/guest/${page}?${query}`;
}

/** Address a form is posted to; the action's name stands in the query. */
export function actionUrl(page: string, portlet: string, parameters: Readonly<Record<string, string>>): string {
  const action = { [`_${portlet}_WAR_ctonegateportlet_javax.portlet.action`]: 'capNhat' };
  return pageUrl(page, portlet, { ...parameters, ...action }).replace('p_p_lifecycle=0', 'p_p_lifecycle=1');
}

function shell(title: string, content: string, notice: Notice | null): string {
  const message =
    notice === null
      ? ''
      : `<div class="portlet-msg-${notice === 'success' ? 'success' : 'error'}">${NOTICE[notice]}</div>`;
  const links = [
    ['danh-sach-ho-so', 'danhsachhoso', 'Danh sách hồ sơ'],
    ['tiep-nhan-ho-so', 'tiepnhanhoso', 'Tiếp nhận hồ sơ'],
  ].map(
    ([page = '', portlet = '', name = '']) => `<li><a href="${escapeHtml(pageUrl(page, portlet))}">${name}</a></li>`,
  );
  return htmlPage({
    title: 'Một cửa điện tử (trang mẫu)',
    head: `<link rel="stylesheet" href="${STATIC_BASE}liferay.css">`,
    body: `<div id="wrapper"><div id="banner">Một cửa điện tử (trang mẫu, hồ sơ không có thật)</div>
<ul id="navigation">${links.join('')}</ul>
<div class="portlet"><h2 class="portlet-title"><span class="portlet-title-text">${escapeHtml(title)}</span></h2>
<div class="portlet-body">${message}${content}</div></div></div>`,
  });
}

function tableRow(dossier: PracticeDossier, index: number): string {
  const url = pageUrl('chi-tiet-ho-so', 'chitiethoso', { hoSoId: String(dossier.id) });
  const cells = [
    String(index + 1),
    `<a href="${escapeHtml(url)}">${escapeHtml(dossier.code || 'Chưa cấp mã')}</a>`,
    escapeHtml(dossier.procedure.name),
    escapeHtml(dossier.applicant),
    dossier.received === null ? '' : printMinute(dossier.received),
    escapeHtml(printedDue(dossier, printMinute)),
    STATUS_TEXT[dossier.status],
  ];
  const names = ['stt', 'mahoso', 'tenthutuc', 'chuhoso', 'ngaytiepnhan', 'ngayhentra', 'trangthai'];
  return `<tr class="table-row">${cells.map((cell, column) => `<td class="table-cell ${names[column]}">${cell}</td>`).join('')}</tr>`;
}

/** The list: one classic table. */
export function listPage(dossiers: readonly PracticeDossier[], notice: Notice | null): string {
  const heads = ['STT', 'Mã hồ sơ', 'Tên thủ tục', 'Chủ hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'];
  const search = `<fieldset class="search"><legend>Hiển thị tìm kiếm</legend><label>Trạng thái: <input name="trangThai"></label>
<label>Ngày hẹn trả: <input name="ngayHenTra"></label><button type="button" name="btnSearch" value="search">Tìm kiếm</button></fieldset>`;
  const table = `<table class="table-data"><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead>
<tbody>${dossiers.map(tableRow).join('')}</tbody></table>`;
  return shell('Danh sách hồ sơ', search + table, notice);
}

function actionForm({ id, status }: PracticeDossier, fail: boolean): string {
  if (status === 'done' || status === 'denied' || status === 'waiting') return '';
  const url = actionUrl('chi-tiet-ho-so', 'chitiethoso', { hoSoId: String(id), ...(fail && { fail: '1' }) });
  const first = status === 'receiving' ? ['received', 'Tiếp nhận'] : ['returned', 'Trả kết quả'];
  const actions = [first, ['supplement', 'Yêu cầu bổ sung'], ['refused', 'Từ chối']];
  const buttons = actions.map(
    ([value, name]) => `<button type="submit" name="btnLuu" value="${value}">${name}</button>`,
  );
  return `<form method="post" action="${escapeHtml(url)}"><label for="yKien">Ý kiến</label>
<textarea id="yKien" name="yKien" rows="2"></textarea><div class="buttons">${buttons.join(' ')}</div></form>`;
}

/** One dossier: a table of label cells and value cells, and a form whose buttons post. */
export function detailPage(dossier: PracticeDossier, notice: Notice | null, fail: boolean): string {
  const facts = [
    ['Mã hồ sơ', dossier.code],
    ['Tên thủ tục', dossier.procedure.name],
    ['Mã thủ tục', dossier.procedure.code],
    ['Chủ hồ sơ', dossier.applicant],
    ['Hình thức nộp', CHANNEL_TEXT[dossier.channel]],
    ['Ngày tiếp nhận', dossier.received === null ? '' : printMinute(dossier.received)],
    ['Thời hạn giải quyết', dossier.procedure.term],
    ['Ngày hẹn trả', printedDue(dossier, printMinute)],
    ['Trạng thái', STATUS_TEXT[dossier.status]],
  ];
  const rows = facts.map(
    ([label = '', value = '']) => `<tr><td class="label">${label}:</td><td>${escapeHtml(value)}</td></tr>`,
  );
  return shell(
    'Chi tiết hồ sơ',
    `<table class="form-data">${rows.join('')}</table>${actionForm(dossier, fail)}`,
    notice,
  );
}

/** The form of a new dossier. */
export function receivePage(fail: boolean): string {
  const options = Object.values(PRACTICE_PROCEDURES).map(
    ({ code, name }) => `<option value="${code}">${escapeHtml(name)}</option>`,
  );
  const url = actionUrl('tiep-nhan-ho-so', 'tiepnhanhoso', fail ? { fail: '1' } : {});
  return shell(
    'Tiếp nhận hồ sơ',
    `<form method="post" action="${escapeHtml(url)}"><table class="form-data">
<tr><td class="label"><label for="thuTuc">Thủ tục:</label></td><td><select id="thuTuc" name="thuTuc">${options.join('')}</select></td></tr>
<tr><td class="label"><label for="chuHoSo">Họ và tên:</label></td><td><input id="chuHoSo" name="chuHoSo" autocomplete="off" required></td></tr>
</table><div class="buttons"><button type="submit" name="btnLuu" value="received">Tiếp nhận</button></div></form>`,
    null,
  );
}
