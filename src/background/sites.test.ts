import { beforeEach, describe, expect, it, vi } from 'vitest';

const LISTED = ['https://motcua.vi-du.vn/*', '*://dvc.vi-du.vn/*'];
const GRANTED = 'http://10.0.0.5/*';
const LOOKOUT = 'src/content/lookout/index.js';

/** A browser with one open tab of each site; `standing`: the tabs that hold an overlay already. */
const browser = vi.hoisted(() => {
  const open: Record<string, number> = {};
  const registered: { id: string; js: string[] }[] = [];
  const standing = new Set<number>();
  const served: number[] = [];
  /** The tabs that were served by the time our pages were told. */
  const told: number[][] = [];
  /** Tabs whose page asks something with `alert`. */
  const asking = new Set<number>();
  const executeScript = async ({ target, files }: { target: { tabId: number }; files?: string[] }) => {
    if (asking.has(target.tabId)) await new Promise(() => undefined);
    if (files === undefined) return [{ result: !standing.has(target.tabId) }];
    served.push(target.tabId);
    return [];
  };
  return { open, registered, standing, asking, served, told, executeScript };
});

vi.mock('../platform/browser.ts', () => ({
  ownRoot: () => 'chrome-extension://x/',
  permissions: { getAll: async () => ({ origins: [...LISTED, GRANTED] }) },
  runtime: {
    sendMessage: async () => void browser.told.push([...browser.served]),
    getManifest: () => ({ host_permissions: LISTED, content_scripts: [{ js: [LOOKOUT] }] }),
  },
  tabs: { query: async ({ url }: { url: string }) => [{ id: browser.open[url] }] },
  scripting: {
    getRegisteredContentScripts: async () => browser.registered,
    registerContentScripts: async (added: typeof browser.registered) => browser.registered.push(...added),
    unregisterContentScripts: async () => undefined,
    executeScript: browser.executeScript,
  },
}));

const { keepSites, sitesInstalled } = await import('./sites.ts');

beforeEach(() => {
  Object.assign(browser.open, { [LISTED[0] ?? '']: 1, [LISTED[1] ?? '']: 2, [GRANTED]: 3 });
  browser.registered.length = 0;
  browser.standing.clear();
  browser.asking.clear();
  browser.served.length = 0;
  browser.told.length = 0;
});

const served = () => [...browser.served].sort();
/** Pages are served each as soon as it can be; nobody waits for them. */
const settled = () => new Promise((done) => setTimeout(done, 20));

describe('open tabs', () => {
  it('of listed and granted sites get the script of this version on installation and update', async () => {
    await sitesInstalled();
    await settled();
    expect(served()).toEqual([1, 2, 3]);
  });

  it('get none over an overlay that stands there', async () => {
    browser.standing.add(2);
    await sitesInstalled();
    await settled();
    expect(served()).toEqual([1, 3]);
  });

  it('are told of to our pages once they have it: the popup says whether we run there', async () => {
    await sitesInstalled();
    await settled();
    expect(browser.told).toHaveLength(3);
    expect(browser.told.at(-1)).toHaveLength(3);
  });

  it('that answer nobody keep none of the others waiting, nor what is done next', async () => {
    browser.asking.add(1);
    await sitesInstalled();
    await keepSites();
    await settled();
    expect(served()).toEqual([2, 3]);
  });

  it('are left alone when the background merely starts', async () => {
    browser.registered.push({ id: GRANTED, js: [LOOKOUT] });
    await keepSites();
    await settled();
    expect(served()).toEqual([]);
  });

  it('of a granted site get the script at any start at which it was missing', async () => {
    await keepSites();
    await settled();
    expect(served()).toEqual([3]);
  });
});
