export type Child = Node | string | null;

/** Makes an element of the page's document; attributes only, so that a strict style policy has nothing to refuse. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that runs `press`, in the portals' shape: the text sits in an inner div. */
export function button(text: string, className: string, press: () => void): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: className },
    element('div', { class: 'v-btn__content' }, text),
  );
  made.addEventListener('click', press);
  return made;
}

/** Hides or shows as single-page portals do: by `display`, with the node left in the tree. */
export function setShown(node: HTMLElement, shown: boolean): void {
  node.style.display = shown ? '' : 'none';
}
