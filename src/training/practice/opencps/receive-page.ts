import { type PracticeDossier, printedDue } from '../dossier.ts';
import { button, element } from '../element.ts';
import { printSecond } from '../wall-time.ts';
import type { Portal } from './portal.ts';
import { showAfterLoading } from './skeleton.ts';
import words from './words.json' with { type: 'json' };

const { receive } = words;

/** A row of the grid: the label's column, then the value's column. */
function row(label: string, value: Node | string): HTMLElement {
  return element(
    'div',
    { class: 'layout row wrap' },
    element('div', { class: 'flex xs2' }, element('div', { class: 'v-subheader' }, label)),
    element('div', { class: 'flex xs4' }, value),
  );
}

/**
 * An input as the portals have it: no id, no name, no label element; the text stands in the column before it. The
 * accessible name is ours: people practise here too, and no reader of ours looks at it.
 */
function bareInput(label: string): HTMLInputElement {
  return element('input', { type: 'text', autocomplete: 'off', 'aria-label': label });
}

function panel(title: string, ...rows: readonly Node[]): HTMLElement {
  return element('div', { class: 'v-expansion-panel' }, element('div', { class: 'panel-title' }, title), ...rows);
}

class ReceiveForm {
  readonly #portal: Portal;
  readonly #dossier: PracticeDossier;
  readonly #menu: number;
  readonly #name = bareInput(receive.nameField);
  readonly #code = element('p', { class: 'printed' });
  readonly #bar = element('div', { class: 'receive-bar' });

  constructor(portal: Portal, dossier: PracticeDossier, menu: number) {
    this.#portal = portal;
    this.#dossier = dossier;
    this.#menu = menu;
    this.#code.textContent = dossier.code;
    this.#bar.append(
      button(words.back, 'v-btn', () => portal.navigate({ page: 'list', menu })),
      button(receive.receiveAndNew, 'v-btn primary', () => void this.#receive(true)),
      button(receive.receive, 'v-btn primary', () => void this.#receive(false)),
    );
  }

  pieces(): readonly Node[] {
    const { procedure, received, submitted } = this.#dossier;
    const header = element(
      'div',
      { class: 'row-header' },
      element('div', { class: 'background-triangle-small' }, receive.ribbon),
      element('div', { class: 'service-name', title: procedure.name }, element('b', {}, procedure.name)),
    );
    const times = element(
      'div',
      { class: 'v-expansion-panel times' },
      row(receive.code, this.#code),
      row(receive.term, element('p', { class: 'printed' }, procedure.term)),
      row(receive.received, element('p', { class: 'printed' }, printSecond(received ?? submitted))),
      row(receive.due, element('p', { class: 'printed' }, printedDue(this.#dossier))),
    );
    return [header, times, this.#ownerPanel(), this.#submitterPanel(), this.#partsPanel(), this.#bar];
  }

  #ownerPanel(): HTMLElement {
    const kinds = element('div', { class: 'kinds' }, element('b', {}, receive.citizen), ' | ', receive.organisation);
    const rows = receive.fields.map((label) => row(label, label === receive.nameField ? this.#name : bareInput(label)));
    return panel(receive.owner, kinds, ...rows);
  }

  #submitterPanel(): HTMLElement {
    const box = element(
      'div',
      { class: 'v-input--checkbox' },
      element('input', { type: 'checkbox', 'aria-label': receive.isOwner }),
      ` ${receive.isOwner}`,
    );
    return panel(
      receive.submitter,
      box,
      row(receive.title, element('textarea', { rows: '2', 'aria-label': receive.title })),
    );
  }

  #partsPanel(): HTMLElement {
    const papers = words.detail.papers.map((name, index) =>
      element(
        'div',
        { class: 'fact' },
        `${index + 1}. ${name} `,
        index === 0 ? element('span', { class: 'red--text' }, receive.required) : null,
      ),
    );
    return panel(receive.parts, ...papers);
  }

  async #receive(andNew: boolean): Promise<void> {
    const name = this.#name.value.trim();
    if (name === '') {
      this.#portal.toast('error', words.toast.required);
      return;
    }
    this.#setBusy(true);
    const success = await this.#portal.act(this.#dossier.id, 'received', name.toLocaleUpperCase('vi'));
    if (this.#portal.signal.aborted) return;
    this.#setBusy(false);
    if (!success) return;
    if (andNew) this.#openNext();
    else this.#showDone();
  }

  #setBusy(busy: boolean): void {
    for (const control of this.#bar.querySelectorAll('button')) control.disabled = busy;
  }

  #openNext(): void {
    const next = this.#portal.options.desk.open(this.#dossier.procedure);
    this.#portal.navigate({ page: 'receive', menu: this.#menu, id: next.id });
  }

  #showDone(): void {
    this.#code.textContent = this.#portal.options.desk.find(this.#dossier.id)?.code ?? '';
    const alert = element('div', { class: 'v-alert success', role: 'alert' }, element('div', {}, words.detail.done));
    const back = button(words.back, 'v-btn', () => this.#portal.navigate({ page: 'list', menu: this.#menu }));
    this.#bar.replaceChildren(alert, back);
  }
}

/** The form of a new dossier, or the list where the number is unknown. */
export function showReceive(portal: Portal, place: HTMLElement, menu: number, id: number): void {
  const dossier = portal.options.desk.find(id);
  if (dossier === null) {
    portal.navigate({ page: 'list', menu });
    return;
  }
  void showAfterLoading(portal, place, () => new ReceiveForm(portal, dossier, menu).pieces());
}
