import type { PracticeDossier } from '../../../src/training/practice/dossier.ts';
import { escapeHtml, htmlPage } from '../html.ts';
import type { PageAnswer } from '../page-answer.ts';

/* Pages that a citizen looks at, or fills in. Every person on them is invented. */

const FIELDS: readonly (readonly [string, string])[] = [
  ['Họ và tên người yêu cầu', 'NGUYỄN VĂN VÍ DỤ'],
  ['Số định danh cá nhân', '000000000000'],
  ['Số điện thoại', '0900 000 000'],
  ['Nơi cư trú', 'Thôn Ví Dụ, xã An Mẫu'],
  ['Họ và tên trẻ được đăng ký', ''],
];

/** The national portal's form, half filled in. */
export function filingPage(): PageAnswer {
  const fields = FIELDS.map(
    ([label, value]) => `<p><label>${label} <input value="${escapeHtml(value)}"></label></p>`,
  ).join('');
  return page(
    'Nộp hồ sơ trực tuyến',
    `<p>Thủ tục: Đăng ký khai sinh</p><ol><li>Kê khai thông tin</li><li>Thành phần hồ sơ</li><li>Xác nhận</li></ol>
<form>${fields}<button type="button">Lưu nháp</button> <button type="button">Tiếp tục</button></form>`,
  );
}

/** The screen beside the desk: how was it? */
export function ratingPage(dossiers: readonly PracticeDossier[]): PageAnswer {
  const code = dossiers.find((dossier) => dossier.code !== '')?.code ?? '';
  const answers = ['Rất hài lòng', 'Hài lòng', 'Không hài lòng'];
  return page(
    'Xin vui lòng đánh giá chất lượng dịch vụ',
    `<p>Hồ sơ: ${escapeHtml(code)}</p><p>Cán bộ: Người Ví Dụ</p>
<p>${answers.map((answer) => `<button type="button">${answer}</button>`).join(' ')}</p>`,
  );
}

function page(title: string, content: string): PageAnswer {
  return { status: 200, body: htmlPage({ title, body: `<main><h1>${escapeHtml(title)}</h1>${content}</main>` }) };
}
