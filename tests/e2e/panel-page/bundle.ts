import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, defaultClientConditions } from 'vite';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/**
 * A plain page that holds the overlay's panel (or what another entry of this folder draws) with its real styles and waits
 * for `showPanel`; as one HTML text.
 */
export async function panelPage(entry = 'entry.tsx'): Promise<string> {
  const result = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    plugins: [preact()],
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: { input: join(FOLDER, entry) },
    },
  });
  const scripts = [result]
    .flat()
    .flatMap((part) => ('output' in part ? part.output : []))
    .flatMap((file) => (file.type === 'chunk' ? [file.code] : []));
  const code = scripts.join('\n').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Trang thử</title></head>
<body><main><h1>Trang thử</h1></main><script type="module">${code}</script></body></html>`;
}
