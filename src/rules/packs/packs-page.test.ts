import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Confidence, Pack } from 'checklist-core';
import { describe, expect, it } from 'vitest';
import { procedures } from '../procedures/index.ts';
import { parseShippedPacks } from './index.ts';

const page = readFileSync(join(import.meta.dirname, '../../../docs/packs.md'), 'utf8');
const { packs } = parseShippedPacks();

const SURE: Record<Confidence, string> = { verified: 'đã kiểm chứng', recalled: 'nhớ lại', uncertain: 'chưa chắc' };
const STATUS: Record<Pack['status'], string> = { draft: 'bản nháp', active: 'dùng được', retired: 'đã thôi dùng' };

/** The body rows of the table under a heading, cell by cell. */
function tableUnder(heading: string): string[][] {
  const section = page.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| ') || line.startsWith('|-'));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('the page about the packs says what the files say', () => {
  it('of every pack: title, id, rules, cues, confidence and status', () => {
    const told = tableUnder('2.').map(([title, id, _use, ...rest]) => [title, id, ...rest]);
    const held = packs.map((pack) => [
      pack.title.vi,
      `\`${pack.id}\``,
      String(pack.rules.length),
      String(pack.cues.length),
      SURE[pack.confidence],
      STATUS[pack.status],
    ]);
    expect(told).toEqual(held);
  });

  it('of every moment: title, id, pack, and how it is shown', () => {
    const held = packs.flatMap((pack) =>
      pack.pausePoints.map(({ id, title, mode, asks }) => [
        title?.vi,
        `\`${id}\``,
        `\`${pack.id}\``,
        `${mode === 'read-do' ? 'đọc từng bước' : 'nhớ rồi làm'}${asks ? ', hỏi một lần' : ''}`,
      ]),
    );
    expect(tableUnder('3.')).toEqual(held);
  });

  it('of every source: title and confidence, and what replaced it', () => {
    const told = new Map(tableUnder('4.').map(([title, sure, note]) => [title, { sure, note }]));
    const sources = packs.flatMap((pack) => pack.sources);
    for (const { title, confidence, replaced } of sources) {
      expect(told.get(title)?.sure, title).toBe(SURE[confidence]);
      if (replaced !== undefined) expect(told.get(title)?.note).toContain('**Đã được thay**');
    }
    expect(new Set(told.keys())).toEqual(new Set(sources.map(({ title }) => title)));
  });

  it('of the procedures: how many there are, and how many for each letter', () => {
    expect(page).toContain(`Bảng có ${procedures.length} thủ tục`);
    const count = (wanted: string | null) => String(procedures.filter(({ letter }) => letter === wanted).length);
    expect(tableUnder('5.').map((row) => row.at(-1))).toEqual([
      count('congratulation'),
      count('condolence'),
      count(null),
    ]);
  });
});
