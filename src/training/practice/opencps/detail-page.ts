import { type PracticeDossier, type PracticeOutcome, printedDue } from '../dossier.ts';
import { button, element, setShown } from '../element.ts';
import { printSecond } from '../wall-time.ts';
import type { Portal } from './portal.ts';
import { showAfterLoading } from './skeleton.ts';
import words from './words.json' with { type: 'json' };

const { detail } = words;
const EMPTY_FRAMES = ['dialogPDFPreview', 'dialogPDFPreview', 'signFrame', 'printFrame', 'formFrame', 'guideFrame'];
const CLOSED_STATUSES: readonly PracticeDossier['status'][] = ['waiting', 'done', 'denied'];

/** One fact: label and value are sibling spans, with the stray spaces the portals print. */
function fact(label: string, value: string, className = ''): HTMLElement {
  return element(
    'div',
    { class: `fact ${className}` },
    element('span', { class: 'pr-2' }, label),
    element('span', { class: 'pl-0 text-bold' }, ` ${value} `),
  );
}

/** As `fact`, with the value wrapped for a tooltip, whose copy stays hidden in the app. */
function wrappedFact(portal: Portal, label: string, value: string): HTMLElement {
  const copy = element('div', { class: 'v-tooltip__content' }, element('span', {}, value));
  setShown(copy, false);
  portal.app.append(copy);
  const wrapped = element('span', { class: 'v-tooltip v-tooltip--top' }, element('span', {}, ` ${value} `));
  return element('div', { class: 'fact' }, element('span', { class: 'pr-2' }, label), wrapped);
}

function stepLine(dossier: PracticeDossier): HTMLElement | null {
  if (dossier.stepText === '') return null;
  const late = dossier.stepText.startsWith(words.due.late);
  const due = element('span', { class: late ? 'red--text' : 'green--text' }, dossier.stepText);
  return element('div', { class: 'fact' }, detail.performer, element('b', {}, words.official), ' - ', due);
}

function leftColumn(portal: Portal, dossier: PracticeDossier): HTMLElement {
  return element(
    'div',
    { class: 'flex' },
    wrappedFact(portal, detail.applicant, dossier.applicant),
    fact(detail.paper, detail.paperValue),
    fact(detail.address, detail.addressValue),
    fact(detail.mail, ''),
    fact(detail.phone, detail.phoneValue),
    element('div', { class: 'fact' }, element('span', {}, detail.note)),
    element('div', { class: 'fact' }, detail.noteValue),
  );
}

function rightColumn(portal: Portal, dossier: PracticeDossier): HTMLElement {
  const submitted = dossier.channel === 'online' ? detail.submittedOnline : detail.submitted;
  return element(
    'div',
    { class: 'flex' },
    wrappedFact(portal, detail.code, dossier.code),
    fact(submitted, printSecond(dossier.submitted)),
    fact(detail.received, dossier.received === null ? '' : printSecond(dossier.received)),
    fact(detail.term, dossier.procedure.term),
    fact(detail.due, printedDue(dossier)),
    fact(detail.status, words.status[dossier.status], 'status-line'),
    stepLine(dossier),
  );
}

function emptyFrames(): HTMLElement {
  const frames = EMPTY_FRAMES.map((id) => element('iframe', { id, src: '', title: id }));
  const holder = element('div', { class: 'frames' }, ...frames);
  setShown(holder, false);
  return holder;
}

function papersPanel(): HTMLElement {
  const papers = detail.papers.map((name, index) =>
    element('div', { class: 'fact' }, `${index + 1}. ${name} `, element('b', {}, detail.paperState)),
  );
  return element('div', { class: 'tab-panel' }, ...papers);
}

function historyPanel(dossier: PracticeDossier): HTMLElement {
  const started = dossier.received === null ? '' : printSecond(dossier.received);
  const cells = [...detail.historyRow, started, words.official, ''];
  const heads = detail.historyHeads.map((text) => element('th', {}, text));
  const table = element(
    'table',
    { class: 'v-table' },
    element('thead', {}, element('tr', {}, ...heads)),
    element('tbody', {}, element('tr', {}, ...cells.map((text) => element('td', {}, text)))),
  );
  return element('div', { class: 'tab-panel' }, table);
}

function tabs(dossier: PracticeDossier, actions: HTMLElement): HTMLElement {
  const panels = detail.tabs.map((_, index) => {
    if (index === 0) return element('div', { class: 'tab-panel' }, actions);
    if (index === 1) return papersPanel();
    return index === 4 ? historyPanel(dossier) : element('div', { class: 'tab-panel' });
  });
  const links = detail.tabs.map((text, index) =>
    element('a', { class: 'v-tabs__item', href: `#tabs-${index + 1}` }, text),
  );
  const choose = (chosen: number): void => {
    for (const [index, panel] of panels.entries()) setShown(panel, index === chosen);
    for (const [index, link] of links.entries()) link.classList.toggle('v-tabs__item--active', index === chosen);
  };
  for (const [index, link] of links.entries())
    link.addEventListener('click', (event) => {
      // A plain fragment link inside a hash-routed app: the portal prevents the default.
      event.preventDefault();
      choose(index);
    });
  choose(0);
  return element('div', { class: 'v-tabs' }, element('div', { class: 'v-tabs__bar' }, ...links), ...panels);
}

