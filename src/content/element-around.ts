/** What an element is laid out in: of a slot's content the slot, of what stands in a shadow root its host. */
export function elementAround(element: Element): Element | null {
  const { assignedSlot, parentElement } = element;
  return assignedSlot ?? parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
