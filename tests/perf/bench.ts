// `npm run bench`: the times the product promises, measured on this machine. Not a test: machines differ.
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { gzipSync } from 'node:zlib';
import { builtManifest } from '../build/built.ts';
import { row } from './measure.ts';
import { overlayBench } from './overlay-bench.ts';

const lookout = builtManifest('dist').content_scripts[0]?.js[0] ?? '';

function gzipped(script: string): string {
  return `${(gzipSync(readFileSync(`dist/${script}`), { level: 9 }).length / 1024).toFixed(1)} KB`;
}

console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
console.log(`gzip: lookout ${gzipped(lookout)}, overlay ${gzipped('src/content/index.js')} (at most 40)`);
console.log('\n| bench | runs | lowest ms | median ms | highest ms | budget ms | |\n|---|--:|--:|--:|--:|--:|---|');
for (const measure of await overlayBench()) console.log(row(measure));
