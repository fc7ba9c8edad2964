/** Why storage did not do what was asked; `code` picks the sentence the official sees. */
export type StorageErrorCode = 'storage-full' | 'storage-refused';

/** Every failure of a database reaches its caller as this, so that a refusal can never pass for an acknowledgement. */
export class StorageError extends Error {
  readonly code: StorageErrorCode;

  constructor(code: StorageErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}

/**
 * Whether this worker met a full disk and has written nothing since. Chromium names the cause once; then, with the disk
 * still full, every opening fails with words that say nothing (tried with Chromium 156 on a full tmpfs). Only a hint
 * for choosing the sentence: it is lost with the worker, and then the sentence is the other one.
 */
let wasFull = false;

/** To be called after a write that the browser confirmed. */
export function noteWritten(): void {
  wasFull = false;
}

/** Any error of a database as a `StorageError`: `storage-full` where the disk or the quota is used up, else `storage-refused`. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  if (saysFull(error)) wasFull = true;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new StorageError(wasFull && isUnexplained(error) ? 'storage-full' : 'storage-refused', words, error);
}

/**
 * A quota error is for the quota; a disk that is really full comes from Chromium as an `UnknownError` with the file
 * system's own words.
 */
function saysFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || /NO_SPACE|no space|disk (is )?full/i.test(error.message);
}

function isUnexplained(error: unknown): boolean {
  return saysFull(error) || (error instanceof Error && error.name === 'UnknownError');
}
