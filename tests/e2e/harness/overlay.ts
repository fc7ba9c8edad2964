import type { CDPSession, Page } from 'playwright-core';

/** Where a part of the overlay is drawn, in CSS pixels of the viewport. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** One part of the overlay as a user perceives it. */
export interface Part extends Box {
  readonly name: string;
  readonly text: string;
  readonly id: string | null;
  readonly pressed: boolean;
  readonly disabled: boolean;
}

/*
 * The overlay lives in a closed shadow root, as shipped: no selector of the page sees it. The extension's own
 * isolated world may open it (`chrome.dom.openOrClosedShadowRoot`), so the script below is evaluated there.
 */
const READ_PARTS = `(() => {
  const hosts = [...document.querySelectorAll('than-thien, than-thien-picker')];
  const roots = hosts.map((host) => chrome.dom.openOrClosedShadowRoot(host)).filter((root) => root !== null);
  return roots.flatMap((root) => [...root.querySelectorAll('[data-part]')])
    .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
    .map((element) => {
      const box = element.getBoundingClientRect();
      return {
        name: element.dataset.part,
        id: element.dataset.cue ?? element.dataset.page ?? element.dataset.fact ?? element.dataset.kind ?? null,
        text: element.textContent.replace(/\\s+/g, ' ').trim(),
        pressed: element.getAttribute('aria-pressed') === 'true',
        disabled: element.disabled === true,
        x: box.x, y: box.y, width: box.width, height: box.height,
      };
    })
    .filter((part) => part.width > 0 && part.height > 0);
})()`;

/** A chip that says something of this dossier, and not that the page is still being read. */
export function isRead({ text }: Part): boolean {
  return text !== '' && !text.startsWith('Đang đọc');
}

const POLL_MS = 25;
/** Looks in a row at which a part must lie where it lay before it is pressed. */
const STILL_LOOKS = 4;

function isSameBox(a: Box, b: Box): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** The little of a debugger's DOM node that is read here. */
interface DomNode {
  readonly nodeId: number;
  readonly nodeValue: string;
  readonly attributes?: string[];
  readonly children?: DomNode[];
  readonly shadowRoots?: DomNode[];
}

function domText(node: DomNode): string {
  const below = [...(node.children ?? []), ...(node.shadowRoots ?? [])].map(domText).join('');
  return node.nodeValue + below;
}

/** Drives the shipped overlay on one page of a Chromium browser, by what is visible and with a real mouse. */
export class Overlay {
  readonly #page: Page;
  readonly #session: CDPSession;
  readonly #extensionId: string;
  /** Requests of the page that came to nothing: then it may show nothing to be read. */
  readonly #failed: string[] = [];
  #contextId: number | null = null;

  private constructor(page: Page, session: CDPSession, extensionId: string) {
    this.#page = page;
    this.#session = session;
    this.#extensionId = extensionId;
    page.on('requestfailed', (request) => this.#failed.push(`${request.url()} (${request.failure()?.errorText})`));
  }

  /** Attach before the page navigates, so that the isolated world of each document is noticed. */
  static async attach(page: Page, extensionId: string): Promise<Overlay> {
    const session = await page.context().newCDPSession(page);
    const overlay = new Overlay(page, session, extensionId);
    session.on('Runtime.executionContextCreated', ({ context }) => {
      const isMainFrame = context.auxData?.frameId === overlay.#mainFrameId;
      const isOurs = context.origin === `chrome-extension://${extensionId}` && !context.name.startsWith('__playwright');
      if (isOurs && isMainFrame) overlay.#contextId = context.id;
    });
    session.on('Runtime.executionContextsCleared', () => {
      overlay.#contextId = null;
    });
    const { frameTree } = await session.send('Page.getFrameTree');
    overlay.#mainFrameId = frameTree.frame.id;
    await session.send('Runtime.enable');
    return overlay;
  }

  #mainFrameId: string | null = null;

  /** Evaluates an expression in the content script's isolated world; undefined while there is none. */
  async evaluate<T>(expression: string): Promise<T | undefined> {
    if (this.#contextId === null) return undefined;
    try {
      const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
        expression,
        contextId: this.#contextId,
        returnByValue: true,
        awaitPromise: true,
      });
      if (exceptionDetails) return undefined;
      return result.value as T;
    } catch {
      return undefined; // the document went away meanwhile
    }
  }

  /** All visible parts. */
  async parts(): Promise<Part[]> {
    return (await this.evaluate<Part[]>(READ_PARTS)) ?? [];
  }

