import { readFileSync } from 'node:fs';
import { type Pack, type PackFault, parsePack, selectCues } from 'checklist-core';
import { lintPack, parsePackText, resolveLayers } from 'checklist-core/pack';
import { packFaultInVietnamese, vietnameseLintWords } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { houseFacts } from '../../src/rules/house-facts.ts';

/* What docs/rule-packs.md shows is what the library does. */

const doc = readFileSync(new URL('../../docs/rule-packs.md', import.meta.url), 'utf8');

function blocks(kind: string): readonly string[] {
  const fence = new RegExp(`^\`\`\`${kind}\\n([^]*?)^\`\`\`$`, 'gm');
  return [...doc.matchAll(fence)].map(([, inside = '']) => inside);
}

const [packText = ''] = blocks('json pack');
const [overlayText = ''] = blocks('json overlay');
const pack: Record<string, unknown> = JSON.parse(packText);

function soundPack(value: unknown): Pack {
  const parsed = parsePack(value, ['vi'], houseFacts);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.pack;
}

const said = (fault: PackFault): string => `${fault.path}: ${packFaultInVietnamese(fault)}`;

describe('docs/rule-packs.md', () => {
  it('shows a pack that is sound, and that the linter has nothing to say about', () => {
    expect(parsePackText(packText, ['vi'], houseFacts).ok).toBe(true);
    const { errors, warnings } = lintPack(pack, { facts: houseFacts, words: [vietnameseLintWords] });
    expect(errors).toEqual([]);
    expect(warnings.map(said)).toEqual([
      '/cues/2/text/vi: nên mở đầu bằng một động từ hoặc Xin, Luôn, Không; đang là "Nét"',
    ]);
  });

  it('shows an overlay that does what the page says', () => {
    const { pack: result, faulty } = resolveLayers([pack, JSON.parse(overlayText)], ['vi'], houseFacts);
    expect(faulty).toEqual([]);
    if (result === null) throw new Error('the layers give no pack');
    const { shown } = selectCues(result, 'greet', { tone: 'neutral', waitMinutes: 12 });
    expect(shown.map(({ text }) => text.vi)).toEqual([
      'Đứng dậy chào, mời ngồi',
      'Xưng tên và nơi làm việc',
      'Xin lỗi vì phải chờ quá 10 phút',
    ]);
  });

  it('shows parts that fit into that pack', () => {
    const parts = blocks('json').map((text): Record<string, unknown> => JSON.parse(text));
    expect(parts.flatMap((part) => Object.keys(part))).toEqual(['confirmation', 'changedIds']);
    for (const part of parts) expect(soundPack({ ...pack, ...part })).toMatchObject(part);
  });

  it('shows conditions that can be read', () => {
    const conditions = [...doc.matchAll(/`(\{ "op": .+?)` \|$/gm)].map(([, text = '']): unknown => JSON.parse(text));
    expect(conditions).toHaveLength(5);
    const [first] = Array.isArray(pack.cues) ? pack.cues : [];
    for (const when of conditions) soundPack({ ...pack, cues: [{ ...first, when }] });
  });

  it('quotes faults as they are printed', () => {
    const cues: Record<string, unknown>[] = structuredClone(Array.isArray(pack.cues) ? pack.cues : []);
    const [, smile = {}, share = {}] = cues;
    const { when, ...rest } = smile;
    const misspelt = parsePack({ ...pack, cues: cues.with(1, { ...rest, whne: when }) });
    const misvalued = parsePack({
      ...pack,
      cues: cues.with(2, { ...share, when: { op: 'eq', fact: 'tone', value: 'buon' } }),
    });
    const printed = [misspelt, misvalued].map((parsed) =>
      (parsed.ok ? [] : parsed.faults).map((fault) => `goi-cua-toi.json: ${said(fault)}\n`).join(''),
    );
    expect(blocks('text faults')).toEqual(printed);
  });
});
