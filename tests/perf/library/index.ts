// `npm run bench`, second half: the library against its peers, as ratios in one run. Not a test: machines differ.
import { canonicalJsonBench } from './canonical-json.ts';
import { conditionsBench } from './conditions.ts';
import { standingRow } from './contest.ts';
import { handoverBench } from './handover.ts';
import { journalBench } from './journal.ts';
import { sizes } from './size.ts';
import { workingTimeBench } from './working-time.ts';

const standings = [
  ...(await conditionsBench()),
  ...(await workingTimeBench()),
  ...(await journalBench()),
  ...(await canonicalJsonBench()),
];
console.log(
  '\n| job | checklist-core | peer | peer’s speed | ratio | rounds | wanted | |\n|---|--:|---|--:|--:|---|--:|---|',
);
for (const standing of standings) console.log(standingRow(standing));
console.log('\n| door, with its dependencies | minified | brotli | import |\n|---|--:|--:|--:|');
for (const { door, minified, brotli, importMs } of await sizes()) {
  const kilobytes = [minified, brotli].map((bytes) => `${(bytes / 1024).toFixed(1)} KB`).join(' | ');
  console.log(`| ${door} | ${kilobytes} | ${importMs.toFixed(1)} ms |`);
}
const stream = await handoverBench();
console.log(
  `\nhand-over of ${stream.leaves.toLocaleString('en')} leaves (${(stream.bytes / 2 ** 20).toFixed(0)} MB), written and verified at once: ${stream.seconds.toFixed(1)} s, heap at most ${stream.heapMegabytes.toFixed(0)} MB above the start`,
);
