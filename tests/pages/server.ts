import { createServer as createHttpServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { generate } from 'selfsigned';
import type { PracticeDossier } from '../../src/training/practice/dossier.ts';
import { bundlePageApps } from './bundle.ts';
import { practiceDossiers } from './dossiers.ts';
import { HOSTS } from './families.ts';
import type { PageAnswer, PageRequest } from './page-answer.ts';
import { SiteMap } from './site-map.ts';

const LOOPBACK = '127.0.0.1';
const LARGEST_FORM = 100_000;

export interface PracticePortalOptions {
  /** PEM texts; without them a self-signed certificate for the host names is made. */
  readonly https?: { readonly key: string; readonly cert: string };
  /** Clock of the portal's server, epoch ms; the dossiers are made relative to it. */
  readonly now?: () => number;
  /** The dossiers of the commune at a moment (epoch ms); without it `practiceDossiers`. */
  readonly dossiers?: (now: number) => readonly PracticeDossier[];
}

export interface PracticePortal {
  /** Plain http. Also takes CONNECT, so that a browser without a host map (Firefox) can use it as its proxy. */
  readonly httpPort: number;
  readonly httpsPort: number;
  /** Value of Chromium's `--host-resolver-rules`: the real host names come here, everything else is nowhere. */
  readonly hostMap: string;
  close(): Promise<void>;
}

async function certificate(): Promise<{ key: string; cert: string }> {
  const altNames = Object.values(HOSTS).map((value) => ({ type: 2 as const, value }));
  const made = await generate([{ name: 'commonName', value: HOSTS.opencps }], {
    keySize: 2048,
    algorithm: 'sha256',
    extensions: [{ name: 'subjectAltName', altNames: [...altNames, { type: 7 as const, ip: LOOPBACK }] }],
  });
  return { key: made.private, cert: made.cert };
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams | null> {
  if (request.method !== 'POST') return null;
  let text = '';
  for await (const chunk of request) {
    text += String(chunk);
    if (text.length > LARGEST_FORM) throw new Error('The posted form is too large.');
  }
  return new URLSearchParams(text);
}

async function pageRequest(request: IncomingMessage, scheme: string): Promise<PageRequest> {
  // A proxied request carries its whole address.
  const url = new URL(request.url ?? '/', `${scheme}://${request.headers.host ?? LOOPBACK}`);
  return { url, cookie: request.headers.cookie ?? '', form: await readForm(request) };
}

function send(response: ServerResponse, { status, body, headers }: PageAnswer): void {
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...headers });
  response.end(body);
}

function handler(sites: SiteMap, scheme: string) {
  return (request: IncomingMessage, response: ServerResponse): void => {
    pageRequest(request, scheme)
      .then((asked) => send(response, sites.answer(asked)))
      .catch((error: unknown) => send(response, { status: 500, body: String(error) }));
  };
}

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, LOOPBACK, resolve));
  // A TCP server that listens has an address with a port; the string form is for pipes.
  return (server.address() as AddressInfo).port;
}

/** Remembers open sockets: a tunnel is no request, and `close` must end it too. */
function tunnelTo(ports: ReadonlyMap<string, number>, open: Set<Socket>) {
  return (request: IncomingMessage, client: Socket): void => {
    const [host = '', asked = ''] = (request.url ?? '').split(':');
    const port = Object.values<string>(HOSTS).includes(host) ? ports.get(asked) : undefined;
    if (port === undefined) {
      client.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
      return;
    }
    const upstream = connect(port, LOOPBACK, () => client.write('HTTP/1.1 200 OK\r\n\r\n'));
    for (const [socket, other] of [[client, upstream] as const, [upstream, client] as const]) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => open.delete(socket));
    }
  };
}

function hostMapOf(httpPort: number, httpsPort: number): string {
  const rules = Object.values(HOSTS).flatMap((host) => [
    `MAP ${host}:443 ${LOOPBACK}:${httpsPort}`,
    `MAP ${host}:80 ${LOOPBACK}:${httpPort}`,
  ]);
  return [...rules, 'MAP * ~NOTFOUND', 'EXCLUDE localhost', `EXCLUDE ${LOOPBACK}`].join(', ');
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * Starts the practice portal on loopback: bundles the page apps once, in memory, and serves the four families by Host
 * header over http and https on free ports.
 * @throws if the page apps do not build
 */
export async function startPracticePortal(options: PracticePortalOptions = {}): Promise<PracticePortal> {
  const [files, tls] = await Promise.all([bundlePageApps(), options.https ?? certificate()]);
  const sites = new SiteMap(files, options.now ?? Date.now, options.dossiers ?? practiceDossiers);
  const http = createHttpServer(handler(sites, 'http'));
  const https = createHttpsServer({ key: tls.key, cert: tls.cert }, handler(sites, 'https'));
  const [httpPort, httpsPort] = await Promise.all([listen(http), listen(https)]);
  const tunnels = new Set<Socket>();
  http.on(
    'connect',
    tunnelTo(
      new Map([
        ['443', httpsPort],
        ['80', httpPort],
      ]),
      tunnels,
    ),
  );
  return {
    httpPort,
    httpsPort,
    hostMap: hostMapOf(httpPort, httpsPort),
    async close() {
      for (const socket of tunnels) socket.destroy();
      await Promise.all([closed(http), closed(https)]);
    },
  };
}
