import type { PortalProfile } from 'page-reader';
import { closestProfile } from 'page-reader/profile';
import bacNinh from './bac-ninh.json' with { type: 'json' };
import boCongAn from './bo-cong-an.json' with { type: 'json' };
import laoCaiLaiChau from './lao-cai-lai-chau.json' with { type: 'json' };
import lienThong from './lien-thong.json' with { type: 'json' };
import liferayClassic from './liferay-classic.json' with { type: 'json' };
import national from './national.json' with { type: 'json' };
import opencps from './opencps.json' with { type: 'json' };
import padsvc from './padsvc.json' with { type: 'json' };
import quangNinh from './quang-ninh.json' with { type: 'json' };
import thaiNguyen from './thai-nguyen.json' with { type: 'json' };
import thanhHoa from './thanh-hoa.json' with { type: 'json' };
import thanhHoaTraCuu from './thanh-hoa-tra-cuu.json' with { type: 'json' };
import tuPhap from './tu-phap.json' with { type: 'json' };
import vnptDigo from './vnpt-digo.json' with { type: 'json' };

/** The profiles that ship, as the files stand: those of the staff first. */
export const shippedProfileFiles: readonly unknown[] = [
  opencps,
  thanhHoa,
  liferayClassic,
  national,
  lienThong,
  thanhHoaTraCuu,
  padsvc,
  vnptDigo,
  quangNinh,
  laoCaiLaiChau,
  bacNinh,
  thaiNguyen,
  tuPhap,
  boCongAn,
];

/**
 * The portals that ship. The assertion is needed because an imported JSON file has `string` where the type has words;
 * the test beside this file reads the same files through `parseProfile`.
 */
export const portals = shippedProfileFiles as readonly PortalProfile[];

/** The profile that names a host most closely (with its port, if the address has one), or null: then the generic reader does what it can. */
export function portalForHost(host: string, among: readonly PortalProfile[] = portals): PortalProfile | null {
  return closestProfile(among, host);
}

/** The profile with this id, or null. */
export function portalById(id: string): PortalProfile | null {
  return portals.find((portal) => portal.id === id) ?? null;
}
