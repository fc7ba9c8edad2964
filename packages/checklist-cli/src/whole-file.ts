import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file so that under its name it is whole or not there, whatever stops the writing. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const part = `${path}.part`;
  try {
    await writeFile(part, content);
    await rename(part, path);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
