import { type Cue, type Facts, knownFacts, type Pack, parsePacks, rulesServed, selectCues } from 'checklist-core';
import { describe, expect, it } from 'vitest';
import { defaultPack, defaultPackId, parseShippedPacks, shippedPackFiles } from './index.ts';

const outcomes = ['received', 'returned', 'supplement', 'refused'] as const;
const tones = ['joy', 'neutral', 'grief', null] as const;
const yesNoUnknown = [true, false, null] as const;

/** Every state of the facts the house pack asks for, the unknown ones included. */
const everyCase: readonly Facts[] = [...outcomes, null].flatMap((outcome) =>
  tones.flatMap((tone) =>
    yesNoUnknown.flatMap((late) => yesNoUnknown.map((slowSystem) => knownFacts({ outcome, tone, late, slowSystem }))),
  ),
);

const points = defaultPack.pausePoints.map(({ id }) => id);
const shown = (point: string, facts: Facts): readonly Cue[] => selectCues(defaultPack, point, facts).shown;
const vi = (cues: readonly Cue[]): string[] => cues.map(({ text }) => text.vi ?? '');
const finish = (outcome: string, more: Facts = {}): string[] =>
  vi(shown('finish', { outcome, late: false, tone: 'neutral', ...more }));

describe('the shipped packs', () => {
  it('all load, with every text in Vietnamese and English', () => {
    const { packs, faulty } = parseShippedPacks();
    expect(faulty).toEqual([]);
    expect(packs.map(({ id }) => id)).toEqual([
      defaultPackId,
      '5-phuong-cham',
      '5-biet-3-khong-4-the-hien',
      '9-dieu-khong-duoc-lam',
      'ho-so-truc-tuyen',
      'ung-xu-dong-nghiep',
      'mo-dong-ban',
      'giup-nop-ho-so',
    ]);
    expect(packs[0]).toEqual(defaultPack);
  });

  it('still load when another pack is faulty, which is named with its path', () => {
    const broken = {
      ...defaultPack,
      id: 'broken',
      cues: [{ ...defaultPack.cues[0], when: { op: 'all', of: [{ op: 'is' }] } }],
    };
    const { packs, faulty } = parsePacks([broken, ...shippedPackFiles]);
    expect(packs).toHaveLength(shippedPackFiles.length);
    expect(faulty).toEqual([
      {
        index: 0,
        id: 'broken',
        faults: [
          expect.objectContaining({ path: '/cues/0/when/of/0/op', message: expect.stringContaining('found "is"') }),
        ],
      },
    ]);
  });

  it('claim no more confidence than their weakest rule', () => {
    const ranks = ['uncertain', 'recalled', 'verified'];
    for (const pack of parseShippedPacks().packs) {
      const weakest = Math.min(...pack.rules.map((rule) => ranks.indexOf(rule.confidence)));
      expect(ranks.indexOf(pack.confidence)).toBe(weakest);
    }
  });
});

