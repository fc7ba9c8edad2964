/**
 * In the page: in the place of all there is, a component that nobody has defined. Its script comes late and by no element of
 * the page; then it shows what it has in a shadow root.
 */
export function defineLate([html, mode]: readonly [string, ShadowRootMode]): void {
  document.body.innerHTML = '<the-muon></the-muon>';
  class Late extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode }).innerHTML = html;
    }
  }
  // By then what was read before has come to rest.
  setTimeout(() => customElements.define('the-muon', Late), 4_000);
}
