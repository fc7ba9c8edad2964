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

/** True where the browser says that the disk or the quota is used up, whatever wraps the message. */
function saysFull(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'QuotaExceededError' || saysFull(error.cause);
}

/** Any error of a database as a `StorageError`; a quota error is `storage-full`, all else `storage-refused`. */
export function asStorageError(error: unknown): StorageError {
  if (error instanceof StorageError) return error;
  const words = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return new StorageError(saysFull(error) ? 'storage-full' : 'storage-refused', words, error);
}
