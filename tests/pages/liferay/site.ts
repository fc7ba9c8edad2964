import { randomUUID } from 'node:crypto';
import { DossierDesk, type PracticeDossier, type PracticeOutcome } from '../../../src/training/practice/dossier.ts';
import { practiceProcedure } from '../../../src/training/practice/procedures.ts';
import { wallTimeAt } from '../../../src/training/practice/wall-time.ts';
import type { PageAnswer, PageRequest } from '../page-answer.ts';
import { detailPage, listPage, type Notice, pageUrl, receivePage } from './pages.ts';

const COOKIE = 'JSESSIONID';
const OUTCOMES: readonly PracticeOutcome[] = ['received', 'returned', 'supplement', 'refused'];

/** What the server remembers of one visitor between two page loads. */
interface Visit {
  readonly desk: DossierDesk;
  /** Said on the next page only. */
  notice: Notice | null;
}

/** The classic site: every step is a full page load, and the state lives on the server. */
export class LiferaySite {
  readonly #visits = new Map<string, Visit>();
  readonly #now: () => number;
  readonly #dossiers: (now: number) => readonly PracticeDossier[];

  constructor(now: () => number, dossiers: (now: number) => readonly PracticeDossier[]) {
    this.#now = now;
    this.#dossiers = dossiers;
  }

  answer(request: PageRequest): PageAnswer {
    const known = new RegExp(`${COOKIE}=([\\w-]+)`).exec(request.cookie)?.[1];
    const id = known !== undefined && this.#visits.has(known) ? known : randomUUID();
    const visit = this.#visits.get(id) ?? this.#open(id);
    const answer = request.form === null ? this.#page(request.url, visit) : this.#act(request.url, request.form, visit);
    return { ...answer, headers: { ...answer.headers, 'set-cookie': `${COOKIE}=${id}; Path=/; HttpOnly` } };
  }

  #open(id: string): Visit {
    const desk = new DossierDesk(this.#dossiers(this.#now()), () => wallTimeAt(this.#now()));
    const visit: Visit = { desk, notice: null };
    this.#visits.set(id, visit);
    return visit;
  }

  #page(url: URL, visit: Visit): PageAnswer {
    const notice = visit.notice;
    visit.notice = null;
    const fail = url.searchParams.get('fail') === '1';
    if (url.pathname === '/group/guest/tiep-nhan-ho-so') return { status: 200, body: receivePage(fail) };
    const dossier = visit.desk.find(Number(url.searchParams.get('hoSoId')));
    if (url.pathname === '/group/guest/chi-tiet-ho-so' && dossier !== null)
      return { status: 200, body: detailPage(dossier, notice, fail) };
    return { status: 200, body: listPage(visit.desk.all(), notice) };
  }

  #act(url: URL, form: URLSearchParams, visit: Visit): PageAnswer {
    const outcome = OUTCOMES.find((candidate) => candidate === form.get('btnLuu'));
    const id = this.#dossierOf(url, form, visit);
    const refused = outcome === undefined || id === null || url.searchParams.get('fail') === '1';
    if (!refused) visit.desk.settle(id, outcome, form.get('chuHoSo')?.toLocaleUpperCase('vi'));
    visit.notice = refused ? 'failure' : 'success';
    const target =
      id === null
        ? pageUrl('danh-sach-ho-so', 'danhsachhoso')
        : pageUrl('chi-tiet-ho-so', 'chitiethoso', { hoSoId: String(id) });
    return { status: 303, body: '', headers: { location: target } };
  }

  #dossierOf(url: URL, form: URLSearchParams, visit: Visit): number | null {
    const printed = url.searchParams.get('hoSoId');
    if (printed !== null) return Number(printed);
    const procedure = practiceProcedure(form.get('thuTuc') ?? '');
    return procedure === null ? null : visit.desk.open(procedure).id;
  }
}
