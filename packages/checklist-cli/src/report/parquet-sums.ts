import type { DuckDBConnection } from '@duckdb/node-api';
import type { StatedConduct } from 'checklist-core/handover';
import type { ConductPart, LetterKind, OnTimeClass } from 'checklist-core/journal';
import { type ConductSum, halfMonth, type LineCount, SumTally } from 'checklist-core/report';
import { UsageError } from '../usage-error.ts';
import { handoversPath, openDatabase, quoted } from './duckdb.ts';
import { ALL_HANDOVERS, ASK, PREPARE } from './row-queries.ts';
import { shippedTallyOptions } from './tally-options.ts';

/** Lines of different files must not have the same number. */
const LINES_OF_A_FILE = 2 ** 32;

/**
 * Sums up the rows that `ParquetRows` wrote, in SQL: what was verified then is not verified again. Only sums come out,
 * so that a province takes seconds.
 * @param onStep told of what is being done.
 * @throws UsageError if the optional package is not installed, or a file is none of ours.
 */
export async function sumParquet(paths: readonly string[], onStep: (step: string) => void): Promise<SumTally> {
  const { connection, close } = await openDatabase(':memory:', '--engine duckdb');
  try {
    await openFiles(connection, paths);
    await connection.run(ALL_HANDOVERS);
    return await new Summing(connection, onStep).sum();
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--engine duckdb: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    close();
  }
}

async function openFiles(connection: DuckDBConnection, paths: readonly string[]): Promise<void> {
  const view = (name: string, select: (path: string, part: number) => string) =>
    connection.run(`CREATE VIEW ${name} AS ${paths.map(select).join(' UNION ALL ')}`);
  try {
    await view('rows', (path, part) => {
      const first = part * LINES_OF_A_FILE;
      return `SELECT ${part} AS part, * REPLACE (CAST(${first} + line AS BIGINT) AS line) FROM read_parquet(${quoted(path)})`;
    });
    await view('given', (path, part) => `SELECT ${part} AS part, * FROM read_parquet(${quoted(handoversPath(path))})`);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(`${message}\n--engine duckdb reads files written by --parquet, both of each pair.`);
  }
}

/** Asks for the sums one by one. Columns of the answers are what the queries say; the rows are our own. */
class Summing {
  readonly #connection: DuckDBConnection;
  readonly #onStep: (step: string) => void;
  readonly #tally = new SumTally(shippedTallyOptions);

  constructor(connection: DuckDBConnection, onStep: (step: string) => void) {
    this.#connection = connection;
    this.#onStep = onStep;
  }

