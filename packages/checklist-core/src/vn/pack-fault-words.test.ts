import { describe, expect, it } from 'vitest';
import { applyOverlay } from '../pack/apply-overlay.ts';
import { authoringFaultWords } from '../pack/authoring-fault-words.ts';
import type { PackFault } from '../pack/pack-fault.ts';
import type { PackFaultCode } from '../pack/pack-fault-code.ts';
import { packFaultWords } from '../pack/pack-fault-words.ts';
import { parsePack } from '../pack/parse-pack.ts';
import { parsePackText } from '../pack/parse-pack-text.ts';
import { richOverlay, richPack } from '../pack/testing/rich-pack.ts';
import { packFaultInVietnamese } from './pack-fault-words.ts';

function saidOf(faults: readonly PackFault[]): readonly string[] {
  return faults.map(packFaultInVietnamese);
}

describe('packFaultInVietnamese', () => {
  it('says every value that the English sentence says', () => {
    const values = { id: 'ID', limit: 11, found: 22, line: 33, column: 44, from: 'F', to: 'T', min: 55, max: 66 };
    const all = { ...values, expected: 'E', fact: 'FACT', facts: 'FS', known: 'K', language: 'L', word: 'W', by: 'B' };
    const rest = { claimed: 'C', weakest: 'WK' };
    const words: Record<string, (given: Record<string, string | number>) => string> = {
      ...packFaultWords,
      ...authoringFaultWords,
    };
    for (const [code, english] of Object.entries(words)) {
      const given = { ...all, ...rest };
      const vietnamese = packFaultInVietnamese({ path: '', message: '', code: code as PackFaultCode, values: given });
      for (const value of Object.values(given)) {
        const pattern = new RegExp(`(?<![A-Za-z0-9])${value}(?![A-Za-z0-9])`);
        expect(pattern.test(vietnamese), `${code}: ${value}`).toBe(pattern.test(english(given)));
      }
      expect(vietnamese).toBe(vietnamese.normalize('NFC'));
    }
  });

  it('speaks of real faults', () => {
    const broken = { ...richPack(), status: 'on', sources: 5, whne: 1, cues: undefined };
    const parsed = parsePack(broken, []);
    expect(parsed.ok ? [] : saidOf(parsed.faults)).toEqual([
      'cần "draft" hoặc "active" hoặc "retired", đang là "on"',
      'cần một danh sách trong dấu [], đang là 5',
      'còn thiếu',
      'không có mục nào tên này; xem lại chính tả',
    ]);
    const text = parsePackText('{"id": 1,}');
    expect(text.ok ? [] : saidOf(text.faults)).toEqual([
      'không phải JSON: dòng 1, cột 10: chỗ này cần tên mục trong dấu ngoặc kép',
    ]);
  });

  it('says where in the result a fault of an overlay shows', () => {
    const below = parsePack(richPack(), []);
    if (!below.ok) throw new Error('the invented pack is sound');
    const added = [1, 2, 3, 4, 5].map((n) => ({ id: `c${n}`, pausePoint: 'triage', text: { vi: 'Chào' }, serves: [] }));
    const overlay = { ...richOverlay(), add: { cues: added }, alter: {}, set: {} };
    const laid = applyOverlay(below.written, overlay, []);
    expect(laid.ok ? [] : saidOf(laid.faults)).toEqual([
      expect.stringMatching(
        /^Trong gói sau khi ghép, tại \/pausePoints\/triage: hiện 7 lời nhắc cùng lúc, nhiều hơn 5/,
      ),
    ]);
  });
});
