import { afterEach, describe, expect, it } from 'vitest';
import { asStorageError, noteWritten, StorageError } from './storage-error.ts';

const domError = (name: string, message = '') => new DOMException(message, name);

// As Chromium 156 words it on a disk that is really full, first when writing, then whenever the database is opened.
const NO_SPACE = domError(
  'UnknownError',
  'Connection is closing because of: IO error: 000003.log: FILE_ERROR_NO_SPACE',
);
const AFTERWARDS = domError('UnknownError', 'Internal error opening backing store for indexedDB.open.');

afterEach(noteWritten);

describe('asStorageError', () => {
  it.each([
    [domError('QuotaExceededError'), 'storage-full'],
    [NO_SPACE, 'storage-full'],
    [domError('InvalidStateError'), 'storage-refused'],
    [AFTERWARDS, 'storage-refused'],
    ['not even an error', 'storage-refused'],
  ])('takes %s for %s', (error, code) => {
    expect(asStorageError(error).code).toBe(code);
  });

  it('remembers a full disk until something could be written again', () => {
    asStorageError(NO_SPACE);
    expect(asStorageError(AFTERWARDS).code).toBe('storage-full');
    expect(asStorageError(domError('VersionError')).code).toBe('storage-refused');
    noteWritten();
    expect(asStorageError(AFTERWARDS).code).toBe('storage-refused');
  });

  it('leaves an error alone that already says which it is', () => {
    const known = new StorageError('storage-full', 'x');
    expect(asStorageError(known)).toBe(known);
  });
});
