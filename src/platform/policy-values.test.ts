import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PolicySource, PolicyValues } from './policy-values.ts';

const OFF = { portalsOff: ['*'] };
const ON = { portalsOff: [] };

/** A browser that answers when it is told to. */
function browserWith(copy: unknown) {
  let kept = copy;
  const answers: ((values: unknown) => void)[] = [];
  const changed = vi.fn();
  const source: PolicySource = {
    ask: () => new Promise((done) => answers.push(done)),
    copy: async () => kept,
    keep: async (values) => {
      kept = values;
    },
    changed,
  };
  const answer = async (values: unknown) => {
    for (const done of answers.splice(0)) done(values);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { policy: new PolicyValues(source), source, answer, answers, changed, kept: () => kept };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the policy of a browser that answers', () => {
  it('is what it says, and is kept', async () => {
    const { policy, answer, changed, kept } = browserWith({});
    const read = policy.read();
    await answer(OFF);
    expect(await read).toEqual(OFF);
    expect(kept()).toEqual(OFF);
    expect(changed).not.toHaveBeenCalled();
  });

  it('is forgotten with it', async () => {
    const { policy, answer, kept } = browserWith(OFF);
    const read = policy.read();
    await answer({});
    expect(await read).toEqual({});
    expect(kept()).toEqual({});
  });

  it('is asked for anew each time', async () => {
    const { policy, answer } = browserWith({});
    const first = policy.read();
    await answer(ON);
    const second = policy.read();
    await answer(OFF);
    expect([await first, await second]).toEqual([ON, OFF]);
  });

  it('holds although it cannot be kept', async () => {
    const policy = new PolicyValues({
      ask: async () => OFF,
      copy: async () => ({}),
      keep: () => Promise.reject(new Error('full')),
      changed: () => undefined,
    });
    expect(await policy.read()).toEqual(OFF);
  });
});

describe('the policy of a browser that does not answer', () => {
  it('is the one it gave last, without waiting for it again', async () => {
    const { policy, answers } = browserWith(OFF);
    const first = policy.read();
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toEqual(OFF);
    expect(await policy.read()).toEqual(OFF);
    expect(answers).toHaveLength(1);
  });

  it('is told once it answers something else', async () => {
    const { policy, answer, changed } = browserWith({});
    const first = policy.read();
    await vi.advanceTimersByTimeAsync(100);
    expect(await first).toEqual({});
    await answer(OFF);
    expect(changed).toHaveBeenCalledOnce();
    const second = policy.read();
    await answer(OFF);
    expect(await second).toEqual(OFF);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is told although another page has kept the answer before', async () => {
    const { policy, source, answer, changed } = browserWith({});
    void policy.read();
    await vi.advanceTimersByTimeAsync(100);
    await source.keep(OFF);
    await answer(OFF);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is told to who was told otherwise, although others were told the same since', async () => {
    const { policy, source, answer, changed } = browserWith({});
    const first = policy.read();
    await vi.advanceTimersByTimeAsync(100);
    await source.keep(OFF);
    expect([await first, await policy.read()]).toEqual([{}, OFF]);
    await answer(OFF);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('is the one it gives while the one it gave last is read', async () => {
    const { policy, source, answer, changed } = browserWith({});
    let hand = (): void => undefined;
    const slow: PolicySource['copy'] = () => new Promise((done) => (hand = () => done({})));
    vi.spyOn(source, 'copy').mockImplementationOnce(slow);
    const first = policy.read();
    await vi.advanceTimersByTimeAsync(100);
    await answer(OFF);
    hand();
    expect(await first).toEqual(OFF);
    expect(changed).not.toHaveBeenCalled();
    const second = policy.read();
    await answer(ON);
    expect(await second).toEqual(ON);
    expect(changed).not.toHaveBeenCalled();
  });

  it('is not told where it answers the same', async () => {
    const { policy, answer, changed } = browserWith(OFF);
    void policy.read();
    await vi.advanceTimersByTimeAsync(100);
    await answer(OFF);
    expect(changed).not.toHaveBeenCalled();
  });
});
