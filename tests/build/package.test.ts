import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/dependencies.mjs';

/*
 * The library as a stranger gets it: built, packed, installed from its tarball into an empty folder, and used there by
 * plain Node and by a strict TypeScript without DOM types.
 */
const CORE = join(root, 'packages/checklist-core');
const EXAMPLES = join(CORE, 'examples');
let home = '';

function run(command: string, args: readonly string[], cwd: string): string {
  return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

/** What a checker prints, whether or not it is content. */
function said(command: string, args: readonly string[], cwd: string): string {
  return spawnSync(command, args, { cwd, encoding: 'utf8' }).stdout;
}

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'checklist-core-'));
  run('npx', ['tsc', '-p', 'packages/checklist-core/tsconfig.build.json'], root);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', home, '--loglevel=error'], CORE),
  ) as [{ filename: string }];
  writeFileSync(join(home, 'package.json'), '{ "name": "stranger", "private": true, "type": "module" }\n');
  run('npm', ['install', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error', `./${filename}`], home);
}, 120_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

/** What an example says it prints: the comment at its end. */
function promised(source: string): string {
  const [, comment = ''] = source.split('// prints:\n');
  return comment.replace(/^\/\/ ?/gm, '');
}

describe('the packed library', () => {
  it('has no fault that publint knows', () => {
    expect(said('npx', ['publint', '--strict', 'packages/checklist-core'], root)).toContain('All good!');
  });

  it('has types that resolve for everybody who can import it', () => {
    const report = JSON.parse(
      said('npx', ['attw', '--pack', 'packages/checklist-core', '--profile', 'esm-only', '--format', 'json'], root),
    ) as { analysis: { problems: readonly { kind: string; resolutionKind?: string }[] } };
    const relevant = report.analysis.problems.filter(
      // Node 10 and `require` came before ES modules; the package is one and says so.
      ({ resolutionKind }) => resolutionKind !== 'node10' && resolutionKind !== 'node16-cjs',
    );
    expect(relevant).toEqual([]);
  }, 60_000);

  it('ships no test, no vector and nothing but what is listed', () => {
    const files = readdirSync(join(home, 'node_modules/checklist-core'), { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => /\.test\.|vectors/.test(file))).toEqual([]);
    expect(files).toContain(join('dist', 'index.js'));
  });

  describe('runs every example as its own text promises', () => {
    const examples = readdirSync(EXAMPLES).filter((name) => name.endsWith('.mjs'));
    it.each(examples)('%s', (name) => {
      const folder = join(home, 'examples');
      mkdirSync(folder, { recursive: true });
      cpSync(EXAMPLES, folder, { recursive: true });
      const printed = run('node', ['--disable-warning=ExperimentalWarning', name], folder);
      expect(printed).toBe(promised(readFileSync(join(EXAMPLES, name), 'utf8')));
    });
  });

  it('type-checks for a stranger without DOM types, and refuses wrong use', () => {
    cpSync(join(root, 'tests/build/stranger.ts'), join(home, 'stranger.ts'));
    const options = ['--strict', '--exactOptionalPropertyTypes', '--noEmit', '--target', 'es2023', '--lib', 'es2023'];
    const resolution = ['--module', 'nodenext', '--types', 'node', '--typeRoots', join(root, 'node_modules/@types')];
    const tsc = join(root, 'node_modules/.bin/tsc');
    const faults = said(tsc, [...options, ...resolution, 'stranger.ts'], home).split('\n');
    // Node's own types are checked by their own project, under its own options.
    expect(faults.filter((line) => /^(?:stranger|node_modules.checklist-core)/.test(line))).toEqual([]);
  });
});
