import { defineTexts } from '../i18n.ts';

/** The practice desk's own words; those of its scenarios are data (`src/rules/scenarios`). */
export const practiceTexts = defineTexts({
  vi: {
    tab: 'Bàn thực hành · Thân Thiện',
    title: 'Bàn thực hành',
    banner: 'Đang thực hành: hồ sơ không có thật, không tính vào đâu cả.',
    guide: 'Hướng dẫn thực hành',
    portal: 'Trang một cửa để tập',
    choose: 'Chọn một tình huống',
    intro: 'Bên trái là một trang một cửa để tập. Người dân và hồ sơ đều do mình nghĩ ra, bấm gì cũng được.',
    start: 'Bắt đầu',
    step: 'Bước {n}/{all}',
    citizen: 'Tên người dân: {name}',
    citizenSays: 'Người dân nói',
    todo: 'Mình làm gì bây giờ',
    cues: 'Điều nên nhớ lúc này',
    next: 'Bước tiếp',
    again: 'Làm lại từ đầu',
    other: 'Chọn tình huống khác',
    done: 'Xong tình huống',
  },
  en: {
    tab: 'Practice desk · Thân Thiện',
    title: 'Practice desk',
    banner: 'Practice: invented dossiers, counted nowhere.',
    guide: 'Practice guide',
    portal: 'One-stop page to practise on',
    choose: 'Choose a scenario',
    intro:
      'On the left is a one-stop page to practise on. Citizens and dossiers are invented; press whatever you like.',
    start: 'Start',
    step: 'Step {n} of {all}',
    citizen: 'Name of the citizen: {name}',
    citizenSays: 'The citizen says',
    todo: 'What to do now',
    cues: 'To bear in mind now',
    next: 'Next step',
    again: 'Start again',
    other: 'Choose another scenario',
    done: 'Scenario finished',
  },
});

export type PracticeText = keyof typeof practiceTexts.vi;
