export { decodedPage } from './decoded-page.ts';
export type { SheetBeside } from './page-styles.ts';
export { type SavedPageOptions, savedPage } from './saved-page.ts';
