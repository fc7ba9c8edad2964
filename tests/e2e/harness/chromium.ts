import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findBrowser } from '../../../scripts/browsers.mjs';
import { type PracticePortal, startPracticePortal } from '../../pages/server.ts';
import { Overlay } from './overlay.ts';

/** Flags that keep a test browser quiet and off the network. */
export const QUIET_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
] as const;

/** Smallest screen we promise to work on. */
export const SCREEN = { width: 1366, height: 768 } as const;

/** A page of the practice portal with the overlay on it. */
export interface DeskPage {
  readonly page: Page;
  readonly overlay: Overlay;
}

export interface DeskOptions {
  /** Folder of the built extension; default `dist`. */
  readonly extension?: string;
  /** Browser profile to use again; default a new one, removed at the end. */
  readonly profile?: string;
  /** A portal that is already running; default a new one. */
  readonly portal?: PracticePortal;
  readonly headless?: boolean;
  /** Time the practice portal takes as now, epoch ms; default the real time. */
  readonly now?: () => number;
  readonly extraFlags?: readonly string[];
}

/** Id of an unpacked extension: the first 32 hex digits of SHA-256 over its absolute path, as letters a–p. */
export function extensionIdOf(folder: string): string {
  const hex = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 32);
  return [...hex].map((digit) => String.fromCharCode('a'.charCodeAt(0) + Number.parseInt(digit, 16))).join('');
}

/** A Chromium with the built extension and the practice portal under the real host names. */
export class Desk {
  readonly #ownsPortal: boolean;
  readonly #ownsProfile: boolean;

  private constructor(
    readonly context: BrowserContext,
    readonly portal: PracticePortal,
    readonly profile: string,
    readonly extension: string,
    owns: { portal: boolean; profile: boolean },
  ) {
    this.#ownsPortal = owns.portal;
    this.#ownsProfile = owns.profile;
  }

  static async open(options: DeskOptions = {}): Promise<Desk> {
    const extension = resolve(options.extension ?? 'dist');
    const portal = options.portal ?? (await startPracticePortal(options.now ? { now: options.now } : {}));
    const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'than-thien-')));
    const executablePath = findBrowser('chromium');
    if (executablePath === null) throw new Error('no Chromium found; run "npm test" once, it installs or names it');
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      headless: options.headless ?? true,
      viewport: options.headless === false ? null : SCREEN,
      ignoreHTTPSErrors: true,
      // Who opened the desk ends it, profile folder included; the driver's own handlers would exit before that.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        // The portal's certificate is its own; the profile is thrown away afterwards.
        '--ignore-certificate-errors',
        `--host-resolver-rules=${portal.hostMap}`,
        ...QUIET_FLAGS,
        ...(options.extraFlags ?? []),
      ],
    });
    return new Desk(context, portal, profile, extension, {
      portal: options.portal === undefined,
      profile: options.profile === undefined,
    });
  }

  get extensionId(): string {
    return extensionIdOf(this.extension);
  }

  /** The running service worker, started if need be. */
  async worker(): Promise<Worker> {
    return this.context.serviceWorkers()[0] ?? (await this.context.waitForEvent('serviceworker'));
  }

  /** Opens a page of the portal with a handle on its overlay. */
  async visit(url: string): Promise<DeskPage> {
    await this.worker();
    const page = await this.context.newPage();
    const overlay = await Overlay.attach(page, this.extensionId);
    await page.goto(url, { waitUntil: 'domcontentloaded' });
    return { page, overlay };
  }

  /** Opens a page of the extension itself, e.g. `src/popup/index.html`. */
  async extensionPage(
    path: string,
    size: { width: number; height: number } = { width: 420, height: 600 },
  ): Promise<Page> {
    await this.worker();
    const page = await this.context.newPage();
    await page.setViewportSize(size);
    await page.goto(`chrome-extension://${this.extensionId}/${path}`);
    return page;
  }

  /** Stops the service worker, as the browser does when it is idle. */
  async killWorker(page: Page): Promise<void> {
    const session = await this.context.newCDPSession(page);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await session.detach();
  }

  /** Kills the browser as a power cut would: SIGKILL, nothing flushed. */
  async kill(): Promise<void> {
    const session = await this.context.browser()?.newBrowserCDPSession();
    if (!session) throw new Error('this context has no browser to kill');
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (!browser) throw new Error('the browser process is not listed');
    const closed = new Promise<void>((done) => this.context.once('close', () => done()));
    process.kill(browser.id, 'SIGKILL');
    await closed;
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.#ownsPortal) await this.portal.close();
    if (this.#ownsProfile) await rm(this.profile, { recursive: true, force: true, maxRetries: 3 });
  }
}
