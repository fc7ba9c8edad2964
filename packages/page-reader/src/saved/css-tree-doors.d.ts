/*
 * The doors of css-tree that load no grammar of property values: it is 1 MB that nobody asks here, and it is loaded by
 * file name, which a bundle does not have. `@types/css-tree` describes the main door only.
 */
declare module 'css-tree/parser' {
  export { parse as default } from 'css-tree';
}
declare module 'css-tree/generator' {
  export { generate as default } from 'css-tree';
}
declare module 'css-tree/utils' {
  export { ident, List } from 'css-tree';
}
