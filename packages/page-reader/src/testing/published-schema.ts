import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { host, id, kind, label, line, profileSchema } from '../profile-schema.ts';

const COMMENT =
  'Structure only. Checked by the parser besides: patterns are regular expressions that no address keeps busy; no label ' +
  'stands twice, and none of the applicant but under "never"; a page has an address or a heading; ids and hosts are unique.';

/** The published JSON Schema, made from the schema that the parser itself checks with. */
export function publishedSchema(): JsonSchema {
  const { $schema, ...rest } = toJsonSchema(profileSchema, {
    target: 'draft-2020-12',
    // Flags of a regular expression have no place in JSON Schema, where all are read as Unicode, and ours may be.
    errorMode: 'ignore',
    definitions: { id, line, label, host, kind },
  });
  return {
    ...($schema === undefined ? {} : { $schema }),
    title: 'Portal profile, portal-profile/1',
    $comment: COMMENT,
    ...rest,
  };
}

/** The text of the file, as it is committed. */
export function publishedText(): string {
  return `${JSON.stringify(publishedSchema(), null, 2)}\n`;
}
