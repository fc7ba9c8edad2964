import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';

/** The reader for a blank page: one classic script that makes `readCorpusPage`. */
export async function readerScript(): Promise<string> {
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
  return chunks.map((file) => (file.type === 'chunk' ? file.code : '')).join('\n');
}
