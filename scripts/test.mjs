// @ts-check
// `npm test`: everything, on a fresh machine with Node.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowsers } from './browsers.mjs';
import { ensureDependencies, root, run } from './dependencies.mjs';

ensureDependencies();
try {
  ensureBrowsers(['chromium', 'firefox']);
} catch {
  process.exit(1);
}

const results = join(root, 'artifacts', 'results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

/** @param {string} project */
function vitest(project) {
  const report = join(results, `${project}.json`);
  const args = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return () => run('npx', args);
}

/** Name, what it runs. In this order: what fails fastest comes first. @type {[string, () => number][]} */
const STEPS = [
  ['lint', () => run('npx', ['biome', 'check', '.'])],
  ['types', () => run('npx', ['tsc', '-p', 'tsconfig.json'])],
  ['unit and property tests', vitest('unit')],
  ['tests of the tree', vitest('tree')],
  ['build for Chromium', () => run('npx', ['vite', 'build', '--logLevel', 'warn'])],
  ['build for Firefox', () => run('npx', ['vite', 'build', '--mode', 'firefox', '--logLevel', 'warn'])],
  [
    'build of the command',
    () => run('npx', ['vite', 'build', '--config', 'packages/checklist-cli/vite.config.ts', '--logLevel', 'warn']),
  ],
  ['API reference', () => run('npm', ['run', '--silent', 'docs:api'])],
  ['contract of the build', vitest('build')],
  ['end to end', vitest('e2e')],
];

/** Tests that passed and failed, from the reports vitest wrote. */
function count() {
  let passed = 0;
  let failed = 0;
  for (const project of ['unit', 'tree', 'build', 'e2e']) {
    try {
      const report = JSON.parse(readFileSync(join(results, `${project}.json`), 'utf8'));
      passed += report.numPassedTests;
      failed += report.numFailedTests;
    } catch {
      // The step did not get that far; its exit code has said so.
    }
  }
  return { passed, failed };
}

/** @type {string[]} */
const failures = [];
for (const [index, [name, step]] of STEPS.entries()) {
  console.log(`\n[${index + 1}/${STEPS.length}] ${name}`);
  const started = Date.now();
  const code = step();
  console.log(
    `[${index + 1}/${STEPS.length}] ${name}: ${code === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  if (code !== 0) failures.push(name);
}

const { passed, failed } = count();
console.log(failures.length === 0 ? '\nAll steps passed.' : `\nFailed: ${failures.join(', ')}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failures.length === 0 ? 0 : 1);
