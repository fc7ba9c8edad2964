import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** One file of a browser profile. */
export interface ProfileFile {
  /** From the profile's folder, with `/`. */
  readonly path: string;
  /** It is the extension's own, or of a store that only extensions use. */
  readonly own: boolean;
  readonly bytes: Buffer;
}

const STORES_OF_EXTENSIONS = /\/(?:Local |Sync |Managed )?Extension (?:State|Settings|Scripts|Rules|Cookies)/;

/** Every file of a Chromium profile that can be read now. */
export async function profileFiles(profile: string, extensionId: string): Promise<readonly ProfileFile[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(
    files.map(async (file) => {
      const path = relative(profile, file).replaceAll('\\', '/');
      const own = path.includes(extensionId) || STORES_OF_EXTENSIONS.test(path);
      // A browser that still runs may drop a file in between.
      return { path, own, bytes: await readFile(file).catch(() => Buffer.alloc(0)) };
    }),
  );
}

/**
 * Bytes as text in every encoding that browsers keep strings in: UTF-8 (`storage`, preferences), Latin-1 and UTF-16 in both
 * byte orders (values and keys of IndexedDB), the latter from even and odd places.
 */
export function decodings(bytes: Buffer): readonly string[] {
  const even = bytes.subarray(0, bytes.length & ~1);
  const odd = bytes.subarray(1, 1 + ((bytes.length - 1) & ~1));
  return [
    bytes.toString('utf8'),
    bytes.toString('latin1'),
    ...(bytes.length < 2
      ? []
      : [even, odd].flatMap((part) => [part.toString('utf16le'), Buffer.from(part).swap16().toString('utf16le')])),
  ];
}
