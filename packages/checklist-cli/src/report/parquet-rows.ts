import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DuckDBAppender, DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { HandoverHeader, SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import { UsageError } from '../usage-error.ts';

/** One row for each entry whose service class is open, in each hand-over that lists it; conduct columns are null where that class is closed. */
const TABLE = `CREATE TABLE entries (
  handover UINTEGER, origin VARCHAR, author VARCHAR, n UBIGINT, id VARCHAR, day VARCHAR, half VARCHAR, kind VARCHAR, pack VARCHAR,
  pause_point VARCHAR, outcome VARCHAR, procedure_group VARCHAR, channel VARCHAR, on_time VARCHAR, practice BOOLEAN,
  of_id VARCHAR, letter VARCHAR, counts JSON, rules JSON, cues JSON, missed JSON, skipped BOOLEAN, bypassed BOOLEAN)`;

/** In the order of the hand-overs. Days become dates for whoever asks in SQL. */
const ROWS = 'SELECT * REPLACE (CAST(day AS DATE) AS day) FROM entries';

/**
 * Writes the entries of verified hand-overs to a Parquet file, for any warehouse, and beside them (under the key
 * `handovers` of the file's own data) what the hand-overs say of themselves. Rows of a file that turns out to be
 * faulty are taken back. What is open in a hand-over is open in the rows: they are for whoever may read the files.
 */
export class ParquetRows {
  readonly #path: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  #appender: DuckDBAppender | null = null;
  #header: HandoverHeader | null = null;
  readonly #handovers: VerifiedHandover[] = [];

  private constructor(path: string, instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#path = path;
    this.#instance = instance;
    this.#connection = connection;
  }

  /** @throws UsageError if the optional package is not installed, or the place cannot be written to. */
  static async create(path: string): Promise<ParquetRows> {
    const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
      throw new UsageError('--parquet needs the optional package @duckdb/node-api: npm install @duckdb/node-api');
    });
    await removeDatabase(path);
    const instance = await DuckDBInstance.create(databaseOf(path), { memory_limit: '128MB', threads: '2' }).catch(
      (error: Error) => {
        throw new UsageError(`--parquet ${path}: ${error.message}`);
      },
    );
    const connection = await instance.connect();
    await connection.run(TABLE);
    return new ParquetRows(path, instance, connection);
  }

  /** Begins the rows of one hand-over; end them with `commit` or `drop`. */
  async begin(): Promise<void> {
    await this.#connection.run('BEGIN');
    this.#appender = await this.#connection.createAppender('entries');
    this.#header = null;
  }

  /** The first line of the hand-over that was begun. */
  head(header: HandoverHeader): void {
    this.#header = header;
  }

  add({ n, id, service, conduct }: SharedEntry): void {
    const [appender, header] = [this.#appender, this.#header];
    if (service === null || appender === null || header === null) return;
    const text = (value: string | null | undefined) =>
      value === null || value === undefined ? appender.appendNull() : appender.appendVarchar(value);
    const json = (value: object | undefined) => text(value === undefined ? null : JSON.stringify(value));
    const flag = (value: boolean | null) => (value === null ? appender.appendNull() : appender.appendBoolean(value));
    appender.appendUInteger(this.#handovers.length);
    text(header.origin);
    text(header.author);
    appender.appendUBigInt(BigInt(n));
    for (const value of [id, service.day, service.half, service.kind, service.pack, service.pausePoint]) text(value);
    for (const value of [service.outcome, service.group, service.channel, service.onTime]) text(value);
    flag(service.practice);
    text(service.of);
    text(service.letter);
    json(service.counts);
    json(conduct?.rules);
    json(conduct?.cues);
    json(conduct?.missed);
    flag(conduct?.skipped ?? null);
    flag(conduct === null ? null : conduct.bypassed === true);
    appender.endRow();
  }

  /** The hand-over is verified. */
  commit(handover: VerifiedHandover): Promise<void> {
    this.#handovers.push(handover);
    return this.#end('COMMIT');
  }

  /** It is not. */
  drop(): Promise<void> {
    return this.#end('ROLLBACK');
  }

  /** Writes the Parquet file: under its name it is whole or not there. */
  async finish(): Promise<void> {
    const part = `${resolve(this.#path)}.part`;
    try {
      const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
      const handovers = quoted(JSON.stringify(this.#handovers));
      const form = `FORMAT parquet, COMPRESSION zstd, KV_METADATA {handovers: ${handovers}}`;
      await this.#connection.run(`COPY (${ROWS}) TO ${quoted(part)} (${form})`);
      await rename(part, this.#path);
    } catch (error) {
      throw new UsageError(`--parquet ${this.#path}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      await rm(part, { force: true });
    }
  }

  /** Takes away what was only needed while writing. */
  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await removeDatabase(this.#path);
  }

  async #end(statement: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    this.#appender?.closeSync();
    this.#appender = null;
    await this.#connection.run(statement);
  }
}

function databaseOf(path: string): string {
  return `${path}.part.duckdb`;
}

async function removeDatabase(path: string): Promise<void> {
  await rm(databaseOf(path), { force: true });
  await rm(`${databaseOf(path)}.wal`, { force: true });
  await rm(`${databaseOf(path)}.tmp`, { force: true, recursive: true });
}
