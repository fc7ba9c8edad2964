/** Invented packs that use every part of the format. Fresh copies, for tests to spoil. */

export function richPack(): Record<string, unknown> {
  return {
    format: 'checklist-pack/1',
    id: 'hospital-desk',
    version: '2.1.0',
    status: 'draft',
    title: { en: 'Reception', vi: 'Quầy tiếp đón' },
    confidence: 'recalled',
    effective: { from: '2026-01-01', to: '2027-12-31' },
    confirmation: { number: '12/QĐ-VD', date: '2026-01-05', by: 'Example hospital' },
    sources: [
      { id: 'handbook', title: 'Reception handbook (invented)', confidence: 'recalled', note: 'Example only' },
      {
        id: 'old-handbook',
        title: 'Old handbook (invented)',
        confidence: 'uncertain',
        replaced: { by: 'Reception handbook (invented)', confidence: 'recalled', note: 'wording not seen' },
      },
    ],
    facts: [
      { name: 'waitMinutes', type: 'number', title: { en: 'Waited', vi: 'Đã chờ' } },
      { name: 'urgency', type: 'enum', values: ['red', 'amber', 'green'], title: { en: 'Urgency', vi: 'Mức độ' } },
      { name: 'alone', type: 'boolean', title: { en: 'Alone', vi: 'Đi một mình' } },
      { name: 'ward', type: 'string', title: { en: 'Ward', vi: 'Khoa' } },
    ],
    params: [
      { id: 'long-wait', type: 'int', min: 5, max: 120, default: 30, title: { en: 'A long wait', vi: 'Chờ lâu' } },
      { id: 'call-back', type: 'int', default: 2, title: { en: 'Hours to call back', vi: 'Số giờ gọi lại' } },
    ],
    groups: [{ id: 'manners', title: { en: 'Manners', vi: 'Ứng xử' } }],
    rules: [
      {
        id: 'greet-first',
        group: 'manners',
        text: { en: 'greet first', vi: 'chào trước' },
        polarity: 'do',
        source: 'handbook#2',
        confidence: 'recalled',
      },
      {
        id: 'no-gifts',
        group: 'manners',
        text: { en: 'no gifts', vi: 'không nhận quà' },
        polarity: 'dont',
        source: 'old-handbook',
        confidence: 'uncertain',
      },
    ],
    pausePoints: [
      { id: 'triage', mode: 'do-confirm', asks: true, title: { en: 'Triage', vi: 'Phân loại' } },
      { id: 'open-desk', mode: 'read-do', asks: false },
    ],
    cues: [
      {
        id: 'greet',
        pausePoint: 'triage',
        text: { en: 'Greet, say your name', vi: 'Chào, nói tên mình' },
        serves: ['greet-first'],
      },
      {
        id: 'sorry-wait',
        pausePoint: 'triage',
        text: { en: 'Apologise for over {long-wait} minutes', vi: 'Xin lỗi vì chờ quá {long-wait} phút' },
        serves: [],
        when: {
          op: 'all',
          of: [
            { op: 'gt', fact: 'waitMinutes', param: 'long-wait' },
            { op: 'not', of: { op: 'eq', fact: 'urgency', value: 'green' } },
            {
              op: 'any',
              of: [
                { op: 'in', fact: 'ward', values: ['a', 'b'] },
                { op: 'eq', fact: 'alone', value: true },
                { op: 'known', fact: 'ward' },
              ],
            },
          ],
        },
      },
      { id: 'lamp', pausePoint: 'open-desk', text: { en: 'Light the lamp', vi: 'Bật đèn' }, serves: [] },
    ],
    changedIds: [
      { kind: 'rule', from: 'say-hello', to: 'greet-first', since: '2.0.0' },
      { kind: 'cue', from: 'bell', to: null, since: '1.4.0' },
    ],
  };
}

export function richOverlay(): Record<string, unknown> {
  return {
    format: 'checklist-pack-overlay/1',
    id: 'ward-desk',
    version: '1.0.0',
    status: 'active',
    title: { en: 'Ward desk', vi: 'Quầy khoa' },
    confidence: 'uncertain',
    effective: { from: '2026-02-01' },
    confirmation: { number: '3/QĐ-VD', date: '2026-02-01', by: 'Example ward' },
    imports: { id: 'hospital-desk', version: '2.x' },
    include: { groups: ['manners'] },
    exclude: { cues: ['lamp'], pausePoints: ['open-desk'] },
    add: {
      sources: [{ id: 'ward-note', title: 'Note of the ward (invented)', confidence: 'verified' }],
      facts: [{ name: 'night', type: 'boolean', title: { en: 'Night', vi: 'Ban đêm' } }],
      params: [{ id: 'beds', type: 'int', min: 0, default: 4, title: { en: 'Beds', vi: 'Giường' } }],
      groups: [{ id: 'quiet', title: { en: 'Quiet', vi: 'Yên tĩnh' } }],
      rules: [
        {
          id: 'speak-low',
          group: 'quiet',
          text: { en: 'speak low', vi: 'nói nhỏ' },
          polarity: 'do',
          source: 'ward-note',
          confidence: 'verified',
        },
      ],
      pausePoints: [{ id: 'close-desk', mode: 'read-do', asks: false }],
      cues: [
        {
          id: 'whisper',
          before: 'sorry-wait',
          pausePoint: 'triage',
          text: { en: 'Speak low at night', vi: 'Nói nhỏ ban đêm' },
          serves: ['speak-low'],
          when: { op: 'eq', fact: 'night', value: true },
        },
        {
          id: 'beds-left',
          pausePoint: 'close-desk',
          text: { en: 'Note {beds} beds', vi: 'Ghi {beds} giường' },
          serves: [],
        },
      ],
    },
    alter: {
      cues: [{ id: 'greet', text: { en: 'Greet softly' }, when: null }],
      pausePoints: [{ id: 'triage', asks: false }],
    },
    set: { 'long-wait': 20 },
  };
}
