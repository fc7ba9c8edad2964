/** How far into a file its encoding is looked for, in bytes: browsers look no farther than the head. */
const HEAD_BYTES = 16 * 1024;

/**
 * The text of a saved page. Its encoding is what its byte order mark says, else what its `<meta>` declares, else UTF-8
 * or, where the bytes are no UTF-8, windows-1258 (old Vietnamese pages). Never throws: a byte that stands for nothing
 * becomes U+FFFD, as in a browser. Windows-1258 writes tone marks as combining characters; the reader composes them.
 */
export function decodedPage(bytes: Uint8Array): string {
  const label = markedEncoding(bytes) ?? declaredEncoding(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1258');
  return new TextDecoder(label).decode(bytes);
}

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xff && second === 0xfe ? 'utf-16le' : null;
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, HEAD_BYTES)).replace(/<!--.*?-->/gs, '');
  for (const [meta] of head.matchAll(/<meta\s[^>]*>/gi)) {
    const label = /\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(meta)?.[1];
    const encoding = label === undefined ? null : knownEncoding(label);
    // Whoever can read the declaration byte by byte reads no UTF-16.
    if (encoding !== null) return encoding.startsWith('utf-16') ? 'utf-8' : encoding;
  }
  return null;
}

function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
