import { type SiteAddress, siteOf } from '../../platform/site-address.ts';

/** What was typed as an address of the office, and what may be asked of the browser for it. */
export type AddressReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'refused'; readonly why: 'wildcard' | 'scheme' | 'not-an-address' }
  | {
      readonly kind: 'site';
      readonly site: SiteAddress;
      /** `office`: under `gov.vn`; `local`: a number or a name of the house's own network; `other`: anything else. */
      readonly nature: 'office' | 'local' | 'other';
      /** Printed in the address but not part of the grant, which covers every port; null where none was. */
      readonly port: string | null;
    };

/**
 * Reads an address as it is typed or pasted: a whole address, or only its host; then `https` is meant, and `http` for
 * a number, as houses' own servers mostly have it. One host only: no star, nothing that is not a web page.
 */
export function readAddress(typed: string): AddressReading {
  const text = typed.trim();
  if (text === '') return { kind: 'empty' };
  if (text.includes('*') || text.includes('<')) return refused('wildcard');
  // `motcua:8080` has a port, `file:` and `chrome:` are schemes.
  const scheme = /^([a-z][a-z\d+.-]*):(?!\d)/i.exec(text)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'https' && scheme !== 'http') return refused('scheme');
  const address = scheme === undefined ? `${isNumber(text) ? 'http' : 'https'}://${text}` : text;
  const site = siteOf(address);
  if (site === null || /\s/.test(text)) return refused('not-an-address');
  return { kind: 'site', site, nature: natureOf(site.host), port: new URL(address).port || null };
}

function refused(why: Extract<AddressReading, { kind: 'refused' }>['why']): AddressReading {
  return { kind: 'refused', why };
}

function natureOf(host: string): Extract<AddressReading, { kind: 'site' }>['nature'] {
  if (host.endsWith('.gov.vn')) return 'office';
  return isNumber(host) || !host.includes('.') ? 'local' : 'other';
}

/** An IP address, perhaps with a port and a path after it. */
function isNumber(address: string): boolean {
  return /^(\d{1,3}(\.\d{1,3}){3}|\[[\da-f:.]+\])(?![\w.-])/i.test(address);
}
