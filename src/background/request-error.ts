import type { WireError } from '../messages/requests.ts';
import { asStorageError, StorageError } from '../storage/storage-error.ts';

/** A request that is refused; `code` picks the sentence the official sees. */
export class RequestError extends Error {
  readonly code: WireError['code'];

  constructor(code: WireError['code'], detail: string) {
    super(detail);
    this.name = 'RequestError';
    this.code = code;
  }
}

/** Any error as it goes over the wire: a code and English words of ours, no stack, no page text. */
export function wireErrorOf(error: unknown): WireError {
  if (error instanceof RequestError || error instanceof StorageError)
    return { code: error.code, detail: error.message };
  // A browser's own exception comes from a database that was read outside of storage's own guards.
  if (error instanceof DOMException) return wireErrorOf(asStorageError(error));
  return { code: 'internal', detail: error instanceof Error ? `${error.name}: ${error.message}` : 'unknown' };
}
