import type { Migration } from './migration.ts';

/** What was given away (heads, hand-overs, receipts) and the random id of the person. */
export const givenAway: Migration = {
  to: 2,
  up(database) {
    database.createObjectStore('given', { keyPath: 'id' });
    database.createObjectStore('author');
  },
};
