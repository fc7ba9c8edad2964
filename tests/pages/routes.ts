import type { ProcedureKey } from '../../src/training/practice/procedures.ts';
import { DOSSIER } from './dossiers.ts';
import { type Family, HOSTS } from './families.ts';
import { FRAMES_PATH } from './frames/frames-path.ts';
import { PROCEDURE_IDS } from './national/procedure-ids.ts';

/*
 * Named addresses of every state of the practice portal, under the real host names (the browser needs the server's
 * `hostMap`). OpenCPS, Ant-Design and national pages take these switches in the query:
 *   slow=MS     how long a page shows its skeleton (default 120)
 *   answer=MS   how long the portal takes to answer an action (default 150)
 *   fail=1      the portal refuses every action ("Yêu cầu của bạn thực hiện thất bại.")
 *   variant=…   OpenCPS only:
 *     csp       `Content-Security-Policy: default-src 'self'`
 *     modal     a native modal dialog (#native-modal) is open from the start
 *     hostile   style sheets and z-index 2147483647 bars that break a careless overlay
 *     replace   after 1.2 s `document.body.replaceWith(…)`; mark `practice:replaced` when done
 *     rewrite   after 1.2 s `document.open()` and the page writes itself again; mark `practice:rewritten` when done
 *     keys      a focused input (#typing) and `window.__typed`, what the page's own key listener saw
 * Every page sets the performance mark `practice:facts` when its last fact is in the DOM.
 */

/** Query of a page: switches, as `{ slow: 400, fail: 1 }`. */
export type Switches = Readonly<Partial<Record<'slow' | 'answer' | 'fail' | 'variant', string | number>>>;

function query(switches: Switches): string {
  const pairs = Object.entries(switches).map(([name, value]) => [name, String(value)]);
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`;
}

function openCps(hash: string, switches: Switches): string {
  return `https://${HOSTS.opencps}/web/mot-cua/qlhs${query(switches)}#${hash}`;
}

/** OpenCPS-shaped one-stop system (Vue, hash routes). */
export const opencps = {
  /** `menu`: 0 all (`Tiếp nhận hồ sơ`), 1 being processed, 2 online, 3 results, 4 all. */
  list: (switches: Switches = {}, menu = 0): string => openCps(`/danh-sach-ho-so/${menu}`, switches),
  detail: (dossier: keyof typeof DOSSIER, switches: Switches = {}): string =>
    openCps(`/danh-sach-ho-so/0/chi-tiet-ho-so/${DOSSIER[dossier]}`, switches),
  /**
   * The receive form of a birth registration. In the app it is reached from the list: "Thêm mới hồ sơ", choose a
   * procedure, "Đồng ý". "Họ và tên *" must be filled, else the portal asks for it.
   */
  receive: (switches: Switches = {}): string => openCps(`/danh-sach-ho-so/0/ho-so/${DOSSIER.draft}/NEW`, switches),
  /** A page of the same host that is none of the known ones. */
  unknown: (): string => `https://${HOSTS.opencps}/web/mot-cua/thong-bao`,
  /** What the citizen at the desk is asked on a screen of their own. */
  rating: (): string => `https://${HOSTS.opencps}/web/mot-cua/danh-gia-can-bo`,
} as const;

/** Paths of the Ant-Design-shaped system, by what its list shows. */
export const ANTD_LISTS = {
  all: '/dvc/theo-doi-ho-so/theo-doi-tat-ca-ho-so',
  justReceived: '/dvc/tiep-nhan-ho-so/moi-tiep-nhan',
  online: '/dvc/tiep-nhan-ho-so/cho-tiep-nhan-truc-tuyen',
  processing: '/dvc/xu-ly-ho-so/dang-xu-ly',
  toReturn: '/dvc/tra-ket-qua/cho-tra-ket-qua',
} as const;

/** Ant-Design-shaped system (React, path routes); a dossier's detail is a modal over the list: click its code. */
export const antd = {
  list: (which: keyof typeof ANTD_LISTS = 'all', switches: Switches = {}): string =>
    `https://${HOSTS.antd}${ANTD_LISTS[which]}${query(switches)}`,
} as const;

/** National portal. */
export const national = {
  procedure: (procedure: ProcedureKey, switches: Switches = {}): string =>
    `https://${HOSTS.national}/thu-tuc-hanh-chinh/${PROCEDURE_IDS[procedure] ?? 'khong-co'}${query(switches)}`,
  home: (): string => `https://${HOSTS.national}/`,
  /** A citizen fills in their own dossier. */
  filing: (): string => `https://${HOSTS.national}/nop-ho-so/khai-sinh`,
} as const;

