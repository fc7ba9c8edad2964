import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import vectors from '../../packages/checklist-core/src/journal/vectors/journal-v1.json';

const page = readFileSync(new URL('../../docs/journal-format.md', import.meta.url), 'utf8');

describe('docs/journal-format.md', () => {
  it('works through the committed vectors, not through numbers of its own', () => {
    const [first] = vectors.entries;
    const head = vectors.checkpoints.at(-1);
    const disclosure = first?.disclosures.p ?? '';
    const shown = {
      content: Buffer.from(disclosure, 'base64url').toString('utf8'),
      disclosure,
      leaf: first?.leaf,
      leafHash: first?.leafHash,
      root: vectors.entries.at(-1)?.rootAfter,
      emptyRoot: vectors.emptyRoot,
      note: head?.note,
      verifierKey: vectors.verifierKey,
    };
    for (const [name, text] of Object.entries(shown)) {
      expect(text, name).toBeTruthy();
      expect(page, name).toContain(text);
    }
    expect(page).toContain(JSON.parse(first?.leaf ?? '{}').p);
  });
});
