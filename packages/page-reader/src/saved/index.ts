export { decodedPage } from './decoded-page.ts';
export type { FileBeside } from './page-documents.ts';
export { type SavedPageOptions, savedPage } from './saved-page.ts';
