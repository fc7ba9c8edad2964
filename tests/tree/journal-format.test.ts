import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import handovers from '../../packages/checklist-core/src/journal/vectors/handover-v1.json';
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

  it('shows the hand-over of the vectors, and names every fault', () => {
    const [main] = handovers.cases;
    const lines = main?.file?.trimEnd().split('\n') ?? [];
    const closing = JSON.parse(lines.at(-1) ?? '{}');
    for (const text of [lines[1], closing.file, main?.answer.file]) {
      expect(text).toBeTruthy();
      expect(page).toContain(text);
    }
    const kinds = handovers.cases.flatMap(({ answer }) => answer.faults?.map(({ kind }) => kind) ?? []);
    for (const kind of new Set(kinds)) expect(page).toContain(`| \`${kind}\` |`);
  });
});
