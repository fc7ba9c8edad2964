/**
 * How rows that `--parquet` wrote are summed up, in DuckDB's SQL; docs/scale.md shows and explains these very texts. They
 * read two views: `rows` and `given` (hand-overs), each with a column `part` where there are several files.
 */
export const ALL_HANDOVERS = `CREATE TEMP TABLE all_handovers AS
SELECT part, handover, file, origin, first_leaf, end_leaf, CAST(log_no AS INTEGER) AS log_no,
  CAST(sum(end_leaf - first_leaf) OVER (ORDER BY log_no) // 2000000 AS INTEGER) AS slice
FROM (
  SELECT *, dense_rank() OVER (ORDER BY log_at) AS log_no
  FROM (SELECT *, min(part * 4294967296 + handover) OVER (PARTITION BY origin) AS log_at FROM given)
  QUALIFY row_number() OVER (PARTITION BY file ORDER BY part, handover) = 1)`;

/** For one slice of the journals after the other (DuckDB's variable `slice`), so that memory does not grow with them. */
export const PREPARE = {
  handovers: `CREATE OR REPLACE TEMP TABLE handovers AS
FROM all_handovers WHERE slice = getvariable('slice')`,

  overlapping: `CREATE OR REPLACE TEMP TABLE overlapping AS
SELECT DISTINCT a.part, a.handover
FROM handovers a JOIN handovers b ON a.log_no = b.log_no AND a.first_leaf < b.end_leaf AND b.first_leaf < a.end_leaf
WHERE (a.part, a.handover) <> (b.part, b.handover)`,

  once: `CREATE OR REPLACE TEMP TABLE once AS
SELECT h.log_no, r.* REPLACE (
  max(line) OVER (PARTITION BY log_no, n) AS line,
  max(mark) OVER (PARTITION BY log_no, n) AS mark)
FROM rows r JOIN handovers h USING (part, handover) SEMI JOIN overlapping USING (part, handover)
QUALIFY row_number() OVER (PARTITION BY log_no, n ORDER BY part, handover) = 1`,

  entries: `CREATE OR REPLACE TEMP VIEW entries AS
SELECT h.log_no, r.*
FROM rows r JOIN handovers h USING (part, handover) ANTI JOIN overlapping USING (part, handover)
UNION ALL BY NAME
SELECT * FROM once`,

  runs: `CREATE OR REPLACE TEMP TABLE runs AS
SELECT log_no, day, min(n) AS first, max(n) AS last FROM entries GROUP BY log_no, day`,

  unordered: `CREATE OR REPLACE TEMP TABLE unordered AS
SELECT DISTINCT log_no FROM (
  SELECT log_no, first < max(last) OVER (
    PARTITION BY log_no ORDER BY day ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS is_back
  FROM runs)
WHERE is_back`,

  orderedRuns: 'DELETE FROM runs WHERE log_no IN (FROM unordered)',

  unorderedRuns: `INSERT INTO runs
SELECT log_no, day, min(n), max(n) FROM (
  SELECT log_no, day, n, count(*) FILTER (is_new) OVER (PARTITION BY log_no ORDER BY n) AS run FROM (
    SELECT log_no, day, n, day IS DISTINCT FROM lag(day) OVER (PARTITION BY log_no ORDER BY n) AS is_new
    FROM entries SEMI JOIN unordered USING (log_no)))
GROUP BY log_no, day, run`,

  speaking: `CREATE OR REPLACE TEMP TABLE speaking AS
SELECT log_no, n, day, half, kind, practice, of_id FROM entries WHERE of_id IS NOT NULL`,

  spoken: `CREATE OR REPLACE TEMP TABLE spoken AS
SELECT log_no, n, day, half, kind, practice, id
FROM entries e SEMI JOIN speaking s ON e.log_no = s.log_no AND e.id = s.of_id`,

  fits: `CREATE OR REPLACE TEMP TABLE fits AS
SELECT * FROM (
  SELECT s.log_no, s.n AS by_n, s.kind = 'correction' AS corrects, t.n,
    t.n < s.n AND t.kind <> 'void' AND t.practice = s.practice
      AND CASE WHEN s.kind = 'correction' THEN t.kind <> 'correction' ELSE t.half = s.half END AS fits
  FROM speaking s
    JOIN runs r ON r.log_no = s.log_no AND r.day = s.day AND s.n BETWEEN r.first AND r.last
    JOIN spoken t ON t.log_no = s.log_no AND t.id = s.of_id AND t.n BETWEEN r.first AND r.last
  QUALIFY row_number() OVER (PARTITION BY s.log_no, s.n ORDER BY t.n DESC) = 1)
WHERE fits`,

  voided: `CREATE OR REPLACE TEMP TABLE voided AS
WITH named AS (SELECT DISTINCT log_no, n FROM fits WHERE NOT corrects)
FROM named
UNION SELECT log_no, by_n FROM fits SEMI JOIN named USING (log_no, n) WHERE corrects`,

  netted: `CREATE OR REPLACE TEMP TABLE netted AS
WITH standing AS (
  SELECT log_no, n, by_n, max(by_n) OVER (PARTITION BY log_no, n) AS last_n
  FROM fits f ANTI JOIN voided v ON v.log_no = f.log_no AND v.n = f.by_n
  WHERE corrects)
SELECT log_no, n, 'voided' AS how FROM voided
UNION SELECT log_no, n, 'corrected' FROM standing
UNION SELECT log_no, by_n, 'corrected' FROM standing WHERE by_n < last_n`,

  unfit: `INSERT INTO netted
SELECT log_no, n, 'unfit' FROM speaking s
WHERE kind = 'correction' AND NOT EXISTS (FROM fits f WHERE f.log_no = s.log_no AND f.by_n = s.n)
  AND NOT EXISTS (FROM netted d WHERE d.log_no = s.log_no AND d.n = s.n)`,

  closings: `CREATE OR REPLACE TEMP TABLE closings AS
SELECT e.log_no, e.n, e.day, e.counts, r.first
FROM entries e JOIN runs r ON r.log_no = e.log_no AND r.day = e.day AND e.n BETWEEN r.first AND r.last
  ANTI JOIN (FROM netted WHERE how = 'voided') d ON d.log_no = e.log_no AND d.n = e.n
WHERE e.kind = 'day-counts' AND NOT e.practice
QUALIFY row_number() OVER (PARTITION BY e.log_no, r.first ORDER BY e.n DESC) = 1`,

  lineDays: `CREATE OR REPLACE TEMP TABLE line_days AS
SELECT log_no, line, CAST(day - DATE '1970-01-01' AS INTEGER) AS day, count(*) AS times, bit_xor(mark) AS mark
FROM entries ANTI JOIN netted USING (log_no, n)
WHERE line IS NOT NULL AND kind IN ('finish', 'correction') AND NOT practice
GROUP BY ALL`,
} as const;

