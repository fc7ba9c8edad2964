/** A site as a browser grants it: scheme and host. Match patterns know no port, so every port of the host is meant. */
export interface SiteAddress {
  /** As people read it: `motcua.example.gov.vn`, `10.0.0.5`. */
  readonly host: string;
  /** What the browser is asked for: `https://motcua.example.gov.vn/*`. */
  readonly pattern: string;
  /** Plain http is no secure way: what a page shows can be read and changed on it. */
  readonly secure: boolean;
}

/** The site of a web page's address, or null for what is none: `about:`, `file:`, the browser's own pages. */
export function siteOf(url: string): SiteAddress | null {
  if (!URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  return { host: hostname, pattern: `${protocol}//${hostname}/*`, secure: protocol === 'https:' };
}

/** The site of a match pattern, or null for one that means more than one host (`https://*`, `*.gov.vn`). */
export function siteOfPattern(pattern: string): SiteAddress | null {
  const [, scheme, host] = /^(https?|\*):\/\/([^/*]+)\/\*$/.exec(pattern) ?? [];
  if (scheme === undefined || host === undefined) return null;
  return { host, pattern, secure: scheme === 'https' };
}

/** Whether a match pattern of one host covers a site: the same host, by the same scheme or by any (`*://`). */
export function covers(pattern: string, { pattern: asked }: SiteAddress): boolean {
  return pattern === asked || (pattern.startsWith('*://') && pattern.slice(1) === asked.replace(/^https?/, ''));
}