function liferayPage(page: string, portlet: string, extra = '', scheme = 'https'): string {
  return `${scheme}://${HOSTS.liferay}/group/guest/${page}?p_p_id=${portlet}_WAR_ctonegateportlet&p_p_lifecycle=0${extra}`;
}

/** Classic server-rendered Liferay pages: a full load at every step. `fail` makes the next action be refused. */
export const liferay = {
  list: (scheme: 'https' | 'http' = 'https'): string => liferayPage('danh-sach-ho-so', 'danhsachhoso', '', scheme),
  detail: (dossier: keyof typeof DOSSIER, fail = false): string =>
    liferayPage('chi-tiet-ho-so', 'chitiethoso', `&hoSoId=${DOSSIER[dossier]}${fail ? '&fail=1' : ''}`),
  receive: (fail = false): string => liferayPage('tiep-nhan-ho-so', 'tiepnhanhoso', fail ? '&fail=1' : ''),
} as const;

/** A system with labels that nobody has seen. */
export const odd = {
  detail: (dossier: keyof typeof DOSSIER): string => `https://${HOSTS.opencps}/noi-bo/phieu/${DOSSIER[dossier]}`,
  /** The dossier in a native modal dialog over the list's address. */
  dialog: (dossier: keyof typeof DOSSIER): string =>
    `https://${HOSTS.opencps}/noi-bo/phieu/${DOSSIER[dossier]}?dialog=1`,
  list: (): string => `https://${HOSTS.opencps}/noi-bo/danh-sach`,
} as const;

/** A system of web components with closed shadow roots. */
export const sealed = {
  detail: (dossier: keyof typeof DOSSIER): string => `https://${HOSTS.opencps}/kin/phieu/${DOSSIER[dossier]}`,
  /** The same with labels that nobody has seen. */
  oddDetail: (dossier: keyof typeof DOSSIER): string => `${sealed.detail(dossier)}?la=1`,
  list: (): string => `https://${HOSTS.opencps}/kin/danh-sach`,
} as const;

/** A site on no list; the classic system runs there too, and under the server's own number. */
export const unlisted = {
  home: (): string => `https://${HOSTS.unlisted}/`,
  detail: (dossier: keyof typeof DOSSIER, scheme: 'https' | 'http' = 'https'): string =>
    classicDetail(`${scheme}://${HOSTS.unlisted}`, dossier),
  detailByNumber: (dossier: keyof typeof DOSSIER, httpPort: number): string =>
    classicDetail(`http://127.0.0.1:${httpPort}`, dossier),
} as const;

/** A page of a family's host that holds others in frames, one below the other; '' for an empty frame. */
export function framed(family: Family, ...insides: readonly string[]): string {
  return `https://${HOSTS[family]}${FRAMES_PATH}?${new URLSearchParams(insides.map((inside) => ['trong', inside]))}`;
}

/** The same of frames in a set, as the oldest systems have: a page without a body. */
export function frameset(family: Family, inside: string): string {
  return `${framed(family, inside)}&bo`;
}

function classicDetail(origin: string, dossier: keyof typeof DOSSIER): string {
  return `${origin}/group/guest/chi-tiet-ho-so?hoSoId=${DOSSIER[dossier]}`;
}

/** One address of each state, by a name to print: used to show the portal and to test that every page answers. */
export const NAMED_ROUTES: Readonly<Record<string, string>> = {
  'opencps list': opencps.list(),
  'opencps detail': opencps.detail('dueInAnHour'),
  'opencps receive': opencps.receive(),
  'opencps unknown page': opencps.unknown(),
  'opencps strict CSP': opencps.detail('dueInAnHour', { variant: 'csp' }),
  'opencps modal dialog': opencps.detail('dueInAnHour', { variant: 'modal' }),
  'opencps hostile CSS': opencps.detail('dueInAnHour', { variant: 'hostile' }),
  'opencps replaces its body': opencps.detail('dueInAnHour', { variant: 'replace' }),
  'opencps rewrites its document': opencps.detail('dueInAnHour', { variant: 'rewrite' }),
  'opencps key listener': opencps.detail('dueInAnHour', { variant: 'keys' }),
  'odd detail': odd.detail('dueInAnHour'),
  'odd list': odd.list(),
  'sealed detail': sealed.detail('dueInAnHour'),
  'sealed list': sealed.list(),
  'antd list': antd.list(),
  'antd results': antd.list('toReturn'),
  'national procedure': national.procedure('birth'),
  'national home': national.home(),
  'national filing': national.filing(),
  'opencps rating': opencps.rating(),
  frames: framed('liferay', liferay.detail('dueInAnHour'), ''),
  'liferay list': liferay.list(),
  'liferay detail': liferay.detail('dueInAnHour'),
  'liferay receive': liferay.receive(),
  'unlisted site': unlisted.home(),
  'unlisted site, detail': unlisted.detail('dueInAnHour'),
};
