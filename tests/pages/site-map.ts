import type { PracticeDossier } from '../../src/training/practice/dossier.ts';
import words from '../../src/training/practice/opencps/words.json' with { type: 'json' };
import { filingPage, ratingPage } from './citizen/pages.ts';
import { HOSTS } from './families.ts';
import { FRAMES_PATH } from './frames/frames-path.ts';
import { framesPage } from './frames/pages.ts';
import { dataBlock, escapeHtml, htmlPage } from './html.ts';
import { LiferaySite } from './liferay/site.ts';
import { oddPage } from './odd/pages.ts';
import type { PageAnswer, PageRequest } from './page-answer.ts';
import { DATA_BLOCK, type PageData } from './page-data.ts';
import { NAMED_ROUTES } from './routes.ts';
import { sealedPage } from './sealed/pages.ts';
import { STATIC_BASE } from './static-base.ts';

const NOT_FOUND: PageAnswer = { status: 404, body: htmlPage({ title: '404', body: '<p>404</p>' }) };

function assets(script: string, ...styles: readonly string[]): string {
  const links = styles.map((name) => `<link rel="stylesheet" href="${STATIC_BASE}${name}.css">`);
  return `${links.join('')}<script type="module" src="${STATIC_BASE}${script}.js"></script>`;
}

function appPage(title: string, root: string, head: string, data: PageData): string {
  return htmlPage({ title, head, body: `<main id="${root}"></main>${dataBlock(DATA_BLOCK, data)}` });
}

/** All sites of the practice portal, told apart by the Host header. Answers pages; knows nothing of sockets. */
export class SiteMap {
  readonly #files: ReadonlyMap<string, string>;
  readonly #now: () => number;
  readonly #dossiers: (now: number) => readonly PracticeDossier[];
  readonly #liferay: LiferaySite;

  constructor(
    files: ReadonlyMap<string, string>,
    now: () => number,
    dossiers: (now: number) => readonly PracticeDossier[],
  ) {
    this.#files = files;
    this.#now = now;
    this.#dossiers = dossiers;
    this.#liferay = new LiferaySite(now, dossiers);
  }

  answer(request: PageRequest): PageAnswer {
    const { hostname, pathname } = request.url;
    if (pathname.startsWith(STATIC_BASE)) return this.#file(pathname.slice(STATIC_BASE.length));
    if (pathname === FRAMES_PATH) return framesPage(request.url);
    if (hostname === HOSTS.opencps && request.url.pathname.startsWith('/noi-bo/')) {
      return oddPage(request.url, this.#dossiers(this.#now()));
    }
    if (hostname === HOSTS.opencps && request.url.pathname.startsWith('/kin/')) {
      return sealedPage(request.url, this.#dossiers(this.#now()));
    }
    if (hostname === HOSTS.opencps) return this.#opencps(request.url);
    if (hostname === HOSTS.antd) return this.#app('Hệ thống một cửa', 'antd');
    if (hostname === HOSTS.national && pathname.startsWith('/nop-ho-so/')) return filingPage();
    if (hostname === HOSTS.national) return this.#app('Cổng dịch vụ công', 'national');
    if (hostname === HOSTS.liferay) return this.#liferay.answer(request);
    // Any office may run the classic system, also on a host or a number that no list names.
    const isOpen = hostname === HOSTS.unlisted || hostname === '127.0.0.1';
    if (isOpen && pathname.startsWith('/group/')) return this.#liferay.answer(request);
    if (hostname === HOSTS.unlisted)
      return { status: 200, body: htmlPage({ title: 'Trang khác', body: '<p>Trang khác (ví dụ).</p>' }) };
    return hostname === '127.0.0.1' || hostname === 'localhost' ? this.#index() : NOT_FOUND;
  }

  #file(name: string): PageAnswer {
    const body = this.#files.get(name);
    if (body === undefined) return NOT_FOUND;
    const type = name.endsWith('.css') ? 'text/css' : 'text/javascript';
    return { status: 200, body, headers: { 'content-type': `${type}; charset=utf-8` } };
  }

  #data(): PageData {
    const now = this.#now();
    return { now, dossiers: this.#dossiers(now) };
  }

  #app(title: string, name: string): PageAnswer {
    return { status: 200, body: appPage(title, 'root', assets(name, name), this.#data()) };
  }

  #opencps({ pathname, searchParams }: URL): PageAnswer {
    if (pathname === '/web/mot-cua/danh-gia-can-bo') return ratingPage(this.#dossiers(this.#now()));
    if (pathname !== '/web/mot-cua/qlhs') return { status: 200, body: this.#unknownPage() };
    const variant = searchParams.get('variant');
    const styles = variant === 'hostile' ? ['opencps', 'hostile'] : ['opencps'];
    const body = appPage('qlhs', 'portlet', assets('opencps', ...styles), this.#data());
    return { status: 200, body, headers: variant === 'csp' ? { 'content-security-policy': "default-src 'self'" } : {} };
  }

  #unknownPage(): string {
    const { heading, paragraphs } = words.unknown;
    const text = paragraphs.map((paragraph) => `<p>${escapeHtml(paragraph)}</p>`).join('');
    return htmlPage({ title: heading, body: `<main><h1>${escapeHtml(heading)}</h1>${text}</main>` });
  }

  /** What a person sees who opens the server by its number: the addresses of all pages. */
  #index(): PageAnswer {
    const links = Object.entries(NAMED_ROUTES).map(
      ([name, url]) => `<li><a href="${escapeHtml(url)}">${escapeHtml(name)}</a></li>`,
    );
    return {
      status: 200,
      body: htmlPage({
        title: 'Practice portal',
        body: `<main><h1>Practice portal</h1><ul>${links.join('')}</ul></main>`,
      }),
    };
  }
}