  /** The first visible part of this name (and cue or kind id), or undefined. */
  async find(name: string, id?: string): Promise<Part | undefined> {
    return (await this.parts()).find((part) => part.name === name && (id === undefined || part.id === id));
  }

  async textOf(name: string): Promise<string | undefined> {
    return (await this.find(name))?.text;
  }

  /** Waits until a part is visible and fits; fails with what is visible instead. */
  async waitFor(name: string, fits: (part: Part) => boolean = () => true, timeoutMs = 8_000): Promise<Part> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const found = (await this.parts()).find((part) => part.name === name && fits(part));
      if (found) return found;
      if (Date.now() > end) {
        throw new Error(`no "${name}" that fits; visible: ${await this.describe()}; ${await this.#surroundings()}`);
      }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Waits until no part of this name is visible. */
  async waitGone(name: string, timeoutMs = 8_000): Promise<void> {
    const end = Date.now() + timeoutMs;
    while (await this.find(name)) {
      if (Date.now() > end) throw new Error(`"${name}" is still there; visible: ${await this.describe()}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** A real (trusted) click in the middle of a part, once it lies still: the pill grows with what it learns. */
  async click(name: string, id?: string): Promise<void> {
    const read = () => this.waitFor(name, (candidate) => id === undefined || candidate.id === id);
    let part = await read();
    // Facts of the page come a little after the panel, and move it: still means several looks in a row.
    for (let still = 0; still < STILL_LOOKS; ) {
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
      const now = await read();
      still = isSameBox(part, now) ? still + 1 : 0;
      part = now;
    }
    await this.#page.mouse.click(part.x + part.width / 2, part.y + part.height / 2);
  }

  async describe(): Promise<string> {
    const parts = await this.parts();
    return (
      parts.map((part) => `${part.name}${part.id ? `#${part.id}` : ''}=${JSON.stringify(part.text)}`).join(' ') ||
      'nothing'
    );
  }

  /** Why there may be nothing to be seen: the page itself, or a rule of ours that rests there. */
  async #surroundings(): Promise<string> {
    const shown = await this.evaluate<string>('document.body?.innerText.slice(0, 120)');
    const resting = await this.evaluate<string>(
      'chrome.storage.local.get("restingRules").then(({ restingRules }) => JSON.stringify(restingRules ?? []))',
    );
    return `the page: ${JSON.stringify(shown)}, failed: ${this.#failed.join(' ') || 'nothing'}, at rest: ${resting}`;
  }

  /** Roles and names of the overlay as the browser gives them to a screen reader. */
  async accessibleNames(): Promise<{ role: string; name: string }[]> {
    const { nodes } = await this.#session.send('Accessibility.getFullAXTree');
    return nodes
      .filter((node) => !node.ignored && node.role && node.name?.value)
      .map((node) => ({ role: String(node.role?.value), name: String(node.name?.value) }));
  }

  /**
   * Parts of an overlay whose extension is gone (reloaded under the page): its isolated world has lost the browser's
   * API, so the debugger's own view of the closed root is taken instead.
   */
  async #orphanedNodes(): Promise<{ name: string; text: string; nodeId: number }[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    const found: { name: string; text: string; nodeId: number }[] = [];
    const visit = (node: DomNode): void => {
      const at = node.attributes?.indexOf('data-part') ?? -1;
      const name = at >= 0 ? node.attributes?.[at + 1] : undefined;
      if (name) found.push({ name, text: domText(node), nodeId: node.nodeId });
      for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) visit(child);
    };
    visit(root);
    return found;
  }

  async orphanedText(name: string): Promise<string> {
    return (await this.#orphanedNodes()).find((node) => node.name === name)?.text ?? '';
  }

  async waitForOrphaned(name: string, timeoutMs = 8_000): Promise<string> {
    const end = Date.now() + timeoutMs;
    for (;;) {
      const text = await this.orphanedText(name);
      if (text !== '') return text;
      if (Date.now() > end) throw new Error(`no "${name}": ${JSON.stringify(await this.#orphanedNodes())}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** A real click on a part of an orphaned overlay, if it is there. */
  async pressOrphaned(name: string): Promise<void> {
    const node = (await this.#orphanedNodes()).find((candidate) => candidate.name === name);
    if (!node) return;
    const { model } = await this.#session.send('DOM.getBoxModel', { nodeId: node.nodeId });
    const [left = 0, top = 0, right = 0, , , bottom = 0] = model.border;
    await this.#page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  get session(): CDPSession {
    return this.#session;
  }

  get extensionId(): string {
    return this.#extensionId;
  }
}