  async sum(): Promise<SumTally> {
    const origins = await this.#handovers();
    const slices: number[] = [];
    await this.#ask<[number]>('SELECT DISTINCT slice FROM all_handovers ORDER BY slice', ([slice]) =>
      slices.push(slice),
    );
    for (const [index, slice] of slices.entries()) {
      await this.#connection.run(`SET VARIABLE slice = ${slice}`);
      for (const [step, sql] of Object.entries(PREPARE)) {
        this.#onStep(`part ${index + 1} of ${slices.length}, ${step}`);
        await this.#connection.run(sql);
      }
      await this.#openConduct();
      await this.#service();
      await this.#closings();
      await this.#lines();
      await this.#conduct(origins);
    }
    return this.#tally;
  }

  /** @returns names of the logs, by their number. */
  async #handovers(): Promise<ReadonlyMap<number, string>> {
    const origins = new Map<number, string>();
    const sql = `SELECT log_no, origin, author, key, CAST(period_from AS VARCHAR),
        CAST(period_to AS VARCHAR), file, CAST(first_leaf AS DOUBLE), CAST(end_leaf AS DOUBLE), CAST(stated AS VARCHAR),
        CAST(closed_service AS DOUBLE), CAST(closed_conduct AS DOUBLE), CAST(to_json(packs) AS VARCHAR)
      FROM given JOIN all_handovers USING (part, handover, file, origin, first_leaf, end_leaf)`;
    type Row = [
      number,
      string,
      string,
      string,
      string,
      string,
      string,
      number,
      number,
      string | null,
      number,
      number,
      string,
    ];
    await this.#ask<Row>(sql, (row) => {
      const [log, origin, author, key, first, last, file, from, to, stated, service, conduct, packs] = row;
      origins.set(log, origin);
      const header = { origin, author, key, period: { from: first, to: last }, stated: jsonOf<StatedConduct>(stated) };
      this.#tally.addHandover({ header, file, from, to, closed: { service, conduct } }, jsonOf<string[]>(packs) ?? []);
    });
    return origins;
  }

  async #openConduct(): Promise<void> {
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE stating AS SELECT DISTINCT log_no
      FROM handovers JOIN given USING (part, handover, file, origin) WHERE stated IS NOT NULL`);
    await this.#ask<[string, number, number]>(ASK.openConduct, ([origin, from, to]) =>
      this.#tally.addOpenConduct(origin, from, to),
    );
  }

  async #service(): Promise<void> {
    type Text = string | null;
    type Row = [string, Text, number, OnTimeClass, Text, Text, Text, string, LetterKind | null, boolean, number];
    await this.#ask<Row>(ASK.service, (row) => {
      const [kind, how, day, onTime, outcome, channel, group, pausePoint, letter, practice, count] = row;
      if (how === 'voided' || how === 'corrected') {
        if (!practice) this.#tally.addLeft(how, count);
      } else if (how === 'unfit') {
        return;
      } else if (practice) {
        this.#tally.addLeft('practice', count);
      } else if (kind === 'finish' || kind === 'correction') {
        this.#tally.addEntries({ day, onTime, outcome, channel, group, pausePoint }, count);
      } else if (kind === 'letter' && letter !== null) {
        this.#tally.addLetters(day, letter, count);
      }
    });
  }

  async #closings(): Promise<void> {
    type Row = [number, number, number, number, number, number, number, number, number];
    await this.#ask<Row>(ASK.closings, (row) => {
      const [day, closings, received, early, onTime, late, lettersSent, promisesMade, promisesKept] = row;
      const resolved = { early, onTime, late };
      this.#tally.addClosings(day, { closings, received, resolved, lettersSent, promisesMade, promisesKept });
    });
  }

  /** Says in tables what each line counts, so that lines can be summed up without being looked into again. */
  async #lines(): Promise<void> {
    await this.#connection.run(`CREATE OR REPLACE TEMP TABLE line_packs (line BIGINT, pack VARCHAR);
      CREATE OR REPLACE TEMP TABLE line_counts (line BIGINT, subject INTEGER, by_day BOOLEAN, missed BOOLEAN);
      CREATE OR REPLACE TEMP TABLE half_months (day INTEGER, half_month INTEGER)`);
    const times = new Map<bigint, number>();
    await this.#ask<[bigint, number]>(ASK.lineTimes, ([line, count]) => times.set(line, count));
    const packs = await this.#connection.createAppender('line_packs');
    const counts = await this.#connection.createAppender('line_counts');
    await this.#ask<[bigint, string, string, string]>(ASK.lines, ([line, pack, pausePoint, spelt]) => {
      const conduct: ConductPart = JSON.parse(spelt);
      const counted = this.#tally.countsOf(pack, pausePoint, conduct);
      const often = times.get(line);
      if (often === undefined) return;
      this.#tally.addLines(pack, conduct, counted, often);
      packs.appendBigInt(line);
      packs.appendVarchar(pack);
      packs.endRow();
      for (const count of counted) appendCount(counts, line, count);
    });
    packs.closeSync();
    counts.closeSync();
    const days = await this.#connection.createAppender('half_months');
    await this.#ask<[number]>('SELECT DISTINCT day FROM line_days', ([day]) => {
      days.appendInteger(day);
      days.appendInteger(halfMonth(day));
      days.endRow();
    });
    days.closeSync();
    await this.#ask<[string, number]>(ASK.packDays, ([pack, day]) => this.#tally.addPackDay(pack, day));
  }

  async #conduct(origins: ReadonlyMap<number, string>): Promise<void> {
    let log = -1;
    let sums: ConductSum[] = [];
    const end = () => {
      if (sums.length > 0) this.#tally.addConduct(origins.get(log) ?? '', sums);
      sums = [];
    };
    type Row = [number, number, number, number, number, bigint];
    await this.#ask<Row>(ASK.conduct, ([next, subject, day, missed, of, mark]) => {
      if (next !== log) end();
      log = next;
      sums.push({ subject, day, missed, of, mark: Number(mark) });
    });
    end();
  }

  /** Gives the rows of an answer one by one: there may be millions. */
  async #ask<Row>(sql: string, take: (row: Row) => void): Promise<void> {
    const result = await this.#connection.stream(sql);
    // A query gives the columns that it names, see above.
    for await (const rows of result.yieldRows()) for (const row of rows) take(row as unknown as Row);
  }
}

function appendCount(
  appender: Awaited<ReturnType<DuckDBConnection['createAppender']>>,
  line: bigint,
  { subject, byDay, missed }: LineCount,
): void {
  appender.appendBigInt(line);
  appender.appendInteger(subject);
  appender.appendBoolean(byDay);
  appender.appendBoolean(missed);
  appender.endRow();
}

/** What our own file holds: it is as trustworthy as the place where it lies. */
function jsonOf<T>(text: string | null): T | null {
  return text === null ? null : JSON.parse(text);
}
