import type { PracticeOutcome } from '../dossier.ts';
import { element } from '../element.ts';
import { showDetail } from './detail-page.ts';
import { showList } from './list-page.ts';
import { type OpenCpsOptions, type Portal, pause } from './portal.ts';
import { showReceive } from './receive-page.ts';
import { hashOf, parseRoute, type Route } from './route.ts';
import { showToast } from './toast.ts';
import words from './words.json' with { type: 'json' };

const COUNTERS_MS = 700;

class OpenCpsPortal {
  readonly #options: OpenCpsOptions;
  readonly #app = element('div', { id: 'app', 'data-app': 'true', class: 'opencps application' });
  readonly #place = element('div', { class: 'v-content__wrap' });
  readonly #menu = element('div', { class: 'v-navigation-drawer', role: 'navigation', 'aria-label': words.system });
  #leave = new AbortController();
  readonly #gone = new AbortController();

  constructor(root: HTMLElement, options: OpenCpsOptions) {
    this.#options = options;
    const bar = element(
      'div',
      { class: 'portal-bar' },
      element('b', {}, words.system),
      ` · ${words.agency} · ${words.notReal}`,
    );
    this.#app.append(
      bar,
      element('div', { class: 'portal-body' }, this.#menu, element('div', { class: 'v-content' }, this.#place)),
    );
    root.replaceChildren(this.#app);
    // Forward navigation gives no event, as in vue-router's hash mode; only Back and Forward do.
    window.addEventListener('popstate', () => this.#draw(), { signal: this.#gone.signal });
    this.#drawMenu();
    this.#draw();
  }

  destroy(): void {
    this.#leave.abort();
    this.#gone.abort();
    this.#app.remove();
  }

  #navigate(route: Route): void {
    window.history.pushState({ key: String(performance.now()) }, '', hashOf(route));
    this.#draw();
  }

  #draw(): void {
    this.#leave.abort();
    this.#leave = new AbortController();
    const route = parseRoute(window.location.hash);
    if (route === null) {
      const first: Route = { page: 'list', menu: 0 };
      window.history.replaceState({}, '', hashOf(first));
      this.#draw();
      return;
    }
    this.#show(route);
    this.#options.onEvent?.({ type: 'page', page: route.page });
  }

  #show(route: Route): void {
    const portal = this.#portal();
    if (route.page === 'list') showList(portal, this.#place, route.menu);
    else if (route.page === 'detail') showDetail(portal, this.#place, route.menu, route.id);
    else showReceive(portal, this.#place, route.menu, route.id);
  }

  #portal(): Portal {
    const { signal } = this.#leave;
    return {
      options: this.#options,
      app: this.#app,
      signal,
      navigate: (route) => {
        if (!signal.aborted) this.#navigate(route);
      },
      act: (id, outcome, applicant) => this.#act(id, outcome, applicant),
      toast: (kind, text) => showToast(this.#app, kind, text),
    };
  }

  async #act(id: number, outcome: PracticeOutcome, applicant?: string): Promise<boolean> {
    this.#options.onEvent?.({ type: 'sent', outcome });
    await pause(this.#options.answer(), this.#gone.signal);
    const success = !this.#options.fails && this.#options.desk.settle(id, outcome, applicant) !== null;
    showToast(this.#app, success ? 'success' : 'error', success ? words.toast.success : words.toast.failure);
    this.#options.onEvent?.({ type: 'action', outcome, success });
    return success;
  }

  #drawMenu(): void {
    const entries = words.menu.map((name, menu) => {
      const link = element('a', { class: 'v-list__tile', href: hashOf({ page: 'list', menu }) }, name);
      link.addEventListener('click', (event) => {
        event.preventDefault();
        this.#navigate({ page: 'list', menu });
      });
      return link;
    });
    this.#menu.replaceChildren(...entries);
    void pause(COUNTERS_MS, this.#gone.signal).then(() => {
      for (const [index, link] of entries.entries())
        link.append(element('span', { class: 'counter' }, ` (${entries.length - index})`));
    });
  }
}

/**
 * Mounts a portal in the shape of OpenCPS into `root` and routes by `location.hash` with `history.pushState`.
 * Returns what removes it. Keeps everything in memory: a reload begins anew.
 */
export function mountOpenCps(root: HTMLElement, options: OpenCpsOptions): () => void {
  const portal = new OpenCpsPortal(root, options);
  return () => portal.destroy();
}
