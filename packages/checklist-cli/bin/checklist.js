#!/usr/bin/env node
// The command is built from TypeScript; this file is what npm links, so it must exist before the build.
import { existsSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';

const built = new URL('../dist/checklist.js', import.meta.url);
if (!existsSync(built)) {
  process.stderr.write('checklist is not built yet. Run "npm run build" in the repository first.\n');
  process.exit(2);
}
// Reading a province makes much that is soon thrown away: left to itself, Node keeps 100 MB of it before it looks.
if (process.argv[2] === 'report') setFlagsFromString('--optimize-for-size');
await import(built.href);
