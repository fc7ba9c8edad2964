/** WCAG 2.5.8, CSS pixels. */
export const TARGET_PX = 24;

/**
 * Parts of the card that stick out of it or of the window sideways, a card higher than the window, buttons smaller than
 * `side`. Runs in a page that shows a panel in an open root.
 */
export function panelMisfits(side: number): string[] {
  const root = [...document.querySelectorAll('div')].find(({ shadowRoot }) => shadowRoot !== null)?.shadowRoot;
  const card = root?.querySelector('.card')?.getBoundingClientRect();
  if (root == null || card === undefined) return ['no card'];
  const isOut = card.top < 0 || card.bottom > innerHeight || card.left < 0 || card.right > innerWidth;
  const faults = isOut ? ['card'] : [];
  for (const element of root.querySelectorAll<HTMLElement>('.card *:not(svg, svg *, .spoken)')) {
    const box = element.getBoundingClientRect();
    const isWide = element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
    if (isWide || box.left < card.left - 1 || box.right > card.right + 1) faults.push(`wide: ${element.innerText}`);
    const isSmall = element.localName === 'button' && (box.width < side || box.height < side);
    if (isSmall) faults.push(`small: ${element.innerText}`);
  }
  return faults;
}
