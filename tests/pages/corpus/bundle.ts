import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';

/** The page that reads the corpus, as one HTML text: the reader as a classic script, and a frame as wide as a screen. */
export async function readingPage({ width, height }: { width: number; height: number }): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      target: 'es2023',
      lib: { entry: fileURLToPath(new URL('browser-entry.ts', import.meta.url)), formats: ['iife'], name: 'corpus' },
    },
  });
  const chunks = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  const code = chunks.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Corpus</title></head>
<body><iframe style="border:0;width:${width}px;height:${height}px"></iframe><script>${code.replaceAll('</script', '<\\/script')}</script></body></html>`;
}
