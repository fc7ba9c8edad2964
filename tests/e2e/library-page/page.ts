import { libraryJob } from './job.ts';

/** Runs the job here and in a worker, and puts both answers where the test reads them. */
const worker = new Worker('/worker.js', { type: 'module' });
worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => show('worker', data));
libraryJob().then(
  (answer) => show('page', answer),
  (error: unknown) => show('page', String(error)),
);

function show(place: string, answer: unknown): void {
  document.documentElement.setAttribute(`data-${place}`, JSON.stringify(answer));
}
