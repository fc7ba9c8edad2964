import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { CorpusState } from './state.ts';

/** Serves the corpus byte for byte, each page saying its own charset, and the page that reads it. */
export interface CorpusServer {
  readonly readingPage: string;
  urlOf(state: CorpusState): string;
  close(): Promise<void>;
}

export async function serveCorpus(states: readonly CorpusState[], readingPage: string): Promise<CorpusServer> {
  const byPath = new Map<string, Buffer | string>(states.map((state) => [pathOf(state), state.bytes]));
  byPath.set('/', readingPage);
  const server = createServer((request, response) => {
    const bytes = byPath.get(request.url ?? '');
    response.writeHead(bytes ? 200 : 404, { 'content-type': 'text/html' }).end(bytes);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    readingPage: `http://127.0.0.1:${port}/`,
    urlOf: (state) => `http://127.0.0.1:${port}${pathOf(state)}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function pathOf({ family, name }: CorpusState): string {
  return `/${family}/${name}`;
}
