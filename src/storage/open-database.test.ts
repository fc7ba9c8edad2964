import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { profileMigrations, profilesMigrations } from './migrations/index.ts';
import { closeDatabases, openMigrated, openProfileDb } from './open-database.ts';

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});
afterEach(closeDatabases);

describe('migrations', () => {
  it.each([
    ['profile', profileMigrations],
    ['profiles', profilesMigrations],
  ])('of %s are numbered 1, 2, 3 … without a gap', (_, migrations) => {
    expect(migrations.map(({ to }) => to)).toEqual(migrations.map((_step, i) => i + 1));
  });

  it('make every store from nothing', async () => {
    const database = await openProfileDb('a');
    expect([...database.objectStoreNames]).toEqual(['author', 'given', 'leaves', 'log', 'openings', 'wake', 'watch']);
  });

  it('run once each and in order, and keep what is stored', async () => {
    const [first] = profileMigrations;
    if (!first) throw new Error('no first migration');
    const old = await openMigrated('profile-b', [first]);
    await old.put('wake' as never, { row: 'r' } as never);
    await closeDatabases();
    const ran: number[] = [];
    const next = { to: 2, up: () => void ran.push(2) };
    const database = await openMigrated('profile-b', [{ to: 1, up: () => void ran.push(1) }, next]);
    expect(ran).toEqual([2]);
    expect(await database.getAll('wake' as never)).toEqual([{ row: 'r' }]);
  });
});

describe('opening', () => {
  it('refuses a database that a newer release wrote', async () => {
    (await openDB('profile-c', 99)).close();
    await expect(openProfileDb('c')).rejects.toMatchObject({
      name: 'StorageError',
      code: 'storage-refused',
      message: expect.stringContaining('newer version'),
    });
  });

  it('lets go when a newer version waits, and says so where an older page does not let go', async () => {
    await openProfileDb('d');
    const newer = await openDB('profile-d', 2);
    expect(newer.version).toBe(2);
    newer.close();
    const stubborn = await openDB('profile-e', 1, { upgrade: (database) => void database.createObjectStore('leaves') });
    const waiting = openMigrated('profile-e', [...profileMigrations, { to: 2, up: () => undefined }]);
    await expect(waiting).rejects.toMatchObject({
      code: 'storage-refused',
      message: expect.stringContaining('older page'),
    });
    stubborn.close();
  });

  it('tries again after a refusal', async () => {
    const real = indexedDB.open;
    indexedDB.open = () => {
      throw new DOMException('refused (test)', 'InvalidStateError');
    };
    await expect(openProfileDb('f')).rejects.toMatchObject({ code: 'storage-refused' });
    indexedDB.open = real;
    expect((await openProfileDb('f')).name).toBe('profile-f');
  });
});
