import type { DuckDBConnection } from '@duckdb/node-api';
import type { SharedEntry, VerifiedHandover } from 'checklist-core/handover';
import type { ConductPart, ServicePart } from 'checklist-core/journal';
import type { HandoverTally, Tally } from 'checklist-core/report';
import { UsageError } from '../usage-error.ts';

/** Columns in the order in which they are read. */
const COLUMNS = `handover, n, id, CAST(day AS VARCHAR), half, kind, pack, pause_point, outcome, procedure_group, channel,
  on_time, practice, of_id, letter, counts, rules, cues, missed, skipped, bypassed`;

type Value = string | number | bigint | boolean | null;

/**
 * Counts the rows that `ParquetRows` wrote: what was verified then is not verified again, and needs no hashing and no
 * decoding, which is most of the work. The same tally counts them, so that the figures are the same.
 * @throws UsageError if the optional package is not installed, or the file is none of ours.
 */
export async function tallyParquet(path: string, tally: Tally): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch(() => {
    throw new UsageError('--engine duckdb needs the optional package @duckdb/node-api: npm install @duckdb/node-api');
  });
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: '128MB', threads: '2' });
  const connection = await instance.connect();
  try {
    const file = `'${path.replaceAll("'", "''")}'`;
    const handovers = await handoversOf(connection, path, file);
    let next = 0;
    let counting: HandoverTally | null = null;
    // Ends the hand-over at hand and begins those up to this one; some may have no open entry.
    const goTo = (at: number) => {
      for (; next <= at && next < handovers.length; next += 1) {
        const [before, handover] = [handovers[next - 1], handovers[next]];
        if (before !== undefined) counting?.commit(before);
        counting = handover === undefined ? null : tally.begin(handover.header);
      }
    };
    const result = await connection.stream(`SELECT ${COLUMNS} FROM ${file}`);
    for await (const rows of result.yieldRows()) {
      // The columns hold nothing else, see `ParquetRows`.
      for (const row of rows as Value[][]) {
        goTo(Number(row[0]));
        // Set in the function above, which the compiler does not follow.
        (counting as HandoverTally | null)?.add(entryOf(row));
      }
    }
    goTo(handovers.length);
    const last = handovers.at(-1);
    if (last !== undefined) (counting as HandoverTally | null)?.commit(last);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function handoversOf(
  connection: DuckDBConnection,
  path: string,
  file: string,
): Promise<readonly VerifiedHandover[]> {
  const sql = `SELECT decode(value) FROM parquet_kv_metadata(${file}) WHERE decode(key) = 'handovers'`;
  const found = await connection.runAndReadAll(sql).catch((error: Error) => {
    throw new UsageError(`${path}: ${error.message}. --engine duckdb reads files written by --parquet.`);
  });
  const text = found.getRows()[0]?.[0];
  if (typeof text !== 'string') throw new UsageError(`${path}: was not written by checklist report --parquet.`);
  // Our own file, which nobody signed: it is as trustworthy as the place where it lies.
  return JSON.parse(text) as readonly VerifiedHandover[];
}

function entryOf(row: readonly Value[]): SharedEntry {
  const [, n, id, day, half, kind, pack, pausePoint, outcome, group, channel, onTime, practice, of, letter] = row;
  const [counts, rules, cues, missed, skipped, bypassed] = row.slice(15);
  const service = { kind, day, half, pack, pausePoint, outcome, group, channel, onTime, practice, of };
  return {
    n: Number(n),
    id: String(id),
    line: 0,
    service: {
      ...service,
      ...(letter === null ? {} : { letter }),
      ...(counts === null ? {} : { counts: listOf(counts) }),
    } as unknown as ServicePart,
    conduct:
      cues === null
        ? null
        : ({
            rules: listOf(rules),
            cues: listOf(cues),
            missed: listOf(missed),
            skipped,
            ...(bypassed === true ? { bypassed } : {}),
          } as unknown as ConductPart),
    continues: null,
  };
}

/** There are few different lists, and millions of rows. */
const lists = new Map<Value | undefined, unknown>();

function listOf(text: Value | undefined): unknown {
  const known = lists.get(text);
  if (known !== undefined) return known;
  const list: unknown = JSON.parse(String(text));
  if (lists.size < 10_000) lists.set(text, list);
  return list;
}
