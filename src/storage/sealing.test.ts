import { describe, expect, it } from 'vitest';
import { createProfile, rowOf, unlockProfile } from './keys.ts';
import { aesOpen, aesSeal, hpkeOpen, hpkeSeal, sealingKey, utf8 } from './sealing.ts';

const text = utf8('an opening');

describe('hpke', () => {
  it('opens only with the private half, at its own place, unaltered', async () => {
    const mine = await createProfile('normal', 0);
    const keys = await unlockProfile(mine);
    const stranger = await unlockProfile(await createProfile('normal', 0));
    const sealed = await hpkeSeal(await sealingKey(mine.publicKey), text, 'leaf.s');
    expect(await hpkeOpen(keys.opening, sealed, 'leaf.s')).toEqual(text);
    expect(await hpkeOpen(keys.opening, sealed, 'leaf.p')).toBeNull();
    expect(await hpkeOpen(stranger.opening, sealed, 'leaf.s')).toBeNull();
    const altered = { ...sealed, ct: sealed.ct.map((byte, i) => (i === 0 ? byte ^ 1 : byte)) };
    expect(await hpkeOpen(keys.opening, altered, 'leaf.s')).toBeNull();
  });
});

describe('data key', () => {
  it('seals each time anew and opens only in its own row', async () => {
    const { data } = await unlockProfile(await createProfile('normal', 0));
    const [a, b] = [await aesSeal(data, text, 'row 1'), await aesSeal(data, text, 'row 1')];
    expect(a.ct).not.toEqual(b.ct);
    expect(await aesOpen(data, a, 'row 1')).toEqual(text);
    await expect(aesOpen(data, a, 'row 2')).rejects.toThrow();
  });

  it('gives a code the same row in one profile and another in the next', async () => {
    const one = await unlockProfile(await createProfile('normal', 0));
    const two = await unlockProfile(await createProfile('normal', 0));
    expect(await rowOf(one.row, 'H27-261102-0001')).toBe(await rowOf(one.row, 'H27-261102-0001'));
    expect(await rowOf(one.row, 'H27-261102-0001')).not.toBe(await rowOf(one.row, 'H27-261102-0002'));
    expect(await rowOf(one.row, 'H27-261102-0001')).not.toBe(await rowOf(two.row, 'H27-261102-0001'));
  });
});

describe('profile', () => {
  it('keeps the private half encrypted and cannot be opened once it was altered', async () => {
    const profile = await createProfile('practice', 7);
    expect(profile).toMatchObject({ kind: 'practice', name: null, created: 7 });
    const ct = profile.privateKey.ct.map((byte, i) => (i === 3 ? byte ^ 1 : byte));
    await expect(unlockProfile({ ...profile, privateKey: { ...profile.privateKey, ct } })).rejects.toThrow();
  });
});
