import type { Migration } from './migration.ts';

/** The first stores: hand-overs, what they open, heads, withdrawals, settings, releases. */
export const handoversAndHeads: Migration = {
  to: 1,
  up(database) {
    database.createObjectStore('handovers', { keyPath: 'file' });
    database.createObjectStore('parts', { keyPath: ['file', 'from'] });
    database.createObjectStore('heads', { keyPath: ['origin', 'size'] });
    database.createObjectStore('withdrawals', { keyPath: ['file', 'note'] });
    database.createObjectStore('settings');
    database.createObjectStore('releases', { keyPath: 'id' });
  },
};
