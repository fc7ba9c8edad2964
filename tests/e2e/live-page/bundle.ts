import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** The script of a page that reads itself: the lens with its watcher, and changes at random. */
export async function livePageScript(): Promise<string> {
  const result = await build({
    configFile: false,
    root: FOLDER,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: { input: join(FOLDER, 'entry.ts'), output: { format: 'iife', codeSplitting: false } },
    },
  });
  const chunk = [result].flat().flatMap((part) => ('output' in part ? part.output : []))[0];
  if (chunk?.type !== 'chunk') throw new Error('the live page did not become one script');
  return chunk.code;
}
