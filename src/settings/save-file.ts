/** How long a browser may take to begin saving before the bytes are let go; a dialog may stand in between. */
const KEEP_MS = 10 * 60_000;

/** Has the browser save a text as a file, its UTF-8 bytes unchanged. Needs no permission; whether it was kept, nobody tells. */
export function saveFile(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/octet-stream' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}
