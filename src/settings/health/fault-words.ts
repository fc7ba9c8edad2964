import type { PackFault } from 'checklist-core/pack';
import { packFaultInVietnamese } from 'checklist-core/vn';
import { isProfileFault, type ProfileFault, profileFaultInVietnamese } from 'page-reader/profile';
import type { Language } from '../../platform/i18n.ts';

/** What is wrong in a profile's file, with its place: `/hosts/0: …`; no place for the file as a whole. */
export function faultText(fault: PackFault | ProfileFault, language: Language): string {
  const words = language === 'en' ? fault.message : inVietnamese(fault);
  return fault.path === '' ? words : `${fault.path}: ${words}`;
}

/** The text of a file is read as a pack's is, what it says as a profile. */
function inVietnamese(fault: PackFault | ProfileFault): string {
  return isProfileFault(fault) ? profileFaultInVietnamese(fault) : packFaultInVietnamese(fault);
}
