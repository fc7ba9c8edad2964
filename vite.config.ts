import { resolve } from 'node:path';
import { crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defaultClientConditions, defineConfig } from 'vite';
import { extensionManifest, outDirOf } from './manifest.config.ts';
import { calledOnLoad } from './scripts/called-on-load.ts';
import { standaloneScript } from './scripts/standalone-script.ts';

/** What is drawn by `src/content/panel/draw.ts` needs none of Preact. */
const ownJsx = { 'preact/jsx-runtime': resolve('src/content/panel/jsx-runtime.ts') };

// `vite build` makes the Chromium folder, `vite build --mode firefox` the Firefox one.
// The content script is one standalone file (docs/adr/0003): the loader crxjs would write otherwise
// is readable by every site the script runs on. In dev the loader is kept, for hot reload.
export default defineConfig(({ command, mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const target = browser === 'firefox' ? 'firefox140' : 'chrome137';
  return {
    publicDir: 'extension',
    // The packages of this repository are read from their TypeScript; what is published is built from it.
    resolve: { conditions: ['source', ...defaultClientConditions] },
    plugins: [
      preact(),
      crx({
        browser,
        manifest: extensionManifest(browser) as never,
        ...(command === 'build' && { contentScripts: { standaloneFiles: ['src/content/lookout/index.ts'] } }),
      }),
      calledOnLoad('src/content/lookout/index.js'),
      standaloneScript('src/content/index.ts', target, ownJsx),
      standaloneScript('src/content/rows/index.ts', target, ownJsx),
      standaloneScript('src/content/cards/index.ts', target, ownJsx),
      standaloneScript('src/content/picker/index.ts', target),
    ],
    build: {
      outDir: command === 'serve' ? 'dist-dev' : outDirOf(browser),
      emptyOutDir: true,
      target,
      modulePreload: false,
      rolldownOptions: {
        input: {
          popup: 'src/popup/index.html',
          practice: 'src/training/practice/index.html',
          handover: 'src/settings/handover/index.html',
          health: 'src/settings/health/index.html',
          review: 'src/review/index.html',
        },
      },
    },
  };
});
