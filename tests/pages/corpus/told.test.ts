import { type PageFacts, type PageReading, readPage } from 'page-reader';
import { savedPage } from 'page-reader/saved';
import { safeParse } from 'valibot';
import { describe, expect, it } from 'vitest';
import { isProcedureName } from '../../../src/background/house-rules.ts';
import type { Sighting } from '../../../src/messages/requests.ts';
import { requestSchema } from '../../../src/messages/schemas.ts';
import { seenFacts } from '../../../src/messages/seen-facts.ts';
import { contextOf } from './context.ts';
import { corpus } from './state.ts';

/* What is read has to be heard: the reader and the schema of its messages are two grammars that must not part. */

const schema = requestSchema(isProcedureName);
const states = corpus().filter(({ browserOnly }) => browserOnly !== true);

function told({ kind, facts, rows }: PageReading): {
  readonly type: 'see';
  readonly body: { readonly page: Sighting };
} {
  const listed = rows.map(({ code }) => code).filter((code) => code !== undefined);
  const seen = (one: PageFacts) => seenFacts(one);
  return { type: 'see', body: { page: { kind, facts: facts && seen(facts), rows: rows.map(seen), listed } } };
}

describe('all that is read of a page of the corpus is heard', () => {
  it.each(states.map((state) => [`${state.family}/${state.name}`, state]))('%s', (_, state) => {
    const message = told(readPage(savedPage(state.bytes), contextOf(state)));
    expect(safeParse(schema, message)).toMatchObject({ success: true, output: message });
  });
});
