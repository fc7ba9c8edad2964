import { type ConversionConfig, type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { overlaySchema } from '../overlay-schema.ts';
import * as parts from '../pack-parts-schema.ts';
import { packSchema } from '../pack-schema.ts';

/*
 * The published JSON Schemas, made from the schemas that the library itself checks with. What the generator cannot say
 * is said by hand here: the length of a text (a `check`, for it counts characters as JSON Schema does) and the second
 * shape of a comparison (chosen by hand, see pack-parts-schema.ts).
 */

/** A text schema as JSON, its file beside the library and what makes it. */
export interface PublishedSchema {
  readonly file: string;
  readonly schema: JsonSchema;
}

const COMMENT =
  'Structure only. Checked by the library besides: ids are unique and references lead somewhere; conditions nest at ' +
  'most 8 deep, fit the declared facts and never show too many cues at once; texts exist in the languages asked for, ' +
  'are in Unicode form NFC and, filled in, short enough; days exist; parameters keep their bounds.';

const lengthInCharacters: NonNullable<ConversionConfig['overrideAction']> = ({ valibotAction, jsonSchema }) => {
  if (valibotAction.type !== 'check' || !('message' in valibotAction)) return undefined;
  const [code, limit] = String(valibotAction.message).split(':', 2);
  return code === 'too-long' ? { ...jsonSchema, maxLength: Number(limit) } : jsonSchema;
};

export const publishedSchemas: readonly PublishedSchema[] = [
  { file: 'pack-1.schema.json', schema: published(packSchema, 'Rule pack, checklist-pack/1') },
  { file: 'pack-overlay-1.schema.json', schema: published(overlaySchema, 'Pack overlay, checklist-pack-overlay/1') },
];

/** The text of the file, as it is committed. */
export function textOf({ schema }: PublishedSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function published(schema: v.GenericSchema, title: string): JsonSchema {
  const { $schema, $defs, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    // Flags of a regular expression have no place in JSON Schema, where all are read as Unicode, and ours may be.
    errorMode: 'ignore',
    definitions: {
      id: parts.id,
      line: parts.line,
      text: parts.textByLanguage,
      version: parts.version,
      condition: parts.conditionByOp,
      parameterComparison: parts.parameterComparison,
      source: parts.source,
      rule: parts.rule,
      factDeclaration: parts.factDeclaration,
      parameter: parts.parameter,
    },
    overrideAction: lengthInCharacters,
  });
  return {
    ...($schema === undefined ? {} : { $schema }),
    title,
    $comment: COMMENT,
    ...rest,
    $defs: withBothShapes($defs),
  };
}

/** A condition is what its `op` says, or a comparison with a parameter. */
function withBothShapes(definitions: JsonSchema['$defs'] = {}): NonNullable<JsonSchema['$defs']> {
  const { condition } = definitions;
  if (typeof condition !== 'object') throw new TypeError('no definition of a condition');
  const shapes = condition.oneOf ?? condition.anyOf ?? [];
  return { ...definitions, condition: { oneOf: [...shapes, { $ref: '#/$defs/parameterComparison' }] } };
}