function actionsOf(dossier: PracticeDossier): readonly PracticeOutcome[] {
  if (CLOSED_STATUSES.includes(dossier.status)) return [];
  if (dossier.status === 'receiving') return ['received', 'supplement', 'refused'];
  return ['returned', 'supplement', 'refused'];
}

/** The buttons of the first tab: one unfolds a form under them, "Xác nhận" in it commits. */
class ActionPanel {
  readonly node = element('div', { class: 'actions' });
  readonly #buttons = element('div', { class: 'action-buttons' });
  readonly #form = element('div', { class: 'action-form' });
  readonly #portal: Portal;
  readonly #dossier: PracticeDossier;
  readonly #menu: number;

  constructor(portal: Portal, dossier: PracticeDossier, menu: number) {
    this.#portal = portal;
    this.#dossier = dossier;
    this.#menu = menu;
    this.node.append(this.#buttons, this.#form);
    this.#drawButtons();
  }

  #drawButtons(): void {
    const starts = actionsOf(this.#dossier).map((outcome) =>
      button(detail.actions[outcome], 'v-btn primary', () => this.#unfold(outcome)),
    );
    const hidden = element(
      'div',
      { class: 'v-menu__content' },
      element('div', { class: 'v-list__tile' }, words.backStep),
    );
    setShown(hidden, false);
    const more = button(words.other, 'v-btn', () => setShown(hidden, hidden.style.display === 'none'));
    this.#buttons.replaceChildren(...starts, more, hidden);
  }

  #unfold(outcome: PracticeOutcome): void {
    const opinion = element('textarea', { rows: '3', 'aria-label': detail.opinion });
    const commit = button(detail.confirm, 'v-btn primary', () => void this.#commit(outcome, commit));
    const leave = button(words.back, 'v-btn', () => this.#form.replaceChildren());
    const label = element('div', { class: 'v-subheader' }, `${detail.opinion} [*]`);
    this.#form.replaceChildren(label, opinion, element('div', {}, commit, leave));
  }

  async #commit(outcome: PracticeOutcome, commit: HTMLButtonElement): Promise<void> {
    commit.disabled = true;
    const success = await this.#portal.act(this.#dossier.id, outcome);
    if (this.#portal.signal.aborted) return;
    commit.disabled = false;
    if (success) this.#showDone();
  }

  /** The URL stays: buttons vanish, the alert appears, status and the second tab change in place. */
  #showDone(): void {
    const alert = element('div', { class: 'v-alert success', role: 'alert' }, element('div', {}, detail.done));
    this.node.replaceChildren(
      alert,
      button(words.back, 'v-btn', () => this.#portal.navigate({ page: 'list', menu: this.#menu })),
    );
    const changed = this.#portal.options.desk.find(this.#dossier.id);
    const status = this.#portal.app.querySelector('.status-line span:last-child');
    if (changed && status) status.textContent = ` ${words.status[changed.status]} `;
    const parts = this.#portal.app.querySelectorAll('.v-tabs__item')[1];
    if (parts) parts.textContent = detail.partsWithResult;
  }
}

function ribbon(portal: Portal, dossier: PracticeDossier, menu: number): HTMLElement {
  const name = dossier.procedure.name;
  return element(
    'div',
    { class: 'row-header' },
    element('div', { class: 'background-triangle-small' }, detail.ribbon),
    element('div', { class: 'service-name', title: name }, element('b', {}, name)),
    button(words.back, 'v-btn v-btn--small', () => portal.navigate({ page: 'list', menu })),
  );
}

/** One dossier's page, or the list where the number is unknown. */
export function showDetail(portal: Portal, place: HTMLElement, menu: number, id: number): void {
  const dossier = portal.options.desk.find(id);
  if (dossier === null) {
    portal.navigate({ page: 'list', menu });
    return;
  }
  void showAfterLoading(portal, place, () => [
    ribbon(portal, dossier, menu),
    element(
      'div',
      { class: 'v-expansion-panel' },
      element('div', { class: 'panel-title' }, detail.section),
      element('div', { class: 'layout facts' }, leftColumn(portal, dossier), rightColumn(portal, dossier)),
      element('div', { class: 'panel-title' }, detail.submitter),
    ),
    tabs(dossier, new ActionPanel(portal, dossier, menu).node),
    emptyFrames(),
  ]);
}
