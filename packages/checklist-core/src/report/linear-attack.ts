/** A figure as the sum of single contributions: by the contribution's name, whose it is. */
export type LinearFigure = ReadonlyMap<string, string>;

/**
 * The attack: is there a group of fewer than `k` people such that some combination of the figures is left with
 * contributions of this group only? Returns the group, or null. Slow and simple on purpose: it tries every group.
 */
export function isolatesFewerThan(k: number, figures: readonly LinearFigure[]): readonly string[] | null {
  const people = [...new Set(figures.flatMap((figure) => [...figure.values()]))].sort();
  return groupsUpTo(k - 1, people).find((group) => isolates(new Set(group), figures)) ?? null;
}

function groupsUpTo(size: number, people: readonly string[]): string[][] {
  if (size === 0) return [[]];
  return groupsUpTo(size - 1, people).flatMap((group) => [
    group,
    ...people.filter((person) => person > (group.at(-1) ?? '')).map((person) => [...group, person]),
  ]);
}

/** Eliminates everybody else's contributions; whatever row is then left of the group's tells about it. */
function isolates(group: ReadonlySet<string>, figures: readonly LinearFigure[]): boolean {
  const names = [...new Set(figures.flatMap((figure) => [...figure.keys()]))];
  const owner = new Map(figures.flatMap((figure) => [...figure]));
  const others = names.filter((name) => !group.has(owner.get(name) ?? ''));
  const own = names.filter((name) => group.has(owner.get(name) ?? ''));
  const rows = figures.map((figure) => [...others, ...own].map((name): number => (figure.has(name) ? 1 : 0)));
  let done = 0;
  for (let column = 0; column < others.length; column += 1) {
    const found = rows.findIndex((row, index) => index >= done && Math.abs(row[column] ?? 0) > 1e-9);
    const pivot = rows[found];
    const first = rows[done];
    if (pivot === undefined || first === undefined) continue;
    rows[found] = first;
    rows[done] = pivot;
    for (const row of rows.slice(done + 1)) {
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1);
      if (factor !== 0) for (const [at, part] of pivot.entries()) row[at] = (row[at] ?? 0) - factor * part;
    }
    done += 1;
  }
  return rows.slice(done).some((row) => row.some((part) => Math.abs(part) > 1e-9));
}
