import { expect, it } from 'vitest';
import { isBroadcast } from './is-broadcast.ts';

it('tells broadcasts from requests that bear the same type, and from anything else', () => {
  expect([{ type: 'desk', desk: {} }, { type: 'rules' }, { type: 'chord' }].map(isBroadcast)).toEqual([
    true,
    true,
    true,
  ]);
  const others = [{ type: 'desk', body: {} }, { type: 'desk' }, { type: 'open', body: {} }, {}, null, 'desk', 4];
  expect(others.map(isBroadcast)).toEqual(others.map(() => false));
});
