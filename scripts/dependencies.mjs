// @ts-check
// Installs the project's packages if they are not there or older than the lock file.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

const LOWEST_NODE = [20, 19];

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [lowMajor = 0, lowMinor = 0] = LOWEST_NODE;
  if (major > lowMajor || (major === lowMajor && minor >= lowMinor)) return;
  console.error(
    `Node ${LOWEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org`,
  );
  process.exit(2);
}

function packagesAreCurrent() {
  const installed = join(root, 'node_modules', '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

/**
 * Runs one program of the project and waits for it.
 * @param {string} command
 * @param {string[]} args
 * @returns {number} its exit code
 */
export function run(command, args) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  return result.status ?? 1;
}

/** Checks Node and installs packages; ends the process with a sentence if that fails. */
export function ensureDependencies() {
  checkNode();
  if (packagesAreCurrent()) return;
  console.log('Installing packages (npm ci) …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    console.error('npm ci failed: check the network or the registry, then run the command again.');
    process.exit(1);
  }
}
