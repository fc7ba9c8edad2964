/** The little of a CPU profile that is read here (Chrome DevTools Protocol, `Profiler.Profile`). */
export interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: number[];
  }[];
  readonly samples?: number[];
  /** Microseconds between samples. */
  readonly timeDeltas?: number[];
}

/**
 * The longest time, in ms, in which samples with a frame of a script whose URL begins with `url` follow each other:
 * no task of that script was longer. Collecting garbage in between counts as the script's own.
 */
export function longestStretch({ nodes, samples = [], timeDeltas = [] }: Profile, url: string): number {
  const own = new Set<number>();
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const visit = (id: number, inside: boolean): void => {
    const node = byId.get(id);
    if (node === undefined) return;
    const mine = inside || node.callFrame.url.startsWith(url);
    if (mine) own.add(id);
    for (const child of node.children ?? []) visit(child, mine);
  };
  const root = nodes[0];
  if (root !== undefined) visit(root.id, false);
  let longest = 0;
  let stretch = 0;
  samples.forEach((id, i) => {
    const collecting = byId.get(id)?.callFrame.functionName === '(garbage collector)';
    // A sample stands for the time until the next one.
    if (own.has(id) || (collecting && stretch > 0)) stretch += timeDeltas[i + 1] ?? 0;
    else stretch = 0;
    longest = Math.max(longest, stretch);
  });
  return longest / 1_000;
}
