/**
 * For those who read, check, layer and publish portal profiles. The reader itself needs none of this, so that it costs a
 * page nothing.
 *
 * @module page-reader/profile
 */

export { isApplicantLabel } from './applicant-label.ts';
export { isCalmPattern } from './calm-pattern.ts';
export { closestProfile } from './host-pattern.ts';
export { layOver } from './lay-over.ts';
export { lintProfile } from './lint-profile.ts';
export { type ParsedProfile, parseProfile } from './parse-profile.ts';
export {
  faultAt,
  isProfileFault,
  type ProfileFault,
  type ProfileFaultCode,
  profileFaultInVietnamese,
} from './profile-fault.ts';
export { isTaughtId, taughtId } from './taught-id.ts';
