import { type Element, isTag, isText, type ParentNode } from 'domhandler';
import { choiceRead } from '../radio-choice.ts';
import { elementsBelow, nodesBelow } from './document-order.ts';

const NUMBER = /^-?(?:\d+(?:\.\d+)?|\.\d+)(?:e[+-]?\d+)?$/i;
/** What these inputs hold is a value of their form or nothing. */
const FORMS: Readonly<Record<string, RegExp>> = {
  number: NUMBER,
  date: /^\d{4,}-\d\d-\d\d$/,
  month: /^\d{4,}-\d\d$/,
  week: /^\d{4,}-W\d\d$/,
  time: /^\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?$/,
};

/** What a person reads in an input, textarea or select as its attributes and options say; null for other elements. */
export function fieldValue(element: Element): string | null {
  switch (element.name) {
    case 'input':
      return inputValue((element.attribs.type ?? 'text').toLowerCase(), element.attribs.value ?? '');
    case 'textarea':
      return textOf(element);
    case 'select':
      return chosen(element).map(optionText).join(', ');
    default:
      return choiceOf(element);
  }
}

/** A radio button's words, whether they stand in it or in its label; null for all else. */
export function choiceOf(element: Element): string | null {
  const isLabel = element.name === 'label';
  if (!isLabel && element.attribs.role !== 'radio') return null;
  const words = textOf(element);
  // Asked first: to look for what a label names takes longer.
  if (choiceRead(words, true) === null) return null;
  const { name, attribs } = (isLabel && controlOf(element)) || element;
  const isNative = name === 'input' && attribs.type?.toLowerCase() === 'radio';
  if (!isNative && attribs.role !== 'radio') return null;
  return choiceRead(words, isNative ? 'checked' in attribs : attribs['aria-checked'] === 'true');
}

/** What a label names: by its id anywhere around it, else the first that is in it. */
function controlOf(label: Element): Element | undefined {
  const id = label.attribs.for;
  let around: ParentNode = label;
  while (id !== undefined && isTag(around) && around.parent !== null) around = around.parent;
  for (const element of elementsBelow(around)) {
    const isIts = id === undefined ? element.name === 'input' || element.name === 'button' : element.attribs.id === id;
    if (isIts) return element;
  }
  return undefined;
}

function inputValue(type: string, value: string): string {
  const form = FORMS[type];
  if (form !== undefined) return form.test(value) ? value : '';
  const line = value.replace(/[\r\n]/g, '');
  return type === 'email' || type === 'url' ? line.trim() : line;
}

/** The options that a select shows: those marked, of a drop-down list the last of them, else its first. */
function chosen(select: Element): readonly Element[] {
  const options = optionsOf(select);
  const marked = options.filter(({ attribs }) => 'selected' in attribs);
  if ('multiple' in select.attribs) return marked;
  if (marked.length > 0 || Number(select.attribs.size ?? 1) > 1) return marked.slice(-1);
  return options.filter((option) => !isDisabled(option)).slice(0, 1);
}

function optionsOf(parent: Element): readonly Element[] {
  return parent.children
    .filter(isTag)
    .flatMap((child) => (child.name === 'option' ? [child] : child.name === 'optgroup' ? optionsOf(child) : []));
}

function isDisabled({ attribs, parent }: Element): boolean {
  return (
    'disabled' in attribs ||
    (parent !== null && isTag(parent) && parent.name === 'optgroup' && 'disabled' in parent.attribs)
  );
}

function optionText(option: Element): string {
  return textOf(option)
    .replace(/[\t\n\f\r ]+/g, ' ')
    .trim();
}

function textOf(element: Element): string {
  let text = '';
  for (const node of nodesBelow(element)) {
    const isScript = node.parent !== null && isTag(node.parent) && node.parent.name === 'script';
    if (isText(node) && !isScript) text += node.data;
  }
  return text;
}
