import { type PracticeDossier, printedDue } from '../dossier.ts';
import { button, element, setShown } from '../element.ts';
import { PRACTICE_PROCEDURES, practiceProcedure } from '../procedures.ts';
import { printSecond } from '../wall-time.ts';
import { makeDialog } from './dialog.ts';
import type { Portal } from './portal.ts';
import { showAfterLoading } from './skeleton.ts';
import words from './words.json' with { type: 'json' };

const { list } = words;
const ICON = { class: 'v-icon material-icons theme--light', 'aria-hidden': 'true' };
/** Below this width the portal folds each row into one cell. */
const NARROW_PX = 1264;

/** Which dossiers each entry of the left menu shows. */
const MENU_FILTERS: readonly ((dossier: PracticeDossier) => boolean)[] = [
  () => true,
  ({ status }) => status === 'processing' || status === 'waiting',
  ({ channel }) => channel === 'online',
  ({ status }) => status === 'released' || status === 'done',
  () => true,
];

function receivedText({ received }: PracticeDossier): string {
  return received === null ? '' : printSecond(received);
}

function channelText({ channel }: PracticeDossier): string {
  return channel === 'online' ? list.online : list.direct;
}

function dueSpan({ dueText }: PracticeDossier): HTMLElement | null {
  if (dueText === '') return null;
  // The real portals paint "Quá 3 ngày" green: colour says nothing.
  return element('span', { class: dueText.startsWith(words.due.late) ? 'red--text' : 'green--text' }, dueText);
}

function openCell(
  portal: Portal,
  menu: number,
  dossier: PracticeDossier,
  ...content: (Node | string | null)[]
): HTMLElement {
  const target = element('div', { class: 'pointer' }, ...content);
  target.addEventListener('click', () => portal.navigate({ page: 'detail', menu, id: dossier.id }));
  return element('td', { class: 'px-2' }, target);
}

function checkCell(): HTMLElement {
  return element('td', { class: 'checkbox' }, element('i', ICON, 'check_box_outline_blank'));
}

/** The row's own way in by keyboard and its menu; both are icon words to a reader. */
function taskCell(portal: Portal, menu: number, dossier: PracticeDossier): HTMLElement {
  const open = element('button', { type: 'button', class: 'v-btn v-btn--icon', title: list.view });
  open.append(element('i', ICON, 'filter_list'));
  open.addEventListener('click', () => portal.navigate({ page: 'detail', menu, id: dossier.id }));
  return element('td', { class: 'px-2 text-xs-center' }, open);
}

function wideRow(portal: Portal, menu: number, dossier: PracticeDossier, number: number): HTMLElement {
  const cell = (...content: (Node | string | null)[]): HTMLElement => openCell(portal, menu, dossier, ...content);
  const due = dueSpan(dossier);
  return element(
    'tr',
    {},
    checkCell(),
    cell(String(number)),
    cell(
      element('span', { class: 'nowrap' }, dossier.code),
      element('br'),
      element('span', { class: 'caption' }, channelText(dossier)),
    ),
    cell(element('div', { class: 'service' }, dossier.procedure.name)),
    cell(dossier.applicant),
    cell(receivedText(dossier)),
    cell(printedDue(dossier), due && element('br'), due),
    cell(words.status[dossier.status]),
    taskCell(portal, menu, dossier),
  );
}

function narrowRow(portal: Portal, menu: number, dossier: PracticeDossier, number: number): HTMLElement {
  const line = (label: string, ...content: (Node | string | null)[]): HTMLElement =>
    element('div', {}, element('span', { class: 'text-bold' }, label), ...content);
  const due = dueSpan(dossier);
  const code = dossier.code === '' ? channelText(dossier) : `${dossier.code} - ${channelText(dossier)}`;
  const cell = openCell(
    portal,
    menu,
    dossier,
    element('div', {}, code),
    element('div', {}, dossier.procedure.name),
    line(list.applicantShort, dossier.applicant),
    line(list.receivedShort, receivedText(dossier)),
    line(list.dueShort, printedDue(dossier)),
    due && element('div', {}, due),
  );
  return element('tr', {}, openCell(portal, menu, dossier, String(number)), cell, taskCell(portal, menu, dossier));
}

function header(portal: Portal, text: string): HTMLElement {
  // Every tooltip keeps a second, hidden copy of its text in the app.
  const copy = element('div', { class: 'v-tooltip__content' }, element('span', {}, text));
  setShown(copy, false);
  portal.app.append(copy);
  return element('th', { role: 'columnheader', class: 'column sortable' }, text, element('i', ICON, 'arrow_downward'));
}

