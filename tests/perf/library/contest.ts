/** One way of doing a job; `run` does the whole job once, and is waited for if it is asynchronous. */
export interface Contestant {
  readonly name: string;
  readonly run: () => unknown;
  /** Units of work in one run (entries, evaluations, additions). */
  readonly units: number;
}

/** How one peer stands to ours: medians over rounds in which both ran one after the other. */
export interface Standing {
  readonly job: string;
  readonly ours: number;
  readonly peer: string;
  /** Units a second. */
  readonly theirs: number;
  /** Ours divided by theirs, median of the rounds, with the lowest and the highest round. */
  readonly ratio: number;
  readonly spread: readonly [number, number];
  /** What the project asks of itself; null where nothing was promised. */
  readonly wanted: number | null;
}

const ROUNDS = 7;
/** A round repeats a run until it has taken this long, so that the clock's grain does not matter. */
const ROUND_MS = 60;

/** Runs ours against each peer, interleaved, because the machine's speed drifts; ratios are taken round by round. */
export async function contest(
  job: string,
  ours: Contestant,
  peers: readonly (Contestant & { readonly wanted: number | null })[],
): Promise<Standing[]> {
  for (const each of [ours, ...peers]) await speedOf(each);
  const standings: Standing[] = [];
  for (const peer of peers) {
    const rounds: [number, number][] = [];
    for (let round = 0; round < ROUNDS; round += 1) rounds.push([await speedOf(ours), await speedOf(peer)]);
    const ratios = rounds.map(([mine, theirs]) => mine / theirs).sort((a, b) => a - b);
    standings.push({
      job,
      ours: median(rounds.map(([mine]) => mine)),
      peer: peer.name,
      theirs: median(rounds.map(([, theirs]) => theirs)),
      ratio: median(ratios),
      spread: [ratios[0] ?? Number.NaN, ratios.at(-1) ?? Number.NaN],
      wanted: peer.wanted,
    });
  }
  return standings;
}

/** One row of the table that docs/benchmarks.md shows. */
export function standingRow({ job, ours, peer, theirs, ratio, spread, wanted }: Standing): string {
  const [low, high] = spread.map(figure);
  const verdict = wanted === null ? '' : ratio >= wanted ? 'reached' : 'MISSED';
  return `| ${job} | ${rate(ours)} | ${peer} | ${rate(theirs)} | ${figure(ratio)} | ${low}–${high} | ${wanted ?? '–'} | ${verdict} |`;
}

async function speedOf({ run, units }: Contestant): Promise<number> {
  const start = performance.now();
  let runs = 0;
  let elapsed = 0;
  do {
    const running = run();
    // Waiting for what is not a promise would cost the synchronous ones a turn of the loop.
    if (running instanceof Promise) await running;
    runs += 1;
    elapsed = performance.now() - start;
  } while (elapsed < ROUND_MS);
  return (runs * units * 1000) / elapsed;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function figure(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(1);
}

function rate(perSecond: number): string {
  if (perSecond >= 1e6) return `${(perSecond / 1e6).toFixed(1)} M/s`;
  return perSecond >= 1e3 ? `${(perSecond / 1e3).toFixed(1)} k/s` : `${perSecond.toFixed(0)} /s`;
}
