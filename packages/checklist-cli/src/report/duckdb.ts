import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { UsageError } from '../usage-error.ts';

/**
 * What DuckDB may take for its tables; beyond it, it works on disk. It gives back at once what it does not use: the
 * whole command is meant to fit where little else does.
 */
const LIMITS = {
  memory_limit: '100MB',
  threads: '2',
  preserve_insertion_order: 'false',
  allocator_background_threads: 'true',
  allocator_flush_threshold: '1MB',
  allocator_bulk_deallocation_flush_threshold: '8MB',
  temp_directory: join(tmpdir(), `checklist-${process.pid}.tmp`),
} as const;

/** An open database; `close` it. */
export interface Database {
  readonly connection: DuckDBConnection;
  close(): void;
}

/**
 * Opens a database of the optional package.
 * @param asked the option that asks for it.
 * @throws UsageError if it is not installed, or the place cannot be written to.
 */
export async function openDatabase(path: string, asked: string): Promise<Database> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new UsageError(`${asked} needs the optional package @duckdb/node-api: npm install @duckdb/node-api`);
  });
  const instance = await DuckDBInstance.create(path, LIMITS).catch((error: Error) => {
    throw new UsageError(`${asked}: ${error.message}`);
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** A text as an SQL literal. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The second file of a pair: `rows.parquet` has its hand-overs in `rows.handovers.parquet`. */
export function handoversPath(path: string): string {
  return `${path.replace(/\.parquet$/i, '')}.handovers.parquet`;
}
