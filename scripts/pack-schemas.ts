// `npx tsx --conditions=source scripts/pack-schemas.ts`: writes the published JSON Schemas of packs and overlays again.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedSchemas, textOf } from '../packages/checklist-core/src/pack/testing/published-schema.ts';
import { root } from './dependencies.mjs';

for (const published of publishedSchemas) {
  const path = join(root, 'packages/checklist-core/schema', published.file);
  writeFileSync(path, textOf(published));
  console.info(`written: ${path}`);
}
