import type { CorpusState, ExpectedFacts } from './state.ts';

/** Family of the states that are made and not stored; counted apart, or they would drown the others. */
export const MADE = 'made';

/** A list of so many dossiers on one page, made anew each time: a table that nobody pages. */
export function manyRows(count: number): CorpusState {
  const dossiers = Array.from({ length: count }, (_, i) => dossierAt(i));
  return {
    family: MADE,
    name: `${count}-rows`,
    url: 'https://motcua.mod.gov.vn/web/mot-cua/qlhs#/danh-sach-ho-so/2?page=1',
    note: `${count} rows on one page`,
    kind: 'list',
    facts: null,
    rows: dossiers,
    bytes: Buffer.from(page(dossiers)),
  };
}

const STATUSES = [
  ['Đang xử lý', 4],
  ['Chờ trả kết quả', 9],
  ['Yêu cầu bổ sung giấy tờ', 5],
] as const;

function dossierAt(i: number): ExpectedFacts {
  const day = String((i % 28) + 1).padStart(2, '0');
  const [statusText, status] = STATUSES[i % STATUSES.length] ?? STATUSES[0];
  return {
    code: `H27.128.14-2610${day}-${String(i).padStart(4, '0')}`,
    procedureName: i % 2 === 0 ? 'Đăng ký khai sinh' : 'Đăng ký kết hôn',
    received: `2026-10-${day}T08:15:00`,
    due: `2026-11-${day}T08:15:00`,
    statusText,
    status,
  };
}

function page(dossiers: readonly ExpectedFacts[]): string {
  const heads = ['STT', 'Mã hồ sơ', 'Tên thủ tục', 'Chủ hồ sơ', 'Ngày tiếp nhận', 'Ngày hẹn trả', 'Trạng thái'];
  const rows = dossiers.map((dossier, i) =>
    tableRow('td', [
      String(i + 1),
      dossier.code,
      dossier.procedureName,
      'NGUYỄN VĂN VÍ DỤ',
      printed(dossier.received),
      printed(dossier.due),
      dossier.statusText,
    ]),
  );
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Hệ thống một cửa điện tử</title></head>
<body><div id="app"><div class="ribbon">Xử lý hồ sơ</div><div id="table-dossier"><table class="v-datatable v-table">
<thead>${tableRow('th', heads)}</thead><tbody>${rows.join('\n')}</tbody></table></div></div></body></html>`;
}

function tableRow(cell: 'td' | 'th', texts: readonly (string | undefined)[]): string {
  return `<tr>${texts.map((text) => `<${cell}>${text ?? ''}</${cell}>`).join('')}</tr>`;
}

function printed(iso: string | undefined): string {
  const [date = '', time = ''] = (iso ?? '').split('T');
  return `${date.split('-').reverse().join('/')} ${time}`;
}
