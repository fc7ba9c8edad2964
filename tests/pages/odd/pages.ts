import { type PracticeDossier, printedDue } from '../../../src/training/practice/dossier.ts';
import { printSecond } from '../../../src/training/practice/wall-time.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PageAnswer } from '../page-answer.ts';
import { STATIC_BASE } from '../static-base.ts';

/*
 * A system that nobody has seen: labels of its own, an applicant's fields between those of the dossier, a filter that
 * repeats a label, a small scrolling part. `?dialog=1` shows the dossier in a native modal dialog; the page counts the
 * presses it hears in `window.__heard`.
 */

const ASSETS = `<link rel="stylesheet" href="${STATIC_BASE}odd.css"><script type="module" src="${STATIC_BASE}odd.js"></script>`;

/** Answers pages under `/noi-bo/`. */
export function oddPage({ pathname, searchParams }: URL, dossiers: readonly PracticeDossier[]): PageAnswer {
  const id = /^\/noi-bo\/phieu\/(\d+)$/.exec(pathname)?.[1];
  const dossier = dossiers.find((each) => each.id === Number(id));
  const content = dossier === undefined ? list(dossiers) : detail(dossier);
  const isDialog = searchParams.has('dialog');
  const body = isDialog
    ? `<main><h2>Công việc</h2></main><dialog id="phieu">${content}</dialog>`
    : `<main>${content}</main>`;
  return {
    status: 200,
    body: htmlPage({
      title: 'Nội bộ',
      head: ASSETS,
      body: `<header><h1>Phần mềm nội bộ xã Ví Dụ</h1></header>${body}`,
    }),
  };
}

function detail(dossier: PracticeDossier): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Mã theo dõi nội bộ', dossier.code],
    ['Chủ hồ sơ', dossier.applicant],
    ['Loại việc', dossier.procedure.name],
    ['Ngày sinh', '12/03/2001'],
    ['Ngày vào sổ', dossier.received === null ? '' : printSecond(dossier.received)],
    ['Điện thoại', '0900 000 000'],
    ['Ngày xong việc', printedDue(dossier)],
    ['Tình hình', 'Đang xử lý'],
  ];
  const grid = facts.map(([label, value]) => `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`).join('');
  const lines = Array.from({ length: 20 }, (_, n) => `<p>Dòng nhật ký ${n + 1}</p>`).join('');
  return `<h2>Phiếu hồ sơ</h2><dl>${grid}</dl>
<p><label>Ngày gửi lại <input value="01/01/2027"></label> <button type="button">Chuyển bước</button></p>
<div class="log">${lines}</div>`;
}

function list(dossiers: readonly PracticeDossier[]): string {
  const rows = dossiers
    .filter(({ code }) => code !== '')
    .slice(0, 8)
    .map((each) => {
      const received = each.received === null ? '' : printSecond(each.received);
      const cells = [each.code, each.applicant, each.procedure.name, received, printedDue(each)];
      return `<tr>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`;
    });
  const heads = ['Mã theo dõi nội bộ', 'Công dân', 'Loại việc', 'Ngày vào sổ', 'Ngày xong việc'];
  return `<h2>Danh sách phiếu</h2><p><label>Ngày vào sổ <input type="text"></label></p>
<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
