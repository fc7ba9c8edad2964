#!/usr/bin/env node
// The command is built from TypeScript; this file is what npm links, so it must exist before the build.
import { existsSync } from 'node:fs';

const built = new URL('../dist/checklist.js', import.meta.url);
if (!existsSync(built)) {
  process.stderr.write('checklist is not built yet. Run "npm run build" in the repository first.\n');
  process.exit(2);
}
await import(built.href);
