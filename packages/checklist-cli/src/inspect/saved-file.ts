import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import type { PageNode } from 'page-reader';
import { decodedPage, savedPage } from 'page-reader/saved';
import { isSystemError, readWholeFile } from '../input-file.ts';
import { UsageError } from '../usage-error.ts';

const MEBIBYTE = 1024 * 1024;
/** Largest page that is read. A list of 5,000 dossiers takes 5 MiB; larger files are archives or hold pictures. */
const LARGEST_PAGE = 16;
/** Largest style sheet or frame beside it; one that is larger counts as missing. */
const LARGEST_BESIDE = 8;

/** A saved page, and how much of it was not saved with it: frames are looked for when they are read. */
export interface SavedFile {
  readonly root: PageNode;
  /** Style sheets and frames that the page names beside itself and that are not there, as far as it was read. */
  readonly missing: number;
  /** What its author should know before believing the answer. */
  readonly warnings: readonly string[];
}

/**
 * Opens a saved page. Its style sheets and frames are looked for in its own folder only; a frame of another site than
 * `url` is none of the page, as for the extension. @throws UsageError if it is no HTML file.
 */
export async function openSavedFile(path: string, url: string): Promise<SavedFile> {
  const bytes = await readWholeFile(path, LARGEST_PAGE * MEBIBYTE);
  if (bytes === null) {
    throw new UsageError(
      `${path}: larger than ${LARGEST_PAGE} MiB. Save the page as "Webpage, Complete", so that pictures lie beside it.`,
    );
  }
  const html = decodedPage(bytes);
  refuseOther(path, html);
  const folder = dirname(resolve(path));
  const missing = new Set<string>();
  const foreign = new Set<string>();
  const fileBeside = (name: string): string | null => {
    const file = readBeside(folder, name);
    if (file === null) missing.add(name);
    else if (isOfOtherSite(file, url)) foreign.add(name);
    else return file;
    return null;
  };
  const root = savedPage(html, { fileBeside });
  return {
    root,
    get missing() {
      return missing.size;
    },
    get warnings() {
      return [...addressWarning(html, url), ...frameWarning(foreign.size)];
    },
  };
}

/** The profile is chosen by `--url`, and so are the frames that belong to the page. */
function addressWarning(html: string, url: string): readonly string[] {
  const from = savedFrom(html);
  const { origin } = new URL(url);
  if (from === null || from === origin) return [];
  return [`the page says that it was saved from another site than ${origin}, which --url names`];
}

function frameWarning(foreign: number): readonly string[] {
  if (foreign === 0) return [];
  return [`of another site than --url and not read, as in the extension: ${foreign} of its frames`];
}

/** How files begin that are often dragged here in the place of a page: PDF, an office document or other ZIP, pictures. */
const OTHER_FILES = /^(?:%PDF-|PK[^ -~]{2}|.PNG\r|GIF8|.{0,8}(?:JFIF|Exif)|bplist)/s;

/** Refuses what would be read as an empty page without a word. */
function refuseOther(path: string, text: string): void {
  const head = text.slice(0, 4096);
  if (/^(?:(?:[\w-]+:|[ \t])[^\n]*\n)*MIME-Version:/i.test(head)) {
    throw new UsageError(`${path}: is a web archive (MHTML). Save the page as "Webpage, Complete" or "HTML only".`);
  }
  if (OTHER_FILES.test(head) || !/<[a-z!?]/i.test(text)) {
    throw new UsageError(`${path}: holds no HTML. Save the page in the browser with Ctrl+S and name that file.`);
  }
}

function readBeside(folder: string, name: string): string | null {
  const path = resolve(folder, name);
  const inside = relative(folder, path);
  if (inside === '' || isAbsolute(inside) || inside.split(sep)[0] === '..') return null;
  try {
    const found = statSync(path);
    if (!found.isFile() || found.size > LARGEST_BESIDE * MEBIBYTE) return null;
    return decodedPage(readFileSync(path));
  } catch (error) {
    // A name with a zero byte in it is no name.
    if (isSystemError(error) || error instanceof TypeError) return null;
    throw error;
  }
}

function isOfOtherSite(file: string, url: string): boolean {
  const from = savedFrom(file);
  return from !== null && from !== new URL(url).origin;
}

/** Browsers note in each file where it came from: `<!-- saved from url=(0026)https://example.vn/frame -->`. Its origin. */
function savedFrom(file: string): string | null {
  const [, from = ''] = /<!-- saved from url=\(\d+\)(https?:\S+) -->/.exec(file.slice(0, 1000)) ?? [];
  return URL.canParse(from) ? new URL(from).origin : null;
}
