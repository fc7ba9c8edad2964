import type { Spot, TaughtKey } from 'page-reader/teach';
import { render } from 'preact';
import type { PickerActs } from '../../../src/content/picker/picker-acts.ts';
import { PickerPanel } from '../../../src/content/picker/picker-panel.tsx';
import type { PickerState } from '../../../src/content/picker/picker-state.ts';
import { pickerStyles } from '../../../src/content/picker/styles.ts';
import type { Box } from '../../../src/content/placement.ts';
import { type Language, translator } from '../../../src/platform/i18n.ts';
import { pickerTexts } from '../../../src/platform/texts/picker.ts';

declare global {
  interface Window {
    /** Names of the picker's views. */
    readonly pickerViews: readonly string[];
    /** Draws one of them, for the test. */
    showPicker(name: string, language: Language): void;
  }
}

const nothing = (): void => {};
const ACTS: PickerActs = {
  choose: nothing,
  pick: nothing,
  activate: nothing,
  hover: nothing,
  point: nothing,
  scroll: () => false,
  absent: nothing,
  back: nothing,
  ask: nothing,
  move: nothing,
  save: nothing,
  leave: nothing,
};

function spot(key: TaughtKey, label: string | null, value: string, standing: Spot['standing'] = 'new'): Spot {
  return { key, nodes: [], label, value, print: value, insteadOf: [], standing };
}

const CODE = spot('code', 'Mã theo dõi nội bộ', 'H27.128.14-261121-0013');
const RECEIVED = spot('received', 'Ngày vào sổ', '2026-11-21T08:00:00', 'known');
const DUE = spot('due', 'Thời điểm hoàn thành, trả kết quả', '2026-11-20T16:30');
const NAME = spot(
  'procedureName',
  null,
  'Thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
  'known',
);
const PICKS = new Map<TaughtKey, Spot | null>([
  ['code', CODE],
  ['received', RECEIVED],
  ['due', DUE],
  ['procedureName', NAME],
]);

const OPENING: PickerState = {
  stage: 'kind',
  kindFound: 'other',
  kind: 'detail',
  key: 'code',
  picks: new Map(),
  spots: [],
  active: null,
  refusal: null,
  reading: null,
  saving: false,
  fault: null,
  side: 'end',
};
const STEP = { stage: 'step', key: 'due', spots: [RECEIVED, DUE, { ...DUE, nodes: Array(40).fill(null) }] } as const;
const FACTS = {
  code: CODE.value,
  received: RECEIVED.value,
  due: DUE.value,
  procedureName: NAME.value,
  doubts: ['due-before-received'],
} as const;
const SUMMARY = { stage: 'summary', picks: PICKS, reading: { kind: 'detail', facts: FACTS, rows: [] } } as const;

const VIEWS: Readonly<Record<string, Partial<PickerState>>> = {
  'the kinds': {},
  'the kinds, one likely': { kindFound: 'list' },
  'the kinds, not saved': { fault: 'orphaned' },
  'a step': { ...STEP, active: 1 },
  'a step at the start side': { ...STEP, side: 'start' },
  'a step of a list': { ...STEP, kind: 'list' },
  'a step with a refusal': { ...STEP, refusal: { reason: 'never-read', label: '' } },
  'a step with a long refusal': {
    ...STEP,
    refusal: { reason: 'other-meaning', label: 'Ngày hẹn trả kết quả dự kiến' },
  },
  'a step with nothing to pick': { stage: 'step', key: 'procedureName' },
  'many places': { ...STEP, spots: Array.from({ length: 14 }, () => DUE) },
  'the summary': SUMMARY,
  'the summary of a lesson that mends another': {
    ...SUMMARY,
    picks: new Map<TaughtKey, Spot | null>([...PICKS, ['due', { ...DUE, insteadOf: ['Hạn nội bộ của phòng'] }]]),
  },
  'the summary while it is saved': { ...SUMMARY, saving: true },
  'the summary, not saved': { ...SUMMARY, fault: 'fault' },
  'the summary of a list': { ...SUMMARY, reading: { kind: 'list', facts: null, rows: [FACTS, FACTS] } },
  'nothing read': { stage: 'summary', reading: { kind: 'detail', facts: null, rows: [] } },
  saved: { stage: 'saved' },
  'saved as another page': { stage: 'saved', kind: 'other' },
};

const BOX: Box = { left: 40, top: 90, width: 160, height: 22 };

// As shipped, but for one thing: the root is open, because a checker cannot look into a closed one.
const host = document.createElement('div');
const root = host.attachShadow({ mode: 'open' });
const sheet = new CSSStyleSheet();
sheet.replaceSync(pickerStyles);
root.adoptedStyleSheets = [sheet];
document.documentElement.append(host);

Object.assign(window, { pickerViews: Object.keys(VIEWS) });
window.showPicker = (name, language) => {
  const state = { ...OPENING, ...VIEWS[name] };
  const t = translator(pickerTexts, language);
  render(null, root);
  render(
    <PickerPanel state={state} boxes={state.spots.map(() => [BOX])} language={language} acts={ACTS} t={t} />,
    root,
  );
};
