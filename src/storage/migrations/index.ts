import { journalAndWatchList } from './0001-journal-and-watch-list.ts';
import { givenAway } from './0002-given-away.ts';
import type { Migration } from './migration.ts';
import { profiles } from './profiles-0001-profiles.ts';

/** Steps of a profile's database, in order. Only ever appended to. */
export const profileMigrations: readonly Migration[] = [journalAndWatchList, givenAway];

/** Steps of the database of profiles, in order. Only ever appended to. */
export const profilesMigrations: readonly Migration[] = [profiles];
