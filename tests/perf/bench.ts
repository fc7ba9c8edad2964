// `npm run bench`: the times the product promises, measured on this machine. Not a test: machines differ.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { builtManifest } from '../build/built.ts';
import { row } from './measure.ts';
import { overlayBench } from './overlay-bench.ts';

const script = builtManifest('dist').content_scripts[0]?.js[0] ?? '';
const bytes = readFileSync(`dist/${script}`);
console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(
  `content script: ${(bytes.length / 1024).toFixed(1)} KB, ${(gzipSync(bytes, { level: 9 }).length / 1024).toFixed(1)} KB gzip (at most 40)`,
);
console.log('\n| bench | runs | lowest ms | median ms | highest ms | budget ms | |\n|---|--:|--:|--:|--:|--:|---|');
for (const measure of await overlayBench()) console.log(row(measure));
