// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Asleep, Awake, Broadcast, DeskView, Snapshot } from '../../messages/requests.ts';
import type { DeskLink, LinkReply } from '../desk-link.ts';
import { Lookout } from './lookout.ts';

/* What the lookout hands to the overlay. How both live in real pages: tests/e2e/lookout.test.ts. */

const ASLEEP: Asleep = { wake: false, marks: 'mãhồs|hẹntr\nmãhồs d0 ơ\nhẹntr d1 ả', holds: false };
const AWAKE = awake('brought');
const ASK_AGAIN_MS = 30_000;

function awake(language: string): Awake {
  return { wake: true, snapshot: { language } as unknown as Snapshot };
}

/** How the desk stands, with what of it the lookout asks. */
function told(finish: DeskView['finish'] = null): Broadcast {
  return { type: 'desk', desk: { finish, undoable: null } as DeskView };
}

const ASKED = { sessionId: 's' } as DeskView['finish'];

/** A background that answers when the test says so. */
class SlowBackground implements DeskLink {
  readonly asked: string[] = [];
  #hear: (broadcast: Broadcast) => void = () => undefined;
  #answers: ((reply: LinkReply<never>) => void)[] = [];

  request<T>(type: string): Promise<LinkReply<T>> {
    this.asked.push(type);
    return new Promise((done) => this.#answers.push(done));
  }

  onBroadcast(listener: (broadcast: Broadcast) => void): void {
    this.#hear = listener;
  }

  alive(): boolean {
    return true;
  }

  tell(broadcast: Broadcast): void {
    this.#hear(broadcast);
  }

  /** Answers the oldest question. */
  async answer(value: Asleep | Awake): Promise<void> {
    this.#answers.shift()?.({ ok: true, value: value as never });
    await vi.advanceTimersByTimeAsync(0);
  }
}

let background: SlowBackground;
let lookout: Lookout;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>Tin tức</p>';
  // The one thing of a browser that happy-dom has not.
  document.evaluate = () => ({ stringValue: 'false Tin tức' }) as XPathResult;
  background = new SlowBackground();
  lookout = new Lookout(window, background, () => undefined);
  lookout.start();
});
afterEach(() => {
  lookout.relieve();
  vi.useRealTimers();
});

describe('the overlay that comes', () => {
  it('finds what the background sent along, also where it is here before that', async () => {
    const { snapshot } = lookout.relieve();
    await background.answer(AWAKE);
    expect(await snapshot).toBe(AWAKE.snapshot);
  });

  it('finds nothing where the background could not send it', async () => {
    await background.answer({ wake: true, snapshot: null });
    expect(await lookout.relieve().snapshot).toBeNull();
  });

  it('is told what happened at the desk since the background was asked', async () => {
    background.tell(told());
    await background.answer(AWAKE);
    background.tell(told(ASKED));
    expect(lookout.relieve().told).toEqual([told(), told(ASKED)]);
  });

  it('is told what the official called it for, and gets what was sent for that call', async () => {
    await background.answer(ASLEEP);
    background.tell({ type: 'chord' });
    expect(background.asked).toEqual(['peek', 'wake']);
    await background.answer(awake('called'));
    const watch = lookout.relieve();
    expect(watch.told).toEqual([{ type: 'chord' }]);
    expect(await watch.snapshot).toEqual({ language: 'called' });
  });

  it('is not told what happened while it was not needed', async () => {
    background.tell(told());
    await background.answer(ASLEEP);
    background.tell(told());
    background.tell({ type: 'ask-page' });
    await background.answer(AWAKE);
    expect(lookout.relieve().told).toEqual([{ type: 'ask-page' }]);
  });
});

describe('the overlay that does not come', () => {
  it('is asked for again after a while', async () => {
    await background.answer(AWAKE);
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS - 1);
    expect(background.asked).toEqual(['peek']);
    await vi.advanceTimersByTimeAsync(1);
    expect(background.asked).toEqual(['peek', 'peek']);
  });

  it('is sent for again at the next call', async () => {
    await background.answer(AWAKE);
    background.tell({ type: 'chord' });
    background.tell({ type: 'chord' });
    expect(background.asked).toEqual(['peek', 'wake']);
    await background.answer(awake('called'));
    expect(await lookout.relieve().snapshot).toEqual({ language: 'called' });
  });

  it('is asked for no more once it is here', async () => {
    await background.answer(AWAKE);
    lookout.relieve();
    await vi.advanceTimersByTimeAsync(2 * ASK_AGAIN_MS);
    expect(background.asked).toEqual(['peek']);
  });
});

describe('a page that is made ready before it is shown', () => {
  afterEach(() => Reflect.deleteProperty(document, 'prerendering'));

  it('asks once it is shown, and hears from then on', async () => {
    lookout.relieve();
    background = new SlowBackground();
    lookout = new Lookout(window, background, () => undefined);
    Reflect.set(document, 'prerendering', true);
    lookout.start();
    expect(background.asked).toEqual([]);
    Reflect.set(document, 'prerendering', false);
    document.dispatchEvent(new Event('prerenderingchange'));
    document.dispatchEvent(new Event('prerenderingchange'));
    expect(background.asked).toEqual(['peek']);
    await background.answer(ASLEEP);
    background.tell({ type: 'chord' });
    expect(background.asked).toEqual(['peek', 'wake']);
  });
});
