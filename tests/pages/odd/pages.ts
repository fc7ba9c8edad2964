import { type PracticeDossier, printedDue } from '../../../src/training/practice/dossier.ts';
import { printSecond } from '../../../src/training/practice/wall-time.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PageAnswer } from '../page-answer.ts';

/*
 * A system that nobody has seen: labels of its own, an applicant's fields between those of the dossier, a filter that
 * repeats a label, a small scrolling part. `?dialog=1` shows the dossier in a native modal dialog; the page counts the
 * presses it hears in `window.__heard`.
 */

const STYLE = `
  body { margin: 0; font: 15px/1.5 Arial, sans-serif; color: #222; background: #eef1f4; }
  header { padding: 12px 24px; background: #7a1f1f; color: #fff; }
  header h1 { margin: 0; font-size: 19px; }
  main { max-width: 1080px; margin: 16px auto; padding: 16px 24px; background: #fff; }
  .grid { display: grid; grid-template-columns: 210px 1fr 210px 1fr; gap: 10px 14px; }
  .grid dt { color: #555; } .grid dd { margin: 0; font-weight: bold; }
  table { width: 100%; border-collapse: collapse; } th, td { padding: 8px; border: 1px solid #ccc; text-align: left; }
  .log { height: 120px; overflow: auto; margin-top: 16px; border: 1px solid #ccc; }
`;

const COUNTER = `<script>window.__heard = 0;
for (const type of ['click', 'mousedown', 'keydown', 'pointerdown']) document.addEventListener(type, () => { window.__heard += 1; });
</script>`;

/** Answers pages under `/noi-bo/`. */
export function oddPage({ pathname, searchParams }: URL, dossiers: readonly PracticeDossier[]): PageAnswer {
  const id = /^\/noi-bo\/phieu\/(\d+)$/.exec(pathname)?.[1];
  const dossier = dossiers.find((each) => each.id === Number(id));
  const content = dossier === undefined ? list(dossiers) : detail(dossier);
  const isDialog = searchParams.has('dialog');
  const body = isDialog
    ? `<main><h2>Công việc</h2></main><dialog id="phieu" style="width:900px">${content}</dialog><script>phieu.showModal()</script>`
    : `<main>${content}</main>`;
  return {
    status: 200,
    body: htmlPage({
      title: 'Nội bộ',
      head: `<style>${STYLE}</style>`,
      body: `<header><h1>Phần mềm nội bộ xã Ví Dụ</h1></header>${body}${COUNTER}`,
    }),
  };
}

function detail(dossier: PracticeDossier): string {
  const facts: readonly (readonly [string, string])[] = [
    ['Số phiếu tiếp nhận', dossier.code],
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
  return `<h2>Phiếu hồ sơ</h2><dl class="grid">${grid}</dl>
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
  const heads = ['Số phiếu tiếp nhận', 'Công dân', 'Loại việc', 'Ngày vào sổ', 'Ngày xong việc'];
  return `<h2>Danh sách phiếu</h2><p><label>Ngày vào sổ <input type="text"></label></p>
<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
