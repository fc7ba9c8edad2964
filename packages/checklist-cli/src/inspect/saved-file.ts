import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { PageNode } from 'page-reader';
import { decodedPage, type SheetBeside, savedPage } from 'page-reader/saved';
import { isSystemError, readWholeFile } from '../input-file.ts';
import { UsageError } from '../usage-error.ts';

const MEBIBYTE = 1024 * 1024;
/** Largest page that is read. A list of 5,000 dossiers takes 5 MiB; larger files are archives or hold pictures. */
const LARGEST_PAGE = 32;
/** Largest style sheet beside it; one that is larger counts as missing. */
const LARGEST_SHEET = 8;

/** A saved page, and how much of its looks was saved with it. */
export interface SavedFile {
  readonly root: PageNode;
  /** Style sheets that the page names beside itself and that are not there: what they hide is taken for visible. */
  readonly missingSheets: number;
}

/** Opens a saved page; its style sheets are looked for in its own folder only. @throws UsageError if it is no HTML file. */
export async function openSavedFile(path: string): Promise<SavedFile> {
  const bytes = await readWholeFile(path, LARGEST_PAGE * MEBIBYTE);
  if (bytes === null) {
    throw new UsageError(
      `${path}: larger than ${LARGEST_PAGE} MiB. Save the page as "Webpage, Complete", so that pictures lie beside it.`,
    );
  }
  const html = decodedPage(bytes);
  refuseOther(path, html);
  const missing = new Set<string>();
  const besides = sheetsBeside(path);
  const root = savedPage(html, {
    sheetBeside: (href) => {
      const sheet = besides(href);
      if (sheet === null) missing.add(href);
      return sheet;
    },
  });
  return { root, missingSheets: missing.size };
}

/** Refuses what would be read as an empty page without a word. */
function refuseOther(path: string, text: string): void {
  if (/^(?:[\w-]+: [^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*)*MIME-Version:/i.test(text.slice(0, 4096))) {
    throw new UsageError(`${path}: is a web archive (MHTML). Save the page as "Webpage, Complete" or "HTML only".`);
  }
  if (!/<[a-z!?]/i.test(text)) {
    throw new UsageError(`${path}: holds no HTML. Save the page in the browser with Ctrl+S and name that file.`);
  }
}

function sheetsBeside(page: string): SheetBeside {
  const folder = dirname(resolve(page));
  return (href) => {
    const path = resolve(folder, decoded(href.trim().replace(/[?#].*$/s, '')));
    const inside = relative(folder, path);
    if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null;
    return readSheet(path);
  };
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function readSheet(path: string): string | null {
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > LARGEST_SHEET * MEBIBYTE) return null;
    return decodedPage(readFileSync(path));
  } catch (error) {
    // A name with a zero byte in it is no name.
    if (isSystemError(error) || error instanceof TypeError) return null;
    throw error;
  }
}
