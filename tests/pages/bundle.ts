import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, defaultClientConditions } from 'vite';
import { STATIC_BASE } from './static-base.ts';

const FOLDER = dirname(fileURLToPath(import.meta.url));

/** The page apps, bundled once in memory, by file name (`opencps.js`, `opencps.css` …). */
export async function bundlePageApps(): Promise<ReadonlyMap<string, string>> {
  const result = await build({
    configFile: false,
    root: FOLDER,
    base: STATIC_BASE,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: false,
      modulePreload: false,
      target: 'es2023',
      rolldownOptions: {
        input: {
          opencps: join(FOLDER, 'opencps/entry.ts'),
          hostile: join(FOLDER, 'opencps/hostile.css'),
          liferay: join(FOLDER, 'liferay/liferay.css'),
          odd: join(FOLDER, 'odd/entry.ts'),
          sealed: join(FOLDER, 'sealed/entry.ts'),
          antd: join(FOLDER, 'antd/entry.ts'),
          national: join(FOLDER, 'national/entry.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js', assetFileNames: '[name][extname]' },
      },
    },
  });
  const outputs = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  return new Map(
    outputs.map((file) => [
      file.fileName,
      file.type === 'chunk' ? file.code : Buffer.from(file.source).toString('utf8'),
    ]),
  );
}
