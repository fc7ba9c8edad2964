import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** One file of the tree, path relative to the root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript source under `folders`, tests left out. */
export function sourcesIn(...folders: string[]): SourceFile[] {
  return folders.flatMap(filesUnder).filter(({ path }) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
}

/** What is no source: it was installed, or built by an earlier run. */
const MADE = /[\\/](?:node_modules|dist)(?:[\\/]|$)/;

/** Every file under `folder`, read as text. */
export function filesUnder(folder: string): SourceFile[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !MADE.test(entry.parentPath))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((full) => ({ path: relative(ROOT, full).split(sep).join('/'), text: readFileSync(full, 'utf8') }));
}

/** Module specifiers a source imports, exports from or loads, comments left out. */
export function importsOf({ text }: SourceFile): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
  const matches = code.matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)(['"])([^'"]+)\1/g);
  return [...matches].map((match) => match[2] ?? '');
}
