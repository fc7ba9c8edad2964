import * as v from 'valibot';
import {
  confidence,
  confirmation,
  cueEntries,
  effective,
  factDeclaration,
  group,
  id,
  idChange,
  listOf,
  parameter,
  pausePoint,
  rule,
  source,
  status,
  text,
  version,
} from './pack-parts-schema.ts';
import type { WrittenPack } from './written-pack.ts';

/**
 * The structure of a pack file. What a schema cannot say (references, limits over several parts) stands in
 * check-pack.ts; how deep a condition may go as well, so that the schema can be recursive.
 */
export const packSchema: v.GenericSchema<unknown, WrittenPack> = v.strictObject({
  format: v.literal('checklist-pack/1'),
  id,
  version,
  status,
  title: text,
  confidence,
  effective: v.exactOptional(effective),
  confirmation: v.exactOptional(confirmation),
  sources: listOf(source, 1, 100),
  facts: v.exactOptional(listOf(factDeclaration, 0, 100)),
  params: v.exactOptional(listOf(parameter, 0, 50)),
  groups: listOf(group, 0, 100),
  rules: listOf(rule, 1, 500),
  pausePoints: listOf(pausePoint, 0, 50),
  cues: listOf(v.strictObject(cueEntries), 0, 500),
  changedIds: v.exactOptional(listOf(idChange, 0, 1000)),
});
