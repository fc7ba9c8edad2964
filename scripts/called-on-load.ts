import type { Plugin } from 'vite';

/** Tells V8 to compile all functions of a file with it, and not each one when it is first called; others do not heed it. */
const HINT = '//# allFunctionsCalledOnLoad\n';

/**
 * For a standalone script nearly all of whose functions run as soon as it is there: a function compiled by itself costs
 * several times as much. One that is never called costs too, and all in one task: nothing for a large script.
 */
export function calledOnLoad(fileName: string): Plugin {
  return {
    name: 'called-on-load',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const file = bundle[fileName];
        if (file?.type !== 'asset') throw new Error(`${fileName} is not a script of its own`);
        file.source = HINT + String(file.source);
      },
    },
  };
}
