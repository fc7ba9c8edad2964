import type { Migration } from './migration.ts';

/** The first store of the database of profiles. */
export const profiles: Migration = {
  to: 1,
  up(database) {
    database.createObjectStore('profiles', { keyPath: 'id' });
  },
};
