import { escapeHtml, htmlPage } from '../html.ts';
import type { PageAnswer } from '../page-answer.ts';

const STYLE =
  'body { margin: 0; font: 15px Arial } iframe { display: block; width: 92%; height: 620px; margin: 12px 4%; border: 3px solid #ccc }';

/** A shell as older systems have: a head, and one frame for each `trong` of the query; an empty one stays blank. */
export function framesPage({ host, searchParams }: URL): PageAnswer {
  const sources = searchParams.getAll('trong').map((inside) => inside.replace(`https://${host}/`, '/'));
  if (searchParams.has('bo')) return { status: 200, body: framesetPage(sources) };
  const frames = sources.map((source) => `<iframe src="${escapeHtml(source)}"></iframe>`);
  return {
    status: 200,
    body: htmlPage({
      title: 'Phần mềm khung (trang mẫu)',
      head: `<style>${STYLE}</style>`,
      body: `<p>Phần mềm khung (trang mẫu, hồ sơ không có thật)</p>${frames.join('')}`,
    }),
  };
}

/** The shell of the oldest ones, with `bo` in the query: no body, a head above a set of frames in another set. */
function framesetPage(sources: readonly string[]): string {
  const frames = sources.map((source) => `<frame src="${escapeHtml(source)}">`).join('');
  const sets = `<frameset rows="60,*"><frame src="about:blank"><frameset cols="10%,*"><frame src="about:blank">${frames}</frameset></frameset>`;
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Phần mềm khung (trang mẫu)</title></head>${sets}</html>`;
}
