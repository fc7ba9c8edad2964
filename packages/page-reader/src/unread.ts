/** What the rules of this file ask of an element; a DOM element answers it as it is. */
export interface NamedElement {
  /** Lower-case tag name. */
  readonly localName: string;
  getAttribute(name: string): string | null;
}

/** Elements that hold no words a person reads, or another document. */
const WORDLESS = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'head',
  'link',
  'meta',
  'svg',
  'canvas',
  'iframe',
  'object',
  'embed',
  'audio',
  'video',
  'mat-icon',
]);

/** Input types whose value is a secret, a file, or not words at all. */
const UNREAD_INPUTS = new Set(['password', 'hidden', 'file', 'checkbox', 'radio', 'range', 'color', 'image']);

/** Icon fonts write words such as `arrow_downward` into the page. */
const ICON_CLASSES = new Set(['material-icons', 'v-icon', 'anticon', 'fa', 'fas', 'far', 'glyphicon']);

/**
 * True for what every adapter leaves out of its tree: no words, words of an icon font, or an input nobody may read. `tag`:
 * where it has been asked for already.
 */
export function isUnread(element: NamedElement, tag = element.localName): boolean {
  if (WORDLESS.has(tag)) return true;
  if (tag === 'input') return isUnreadInput(element);
  if (tag !== 'i' && tag !== 'span') return false;
  if (tag === 'i' && isAriaHidden(element)) return true;
  return element.getAttribute('class')?.split(/\s+/).some(isIconClass) ?? false;
}

function isIconClass(name: string): boolean {
  return ICON_CLASSES.has(name) || name.startsWith('material-symbols-');
}

/** True for an input whose value is a secret, a file, or not words at all. */
export function isUnreadInput(input: NamedElement): boolean {
  return UNREAD_INPUTS.has((input.getAttribute('type') ?? 'text').toLowerCase());
}

/** True where a subtree is taken away from assistive tools: then it is taken away from the reader too. */
export function isAriaHidden(element: NamedElement): boolean {
  return element.getAttribute('aria-hidden') === 'true';
}
