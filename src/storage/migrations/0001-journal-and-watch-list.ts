import type { Migration } from './migration.ts';

/** The first stores of a profile: journal, watch list, wake table. */
export const journalAndWatchList: Migration = {
  to: 1,
  up(database) {
    const leaves = database.createObjectStore('leaves', { keyPath: 'n' });
    leaves.createIndex('id', 'id', { unique: true });
    database.createObjectStore('openings', { keyPath: ['n', 'class'] });
    database.createObjectStore('log');
    database.createObjectStore('watch', { keyPath: 'row' });
    database.createObjectStore('wake', { keyPath: 'row' });
  },
};
