/** Most characters of a portal profile's file: far above any that was ever needed. */
export const MAX_PROFILE_LENGTH = 256 * 1024;
