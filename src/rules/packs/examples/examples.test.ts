import { selectCues, switchOnFaults } from 'checklist-core';
import { dayOfDate } from 'checklist-core/deadline';
import { layerOf, lintPack, resolveLayers } from 'checklist-core/pack';
import { vietnameseLintWords } from 'checklist-core/vn';
import { describe, expect, it } from 'vitest';
import { houseFacts } from '../../house-facts.ts';
import slogan from '../5-biet-3-khong-4-the-hien.json' with { type: 'json' };
import online from '../ho-so-truc-tuyen.json' with { type: 'json' };
import province from './tinh-vi-du-ho-so-truc-tuyen.json' with { type: 'json' };
import communeSlogan from './xa-vi-du-5-biet-3-khong-4-the-hien.json' with { type: 'json' };
import commune from './xa-vi-du-ho-so-truc-tuyen.json' with { type: 'json' };

const today = dayOfDate({ year: 2026, month: 11, day: 22 });
const resolved = (...layers: readonly unknown[]) => resolveLayers(layers, ['vi', 'en'], houseFacts);

/** What the layers show for a dossier that is not late, and what is wrong with them. */
function onlineCues(...layers: readonly unknown[]) {
  const { pack, faulty } = resolved(...layers);
  const cues = pack === null ? [] : selectCues(pack, 'online', { late: false }).shown;
  return { texts: cues.map(({ text }) => text.vi), faulty };
}

describe('the example layers', () => {
  it('say in their own titles that they are invented', () => {
    for (const { title } of [province, commune, communeSlogan]) {
      expect(title.vi).toMatch(/không có thật/);
      expect(title.en).toMatch(/invented/);
    }
  });

  it.each([
    ['a province', [online, province]],
    ['a commune over its province', [online, province, commune]],
    ['a commune that confirms a draft', [slogan, communeSlogan]],
  ])('of %s give a pack that passes the linter', (_whose, layers) => {
    const { written } = resolved(...layers);
    const options = { languages: ['vi', 'en'], facts: houseFacts, words: [vietnameseLintWords] };
    const { errors, warnings } = lintPack(written, options);
    expect(errors).toEqual([]);
    expect(warnings.filter(({ code }) => code !== 'source-replaced')).toEqual([]);
  });

  it('of a province: one rule, one cue and one figure more', () => {
    expect(onlineCues(online, province)).toEqual({
      texts: [
        'Đọc hết hồ sơ rồi mới hỏi lại',
        'Yêu cầu một lần cho đủ, ghi rõ căn cứ',
        'Viết lịch sự, dễ hiểu, có chào và cảm ơn',
        'Trả lời trong 8 giờ làm việc',
      ],
      faulty: [],
    });
  });

  it('of a commune over its province: other words for one cue, another figure', () => {
    const { texts, faulty } = onlineCues(online, province, commune);
    expect(faulty).toEqual([]);
    expect(texts.slice(2)).toEqual([
      'Viết lịch sự, dễ hiểu, ghi tên và số điện thoại bàn',
      'Trả lời trong 4 giờ làm việc',
    ]);
    const layers = resolved(online, province, commune);
    expect(layerOf(layers, 'rule', 'tra-loi-som')?.from).toBe('tinh-vi-du-ho-so-truc-tuyen@1.0.0');
    expect(layerOf(layers, 'cue', 'online-polite')).toEqual({
      from: 'ho-so-truc-tuyen@1.0.0',
      alteredBy: ['xa-vi-du-ho-so-truc-tuyen@1.0.0'],
    });
  });

  it('of a commune does not silently fit the national pack without its province', () => {
    const { texts, faulty } = onlineCues(online, commune);
    expect(texts).toHaveLength(3);
    expect(faulty).toMatchObject([{ id: commune.id, faults: [{ path: '/imports/id' }] }]);
  });

  it('of a commune cannot set a figure its province does not allow; the province’s stays', () => {
    const { texts, faulty } = onlineCues(online, province, { ...commune, set: { 'reply-hours': 40 } });
    expect(texts.at(-1)).toBe('Trả lời trong 8 giờ làm việc');
    expect(faulty).toMatchObject([{ id: commune.id, faults: [{ path: '/set/reply-hours' }] }]);
  });

  it('of a commune confirms the slogan, with its own words for one rule, and so it can be switched on', () => {
    const { pack, faulty } = resolved(slogan, communeSlogan);
    expect(faulty).toEqual([]);
    expect(pack === null ? null : switchOnFaults(pack, today)).toEqual([]);
    expect(pack?.rules).toHaveLength(12);
    expect(pack?.rules.map(({ id }) => id)).not.toContain('khong-tre-hen');
  });

  it('of a commune without the decision leaves the slogan switched off', () => {
    const { confirmation: _missing, ...unconfirmed } = communeSlogan;
    expect(resolved(slogan, unconfirmed).faulty).toMatchObject([{ faults: [{ path: '/status' }] }]);
    const { pack } = resolved(slogan, { ...unconfirmed, status: 'draft' });
    expect(pack === null ? null : switchOnFaults(pack, today)).toMatchObject([{ path: '/confirmation' }]);
  });
});
