import { describe, expect, it } from 'vitest';
import { answer, type Handlers, RequestRefused } from './answer.ts';

/** Handlers that only say that they were asked, or throw what the test gives them. */
function handlers(error?: unknown): Handlers {
  const asked = async () => {
    if (error !== undefined) throw error;
    return 'asked' as never;
  };
  return new Proxy({} as Handlers, { get: () => asked });
}

describe('answer', () => {
  it('hands a sound request to its handler and answers under its number', async () => {
    expect(await answer(handlers(), { id: 7, type: 'overview', body: null })).toEqual({
      id: 7,
      ok: true,
      value: 'asked',
    });
  });

  it.each([
    ['stage', { files: ['not a file'] }],
    ['stage', null],
    ['accept', { remove: ['not a digest'] }],
    ['saveSettings', { officeSize: 9, minGroup: 2 }],
    ['saveSettings', { officeSize: 0, minGroup: 5 }],
    ['saveSettings', { officeSize: 9, minGroup: 5, more: true }],
    ['remove', { file: '' }],
  ])('refuses %s with a body that does not fit', async (type, body) => {
    const reply = await answer(handlers(), { id: 1, type, body });
    expect(reply).toMatchObject({ id: 1, ok: false, error: { code: 'bad-message' } });
  });

  it('passes over what is no request', async () => {
    for (const message of [null, 'text', { type: 'overview' }, { id: 1, type: 'unknown', body: null }]) {
      expect(await answer(handlers(), message)).toBeNull();
    }
  });

  it.each([
    [new RequestRefused('nothing-staged', ''), 'nothing-staged'],
    [new DOMException('', 'VersionError'), 'newer-version'],
    [new DOMException('', 'QuotaExceededError'), 'storage-full'],
    [new DOMException('FILE_ERROR_NO_SPACE', 'UnknownError'), 'storage-full'],
    [new DOMException('', 'AbortError'), 'storage-refused'],
    [new TypeError('ours'), 'internal'],
  ])('tells a failure by a code, never as a success: %s', async (error, code) => {
    expect(await answer(handlers(error), { id: 1, type: 'overview', body: null })).toMatchObject({
      ok: false,
      error: { code },
    });
  });
});
