import type { DossierDesk, PracticeDossier, PracticeOutcome } from '../../../src/training/practice/dossier.ts';
import { element, setShown } from '../../../src/training/practice/element.ts';
import { detailFacts } from './dossier-card.ts';
import { antButton, openModal, showMessage } from './modal.ts';

const TABS = [
  'Thông tin chung',
  'Quá trình xử lý',
  'Quá trình trao đổi với công dân',
  'Thanh toán phí, lệ phí',
  'Bổ sung hồ sơ',
  'Quy trình xử lý',
  'Thông tin trả kết quả',
];

/** Button, title of its modal, what it does. */
const ACTIONS: readonly (readonly [name: string, title: string, outcome: PracticeOutcome])[] = [
  ['Tiếp nhận', 'TIẾP NHẬN HỒ SƠ:', 'received'],
  ['Trả kết quả', 'TRẢ KẾT QUẢ HỒ SƠ:', 'returned'],
  ['Yêu cầu công dân bổ sung hồ sơ', 'Yêu cầu công dân bổ sung hồ sơ', 'supplement'],
  ['Từ chối tiếp nhận', 'TỪ CHỐI TIẾP NHẬN HỒ SƠ:', 'refused'],
];

export interface DetailOptions {
  readonly desk: DossierDesk;
  readonly answer: number;
  readonly slow: number;
  readonly fails: boolean;
  /** Draws the list again after an action. */
  readonly changed: () => void;
}

function item([label, value]: readonly [string, string]): HTMLElement {
  return element(
    'div',
    { class: 'ant-descriptions-item' },
    element('span', { class: 'ant-descriptions-item-label' }, label),
    element('span', { class: 'ant-descriptions-item-content' }, value),
  );
}

function actionsFor({ status }: PracticeDossier): typeof ACTIONS {
  if (status === 'done' || status === 'denied' || status === 'waiting') return [];
  return ACTIONS.filter(([, , outcome]) => outcome !== (status === 'receiving' ? 'returned' : 'received'));
}

function openAction(
  dossier: PracticeDossier,
  action: (typeof ACTIONS)[number],
  done: () => void,
  options: DetailOptions,
): void {
  const [name, title, outcome] = action;
  const note = element('textarea', { rows: '3', 'aria-label': 'Ý kiến' });
  const commit = antButton(
    'Xác nhận',
    () => {
      commit.disabled = true;
      setTimeout(() => {
        close();
        if (options.fails) return showMessage('error', 'Yêu cầu của bạn thực hiện thất bại.');
        options.desk.settle(dossier.id, outcome);
        done();
        showMessage('success', `${name} thành công`);
      }, options.answer);
    },
    true,
  );
  const close = openModal(`${title} ${dossier.code}`, [note], [commit, antButton('Đóng', () => close())]);
}

/** The dossier's detail: a modal over the list; the address stays. */
export function openDetail(id: number, options: DetailOptions): void {
  const dossier = options.desk.find(id);
  if (dossier === null) return;
  const general = element('div', { class: 'ant-tabs-tabpane' }, element('div', { class: 'ant-skeleton' }));
  const hidden = element('div', { class: 'ant-tabs-tabpane' }, item(['Ngày tiếp nhận', 'Không có thông tin']));
  setShown(hidden, false);
  const tabs = element(
    'div',
    { class: 'ant-tabs-nav' },
    ...TABS.map((text) => element('div', { class: 'ant-tabs-tab', role: 'tab' }, text)),
  );
  const draw = (): void => {
    const current = options.desk.find(id) ?? dossier;
    general.replaceChildren(element('div', { class: 'ant-descriptions' }, ...detailFacts(current).map(item)));
    performance.mark('practice:facts');
  };
  const done = (): void => {
    draw();
    for (const control of controls) control.remove();
    options.changed();
  };
  const controls = actionsFor(dossier).map((action) =>
    antButton(action[0], () => openAction(dossier, action, done, options), true),
  );
  const close = openModal('Chi tiết hồ sơ', [tabs, general, hidden], [...controls, antButton('Đóng', () => close())]);
  setTimeout(draw, options.slow);
}
