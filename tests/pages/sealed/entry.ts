import type { SealedElement } from './sealed-element.ts';

/** Keeps what it shows to itself: nobody else gets hold of its closed root. */
class Sealed extends HTMLElement implements SealedElement {
  readonly #root = this.attachInternals().shadowRoot;

  connectedCallback(): void {
    this.#root?.addEventListener('click', ({ target }) => {
      if (target instanceof Element && target.textContent === 'Xác nhận') target.after('Thực hiện thành công!');
    });
  }

  write(label: string, value: string): void {
    this.#valueOf(label).textContent = value;
  }

  boxOf(label: string): DOMRect {
    const button = this.#all('button').find(({ textContent }) => textContent === label);
    return (button ?? this.#valueOf(label)).getBoundingClientRect().toJSON();
  }

  #valueOf(label: string): Element {
    const at = this.#all('dt, th').findIndex(({ textContent }) => textContent === label);
    const value = this.#all('dd, tbody tr:first-child td')[at];
    if (value === undefined) throw new Error(`"${label}" is not there`);
    return value;
  }

  #all(selector: string): readonly Element[] {
    return [...(this.#root?.querySelectorAll(selector) ?? [])];
  }
}

customElements.define('phieu-kin', class extends Sealed {});
customElements.define('so-kin', class extends Sealed {});
