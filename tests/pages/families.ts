/** The four families of pages and the real host name each is served under, so that the shipped match patterns are tested. */
export const HOSTS = {
  opencps: 'motcua.mod.gov.vn',
  antd: 'motcua.thanhhoa.gov.vn',
  national: 'dichvucong.gov.vn',
  liferay: 'motcuasothongke.cantho.gov.vn',
  /** On no list: the extension has no business there. */
  unlisted: 'trang-khac.example',
} as const;

export type Family = keyof typeof HOSTS;
