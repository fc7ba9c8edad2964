import { handoversAndHeads } from './0001-handovers-and-heads.ts';
import type { Migration } from './migration.ts';

/** Steps of the lead's database, in order. Only ever appended to. */
export const reviewMigrations: readonly Migration[] = [handoversAndHeads];
