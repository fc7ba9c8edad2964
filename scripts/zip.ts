// `npm run zip`: builds both families and packs them, ready for a store or a shared folder.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { outDirOf } from '../manifest.config.ts';
import project from '../package.json' with { type: 'json' };
import { root, run } from './dependencies.mjs';

const OUT = join(root, 'dist-packages');
/** One fixed time for every file, so that the same source gives the same bytes; local, because zip holds local times. */
const FIXED_TIME = new Date(2026, 0, 1);

/** The files of a folder in one fixed order, as fflate wants them. */
function contentOf(folder: string): Record<string, Uint8Array> {
  const base = join(root, folder);
  const paths = readdirSync(base, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    paths.map((path) => [path.slice(base.length + 1).replaceAll('\\', '/'), readFileSync(path)]),
  );
}

mkdirSync(OUT, { recursive: true });
for (const family of ['chrome', 'firefox'] as const) {
  if (
    run('npx', ['vite', 'build', '--mode', family === 'firefox' ? 'firefox' : 'production', '--logLevel', 'warn']) !== 0
  )
    process.exit(1);
  const content = contentOf(outDirOf(family));
  if (!content['manifest.json']) throw new Error(`${outDirOf(family)} has no manifest: the build stopped half-way`);
  const bytes = zipSync(content, { level: 9, mtime: FIXED_TIME });
  const name = `than-thien-${project.version}-${family}.zip`;
  writeFileSync(join(OUT, name), bytes);
  console.warn(
    `dist-packages/${name}  ${bytes.length} bytes  sha256 ${createHash('sha256').update(bytes).digest('hex')}`,
  );
}
