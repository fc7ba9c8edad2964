// @vitest-environment happy-dom

import { vietnameseWords } from 'page-reader';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Snapshot } from '../../messages/requests.ts';
import { calmDesk } from '../../messages/testing/calm-desk.ts';
import type { DeskLink, LinkReply } from '../desk-link.ts';
import { PICKER_TAG } from '../host.ts';
import { openPicker } from './open-picker.ts';

const snapshot = {
  language: 'vi',
  desk: calmDesk,
  words: vietnameseWords,
  portal: null,
  procedures: [],
} as Partial<Snapshot> as Snapshot;

/** A background that answers whatever is asked with this. */
function answering(reply: LinkReply<Snapshot>): DeskLink {
  return { request: async () => reply as never, onBroadcast: () => undefined, alive: () => true };
}

const stands = () => document.querySelector(PICKER_TAG) !== null;

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

describe('the picker', () => {
  it('stands over the page until it is over', async () => {
    document.body.innerHTML = '<h1>Chi tiết hồ sơ</h1><p>Mã hồ sơ: H27.128.14-261102-0013</p>';
    const ended = await openPicker(window, answering({ ok: true, value: snapshot }));
    expect([ended.aborted, stands()]).toEqual([false, true]);
    window.dispatchEvent(new Event('pagehide'));
    expect([ended.aborted, stands()]).toEqual([true, false]);
  });

  it('leaves nothing over a page that cannot be read, and says no word of it', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.spyOn(document, 'body', 'get').mockImplementation(() => {
      throw new TypeError('PHAN THỊ VÍ DỤ');
    });
    const ended = await openPicker(window, answering({ ok: true, value: snapshot }));
    expect([ended.aborted, stands()]).toEqual([true, false]);
    expect(said.mock.calls).toEqual([['than-thien: no lesson on this page:', 'TypeError']]);
  });

  it('does not come where nobody answers', async () => {
    const ended = await openPicker(window, answering({ ok: false, error: { code: 'unreachable', detail: '' } }));
    expect([ended.aborted, stands()]).toEqual([true, false]);
  });
});
