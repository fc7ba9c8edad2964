import { describe, expect, it } from 'vitest';
import schema from '../../extension/managed_storage.json' with { type: 'json' };
import { policyOf } from './policy.ts';

const NONE = { portals: [], portalsOff: [], ignored: [] };

describe('policyOf', () => {
  it.each([[undefined], [null], ['x'], [{}], [[]]])('finds nothing in %j', (values) => {
    expect(policyOf(values)).toEqual(NONE);
  });

  it('takes each key by itself and names the ones that do not fit', () => {
    const portals = [{ id: 'x' }, 5];
    expect(policyOf({ portals, portalsOff: ['opencps'] })).toEqual({ ...NONE, portals, portalsOff: ['opencps'] });
    expect(policyOf({ portals: '{}', portalsOff: ['*'], colour: 1 })).toEqual({
      ...NONE,
      portalsOff: ['*'],
      ignored: ['portals', 'colour'],
    });
    expect(policyOf(JSON.parse('{"__proto__":{"portals":[1]},"constructor":1}'))).toEqual({
      ...NONE,
      ignored: ['__proto__', 'constructor'],
    });
  });

  it('switches off what can be understood, whatever stands beside it, and names the rest by its place', () => {
    expect(policyOf({ portalsOff: ['*', 5] })).toEqual({ ...NONE, portalsOff: ['*'], ignored: ['portalsOff[1]'] });
    expect(policyOf({ portalsOff: [null, 'opencps', {}] })).toEqual({
      ...NONE,
      portalsOff: ['opencps'],
      ignored: ['portalsOff[0]', 'portalsOff[2]'],
    });
    expect(policyOf({ portalsOff: '*' })).toEqual({ ...NONE, ignored: ['portalsOff'] });
  });

  it('knows exactly the keys that the schema describes', () => {
    const keys = Object.keys(schema.properties);
    expect(policyOf(Object.fromEntries(keys.map((key) => [key, []]))).ignored).toEqual([]);
    expect(keys).toEqual(['portals', 'portalsOff']);
  });
});
