const TODAY = /Hôm nay: (\d+) hồ sơ đến hạn/;
const LATE = /Quá hạn: (\d+) hồ sơ/;
const BOTH = /Quá hạn (\d+) · hôm nay (\d+)/;

/** How many dossiers of a list are overdue or due today, as the pill says; null where it says no number. */
export function dueOnList({ text }: { readonly text: string }): number | null {
  const found = BOTH.exec(text) ?? LATE.exec(text) ?? TODAY.exec(text);
  return found === null ? null : found.slice(1).reduce((sum, number) => sum + Number(number), 0);
}

/** The dossiers of a list were counted. */
export function isCounted(pill: { readonly text: string }): boolean {
  return dueOnList(pill) !== null;
}