function table(portal: Portal, menu: number, dossiers: readonly PracticeDossier[]): HTMLElement {
  const narrow = window.innerWidth < NARROW_PX;
  const columns = [list.number, list.code, list.procedure, list.applicant, list.received, list.due, list.status];
  const heads = narrow
    ? [header(portal, list.number), header(portal, list.procedure)]
    : [
        element('th', { class: 'checkbox', role: 'presentation' }, element('i', ICON, 'check_box_outline_blank')),
        ...columns.map((text) => header(portal, text)),
      ];
  const tasks = element('th', { role: 'columnheader' }, list.tasks);
  const progress = element(
    'tr',
    { class: 'v-datatable__progress' },
    element('th', { colspan: String(heads.length + 1), class: 'column', role: 'presentation' }),
  );
  const row = narrow ? narrowRow : wideRow;
  return element(
    'div',
    { id: 'table-dossier' },
    element(
      'table',
      { class: 'v-datatable v-table theme--light' },
      element('thead', {}, element('tr', {}, ...heads, tasks), progress),
      element('tbody', {}, ...dossiers.map((dossier, index) => row(portal, menu, dossier, index + 1))),
    ),
  );
}

function filterPanel(): HTMLElement {
  const fields = list.filterLabels.map((label) =>
    element(
      'div',
      { class: 'layout' },
      element('div', { class: 'flex' }, label),
      element('div', { class: 'flex' }, filterInput(label)),
    ),
  );
  const panel = element('div', { class: 'filter-fields' }, ...fields);
  setShown(panel, false);
  const toggle = button(list.filter, 'v-btn v-btn--small', () => setShown(panel, panel.style.display === 'none'));
  return element('div', { class: 'filter-panel' }, toggle, panel);
}

function filterInput(label: string): HTMLElement {
  return element('input', { type: 'text', 'aria-label': label, autocomplete: 'off' });
}

function procedureDialog(portal: Portal, menu: number): () => void {
  const options = Object.values(PRACTICE_PROCEDURES).map(({ code, name }) =>
    element('option', { value: code }, `${code} - ${name}`),
  );
  const select = element('select', { 'aria-label': words.chooseProcedure }, ...options);
  const choose = (): void => {
    dialog.close();
    const procedure = practiceProcedure(select.value);
    if (procedure) portal.navigate({ page: 'receive', menu, id: portal.options.desk.open(procedure).id });
  };
  const buttons = element(
    'div',
    { class: 'v-card__actions' },
    button(words.agree, 'v-btn primary', choose),
    button(words.back, 'v-btn', () => dialog.close()),
  );
  const dialog = makeDialog(portal.app, words.chooseProcedure, [select, buttons]);
  portal.signal.addEventListener('abort', () => dialog.close(), { once: true });
  return () => {
    dialog.open();
    select.focus();
  };
}

/** A dialog that was once opened stays in the tree, hidden, with labels that mean nothing on this page. */
function staleRefusalDialog(portal: Portal): void {
  const { title, labels, buttons } = words.refusalDialog;
  const rows = labels.map((label) =>
    element('div', { class: 'fact' }, element('span', {}, label), element('span', {}, ' - ')),
  );
  makeDialog(portal.app, title, [...rows, ...buttons.map((text) => button(text, 'v-btn', () => undefined))]);
}

/** The dossier list of one entry of the left menu. */
export function showList(portal: Portal, place: HTMLElement, menu: number): void {
  const matches = MENU_FILTERS[menu] ?? (() => true);
  const openDialog = procedureDialog(portal, menu);
  staleRefusalDialog(portal);
  const ribbon = element(
    'div',
    { class: 'row-header' },
    element('div', { class: 'background-triangle-big' }, words.menu[menu] ?? ''),
  );
  const tools = element(
    'div',
    { class: 'list-tools' },
    button(words.newDossier, 'v-btn primary', openDialog),
    filterPanel(),
  );
  const body = element('div', { class: 'list-body' });
  place.replaceChildren(ribbon, tools, body);
  void showAfterLoading(portal, body, () => {
    const dossiers = portal.options.desk.all().filter(matches);
    const chips = element(
      'div',
      { class: 'chips' },
      ...list.chips.map((text, index) => element('span', { class: 'v-chip' }, `${index + 1} ${text}`)),
    );
    const paging = element(
      'div',
      { class: 'paging' },
      element('span', {}, list.total.replace('{n}', String(dossiers.length))),
      ' ',
      element('span', {}, list.perPage),
      ' 15',
    );
    return [chips, table(portal, menu, dossiers), paging];
  });
}
