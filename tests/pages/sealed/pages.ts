import { type PracticeDossier, printedDue } from '../../../src/training/practice/dossier.ts';
import { printSecond } from '../../../src/training/practice/wall-time.ts';
import { DOSSIER } from '../dossiers.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PageAnswer } from '../page-answer.ts';
import { STATIC_BASE } from '../static-base.ts';

/*
 * A system of web components that keep what they show in closed shadow roots: the browser draws it, and no script of the
 * page can look into it but the component's own.
 */

const SCRIPT = `<script type="module" src="${STATIC_BASE}sealed.js"></script>`;

/** Content in a closed root of an element, as a server sends it; what else the element holds is not shown. */
export function sealed(tag: string, content: string): string {
  return `<${tag}><template shadowrootmode="closed">${content}</template>Đang tải…</${tag}>`;
}

/** Answers pages under `/kin/`; `?la=1` prints labels that nobody has seen. */
export function sealedPage({ pathname, searchParams }: URL, dossiers: readonly PracticeDossier[]): PageAnswer {
  const id = Number(/^\/kin\/phieu\/(\d+)$/.exec(pathname)?.[1]);
  const dossier = dossiers.find((each) => each.id === id);
  const labels = searchParams.has('la') ? ODD_LABELS : LABELS;
  const content =
    dossier === undefined ? sealed('so-kin', list(dossiers)) : sealed('phieu-kin', detail(dossier, labels));
  const body = `<header><b>Một cửa xã Ví Dụ</b></header><main>${content}</main>`;
  return { status: 200, body: htmlPage({ title: 'Một cửa', head: SCRIPT, body }) };
}

const LABELS = ['Mã hồ sơ', 'Chủ hồ sơ', 'Tên thủ tục', 'Ngày tiếp nhận', 'Ngày hẹn trả'] as const;
const ODD_LABELS = ['Mã theo dõi nội bộ', 'Chủ hồ sơ', 'Loại việc', 'Ngày vào sổ', 'Ngày xong việc'] as const;

function valuesOf(dossier: PracticeDossier): readonly string[] {
  const received = dossier.received === null ? '' : printSecond(dossier.received);
  return [dossier.code, dossier.applicant, dossier.procedure.name, received, printedDue(dossier)].map(escapeHtml);
}

function detail(dossier: PracticeDossier, labels: readonly string[]): string {
  const pairs = valuesOf(dossier).map((value, at) => `<dt>${labels[at]}</dt><dd>${value}</dd>`);
  return `<style>dt { color: #555 }</style><h2>Chi tiết hồ sơ</h2><dl>${pairs.join('')}<dt>Hình thức tiếp nhận</dt><dd>Trực tiếp</dd></dl>
<p><button>Trả kết quả</button> <button>Xác nhận</button></p>`;
}

/** The first of them is late. */
function list(dossiers: readonly PracticeDossier[]): string {
  const first = dossiers.findIndex(({ id }) => id === DOSSIER.overdue);
  const rows = dossiers
    .slice(first)
    .filter(({ code }) => code !== '')
    .map(
      (each) =>
        `<tr>${valuesOf(each)
          .map((value) => `<td>${value}</td>`)
          .join('')}</tr>`,
    );
  const heads = LABELS.map((label) => `<th>${label}</th>`).join('');
  return `<h2>Danh sách hồ sơ</h2><table><thead><tr>${heads}</tr></thead><tbody>${rows.join('')}</tbody></table>`;
}