/** What is asked once all is prepared. */
export const ASK = {
  service: `SELECT kind, how, CAST(day - DATE '1970-01-01' AS INTEGER) AS day, on_time, outcome, channel, procedure_group,
  pause_point, letter, practice, CAST(count(*) AS INTEGER) AS entries
FROM entries LEFT JOIN netted USING (log_no, n)
WHERE kind <> 'day-counts' OR practice OR how IS NOT NULL
GROUP BY ALL`,

  closings: `SELECT CAST(day - DATE '1970-01-01' AS INTEGER) AS day, CAST(count(*) AS INTEGER),
  CAST(sum(CAST(counts->>'$.received' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.resolved.early' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.resolved.onTime' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.resolved.late' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.letters.sent' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.promises.made' AS BIGINT)) AS DOUBLE),
  CAST(sum(CAST(counts->>'$.promises.kept' AS BIGINT)) AS DOUBLE)
FROM closings ANTI JOIN netted USING (log_no, n)
WHERE counts IS NOT NULL
GROUP BY day`,

  lines: `SELECT line, any_value(pack), any_value(pause_point), CAST(any_value(conduct) AS VARCHAR)
FROM rows JOIN handovers USING (part, handover) WHERE line IS NOT NULL GROUP BY line`,

  lineTimes: 'SELECT line, CAST(sum(times) AS INTEGER) FROM line_days GROUP BY line',

  packDays: `SELECT DISTINCT pack, day FROM line_days JOIN line_packs USING (line)`,

  conduct: `SELECT log_no, subject, CASE WHEN by_day THEN line_days.day ELSE half_month END AS counted_day,
  CAST(sum(CASE WHEN missed THEN times ELSE 0 END) AS INTEGER), CAST(sum(times) AS INTEGER),
  CAST(bit_xor(mark) AS BIGINT)
FROM line_days JOIN line_counts USING (line) JOIN half_months USING (day)
GROUP BY log_no, subject, counted_day
ORDER BY log_no`,

  openConduct: `SELECT origin, CAST(min(n) AS DOUBLE), CAST(max(n) + 1 AS DOUBLE) FROM (
  SELECT log_no, n, n - row_number() OVER (PARTITION BY log_no ORDER BY n) AS island
  FROM entries SEMI JOIN stating USING (log_no) WHERE line IS NOT NULL)
  JOIN (SELECT DISTINCT log_no, origin FROM handovers) USING (log_no)
GROUP BY origin, island`,
} as const;
