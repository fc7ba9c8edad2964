import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { DuckDBAppender } from '@duckdb/node-api';
import { parseDay } from 'checklist-core/deadline';
import type { HandoverHeader, SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import { entryMark, indexPeople, keyMaterial, RowMaker } from 'checklist-core/report';
import { UsageError } from '../usage-error.ts';
import { type Database, handoversPath, openDatabase, quoted } from './duckdb.ts';
import { shippedTallyOptions } from './tally-options.ts';

/** Where rows wait until all hand-overs are read. What many rows have in common stands in tables of its own. */
const TABLES = {
  entries: `handover UINTEGER, n UBIGINT, id VARCHAR, day INTEGER, of_id VARCHAR, counts VARCHAR, service UINTEGER,
    line UINTEGER, mark UINTEGER`,
  services: `service UINTEGER, kind VARCHAR, half VARCHAR, pack VARCHAR, pause_point VARCHAR, outcome VARCHAR,
    procedure_group VARCHAR, channel VARCHAR, on_time VARCHAR, practice BOOLEAN, letter VARCHAR`,
  lines: `line UINTEGER, conduct VARCHAR, skipped BOOLEAN, bypassed BOOLEAN, rules VARCHAR, missed_rules VARCHAR,
    cues VARCHAR, missed_cues VARCHAR`,
  handovers: `handover UINTEGER, log UINTEGER, file VARCHAR, origin VARCHAR, author VARCHAR, key VARCHAR,
    period_from VARCHAR, period_to VARCHAR, first_leaf UBIGINT, end_leaf UBIGINT, closed_service UBIGINT,
    closed_conduct UBIGINT, stated VARCHAR, packs VARCHAR`,
  people: 'log UINTEGER, person UINTEGER',
} as const;

type TableName = keyof typeof TABLES;

/** Rows of files that were not committed have no hand-over to join with. */
const ROWS = `SELECT handover, log, person, n, id, DATE '1970-01-01' + day AS day, half, kind, pack, pause_point, outcome,
    procedure_group, channel, on_time, practice, of_id, letter, CAST(counts AS JSON) AS counts, line, mark, conduct, skipped,
    bypassed, rules, missed_rules, cues, missed_cues
  FROM entries JOIN handovers USING (handover) JOIN people USING (log) JOIN services USING (service)
    LEFT JOIN wide_lines USING (line)`;

const WIDE_LINES = `CREATE TABLE wide_lines AS SELECT line, CAST(conduct AS JSON) AS conduct, skipped, bypassed,
    CAST(CAST(rules AS JSON) AS VARCHAR[]) AS rules, CAST(CAST(missed_rules AS JSON) AS VARCHAR[]) AS missed_rules,
    CAST(CAST(cues AS JSON) AS VARCHAR[]) AS cues, CAST(CAST(missed_cues AS JSON) AS VARCHAR[]) AS missed_cues
  FROM lines`;

const HANDOVERS = `SELECT * EXCLUDE (packs) REPLACE (CAST(period_from AS DATE) AS period_from,
    CAST(period_to AS DATE) AS period_to, CAST(stated AS JSON) AS stated), CAST(CAST(packs AS JSON) AS VARCHAR[]) AS packs
  FROM handovers JOIN people USING (log)`;

/** Numbers that are given to kinds of rows are forgotten beyond so many: a file may be made to hold ever new ones. */
const MAX_KEPT = 4096;

/** Rows that wait in memory before they go to the database: left to itself it takes 200,000. */
const FLUSH_AT = 20_480;

type Value = string | number | boolean | null;

/**
 * Writes the entries of verified hand-overs to a Parquet file, for any warehouse, and the hand-overs to a second one
 * beside it (docs/scale.md says what each column is). What is open in a hand-over is open in the rows: they are for
 * whoever may read the files. Names of persons are in neither.
 */
export class ParquetRows {
  readonly #path: string;
  readonly #database: Database;
  readonly #appenders: ReadonlyMap<TableName, DuckDBAppender>;
  readonly #maker = new RowMaker(shippedTallyOptions);
  readonly #services = new Kinds();
  readonly #lines = new Kinds();
  readonly #days = new Map<string, number>();
  readonly #logs = new Map<string, { readonly authors: Set<string>; readonly keys: Set<string> }>();
  readonly #logNumbers = new Map<string, number>();
  readonly #packs = new Set<string>();
  #handover = -1;
  #waiting = 0;

  private constructor(path: string, database: Database, appenders: ReadonlyMap<TableName, DuckDBAppender>) {
    this.#path = path;
    this.#database = database;
    this.#appenders = appenders;
  }

  /** @throws UsageError if the optional package is not installed, or the place cannot be written to. */
  static async create(path: string): Promise<ParquetRows> {
    await removeDatabase(path);
    const database = await openDatabase(databaseOf(path), `--parquet ${path}`);
    const appenders = new Map<TableName, DuckDBAppender>();
    for (const [table, columns] of Object.entries(TABLES) as [TableName, string][]) {
      await database.connection.run(`CREATE TABLE ${table} (${columns})`);
      appenders.set(table, await database.connection.createAppender(table));
    }
    return new ParquetRows(path, database, appenders);
  }

  /** Begins the rows of one hand-over; those of the one before are kept only if it was committed. */
  begin(): void {
    this.#handover += 1;
    this.#packs.clear();
  }

  add(entry: SharedEntry): void {
    const { n, id, service, conduct } = entry;
    const appender = this.#appenders.get('entries');
    if (service === null || appender === undefined) return;
    const { kind, half, pack, pausePoint, outcome, group, channel, onTime, practice, of, letter, counts } = service;
    this.#packs.add(pack);
    const shared = [kind, half, pack, pausePoint, outcome, group, channel, onTime, practice, letter ?? null];
    appender.appendUInteger(this.#handover);
    appender.appendUBigInt(BigInt(n));
    appender.appendVarchar(id);
    appender.appendInteger(this.#dayNumber(service.day));
    appendText(appender, of);
    appendText(appender, counts === undefined ? null : JSON.stringify(counts));
    appender.appendUInteger(
      this.#services.numberOf(shared.join('\n'), (number) => this.#row('services', number, shared)),
    );
    if (conduct === null) {
      appender.appendNull();
      appender.appendNull();
    } else {
      appender.appendUInteger(this.#lineOf(entry));
      appender.appendUInteger(entryMark(id));
    }
    appender.endRow();
    this.#waiting += 1;
    if (this.#waiting < FLUSH_AT) return;
    appender.flushSync();
    this.#waiting = 0;
  }

  /** The hand-over that was begun is verified: its rows are kept. */
  commit({ header, file, from, to, closed }: VerifiedHandover): void {
    const { origin, author, key, period, stated } = header;
    this.#row('handovers', this.#handover, [
      this.#logOf(header),
      file,
      origin,
      author,
      key,
      period.from,
      period.to,
      from,
      to,
      closed.service,
      closed.conduct,
      stated === null ? null : JSON.stringify(stated),
      JSON.stringify([...this.#packs].sort()),
    ]);
  }

  /** Writes the Parquet files: under its name each is whole or not there. */
  async finish(): Promise<void> {
    const { ofLog } = indexPeople([...this.#logs.values()]);
    for (const [log, person] of ofLog.entries()) this.#row('people', log, [person]);
    for (const appender of this.#appenders.values()) appender.closeSync();
    const pairs = [
      [ROWS, this.#path],
      [HANDOVERS, handoversPath(this.#path)],
    ] as const;
    const part = (path: string) => `${resolve(path)}.part`;
    try {
      // Each thread holds a row group, which is wide; what is slow is verifying, not this.
      await this.#database.connection.run(`SET threads = 1; ${WIDE_LINES}`);
      const form = 'FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480';
      for (const [sql, path] of pairs) {
        await this.#database.connection.run(`COPY (${sql}) TO ${quoted(part(path))} (${form})`);
      }
      for (const [, path] of pairs) await rename(part(path), path);
    } catch (error) {
      throw new UsageError(`--parquet ${this.#path}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      for (const [, path] of pairs) await rm(part(path), { force: true });
    }
  }

  /** Takes away what was only needed while writing. */
  async close(): Promise<void> {
    this.#database.close();
    await removeDatabase(this.#path);
  }

  #logOf({ origin, author, key }: HandoverHeader): number {
    const number = this.#logNumbers.get(origin) ?? this.#logNumbers.size;
    this.#logNumbers.set(origin, number);
    const log = this.#logs.get(origin) ?? { authors: new Set(), keys: new Set() };
    this.#logs.set(origin, log);
    log.authors.add(author);
    log.keys.add(keyMaterial(key));
    return number;
  }

  /** Equal lines of one pack and pause point mostly have the same number; different ones never. */
  #lineOf(entry: SharedEntry): number {
    const { service, conduct } = entry;
    const spelt = JSON.stringify(conduct);
    return this.#lines.numberOf(`${service?.pack}\n${service?.pausePoint}\n${spelt}`, (number) => {
      const row = this.#maker.rowOf({ log: 0, person: 0 }, entry)?.conduct;
      if (row === null || row === undefined) return;
      const lists = [row.rules, row.missedRules, row.cues, row.missedCues].map((list) => JSON.stringify(list));
      this.#row('lines', number, [spelt, row.skipped, row.bypassed, ...lists]);
    });
  }

  #dayNumber(day: string): number {
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const number = parseDay(day) ?? 0;
    this.#days.set(day, number);
    return number;
  }

  #row(table: TableName, number: number, values: readonly Value[]): void {
    const appender = this.#appenders.get(table);
    if (appender === undefined) return;
    appender.appendUInteger(number);
    for (const value of values) {
      if (typeof value === 'boolean') appender.appendBoolean(value);
      else if (typeof value === 'number') appender.appendUBigInt(BigInt(value));
      else appendText(appender, value);
    }
    appender.endRow();
  }
}

/** Small numbers for kinds of rows; `onNew` is told of each new number. */
class Kinds {
  readonly #numbers = new Map<string, number>();
  #next = 0;

  numberOf(kind: string, onNew: (number: number) => void): number {
    const known = this.#numbers.get(kind);
    if (known !== undefined) return known;
    if (this.#numbers.size >= MAX_KEPT) this.#numbers.clear();
    const number = this.#next;
    this.#next += 1;
    this.#numbers.set(kind, number);
    onNew(number);
    return number;
  }
}

function appendText(appender: DuckDBAppender, text: string | null): void {
  if (text === null) appender.appendNull();
  else appender.appendVarchar(text);
}

function databaseOf(path: string): string {
  return `${path}.part.duckdb`;
}

async function removeDatabase(path: string): Promise<void> {
  await rm(databaseOf(path), { force: true });
  await rm(`${databaseOf(path)}.wal`, { force: true });
  await rm(`${databaseOf(path)}.tmp`, { force: true, recursive: true });
}
