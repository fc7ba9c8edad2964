import * as v from 'valibot';
import type { PackOverlay } from './overlay.ts';
import {
  confidence,
  confirmation,
  cueEntries,
  effective,
  factDeclaration,
  group,
  id,
  listOf,
  notList,
  parameter,
  pauseMode,
  pausePoint,
  rule,
  serves,
  source,
  status,
  text,
  version,
  when,
  wholeNumber,
} from './pack-parts-schema.ts';

const ids = v.exactOptional(listOf(id, 0, 500));
const pickedIds = notList(v.strictObject({ groups: ids, rules: ids, pausePoints: ids, cues: ids }));
const cueChange = v.strictObject({
  id,
  pausePoint: v.exactOptional(id),
  text: v.exactOptional(text),
  serves: v.exactOptional(serves),
  when: v.exactOptional(v.nullable(when)),
});
const pausePointChange = v.strictObject({
  id,
  mode: v.exactOptional(pauseMode),
  asks: v.exactOptional(v.boolean()),
  title: v.exactOptional(text),
});

/** The structure of an overlay file; what it refers to is checked when it meets the pack below. */
export const overlaySchema: v.GenericSchema<unknown, PackOverlay> = v.strictObject({
  format: v.literal('checklist-pack-overlay/1'),
  id,
  version,
  status,
  title: v.exactOptional(text),
  confidence: v.exactOptional(confidence),
  effective: v.exactOptional(effective),
  confirmation: v.exactOptional(confirmation),
  imports: v.strictObject({
    id,
    version: v.pipe(
      v.string(),
      v.regex(/^(?:0|[1-9]\d{0,8})\.(?:x|(?:0|[1-9]\d{0,8})\.(?:0|[1-9]\d{0,8}))$/, 'version-range-form'),
    ),
    sha256: v.exactOptional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'hash-form'))),
  }),
  include: v.exactOptional(pickedIds),
  exclude: v.exactOptional(pickedIds),
  add: v.exactOptional(
    notList(
      v.strictObject({
        sources: v.exactOptional(listOf(source, 0, 100)),
        facts: v.exactOptional(listOf(factDeclaration, 0, 100)),
        params: v.exactOptional(listOf(parameter, 0, 50)),
        groups: v.exactOptional(listOf(group, 0, 100)),
        rules: v.exactOptional(listOf(rule, 0, 500)),
        pausePoints: v.exactOptional(listOf(pausePoint, 0, 50)),
        cues: v.exactOptional(listOf(v.strictObject({ ...cueEntries, before: v.exactOptional(id) }), 0, 500)),
      }),
    ),
  ),
  alter: v.exactOptional(
    notList(
      v.strictObject({
        cues: v.exactOptional(listOf(cueChange, 0, 500)),
        pausePoints: v.exactOptional(listOf(pausePointChange, 0, 50)),
        // Named only to say why there is no such thing.
        rules: v.exactOptional(v.never('rule-quoted')),
      }),
    ),
  ),
  set: v.exactOptional(notList(v.pipe(v.record(id, wholeNumber), v.maxEntries(50, 'too-many:50')))),
});
