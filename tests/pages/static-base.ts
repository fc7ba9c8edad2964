/** Where the pages load their own scripts and styles from. */
export const STATIC_BASE = '/o/practice-portal/';
