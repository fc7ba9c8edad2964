/** The pages of the portal that we built; its URLs carry internal numbers, never a dossier's code. */
export type Route =
  | { readonly page: 'list'; readonly menu: number }
  | { readonly page: 'detail'; readonly menu: number; readonly id: number }
  | { readonly page: 'receive'; readonly menu: number; readonly id: number };

const DETAIL = /^#\/danh-sach-ho-so\/(\d+)\/chi-tiet-ho-so\/(\d+)/;
const RECEIVE = /^#\/danh-sach-ho-so\/(\d+)\/ho-so\/(\d+)\/NEW/;
const LIST = /^#\/danh-sach-ho-so\/(\d+)(?:\?|$)/;

/** Reads a location hash; null for one this portal does not know. */
export function parseRoute(hash: string): Route | null {
  const [, detailMenu, detailId] = DETAIL.exec(hash) ?? [];
  if (detailId !== undefined) return { page: 'detail', menu: Number(detailMenu), id: Number(detailId) };
  const [, receiveMenu, receiveId] = RECEIVE.exec(hash) ?? [];
  if (receiveId !== undefined) return { page: 'receive', menu: Number(receiveMenu), id: Number(receiveId) };
  const [, listMenu] = LIST.exec(hash) ?? [];
  return listMenu === undefined ? null : { page: 'list', menu: Number(listMenu) };
}

/** The hash of a route, as the portal writes it. */
export function hashOf(route: Route): string {
  const list = `#/danh-sach-ho-so/${route.menu}`;
  if (route.page === 'list') return `${list}?renew=1&page=1`;
  return route.page === 'detail' ? `${list}/chi-tiet-ho-so/${route.id}` : `${list}/ho-so/${route.id}/NEW`;
}
