// @ts-check
// `npm start`: the main job in a real browser, on a fresh machine with Node.
import { ensureBrowsers } from './browsers.mjs';
import { ensureDependencies, run } from './dependencies.mjs';

ensureDependencies();
try {
  ensureBrowsers(['chromium']);
} catch {
  process.exit(1);
}
if (run('npx', ['vite', 'build', '--logLevel', 'warn']) !== 0) process.exit(1);
// In this process, so that Ctrl-C reaches one place only.
await import('tsx/esm/api').then(({ register }) => register());
await import('./desk.ts');
