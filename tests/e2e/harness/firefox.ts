import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, connect as netConnect, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { type PracticePortal, startPracticePortal } from '../../pages/server.ts';
import { SCREEN } from './chromium.ts';

/** Fixed by us so that the address of the extension's pages is known. */
const EXTENSION_UUID = '6f1a7c1e-2b64-4d58-9a75-1f3c5d7e9b01';
export const GECKO_ID = 'than-thien@than-thien.invalid';

/** Everything a CONNECT or plain proxy needs to send every host to the practice portal. */
async function startProxy(portal: PracticePortal): Promise<{ port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((client) => {
    sockets.add(client);
    client.on('error', () => client.destroy());
    client.once('data', (head) => {
      const line = head.toString('latin1').split('\r\n', 1)[0] ?? '';
      const isTunnel = line.startsWith('CONNECT ');
      const upstream = netConnect(isTunnel ? portal.httpsPort : portal.httpPort, '127.0.0.1', () => {
        if (isTunnel) client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        // A plain request names the whole address; the portal wants the path only.
        else upstream.write(head.toString('latin1').replace(/^(\w+) http:\/\/[^/]+/, '$1 '), 'latin1');
        client.pipe(upstream).pipe(client);
      });
      sockets.add(upstream);
      upstream.on('error', () => client.destroy());
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    port: address.port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}

/** A node as WebDriver BiDi serialises it, closed shadow roots included. */
interface BidiNode {
  readonly type: string;
  readonly sharedId?: string;
  readonly value?: {
    readonly nodeType: number;
    readonly localName?: string;
    readonly nodeValue?: string;
    readonly attributes?: Readonly<Record<string, string>>;
    readonly children?: readonly BidiNode[];
    readonly shadowRoot?: BidiNode | null;
  };
}

interface NamedPart {
  readonly name: string;
  readonly text: string;
  readonly id: string | null;
  readonly sharedId: string;
}

/** Middle and size of a part, in CSS pixels of the viewport. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One part of the overlay in Firefox: its name, text, a reference to it, and where it is. */
export interface FirefoxPart extends NamedPart, Place {}

/** The browser's own window, as WebDriver BiDi reaches it in Firefox. */
interface BrowserWindow {
  readonly connection: { send(method: string, params: object): Promise<{ result: Record<string, unknown> }> };
}

/** What puppeteer keeps to itself but BiDi commands need. */
interface BidiInternals {
  readonly connection: { send(method: string, params: unknown): Promise<{ result: { result: BidiNode } }> };
}

function textOf(node: BidiNode): string {
  if (node.value?.nodeType === 3) return node.value.nodeValue ?? '';
  return (node.value?.children ?? []).map(textOf).join('');
}

function idOf(attributes: Readonly<Record<string, string>> = {}): string | null {
  return attributes['data-cue'] ?? attributes['data-page'] ?? attributes['data-kind'] ?? null;
}

function partsIn(node: BidiNode): NamedPart[] {
  const own = node.value?.attributes?.['data-part'];
  const here =
    own && node.sharedId
      ? [
          {
            name: own,
            text: textOf(node).replace(/\s+/g, ' ').trim(),
            id: idOf(node.value?.attributes),
            sharedId: node.sharedId,
          },
        ]
      : [];
  const below = [...(node.value?.children ?? []), ...(node.value?.shadowRoot ? [node.value.shadowRoot] : [])];
  return [...here, ...below.flatMap(partsIn)];
}

/** `prefs`: kept by the profile from then on. */
function launch(profile: string, prefs: Readonly<Record<string, string | number | boolean>> = {}): Promise<Browser> {
  const executablePath = findBrowser('firefox');
  if (executablePath === null) throw new Error('no Firefox found; run "npm test" once, it installs or names it');
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    userDataDir: profile,
    acceptInsecureCerts: true,
    defaultViewport: SCREEN,
    args: ['--remote-allow-system-access', `--width=${SCREEN.width}`, `--height=${SCREEN.height}`],
    extraPrefsFirefox: prefs,
  });
}

/** Firefox ESR with the built extension and the practice portal under the real host names. */
export class FirefoxDesk {
  readonly #closeProxy: () => Promise<void>;
  #browser: Browser;

  private constructor(
    browser: Browser,
    readonly portal: PracticePortal,
    closeProxy: () => Promise<void>,
    readonly profile: string,
  ) {
    this.#browser = browser;
    this.#closeProxy = closeProxy;
  }

  get browser(): Browser {
    return this.#browser;
  }

  /** Closes the browser and starts it again with the same profile; an extension put in for a session is lost by that. */
  async restart(): Promise<void> {
    await this.#browser.close();
    this.#browser = await launch(this.profile);
  }

  /** What a function (as text) of strings gives in the browser's own window. */
  async inBrowser(functionDeclaration: string, ...args: readonly string[]): Promise<unknown> {
    const { connection } = this.browser as unknown as BrowserWindow;
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = result.contexts as readonly { context: string }[];
    const answer = await connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args.map((value) => ({ type: 'string', value })),
      target: { context: window?.context },
      awaitPromise: true,
    });
    if (answer.result.type === 'exception') throw new Error(JSON.stringify(answer.result.exceptionDetails));
    return (answer.result.result as { value?: unknown }).value;
  }

  /** `given`: a portal that was started for this desk; it is closed with it. */
  static async open(given?: PracticePortal): Promise<FirefoxDesk> {
    const portal = given ?? (await startPracticePortal());
    const proxy = await startProxy(portal);
    const profile = await mkdtemp(join(tmpdir(), 'than-thien-firefox-'));
    const browser = await launch(profile, {
      'extensions.webextensions.uuids': JSON.stringify({ [GECKO_ID]: EXTENSION_UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxy.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxy.port,
      'network.proxy.no_proxies_on': '',
      // Nobody can answer a prompt here: what a press asks for is granted.
      'extensions.webextOptionalPermissionPrompts': false,
      // What a page saves goes the way of the profile.
      'browser.download.folderList': 2,
      'browser.download.dir': join(profile, 'saved'),
      'browser.download.alwaysOpenPanel': false,
    });
    await browser.installExtension(resolve('dist-firefox'));
    return new FirefoxDesk(browser, portal, proxy.close, profile);
  }

  /** Folder that pages save files to; not there before the first one. */
  get saved(): string {
    return join(this.profile, 'saved');
  }

  async visit(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.setViewport(SCREEN);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return page;
  }

  /** Opens a page of the extension itself; Firefox never reports these as loaded, so the wait is ours. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(`moz-extension://${EXTENSION_UUID}/${path}`, { timeout: 700 }).catch(() => undefined);
    await page.waitForFunction(() => document.readyState === 'complete');
    return page;
  }

  /** Parts of the overlay that are drawn on this page. */
  async parts(page: Page): Promise<FirefoxPart[]> {
    const root = await this.#evaluate(page, "() => document.querySelector('than-thien-picker, than-thien')", []);
    if (root.type !== 'node') return [];
    const found: FirefoxPart[] = [];
    for (const part of partsIn(root)) {
      const place = await this.#place(page, part);
      if (place) found.push({ ...part, ...place });
    }
    return found;
  }

  async waitFor(page: Page, name: string, fits: (part: FirefoxPart) => boolean = () => true): Promise<FirefoxPart> {
    const end = Date.now() + 10_000;
    for (;;) {
      const parts = await this.parts(page).catch(() => []);
      const found = parts.find((part) => part.name === name && fits(part));
      if (found) return found;
      if (Date.now() > end)
        throw new Error(`no "${name}"; visible: ${parts.map((part) => `${part.name}=${part.text}`).join(' ')}`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** Waits until no part of this name is to be seen. */
  async waitGone(page: Page, name: string): Promise<void> {
    const end = Date.now() + 10_000;
    while ((await this.parts(page)).some((part) => part.name === name)) {
      if (Date.now() > end) throw new Error(`"${name}" is still there`);
      await new Promise((done) => setTimeout(done, 50));
    }
  }

  /** A real click in the middle of a part. */
  async click(page: Page, name: string, id?: string): Promise<void> {
    const part = await this.waitFor(page, name, (candidate) => id === undefined || candidate.id === id);
    await page.mouse.click(part.x, part.y);
  }

  /** What a function (as text) says of a part; from the part it can go anywhere in the closed root. */
  async ask(page: Page, part: FirefoxPart, functionDeclaration: string): Promise<unknown> {
    const answer = await this.#evaluate(page, functionDeclaration, [{ sharedId: part.sharedId }]);
    return (answer as { value?: unknown }).value;
  }

  async #place(page: Page, part: NamedPart): Promise<Place | null> {
    const measure = `(element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const shown = width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
      return shown ? [x + width / 2, y + height / 2, width, height].join(' ') : '';
    }`;
    const answer = await this.#evaluate(page, measure, [{ sharedId: part.sharedId }]);
    const measured = String((answer as { value?: unknown }).value ?? '');
    const [x = 0, y = 0, width = 0, height = 0] = measured.split(' ').map(Number);
    return measured === '' ? null : { x, y, width, height };
  }

  async #evaluate(page: Page, functionDeclaration: string, args: readonly unknown[]): Promise<BidiNode> {
    const { connection } = this.browser as unknown as BidiInternals;
    const { _id: context } = page.mainFrame() as unknown as { _id: string };
    const { result } = await connection.send('script.callFunction', {
      functionDeclaration,
      arguments: args,
      target: { context },
      awaitPromise: true,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 12 },
    });
    return result.result;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#closeProxy();
    await this.portal.close();
    await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
