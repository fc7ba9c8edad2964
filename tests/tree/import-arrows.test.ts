import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sourcesIn } from './source-tree.ts';

/*
 * Who may import whom (docs/architecture.md). A room is the first rule whose folder holds the file.
 * `biome.json` says the same to the editor; this test also sees what lint cannot, e.g. a path through `..`.
 */
const MAY_IMPORT: Record<string, readonly string[]> = {
  core: [],
  'page-reader': ['core'],
  platform: ['core'],
  ui: ['core', 'platform'],
  rules: ['core', 'page-reader'],
  messages: ['core', 'page-reader', 'rules', 'platform'],
  storage: ['core'],
  background: ['core', 'page-reader', 'platform', 'rules', 'messages', 'storage'],
  content: ['core', 'page-reader', 'messages', 'ui', 'platform', 'rules'],
  popup: ['core', 'page-reader', 'messages', 'rules', 'ui', 'platform', 'storage/journal-query'],
  review: ['core', 'page-reader', 'messages', 'rules', 'ui', 'platform', 'storage/journal-query'],
  training: ['core', 'page-reader', 'messages', 'rules', 'ui', 'platform', 'storage/journal-query', 'content'],
  settings: ['core', 'page-reader', 'messages', 'rules', 'ui', 'platform', 'storage/journal-query', 'content'],
  'checklist-cli': ['core', 'page-reader', 'rules'],
};

/** Room of a repository path; the readers' door of storage is a room of its own. */
function roomOf(path: string): string | null {
  if (path.startsWith('packages/checklist-core/')) return 'core';
  if (path.startsWith('packages/page-reader/')) return 'page-reader';
  if (path.startsWith('packages/checklist-cli/')) return 'checklist-cli';
  if (path.startsWith('src/storage/journal-query')) return 'storage/journal-query';
  const room = /^src\/([^/]+)\//.exec(path)?.[1];
  return room ?? null;
}

function roomOfImport(file: SourceFile, specifier: string): string | null {
  if (specifier === 'checklist-core' || specifier.startsWith('checklist-core/')) return 'core';
  if (specifier === 'page-reader' || specifier.startsWith('page-reader/')) return 'page-reader';
  if (!specifier.startsWith('.')) return null;
  return roomOf(posix.join(posix.dirname(file.path), specifier));
}

const sources = sourcesIn('packages', 'src');

function breaches(): string[] {
  return sources.flatMap((file) => {
    const room = roomOf(file.path);
    if (room === null) return [];
    const home = room === 'storage/journal-query' ? 'storage' : room;
    const allowed = MAY_IMPORT[home] ?? [];
    return importsOf(file)
      .map((specifier) => [specifier, roomOfImport(file, specifier)] as const)
      .filter(([, target]) => target !== null && !target.startsWith(home) && !allowed.includes(target))
      .map(([specifier, target]) => `${file.path} (${home}) imports ${specifier} (${target})`);
  });
}

describe('import arrows', () => {
  it('sees the tree', () => {
    expect(sources.length).toBeGreaterThan(40);
    expect(new Set(sources.map((file) => roomOf(file.path)))).toContain('core');
  });

  it('point only where the architecture says', () => {
    expect(breaches()).toEqual([]);
  });

  it('let only platform/browser.ts import the polyfill', () => {
    const importers = sources
      .filter((file) => importsOf(file).includes('webextension-polyfill'))
      .map(({ path }) => path);
    expect(importers).toEqual(['src/platform/browser.ts']);
  });

  it('keep platform/browser.ts out of the content script', () => {
    const reached = new Set<string>();
    const visit = (path: string): void => {
      const file = sources.find((candidate) => candidate.path === path);
      if (!file || reached.has(path)) return;
      reached.add(path);
      // A type-only import is gone at run time.
      const runtime = { ...file, text: file.text.replace(/^import type [\s\S]*?;$|^export type [\s\S]*?;$/gm, '') };
      for (const specifier of importsOf(runtime))
        if (specifier.startsWith('.')) visit(posix.join(posix.dirname(path), specifier));
    };
    visit('src/content/index.ts');
    visit('src/content/lookout/index.ts');
    expect(reached.size).toBeGreaterThan(3);
    expect(
      [...reached].filter((path) => path === 'src/platform/browser.ts' || path.startsWith('src/storage/')),
    ).toEqual([]);
  });

  it('leave the library without DOM, browser, clock or zone', () => {
    const forbidden =
      /\b(?:document|window|navigator|localStorage|chrome|browser)\.|\bDate\.now\b|\bnew Date\b|\bMath\.random\b/;
    const guilty = sources.filter(
      ({ path, text }) => path.startsWith('packages/checklist-core/') && forbidden.test(stripComments(text)),
    );
    expect(guilty.map(({ path }) => path)).toEqual([]);
  });
});

function stripComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}
