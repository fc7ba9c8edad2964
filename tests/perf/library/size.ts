import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build, defaultClientConditions } from 'vite';
import { root } from '../../../scripts/dependencies.mjs';

/** One door of the library with everything it needs at run time. */
export interface DoorSize {
  readonly door: string;
  readonly minified: number;
  readonly brotli: number;
  /** Reading, compiling and running the one file, in ms beyond an empty one: median of fresh Node processes in turn. */
  readonly importMs: number;
}

const DOORS = {
  'checklist-core': 'index',
  'checklist-core/deadline': 'deadline/index',
  'checklist-core/pack': 'pack/index',
  'checklist-core/desk': 'assessment/index',
  'checklist-core/journal': 'journal/index',
  'checklist-core/handover': 'handover/index',
  'checklist-core/report': 'report/index',
  'checklist-core/vn': 'vn/index',
} as const;

const IMPORTS = 15;

/** Bundles each door with its dependencies, minified, as an application would. */
export async function sizes(): Promise<DoorSize[]> {
  const found: DoorSize[] = [];
  for (const [door, file] of Object.entries(DOORS)) {
    const code = await bundled(join(root, 'packages/checklist-core/src', `${file}.ts`));
    found.push({ door, minified: code.length, brotli: brotliCompressSync(code).length, importMs: importTime(code) });
  }
  return found;
}

async function bundled(entry: string): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    resolve: { conditions: ['source', ...defaultClientConditions] },
    build: {
      write: false,
      minify: true,
      target: 'es2023',
      lib: { entry, formats: ['es'], fileName: 'door' },
    },
  });
  const [output] = [result].flat().flatMap((part) => ('output' in part ? part.output : []));
  if (output?.type !== 'chunk') throw new Error(`nothing was bundled for ${entry}`);
  return output.code;
}

function importTime(code: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'door-'));
  writeFileSync(join(folder, 'door.mjs'), code);
  writeFileSync(join(folder, 'empty.mjs'), '');
  const script =
    'const start = performance.now(); await import(process.argv[2]); process.stdout.write(String(performance.now() - start));';
  writeFileSync(join(folder, 'time.mjs'), script);
  const time = (file: string) => Number(execFileSync('node', ['time.mjs', file], { cwd: folder, encoding: 'utf8' }));
  // An import costs Node some ms whatever is in the file; pairs, because the machine's speed drifts.
  const beyond = Array.from({ length: IMPORTS }, () => time('./door.mjs') - time('./empty.mjs'));
  rmSync(folder, { recursive: true });
  return beyond.sort((a, b) => a - b)[Math.floor(IMPORTS / 2)] ?? Number.NaN;
}