describe('"4 xin, 4 luôn, 5 không"', () => {
  const rule = (id: string) => defaultPack.rules.find((candidate) => candidate.id === id);

  it('quotes the 13 rules', () => {
    expect(defaultPack.rules.map(({ text }) => text.vi)).toEqual([
      'xin chào',
      'xin lỗi',
      'xin cảm ơn',
      'xin phép',
      'luôn mỉm cười',
      'luôn nhẹ nhàng',
      'luôn lắng nghe',
      'luôn giúp đỡ',
      'không cửa quyền, hách dịch',
      'không quan liêu, vô cảm, vô trách nhiệm',
      'không tham nhũng, lãng phí',
      'không xu nịnh, chạy chọt, gian dối',
      'không lạm dụng chức vụ, quyền hạn trong thi hành công vụ',
    ]);
    expect(defaultPack.groups.map(({ id }) => defaultPack.rules.filter(({ group }) => group === id).length)).toEqual([
      4, 4, 5,
    ]);
  });

  it('gives each rule its source and confidence: eight verified, the five don’ts uncertain and marked so', () => {
    for (const { id, polarity, source, confidence } of defaultPack.rules) {
      const origin = defaultPack.sources.find((candidate) => candidate.id === source);
      expect(origin, id).toBeDefined();
      expect(confidence, id).toBe(polarity === 'do' ? 'verified' : 'uncertain');
      expect(origin?.note ?? null, id).toBe(
        polarity === 'do' ? null : 'Lời văn dịch ngược, cần đối chiếu văn bản của tỉnh',
      );
    }
    expect(defaultPack.sources[0]?.title).toContain('1847/QĐ-TTg ngày 27/12/2018');
  });

  it('serves each positive rule, and no other, by at least one cue', () => {
    const positive = defaultPack.rules.filter(({ polarity }) => polarity === 'do').map(({ id }) => id);
    expect(rulesServed(defaultPack, defaultPack.cues)).toEqual(positive);
    for (const id of defaultPack.cues.flatMap(({ serves }) => serves)) expect(rule(id)?.polarity).toBe('do');
  });

  it('serves all eight positive rules in one ordinary session', () => {
    const session = points.flatMap((point) =>
      shown(point, { outcome: 'received', tone: 'neutral', late: false, slowSystem: false }),
    );
    expect(rulesServed(defaultPack, session)).toHaveLength(8);
  });

  it('never smiles or congratulates at a grief procedure', () => {
    for (const facts of everyCase.filter(({ tone }) => tone === 'grief')) {
      for (const text of points.flatMap((point) => vi(shown(point, facts)))) {
        expect(text.toLowerCase()).not.toMatch(/mỉm cười|chúc mừng/);
      }
      for (const cue of points.flatMap((point) => shown(point, facts))) {
        expect(cue.serves).not.toContain('luon-mim-cuoi');
        expect(cue.text.en?.toLowerCase()).not.toMatch(/smile|congratulat/);
      }
    }
  });

  it('congratulates and condoles only where the tone is known', () => {
    for (const facts of everyCase.filter(({ tone }) => tone === undefined)) {
      for (const text of points.flatMap((point) => vi(shown(point, facts)))) {
        expect(text).not.toMatch(/Chúc mừng|Chia buồn|chia sẻ/);
      }
    }
  });

  it('greets with a smile unless the tone is known to be grief', () => {
    const open = [
      'Chào trước, mời ngồi',
      'Mỉm cười, nét mặt cởi mở',
      'Xin lỗi nếu đã để người dân chờ',
      'Nghe hết rồi mới hỏi lại',
    ];
    expect(vi(shown('greet', {}))).toEqual(open);
    expect(vi(shown('greet', { tone: 'joy' }))).toEqual(open);
    expect(vi(shown('greet', { tone: 'neutral' }))).toEqual(open);
    expect(vi(shown('greet', { tone: 'grief' }))).toEqual(open.with(1, 'Nét mặt, giọng nói chia sẻ'));
  });

  it('speaks of waiting only when the system is known to be slow', () => {
    const slow = 'Phải chờ thì xin lỗi, nói lý do và chờ bao lâu';
    expect(vi(shown('work', {}))).toHaveLength(4);
    expect(vi(shown('work', { slowSystem: false }))).not.toContain(slow);
    expect(vi(shown('work', { slowSystem: true })).at(-1)).toBe(slow);
  });

  it('has its own cues for every outcome', () => {
    expect(finish('received')).toEqual([
      'Nói rõ ngày, giờ và nơi nhận kết quả',
      'Trao giấy hẹn, trả lại giấy tờ gốc',
      'Hỏi còn cần giúp gì nữa không',
      'Cảm ơn và chào',
    ]);
    expect(finish('returned', { late: true, tone: 'joy' })).toEqual([
      'Mời người dân xem lại kết quả',
      'Trả sau hẹn: xin lỗi, nói lý do',
      'Chúc mừng người dân',
      'Hỏi còn cần giúp gì nữa không',
      'Cảm ơn và chào',
    ]);
    expect(finish('returned', { tone: 'grief' })).toContain('Chia buồn cùng gia đình');
    for (const outcome of ['supplement', 'refused']) {
      expect(finish(outcome)).toEqual([
        'Xin lỗi vì chưa nhận được hồ sơ',
        'Nói rõ lý do và căn cứ',
        'Ghi đủ mọi thứ cần bổ sung vào một phiếu',
        'Chỉ nơi làm tiếp, giúp bước đầu',
        'Cảm ơn và chào',
      ]);
    }
  });

  it('shows two to five cues at every pause point, whatever is known of a finished action', () => {
    for (const facts of everyCase.filter(({ outcome }) => outcome !== undefined)) {
      for (const point of points) {
        const count = uncut(defaultPack, point, facts).length;
        expect(count).toBeGreaterThanOrEqual(2);
        expect(count).toBeLessThanOrEqual(5);
      }
    }
  });

  it('words every cue in 14 to 46 characters, NFC', () => {
    for (const { text } of defaultPack.cues) {
      for (const words of Object.values(text)) {
        expect(words).toBe(words.normalize('NFC'));
        expect([...words].length, words).toBeGreaterThanOrEqual(14);
        expect([...words].length, words).toBeLessThanOrEqual(46);
      }
    }
  });

  it('asks at finish only', () => {
    expect(defaultPack.pausePoints.filter(({ asks }) => asks).map(({ id }) => id)).toEqual(['finish']);
  });
});

/** The cues without the renderer's own cut at five, so that the data is what is tested. */
function uncut(pack: Pack, point: string, facts: Facts): readonly Cue[] {
  const readDo = pack.pausePoints.map((each) => ({ ...each, mode: 'read-do' as const }));
  return selectCues({ ...pack, pausePoints: readDo }, point, facts).shown;
}

describe('the five mottos', () => {
  const mottos = parseShippedPacks().packs.find(({ id }) => id === '5-phuong-cham');

  it('are quoted in order, verified, without cues', () => {
    expect(mottos?.rules.map(({ text }) => text.vi)).toEqual([
      'trọng dân',
      'gần dân',
      'hiểu dân',
      'học dân',
      'có trách nhiệm với dân',
    ]);
    expect(new Set(mottos?.rules.map(({ confidence }) => confidence))).toEqual(new Set(['verified']));
    expect(mottos?.cues).toEqual([]);
  });
});
